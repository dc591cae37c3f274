#!/usr/bin/env bash
# Runs tests under a sanitizer. Usage: .ci/sanitize.sh address|thread|undefined [FILTER [SECONDS]]
#
# Everything is optimised, which unoptimised code is too slow for, but Swift's own checks of unsafe code stay in:
# bounds and alignment of buffers, numbers that do not fit, states that "cannot be" (-assert-config Debug).
# The Swift compiler knows no undefined-behaviour sanitizer: there these checks stand alone, and clang's watches the C
# and C++ code.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:?address, thread or undefined}
filter=${2:-}
seconds=${3:-3600}
case $kind in
  address | thread) watch=(--sanitize="$kind") ;;
  undefined)
    watch=(-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined
      -Xcxx -fsanitize=undefined -Xcxx -fsanitize-trap=undefined)
    ;;
  *)
    echo "sanitize: address, thread or undefined, not $kind" >&2
    exit 2
    ;;
esac
folder=.build-$kind
swift build -c release --build-tests "${watch[@]}" --scratch-path "$folder" \
  -Xswiftc -enable-testing -Xswiftc -assert-config -Xswiftc Debug 2>&1 | tail -n 3
# Leaks are not looked for: Swift's runtime keeps what it makes once.
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
export TSAN_OPTIONS=${TSAN_OPTIONS:-suppressions=$PWD/.ci/thread-sanitizer.txt}

# Each suite alone: its name tells what was found where.
suites=(DatelineMarkupTests DatelineIngestTests DatelineNormalizeTests DatelineAnalysisTests DatelineIndexTests
  DatelineFaultTests DatelineSearchTests DatelineClusterTests FuzzTests)
[ -z "$filter" ] || suites=("$filter")
end=$((SECONDS + seconds))
status=0
for suite in "${suites[@]}"; do
  left=$((end - SECONDS))
  [ $left -gt 0 ] || { echo "| $suite | $kind | not run: the time is up | |"; status=1; continue; }
  start=$SECONDS
  log=$folder/${suite//[^A-Za-z0-9]/-}.log
  code=0
  # What `swift test` runs, without its look at what must be built.
  timeout -k 10 $left "$folder/release/datelinePackageTests.xctest" --testing-library swift-testing \
    --filter "$suite" >"$log" 2>&1 || code=$?
  tests=$(grep -aoE "Test run with [0-9]+ test[s]? in [0-9]+ suite[s]?" "$log" | tail -n 1 | sed 's/Test run with //' || true)
  found=$(grep -acE "SUMMARY: .*Sanitizer|Fatal error|✘ Test .* recorded an issue" "$log" || true)
  [ $code = 0 ] && [ "$found" = 0 ] || status=1
  echo "| $suite | $kind | ${tests:-ended with status $code} | $found | $((SECONDS - start)) s"
done
exit $status
