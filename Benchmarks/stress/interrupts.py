"""Ctrl-C and SIGTERM at random moments: what was read is committed, and nothing is left behind."""

import random
import signal
import time
from collections import Counter

import index_file
from budget import Clock
from index_file import Violation
from kills import finish
from scenario import Expected, Scenario


def run(scenario: Scenario, count: int, source: random.Random, clock: Clock) -> str:
    """Interrupts a command `count` times, or until the time is over. Raises Violation."""
    expected = Expected.of(scenario)
    statuses: Counter = Counter()
    for _ in range(count):
        if clock.is_over:
            break
        scenario.prepare()
        process = scenario.start()
        time.sleep(source.uniform(0.05, 1.0) * expected.seconds)
        process.send_signal(source.choice((signal.SIGINT, signal.SIGTERM)))
        errors = process.stderr.read().decode(errors="replace")
        process.stderr.close()
        status = process.wait()
        # Before it has begun to listen a signal ends the process as usual.
        if status not in (0, 130, -signal.SIGINT, -signal.SIGTERM):
            raise Violation(f"status {status} after a signal: {errors[-400:]}")
        statuses[status] += 1
        found = index_file.read(scenario.database)
        keys = found.keys if found else ()
        old = expected.old.keys if expected.old else ()
        if len(keys) < len(old) or keys != expected.new.keys[: len(keys)]:
            raise Violation(f"{len(keys)} articles are no beginning of the import")
        if status >= 0:
            index_file.no_leftovers(scenario.database)
        if status == 0 and found.everything != expected.new.everything:
            raise Violation("ended with success, and the file is not the new one")
        finish(scenario, expected)
    return ", ".join(f"{number} with status {status}" for status, number in statuses.items())
