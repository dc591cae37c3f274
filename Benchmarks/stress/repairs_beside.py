"""`check --repair --in-place` beside writers: what they have committed is in the file afterwards."""

import json
import random
import shutil
import sqlite3
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

import index_file
from index_file import Violation
from places import Bench

WRITERS = 2
"""Writers that use SQLite alone; one more uses `dateline index`."""
REFUSALS = ("another process is writing to it",)


class _Ledger:
    """What was committed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.keys: set[str] = set()
        self.failures: list[str] = []
        self.busy = 0
        self.done = threading.Event()


def _stock(
    database: Path, name: str, mode: str, stays: bool, ledger: _Ledger, source: random.Random
) -> None:
    """Commits articles one by one, by one connection for all or one for a few."""
    number = 0
    connection = None
    while not ledger.done.is_set():
        try:
            if connection is None:
                connection = sqlite3.connect(
                    database, timeout=source.choice((0, 0.2, 30)), isolation_level=None)
                connection.execute(f"PRAGMA journal_mode = {mode}")
            for _ in range(source.randrange(1, 6)):
                key = f"{name}-{number}"
                number += 1
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(
                    "INSERT INTO articles (key, title, body) VALUES (?, 'Notice', ?)",
                    (key, f"The pier of {name} is closed for {number} days."))
                if source.random() < 0.3:
                    time.sleep(source.uniform(0, 0.02))
                connection.execute("COMMIT")
                with ledger.lock:
                    ledger.keys.add(key)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                with ledger.lock:
                    ledger.failures.append(f"{name}: {error}")
                return
            with ledger.lock:
                ledger.busy += 1
            if connection is not None and connection.in_transaction:
                connection.execute("ROLLBACK")
        if not stays and connection is not None:
            connection.close()
            connection = None
        time.sleep(source.uniform(0, 0.05))
    if connection is not None:
        connection.close()


def _import(bench: Bench, database: Path, ledger: _Ledger, source: random.Random) -> None:
    """Commits articles by `dateline index`."""
    dump = database.with_name("batch.jsonl")
    number = 0
    while not ledger.done.is_set():
        keys = [f"batch-{number}-{row}" for row in range(source.choice((1, 5, 60)))]
        number += 1
        dump.write_text("".join(
            json.dumps({"id": key, "title": "Notice", "body": f"NATO came to pier {key}."}) + "\n"
            for key in keys))
        run = subprocess.run(
            [bench.dateline, "index", dump, "--db", database, "--quiet", "--memory", "16",
             "--busy-timeout", "20"], capture_output=True, text=True, check=False)
        with ledger.lock:
            if run.returncode == 0:
                ledger.keys.update(keys)
            elif any(words in run.stderr for words in REFUSALS):
                ledger.busy += 1
            else:
                ledger.failures.append(f"index: {run.returncode}: {run.stderr[-300:]}")
        time.sleep(source.uniform(0, 0.2))


def _damage(database: Path) -> None:
    """Takes away mentions, which `check` tells and writers do not stumble over."""
    while True:
        connection = sqlite3.connect(database, timeout=30, isolation_level=None)
        try:
            connection.execute("DELETE FROM mentions WHERE article_id < 50")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
        finally:
            connection.close()


def run(bench: Bench, seconds: float, seed: int) -> str:
    """Damages and repairs a file over and over while others write to it. Raises Violation."""
    results = []
    for mode, stays, share in (
        ("DELETE", True, 0.35), ("DELETE", False, 0.3), ("WAL", False, 0.3), ("WAL", True, 0.05)
    ):
        result = _beside(bench, seconds * share, seed, mode, stays)
        results.append(f"{mode}{', files kept open' if stays else ''}: {result}")
    return "; ".join(results)


def _beside(bench: Bench, seconds: float, seed: int, mode: str, stays: bool) -> str:
    source = random.Random(f"{seed} {mode} {stays}")
    database = bench.new_folder(f"repairs-{mode}-{stays}") / "news.db"
    shutil.copyfile(bench.base, database)
    before = set(index_file.read(database).keys)
    ledger = _Ledger()
    threads = [
        threading.Thread(
            target=_stock, args=(
                database, f"stock{number}", mode, stays, ledger, random.Random(source.random())))
        for number in range(WRITERS)]
    if mode == "WAL" or not stays:
        # It begins a log, which stays with those that have the file open.
        threads.append(threading.Thread(
            target=_import, args=(bench, database, ledger, random.Random(source.random()))))
    for thread in threads:
        thread.start()
    statuses: Counter = Counter()
    kept = database.with_name("news.db.damaged")
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end or not statuses:
            _damage(database)
            inode = database.stat().st_ino
            process = subprocess.run(
                [bench.dateline, "check", "--repair", "--in-place", "--db", database],
                capture_output=True, text=True, check=False)
            statuses[process.returncode] += 1
            if process.returncode not in (0, 1, 2):
                raise Violation(f"repair: status {process.returncode}: {process.stderr[-300:]}")
            if process.returncode == 2 and not any(words in process.stderr for words in REFUSALS):
                raise Violation(f"repair: unclear: {process.stderr[-300:]}")
            if process.returncode == 2 and kept.exists():
                raise Violation("a repair that was refused has left a copy")
            if database.stat().st_ino != inode:
                raise Violation("the file is another one")
            kept.unlink(missing_ok=True)
            kept.with_name("news.db.damaged-wal").unlink(missing_ok=True)
    finally:
        ledger.done.set()
        for thread in threads:
            thread.join()
    if ledger.failures:
        raise Violation(f"{len(ledger.failures)} failures of writers, such as {ledger.failures[0]}")
    _damage(database)
    last = subprocess.run(
        [bench.dateline, "check", "--repair", "--in-place", "--db", database],
        capture_output=True, text=True, check=False)
    if last.returncode != 0:
        raise Violation(f"repair when all is quiet: status {last.returncode}: {last.stderr[-300:]}")
    keys = set(index_file.read(database).keys)
    lost = (before | ledger.keys) - keys
    if lost:
        raise Violation(
            f"{len(lost)} of {len(ledger.keys)} committed articles are lost, such as {sorted(lost)[0]}")
    return (
        f"{sum(statuses.values())} repairs, {statuses[2]} of them refused, beside {len(ledger.keys)} "
        f"committed articles, {ledger.busy} refusals of writers")
