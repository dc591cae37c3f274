"""Dateline's binary: builds the index, answers the queries, and scores everyone's runs."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fts5 import DEPTH, Ranking
from tasks import Corpus

MEASURES = {"nDCG@10": "ndcg_cut_10", "MAP": "map", "MRR": "recip_rank", "R@100": "recall_100"}
"""Names in tables and in `dateline eval --json`."""


class Failed(Exception):
    pass


class Binary:
    def __init__(self, path: Path) -> None:
        self.path = path

    def run(self, *arguments: str | Path) -> str:
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"dateline {' '.join(map(str, arguments))}: {done.stderr.strip()}")
        return done.stdout

    def version(self) -> str:
        return self.run("--version").strip()

    def index(self, corpus: Corpus, database: Path) -> int:
        """Builds an index; the number of articles in it."""
        options = ["--drop", "title"] if corpus.bodies_only else []
        text = self.run("index", corpus.path, "--db", database, "--json", *options)
        return json.loads(text)["articles"]

    def search(self, database: Path, queries: Path, run: Path, match: str = "auto") -> None:
        """Answers a file of queries; writes the run."""
        self.run(
            "search", "--db", database, "--queries", queries, "--run", run, "--match", match,
            "--limit", str(DEPTH),
        )

    def evaluate(
        self, run: Path, judgements: Path, other: Path | None = None, per_query: bool = False
    ) -> dict[str, Any]:
        """`dateline eval --json` of a run, compared with another one."""
        options: list[str | Path] = ["--compare", other] if other else []
        if per_query:
            options.append("--per-query")
        return json.loads(
            self.run("eval", "--run", run, "--qrels", judgements, "--json", *options)
        )


def write_run(path: Path, rankings: Iterable[tuple[str, Ranking]], tag: str) -> None:
    """Writes a TREC run. Scores fall strictly, so that every engine keeps its own order of ties."""
    with open(path, "w", encoding="utf-8") as file:
        for query, ranking in rankings:
            last = float("inf")
            for rank, (key, score) in enumerate(ranking, 1):
                last = min(score, last - 1e-6)
                file.write(f"{query} Q0 {key.replace(' ', '%20')} {rank} {last:.6f} {tag}\n")
