#!/usr/bin/env bash
# Feeds a generated dump into Sphinx shards on this machine and into a file, and asks both.
#   run.sh [ARTICLES] [SHARDS]     100,000 articles, 3 shards
set -euo pipefail
cd "$(dirname "$0")/../.."
articles=${1:-100000} shards=${2:-3}
command -v searchd >/dev/null || {
  echo "cluster benchmark: skipped, searchd (Debian: sphinxsearch) is not installed" >&2
  exit 0
}
dateline=$PWD/.build/release/dateline
work=$(mktemp -d)
pids=()
clean() {
  [ ${#pids[@]} -eq 0 ] || kill -9 "${pids[@]}" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT
port=$((20000 + RANDOM % 8000))
"$dateline" cluster init --kind sphinx --shards "$shards" --port "$port" --data "$work/data" --output "$work/conf" >"$work/said"
names=(front) list=()
for ((i = 0; i < shards; i++)); do names+=("shard$i") list+=("127.0.0.1:$((port + 2 + 2 * i))"); done
for name in "${names[@]}"; do
  mkdir -p "$work/data/$name/binlog"
  searchd --config "$work/conf/$name.conf" --nodetach >/dev/null 2>&1 &
  pids+=($!)
  # Or the shell would tell of each when it is killed.
  disown
done
engine=sphinxql://127.0.0.1:$port/news
for ((i = 0; i < 100; i++)); do
  "$dateline" search "" --limit 0 --require-complete --engine "$engine" >/dev/null 2>&1 && break
  [ $? -eq 1 ] && break
  sleep 0.1
done
"$dateline" bench --articles "$articles" --write "$work/dump.jsonl" --write-queries "$work/queries.tsv" >/dev/null
# Processor seconds of the servers so far.
serving() {
  local ticks=0 pid fields
  for pid in "${pids[@]}"; do
    read -ra fields <"/proc/$pid/stat"
    ticks=$((ticks + fields[13] + fields[14]))
  done
  awk -v t="$ticks" -v hz="$(getconf CLK_TCK)" 'BEGIN { print t / hz }'
}
timed() {
  local start end used=$work/used before after
  before=$(serving)
  start=$(date +%s.%N)
  (TIMEFORMAT='%U %S'; { time "$@" >/dev/null; } 2>"$used")
  end=$(date +%s.%N)
  after=$(serving)
  awk -v s="$start" -v e="$end" -v n="$articles" -v d="$(awk "BEGIN { print $after - $before }")" \
    'END { printf "%.1f s, %.0f articles/s; processor: import %.1f s, servers %.1f s\n", e - s, n / (e - s), $1 + $2, d }' "$used"
}
echo -n "file:    "
timed "$dateline" index "$work/dump.jsonl" --db "$work/news.db" --quiet
echo -n "cluster: "
timed "$dateline" index "$work/dump.jsonl" --engine "$engine" --shards "$(IFS=,; echo "${list[*]}")" --quiet
echo "size:    file $(du -m "$work/news.db" | cut -f1) MB, cluster $(du -cm "$work"/data/shard* | tail -1 | cut -f1) MB on $shards shards"
for ((i = 0; i < ${#names[@]}; i++)); do
  echo "memory:  ${names[$i]} $(awk '/VmRSS/ { r = $2 } /VmHWM/ { h = $2 } END { printf "%d MB, peak %d MB", r / 1024, h / 1024 }' "/proc/${pids[$i]}/status")"
done
.build/release/ClusterBenchmark "$work/news.db" "$work/queries.tsv" "$engine"
