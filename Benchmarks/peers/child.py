"""Runs a child process and measures it from outside."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    status: int
    stdout: str
    stderr: str
    wall_s: float = 0.0
    cpu_s: float = 0.0
    """User and system time of the child and of the children it waited for."""
    rss_mb: float = 0.0
    """Peak resident set, never below this process's own; mapped files count while resident."""

    @property
    def failure(self) -> str:
        """The last line that the child said, or its exit status."""
        lines = [line for line in self.stderr.splitlines() if line.strip()]
        return lines[-1].strip() if lines else f"exit status {self.status}"


def run(command: Sequence[str | os.PathLike[str]]) -> Run:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors
            )
        except OSError as error:
            return Run(127, "", str(error))
        try:
            _, wait_status, usage = os.wait4(process.pid, 0)
        except BaseException:
            # Interrupted: the child would go on writing into folders that are being removed.
            process.kill()
            process.wait()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        out.seek(0)
        errors.seek(0)
        return Run(
            status=process.returncode,
            stdout=out.read().decode(errors="replace"),
            stderr=errors.read().decode(errors="replace"),
            wall_s=wall,
            cpu_s=usage.ru_utime + usage.ru_stime,
            rss_mb=usage.ru_maxrss / 1024,
        )
