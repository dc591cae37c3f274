"""Builds every engine's index of a corpus once, and answers tasks with each of them."""

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path

import tantivy_engine
from dateline import MEASURES, Binary, write_run
from fts5 import BM25, FTS5, Ranking
from tantivy_engine import Tantivy
from tasks import Corpus, Task

OURS = "Dateline"
ANCHORS = ("FTS5 AND", "FTS5 OR", "BM25", "Tantivy")


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


class Indexes:
    """A corpus in every engine."""

    def __init__(self, corpus: Corpus, binary: Binary, work: Path) -> None:
        note(f"indexing {corpus.name}")
        self.database = work / f"{corpus.name}.db"
        articles = binary.index(corpus, self.database)
        self.table = FTS5(work / f"{corpus.name}.fts5", corpus.documents())
        count = len(self.table.keys) - 1
        if articles != count:
            note(f"{corpus.name}: Dateline holds {articles} articles, FTS5 {count}")
        bm25 = BM25(self.table)
        self.engines: dict[str, Callable[[str], Ranking]] = {
            "FTS5 AND": self.table.all_words,
            "FTS5 OR": self.table.any_word,
            "BM25": bm25.search,
        }
        self.tantivy = None
        if tantivy_engine.version():
            self.tantivy = Tantivy(work / f"{corpus.name}.tantivy", corpus.documents())
            self.engines["Tantivy"] = self.tantivy.search

    def take_rejected(self) -> dict[str, list[str]]:
        """Queries that an engine refused since the last call."""
        rejected = {"FTS5": self.table.rejected[:]}
        self.table.rejected.clear()
        if self.tantivy:
            rejected["Tantivy"] = self.tantivy.rejected[:]
            self.tantivy.rejected.clear()
        return {name: queries for name, queries in rejected.items() if queries}


class Session(contextlib.AbstractContextManager["Session"]):
    """Runs of all engines, in files below a folder. Indexes are kept while it lasts."""

    def __init__(self, binary: Binary, work: Path) -> None:
        self.binary = binary
        self.work = work
        self.indexes: dict[str, Indexes] = {}
        self.rejected: dict[str, dict[str, list[str]]] = {}

    def __exit__(self, *_: object) -> None:
        for indexes in self.indexes.values():
            indexes.table.close()

    def index(self, corpus: Corpus) -> Indexes:
        if corpus.name not in self.indexes:
            self.indexes[corpus.name] = Indexes(corpus, self.binary, self.work)
        return self.indexes[corpus.name]

    def run(self, task: Task, engine: str, match: str = "auto") -> Path:
        """The run of one engine, made when it is not there yet."""
        indexes = self.index(task.corpus)
        label = f"{engine}-{match}" if engine == OURS else engine
        path = self.work / f"{task.name}.{label.replace(' ', '-')}.run"
        if path.exists():
            return path
        if engine == OURS:
            self.binary.search(indexes.database, task.queries, path, match)
        else:
            search = indexes.engines[engine]
            write_run(path, ((query, search(text)) for query, text in task.texts()), "anchor")
        if rejected := indexes.take_rejected():
            self.rejected.setdefault(task.name, {}).update({engine: sum(rejected.values(), [])})
        return path

    def means(self, task: Task, match: str = "auto") -> dict[str, float]:
        """The task's measure for every engine that is installed."""
        indexes = self.index(task.corpus)
        name = MEASURES[task.measure]
        return {
            engine: self.binary.evaluate(self.run(task, engine, match), task.judgements)["mean"][name]
            for engine in (OURS, *indexes.engines)
        }

    def probability(self, task: Task, against: str, match: str = "auto") -> float:
        """p of a paired randomisation test of Dateline against another engine."""
        result = self.binary.evaluate(
            self.run(task, OURS, match), task.judgements, self.run(task, against)
        )
        return result["compared"][MEASURES[task.measure]]["p"]
