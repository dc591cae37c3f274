#!/usr/bin/env bash
# Speed and quality of tagging on real data: run.sh (needs DATELINE_DATA). See ../README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${DATELINE_DATA:?name the folder with bulk/ and entities/conll2003/}"
binary=.build/release/TaggingBenchmark
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zstd -dcq "$DATELINE_DATA/bulk/reuters-2008-2010-sample.jsonl.zst" > "$work/news.jsonl"
"$binary" speed "$work/news.jsonl" 8
python3 Benchmarks/tagging/conll.py "$DATELINE_DATA/entities/conll2003" --binary "$binary" "$@"
