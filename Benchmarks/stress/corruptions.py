"""Damaged index files, and files that are none: every command ends with a message, in time.

Where `check` passes and says what it says of the undamaged file, the answers are those of the undamaged file.
"""

import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from budget import Clock
from index_file import Violation
from places import Bench

SECONDS = 20
"""Most seconds of processors of a command."""
PATIENCE = 6
"""How many times as long it may take where others use the processors, or a pause stops everything."""
MEMORY = 1 << 30
"""Most bytes of memory of a command."""
ADDRESSES = 12 << 30
"""Most bytes of addresses, so that a runaway does not take the machine along; files are mapped."""
CRASHES = (
    "Fatal error", "Crash", "Stack dump", "Traceback", "Thread 0", "Backtrace", "Assertion", "Sanitizer:")
IS_SANITIZED = "DATELINE_SANITIZED" in os.environ
"""Whether the binary is watched by a sanitizer, which needs more memory, far more addresses and more time."""
STATUSES = (0, 1, 2)
QUERIES = (
    "nato OR the", '"of the"', "entity:nato", "title:the", "the NOT russia", "gov*", "since:2000 a",
    "=the", "minister~", "lead:said", "source:a OR b", "report market president")
"""Queries whose answers are compared."""
SHOWN = 5
"""Violations that are printed in full."""


def _flips(data: bytearray, page: int, source: random.Random) -> None:
    for _ in range(source.choice((1, 4, 30, 400))):
        data[source.randrange(len(data))] = source.randrange(256)


def _header(data: bytearray, page: int, source: random.Random) -> None:
    for _ in range(source.choice((1, 3, 20))):
        data[source.randrange(108)] = source.randrange(256)


