"""Parts that are programs of their own, with their own builds: faults of the system inside writers, and fuzzing."""

import os
import re
import subprocess
from pathlib import Path

from index_file import Violation

ROOT = Path(__file__).resolve().parent.parent.parent


def faults(factor: int, seed: int) -> str:
    """Loses power and fails calls `factor` times as often as the tests do. Raises Violation."""
    output = _run(
        ["make", "--no-print-directory", "faults"], FACTOR=str(factor),
        DATELINE_STRESS_SEED=str(seed))
    failed = sum(int(number) for number in re.findall(r"^failed calls, .* (\d+) failed$", output, re.M))
    images = sum(int(number) for number in re.findall(r"^power loss, .*: (\d+) images", output, re.M))
    if not failed or not images:
        raise Violation(f"no faults were made: {output[-4000:]}")
    return f"{failed} failing calls, {images} losses of power"


def fuzz(seconds: float, seed: int) -> str:
    """Fuzzes each target for some seconds; prints a row for each. Raises Violation."""
    output = _run(
        [".ci/fuzz.sh", str(round(seconds))],
        # libFuzzer's seeds have 32 bits, and 0 is none.
        SEED=str(seed % 0xFFFF_FFFF + 1))
    rows = [line for line in output.splitlines() if line.startswith("| ")]
    print("\n".join(rows), flush=True)
    inputs = sum(int(number) for number in re.findall(r"(\d+) inputs", output))
    return f"{len(rows)} targets, {round(seconds)} s each, {inputs} inputs"


def _run(command: list[str], **variables: str) -> str:
    run = subprocess.run(
        command, cwd=ROOT, env=os.environ | variables, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True, errors="replace")
    if run.returncode != 0:
        raise Violation(f"status {run.returncode}: {run.stdout[-4000:]}")
    return run.stdout
