"""One command, what was there before it and what is there after it."""

import os
import shlex
import shutil
import signal
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
    steps: tuple[list[str | Path], ...] = ()
    """Commands of other programs that are run one after the other in place of one of Dateline."""
    tags: bool = False
    """Whether it tags articles anew, batch by batch in the order of their rows."""
    kept: str | None = None
    """Behind the name of the file: that of a copy of the file before, which must lie beside the new one."""
    again: int = 0
    """Its status where it has been done already."""

    @property
    def is_single(self) -> bool:
        """Whether it is one process that needs nobody else."""
        return not self.feed and not self.steps

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
        if self.steps:
            return ["sh", "-c", " && ".join(shlex.join(self._filled(step)) for step in self.steps)]
        return [self.dateline, *self._filled(self.arguments)]

    def _filled(self, arguments: list[str | Path]) -> list[str]:
        return [str(self.database if a == "DB" else a) for a in arguments]

    def start(self, wrapper: list[str | Path] = []) -> subprocess.Popen:
        """Starts the command."""
        process = subprocess.Popen(
            [*wrapper, *self.command()], stdin=subprocess.PIPE if self.feed else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.folder,
            start_new_session=True)
        return process

    def run_step(self, number: int) -> None:
        """Runs one of the steps to its end."""
        subprocess.run(
            self._filled(self.steps[number]), check=True, cwd=self.folder, capture_output=True)

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
        self.complete()
        return self.prove()

    def complete(self) -> None:
        """Runs the command to its end."""
        process = self.start()
        self.supply(process)
        errors = process.stderr.read().decode(errors="replace")
        if process.wait() not in (0, self.again):
            raise Violation(f"{self.name}: status {process.returncode}: {errors[-400:]}")

    def prove(self) -> State:
        """Proves the result of a command that has come to its end."""
        index_file.no_leftovers(self.database)
        self.prove_kept("after")
        state = index_file.read(self.database, self.dateline)
        if state is None:
            raise Violation(f"{self.name}: no file after success")
        if state.checkpoints:
            raise Violation(f"{self.name}: {state.checkpoints} checkpoints after success")
        return state

    def prove_kept(self, phase: str) -> None:
        """Proves that the file before is there still, where it must be."""
        if not self.kept or phase != "after":
            return
        copy = index_file.read(self.database.with_name(self.database.name + self.kept))
        if copy is None or copy.everything != index_file.read(self.before).everything:
            raise Violation(f"{self.name}: the file as it was is not there any more")


def kill(process: subprocess.Popen) -> None:
    """Kills a command that was started here, and what it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


@dataclass(frozen=True)
class Expected:
    """What may be found after a kill."""

    old: State | None
    new: State
    seconds: float
    """How long the command takes undisturbed."""
    between: frozenset[str] = frozenset()
    """What may be there after one of several steps."""

    @staticmethod
    def of(scenario: Scenario) -> "Expected":
        """Runs the command undisturbed."""
        scenario.prepare()
        old = index_file.read(scenario.database)
        between = set()
        for number in range(len(scenario.steps) - 1):
            scenario.run_step(number)
            between.add(index_file.read(scenario.database).everything)
        scenario.prepare()
        start = time.monotonic()
        scenario.complete()
        seconds = time.monotonic() - start
        return Expected(old, scenario.prove(), seconds, frozenset(between))

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

    def _is_tagged_up_to_a_row(self, found: State) -> bool:
        if found.keys != self.new.keys:
            return False
        pairs = zip(found.tags, self.new.tags)
        end = next((row for row, (one, other) in enumerate(pairs) if one != other), len(found.tags))
        return found.tags[end:] == self.old.tags[end:]

    def phase(self, found: State | None, is_prefix: bool, tags: bool = False) -> str:
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
        if found.everything in self.between or tags and self._is_tagged_up_to_a_row(found):
            return "between"
        old = len(self.old.keys) if self.old else 0
        raise Violation(
            f"a third thing: {len(found.keys)} articles, {old} before, {len(self.new.keys)} after")
