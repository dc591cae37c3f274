#!/bin/sh
# Relevance of Dateline beside stock FTS5, BM25 and Tantivy, on judged collections.
#   run.sh [targets|match|general] [--task NAME,...] [--dateline FILE] [--work DIR]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
python="$here/../../.build-peers/venv/bin/python"
# Without the environment that setup.sh makes, Tantivy's column stays empty.
if [ ! -x "$python" ]; then python=python3; fi
exec "$python" -B "$here/relevance.py" "$@"
