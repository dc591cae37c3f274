"""Relevance on judged collections: Dateline beside stock FTS5, Lucene's BM25 and Tantivy.

targets: the development tasks with the targets of the project (default); exit status 1 when one
is missed. match: `--match` all, any and auto. general: tasks nothing was tuned on.
"""

import argparse
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import general
import match_study
import selftest
import tantivy_engine
import targets
import tasks
from dateline import Binary, Failed
from session import Session, note

ROOT = Path(__file__).resolve().parent.parent.parent


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "part", nargs="?", choices=("targets", "match", "general"), default="targets"
    )
    parser.add_argument("--task", help="comma-separated names; default: all of the part")
    parser.add_argument(
        "--dateline", type=Path, default=ROOT / ".build/release/dateline", help="release binary"
    )
    parser.add_argument(
        "--work", type=Path, help="keep indexes and runs here; default: a folder that is removed"
    )
    return parser.parse_args()


def chosen(available: list[tasks.Task], names: str | None) -> list[tasks.Task]:
    present = [task for task in available if task.corpus.path.is_file()]
    for task in available:
        if task not in present:
            note(f"SKIPPED {task.name}: {task.corpus.path} is not there")
    if names is None:
        return present
    wanted = names.split(",")
    if unknown := set(wanted) - {task.name for task in available}:
        sys.exit("unknown task: " + ", ".join(sorted(unknown)))
    return [task for task in present if task.name in wanted]


def work_through(arguments: argparse.Namespace, data: Path, binary: Binary, work: Path) -> bool:
    selftest.run(binary, work)
    with Session(binary, work) as session:
        met = True
        if arguments.part == "general":
            general.report(session, chosen(general.tasks(data, work), arguments.task))
        elif arguments.part == "match":
            made = match_study.tasks(data, work)
            match_study.report(session, chosen(tasks.development(data) + made, arguments.task))
        else:
            met = targets.report(session, chosen(tasks.development(data), arguments.task))
        if not session.rejected:
            print("\nNo engine refused a query.")
        for (task, engine), queries in session.rejected.items():
            print(f"\n{task}: {engine} refused {len(queries)} queries, such as {queries[0]}")
    return met


def main() -> int:
    arguments = parse()
    data = tasks.data_folder()
    if data is None:
        note("SKIPPED: set DATELINE_DATA to the folder with the judged collections")
        return 0
    if not arguments.dateline.is_file():
        note(f"{arguments.dateline}: no such file; run make build")
        return 2
    binary = Binary(arguments.dateline.resolve())
    print(
        f"{binary.version()}, SQLite {sqlite3.sqlite_version}, "
        f"Tantivy {tantivy_engine.version() or 'is not installed (setup.sh)'}\n"
    )
    work = arguments.work or Path(tempfile.mkdtemp(prefix="dateline-relevance-"))
    work.mkdir(parents=True, exist_ok=True)
    if any(work.iterdir()):
        note(f"{work}: is not empty")
        return 2
    try:
        return 0 if work_through(arguments, data, binary, work) else 1
    except (Failed, OSError) as error:
        note(str(error))
        return 2
    finally:
        if not arguments.work:
            shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
