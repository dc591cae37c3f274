"""SIGKILL at random moments."""

import random
import threading
import time
from collections import Counter

import index_file
from budget import Clock
from index_file import Violation
from scenario import Expected, Scenario, kill

RUN_EVERY = 4
"""After so many kills in a row the command runs to its end."""


def run(scenario: Scenario, count: int, source: random.Random, clock: Clock) -> Counter:
    """Kills a command until `count` kills have hit it or the time is over; says in which phases.

    Raises Violation.
    """
    expected = Expected.of(scenario)
    phases: Counter = Counter()
    hits = 0
    row = RUN_EVERY
    seconds = expected.seconds
    while hits < count and not clock.is_over:
        if row >= RUN_EVERY:
            scenario.prepare()
            row = 0
        # The end of an import, where it commits, is hit more often than its length is worth.
        share = source.uniform(0, 1.05) if source.random() < 0.6 else source.uniform(0.7, 1.05)
        phase = _kill(scenario, share * seconds)
        if phase == "none":
            # The machine is faster than it was.
            seconds *= 0.97
        else:
            hits += 1
            seconds = min(seconds * 1.005, expected.seconds * 2)
        found = index_file.read(scenario.database, scenario.dateline)
        state = expected.phase(found, is_prefix=bool(scenario.feed), tags=scenario.tags)
        if phase == "none" and state != "after":
            raise Violation("ended with success, and the file is not the new one")
        scenario.prove_kept(state)
        phases["none" if phase == "none" else state] += 1
        row += 1
        if row >= RUN_EVERY or state == "after" or phase == "none":
            row = RUN_EVERY
            finish(scenario, expected)
    return phases


def finish(scenario: Scenario, expected: Expected) -> None:
    """Runs the command to its end on what kills have left.

    Raises Violation where the result is not that of an undisturbed run.
    """
    state = scenario.run()
    if state.everything != expected.new.everything or (
        expected.changes_index_only and state.index != expected.new.index
    ):
        raise Violation("the command after the kills gives other content than an undisturbed one")


def _kill(scenario: Scenario, delay: float) -> str:
    process = scenario.start()
    feeder = threading.Thread(target=scenario.supply, args=(process,), daemon=True)
    feeder.start()
    deadline = time.monotonic() + delay
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(min(0.002, max(deadline - time.monotonic(), 0)))
    kill(process)
    status = process.wait()
    errors = process.stderr.read().decode(errors="replace")
    feeder.join()
    process.stderr.close()
    if status not in (0, -9):
        raise Violation(f"status {status} before the kill: {errors[-400:]}")
    return "none" if status == 0 else "hit"
