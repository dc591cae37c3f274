"""Runs the same documents and the same queries through Dateline and other engines, in turns.

Every command of an engine is a process of its own, measured from outside (user + system CPU, wall
time, peak resident set). The engines take turns round by round, so that a slow spell of the
machine hits all of them; the figures are medians over the rounds, ratios the medians of each
round's ratio to Dateline.
"""

import argparse
import dataclasses
import json
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import child
import machine
import report
from engines import Dateline, Engine, Failed, Latency, Peer, Unavailable, index_size

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAMES = ("dateline", "fts5", "tantivy", "xapian")
SYSTEM_PYTHON = Path("/usr/bin/python3")


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000, help="size of a generated dump")
    parser.add_argument("--dump", type=Path, help="JSON Lines instead of a generated dump")
    parser.add_argument("--queries", type=Path, help="class TAB words; default: drawn from dump")
    parser.add_argument("--per-class", type=int, default=50, help="queries of a class when drawn")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engines", default=",".join(NAMES), help="comma-separated subset")
    parser.add_argument(
        "--dateline", type=Path, default=ROOT / ".build/release/dateline", help="release binary"
    )
    parser.add_argument("--work", type=Path, default=ROOT / ".build-peers", help="scratch")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    arguments = parser.parse_args()
    arguments.engines = arguments.engines.split(",")
    if unknown := set(arguments.engines) - set(NAMES):
        parser.error("unknown engine: " + ", ".join(sorted(unknown)))
    if min(arguments.rounds, arguments.articles, arguments.per_class) < 1:
        parser.error("--rounds, --articles and --per-class must be at least 1")
    return arguments


def engine(name: str, arguments: argparse.Namespace) -> Engine:
    match name:
        case "dateline":
            return Dateline(arguments.dateline)
        case "xapian":
            return Peer(name, SYSTEM_PYTHON)
        case _:
            return Peer(name, Path(sys.executable))


def prepare_dump(arguments: argparse.Namespace) -> Path:
    if arguments.dump:
        if not arguments.dump.is_file():
            sys.exit(f"{arguments.dump}: no such file")
        return arguments.dump.resolve()
    dump = arguments.work / "dump.jsonl"
    run = child.run(
        [arguments.dateline, "bench", "--articles", str(arguments.articles), "--write", dump]
    )
    if run.status != 0:
        sys.exit(f"cannot generate a dump ({run.failure}); give one with --dump")
    return dump


def warm(dump: Path) -> tuple[int, int]:
    """Reads the dump once, so that every engine finds it in memory; bytes and articles."""
    size = articles = 0
    with open(dump, "rb", buffering=1 << 20) as file:
        for line in file:
            size += len(line)
            articles += not line.isspace()
    return size, articles


