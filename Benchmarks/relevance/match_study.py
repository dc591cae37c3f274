"""Which words must an article have? `--match` all, any and auto on the development tasks, and on
two or three words of the headlines, which is nearer to what people type."""

import subprocess
from pathlib import Path

import derive
from session import OURS, Session, note
from table import chance, markdown, score
from tasks import Task, development

MODES = ("any", "all", "auto")
SHORTENED = ("reuters-known", "knownitem")


def tasks(data: Path, folder: Path) -> list[Task]:
    """Short queries made of the known-item tasks."""
    made: list[Task] = []
    for task in development(data):
        if task.name not in SHORTENED:
            continue
        try:
            frequencies = derive.document_frequencies(task.corpus.documents())
            made += [derive.short(folder, task, count, frequencies) for count in (2, 3)]
        except (OSError, subprocess.CalledProcessError) as error:
            note(f"SKIPPED {task.name}: {error}")
    return made


def report(session: Session, chosen: list[Task]) -> None:
    rows = []
    for task in chosen:
        runs = {mode: session.run(task, OURS, mode) for mode in MODES}
        note(f"{task.name}: done")
        rows.append(
            [
                task.name, str(len(task.texts())), task.measure,
                *(score(session.mean(task, OURS, mode)) for mode in MODES),
                chance(session.probability(task, runs["auto"], runs["any"])),
            ]
        )  # fmt: skip
    print(markdown(["task", "queries", "measure", *MODES, "p of auto against any"], rows))
