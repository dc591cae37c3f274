"""Stock SQLite FTS5 through Python's sqlite3 module, with the tables that Dateline writes."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peer_common

FIELDS = ("id", "title", "body", "published", "source", "url", "author", "section")

SCHEMA = """
CREATE TABLE articles(
  id INTEGER PRIMARY KEY, key TEXT UNIQUE, title TEXT, body TEXT, published TEXT, source TEXT,
  url TEXT, author TEXT, section TEXT);
CREATE VIRTUAL TABLE articles_fts USING fts5(
  body, title, content="articles", content_rowid="id",
  tokenize="porter unicode61 remove_diacritics 2");
"""


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def match_expression(kind: str, text: str) -> str:
    words = [quoted(word) for word in text.split()]
    match kind:
        case "and":
            return " AND ".join(words)
        case "or":
            return " OR ".join(words)
        case "phrase" | "entity":
            return quoted(text)
        case "phrase-term":
            phrase, other = peer_common.split_phrase_term(text)
            return f"{quoted(phrase)} AND {quoted(other)}"
        case "prefix":
            return quoted(text) + " *"
        case "near":
            return "NEAR(" + " ".join(words) + ", 10)"
        case "title":
            return "title : (" + " AND ".join(words) + ")"
        case _:
            return " AND ".join(words)


class FTS5:
    name = "fts5"
    language = "C, called from Python"
    includes = (
        "json.loads in Python, executemany into articles, INSERT ... SELECT into the FTS5 table "
        "(one transaction, no journal, no fsync, 1 GB of page cache), then 'optimize'; one thread"
    )

    def version(self) -> str:
        return "SQLite " + sqlite3.sqlite_version

    def index(self, dump: Path, directory: Path) -> int:
        database = sqlite3.connect(directory / "fts5.db", isolation_level=None)
        database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;" + SCHEMA
        )
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO articles(key, title, body, published, source, url, author, section) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                tuple(article.get(field) for field in FIELDS)
                for article in peer_common.articles(dump)
            ),
        )
        database.execute(
            "INSERT INTO articles_fts(rowid, body, title) SELECT id, body, title FROM articles"
        )
        database.execute("COMMIT")
        database.execute("INSERT INTO articles_fts(articles_fts) VALUES ('optimize')")
        (count,) = database.execute("SELECT count(*) FROM articles").fetchone()
        database.close()
        return count

    def open(self, directory: Path) -> tuple[Callable[[str, str], Any], Callable[[Any], int]]:
        database = sqlite3.connect(directory / "fts5.db")
        database.execute("PRAGMA cache_size=-1000000")
        statement = (
            "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rank LIMIT 10"
        )

        def run(expression: str) -> int:
            return len(database.execute(statement, (expression,)).fetchall())

        return match_expression, run


if __name__ == "__main__":
    peer_common.main(FTS5())
