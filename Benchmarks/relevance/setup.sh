#!/bin/sh
# Installs Tantivy, which run.sh compares Dateline with.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
venv="$root/.build-peers/venv"

if [ ! -x "$venv/bin/python" ]; then
  mkdir -p "$root/.build-peers"
  python3 -m venv "$venv"
fi
"$venv/bin/python" -m pip install --quiet tantivy
