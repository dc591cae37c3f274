"""One writer and many readers at the same time."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

import index_file
from index_file import Violation
from places import Bench, Skip, holds, nobody

READERS = 8
"""Readers that run `dateline search`."""
STOCK = 3
"""Readers that use SQLite alone."""
COUNT = "SELECT count(*) FROM articles"
SIZES = (1, 7, 40, 300, 2100)
"""Articles of an import; the last is large enough for a segment of its own."""


def _batch(number: int, count: int) -> list[dict]:
    return [
        {"id": f"batch-{number}-{row}", "title": f"Notice {row} of marker{number}x",
         "body": f"The harbour notice marker{number}x says that pier {row} is closed. " * 4,
         "published": "2024-05-01"}
        for row in range(count)
    ]


class _Board:
    """What the writer has announced, and what readers report."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.committed = -1
        self.lock = threading.Lock()
        self.failures: list[str] = []
        self.reads = 0
        self.seen = 0
        self.done = threading.Event()

    def judge(self, number: int, found: int, least: int) -> None:
        """Judges the hits of a batch; `least` is what was committed before the question."""
        expected = self.sizes[number]
        wrong = found not in (0, expected) or found == 0 and number <= least
        with self.lock:
            self.reads += 1
            self.seen += found > 0
            if wrong:
                self.failures.append(f"{found} of {expected} articles of batch {number}")


def _write(bench: Bench, database: Path, board: _Board, source: random.Random, end: float) -> None:
    dump = database.with_name("batch.jsonl")
    number = 0
    while time.monotonic() < end:
        count = source.choices(SIZES, (4, 4, 4, 2, 1))[0]
        dump.write_text("".join(json.dumps(a) + "\n" for a in _batch(number, count)))
        board.sizes.append(count)
        bench.index(database, dump, "--busy-timeout", "60")
        board.committed = number
        number += 1
        if number % 7 == 0:
            _dateline(bench, "optimize", "--db", database, "--busy-timeout", "60")


def _dateline(bench: Bench, *arguments, statuses: tuple[int, ...] = (0,)) -> str:
    run = subprocess.run(
        [bench.dateline, *arguments], capture_output=True, text=True, check=False)
    if run.returncode not in statuses:
        raise Violation(f"{arguments[0]}: status {run.returncode}: {run.stderr[-300:]}")
    return run.stdout


def _search(bench: Bench, database: Path, board: _Board, source: random.Random) -> None:
    sizes = len(board.sizes)
    if not sizes:
        time.sleep(0.05)
        return
    least = board.committed
    number = max(sizes - 1 - int(source.expovariate(0.7)), 0)
    answer = _dateline(
        bench, "search", f"marker{number}x", "-n", "1", "--json", "--db", database, statuses=(0, 1))
    board.judge(number, json.loads(answer)["total"], least)


def _stock(database: Path, board: _Board, source: random.Random) -> None:
    sizes = len(board.sizes)
    if not sizes:
        time.sleep(0.05)
        return
    least = board.committed
    number = max(sizes - 1 - int(source.expovariate(0.7)), 0)
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)
    try:
        connection.execute("BEGIN")
        match = (
            "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?", (f"marker{number}x",))
        found = connection.execute(*match).fetchone()[0]
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("articles", "articles_fts_docsize")]
        written = connection.execute(
            "SELECT count(*) FROM articles WHERE key LIKE ?", (f"%batch-{number}-%",)).fetchone()[0]
        if source.random() < 0.1 and connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise Violation("quick_check of a snapshot fails")
        again = connection.execute(*match).fetchone()[0]
        if found != again or found != written or counts[0] != counts[1]:
            raise Violation(f"a mixed snapshot: {found}, {again}, {written} hits, {counts} rows")
    finally:
        connection.close()
    board.judge(number, found, least)


