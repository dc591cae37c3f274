"""Tantivy through its Python binding: title and body, English stems, any of the words."""

import importlib.metadata
from collections.abc import Iterable
from pathlib import Path

from fts5 import DEPTH, Ranking
from tasks import Document
from words import content_words

try:
    import tantivy
except ImportError:
    tantivy = None


def version() -> str | None:
    return importlib.metadata.version("tantivy") if tantivy else None


class Tantivy:
    def __init__(self, path: Path, documents: Iterable[Document]) -> None:
        assert tantivy
        builder = tantivy.SchemaBuilder()
        for field in ("title", "body"):
            builder.add_text_field(field, tokenizer_name="en_stem", index_option="position")
        builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
        path.mkdir()
        self.index = tantivy.Index(builder.build(), path=str(path))
        # One thread, so that the order of documents, and with it of ties, is that of the dump.
        writer = self.index.writer(heap_size=256 << 20, num_threads=1)
        for document in documents:
            writer.add_document(
                tantivy.Document(
                    title=document.title, body=document.body, key=document.key
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.rejected: list[str] = []

    def close(self) -> None:
        """Nothing to close; as the other engines have it."""

    def search(self, text: str) -> Ranking:
        # Words in lower case: none of them is an operator.
        try:
            query = self.index.parse_query(" ".join(content_words(text)), ["title", "body"])
        except ValueError as error:
            self.rejected.append(f"{text[:60]}: {error}")
            return []
        hits = self.searcher.search(query, limit=DEPTH, count=False).hits
        return [(self.searcher.doc(address)["key"][0], score) for score, address in hits]
