"""Dateline beside the anchors on the development tasks, and whether its targets are met."""

from session import ANCHORS, OURS, Session, note
from table import chance, markdown, ratio, score
from tasks import Task


def verdict(task: Task, means: dict[str, float]) -> tuple[bool, str, str]:
    """Whether the target is met, the target in words, and by how much it is missed or passed."""
    if task.target is None:
        return True, "-", "-"
    floor = task.target.floor(means)
    words = str(task.target) + (f" = {floor:.3f}" if task.target.anchor else "")
    gap = means[OURS] - floor
    return gap >= 0, words, f"met by {gap:.3f}" if gap >= 0 else f"MISSED by {-gap:.3f}"


def report(session: Session, tasks: list[Task]) -> bool:
    """Prints the table; whether every target is met."""
    rows = []
    met = True
    for task in tasks:
        means = session.means(task)
        p = session.probability(task, session.run(task, OURS), session.run(task, "FTS5 OR"))
        note(f"{task.name}: {means}")
        is_met, target, words = verdict(task, means)
        met = met and is_met
        rows.append(
            [
                task.name, str(len(task.texts())), task.measure, score(means[OURS]),
                *(score(means.get(anchor)) for anchor in ANCHORS),
                ratio(means[OURS], means["FTS5 OR"]), chance(p), target, words,
            ]
        )  # fmt: skip
    header = [
        "task", "queries", "measure", OURS, *ANCHORS, "ratio to FTS5 OR", "p", "target", "verdict",
    ]  # fmt: skip
    print(markdown(header, rows))
    return met