def _proof(database: Path) -> None:
    """FTS5's own check, on a copy of what a snapshot holds."""
    source = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)
    copy = sqlite3.connect(":memory:")
    try:
        source.backup(copy)
        copy.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Violation("integrity_check of a snapshot fails")
    finally:
        copy.close()
        source.close()


def readers(bench: Bench, seconds: float, seed: int) -> str:
    """Readers see each import whole or not at all, and never an error."""
    database = bench.new_folder("readers") / "news.db"
    shutil.copyfile(bench.base, database)
    board = _Board()
    proofs = []

    def keep(step, *arguments) -> None:
        try:
            while not board.done.is_set():
                step(*arguments)
        except (Violation, sqlite3.Error, ValueError, KeyError) as failure:
            with board.lock:
                board.failures.append(f"{step.__name__}: {failure}")

    def prove(path: Path) -> None:
        _proof(path)
        proofs.append(path)
        board.done.wait(1)

    threads = [threading.Thread(target=keep, args=(prove, database))]
    for reader in range(READERS):
        threads.append(threading.Thread(
            target=keep, args=(_search, bench, database, board, random.Random(seed + reader))))
    for reader in range(STOCK):
        threads.append(threading.Thread(
            target=keep, args=(_stock, database, board, random.Random(seed - 1 - reader))))
    for thread in threads:
        thread.start()
    try:
        _write(bench, database, board, random.Random(seed), time.monotonic() + seconds)
    finally:
        board.done.set()
        for thread in threads:
            thread.join()
    if board.failures:
        raise Violation(f"{len(board.failures)} failures, such as {board.failures[0]}")
    bench.index(database, bench.dumps.small)
    state = index_file.read(database)
    index_file.no_leftovers(database)
    if len(state.keys) < sum(board.sizes):
        raise Violation(f"{len(state.keys)} articles, {sum(board.sizes)} were imported")
    return (
        f"{len(board.sizes)} imports, {board.reads} reads, {board.seen} of them saw the batch, "
        f"{len(proofs)} snapshots proved")


