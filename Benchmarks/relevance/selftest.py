"""Checks the benchmark itself before it measures: our scorer against a few lines of Python, BM25
against the same formula over plain lists of words, and that a query FTS5 refuses is counted."""

import math
import random
from pathlib import Path

from dateline import Binary, write_run
from fts5 import BM25, FTS5, Ranking, varints
from tasks import Document
from words import content_words

SEED = 20
VOCABULARY = "ship harbour storm budget vote bridge river tax mayor film".split()


def ndcg10(ranking: list[str], grades: dict[str, int]) -> float:
    """Linear gains, discounted by log2(rank + 1), over those of the ideal order."""

    def gain(values: list[int]) -> float:
        return sum(value / math.log2(rank + 2) for rank, value in enumerate(values[:10]))

    ideal = gain(sorted(grades.values(), reverse=True))
    return gain([grades.get(key, 0) for key in ranking]) / ideal


def reciprocal_rank(ranking: list[str], grades: dict[str, int]) -> float:
    ranks = (rank for rank, key in enumerate(ranking, 1) if grades.get(key, 0) > 0)
    return 1 / next(ranks, math.inf)


def run(binary: Binary, work: Path) -> None:
    """Raises AssertionError when something does not agree."""
    chance = random.Random(SEED)
    scorer(binary, work, chance)
    documents = [
        Document(f"d{number}", text(chance, 0, 5), text(chance, 1, 60)) for number in range(50)
    ]
    path = work / "selftest.fts5"
    table = FTS5(path, documents)
    bm25(table, documents, chance)
    assert table.match('"storm') == [] and len(table.rejected) == 1
    table.close()
    path.unlink()


def text(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(VOCABULARY, k=chance.randint(least, most)))


def scorer(binary: Binary, work: Path, chance: random.Random) -> None:
    keys = [f"d{number}" for number in range(300)]
    grades = {
        f"q{query}": {key: chance.randint(0, 3) for key in chance.sample(keys, 40)} | {"d0": 1}
        for query in range(20)
    }
    rankings: list[tuple[str, Ranking]] = []
    for query in grades:
        hits = chance.sample(keys, chance.randint(0, 200))
        # Equal scores: the order of the run must stand.
        rankings.append((query, [(key, 5.0) for key in hits]))
    run, judgements = work / "selftest.run", work / "selftest.qrels"
    write_run(run, rankings, "selftest")
    judgements.write_text(
        "".join(f"{q} 0 {key} {grade}\n" for q, row in grades.items() for key, grade in row.items())
    )
    mean = binary.evaluate(run, judgements)["mean"]
    orders = {query: [key for key, _ in ranking] for query, ranking in rankings}
    for measure, name in ((ndcg10, "ndcg_cut_10"), (reciprocal_rank, "recip_rank")):
        ours = sum(measure(orders[query], grades[query]) for query in grades) / len(grades)
        assert abs(ours - mean[name]) < 1e-9, f"{name}: {mean[name]}, not {ours}"
    run.unlink()
    judgements.unlink()


def bm25(table: FTS5, documents: list[Document], chance: random.Random) -> None:
    engine = BM25(table)
    texts = {document.key: f"{document.title} {document.body}".split() for document in documents}
    average = sum(map(len, texts.values())) / len(texts)
    assert abs(engine.average - average) < 1e-9
    assert varints(bytes([5, 0x81, 0x00])) == [5, 128]
    for _ in range(20):
        query = text(chance, 1, 6)
        expected = {}
        for key, tokens in texts.items():
            total = 0.0
            for word in content_words(query):
                found = sum(word in other for other in texts.values())
                count = tokens.count(word)
                idf = math.log(1 + (len(texts) - found + 0.5) / (found + 0.5))
                total += idf * count / (count + 1.2 * (1 - 0.75 + 0.75 * len(tokens) / average))
            if total:
                expected[key] = total
        found_scores = dict(engine.search(query))
        assert found_scores.keys() == expected.keys(), query
        assert all(abs(found_scores[key] - expected[key]) < 1e-9 for key in expected), query
