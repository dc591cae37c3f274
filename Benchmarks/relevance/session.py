"""Builds every engine's index of a corpus once, and answers tasks with each of them."""

import contextlib
import functools
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
    """A corpus in every engine; the anchors' indexes are built when one of them is asked for."""

    def __init__(self, corpus: Corpus, binary: Binary, work: Path) -> None:
        note(f"indexing {corpus.name}")
        self.corpus = corpus
        self.work = work
        self.database = work / f"{corpus.name}.db"
        self.articles = binary.index(corpus, self.database)
        self.tables: list[FTS5 | Tantivy] = []

    @functools.cached_property
    def anchors(self) -> dict[str, Callable[[str], Ranking]]:
        """The search of each anchor that is installed, by its name."""
        name = self.corpus.name
        # Of two articles with one key the last one stays, as in Dateline.
        documents = list({document.key: document for document in self.corpus.documents()}.values())
        if self.articles != len(documents):
            note(f"{name}: Dateline holds {self.articles} articles, the others {len(documents)}")
        table = FTS5(self.work / f"{name}.fts5", documents)
        self.tables.append(table)
        engines = {
            "FTS5 AND": table.all_words, "FTS5 OR": table.any_word, "BM25": BM25(table).search
        }  # fmt: skip
        if tantivy_engine.version():
            peer = Tantivy(self.work / f"{name}.tantivy", documents)
            self.tables.append(peer)
            engines["Tantivy"] = peer.search
        return engines

    def take_rejected(self) -> list[str]:
        """Queries that an anchor refused since the last call."""
        rejected = [query for table in self.tables for query in table.rejected]
        for table in self.tables:
            table.rejected.clear()
        return rejected


class Session(contextlib.AbstractContextManager["Session"]):
    """Runs of all engines, in files below a folder. Indexes are kept while it lasts."""

    def __init__(self, binary: Binary, work: Path) -> None:
        self.binary = binary
        self.work = work
        self.indexes: dict[str, Indexes] = {}
        self.rejected: dict[tuple[str, str], list[str]] = {}
        """Refused queries by task and engine."""

    def __exit__(self, *_: object) -> None:
        for indexes in self.indexes.values():
            for table in indexes.tables:
                table.close()

    def index(self, corpus: Corpus) -> Indexes:
        if corpus.name not in self.indexes:
            self.indexes[corpus.name] = Indexes(corpus, self.binary, self.work)
        return self.indexes[corpus.name]

    def run(self, task: Task, engine: str, match: str = "auto") -> Path:
        """The run of one engine, made when it is not there yet."""
        indexes = self.index(task.corpus)
        label = f"{engine}-{match}" if engine == OURS else engine.replace(" ", "-")
        path = self.work / f"{task.name}.{label}.run"
        if path.exists():
            return path
        if engine == OURS:
            self.binary.search(indexes.database, task.queries, path, match)
        else:
            search = indexes.anchors[engine]
            write_run(path, ((query, search(text)) for query, text in task.texts()), "anchor")
            if rejected := indexes.take_rejected():
                self.rejected[task.name, engine] = rejected
        drop_self(path)
        return path

    def mean(self, task: Task, engine: str, match: str = "auto") -> float:
        """The task's measure."""
        result = self.binary.evaluate(self.run(task, engine, match), task.judgements)
        return result["mean"][MEASURES[task.measure]]

    def means(self, task: Task) -> dict[str, float]:
        """The task's measure for Dateline and every anchor that is installed."""
        engines = (OURS, *self.index(task.corpus).anchors)
        return {engine: self.mean(task, engine) for engine in engines}

    def probability(self, task: Task, run: Path, other: Path) -> float:
        """p of a paired randomisation test of two runs."""
        result = self.binary.evaluate(run, task.judgements, other)
        return result["compared"][MEASURES[task.measure]]["p"]


def drop_self(path: Path) -> None:
    """Takes articles from the hits of queries made of them, which bear their id."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line.split(" ", 3)[0] != line.split(" ", 3)[2]]
    if len(kept) < len(lines):
        path.write_text("".join(kept), encoding="utf-8")
