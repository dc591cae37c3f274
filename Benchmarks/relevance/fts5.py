"""Stock SQLite FTS5, and BM25 as Lucene computes it over the tokens of the same table."""

import heapq
import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tasks import Document
from words import content_words, words

DEPTH = 100
"""Hits kept for a query, of every engine."""

Ranking = list[tuple[str, float]]
"""Keys and scores, best first."""

SCHEMA = """
CREATE TABLE documents(id INTEGER PRIMARY KEY, key TEXT UNIQUE, title TEXT, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(
  title, body, content='documents', content_rowid='id',
  tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE instances USING fts5vocab('search', 'instance');
CREATE VIRTUAL TABLE query_text USING fts5(
  text, tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE query_instances USING fts5vocab('query_text', 'instance');
"""


class FTS5:
    """A table of title and body with the tokenizer Dateline uses and FTS5's own ranking."""

    def __init__(self, path: Path, documents: Iterable[Document]) -> None:
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-500000;" + SCHEMA
        )
        self.rejected: list[str] = []
        self.database.execute("BEGIN")
        self.database.executemany(
            "INSERT INTO documents(key, title, body) VALUES (?, ?, ?)",
            ((document.key, document.title, document.body) for document in documents),
        )
        self.database.execute("INSERT INTO search(search) VALUES ('rebuild')")
        self.database.execute("COMMIT")
        self.keys: list[str] = [""] + [
            key for (key,) in self.database.execute("SELECT key FROM documents ORDER BY id")
        ]

    def close(self) -> None:
        self.database.close()

    def all_words(self, text: str) -> Ranking:
        """Implicit AND: every word that was typed, as a plain query to FTS5 means it."""
        return self.match(" AND ".join(f'"{word}"' for word in words(text)))

    def any_word(self, text: str) -> Ranking:
        return self.match(" OR ".join(f'"{word}"' for word in content_words(text)))

    def match(self, expression: str) -> Ranking:
        """Hits by `bm25()` with its default weights; a query that FTS5 rejects has none."""
        try:
            rows = self.database.execute(
                "SELECT rowid, rank FROM search WHERE search MATCH ? ORDER BY rank, rowid LIMIT ?",
                (expression, DEPTH),
            ).fetchall()
        except sqlite3.Error as error:
            self.rejected.append(f"{expression[:60]}: {error}")
            return []
        return [(self.keys[row], -rank) for row, rank in rows]

    def stems(self, text: str) -> Counter[str]:
        """The tokens FTS5 makes of a query, with how often each stands in it."""
        self.database.execute("DELETE FROM query_text")
        self.database.execute("INSERT INTO query_text(text) VALUES (?)", (text,))
        return Counter(
            dict(self.database.execute("SELECT term, count(*) FROM query_instances GROUP BY term"))
        )


class BM25:
    """Title and body as one field; k1, b and idf as in Lucene's BM25Similarity.

    score = sum of qtf * ln(1 + (N - df + .5) / (df + .5)) * tf / (tf + k1 (1 - b + b dl / avgdl));
    lengths are exact, where Lucene rounds them to a byte.
    """

    K1 = 1.2
    B = 0.75

    def __init__(self, table: FTS5) -> None:
        self.table = table
        self.lengths: dict[int, int] = {
            row: sum(varints(sizes))
            for row, sizes in table.database.execute("SELECT id, sz FROM search_docsize")
        }
        self.count = len(self.lengths)
        self.average = sum(self.lengths.values()) / max(1, self.count)
        self.postings: dict[str, dict[int, int]] = {}

    def frequencies(self, stem: str) -> dict[int, int]:
        if stem not in self.postings:
            self.postings[stem] = dict(
                self.table.database.execute(
                    "SELECT doc, count(*) FROM instances WHERE term = ? GROUP BY doc", (stem,)
                )
            )
        return self.postings[stem]

    def search(self, text: str) -> Ranking:
        scores: defaultdict[int, float] = defaultdict(float)
        for stem, repeats in self.table.stems(" ".join(content_words(text))).items():
            postings = self.frequencies(stem)
            found = len(postings)
            idf = math.log(1 + (self.count - found + 0.5) / (found + 0.5))
            for row, frequency in postings.items():
                norm = self.K1 * (1 - self.B + self.B * self.lengths[row] / self.average)
                scores[row] += repeats * idf * frequency / (frequency + norm)
        best = heapq.nsmallest(DEPTH, scores.items(), key=lambda item: (-item[1], item[0]))
        return [(self.table.keys[row], score) for row, score in best]


def varints(blob: bytes) -> list[int]:
    """SQLite's big-endian numbers of up to nine bytes: the lengths of a document's columns."""
    values: list[int] = []
    value = taken = 0
    for byte in blob:
        taken += 1
        if taken == 9:
            value, last = value << 8 | byte, True
        else:
            value, last = value << 7 | byte & 0x7F, byte < 0x80
        if last:
            values.append(value)
            value = taken = 0
    return values
