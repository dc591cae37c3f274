#!/bin/sh
# Makes what run.sh needs beside our own programs: stock FTS5 behind a loader in C++, and Tantivy.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
peers="$here/../../.build-peers"
venv="$peers/venv"

mkdir -p "$peers"
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/python" -m pip install --quiet tantivy
# -march=native: without it the parser in the header falls back to plain C++.
"${CXX:-g++}" -O2 -march=native -std=c++17 -Wall -Wextra "$here/stock_fts5.cpp" \
  -lsqlite3 -lsimdjson -o "$peers/stock_fts5"
