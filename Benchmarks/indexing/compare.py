"""Building an index: Dateline beside stock FTS5 at C speed and Tantivy, all in one run.

Every figure is that of a process of its own. All engines take turns on all dumps, round by round,
each round beginning with another engine; figures are medians over the rounds, ratios medians of
each round's ratio. Exit status: 0 done, 1 a target that must be met is missed or an engine failed,
2 wrong usage.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

import agreement
import dumps
import machine
import rows
from jobs import ROOT, Job, Tools, append, comparison, growth, late_merge

SETS = ("reuters", "allsides", "generated")
QUICK_MEGABYTES = 20
ADDED = 100
"""Articles of an append."""
APPENDS = 6
"""Appends of one process: the first one is measured alone, the others are the figure 'again'."""


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, help="default 5, with --quick 1")
    parser.add_argument("--quick", action="store_true", help="small dumps: does it all run?")
    parser.add_argument("--sets", default=",".join(SETS), help="comma-separated subset")
    parser.add_argument("--megabytes", type=int, help="of the generated dump; default 2000")
    parser.add_argument("--workers", type=int, default=2, help="threads of all engines")
    parser.add_argument(
        "--late-merge", action="store_true", help="rows beside FTS5 without automerge, too"
    )
    parser.add_argument("--json", type=Path, help="write the figures of all rounds to this file")
    parser.add_argument("--dateline", type=Path, default=ROOT / ".build/release/dateline")
    parser.add_argument("--stage", type=Path, default=ROOT / ".build/release/IndexingBenchmark")
    parser.add_argument("--stock", type=Path, default=ROOT / ".build-peers/stock_fts5")
    parser.add_argument("--work", type=Path, default=ROOT / ".build-peers", help="scratch")
    arguments = parser.parse_args()
    arguments.sets = arguments.sets.split(",")
    if unknown := set(arguments.sets) - set(SETS):
        parser.error("unknown set: " + ", ".join(sorted(unknown)))
    if arguments.rounds is None:
        arguments.rounds = 1 if arguments.quick else 5
    if arguments.megabytes is None:
        arguments.megabytes = QUICK_MEGABYTES if arguments.quick else 2000
    if min(arguments.rounds, arguments.megabytes, arguments.workers) < 1:
        parser.error("--rounds, --megabytes and --workers must be at least 1")
    return arguments


class Run:
    def __init__(self, arguments: argparse.Namespace, work: Path) -> None:
        self.arguments = arguments
        self.work = work
        self.tools = Tools(arguments.dateline, arguments.stage, arguments.stock)
        self.dumps: dict[str, dumps.Dump] = {}
        self.jobs: list[Job] = []
        self.rounds: rows.Rounds = {}
        self.problems: list[str] = []
        """What makes the run fail."""
        self.missing: list[str] = []
        """Sets that are not here."""
        self.appended = (ADDED, 0)

    def prepare(self) -> None:
        limit = QUICK_MEGABYTES * 1_000_000 if self.arguments.quick else None
        for name in self.arguments.sets:
            note(f"dump: {name}")
            if name == "generated":
                self.prepare_generated()
                continue
            try:
                self.dumps[name] = dumps.real(name, self.work, limit)
            except dumps.Missing as reason:
                self.missing.append(f"{name}: {reason}")
                continue
            self.add_comparison(name)

    def add_comparison(self, name: str) -> None:
        dump = self.dumps[name].path
        self.jobs += comparison(self.tools, name, dump, self.arguments.workers)
        if self.arguments.late_merge:
            self.jobs += late_merge(self.tools, name, dump)

    def prepare_generated(self) -> None:
        size, workers = self.arguments.megabytes * 1_000_000, self.arguments.workers
        for name, bytes_wanted in (("generated", size), ("growth", size // 20)):
            target = self.work / f"{name}.jsonl"
            self.dumps[name] = dumps.generated_of_size(self.tools.dateline, target, bytes_wanted)
        self.add_comparison("generated")
        self.jobs += growth(self.tools, self.dumps["growth"].path, workers)
        before = 2_000 if self.arguments.quick else 100_000
        all_articles = dumps.generated(
            self.tools.dateline, self.work / "append.jsonl", before + APPENDS * ADDED
        )
        head, tail = dumps.cut(
            all_articles, self.work / "head.jsonl", self.work / "tail.jsonl", APPENDS * ADDED
        )
        all_articles.path.unlink()
        self.appended = (ADDED, head.articles)
        base = Job("append", "base", [self.tools.stage, head.path, "OUTPUT"], head.path)
        try:
            base.run(self.work / "base")
        except RuntimeError as failure:
            self.problems.append(str(failure))
            return
        head.path.unlink()
        self.jobs.append(
            append(self.tools, self.work / "base" / base.output, tail.path, ADDED, workers)
        )

    def measure(self) -> None:
        expected: dict[str, list[int]] = {}
        for round_number in range(self.arguments.rounds):
            turn = round_number % max(1, len(self.jobs))
            for job in self.jobs[turn:] + self.jobs[:turn]:
                directory = self.work / "run"
                shutil.rmtree(directory, ignore_errors=True)
                # Leaves no dirty pages of the engine before to be written in this one's time.
                os.sync()
                try:
                    figures = job.run(directory)
                except (RuntimeError, ValueError) as failure:
                    self.problems.append(str(failure))
                    self.jobs.remove(job)
                    self.rounds.pop((job.set, job.name), None)
                    continue
                self.rounds.setdefault((job.set, job.name), []).append(figures)
                note(
                    f"round {round_number + 1}: {job.set} {job.name}: "
                    f"{figures['wall_s']:.3f} s wall, {figures['cpu_s']:.3f} s CPU"
                )
                if round_number == 0:
                    self.check(job, figures, directory / job.output, expected)
        shutil.rmtree(self.work / "run", ignore_errors=True)

    def check(
        self, job: Job, figures: dict[str, Any], index: Path, expected: dict[str, list[int]]
    ) -> None:
        """All articles must be there, and the same be found where the same texts were indexed."""
        if job.set not in self.dumps:
            return
        if job.name.startswith("tantivy"):  # It stems otherwise.
            found = [figures["articles"]]
        elif job.name.startswith("whole"):  # It normalises the texts first.
            found = agreement.hits(index, [])
        else:
            found = agreement.hits(index, agreement.probes(job.dump))
            if expected.setdefault(job.set, found) != found:
                self.problems.append(f"{job.set} {job.name}: other hits than the engine before")
        if found[0] != self.dumps[job.set].articles:
            self.problems.append(
                f"{job.set} {job.name}: {found[0]} of {self.dumps[job.set].articles} articles"
            )

    def table(self) -> list[rows.Row]:
        sizes = {name: dump.bytes for name, dump in self.dumps.items()}
        return rows.rows(
            self.rounds, self.arguments.sets, sizes, self.appended, self.arguments.workers
        )

    def heading(self) -> str:
        facts = machine.facts()
        texts = "; ".join(
            f"{name} {dump.articles:,} articles, {dump.bytes / 1e6:.0f} MB"
            for name, dump in self.dumps.items()
        )
        return (
            f"{facts['cpu']}, {facts['cores']} cores, {facts['kernel']}; {texts}; "
            f"medians of {self.arguments.rounds} round(s)"
        )


def markdown(table: list[rows.Row]) -> str:
    head = ["set", "row", "Dateline", "beside", "ratio", "must", "ambitious", "verdict"]
    lines = [head, ["---"] * len(head), *(row.cells() for row in table)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def main() -> int:
    arguments = parse()
    tools = Tools(arguments.dateline, arguments.stage, arguments.stock)
    if absent := tools.missing():
        note("missing: " + ", ".join(map(str, absent)) + "; see setup.sh")
        return 1
    load = os.getloadavg()[0]
    arguments.work.mkdir(parents=True, exist_ok=True)
    # A folder of its own, so that nothing of the user's is ever removed.
    work = Path(tempfile.mkdtemp(prefix="indexing-", dir=arguments.work))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        run = Run(arguments, work)
        run.prepare()
        run.measure()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    table = run.table()
    print(run.heading() + f"; load before: {load:.2f}\n")
    print(markdown(table))
    print("\nRatio: their time over ours; for limits, the first figure over the second.")
    if arguments.quick:
        print("\nSmall dumps: the verdicts mean nothing.")
    if load > 0.5:
        print(f"\nThe machine was not idle (load {load:.2f}): wall times mean little.")
    for text in run.missing:
        print(f"\nNot measured: {text}")
    for text in run.problems:
        print(f"\n**Failed**: {text}")
    if arguments.json:
        result = {
            "load_before": load,
            "rounds": {" ".join(key): figures for key, figures in run.rounds.items()},
            "rows": [row.cells() for row in table],
        }
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    # Small dumps are no measure: there only failures count.
    missed = not arguments.quick and any(row.verdict == rows.MISSED for row in table)
    return 1 if missed or run.problems or not table else 0


if __name__ == "__main__":
    sys.exit(main())
