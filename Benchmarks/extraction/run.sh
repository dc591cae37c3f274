#!/usr/bin/env bash
# Extraction scores and speed beside Trafilatura. Usage: DATELINE_DATA=FOLDER run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${DATELINE_DATA:-}" ]; then
  echo "extraction: skipped, set DATELINE_DATA to a folder with html/extraction-dev.tar.zst" >&2
  exit 0
fi
PYTHONPATH=Benchmarks/extraction .build/extraction-env/bin/python \
  Benchmarks/extraction/compare.py .build/release/dateline "$DATELINE_DATA"
