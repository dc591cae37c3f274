#!/bin/sh
# Installs the engines that run.sh compares Dateline with.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
venv="$root/.build-peers/venv"

if ! /usr/bin/python3 -c 'import xapian' 2>/dev/null; then
  as_root=
  if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq python3-xapian
fi

if [ ! -x "$venv/bin/python" ]; then
  mkdir -p "$root/.build-peers"
  python3 -m venv "$venv"
fi
"$venv/bin/python" -m pip install --quiet tantivy
