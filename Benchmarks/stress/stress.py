#!/usr/bin/env python3
"""Proves that building an index survives crashes and hostile surroundings.

The command is killed (SIGKILL) at random moments and at chosen system calls; after each kill the file
must be whole and hold the articles from before or from after, never a third thing, and the next run
must give what an undisturbed one gives and leave nothing behind. Then come full disks, missing
rights, locks, links and strange names, readers and repairs beside writers, the same work for long, files that are
damaged, power lost and calls failing inside writers, and foreign bytes for every parser. Root and strace make it complete; what is skipped is said.

Exit status: 0 all in order, 1 a violation, 2 wrong usage.
"""

import argparse
import json
import os
import random
import re
import shutil
import sqlite3
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
from typing import Callable

# Before the parts are imported, which ask for it.
if "--sanitized" in sys.argv:
    os.environ["DATELINE_SANITIZED"] = "1"
    # What is found must end the program with a status of its own.
    os.environ["ASAN_OPTIONS"] = "detect_leaks=0:exitcode=99"
    suppressions = Path(__file__).resolve().parent.parent.parent / ".ci/thread-sanitizer.txt"
    os.environ["TSAN_OPTIONS"] = f"halt_on_error=1:exitcode=99:suppressions={suppressions}"

import builds
import calls
import concurrency
import corruptions
import disks
import dumps
import index_file
import interrupts
import kills
import repairs
import repairs_beside
import soak
import surroundings
from budget import Amounts, Clock
from index_file import Violation
from places import Bench, Skip
from scenario import Scenario

ROOT = Path(__file__).resolve().parent.parent.parent
MEMORY = ["--memory", "16", "--quiet"]
EDITS = (
    ["add", "Tums", "--kind", "org"], ["edit", "nato", "--alias", "digeave"], ["remove", "russia"])
"""Changes to the entities; the words are of the made-up texts."""


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
        "fresh": (index("fresh build", made.fresh, None), 0.06),
        "large": (index("large append", made.large, bench.base), 0.08),
        "small": (index("small append", made.small, bench.base), 0.22),
        "stalls": (
            Scenario(
                "build with several commits", dateline,
                ["index", "-", "--format", "jsonl", "--db", "DB", *MEMORY], place("stalls"), None,
                feed=(made.base, made.large_tail, made.small_new)),
            0.02),
    }
    if _has_command(dateline, "optimize"):
        segments = folder / "segments.db"
        shutil.copyfile(bench.base, segments)
        for dump in (made.large, made.small):
            bench.index(segments, dump)
        result["optimize"] = (
            Scenario(
                "optimize", dateline, ["optimize", "--db", "DB"], place("optimize"), segments),
            0.1)
    tagged = folder / "entities.db"
    shutil.copyfile(folder / "fresh-reference.db", tagged)
    for edit in EDITS:
        subprocess.run(
            [dateline, "entities", *edit, "--db", tagged], check=True, capture_output=True)
    result["entities"] = (
        Scenario(
            "entities apply", dateline, ["entities", "apply", "--db", "DB"], place("entities"),
            tagged, tags=True),
        0.15)
    result["replaced"] = (
        index("import that replaces 2,200 articles", made.replaced, folder / "fresh-reference.db"),
        0.05)
    keys = folder / "keys.txt"
    keys.write_text(
        "\n".join(index_file.read(folder / "fresh-reference.db").keys[::3]) + "\n", encoding="utf-8")
    result["delete"] = (
        Scenario(
            "delete of 800 articles", dateline, ["delete", "--keys", keys, "--db", "DB"],
            place("delete"), folder / "fresh-reference.db", again=1),
        0.1)
    old = folder / "version1.db"
    _make_old_file(old, made.fresh)
    result["upgrade"] = (
        Scenario(
            "upgrade from version 1", dateline, ["upgrade", "--db", "DB"], place("upgrade"), old,
            kept=".schema1"),
        0.1)
    if shutil.which("sqlite3"):
        result["deletes"] = (
            Scenario(
                "deletes by sqlite3, import, optimize", dateline, [], place("deletes"), bench.base,
                steps=(
                    ["sqlite3", "DB", "DELETE FROM articles WHERE id % 3 = 1 AND id < 390"],
                    [dateline, "index", made.small_new, "--db", "DB", *MEMORY],
                    [dateline, "optimize", "--db", "DB"])),
            0.17)
    return result


