"""Reads a dump and keeps nothing: the part of a Python peer's time that is not its engine's."""

import json
import sys
from pathlib import Path

import peer_common

if __name__ == "__main__":
    count = sum(1 for _ in peer_common.articles(Path(sys.argv[1])))
    json.dump({"articles": count, "python": sys.version.split()[0]}, sys.stdout)
