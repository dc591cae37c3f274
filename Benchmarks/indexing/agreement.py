"""Do the engines index the same? Words and phrases of the dump must have as many hits in each."""

import itertools
import json
import re
import sqlite3
from pathlib import Path

WORDS = 40
SAMPLED_ARTICLES = 200


def probes(dump: Path) -> list[str]:
    """Words, and pairs of neighbouring words, of the first articles."""
    words: dict[str, None] = {}
    pairs: dict[str, None] = {}
    with open(dump, encoding="utf-8") as file:
        for line in itertools.islice(file, SAMPLED_ARTICLES):
            text = json.loads(line)["body"]
            words |= dict.fromkeys(re.findall(r"\b[a-z]{3,}\b", text))
            pairs |= dict.fromkeys(re.findall(r"\b[a-z]{3,} [a-z]{3,}\b", text))
    return [
        f'"{probe}"'
        for found in (list(words), list(pairs))
        for probe in found[:: max(1, len(found) // WORDS)]
    ]


def hits(index: Path, probes: list[str]) -> list[int]:
    """How many articles of an index with the table articles_fts have each of the probes."""
    database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    try:
        (articles,) = database.execute("SELECT count(*) FROM articles").fetchone()
        counts = [
            database.execute(
                "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?",
                (f"{{body title}} : {probe}",),
            ).fetchone()[0]
            for probe in probes
        ]
    finally:
        database.close()
    return [articles, *counts]
