"""Known-item tasks made from articles: a headline, some of its words, or the first sentence is the
query, the rest of its article the one answer. Drawn with a fixed seed; written below a folder."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from tasks import MRR, Corpus, Document, Task
from words import STOP_WORDS, words

SEED = 1
MOST = 300
"""Queries of a task."""
SENTENCE = re.compile(r"(?<=[.!?][\"”’ ])\s*(?=[A-Z\"“‘])|(?<=[.!?])\s+(?=[A-Z\"“‘])|\n")
DATELINE = re.compile(r"^[^\n]{0,60}?(?:\(Reuters\)|\(AP\)|\(CNN\))\s*[-—–]+\s*")
"""Place and agency before the first sentence."""


def write_corpus(path: Path, documents: Iterable[Document]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for document in documents:
            record = {"id": document.key, "title": document.title, "body": document.body}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_task(
    folder: Path, name: str, corpus: Corpus, measure: str,
    rows: Iterable[tuple[str, str, dict[str, int]]],
) -> Task:  # fmt: skip
    """Writes queries (id, text, grades)."""
    queries, judgements = folder / f"{name}.tsv", folder / f"{name}.qrels"
    with open(queries, "w", encoding="utf-8") as texts, open(judgements, "w") as grades:
        for query, text, relevant in rows:
            texts.write(f"{query}\t{' '.join(text.split())}\n")
            grades.writelines(f"{query} 0 {key} {grade}\n" for key, grade in relevant.items())
    return Task(name, corpus, queries, judgements, measure)


def sample(documents: list[Document], usable: Callable[[Document], bool]) -> list[Document]:
    chosen = [document for document in documents if usable(document)]
    random.Random(SEED).shuffle(chosen)
    return chosen[:MOST]


def headline(folder: Path, name: str, documents: list[Document]) -> Task:
    """Headlines of four words and more; only the bodies are indexed."""
    path = folder / f"{name}.jsonl"
    write_corpus(path, documents)
    chosen = sample(documents, lambda document: len(words(document.title)) >= 4)
    return write_task(
        folder, name, Corpus(name, path, bodies_only=True), MRR,
        ((f"h{number}", document.title, {document.key: 1}) for number, document in enumerate(chosen)),
    )  # fmt: skip


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence without place and agency, and what follows it."""
    text = DATELINE.sub("", text.strip(), count=1)
    for cut in SENTENCE.finditer(text):
        if cut.start() >= 60:
            return text[: cut.start()].strip(), text[cut.end() :].strip()
    return text, ""


def sentence(folder: Path, name: str, documents: list[Document]) -> Task:
    """First sentences of 8 to 40 words. They are taken out of the articles they were drawn from;
    all else of these, headlines too, is indexed."""
    cuts = {document.key: first_sentence(document.body) for document in documents}

    def usable(document: Document) -> bool:
        query, rest = cuts[document.key]
        return 8 <= len(words(query)) <= 40 and len(words(rest)) >= 40

    chosen = sample(documents, usable)
    keys = {document.key for document in chosen}
    path = folder / f"{name}.jsonl"
    write_corpus(
        path,
        (
            Document(document.key, document.title, cuts[document.key][1])
            if document.key in keys
            else document
            for document in documents
        ),
    )
    return write_task(
        folder, name, Corpus(name, path), MRR,
        (
            (f"s{number}", cuts[document.key][0], {document.key: 1})
            for number, document in enumerate(chosen)
        ),
    )  # fmt: skip


def rarest(text: str, count: int, frequencies: Counter[str]) -> list[str]:
    """The words of a text that fewest documents have, in the order of the text."""
    present = {word for word in words(text) if word not in STOP_WORDS and frequencies[word]}
    kept = sorted(present, key=lambda word: (frequencies[word], word))[:count]
    return sorted(kept, key=words(text).index)


def document_frequencies(documents: Iterable[Document]) -> Counter[str]:
    frequencies: Counter[str] = Counter()
    for document in documents:
        frequencies.update({*words(document.title), *words(document.body)})
    return frequencies


def short(folder: Path, task: Task, count: int, frequencies: Counter[str]) -> Task:
    """A task with only the rarest words of each query, which is nearer to what people type."""
    rows = []
    for query, text in task.texts():
        kept = rarest(text, count, frequencies)
        if len(kept) == count:
            rows.append((query, " ".join(kept)))
    name = f"{task.name}-{count}w"
    kept_queries = {query for query, _ in rows}
    queries, judgements = folder / f"{name}.tsv", folder / f"{name}.qrels"
    queries.write_text("".join(f"{query}\t{text}\n" for query, text in rows), encoding="utf-8")
    judgements.write_text(
        "".join(
            line + "\n"
            for line in task.judgements.read_text().splitlines()
            if line.split()[0] in kept_queries
        )
    )
    return Task(name, task.corpus, queries, judgements, task.measure)