def _heads(data: bytearray, page: int, source: random.Random) -> None:
    """The first bytes of pages, where their structure is told."""
    for _ in range(source.choice((1, 5, 40))):
        data[page * source.randrange(len(data) // page) + source.randrange(24)] = (
            source.randrange(256))


def _truncation(data: bytearray, page: int, source: random.Random) -> None:
    del data[source.randrange(1, len(data)) :]


def _swap(data: bytearray, page: int, source: random.Random) -> None:
    one, other = (page * source.randrange(len(data) // page) for _ in range(2))
    data[one : one + page], data[other : other + page] = (
        data[other : other + page], data[one : one + page])


def _zeros(data: bytearray, page: int, source: random.Random) -> None:
    for _ in range(source.choice((1, 3, 12))):
        start = page * source.randrange(len(data) // page)
        data[start : start + page] = bytes(page)


def _noise(data: bytearray, page: int, source: random.Random) -> None:
    for _ in range(source.choice((1, 3, 12))):
        start = page * source.randrange(len(data) // page)
        data[start : start + page] = source.randbytes(page)


def _doubled(data: bytearray, page: int, source: random.Random) -> None:
    data += data[page * source.randrange(len(data) // page) :]


def _text(data: bytearray, page: int, source: random.Random) -> None:
    data[:] = b"These are notes about the harbour, and no index.\n" * source.randrange(1, 4000)


def _foreign(data: bytearray, page: int, source: random.Random) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, note TEXT)")
    connection.execute("INSERT INTO articles (note) VALUES ('a boat')")
    connection.commit()
    data[:] = connection.serialize() if hasattr(connection, "serialize") else b"SQLite format 3\0"
    connection.close()


def _empty(data: bytearray, page: int, source: random.Random) -> None:
    del data[source.choice((0, 0, 16, 100)) :]


def _letters(data: bytearray, page: int, source: random.Random) -> None:
    """Letters, digits and marks for others of their kind, which no structure tells: inside texts and names."""
    for _ in range(source.choice((1, 1, 3))):
        for _ in range(1000):
            place = source.randrange(100, len(data))
            if data[place : place + 1].isalnum() and data[place - 1 : place].isalnum():
                data[place] ^= 0x20 if chr(data[place]).isalpha() else 1
                break


KINDS = {
    "flipped bytes": (_flips, 25), "other letters": (_letters, 20), "flipped bytes of the header": (_header, 12),
    "flipped bytes at the beginning of pages": (_heads, 20), "truncated": (_truncation, 12),
    "swapped pages": (_swap, 8), "zeroed pages": (_zeros, 10), "noise": (_noise, 8),
    "doubled end": (_doubled, 2), "text": (_text, 1), "another SQLite file": (_foreign, 1),
    "empty": (_empty, 1),
}


def run(bench: Bench, count: int, seed: int, clock: Clock) -> str:
    """Damages a small index `count` times, or until the time is over. Raises Violation."""
    folder = bench.new_folder("corruptions")
    dump = folder / "small.jsonl"
    lines = bench.dumps.base.read_text(encoding="utf-8").splitlines(keepends=True)
    dump.write_text("".join(lines[:60]), encoding="utf-8")
    bench.index(folder / "whole.db", dump)
    more = folder / "more.jsonl"
    more.write_text("".join(lines[50:70]), encoding="utf-8")
    whole = (folder / "whole.db").read_bytes()
    expected = _Answers(bench, folder / "whole.db")
    with ThreadPoolExecutor(2) as executor:
        cases = [case for case in executor.map(
            lambda number: None if number and clock.is_over
            else _case(bench, folder, whole, expected, more, f"{seed} {number}"), range(count)) if case]
    statuses: Counter = Counter()
    found: list[str] = []
    for outcomes, violations in cases:
        statuses.update(outcomes)
        found += violations
    if found:
        raise Violation(f"{len(found)} in {len(cases)} corruptions\n" + "\n".join(found[:SHOWN]))
    repaired = statuses["check --repair", 0] + statuses["check --repair", 1]
    return (
        f"{len(cases)} corruptions, {sum(v for k, v in statuses.items() if k[0] != 'told')} commands; "
        f"{statuses['check', 0]} passed check, in {statuses['told', 0]} of which it says other things than before; "
        f"all others answer as the undamaged file; {repaired} repaired or in order")


class _Answers:
    """What a file answers: what `check` says, searches, all articles, some of them shown, figures."""

    def __init__(self, bench: Bench, file: Path):
        self._bench = bench
        self.check = self.run(["check"], file)
        self.rest = {shown: self.run(arguments, file) for shown, arguments in self.commands()}

    @staticmethod
    def commands(shown: list[int] | None = None) -> list[tuple[str, list[str]]]:
        numbers = range(1, 61) if shown is None else shown
        return [
            ("search", ["search", "-", "--ndjson", "-n", "100"]), ("export", ["export"]),
            ("stats", ["stats", "--json"]),
            *((f"show {number}", ["show", str(number), "--json"]) for number in numbers)]

    def run(self, arguments: list[str], file: Path) -> str:
        run = subprocess.run(
            [self._bench.dateline, *arguments, "--db", file.name], input="\n".join(QUERIES),
            capture_output=True, text=True, errors="replace", check=False, cwd=file.parent)
        # Times differ.
        output = re.sub(r'"(seconds|milliseconds|took[a-z_]*)" ?: ?[0-9.e+-]+', "", run.stdout)
        return f"{run.returncode} {output.replace(file.name, 'FILE')}"

    def difference(self, file: Path, source: random.Random) -> tuple[bool, str | None]:
        """Whether `check` says other things of a file, and, where it does not, which answer is another."""
        if self.run(["check"], file) != self.check:
            return True, None
        for name, arguments in self.commands(source.sample(range(1, 61), 10)):
            found = self.run(arguments, file)
            if found != self.rest[name]:
                place = next(
                    (i for i, (a, b) in enumerate(zip(found, self.rest[name])) if a != b), 0)
                start = max(place - 80, 0)
                return False, (
                    f"{name} answers {found[start:place + 80]!r} in place of "
                    f"{self.rest[name][start:place + 80]!r}")
        return False, None


def _case(
    bench: Bench, folder: Path, whole: bytes, expected: _Answers, more: Path, seed: str
) -> tuple[Counter, list[str]]:
    source = random.Random(seed)
    kind = source.choices(list(KINDS), [share for _, share in KINDS.values()])[0]
    data = bytearray(whole)
    KINDS[kind][0](data, 16_384, source)
    place = folder / seed.replace(" ", "-")
    place.mkdir()
    file = place / "news.db"
    file.write_bytes(data)
    copy = place / "copy.db"
    shutil.copyfile(file, copy)
    repaired = place / "new.db"
    statuses: Counter = Counter()
    violations = []
    for name, arguments in {
        "search": ["search", "nato OR the", "--json", "--facet", "source,entity", "--db", file],
        "phrase": ["search", '"of the"', "--expand", "--db", file],
        "show": ["show", str(source.randrange(1, 61)), "--db", file],
        "stats": ["stats", "--json", "--db", file],
        "check": ["check", "--db", file],
        "check --repair": ["check", "--repair", "--db", file, "--output", repaired],
        "index": ["index", more, "--db", copy, "--quiet", "--memory", "16"],
    }.items():
        status, problem, _ = _bounded([bench.dateline, *arguments])
        statuses[name, status] += 1
        if problem:
            violations.append(f"{kind}, seed {seed!r}, {name}: {problem}")
    if statuses["check", 0]:
        says_other, wrong = expected.difference(file, source)
        statuses["told", 0] += says_other
        if wrong:
            violations.append(f"{kind}, seed {seed!r}: check passes, and {wrong}")
    if file.read_bytes() != bytes(data):
        violations.append(f"{kind}, seed {seed!r}: the damaged file was changed")
    if repaired.exists():
        status, _, output = _bounded([bench.dateline, "check", "--db", repaired])
        if status != 0:
            violations.append(f"{kind}, seed {seed!r}: the repaired file fails: {output}")
    if violations:
        (folder.parent / "violations").mkdir(exist_ok=True)
        shutil.copyfile(file, folder.parent / "violations" / f"{place.name}.db")
    shutil.rmtree(place)
    return statuses, violations


def _threads(process: int) -> str:
    """What the threads of a process wait for."""
    states = []
    for thread in Path(f"/proc/{process}/task").glob("*"):
        try:
            state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
            states.append(f"{state} {(thread / 'wchan').read_text()}")
        except OSError:
            states.append("gone")
    return ", ".join(states)


def _bounded(command: list) -> tuple[int, str | None, str]:
    """Runs a command; its status, what is wrong with the way it ended, and the end of its output."""
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if not IS_SANITIZED:
            resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))

    seconds = SECONDS * (20 if IS_SANITIZED else 1)

    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        preexec_fn=limit,
    ) as process:
        late: list[str] = []

        def end() -> None:
            late.append(_threads(process.pid))
            process.kill()

        timer = threading.Timer(seconds * PATIENCE, end)
        timer.start()
        output = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    used = usage.ru_utime + usage.ru_stime
    problem = None
    if late:
        problem = f"not done in {seconds * PATIENCE} s, {used:.1f} s of processors: {late[0]}"
    elif used > seconds:
        problem = f"{used:.1f} s of processors"
    elif process.returncode not in STATUSES:
        problem = f"status {process.returncode}: {output[-300:]}"
    elif usage.ru_maxrss * 1024 > MEMORY and not IS_SANITIZED:
        problem = f"{usage.ru_maxrss >> 10} MB"
    elif word := next((word for word in CRASHES if word in output), None):
        problem = f"{word!r} in the output: {output[-300:]}"
    return process.returncode, problem, output[-300:]
