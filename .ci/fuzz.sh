#!/usr/bin/env bash
# Fuzzes the parsers of foreign bytes. Usage: .ci/fuzz.sh [SECONDS for each target] [TARGET...]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
targets=("${@:2}")
if [ ${#targets[@]} = 0 ]; then
  targets=(database query html warc feed archive json csv text sgml date gazetteer)
fi
DATELINE_FUZZ=1 swift build -c release --product DatelineFuzz --scratch-path .build-fuzz \
  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld 2>&1 | tail -n 3
binary=.build-fuzz/release/DatelineFuzz

# How long inputs of a target are. The first ones are so slow that lengths would not grow in the time there is.
lengths() {
  case $1 in
  database | date) echo "-max_len=256 -len_control=0" ;;
  query) echo "-max_len=1024 -len_control=0" ;;
  *) echo "-max_len=65536" ;;
  esac
}

fuzz() {
  local work=.build-fuzz/corpus/$1 seeds=Tests/Fuzz/seeds
  mkdir -p "$work"
  local inputs=("$work")
  # Of these each line is an input.
  if [ -f "$seeds/$1.lines" ]; then
    mkdir -p ".build-fuzz/lines/$1"
    split -l 1 "$seeds/$1.lines" ".build-fuzz/lines/$1/"
    inputs+=(".build-fuzz/lines/$1")
  else
    inputs+=(Corpus/formats)
  fi
  [ ! -d "$seeds/$1" ] || inputs+=("$seeds/$1")
  echo "fuzz: $1, $seconds s"
  # shellcheck disable=SC2046
  if ! FUZZ_TARGET=$1 "$binary" "${inputs[@]}" $(lengths "$1") \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix=".build-fuzz/$1-" -print_final_stats=1 >".build-fuzz/$1.log" 2>&1; then
    tail -n 40 ".build-fuzz/$1.log"
    echo "fuzz: $1 failed; the input is in .build-fuzz" >&2
    return 1
  fi
  echo "$1: $(grep -E "number_of_executed_units|new_units_added" ".build-fuzz/$1.log" | tr '\n' ' ')"
}

# Two at a time, as a core each.
for ((first = 0; first < ${#targets[@]}; first += 2)); do
  pids=()
  for target in "${targets[@]:first:2}"; do
    fuzz "$target" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid"; done
done
