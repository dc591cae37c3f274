"""The same work over and over: file, memory and answers stay as they are."""

import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import index_file
from index_file import Violation
from places import Bench

SIZE = 1.25
"""How much larger the file may be in the last third than in the second, at its largest."""
MEMORY = 1.25
"""The same for the greatest memory of a command."""
LATENCY = 2.0
"""The same for the median of searches; other programs run on the machine too."""
TIMED = 10
"""Cycles in a third from which on that is asked for."""


@dataclass
class Cycle:
    """What was measured in one cycle."""

    bytes: int
    memory: int
    """Most kilobytes of any command."""
    latency: float
    """Median seconds of its searches, start of the process included."""


def run(bench: Bench, seconds: float, seed: int) -> str:
    """Adds, replaces, deletes, merges and searches for some time. Raises Violation."""
    source = random.Random(seed)
    database = bench.new_folder("soak") / "news.db"
    shutil.copyfile(bench.base, database)
    articles = [
        json.loads(line) for line in bench.dumps.large.read_text(encoding="utf-8").splitlines()]
    cycles: list[Cycle] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end or len(cycles) < 6:
        cycles.append(_cycle(bench, database, articles, source, len(cycles)))
    third = len(cycles) // 3
    middle, last = cycles[third : 2 * third], cycles[-third:]
    figures = []
    failures = []
    for name, most, unit, value in (
        ("file", SIZE, "KB", lambda part: max(c.bytes for c in part) / 1024),
        ("peak RSS", MEMORY, "MB", lambda part: max(c.memory for c in part) / 1024),
        ("search", LATENCY, "ms", lambda part: 1000 * statistics.median(c.latency for c in part)),
    ):
        one, other = value(middle), value(last)
        figures.append(f"{name} {one:,.0f} then {other:,.0f} {unit}")
        # Times of few searches are those of what else the machine does.
        if other > one * most and (name != "search" or third >= TIMED):
            failures.append(f"{figures[-1]}, more than {most} times")
    figures.append(_gives_back(bench, database))
    index_file.read(database)
    index_file.no_leftovers(database)
    if failures:
        raise Violation("; ".join(failures))
    return f"{len(cycles)} cycles; second third then last: " + "; ".join(figures)


def _cycle(
    bench: Bench, database: Path, articles: list[dict], source: random.Random, number: int
) -> Cycle:
    dump = database.with_name("cycle.jsonl")
    # Those that come again have other texts.
    chosen = source.sample(articles, 2_100 if number % 3 == 0 else 120)
    dump.write_text(
        "".join(
            json.dumps(a | {"body": f"Round {number}. " + a["body"]}, ensure_ascii=False) + "\n"
            for a in chosen),
        encoding="utf-8")
    memory = [_timed([bench.dateline, "index", dump, "--db", database, "--quiet"])[0]]
    connection = sqlite3.connect(database, timeout=20)
    with connection:
        connection.execute("DELETE FROM articles WHERE id % 5 = ?", (number % 5,))
    connection.close()
    if number % 2:
        memory.append(_timed([bench.dateline, "optimize", "--db", database])[0])
    latencies = []
    for word in ("the", "nato russia", "entity:china", '"of the"'):
        size, seconds = _timed([bench.dateline, "search", word, "--json", "--db", database])
        memory.append(size)
        latencies.append(seconds)
    return Cycle(database.stat().st_size, max(memory), statistics.median(latencies))


def _timed(command: list) -> tuple[int, float]:
    """Runs a command that must succeed: its most kilobytes, and its seconds."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Violation(f"{command[1]}: status {process.returncode}: {errors[-300:]}")
    return usage.ru_maxrss, time.monotonic() - start


def _gives_back(bench: Bench, database: Path) -> str:
    """Deletes nine articles of ten: the room is free for what comes, and VACUUM gives it back."""
    used = _used(database)
    connection = sqlite3.connect(database, timeout=20, isolation_level=None)
    connection.execute("DELETE FROM articles WHERE id % 10 > 0")
    kept = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    connection.close()
    _timed([bench.dateline, "optimize", "--db", database])
    shown = json.loads(subprocess.run(
        [bench.dateline, "stats", "--json", "--db", database], capture_output=True,
        check=True).stdout)
    if shown["articles"] != kept:
        raise Violation(f"stats says {shown['articles']} articles, there are {kept}")
    left = _used(database)
    if shown["file_bytes"] - shown["free_bytes"] != left:
        raise Violation(f"stats says {shown['free_bytes']} bytes are free, {left} are in use")
    if left > 0.5 * used:
        raise Violation(f"{used >> 10} KB in use, {left >> 10} KB after most was deleted")
    size = database.stat().st_size
    connection = sqlite3.connect(database, timeout=20, isolation_level=None)
    connection.execute("VACUUM")
    connection.close()
    if database.stat().st_size > 0.5 * size:
        raise Violation(f"{size >> 10} KB, {database.stat().st_size >> 10} KB after VACUUM")
    return (
        f"after deleting nine of ten {used >> 10:,} then {left >> 10:,} KB in use, "
        f"{database.stat().st_size >> 10:,} KB after VACUUM")


def _used(database: Path) -> int:
    """Bytes of a file that are not free."""
    connection = sqlite3.connect(database)
    try:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size"))
        return (pages - free) * size
    finally:
        connection.close()
