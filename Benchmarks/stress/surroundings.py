"""Files and folders that stand in the way."""

import os
import shutil
import sqlite3
import subprocess
import threading
from pathlib import Path

import index_file
from index_file import Violation
from places import Bench, holds, nobody


def unwritable_folder(bench: Bench) -> str:
    """A folder in which nothing can be made: no new file, no append; searches go on."""
    user = nobody()
    place = bench.new_folder("unwritable")
    bench.index(place / "new.db", bench.dumps.small, status=2, says=("permission", "denied"),
                prefix=user)
    database = place / "news.db"
    shutil.copyfile(bench.base, database)
    database.chmod(0o666)
    bench.index(database, bench.dumps.small, status=2, says=("permission", "denied"), prefix=user)
    holds(database, bench.old, "after the failure")
    if bench.search(database, user) != len(bench.old.keys):
        raise Violation("searches find other articles")
    index_file.no_leftovers(database)
    index_file.no_leftovers(place / "new.db")
    return "refused, searches go on"


def read_only_file(bench: Bench) -> str:
    """A file that cannot be written to, in a folder that can."""
    user = nobody()
    place = bench.new_folder("readonly")
    place.chmod(0o777)
    database = place / "news.db"
    shutil.copyfile(bench.base, database)
    database.chmod(0o444)
    for dump in (bench.dumps.small, bench.dumps.large):
        bench.index(database, dump, status=2, says=("permission",), prefix=user)
    holds(database, bench.old, "after the failure")
    if bench.search(database, user) != len(bench.old.keys):
        raise Violation("searches find other articles")
    index_file.no_leftovers(database)
    return "refused, searches go on"


def locked(bench: Bench) -> str:
    """Another connection writes: an error after --busy-timeout, in time, and nothing is lost."""
    for dump in (bench.dumps.small, bench.dumps.large):
        for mode in ("DELETE", "WAL"):
            database = bench.new_folder("locked") / "news.db"
            shutil.copyfile(bench.base, database)
            other = sqlite3.connect(database, isolation_level=None)
            other.execute(f"PRAGMA journal_mode = {mode}")
            other.execute("BEGIN IMMEDIATE")
            other.execute("UPDATE ranking SET value = value WHERE name = 'title_weight'")
            bench.index(database, dump, "--busy-timeout", "1", status=2,
                        says=("another process is writing",))
            if bench.search(database) != len(bench.old.keys):
                raise Violation("searches find other articles")
            other.execute("COMMIT")
            other.close()
            bench.index(database, dump)
            index_file.no_leftovers(database)
            if dump == bench.dumps.large:
                holds(database, bench.large, "once the lock is gone")
    return "error in time, then the same as undisturbed"


def searched(bench: Bench) -> str:
    """Others search all the time: they see the old articles or the new ones."""
    database = bench.new_folder("searched") / "news.db"
    shutil.copyfile(bench.base, database)
    old, new = len(bench.old.keys), len(bench.large.keys)
    counts: list[int] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def keep(step) -> None:
        try:
            while not done.is_set():
                counts.append(step())
        except (Violation, sqlite3.Error) as failure:
            failures.append(failure)

    def whole() -> int:
        # Held open over the commit, and read to its end.
        connection = sqlite3.connect(database, timeout=20)
        try:
            connection.execute("BEGIN")
            first = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
            hits = len(connection.execute(
                "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'the OR a OR of'"
            ).fetchall())
            second = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
            if first != second or hits > first:
                raise Violation(f"{first}, then {second} articles in one transaction, {hits} hits")
            return first
        finally:
            connection.close()

    threads = [
        threading.Thread(target=keep, args=(step,))
        for step in (lambda: bench.search(database), whole)
    ]
    for thread in threads:
        thread.start()
    try:
        bench.index(database, bench.dumps.large, "--busy-timeout", "60")
    finally:
        done.set()
        for thread in threads:
            thread.join()
    if failures:
        raise Violation(f"a search failed: {failures[0]}")
    if wrong := set(counts) - {old, new}:
        raise Violation(f"searches saw {sorted(wrong)} articles, neither {old} nor {new}")
    holds(database, bench.large, "after the import")
    # Where a reader stood in the way of the last step, the next import makes one file of it.
    bench.index(database, bench.dumps.large)
    index_file.no_leftovers(database)
    return f"{len(counts)} searches, {counts.count(old)} before and {counts.count(new)} after"