def two_writers(bench: Bench, seconds: float, seed: int) -> str:
    """The second writer waits as long as it was told, and then says what stands in its way."""
    database = bench.new_folder("writers") / "news.db"
    waits = []
    for patience in (0.5, 3):
        shutil.copyfile(bench.base, database)
        first = subprocess.Popen(
            [bench.dateline, "index", bench.dumps.large, "--db", database, "--memory", "16",
             "--quiet"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _stop_while_writing(database, first)
        start = time.monotonic()
        try:
            bench.index(database, bench.dumps.small, "--busy-timeout", str(patience), status=2,
                        says=(f"is writing to it: dateline (process {first.pid})",))
            waited = time.monotonic() - start
            if bench.search(database) != len(bench.old.keys):
                raise Violation("a search finds other articles while somebody writes")
        finally:
            first.send_signal(signal.SIGCONT)
            errors = first.communicate()[1].decode(errors="replace")
        if not patience * 0.9 <= waited <= patience + 8:
            raise Violation(f"waited {waited:.1f} s instead of {patience}")
        if first.returncode != 0:
            raise Violation(f"the first writer ends with {first.returncode}: {errors[-300:]}")
        holds(database, bench.large, "after the first import")
        index_file.no_leftovers(database)
        waits.append(f"{patience} s: {waited:.1f} s")
    return "the second one waited (" + ", ".join(waits) + "), the first one completed"


def _stop_while_writing(database: Path, process: subprocess.Popen) -> None:
    """Makes an import stand still in the middle of its transaction.

    Before that, while it begins its log, readers have to wait for a moment too.
    """
    deadline = time.monotonic() + 30
    refused = 0
    while time.monotonic() < deadline and process.poll() is None:
        if _can(database, "BEGIN IMMEDIATE"):
            time.sleep(0.002)
            continue
        process.send_signal(signal.SIGSTOP)
        if _can(database, COUNT):
            if not _can(database, "BEGIN IMMEDIATE"):
                return
        else:
            refused += 1
        process.send_signal(signal.SIGCONT)
        if refused == 3:
            process.kill()
            raise Violation("readers were refused three times while somebody writes")
        time.sleep(0.002)
    process.kill()
    raise Skip("the first import was never caught writing")


def _can(database: Path, statement: str) -> bool:
    """Whether no lock is in the way of a statement."""
    connection = sqlite3.connect(database, timeout=0, isolation_level=None)
    try:
        connection.execute(statement).fetchone()
        return True
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()


def long_reader(bench: Bench, seconds: float, seed: int) -> str:
    """A reader that stays keeps its snapshot; when it goes the log goes with the next import.

    Without a log its lock keeps writers out: SQLite can begin one only where nobody reads.
    """
    database = bench.new_folder("long") / "news.db"
    shutil.copyfile(bench.base, database)
    plain = _hold(database)
    bench.index(database, bench.dumps.small_new, "--busy-timeout", "1", status=2,
                says=("reads it and lets nobody write",))
    plain.close()
    holds(database, bench.old, "after the refusal")
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE ranking SET value = value")
    held = _hold(database)
    connection.close()
    before = held.execute(COUNT).fetchone()
    for dump in (bench.dumps.large, bench.dumps.small, bench.dumps.large_tail):
        bench.index(database, dump)
        if held.execute(COUNT).fetchone() != before:
            raise Violation("the reader's snapshot has changed")
    log = database.with_name(database.name + "-wal")
    grown = log.stat().st_size if log.exists() else 0
    held.execute("COMMIT")
    held.close()
    bench.index(database, bench.dumps.small_new)
    index_file.no_leftovers(database)
    index_file.read(database)
    return (
        "without a log a writer is refused in time; with one it works, "
        f"the log grew to {grown >> 10:,} KB and is gone after the next import")


def _hold(database: Path) -> sqlite3.Connection:
    """A connection in the middle of a transaction that reads."""
    connection = sqlite3.connect(
        f"file:{database}?mode=ro", uri=True, timeout=20, isolation_level=None)
    connection.execute("BEGIN")
    connection.execute(COUNT).fetchone()
    return connection


def read_only(bench: Bench, seconds: float, seed: int) -> str:
    """Another user may search a file and a folder that nobody can write to, and cannot import."""
    user = nobody()
    place = bench.new_folder("no-rights")
    database = place / "news.db"
    shutil.copyfile(bench.base, database)
    bench.index(database, bench.dumps.small)
    expected = index_file.read(database)
    database.chmod(0o444)
    place.chmod(0o555)
    try:
        for _ in range(5):
            if bench.search(database, user) != len(expected.keys):
                raise Violation("searches find other articles")
        for command in (["check"], ["show", "1"], ["entities", "list"]):
            run = subprocess.run(
                [*user, bench.dateline, *command, "--db", database], capture_output=True,
                text=True, check=False)
            if run.returncode != 0:
                raise Violation(f"{command[0]}: status {run.returncode}: {run.stderr[-300:]}")
        for command in (["optimize", "--rebuild"], ["entities", "apply"]):
            run = subprocess.run(
                [*user, bench.dateline, *command, "--db", database], capture_output=True,
                text=True, check=False)
            if run.returncode != 2 or "permission" not in run.stderr:
                raise Violation(f"{command[0]}: status {run.returncode}: {run.stderr[-300:]}")
        bench.index(
            database, bench.dumps.large, status=2, says=("permission",), prefix=user)
    finally:
        place.chmod(0o755)
    if index_file.read(database) != expected:
        raise Violation("the file has changed")
    index_file.no_leftovers(database)
    return "read by another user, writes refused"


CASES = {
    "one writer and eleven readers": readers,
    "two writers": two_writers,
    "a reader that stays": long_reader,
    "file and folder without rights": read_only,
}