class Comparison:
    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.present: list[Engine] = []
        self.result: dict[str, Any] = {"machine": machine.facts(), "rounds": arguments.rounds}
        self.engines: dict[str, dict[str, Any]] = {}
        self.failed = False

    def run(self) -> dict[str, Any]:
        self.identify()
        dump = prepare_dump(self.arguments)
        size, articles = warm(dump)
        self.result["dump"] = {"name": dump.name, "bytes": size, "articles": articles}
        queries = self.arguments.queries
        if not queries:
            queries = self.arguments.work / "queries.tsv"
            self.draw_queries(dump, queries)
        self.read_json_only(dump)
        self.index(dump)
        self.query(queries)
        self.summarise(size)
        self.result["engines"] = self.engines
        return self.result

    def draw_queries(self, dump: Path, queries: Path) -> None:
        # In a child: the memory of this process is a floor under the peaks of its children.
        run = child.run(
            [
                sys.executable, "-B", HERE / "sample_queries.py", dump, queries,
                str(self.arguments.per_class),
            ]
        )  # fmt: skip
        if run.status != 0:
            sys.exit(f"cannot draw queries from the dump: {run.failure}")

    def identify(self) -> None:
        for name in self.arguments.engines:
            candidate = engine(name, self.arguments)
            facts: dict[str, Any] = {"status": "measured"}
            try:
                facts |= candidate.identify()
                self.present.append(candidate)
            except Unavailable as reason:
                facts |= {"status": "missing", "reason": str(reason)}
            except Failed as reason:
                facts |= {"status": "failed", "reason": str(reason)}
                self.failed = True
            self.engines[name] = facts

    def read_json_only(self, dump: Path) -> None:
        rows = []
        for interpreter in dict.fromkeys((Path(sys.executable), SYSTEM_PYTHON)):
            runs = [
                child.run([interpreter, "-B", HERE / "read_json.py", dump])
                for _ in range(self.arguments.rounds)
            ]
            if any(run.status != 0 for run in runs):
                continue
            rows.append(
                {
                    "language": "Python " + json.loads(runs[0].stdout)["python"]
                    + (" (system's)" if interpreter == SYSTEM_PYTHON else ""),
                    "wall_s": statistics.median(run.wall_s for run in runs),
                    "cpu_s": statistics.median(run.cpu_s for run in runs),
                }
            )
        self.result["reading_json_only"] = rows

    def directory(self, candidate: Engine) -> Path:
        return self.arguments.work / candidate.name

    def drop(self, candidate: Engine, status: str, reason: str) -> None:
        self.engines[candidate.name] |= {"status": status, "reason": reason}
        self.present.remove(candidate)
        self.failed = True

    def index(self, dump: Path) -> None:
        for round_number in range(1, self.arguments.rounds + 1):
            for candidate in list(self.present):
                note(f"index round {round_number}: {candidate.name}")
                shutil.rmtree(self.directory(candidate), ignore_errors=True)
                # Leaves no dirty pages of the engine before to be written in this one's time.
                os.sync()
                run = candidate.index(dump, self.directory(candidate))
                if run.status != 0:
                    self.drop(candidate, "failed", run.failure)
                    continue
                self.engines[candidate.name].setdefault("index_rounds", []).append(
                    {
                        "wall_s": run.wall_s,
                        "cpu_s": run.cpu_s,
                        "rss_mb": run.rss_mb,
                        "index_bytes": index_size(self.directory(candidate)),
                    }
                )

    def query(self, queries: Path) -> None:
        skipped: set[str] = set()
        for round_number in range(1, self.arguments.rounds + 1):
            for candidate in self.present:
                facts = self.engines[candidate.name]
                if candidate.name in skipped:
                    continue
                note(f"query round {round_number}: {candidate.name}")
                try:
                    latencies = candidate.query(self.directory(candidate), queries)
                except (Unavailable, Failed) as reason:
                    facts["queries_skipped"] = str(reason)
                    facts.pop("query_rounds", None)
                    self.failed = self.failed or isinstance(reason, Failed)
                    skipped.add(candidate.name)
                    continue
                facts.setdefault("query_rounds", []).append(latencies)

    def summarise(self, size: int) -> None:
        base = self.engines.get("dateline", {})
        for facts in self.engines.values():
            if rounds := facts.get("index_rounds"):
                facts["index"] = {
                    key: statistics.median(row[key] for row in rounds) for key in rounds[0]
                }
                for clock in ("wall_s", "cpu_s"):
                    facts["index"]["mb_per_" + clock] = size / 1e6 / facts["index"][clock]
                    if ours := base.get("index_rounds"):
                        facts["index"][clock + "_ratio"] = statistics.median(
                            row[clock] / other[clock]
                            for row, other in zip(rounds, ours, strict=False)
                        )
            if rounds := facts.pop("query_rounds", None):
                facts["queries"] = {kind: median_latency(rounds, kind) for kind in rounds[0]}


def median_latency(rounds: list[dict[str, Latency]], kind: str) -> dict[str, Any]:
    rows = [dataclasses.asdict(row[kind]) for row in rounds]
    return {
        key: None if value is None else statistics.median(row[key] for row in rows)
        for key, value in rows[0].items()
    }


def main() -> int:
    arguments = parse()
    arguments.work.mkdir(parents=True, exist_ok=True)
    # A folder of its own, so that nothing of the user's is ever removed.
    arguments.work = Path(tempfile.mkdtemp(prefix="compare-", dir=arguments.work))
    try:
        comparison = Comparison(arguments)
        result = comparison.run()
    finally:
        shutil.rmtree(arguments.work, ignore_errors=True)
    print(report.markdown(result))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 1 if comparison.failed else 0


if __name__ == "__main__":
    sys.exit(main())