def two_imports(bench: Bench) -> str:
    """Two imports into one new file at once: one after the other, or a clear error."""
    database = bench.new_folder("two") / "news.db"
    command = [bench.dateline, "index", "--db", database, "--memory", "16", "--quiet"]

    def start(dump: Path, seconds: str) -> subprocess.Popen:
        return subprocess.Popen(
            [*command, dump, "--busy-timeout", seconds], stderr=subprocess.PIPE, text=True)

    both = [start(dump, "600") for dump in (bench.dumps.fresh, bench.dumps.base)]
    for process in both:
        errors = process.communicate()[1]
        if process.returncode != 0:
            raise Violation(f"status {process.returncode}: {errors[-400:]}")
    state = index_file.read(database)
    index_file.no_leftovers(database)
    if sorted(state.keys) != sorted(bench.fresh.keys + bench.old.keys):
        raise Violation(f"{len(state.keys)} articles")
    database.unlink()
    both = [start(bench.dumps.fresh, "0") for _ in range(2)]
    results = [(process.communicate()[1], process.returncode) for process in both]
    statuses = sorted(status for _, status in results)
    if statuses == [0, 2]:
        errors = next(errors for errors, status in results if status == 2)
        if "another process is writing" not in errors:
            raise Violation(f"unclear message: {errors[-400:]}")
    elif statuses != [0, 0]:
        raise Violation(f"{results}")
    holds(database, bench.fresh, "after two imports without patience")
    index_file.no_leftovers(database)
    return "both, one after the other; without patience a clear error"


def logs_of_a_lost_file(bench: Bench) -> str:
    """The file was deleted, but not its log: that must not be played back into the new one."""
    folder = bench.new_folder("lost")
    database = folder / "news.db"
    for mode, suffix in (("WAL", "-wal"), ("DELETE", "-journal")):
        shutil.copyfile(bench.base, folder / "other.db")
        other = sqlite3.connect(folder / "other.db", isolation_level=None)
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("PRAGMA cache_size = 5")
        other.execute("BEGIN")
        other.execute("UPDATE articles SET title = title || '!', body = body || ' lost'")
        if mode == "WAL":
            other.execute("COMMIT")
        shutil.copyfile(folder / ("other.db" + suffix), folder / ("news.db" + suffix))
        other.close()
        bench.index(database, bench.dumps.fresh)
        holds(database, bench.fresh, f"beside an old {suffix}")
        index_file.no_leftovers(database)
        for path in folder.iterdir():
            path.unlink()
    return "ignored and removed"


def foreign_folder(bench: Bench) -> str:
    """A folder with the name of ours: what a dead process has left goes, anything else stays."""
    place = bench.new_folder("dead")
    building = place / "news.db-building"
    building.mkdir()
    for name in ("index.db", "index.db-journal", "run-abcdef"):
        (building / name).write_bytes(os.urandom(100_000))
    bench.index(place / "news.db", bench.dumps.fresh)
    holds(place / "news.db", bench.fresh, "beside a dead build")
    index_file.no_leftovers(place / "news.db")
    building.mkdir()
    (building / "notes.txt").write_text("mine")
    bench.index(place / "news.db", bench.dumps.fresh)
    if (building / "notes.txt").read_text() != "mine":
        raise Violation("a file of the user is gone")
    shutil.rmtree(building)
    building.write_text("a file")
    bench.index(place / "news.db", bench.dumps.fresh, status=2, says=("Not a directory",))
    return "taken over; other files stay"


def links(bench: Bench) -> str:
    """A path that is a symbolic link: the file it names is made, and stays a link."""
    place = bench.new_folder("links")
    (place / "far").mkdir()
    link = place / "news.db"
    link.symlink_to("far/real.db")
    bench.index(link, bench.dumps.base)
    real = place / "far" / "real.db"
    if not link.is_symlink() or not real.is_file():
        raise Violation("the link was replaced")
    bench.index("news.db", bench.dumps.large, cwd=place)
    holds(real, bench.large, "through a link")
    for path in (link, real):
        index_file.no_leftovers(path)
    circle = place / "circle.db"
    circle.symlink_to("circle.db")
    bench.index(circle, bench.dumps.base, status=2, says=("another file", "links", "opened"))
    if not circle.is_symlink():
        raise Violation("a circle was replaced")
    return "followed"


NAMES = ("with space.db", "it's \"quoted\".db", "Zürich 東京 \U0001f4f0.db", "50%?#&;.db", "-dash.db",
         ":memory:", "file:odd.db", "a\\b.db", "x" * 243 + ".db")


def names(bench: Bench) -> str:
    """File names with every kind of character, and long ones."""
    place = bench.new_folder("names")
    for name in NAMES:
        database = place / name
        bench.index(f"./{name}" if name.startswith("-") else name, bench.dumps.base, cwd=place)
        bench.index(database, bench.dumps.small_new)
        count = len(index_file.read(database).keys)
        for path in (database, f"./{name}" if name.startswith("-") else name):
            if bench.search(path, cwd=place) != count:
                raise Violation(f"{name}: searches find other articles")
        index_file.no_leftovers(database)
    for length in (247, 250, 255, 256):
        bench.index("y" * (length - 3) + ".db", bench.dumps.base, status=2, says=("name too long",),
                    cwd=place)
    found = sorted(path.name for path in place.iterdir())
    if found != sorted(NAMES):
        raise Violation(f"also there: {set(found) - set(NAMES)}")
    return f"{len(NAMES)} names; too long ones are refused"


CASES = {
    "unwritable folder": unwritable_folder,
    "read-only file": read_only_file,
    "locked by another connection": locked,
    "searched during a large append": searched,
    "two imports into one new file": two_imports,
    "log of a file that is gone": logs_of_a_lost_file,
    "folder left by a dead process": foreign_folder,
    "symbolic link": links,
    "file names": names,
}
