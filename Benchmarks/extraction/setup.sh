#!/usr/bin/env bash
# Installs what comparing and training need into a virtual environment below .build.
set -euo pipefail
cd "$(dirname "$0")/../.."
"$(pwd)/.ci/setup.sh" zstd python3-venv
environment=.build/extraction-env
[ -d "$environment" ] || /usr/bin/python3 -m venv "$environment"
# Not through bin/pip, which names the folder it was made in.
"$environment/bin/python" -m pip -q install 'trafilatura==2.3.1' lxml_html_clean \
  'warcio==1.8.1' 'orjson==3.13.0'
[ "${1:-}" != train ] || "$environment/bin/python" -m pip -q install 'lightgbm==4.7.0' numpy \
  'readability-lxml==0.9' 'resiliparse==2.0.1'
