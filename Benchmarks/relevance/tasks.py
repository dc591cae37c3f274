"""Judged collections: where their files lie, and what is asked of us on them."""

import dataclasses
import io
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Document:
    key: str
    title: str
    body: str


@dataclasses.dataclass(frozen=True)
class Corpus:
    """JSON Lines, packed with zstd or not. `bodies_only`: titles are not indexed."""

    name: str
    path: Path
    bodies_only: bool = False

    def documents(self) -> Iterator[Document]:
        for line in lines(self.path):
            if line.isspace():
                continue
            record = json.loads(line)
            title = "" if self.bodies_only else record.get("title") or ""
            yield Document(record["id"], title, record.get("body") or "")


@dataclasses.dataclass(frozen=True)
class Target:
    """`value` is a floor: of the measure itself, or of its ratio to an anchor's."""

    value: float
    anchor: str | None = None

    def floor(self, means: dict[str, float]) -> float:
        return self.value * means[self.anchor] if self.anchor else self.value

    def __str__(self) -> str:
        return f"{self.value:.2f} × {self.anchor}" if self.anchor else f"{self.value:.2f}"


@dataclasses.dataclass(frozen=True)
class Task:
    name: str
    corpus: Corpus
    queries: Path
    judgements: Path
    measure: str
    target: Target | None = None

    def texts(self) -> list[tuple[str, str]]:
        rows = self.queries.read_text(encoding="utf-8").split("\n")
        return [(row.split("\t", 1)[0], row.split("\t", 1)[1]) for row in rows if "\t" in row]


def lines(path: Path) -> Iterator[str]:
    if path.suffix != ".zst":
        with open(path, encoding="utf-8") as file:
            yield from file
        return
    with subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield from io.TextIOWrapper(process.stdout, encoding="utf-8")
    if process.returncode != 0:
        raise OSError(f"{path}: zstd failed")


def data_folder() -> Path | None:
    name = os.environ.get("DATELINE_DATA")
    return Path(name) if name else None


NDCG, MRR = "nDCG@10", "MRR"


def development(data: Path) -> list[Task]:
    """The tasks we develop on, with the targets of the project."""
    known = Corpus("allsides-bodies", data / "bulk/allsides.jsonl.zst", bodies_only=True)
    news = Corpus("reuters", data / "ranking-news/reuters-entity/corpus.jsonl.zst")

    def task(folder: str, corpus: Corpus | None, measure: str, target: Target | None) -> Task:
        at = data / folder
        name = at.name
        corpus = corpus or Corpus(name, at / "corpus.jsonl.zst")
        return Task(name, corpus, at / "queries.tsv", at / "qrels.txt", measure, target)

    return [
        task("ranking-news/reuters-entity", news, NDCG, Target(0.64)),
        task("ranking-news/reuters-label", news, NDCG, Target(0.77)),
        task("ranking-news/reuters-known", None, MRR, Target(0.83)),
        task("ranking/knownitem", known, MRR, Target(1.08, "FTS5 OR")),
        task("ranking/cranfield", None, NDCG, Target(0.98, "BM25")),
        task("ranking/cacm", None, NDCG, Target(0.98, "BM25")),
        task("ranking/cisi", None, NDCG, None),
        task("ranking/fnc1", None, NDCG, None),
    ]
