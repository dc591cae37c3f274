"""Tantivy's index stage: documents in memory become a committed and merged index.

    tantivy_stage.py DUMP.jsonl DIRECTORY [--threads N]

All documents are made first. Measured is what follows: the index and its writer, add_document for
each, one commit, waiting for the merges. Prints one JSON object; cpu_s is user and system time of
all threads. Exit status 3 means that Tantivy is not installed.
"""

import argparse
import importlib.metadata
import json
import os
import resource
import sys
import time
from pathlib import Path

try:
    import tantivy
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)

HEAP_BYTES = 1 << 30
"""As much as stock FTS5 gets as page cache."""
STORED_ONLY = ("id", "published", "source")


def schema() -> "tantivy.Schema":
    builder = tantivy.SchemaBuilder()
    for field in ("body", "title"):
        builder.add_text_field(
            field, stored=True, tokenizer_name="en_stem", index_option="position"
        )
    for field in STORED_ONLY:
        # The only kind that the binding can store without indexing it.
        builder.add_bytes_field(field, stored=True)
    return builder.build()


def read(dump: Path) -> tuple[list["tantivy.Document"], int]:
    """The documents and the UTF-8 bytes of their titles and bodies."""
    documents = []
    size = 0
    with open(dump, "rb", buffering=1 << 20) as file:
        for line in file:
            record = json.loads(line)
            document = tantivy.Document()
            for field in ("body", "title"):
                text = record.get(field) or ""
                size += len(text.encode())
                document.add_text(field, text)
            for field in STORED_ONLY:
                document.add_bytes(field, (record.get(field) or "").encode())
            documents.append(document)
    return documents, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("dump", type=Path)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    documents, text_bytes = read(arguments.dump)
    os.makedirs(arguments.directory)

    wall = time.perf_counter()
    cpu = time.process_time()
    index = tantivy.Index(schema(), path=str(arguments.directory))
    writer = index.writer(heap_size=HEAP_BYTES, num_threads=arguments.threads)
    for document in documents:
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    wall = time.perf_counter() - wall
    cpu = time.process_time() - cpu

    index.reload()
    json.dump(
        {
            "cpu_s": cpu,
            "wall_s": wall,
            "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
            "file_bytes": sum(path.stat().st_size for path in arguments.directory.iterdir()),
            "articles": index.searcher().num_docs,
            "text_bytes": text_bytes,
            "version": "Tantivy " + importlib.metadata.version("tantivy"),
        },
        sys.stdout,
    )
    print()


if __name__ == "__main__":
    main()
