#!/usr/bin/env bash
# Invariants of the layout that the compiler does not check.
set -euo pipefail
cd "$(dirname "$0")/.."
status=0
complain() {
  echo "imports: $1" >&2
  status=1
}
importers() { grep -rlE "^(@testable |public |package |internal |private )*import ($1)\$" Sources --include='*.swift' | cut -d/ -f2 | sort -u | tr '\n' ' '; }
[ "$(importers 'GRDB|GRDBSQLite|CSQLite|SQLite3')" = "DatelineIndex " ] || complain "only DatelineIndex may import SQLite: $(importers 'GRDB|GRDBSQLite|CSQLite|SQLite3')"
[ "$(importers CSimdJSON)" = "DatelineIngest " ] || complain "only DatelineIngest may import simdjson"
[ "$(importers CLibCSV)" = "DatelineIngest " ] || complain "only DatelineIngest may import libcsv"
[ "$(importers CXXHash)" = "DatelineCore " ] || complain "only DatelineCore may import xxHash"
[ "$(importers CLibXML2)" = "DatelineMarkup " ] || complain "only DatelineMarkup may import libxml2"
[ "$(importers CCLD2)" = "DatelineNormalize " ] || complain "only DatelineNormalize may import CLD2"
[ "$(importers 'CLibArchive|CUchardet|CZLib|CBzip2|CBrotli|CLZMA|CZstd')" = "DatelineIngest " ] || complain "only DatelineIngest may import libarchive, uchardet, zlib, libbz2, brotli, liblzma and libzstd"
[ "$(importers CMariaDB)" = "DatelineCluster " ] || complain "only DatelineCluster may import libmariadb"
[ "$(importers CEdit)" = "dateline " ] || complain "only the command line may import libedit"
[ "$(importers CMalloc)" = "dateline " ] || complain "only the command line may tune the allocator"
[ "$(importers ArgumentParser)" = "dateline " ] || complain "only the command line may import ArgumentParser"
exit $status
