"""Xapian through its Python binding, run with the system's interpreter."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peer_common

try:
    import xapian
except ImportError as error:
    peer_common.not_installed(error)

TITLE_PREFIX = "S"


class Xapian:
    name = "xapian"
    language = "C++, called from Python"
    includes = (
        "json.loads in Python, TermGenerator (every term stemmed, with positions; the title also "
        "as a field), the JSON line as document data, commits every 10,000 articles (the default) "
        "with fsync; one thread"
    )

    def version(self) -> str:
        return "Xapian " + xapian.version_string()

    def index(self, dump: Path, directory: Path) -> int:
        database = xapian.WritableDatabase(str(directory), xapian.DB_CREATE_OR_OVERWRITE)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem("en"))
        generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
        count = 0
        for line in peer_common.lines(dump):
            article = json.loads(line)
            document = xapian.Document()
            generator.set_document(document)
            title = article.get("title") or ""
            generator.index_text(title, 1, TITLE_PREFIX)
            generator.increase_termpos()
            generator.index_text(title)
            generator.increase_termpos()
            generator.index_text(article.get("body") or "")
            document.set_data(line)
            document.add_boolean_term("Q" + article.get("id", str(count)))
            database.add_document(document)
            count += 1
        database.commit()
        database.close()
        return count

    def open(self, directory: Path) -> tuple[Callable[[str, str], Any], Callable[[Any], int]]:
        database = xapian.Database(str(directory))
        parsers = {
            operator: self._parser(database, operator)
            for operator in (xapian.Query.OP_AND, xapian.Query.OP_OR)
        }

        def prepare(kind: str, text: str) -> tuple[Any, str, int, str]:
            parser = parsers[xapian.Query.OP_OR if kind == "or" else xapian.Query.OP_AND]
            prefix = TITLE_PREFIX if kind == "title" else ""
            if kind in ("phrase", "entity"):
                return parser, f'"{text}"', xapian.QueryParser.FLAG_PHRASE, prefix
            if kind == "phrase-term":
                return parser, text, xapian.QueryParser.FLAG_PHRASE, prefix
            if kind == "near":
                # Xapian counts the words themselves too.
                near = text.replace(" ", " NEAR/11 ")
                return parser, near, xapian.QueryParser.FLAG_BOOLEAN, prefix
            if kind == "prefix":
                return parser, text + "*", xapian.QueryParser.FLAG_WILDCARD, prefix
            return parser, text, 0, prefix

        def run(prepared: tuple[Any, str, int, str]) -> int:
            parser, text, flags, prefix = prepared
            enquire = xapian.Enquire(database)
            enquire.set_query(parser.parse_query(text, flags, prefix))
            return len(enquire.get_mset(0, 10))

        return prepare, run

    @staticmethod
    def _parser(database: Any, operator: int) -> Any:
        parser = xapian.QueryParser()
        parser.set_database(database)
        parser.set_stemmer(xapian.Stem("en"))
        parser.set_stemming_strategy(xapian.QueryParser.STEM_ALL)
        parser.set_default_op(operator)
        return parser


if __name__ == "__main__":
    peer_common.main(Xapian())
