#!/bin/sh
# Building an index beside stock FTS5 and Tantivy, with targets. See setup.sh for what it needs.
#   run.sh [--rounds N] [--quick] [--sets reuters,allsides,generated] [--json OUT]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export PYTHONPATH="$here/../peers"
exec "$here/../../.build-peers/venv/bin/python" -B "$here/compare.py" "$@"
