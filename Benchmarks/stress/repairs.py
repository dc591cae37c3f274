"""SIGKILL during `check --repair`: the damaged file is never lost, and the next run completes."""

import hashlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

import index_file
from budget import Clock
from calls import EACH, MOST
from index_file import State, Violation
from scenario import kill

LOGS = ("", "-wal")


class Repair:
    """One way of repairing one kind of damage, which loses nothing."""

    def __init__(self, dateline: Path, folder: Path, base: Path, in_place: bool, logged: bool):
        self.dateline = dateline
        self.in_place = in_place
        self.work = folder / "work"
        self.damaged = self.work / "news.db"
        self.target = self.damaged if in_place else self.work / "repaired.db"
        self.sources = {suffix: folder / f"damaged.db{suffix}" for suffix in LOGS[: 1 + logged]}
        folder.mkdir()
        _damage(base, folder / "damaged.db", logged)
        self.bytes = {suffix: path.read_bytes() for suffix, path in self.sources.items()}
        self.rows = _rows(folder / "damaged.db")
        self.prepare()
        start = time.monotonic()
        status, message = self.run()
        self.seconds = time.monotonic() - start
        if status != 0:
            raise Violation(f"an undisturbed repair ends with {status}: {message}")
        self.expected = self._prove()

    def prepare(self) -> None:
        """Puts everything as it is before the command."""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir()
        for suffix, path in self.sources.items():
            shutil.copyfile(path, f"{self.damaged}{suffix}")

    def start(self, wrapper: list[str] = []) -> subprocess.Popen:
        where = ["--in-place"] if self.in_place else ["--output", self.target]
        return subprocess.Popen(
            [*wrapper, self.dateline, "check", "--repair", "--db", self.damaged, *where],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            start_new_session=True)

    def run(self) -> tuple[int, str]:
        """Runs the command to its end; its status and message."""
        process = self.start()
        errors = process.communicate()[1].decode(errors="replace")
        return process.returncode, errors[-400:]

    def _prove(self) -> State:
        """Proves that the new file is there, and the damaged one too."""
        self._keeps_damaged()
        state = index_file.read(self.target, self.dateline)
        if state is None:
            raise Violation("no new file after success")
        return state

    def _keeps_damaged(self) -> None:
        for suffix, content in self.bytes.items():
            places = [Path(f"{self.damaged}{suffix}"), Path(f"{self.damaged}.damaged{suffix}")]
            if not any(path.exists() and path.read_bytes() == content for path in places):
                raise Violation(f"the damaged file{suffix} is not there any more, byte for byte")

    def phase(self) -> str:
        """Where a kill has hit."""
        self._keeps_damaged()
        if not self.target.exists():
            return "before"
        if self.in_place and _rows(self.target) == self.rows:
            # The copy is there, and the new content has not come, or not been committed.
            return "between" if Path(f"{self.damaged}.damaged").exists() else "before"
        if index_file.read(self.target, self.dateline).everything != self.expected.everything:
            raise Violation("the new file is not that of an undisturbed repair")
        return "after"

    def finish(self, phase: str) -> None:
        """Runs the command again, on what the kill has left."""
        status, message = self.run()
        wanted = 2 if phase == "after" and not self.in_place else 0
        if status != wanted or status and "file of this name" not in message:
            raise Violation(f"{phase} the end: the next run ends with {status}: {message}")
        if self._prove().everything != self.expected.everything:
            raise Violation("the command after the kill gives another file than an undisturbed one")
        left = [path.name for path in self.work.iterdir() if path.name.endswith("-building")]
        if left and phase != "after":
            raise Violation(f"left: {left}")


def _rows(file: Path) -> list[str]:
    """What a damaged file holds where it is not damaged, when SQLite has played back its logs; told on a copy."""
    with tempfile.TemporaryDirectory(dir=file.parent.parent, prefix="copy-") as folder:
        copy = Path(folder) / "copy.db"
        for suffix in (*LOGS, "-journal"):
            if Path(f"{file}{suffix}").exists():
                shutil.copyfile(f"{file}{suffix}", f"{copy}{suffix}")
        connection = sqlite3.connect(copy)
        try:
            rows = [
                connection.execute(f"SELECT * FROM {table}").fetchall()
                for table in ("articles", "articles_fts_data", "mentions", "entities")]
            return [hashlib.sha256(repr(table).encode()).hexdigest() for table in rows]
        finally:
            connection.close()


def _damage(base: Path, path: Path, logged: bool) -> None:
    """Spoils the full-text index and the mentions; with `logged` in a log beside the file."""
    place = path.with_name("making.db")
    shutil.copyfile(base, place)
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {'WAL' if logged else 'DELETE'}")
    connection.execute("UPDATE articles_fts_data SET block = zeroblob(100) WHERE id > 10")
    connection.execute("DELETE FROM mentions WHERE article_id < 20")
    for suffix in LOGS[: 1 + logged]:
        shutil.copyfile(f"{place}{suffix}", f"{path}{suffix}")
    connection.close()


def run(
    dateline: Path, folder: Path, base: Path, in_place: bool, count: int, source: random.Random,
    every: int, clock: Clock
) -> Counter:
    """Kills repairs at random moments and at one in ``every`` of their system calls; says in which phases.

    Raises Violation.
    """
    phases: Counter = Counter()
    for logged in (False, True):
        repair = Repair(dateline, folder.with_name(f"{folder.name}-{logged}"), base, in_place, logged)
        _at_moments(repair, (count + logged) // 2, source, phases, clock)
        if shutil.which("strace"):
            _at_calls(repair, phases, source, every, clock)
    return phases


def _at_moments(
    repair: Repair, count: int, source: random.Random, phases: Counter, clock: Clock
) -> None:
    seconds = repair.seconds
    while count > 0 and not clock.is_over:
        repair.prepare()
        process = repair.start()
        time.sleep(source.uniform(0, 1.02) * seconds)
        kill(process)
        process.stderr.close()
        phase = repair.phase()
        if process.wait() == 0:
            seconds *= 0.97
            phases["none"] += 1
        else:
            seconds = min(seconds * 1.005, repair.seconds * 2)
            phases[phase] += 1
            count -= 1
        repair.finish(phase)


def _at_calls(
    repair: Repair, phases: Counter, source: random.Random, every: int, clock: Clock
) -> None:
    for name in (*EACH, "?rename,?renameat,?renameat2"):
        for number in range(source.randint(1, every), MOST, every):
            if clock.is_over:
                return
            repair.prepare()
            process = repair.start([
                "strace", "-f", "-o", "/dev/null", "-e", f"trace={name}",
                "-e", f"inject={name}:signal=SIGKILL:when={number}"])
            errors = process.communicate()[1].decode(errors="replace")
            if process.returncode == 0:
                break
            if process.returncode != -9:
                raise Violation(f"status {process.returncode} at {name} {number}: {errors[-400:]}")
            try:
                phase = repair.phase()
                phases[phase] += 1
                repair.finish(phase)
            except Violation as violation:
                raise Violation(f"at call {number} of {name}: {violation}") from violation
