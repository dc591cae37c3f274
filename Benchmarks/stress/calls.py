"""SIGKILL at chosen system calls of the writing thread: each step of a commit, one after the other."""

import random
import shutil
from collections import Counter

import index_file
from budget import Clock
from index_file import Violation
from kills import finish
from places import Skip
from scenario import Expected, Scenario

EACH = ("?mkdir,?mkdirat", "?link,?linkat", "?unlink,?unlinkat", "?rmdir", "?fsync", "?fdatasync",
        "?ftruncate")
"""Calls that are few: each of them is hit."""
SAMPLED = "pwrite64"
MOST = 40
"""Calls of one kind that are hit at most."""


def run(
    scenario: Scenario, samples: int, source: random.Random, every: int, clock: Clock
) -> Counter:
    """Kills a command at one call in ``every`` of ``EACH``, and at some of ``SAMPLED``; says in which phases.

    Raises Violation, or Skip without strace.
    """
    if not shutil.which("strace"):
        raise Skip("needs strace")
    expected = Expected.of(scenario)
    phases: Counter = Counter()
    for name in EACH:
        for number in range(source.randint(1, every), MOST, every):
            if clock.is_over or not _kill(scenario, expected, name, number, phases):
                break
    most = 64
    while samples > 0 and not clock.is_over:
        if _kill(scenario, expected, SAMPLED, source.randint(1, most), phases):
            samples -= 1
            most = min(most * 2, 4096)
        else:
            most = max(most // 2, 1)
    return phases


def _kill(
    scenario: Scenario, expected: Expected, name: str, number: int, phases: Counter
) -> bool:
    scenario.prepare()
    process = scenario.start([
        "strace", "-o", "/dev/null", "-e", f"trace={name}",
        "-e", f"inject={name}:signal=SIGKILL:when={number}",
    ])
    errors = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    status = process.wait()
    if status == 0:
        return False
    if status != -9:
        raise Violation(f"status {status} at {name} {number}: {errors[-400:]}")
    try:
        found = index_file.read(scenario.database, scenario.dateline)
        state = expected.phase(found, is_prefix=False, tags=scenario.tags)
        scenario.prove_kept(state)
        phases[state] += 1
        finish(scenario, expected)
    except Violation as violation:
        raise Violation(f"at call {number} of {name}: {violation}") from violation
    return True
