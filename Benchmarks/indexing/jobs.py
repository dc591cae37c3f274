"""What is measured: one engine at work on one dump, as a process of its own."""

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import child
from peer_common import directory_bytes

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Tools:
    """Programs that the jobs run."""

    dateline: Path
    stage: Path
    stock: Path

    def missing(self) -> list[Path]:
        return [path for path in (self.dateline, self.stage, self.stock) if not path.is_file()]


@dataclass(frozen=True)
class Job:
    """Names of jobs: ours are `stage-N` (no entities, as the others have none), `tagged-N` (with
    entities) and `whole-N` with N workers, and `append`."""

    set: str
    name: str
    command: list[str | Path]
    dump: Path
    output: str = "news.db"
    base: Path | None = None
    """A finished file to which the job adds."""
    from_outside: bool = False
    """Whole programs: time and memory are the kernel's account of the process."""

    def run(self, directory: Path) -> dict[str, Any]:
        """Runs in the new folder `directory`, and leaves its index there.

        Raises RuntimeError with the engine's last words when it failed.
        """
        directory.mkdir(parents=True)
        if self.base:
            shutil.copyfile(self.base, directory / self.output)
            # Or the first sync of the job would wait for all of the copy.
            os.sync()
        command = [directory / self.output if part == "OUTPUT" else part for part in self.command]
        run = child.run(command)
        if run.status != 0:
            raise RuntimeError(f"{self.set} {self.name}: {run.failure}")
        figures: dict[str, Any] = {}
        if run.stdout.strip():
            figures = json.loads(run.stdout)
        if self.from_outside:
            figures |= {
                "cpu_s": run.cpu_s,
                "wall_s": run.wall_s,
                "peak_rss_mb": run.rss_mb * 1.048576,
            }
        # Of the folder, so that what a program leaves beside its file counts too.
        figures["file_bytes"] = directory_bytes(directory)
        return figures


def _ours(tools: Tools, name: str, dump: Path, workers: int) -> Job:
    stage: list[str | Path] = [
        tools.stage, dump, "OUTPUT", "--workers", str(workers), "--no-entities",
    ]  # fmt: skip
    return Job(name, f"stage-{workers}", stage, dump)


def _tagged(tools: Tools, name: str, dump: Path, workers: int) -> Job:
    stage: list[str | Path] = [tools.stage, dump, "OUTPUT", "--workers", str(workers)]
    return Job(name, f"tagged-{workers}", stage, dump)


def _dateline(tools: Tools, name: str, dump: Path, workers: int) -> Job:
    command: list[str | Path] = [
        tools.dateline, "index", dump, "--db", "OUTPUT", "--quiet", "--json",
        "--workers", str(workers),
    ]  # fmt: skip
    return Job(name, f"whole-{workers}", command, dump, from_outside=True)


def _on_one_core(tools: Tools, name: str, dump: Path) -> Job:
    """All threads of the whole command on one core."""
    command: list[str | Path] = [
        "taskset", "--cpu-list", "0", tools.dateline, "index", dump, "--db", "OUTPUT", "--quiet",
        "--json", "--workers", "1",
    ]  # fmt: skip
    return Job(name, "whole-core", command, dump, from_outside=True)


def late_merge(tools: Tools, name: str, dump: Path) -> list[Job]:
    """Stock FTS5 with settings that are not its defaults."""
    command: list[str | Path] = [tools.stock, "--from-memory", "--late-merge", dump, "OUTPUT"]
    return [Job(name, "fts5-late-merge-stage", command, dump)]


def comparison(tools: Tools, name: str, dump: Path, workers: int) -> list[Job]:
    """All engines on one dump."""
    tantivy: list[str | Path] = [
        sys.executable, "-B", HERE / "tantivy_stage.py", dump, "OUTPUT",
        "--threads", str(workers),
    ]  # fmt: skip
    return [
        _ours(tools, name, dump, workers),
        Job(name, "fts5-stage", [tools.stock, "--from-memory", dump, "OUTPUT"], dump),
        Job(name, "tantivy-stage", tantivy, dump, output="tantivy"),
        _ours(tools, name, dump, 1),
        _tagged(tools, name, dump, workers),
        _dateline(tools, name, dump, workers),
        Job(name, "fts5-whole", [tools.stock, dump, "OUTPUT"], dump, from_outside=True),
        _dateline(tools, name, dump, 1),
        _on_one_core(tools, name, dump),
    ]


def growth(tools: Tools, dump: Path, workers: int) -> list[Job]:
    """The small dump beside which the generated one has grown."""
    return [
        _ours(tools, "growth", dump, workers),
        _dateline(tools, "growth", dump, workers),
    ]


def append(tools: Tools, base: Path, more: Path, count: int, workers: int) -> Job:
    """Adds articles to a file that is there."""
    command: list[str | Path] = [
        tools.stage, more, "OUTPUT", "--append", str(count), "--workers", str(workers),
    ]  # fmt: skip
    return Job("append", "append", command, more, base=base)