def _make_old_file(path: Path, dump: Path) -> None:
    """A file of version 1 with the articles of a dump."""
    connection = sqlite3.connect(path)
    connection.executescript((ROOT / "Tests/schemas/version1.sql").read_text(encoding="utf-8"))
    articles = map(json.loads, dump.read_text(encoding="utf-8").splitlines())
    connection.executemany(
        "INSERT INTO articles (key, title, body) VALUES (:id, :title, :body)", articles)
    connection.commit()
    connection.close()


def _has_command(dateline: Path, name: str) -> bool:
    return subprocess.run(
        [dateline, name, "--help"], capture_output=True, check=False).returncode == 0


class Report:
    """Prints what happens and counts."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.violations = 0
        self.skipped: list[str] = []
        self.cases = 0
        self.start = time.monotonic()
        self.phases: Counter = Counter()
        self.results: list[str] = []

    def run(self, name: str, body, is_whole: bool = False) -> None:
        """Runs a case, even when the time is over if it is ``is_whole``: one that cannot be made shorter."""
        start = time.monotonic()
        self.cases += 1
        try:
            if self.clock.is_over and not is_whole:
                raise Skip("the time is over")
            result = body()
            if isinstance(result, Counter):
                self.phases.update(result)
                kills = sum(count for phase, count in result.items() if phase != "none")
                result = f"{kills} kills: " + ", ".join(
                    f"{count} {phase}" for phase, count in sorted(result.items()))
            elif name in PARTS:
                self.results.append(result)
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

    def end(self, seed: int, options: argparse.Namespace) -> int:
        """Prints the summary, and it as a row of the table in Benchmarks/README.md; the exit status."""
        hits = {phase: count for phase, count in self.phases.items() if phase != "none"}
        print(
            f"{sum(hits.values())} kills ("
            + ", ".join(f"{count} {phase}" for phase, count in sorted(hits.items()))
            + f" the commit), {self.phases['none']} too late; "
            f"{self.violations} violations, {len(self.skipped)} skipped; seed {seed}")
        parts = parts_of(options)
        done = [f"{sum(hits.values())} kills"] if "kills" in parts else []
        done += self.results
        done += [f"{self.cases} cases, {time.monotonic() - self.start:.0f} s"]
        print(
            f"| {', '.join(parts)}{f', {options.only!r} only' if options.only else ''} | {seed} "
            f"| {'; '.join(done)} | {self.violations} |")
        return 1 if self.violations else 0


PARTS = {
    "kills": "SIGKILL, SIGINT and SIGTERM at random moments and at system calls",
    "surroundings": "full disks, missing rights, locks, links, strange names",
    "concurrency": "one writer and eleven readers, two writers, a reader that stays",
    "repairs": "check --repair --in-place beside writers",
    "soak": "the same work over and over: file, memory and latency stay level",
    "corruptions": "damaged files and foreign ones against every command",
    "faults": "power lost and calls failing inside writers (builds the tests first)",
    "fuzz": "foreign bytes for every parser (builds the fuzz targets first)",
}


def parts_of(options: argparse.Namespace) -> list[str]:
    """The parts that are run."""
    # The last two would not run the binary that is asked for.
    return options.parts or [
        part for part in PARTS if not (options.sanitized and part in ("faults", "fuzz"))]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="parts:\n" + "\n".join(f"  {name:<14}{text}" for name, text in PARTS.items()))
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help="what to run: " + ", ".join(PARTS) + "; default: all")
    parser.add_argument(
        "--budget", type=float, metavar="SECONDS",
        help="do as much of everything as there is time for, builds not counted")
    parser.add_argument("--dateline", type=Path, default=ROOT / ".build/release/dateline")
    parser.add_argument(
        "--kills", type=int, default=1000, help="random kills; those at system calls come on top")
    parser.add_argument(
        "--seconds", type=float, default=60, help="of readers beside a writer, of repairs beside writers, of the soak")
    parser.add_argument("--corruptions", type=int, default=1000, help="damaged files")
    parser.add_argument(
        "--factor", type=int, default=20, help="how many times as many faults as the tests")
    parser.add_argument(
        "--fuzzing", type=float, default=60, metavar="SECONDS", help="for each fuzz target")
    parser.add_argument(
        "--body", type=int, default=1500, help="most characters of a text; debug builds are slow")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument(
        "--sanitized", action="store_true",
        help="the program is one of .ci/sanitize.sh: no limits of memory, more time")
    parser.add_argument("--jobs", type=int, default=2, help="what is done at a time")
    parser.add_argument("--only", help="run what has this expression in its name")
    parser.add_argument("--directory", type=Path, help="where to work; default: a temporary folder")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    dateline = options.dateline.resolve()
    if not dateline.is_file():
        print(f"{dateline}: no such program; `make build` first", file=sys.stderr)
        return 2
    if options.budget is not None and options.budget <= 0:
        parser.error("--budget must be above 0")
    seed = options.seed if options.seed is not None else random.randrange(1 << 32)
    print(f"{dateline}, seed {seed}", flush=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(dir=options.directory, prefix="dateline-stress-") as name:
        folder = Path(name)
        # Also for a user without rights.
        folder.chmod(0o755)
        status = _run(dateline, folder, seed, options)
    print(f"{time.monotonic() - start:.0f} s")
    return status


def _run(dateline: Path, folder: Path, seed: int, options: argparse.Namespace) -> int:
    parts = parts_of(options)
    clock = Clock(options.budget, parts)
    amounts = Amounts(
        options.kills, options.seconds, options.corruptions, options.factor, options.fuzzing
    ).scaled(clock.share)
    report = Report(clock)
    bench = Bench(dateline, dumps.make(dateline, folder, seed, options.body), folder)
    work: dict[str, list[tuple[str, Callable]]] = {part: [] for part in parts}
    if "kills" in parts:
        work["kills"] = _kills(bench, folder, seed, amounts, clock)
        # Where there is no time for all, other seeds do others.
        random.Random(seed).shuffle(work["kills"])
    if "surroundings" in parts:
        for title, case in (disks.CASES | surroundings.CASES).items():
            work["surroundings"].append((title, partial(case, bench)))
    if "concurrency" in parts:
        for title, case in concurrency.CASES.items():
            work["concurrency"].append(
                (f"concurrency: {title}", partial(case, bench, amounts.seconds, seed)))
    if "repairs" in parts:
        work["repairs"] = [("repairs", partial(repairs_beside.run, bench, amounts.seconds, seed))]
    if "soak" in parts:
        work["soak"] = [("soak", partial(soak.run, bench, amounts.seconds, seed))]
    if "corruptions" in parts:
        work["corruptions"] = [
            ("corruptions", partial(corruptions.run, bench, amounts.corruptions, seed, clock))]
    if "faults" in parts:
        work["faults"] = [("faults", partial(builds.faults, amounts.factor, seed))]
    if "fuzz" in parts:
        work["fuzz"] = [("fuzz", partial(builds.fuzz, amounts.fuzzing, seed))]
    for part in parts:
        clock.begin(part)
        # What is timed, or takes all processors, runs alone.
        jobs = options.jobs if part in ("kills", "surroundings") else 1
        is_whole = part not in ("kills", "corruptions")
        with ThreadPoolExecutor(jobs) as executor:
            for title, body in work[part]:
                if not options.only or re.search(options.only, title):
                    executor.submit(report.run, title, body, is_whole)
    return report.end(seed, options)


def _kills(
    bench: Bench, folder: Path, seed: int, amounts: Amounts, clock: Clock
) -> list[tuple[str, Callable]]:
    chosen = scenarios(bench.dateline, folder, bench)
    repair_share = 0.15
    total = sum(share for _, share in chosen.values()) + 2 * repair_share

    def count(share: float) -> int:
        return -int(-amounts.kills * share // total)

    def apart(scenario: Scenario, suffix: str) -> Scenario:
        # Other kills of the same command may be under way.
        copy = replace(scenario, folder=scenario.folder.with_name(f"{scenario.folder.name}-{suffix}"))
        copy.folder.mkdir()
        return copy

    work: list[tuple[str, Callable]] = []
    for scenario, share in chosen.values():
        title = f"kills of {scenario.name}"
        work.append(
            (title, partial(
                kills.run, scenario, count(share), random.Random(f"{seed} {title}"), clock)))
    for in_place in (False, True):
        title = "kills of check --repair" + (" --in-place" if in_place else "")
        work.append(
            (title, partial(
                repairs.run, bench.dateline, folder / title.replace(" ", "-"), bench.base, in_place,
                count(repair_share), random.Random(f"{seed} {title}"), amounts.every, clock)))
    for scenario, _ in chosen.values():
        title = f"kills at system calls of {scenario.name}"
        if scenario.is_single:
            work.append(
                (title, partial(
                    calls.run, apart(scenario, "calls"), -(-10 // amounts.every),
                    random.Random(f"{seed} {title}"), amounts.every, clock)))
    for scenario, _ in chosen.values():
        title = f"interruptions of {scenario.name}"
        if scenario.is_single and scenario.arguments[0] == "index":
            work.append(
                (title, partial(
                    interrupts.run, apart(scenario, "int"), -(-10 // amounts.every),
                    random.Random(f"{seed} {title}"), clock)))
    return work


if __name__ == "__main__":
    sys.exit(main())
