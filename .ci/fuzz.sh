#!/usr/bin/env bash
# Fuzzes the parsers of foreign bytes. Usage: .ci/fuzz.sh [SECONDS for each target]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
DATELINE_FUZZ=1 swift build -c release --product DatelineFuzz --scratch-path .build-fuzz \
  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld 2>&1 | tail -n 3
binary=.build-fuzz/release/DatelineFuzz
for target in html warc feed archive; do
  work=.build-fuzz/corpus/$target
  mkdir -p "$work"
  echo "fuzz: $target, $seconds s"
  if ! FUZZ_TARGET=$target "$binary" "$work" Corpus/formats \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix=.build-fuzz/ -print_final_stats=1 >.build-fuzz/$target.log 2>&1; then
    tail -n 40 ".build-fuzz/$target.log"
    echo "fuzz: $target failed; the input is in .build-fuzz" >&2
    exit 1
  fi
  grep -E "number_of_executed_units|new_units_added" ".build-fuzz/$target.log"
done
