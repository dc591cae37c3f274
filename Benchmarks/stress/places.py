"""Helpers of the tests in hostile surroundings."""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

import index_file
from index_file import State, Violation


class Skip(Exception):
    """A test that cannot run on this machine, and why."""


class Bench:
    """The binary, the dumps and what they give."""

    def __init__(self, dateline: Path, dumps, folder: Path):
        self.dateline = dateline
        self.dumps = dumps
        self.folder = folder
        self.base = folder / "base.db"
        self.index(self.base, dumps.base)
        self.old = index_file.read(self.base)
        self.fresh = self._reference("fresh-reference.db", dumps.fresh)
        self.large = self._reference("large-reference.db", dumps.large, self.base)

    def _reference(self, name: str, dump: Path, base: Path | None = None) -> State:
        place = self.folder / name
        if base:
            shutil.copyfile(base, place)
        self.index(place, dump)
        return index_file.read(place)

    def new_folder(self, name: str) -> Path:
        """An empty folder."""
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return place

    def index(self, database: Path | str, dump: Path, *options: str, status: int = 0,
              says: tuple[str, ...] = (), prefix: list[str] = [], cwd: Path | None = None) -> str:
        """Runs an import that must end with a status and say one of some words on stderr."""
        run = subprocess.run(
            [*prefix, self.dateline, "index", dump, "--db", database, "--memory", "16", "--quiet",
             *options],
            capture_output=True, cwd=cwd, check=False, stdin=subprocess.DEVNULL)
        errors = run.stderr.decode(errors="replace")
        if run.returncode != status:
            raise Violation(f"status {run.returncode} instead of {status}: {errors[-400:]}")
        if says and not any(word in errors for word in says):
            raise Violation(f"unclear message: {errors[-400:]}")
        if says and len(errors.strip().splitlines()) > 2:
            raise Violation(f"more than a message: {errors[-400:]}")
        return errors

    def try_index(self, database: Path, dump: Path) -> int:
        """Runs an import that may fail; its status, which is 0 or 2."""
        run = subprocess.run(
            [self.dateline, "index", dump, "--db", database, "--memory", "16", "--quiet"],
            capture_output=True, check=False, stdin=subprocess.DEVNULL)
        if run.returncode not in (0, 2):
            raise Violation(f"status {run.returncode}: {run.stderr.decode()[-400:]}")
        return run.returncode

    def search(self, database: Path | str, prefix: list[str] = [], cwd: Path | None = None) -> int:
        """Searches a file, which must succeed; how many articles are in it."""
        answers = []
        for arguments in (["search", "the", "-n", "1", "--json"], ["stats", "--json"]):
            run = subprocess.run(
                [*prefix, self.dateline, *arguments, "--db", database], capture_output=True,
                text=True, cwd=cwd, check=False)
            if run.returncode != 0:
                raise Violation(
                    f"{arguments[0]}: status {run.returncode}: {run.stderr[-400:]}")
            answers.append(json.loads(run.stdout))
        return answers[1]["articles"]


def holds(database: Path, expected: State | None, message: str) -> None:
    """Raises where a file is not as expected."""
    found = index_file.read(database)
    if (found and found.everything) != (expected and expected.everything):
        raise Violation(f"{message}: {len(found.keys) if found else 'no file,'} articles")


def needs_root() -> None:
    if os.geteuid() != 0:
        raise Skip("needs root")


@contextmanager
def small_disk(folder: Path, name: str, kilobytes: int) -> Iterator[Path]:
    """A file system in memory of a size. Raises Skip where it cannot be mounted."""
    needs_root()
    place = folder / name
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place], capture_output=True,
        text=True, check=False)
    if mounted.returncode != 0:
        raise Skip(f"cannot mount: {mounted.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def resize(place: Path, kilobytes: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", place], check=True)


def nobody() -> list[str]:
    """Runs what follows as a user without rights. Raises Skip where that is impossible."""
    needs_root()
    if not shutil.which("setpriv"):
        raise Skip("no setpriv")
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
