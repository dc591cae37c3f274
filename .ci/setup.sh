#!/usr/bin/env bash
# Installs the Debian packages named that are missing; says what to do where it cannot.
set -euo pipefail
if ! command -v swift >/dev/null; then
  echo "setup: the Swift toolchain (6.1 or later) is missing; install it from swift.org" >&2
  exit 1
fi
if ! command -v dpkg-query >/dev/null; then
  echo "setup: this is no Debian system; install the libraries SQLite 3 (with FTS5), simdjson, libxml2," >&2
  echo "setup: libarchive, uchardet, CLD2, zlib, bzip2, brotli, zstd, libcsv, libedit and xxHash with their headers by hand, and" >&2
  echo "setup: the sqlite3 shell for the tests" >&2
  exit 0
fi
missing=()
for package in "$@"; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
echo "setup: installing ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: please run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get update -qq &&
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2; then
  echo "setup: that failed; please install by hand: ${missing[*]}" >&2
  exit 1
fi
