"""What an index file holds, and whether it is in order: told without Dateline, and by `dateline check`."""

import hashlib
import shutil
import sqlite3
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path


class Violation(Exception):
    """Something that must not happen."""


@dataclass(frozen=True)
class State:
    """What is in a file."""

    keys: tuple[str, ...]
    """Keys of the articles in the order of their rows."""
    articles: str
    """Digest of the articles, with their rows and every column."""
    everything: str
    """Digest of articles, mentions, entities and what imports remember, apart from checkpoints."""
    checkpoints: int
    segments: int
    """Segments of the full-text index."""
    index: str
    """Digest of the full-text index, byte for byte."""
    tags: tuple[int, ...]
    """What was found in each article, in the order of their rows."""


TABLES = (
    "SELECT * FROM mentions ORDER BY entity_id, article_id",
    "SELECT * FROM entities ORDER BY id",
    "SELECT * FROM superseded ORDER BY key, digest",
    "SELECT * FROM site_memory ORDER BY source",
    "SELECT * FROM dateline_meta ORDER BY key",
    "SELECT * FROM gazetteer ORDER BY id",
    "SELECT name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name",
    "SELECT id, sz FROM articles_fts_docsize ORDER BY id",
)

INDEX = (
    "SELECT id, block FROM articles_fts_data ORDER BY id",
    "SELECT segid, term, pgno FROM articles_fts_idx ORDER BY segid, term",
)


def beside(path: Path) -> list[str]:
    """Names of what lies beside a file and belongs to it, or was left where a copy of it was made."""
    return sorted(
        p.name for p in path.parent.iterdir()
        if p.name.startswith(path.name) and (p.name.startswith(path.name + "-") or p.name.endswith("-building")))


def no_leftovers(path: Path) -> None:
    """Raises where anything but the file itself is left."""
    if found := beside(path):
        raise Violation(f"left beside {path.name}: {', '.join(found)}")


def read(path: Path, dateline: Path | None = None) -> State | None:
    """Proves a file and reads it; `None` where there is none. With ``dateline`` its `check` must pass, too.

    A copy is looked at, so that the next run finds what the last one has left.
    Raises Violation.
    """
    if not path.exists():
        return None
    with tempfile.TemporaryDirectory(dir=path.parent.parent, prefix="copy-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        for suffix in ("-wal", "-journal"):
            log = path.with_name(path.name + suffix)
            if log.exists():
                shutil.copyfile(log, copy.with_name(copy.name + suffix))
        if dateline:
            _check(copy, dateline)
        try:
            connection = sqlite3.connect(copy)
            try:
                return _read(connection)
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise Violation(f"{path.name}: {error}") from error


def _check(path: Path, dateline: Path) -> None:
    run = subprocess.run(
        [dateline, "check", "--db", path], capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL)
    if run.returncode != 0:
        findings = [line for line in run.stdout.splitlines() if not line.startswith("ok")]
        raise Violation(f"check: status {run.returncode}: {findings} {run.stderr[-400:]}")


def _has(connection: sqlite3.Connection, name: str) -> bool:
    return bool(connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])


def _read(connection: sqlite3.Connection) -> State:
    result = connection.execute("PRAGMA integrity_check").fetchall()
    if result != [("ok",)]:
        raise Violation(f"integrity_check: {result[:5]}")
    connection.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    connection.rollback()
    digest = hashlib.sha256()
    keys = []
    cursor = connection.execute("SELECT key, * FROM articles ORDER BY id")
    for row in cursor:
        keys.append(row[0])
        digest.update(repr(row).encode())
    articles = digest.hexdigest()
    for query in TABLES:
        # Older versions have fewer tables.
        if not _has(connection, query.split(" FROM ")[1].split()[0]) and "sqlite_master" not in query:
            continue
        for row in connection.execute(query):
            digest.update(repr(row).encode())
    documents = connection.execute("SELECT count(*) FROM articles_fts_docsize").fetchone()[0]
    if documents != len(keys):
        raise Violation(f"{len(keys)} articles, {documents} in the full-text index")
    checkpoints = 0
    if _has(connection, "import_checkpoints"):
        checkpoints = connection.execute("SELECT count(*) FROM import_checkpoints").fetchone()[0]
    segments = connection.execute(
        "SELECT count(DISTINCT segid) FROM articles_fts_idx").fetchone()[0]
    index = hashlib.sha256()
    for query in INDEX:
        for row in connection.execute(query):
            index.update(repr(row).encode())
    return State(
        tuple(keys), articles, digest.hexdigest(), checkpoints, segments, index.hexdigest(),
        _tags(connection))


def _tags(connection: sqlite3.Connection) -> tuple[int, ...]:
    mentions: dict[int, list[tuple]] = {}
    # Version 1 has none.
    has_positions = any(
        row[1] == "positions" for row in connection.execute("PRAGMA table_info(mentions)"))
    for row in connection.execute(
        f"SELECT article_id, slug, count, {'positions' if has_positions else 0}"
        " FROM mentions JOIN entities"
        " ON entities.id = entity_id ORDER BY article_id, slug"
    ):
        mentions.setdefault(row[0], []).append(row[1:])
    return tuple(
        hash((names, terms, *mentions.get(row, [])))
        for row, names, terms in connection.execute(
            "SELECT id, entities, entity_terms FROM articles ORDER BY id"))
