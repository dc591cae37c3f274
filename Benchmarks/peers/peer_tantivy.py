"""Tantivy through its Python binding."""

import importlib.metadata
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peer_common

try:
    import tantivy
except ImportError as error:
    peer_common.not_installed(error)

THREADS = int(os.environ.get("PEER_THREADS", os.cpu_count() or 1))
HEAP_BYTES = 512 << 20
STORED_ONLY = ("id", "published", "source", "url", "author", "section")


def schema() -> "tantivy.Schema":
    builder = tantivy.SchemaBuilder()
    for field in ("body", "title"):
        builder.add_text_field(
            field, stored=True, tokenizer_name="en_stem", index_option="position"
        )
    for field in STORED_ONLY:
        # The binding has no field that is stored and not indexed; "raw" makes it one term.
        builder.add_text_field(field, stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def query_text(kind: str, text: str) -> str:
    words = text.split()
    match kind:
        case "or":
            return " ".join(words)
        case "phrase" | "entity":
            return f'"{text}"'
        case "phrase-term":
            phrase, other = peer_common.split_phrase_term(text)
            return f'+"{phrase}" +{other}'
        case "near":
            # The nearest the binding has: a phrase whose words may be moved ten places in all.
            return f'"{text}"~10'
        case "title":
            return " ".join("+title:" + word for word in words)
        case _:
            return " ".join("+" + word for word in words)


class Tantivy:
    name = "tantivy"
    language = "Rust, called from Python"
    includes = (
        f"one add_json call for each line (JSON is read in Rust), {THREADS} indexing thread(s), "
        "512 MiB of heap, one commit with fsync, waiting for background merges (the binding cannot "
        "force one segment)"
    )

    def version(self) -> str:
        return "Tantivy " + importlib.metadata.version("tantivy")

    def index(self, dump: Path, directory: Path) -> int:
        index = tantivy.Index(schema(), path=str(directory))
        writer = index.writer(heap_size=HEAP_BYTES, num_threads=THREADS)
        count = 0
        for line in peer_common.lines(dump):
            writer.add_json(line.decode())
            count += 1
        writer.commit()
        writer.wait_merging_threads()
        return count

    def open(self, directory: Path) -> tuple[Callable[[str, str], Any], Callable[[Any], int]]:
        index = tantivy.Index.open(str(directory))
        searcher = index.searcher()
        fields = ["body", "title"]

        def prepare(kind: str, text: str) -> Callable[[], "tantivy.Query"]:
            if kind != "prefix":
                expression = query_text(kind, text)
                return lambda: index.parse_query(expression, fields)
            return lambda: tantivy.Query.boolean_query(
                [
                    (
                        tantivy.Occur.Should,
                        tantivy.Query.regex_query(index.schema, field, text + ".*"),
                    )
                    for field in fields
                ]
            )

        def run(build: Callable[[], "tantivy.Query"]) -> int:
            return len(searcher.search(build(), limit=10, count=False).hits)

        return prepare, run


if __name__ == "__main__":
    peer_common.main(Tantivy())
