#!/usr/bin/env bash
# Runs the tests without a network: all that is there is loopback, over which the tests of clusters reach their servers.
# Usage: .ci/offline.sh [SUITE...]. What must be built is built before, with the network there is.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${DATELINE_OFFLINE:-}" = "" ]; then
  swift build --build-tests --explicit-target-dependency-import-check error 2>&1 | tail -n 3
  # Root keeps its rights, which some tests need; others become root of a namespace of their own.
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(--map-root-user)
  DATELINE_OFFLINE=1 exec unshare --net "${as_root[@]}" .ci/offline.sh "$@"
fi

ip link set lo up
links=$(ip -o link | cut -d " " -f 2)
if [ "$links" != lo: ] || [ -n "$(ip route)$(ip -6 route show default)" ]; then
  echo "offline: there is a network" >&2
  exit 2
fi
echo "offline: nothing but loopback"

# Each suite alone: its row stands as soon as it has run.
suites=("$@")
if [ ${#suites[@]} = 0 ]; then
  for folder in Tests/*Tests; do suites+=("${folder#Tests/}"); done
fi
status=0
for suite in "${suites[@]}"; do
  start=$SECONDS
  log=.build/offline-${suite//[^A-Za-z0-9]/-}.log
  code=0
  # What `swift test` runs, without its look at what must be built.
  .build/debug/datelinePackageTests.xctest --testing-library swift-testing --filter "$suite" >"$log" 2>&1 || code=$?
  tests=$(grep -aoE "Test run with [0-9]+ tests? in [0-9]+ suites?" "$log" | tail -n 1 | sed 's/Test run with //' || true)
  found=$(grep -acE "Fatal error|✘ Test .* recorded an issue" "$log" || true)
  [ $code = 0 ] && [ "$found" = 0 ] && [ -n "$tests" ] || status=1
  echo "| $suite | ${tests:-ended with status $code} | $found | $((SECONDS - start)) s |"
done
exit $status
