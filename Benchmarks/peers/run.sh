#!/bin/sh
# Dateline beside stock FTS5, Tantivy and Xapian: the same documents, the same queries.
#   run.sh [--articles N] [--dump FILE.jsonl] [--queries FILE.tsv] [--rounds R] [--json OUT]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
python="$here/../../.build-peers/venv/bin/python"
# Without the environment that setup.sh makes, what is missing is reported as missing.
if [ ! -x "$python" ]; then python=python3; fi
exec "$python" -B "$here/compare.py" "$@"
