"""Disks that are full."""

import shutil
from pathlib import Path

import index_file
from places import Bench, holds, resize, small_disk
from index_file import Violation

FULL = ("disk is full", "No space left")
PLENTY = 400_000


def _sweep(
    bench: Bench, name: str, before: Path | None, dump: Path, expected, sizes: range
) -> str:
    """Imports on larger and larger disks, until one is large enough."""
    failures = logs = 0
    for size in sizes:
        with small_disk(bench.folder, name, size) as disk:
            database = disk / "news.db"
            if before:
                shutil.copyfile(before, database)
            status = bench.try_index(database, dump)
            if status == 0:
                holds(database, expected, f"{size} KB are enough, but")
                if not index_file.beside(database):
                    if not failures:
                        raise Violation("no disk was too small")
                    return f"{failures} sizes too small, at {logs} more the log stayed"
                # Everything is in the log, and there is no room to move it into the file.
                logs += 1
            else:
                failures += 1
                # Again: the message, on what the first failure has left.
                bench.index(database, dump, status=2, says=FULL)
                index_file.no_leftovers(database)
                holds(database, bench.old if before else None, f"{size} KB")
                if before and bench.search(database) != len(bench.old.keys):
                    raise Violation("a search on the full disk finds other articles")
            if status == 0 or failures % 3 == 1:
                resize(disk, PLENTY)
                bench.index(database, dump)
                holds(database, expected, f"room was made on {size} KB")
                index_file.no_leftovers(database)
    raise Violation(f"not even {sizes[-1]} KB were enough")


def fresh_build(bench: Bench) -> str:
    """A new file on a full disk; what spills goes there too."""
    return _sweep(
        bench, "disk-fresh", None, bench.dumps.fresh, bench.fresh, range(64, 160_000, 3_919))


def append(bench: Bench) -> str:
    """A large append."""
    used = bench.base.stat().st_size // 1024 + 16
    return _sweep(
        bench, "disk-large", bench.base, bench.dumps.large, bench.large,
        range(used, used + 160_000, 3_803))


def small_append(bench: Bench) -> str:
    """An append through FTS5 itself."""
    place = bench.new_folder("small-reference") / "news.db"
    shutil.copyfile(bench.base, place)
    bench.index(place, bench.dumps.small)
    used = bench.base.stat().st_size // 1024 + 16
    return _sweep(
        bench, "disk-small", bench.base, bench.dumps.small, index_file.read(place),
        range(used, used + 40_000, 487))


CASES = {
    "disk full: fresh build and spill": fresh_build,
    "disk full: large append": append,
    "disk full: small append": small_append,
}
