"""The engines behind one face: is it there, index a dump, run queries."""

import json
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import child
from peer_common import NOT_INSTALLED, directory_bytes

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Latency:
    """Latency of one class of queries in microseconds; `hits` is the mean number of rows shown."""

    queries: int
    p50: float
    p95: float
    p99: float
    first: float
    """Median of the first times, with nothing known of the queries."""
    hits: float | None = None


class Unavailable(Exception):
    """The engine, or one of its commands, is not there; the text says why."""


class Failed(Exception):
    """The engine is there and its command failed."""


class Engine(Protocol):
    name: str

    def identify(self) -> dict[str, str]:
        """Version, language and what the index time includes; raises Unavailable."""

    def index(self, dump: Path, directory: Path) -> child.Run: ...

    def query(self, directory: Path, queries: Path) -> dict[str, Latency]: ...


def percentile(ascending: Sequence[float], share: float) -> float:
    return ascending[min(len(ascending) - 1, int(len(ascending) * share))]


class Dateline:
    name = "dateline"

    def __init__(self, binary: Path) -> None:
        self.binary = binary

    def identify(self) -> dict[str, str]:
        if not shutil.which(self.binary):
            raise Unavailable(f"no release binary at {self.binary}")
        run = child.run([self.binary, "--version"])
        if run.status != 0:
            raise Unavailable(run.failure)
        return {
            "version": "dateline " + run.stdout.strip(),
            "language": "Swift",
            "includes": "reading JSON, normalising text, finding entities, all tables of the file "
            "(articles, full-text index, entities), commit; all in one program",
        }

    def index(self, dump: Path, directory: Path) -> child.Run:
        directory.mkdir(parents=True)
        return child.run([self.binary, "index", dump, "--db", directory / "news.db", "--quiet"])

    def query(self, directory: Path, queries: Path) -> dict[str, Latency]:
        run = child.run(
            [self.binary, "bench", "--db", directory / "news.db", "--queries", queries, "--no-stock", "--json"]
        )
        if run.status != 0:
            raise Unavailable(f"dateline bench: {run.failure}")
        try:
            return {
                row["class"]: Latency(
                    row["queries"], row["p50_us"], row["p95_us"], row["p99_us"], row["first_us"]
                )
                for row in json.loads(run.stdout)["queries"]
            }
        except (ValueError, KeyError, TypeError) as error:
            raise Unavailable(f"dateline bench: output not understood ({error!r})") from error


class Peer:
    def __init__(self, name: str, interpreter: Path) -> None:
        self.name = name
        self.interpreter = interpreter
        self.script = HERE / f"peer_{name}.py"

    def identify(self) -> dict[str, str]:
        run = child.run([self.interpreter, "-B", self.script, "version"])
        if run.status == NOT_INSTALLED or run.status == 127:
            raise Unavailable(f"not installed ({run.failure}); see setup.sh")
        if run.status != 0:
            raise Failed(run.failure)
        return json.loads(run.stdout)

    def index(self, dump: Path, directory: Path) -> child.Run:
        return child.run([self.interpreter, "-B", self.script, "index", dump, directory])

    def query(self, directory: Path, queries: Path) -> dict[str, Latency]:
        run = child.run([self.interpreter, "-B", self.script, "query", directory, queries])
        if run.status != 0:
            raise Failed(run.failure)
        rows: dict[str, list[dict[str, Any]]] = {}
        for row in json.loads(run.stdout)["queries"]:
            rows.setdefault(row["class"], []).append(row)
        return {kind: self._latency(of_class) for kind, of_class in rows.items()}

    @staticmethod
    def _latency(rows: list[dict[str, Any]]) -> Latency:
        times = sorted(row["us"] for row in rows)
        return Latency(
            queries=len(times),
            p50=percentile(times, 0.5),
            p95=percentile(times, 0.95),
            p99=percentile(times, 0.99),
            first=statistics.median(row["first_us"] for row in rows),
            hits=statistics.mean(row["hits"] for row in rows),
        )


def index_size(directory: Path) -> int:
    return directory_bytes(directory)
