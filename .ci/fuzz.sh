#!/usr/bin/env bash
# Fuzzes the parsers of foreign bytes. Usage: .ci/fuzz.sh [SECONDS for each target]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
DATELINE_FUZZ=1 swift build -c release --product DatelineFuzz --scratch-path .build-fuzz \
  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld 2>&1 | tail -n 3
binary=.build-fuzz/release/DatelineFuzz

fuzz() {
  local work=.build-fuzz/corpus/$1
  mkdir -p "$work"
  echo "fuzz: $1, $seconds s"
  if ! FUZZ_TARGET=$1 "$binary" "$work" Corpus/formats \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix=".build-fuzz/$1-" -print_final_stats=1 >".build-fuzz/$1.log" 2>&1; then
    tail -n 40 ".build-fuzz/$1.log"
    echo "fuzz: $1 failed; the input is in .build-fuzz" >&2
    return 1
  fi
  echo "$1: $(grep -E "number_of_executed_units|new_units_added" ".build-fuzz/$1.log" | tr '\n' ' ')"
}

# Two at a time, as a core each.
for pair in "html warc" "feed archive"; do
  pids=()
  for target in $pair; do
    fuzz "$target" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid"; done
done
