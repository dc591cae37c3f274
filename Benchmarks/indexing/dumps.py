"""The dumps: real ones unpacked or cut, generated ones of a given size."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import child

REAL = {
    "reuters": "bulk/reuters-2008-2010-sample.jsonl.zst",
    "allsides": "bulk/allsides.jsonl.zst",
}
"""Files below the folder that DATELINE_DATA names: plain records with distinct identifiers."""
SAMPLE_ARTICLES = 4_000
"""Articles of the sample that says how long a generated article is."""


class Missing(Exception):
    """There is no such dump here; the text says why."""


@dataclass(frozen=True)
class Dump:
    path: Path
    bytes: int
    articles: int


def finish(path: Path, limit: int | None = None) -> Dump:
    """Cuts the dump behind the last record below `limit` bytes, counts it, and by reading it brings
    it into the page cache."""
    size = articles = 0
    with open(path, "rb", buffering=1 << 20) as file:
        for line in file:
            if limit and size + len(line) > limit and articles:
                break
            size += len(line)
            articles += 1
    os.truncate(path, size)
    return Dump(path, size, articles)


def real(name: str, work: Path, limit: int | None) -> Dump:
    folder = os.environ.get("DATELINE_DATA")
    if not folder:
        raise Missing("DATELINE_DATA names no folder")
    packed = Path(folder) / REAL[name]
    if not packed.is_file():
        raise Missing(f"{packed}: no such file")
    target = work / f"{name}.jsonl"
    with open(target, "wb") as file:
        subprocess.run(["zstd", "-dqc", packed], stdout=file, check=True)
    return finish(target, limit)


def generated(dateline: Path, target: Path, articles: int) -> Dump:
    run = child.run([dateline, "bench", "--articles", str(articles), "--write", target])
    if run.status != 0:
        raise RuntimeError(f"cannot generate a dump: {run.failure}")
    return finish(target)


def generated_of_size(dateline: Path, target: Path, size: int) -> Dump:
    """As many articles as make about `size` bytes; article i is the same in dumps of all sizes."""
    sample = generated(dateline, target, SAMPLE_ARTICLES)
    return generated(dateline, target, max(1, round(size * sample.articles / sample.bytes)))


def cut(dump: Dump, head: Path, tail: Path, tail_articles: int) -> tuple[Dump, Dump]:
    """Two dumps, the last `tail_articles` records in the second one."""
    with open(dump.path, "rb") as file, open(head, "wb") as first, open(tail, "wb") as second:
        for number, line in enumerate(file):
            (first if number < dump.articles - tail_articles else second).write(line)
    return finish(head), finish(tail)
