#!/usr/bin/env bash
# Fuzzes the parsers of foreign bytes. Usage: .ci/fuzz.sh [SECONDS for each target] [TARGET...]
# SEED=N repeats a run; SANITIZER=address watches memory too, more slowly; TIMEOUT=N gives an input N seconds, where
# other programs keep the machine busy; PARALLEL=N runs N targets at a time. A finding does not end the other targets'
# runs. Inputs with something new stay in .build-fuzz/corpus, where the next run begins.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
targets=("${@:2}")
if [ ${#targets[@]} = 0 ]; then
  targets=(database query html warc feed archive json csv text sgml date gazetteer answers evaluation)
fi
seed=${SEED:-$RANDOM}
folder=.build-fuzz${SANITIZER:+-$SANITIZER}
# Optimised, with Swift's own checks of unsafe code: bounds of lent buffers are exactly those that were meant.
DATELINE_FUZZ=1 swift build -c release --product DatelineFuzz --scratch-path "$folder" \
  -Xswiftc -sanitize=fuzzer${SANITIZER:+,$SANITIZER} -Xswiftc -use-ld=lld \
  -Xswiftc -assert-config -Xswiftc Debug 2>&1 | tail -n 3
binary=$folder/release/DatelineFuzz
# Leaks are not looked for: Swift's runtime keeps what it makes once.
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
# Swift's own report of a crash would keep libFuzzer from its own, which saves the input.
export SWIFT_BACKTRACE=${SWIFT_BACKTRACE:-enable=no}

timeout=${TIMEOUT:-$((${SANITIZER:+4}0 + 10))}

# How long inputs of a target are. The first ones are so slow that lengths would not grow in the time there is.
lengths() {
  case $1 in
  database | date | answers) echo "-max_len=256 -len_control=0" ;;
  query) echo "-max_len=1024 -len_control=0" ;;
  *) echo "-max_len=65536" ;;
  esac
}

fuzz() {
  local work=$folder/corpus/$1 seeds=Tests/Fuzz/seeds
  mkdir -p "$work"
  local inputs=("$work")
  # Of these each line is an input.
  if [ -f "$seeds/$1.lines" ]; then
    mkdir -p "$folder/lines/$1"
    split -l 1 "$seeds/$1.lines" "$folder/lines/$1/"
    inputs+=("$folder/lines/$1")
  else
    inputs+=(Corpus/formats)
  fi
  [ ! -d "$seeds/$1" ] || inputs+=("$seeds/$1")
  echo "fuzz: $1, $seconds s, seed $seed"
  local status=0 TIMEFORMAT='%0U %0S'
  # shellcheck disable=SC2046
  { time FUZZ_TARGET=$1 sh -c 'echo $$ >"$0" && exec "$@"' "$folder/$1.pid" \
    "$binary" "${inputs[@]}" $(lengths "$1") \
    -max_total_time="$seconds" -reload=0 -seed="$seed" -timeout="$timeout" \
    -rss_limit_mb=$((2048 ${SANITIZER:+* 4})) \
    -artifact_prefix="$folder/$1-" -print_final_stats=1 >"$folder/$1.log" 2>&1; } 2>"$folder/$1.time" || status=$?
  # libFuzzer ends without the process's own handlers, so that its index files (SampleIndex) are still there.
  local process
  process=$(<"$folder/$1.pid")
  rm -rf "/dev/shm/dateline-fuzz-$process" "${TMPDIR:-/tmp}/dateline-fuzz-$process" "$folder/$1.pid"
  if [ $status != 0 ]; then
    tail -n 40 "$folder/$1.log"
    echo "fuzz: $1 failed; the input is in $folder" >&2
  fi
  figure() { grep -oE "$1: *[0-9]+" "$2" | grep -oE "[0-9]+" || echo 0; }
  local user system
  read -r user system < <(tail -n 1 "$folder/$1.time")
  echo "| $1 | $seed | $seconds s, $((user + system)) s of CPU | $(figure number_of_executed_units "$folder/$1.log") inputs," \
    "$(figure new_units_added "$folder/$1.log") new | $((status != 0)) |"
  return $((status != 0))
}

# Two at a time, as a core each.
status=0
running=0
for target in "${targets[@]}"; do
  if [ $running = "${PARALLEL:-2}" ]; then
    wait -n || status=1
    running=$((running - 1))
  fi
  fuzz "$target" &
  running=$((running + 1))
done
for ((; running > 0; running--)); do wait -n || status=1; done
exit $status
