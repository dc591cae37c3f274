"""The protocol that every peer script speaks.

    peer_NAME.py version                  -> {"engine", "version", "language", "includes"}
    peer_NAME.py index DUMP DIR           -> {"cpu_s", "wall_s", "articles", "bytes",
                                              "index_bytes", "rss_mb"}
    peer_NAME.py query DIR QUERIES.tsv    -> {"queries": [{"class", "query", "us", "first_us",
                                              "hits"}, ...]}

Each command prints one JSON object. Exit status 3 means that the engine is not installed.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

NOT_INSTALLED = 3
REPEATS = 5
"""Timed runs of one query, after one that is not timed."""
SECONDS_PER_QUERY = 1.0
"""No further run of a query begins once its runs have taken this long."""


class Engine(Protocol):
    name: str
    language: str
    includes: str

    def version(self) -> str: ...

    def index(self, dump: Path, directory: Path) -> int:
        """Indexes a dump and returns the number of articles."""

    def open(self, directory: Path) -> tuple[Callable[[str, str], Any], Callable[[Any], int]]:
        """Returns the untimed preparation of a query and its timed run, which counts the hits."""


def lines(dump: Path) -> Iterator[bytes]:
    with open(dump, "rb", buffering=1 << 20) as file:
        for line in file:
            if not line.isspace():
                yield line


def articles(dump: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in lines(dump))


def directory_bytes(directory: Path) -> int:
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())


def read_queries(path: Path) -> list[tuple[str, str]]:
    queries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, tab, text = line.partition("\t")
        if tab and text:
            queries.append((kind, text))
    return queries


def split_phrase_term(text: str) -> tuple[str, str]:
    """The phrase and the further word of `"two words" other`."""
    phrase, _, rest = text.removeprefix('"').partition('"')
    return phrase.strip(), rest.strip()


def _index(engine: Engine, dump: Path, directory: Path) -> dict[str, Any]:
    wall = time.perf_counter()
    cpu = time.process_time()
    count = engine.index(dump, directory)
    return {
        "cpu_s": time.process_time() - cpu,
        "wall_s": time.perf_counter() - wall,
        "articles": count,
        "bytes": dump.stat().st_size,
        "index_bytes": directory_bytes(directory),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _query(engine: Engine, directory: Path, queries: Path) -> dict[str, Any]:
    prepare, run = engine.open(directory)
    measured = []
    for kind, text in read_queries(queries):
        prepared = prepare(kind, text)
        start = time.perf_counter()
        hits = run(prepared)
        first = time.perf_counter() - start
        times: list[float] = []
        while len(times) < REPEATS and (not times or sum(times) < SECONDS_PER_QUERY):
            start = time.perf_counter()
            run(prepared)
            times.append(time.perf_counter() - start)
        measured.append(
            {
                "class": kind,
                "query": text,
                "us": statistics.median(times) * 1e6,
                "first_us": first * 1e6,
                "hits": hits,
            }
        )
    return {"queries": measured}


def main(engine: Engine) -> None:
    match sys.argv[1:]:
        case ["version"]:
            result = {
                "engine": engine.name,
                "version": engine.version(),
                "language": engine.language,
                "includes": engine.includes,
            }
        case ["index", dump, directory]:
            os.makedirs(directory, exist_ok=True)
            result = _index(engine, Path(dump), Path(directory))
        case ["query", directory, queries]:
            result = _query(engine, Path(directory), Path(queries))
        case _:
            sys.exit(__doc__)
    json.dump(result, sys.stdout)
    print()


def not_installed(error: ImportError) -> None:
    print(error, file=sys.stderr)
    sys.exit(NOT_INSTALLED)
