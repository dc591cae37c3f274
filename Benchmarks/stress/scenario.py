"""One command, what was there before it and what is there after it."""

import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import index_file
from index_file import State, Violation

LONGEST_STALL = 30
"""Seconds to wait for a commit."""


@dataclass(frozen=True)
class Scenario:
    """A command on an index file that is killed again and again."""

    name: str
    dateline: Path
    arguments: list[str | Path]
    """Arguments; `DB` stands for the file."""
    folder: Path
    """A folder of its own."""
    before: Path | None
    """The file before; `None` where there is none."""
    feed: tuple[Path, ...] = ()
    """Dumps for standard input; the next one comes when the one before was committed."""

    @property
    def database(self) -> Path:
        return self.folder / "work" / "news.db"

    def prepare(self) -> None:
        """Puts everything as it is before the command."""
        shutil.rmtree(self.folder / "work", ignore_errors=True)
        self.database.parent.mkdir(parents=True)
        if self.before:
            shutil.copyfile(self.before, self.database)

    def command(self) -> list[str | Path]:
        return [self.dateline, *(self.database if a == "DB" else a for a in self.arguments)]

    def start(self, wrapper: list[str | Path] = []) -> subprocess.Popen:
        """Starts the command."""
        process = subprocess.Popen(
            [*wrapper, *self.command()], stdin=subprocess.PIPE if self.feed else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.folder)
        return process

    def supply(self, process: subprocess.Popen) -> None:
        """Feeds standard input; ends early when the process does."""
        if not process.stdin:
            return
        try:
            for number, dump in enumerate(self.feed):
                if number:
                    self._await_commit(process)
                process.stdin.write(dump.read_bytes())
                process.stdin.flush()
            process.stdin.close()
        except (BrokenPipeError, ValueError):
            pass

    def _await_commit(self, process: subprocess.Popen) -> None:
        """Waits until the file has come into being, or until it has been quiet for long."""
        deadline = time.monotonic() + LONGEST_STALL
        while (
            process.poll() is None and time.monotonic() < deadline and not self.database.exists()
        ):
            time.sleep(0.02)
        # An import commits what it has when its input stalls for a second.
        time.sleep(1.5)

    def run(self) -> State:
        """Runs the command to its end and proves the result."""
        process = self.start()
        self.supply(process)
        errors = process.stderr.read().decode(errors="replace")
        if process.wait() != 0:
            raise Violation(f"{self.name}: status {process.returncode}: {errors[-400:]}")
        index_file.no_leftovers(self.database)
        state = index_file.read(self.database)
        if state is None:
            raise Violation(f"{self.name}: no file after success")
        if state.checkpoints:
            raise Violation(f"{self.name}: {state.checkpoints} checkpoints after success")
        return state


@dataclass(frozen=True)
class Expected:
    """What may be found after a kill."""

    old: State | None
    new: State
    seconds: float
    """How long the command takes undisturbed."""

    @staticmethod
    def of(scenario: Scenario) -> "Expected":
        """Runs the command undisturbed."""
        scenario.prepare()
        old = index_file.read(scenario.database)
        start = time.monotonic()
        new = scenario.run()
        return Expected(old, new, time.monotonic() - start)

    @property
    def changes_index_only(self) -> bool:
        """Whether the command leaves articles and all else as they are, as optimizing does."""
        return self.old is not None and self.old.everything == self.new.everything

    def _phase_of_index(self, found: State) -> str:
        if found.index == self.new.index:
            return "after"
        if found.index != self.old.index:
            raise Violation(
                f"a third thing: an index of {found.segments} segments, {self.old.segments} before, "
                f"{self.new.segments} after")
        return "before"

    def phase(self, found: State | None, is_prefix: bool) -> str:
        """Where a kill has hit: `before` or `after` the commit, or between two of them.

        Raises Violation for a third thing.
        """
        if found is None or (self.old and found.everything == self.old.everything):
            if found is None and self.old is not None:
                raise Violation("the file is gone")
            return self._phase_of_index(found) if self.changes_index_only else "before"
        if found.everything == self.new.everything:
            return "after"
        if is_prefix and found.keys == self.new.keys[: len(found.keys)]:
            return "between"
        old = len(self.old.keys) if self.old else 0
        raise Violation(
            f"a third thing: {len(found.keys)} articles, {old} before, {len(self.new.keys)} after")
