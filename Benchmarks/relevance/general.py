"""Tasks that nothing was tuned on, made from other collections: where do we lose?"""

import csv
import io
import json
import subprocess
import tarfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import derive
from session import ANCHORS, OURS, Session, note
from table import chance, markdown, ratio, score
from tasks import NDCG, Corpus, Document, Task, development, lines
from words import words

TOLERANCE = 0.98
"""We lose where our measure is below this part of the best anchor's."""


def unpacked(path: Path) -> str:
    done = subprocess.run(["zstd", "-dcq", path], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8", "replace")


def bbc(data: Path) -> list[Document]:
    """A file an article: headline, blank line, text."""
    documents = []
    packed = subprocess.run(
        ["zstd", "-dcq", data / "raw/txt/bbc.tar.zst"], stdout=subprocess.PIPE, check=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(".txt"):
                content = archive.extractfile(member)
                assert content
                title, _, body = content.read().decode("latin-1").partition("\n")
                key = member.name.removeprefix("bbc/").replace("/", "-")
                documents.append(Document(key, title.strip(), body.strip()))
    return documents


def ag_news(data: Path) -> list[Document]:
    rows = csv.reader(io.StringIO(unpacked(data / "raw/csv/ag_news_test.csv.zst")))
    return [Document(f"ag{number}", row[1], row[2]) for number, row in enumerate(rows)]


def isot(data: Path) -> list[Document]:
    rows = csv.DictReader(io.StringIO(unpacked(data / "raw/csv/Fake.csv.zst")))
    return [
        Document(f"isot{number}", row["title"].strip(), row["text"].strip())
        for number, row in enumerate(rows)
        if row["text"]
    ]


def json_lines(path: str) -> Callable[[Path], list[Document]]:
    return lambda data: list(Corpus(path, data / path).documents())


def distinct(documents: list[Document]) -> list[Document]:
    """Without articles whose text another one has: of two equal ones none is the answer."""
    seen: set[str] = set()
    kept = []
    for document in documents:
        start = document.body[:300]
        if start and start not in seen:
            seen.add(start)
            kept.append(document)
    return kept


def same_story(data: Path, folder: Path, name: str, path: str, story: str) -> Task:
    """Headlines as queries, the other articles on the same event as answers. The id of a query is
    its article's, which is taken from the hits."""
    records = list({record["id"]: record for record in map(json.loads, lines(data / path))}.values())
    corpus = folder / f"{name}.jsonl"
    derive.write_corpus(
        corpus, (Document(record["id"], record["title"], record["body"]) for record in records)
    )
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        stories[str(record[story])].append(record["id"])
    return derive.write_task(
        folder, name, Corpus(name, corpus), NDCG,
        (
            (record["id"], record["title"], dict.fromkeys(others, 1))
            for record in records
            if words(record["title"])
            and (others := [key for key in stories[str(record[story])] if key != record["id"]])
        ),
    )  # fmt: skip


def topics(data: Path, folder: Path) -> Task:
    """Editors' topic labels as queries, the articles that bear them as answers."""
    path = data / "bulk/allsides.jsonl.zst"
    labelled: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines(path):
        record = json.loads(line)
        labelled[record["topic"]].append(record["id"])
    return derive.write_task(
        folder, "allsides-topics", Corpus("allsides", path), NDCG,
        (
            (topic, topic.replace("_", " "), dict.fromkeys(keys, 1))
            for topic, keys in sorted(labelled.items())
            if topic and len(keys) >= 20
        ),
    )  # fmt: skip


def lee(data: Path, folder: Path) -> Task:
    """First sentences of 50 articles; articles people found alike are the answers, by grade."""
    corpus = Corpus("lee", data / "ranking/lee/corpus.jsonl.zst")
    documents = list(corpus.documents())
    rows = [
        [float(cell) for cell in line.split()]
        for line in (data / "ranking/lee/raw/similarities0-1.txt").read_text().splitlines()
    ]
    originals = (data / "ranking/lee/raw/lee.cor").read_text(errors="replace").splitlines()
    by_start = {document.body[:60]: document.key for document in documents}
    keys = [by_start[text.strip()[:60]] for text in originals if text.strip()]

    def judged() -> Iterator[tuple[str, str, dict[str, int]]]:
        for number, key in enumerate(keys):
            query, _ = derive.first_sentence(originals[number])
            alike = {
                keys[other]: round(10 * value) - 3
                for other in range(len(keys))
                if other != number
                and (value := max(rows[number][other], rows[other][number])) >= 0.4
            }
            if alike:
                yield key, query, alike

    return derive.write_task(folder, "lee", corpus, NDCG, judged())


def tasks(data: Path, folder: Path) -> list[Task]:
    sources: dict[str, Callable[[Path], list[Document]]] = {
        "bbc": bbc,
        "agnews": ag_news,
        "isot": isot,
        "reuters2008": json_lines("bulk/reuters-2008-2010-sample.jsonl.zst"),
        "allsides": json_lines("bulk/allsides.jsonl.zst"),
    }
    made: list[Task] = []
    for name, read in sources.items():
        try:
            documents = distinct(read(data))
        except (OSError, subprocess.CalledProcessError) as error:
            note(f"SKIPPED {name}: {error}")
            continue
        frequencies = derive.document_frequencies(documents)
        if name != "allsides":
            made.append(derive.headline(folder, f"{name}-headline", documents))
            made += [derive.short(folder, made[-1], count, frequencies) for count in (3, 2)]
        if name != "agnews":
            made.append(derive.sentence(folder, f"{name}-sentence", documents))
            made.append(derive.short(folder, made[-1], 3, frequencies))
    for make in (
        lambda: topics(data, folder),
        lambda: same_story(data, folder, "events", "neardup/event_clusters.jsonl.zst", "event"),
        lambda: same_story(data, folder, "basil", "entities/basil.jsonl.zst", "triplet"),
        lambda: lee(data, folder),
    ):
        try:
            made.append(make())
        except (OSError, KeyError) as error:
            note(f"SKIPPED: {error!r}")
    return made + [task for task in development(data) if task.target is None]


def report(session: Session, chosen: list[Task]) -> None:
    """Prints the table, with every anchor that beats us by more than the tolerance."""
    rows = []
    for task in chosen:
        means = session.means(task)
        ours = session.run(task, OURS)
        note(f"{task.name}: {means}")
        present = [anchor for anchor in ANCHORS if anchor in means]
        lost = [
            f"{anchor} ({100 * (means[OURS] / means[anchor] - 1):+.1f}%, "
            f"p {chance(session.probability(task, ours, session.run(task, anchor)))})"
            for anchor in present
            if means[OURS] < TOLERANCE * means[anchor]
        ]
        rows.append(
            [
                task.name, str(len(task.texts())), task.measure, score(means[OURS]),
                *(score(means.get(anchor)) for anchor in ANCHORS),
                ratio(means[OURS], means["FTS5 OR"]), ", ".join(lost) or "-",
            ]
        )  # fmt: skip
    header = [
        "task", "queries", "measure", OURS, *ANCHORS, "ratio to FTS5 OR", "behind by more than 2%",
    ]  # fmt: skip
    print(markdown(header, rows))
