#!/usr/bin/env python3
"""Proves that building an index survives crashes and hostile surroundings.

The command is killed (SIGKILL) at random moments and at chosen system calls; after each kill the file
must be whole and hold the articles from before or from after, never a third thing, and the next run
must give what an undisturbed one gives and leave nothing behind. Then come full disks, missing
rights, locks, links and strange names. Root and strace make it complete; what is skipped is said.

Exit status: 0 all in order, 1 a violation, 2 wrong usage.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import calls
import disks
import dumps
import interrupts
import kills
import surroundings
from index_file import Violation
from places import Bench, Skip
from scenario import Scenario

ROOT = Path(__file__).resolve().parent.parent.parent
MEMORY = ["--memory", "16", "--quiet"]


def scenarios(dateline: Path, folder: Path, bench: Bench) -> dict[str, tuple[Scenario, float]]:
    """What is killed, and its share of the kills."""

    def place(name: str) -> Path:
        path = folder / name
        path.mkdir(exist_ok=True)
        return path

    def index(name: str, dump: Path, before: Path | None) -> Scenario:
        arguments = ["index", dump, "--db", "DB", *MEMORY]
        return Scenario(name, dateline, arguments, place(name.replace(" ", "-")), before)

    made = bench.dumps
    result = {
        "fresh": (index("fresh build", made.fresh, None), 0.3),
        "large": (index("large append", made.large, bench.base), 0.35),
        "small": (index("small append", made.small, bench.base), 0.2),
        "stalls": (
            Scenario(
                "build with several commits", dateline,
                ["index", "-", "--format", "jsonl", "--db", "DB", *MEMORY], place("stalls"), None,
                feed=(made.base, made.large_tail, made.small_new)),
            0.1),
    }
    if _has_command(dateline, "optimize"):
        segments = folder / "segments.db"
        shutil.copyfile(bench.base, segments)
        for dump in (made.large, made.small):
            bench.index(segments, dump)
        result["optimize"] = (
            Scenario(
                "optimize", dateline, ["optimize", "--db", "DB"], place("optimize"), segments),
            0.15)
    return result


def _has_command(dateline: Path, name: str) -> bool:
    return subprocess.run(
        [dateline, name, "--help"], capture_output=True, check=False).returncode == 0


class Report:
    """Prints what happens and counts."""

    def __init__(self) -> None:
        self.violations = 0
        self.skipped: list[str] = []
        self.phases: Counter = Counter()

    def run(self, name: str, body) -> None:
        start = time.monotonic()
        try:
            result = body()
            if isinstance(result, Counter):
                self.phases.update(result)
                kills = sum(count for phase, count in result.items() if phase != "none")
                result = f"{kills} kills: " + ", ".join(
                    f"{count} {phase}" for phase, count in sorted(result.items()))
            line = f"ok        {name}: {result}"
        except Skip as skip:
            self.skipped.append(name)
            line = f"SKIPPED   {name}: {skip}"
        except Violation as violation:
            self.violations += 1
            line = f"VIOLATION {name}: {violation}"
        except Exception:
            # A mistake of this program must not look like success.
            self.violations += 1
            line = f"BROKEN    {name}: {traceback.format_exc()}"
        print(f"{line} ({time.monotonic() - start:.0f} s)", flush=True)

    def end(self, seed: int) -> int:
        """Prints the summary; the exit status."""
        hits = {phase: count for phase, count in self.phases.items() if phase != "none"}
        print(
            f"{sum(hits.values())} kills ("
            + ", ".join(f"{count} {phase}" for phase, count in sorted(hits.items()))
            + f" the commit), {self.phases['none']} too late; "
            f"{self.violations} violations, {len(self.skipped)} skipped; seed {seed}")
        return 1 if self.violations else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dateline", type=Path, default=ROOT / ".build/release/dateline")
    parser.add_argument("--kills", type=int, default=240, help="random kills")
    parser.add_argument(
        "--body", type=int, default=1500, help="most characters of a text; debug builds are slow")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--jobs", type=int, default=2, help="what is done at a time")
    parser.add_argument("--only", help="run what has this expression in its name")
    parser.add_argument("--directory", type=Path, help="where to work; default: a temporary folder")
    options = parser.parse_args()
    dateline = options.dateline.resolve()
    if not dateline.is_file():
        print(f"{dateline}: no such program; `make build` first", file=sys.stderr)
        return 2
    seed = options.seed if options.seed is not None else random.randrange(1 << 32)
    print(f"{dateline}, seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(dir=options.directory, prefix="dateline-stress-") as name:
        folder = Path(name)
        # Also for a user without rights.
        folder.chmod(0o755)
        return _run(dateline, folder, seed, options)


def _run(dateline: Path, folder: Path, seed: int, options: argparse.Namespace) -> int:
    report = Report()
    bench = Bench(dateline, dumps.make(dateline, folder, seed, options.body), folder)

    chosen = scenarios(dateline, folder, bench)
    if "optimize" not in chosen:
        print("SKIPPED   kills of optimize: this binary has no such command")
        report.skipped.append("optimize")
    total = sum(share for _, share in chosen.values())
    work = []
    for scenario, share in chosen.values():
        title = f"kills of {scenario.name}"
        count = -int(-options.kills * share // total)
        work.append((title, partial(kills.run, scenario, count, random.Random(f"{seed} {title}"))))
    for scenario, _ in chosen.values():
        title = f"kills at system calls of {scenario.name}"
        if not scenario.feed:
            # Other kills of the same command may be under way.
            apart = replace(scenario, folder=scenario.folder.with_name(f"{scenario.folder.name}-calls"))
            apart.folder.mkdir()
            work.append((title, partial(calls.run, apart, 10, random.Random(f"{seed} {title}"))))
    for scenario, _ in chosen.values():
        title = f"interruptions of {scenario.name}"
        if not scenario.feed and scenario.name != "optimize":
            apart = replace(scenario, folder=scenario.folder.with_name(f"{scenario.folder.name}-int"))
            apart.folder.mkdir()
            work.append(
                (title, partial(interrupts.run, apart, 10, random.Random(f"{seed} {title}"))))
    for title, case in (disks.CASES | surroundings.CASES).items():
        work.append((title, partial(case, bench)))
    with ThreadPoolExecutor(options.jobs) as executor:
        for title, body in work:
            if not options.only or re.search(options.only, title):
                executor.submit(report.run, title, body)
    return report.end(seed)


if __name__ == "__main__":
    sys.exit(main())
