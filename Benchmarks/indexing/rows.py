"""The rows of the table: figures, ratios, targets, verdicts."""

import statistics
from dataclasses import dataclass
from typing import Any

Figures = dict[str, Any]
Rounds = dict[tuple[str, str], list[Figures]]
"""The figures of every round by set and job."""

MISSED = "**missed**"


@dataclass(frozen=True)
class Target:
    must: float
    ambitious: float
    at_most: bool = False
    unit: str = "x"

    def verdict(self, value: float) -> str:
        def met(limit: float) -> bool:
            return value <= limit if self.at_most else value >= limit

        if met(self.ambitious):
            return "ambitious"
        return "must" if met(self.must) else MISSED

    def cells(self) -> list[str]:
        sign = "<= " if self.at_most else ""
        return [f"{sign}{limit:g} {self.unit}" for limit in (self.must, self.ambitious)]


@dataclass(frozen=True)
class Row:
    set: str
    what: str
    ours: str
    other: str
    ratio: float | None
    value: float
    """What the target is about: the ratio, or our figure."""
    target: Target | None

    @property
    def verdict(self) -> str:
        return self.target.verdict(self.value) if self.target else "-"

    def cells(self) -> list[str]:
        limits = self.target.cells() if self.target else ["-", "-"]
        ratio = "-" if self.ratio is None else f"{self.ratio:.2f} x"
        return [self.set, self.what, self.ours, self.other, ratio, *limits, self.verdict]


def _median(rounds: list[Figures], key: str) -> float:
    return float(statistics.median(figures[key] for figures in rounds))


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1e3:.0f} ms"


def _ratio(above: list[Figures], below: list[Figures], key: str) -> float:
    """Median of the ratios of the rounds, so that a slow spell of the machine hits both."""
    pairs = zip(above, below, strict=True)
    return float(statistics.median(first[key] / second[key] for first, second in pairs))


class Table:
    """Rows in the order of the targets; those whose jobs did not run are listed as missing."""

    def __init__(self, rounds: Rounds, workers: int) -> None:
        self.rounds = rounds
        self.workers = workers
        self.rows: list[Row] = []

    def compare(
        self, name: str, what: str, ours: str, other: str, key: str, target: Target | None
    ) -> None:
        """Adds how many times faster we are than another job, or than we with fewer workers."""
        mine, theirs = self.rounds.get((name, ours)), self.rounds.get((name, other))
        if not mine or not theirs:
            return
        ratio = _ratio(theirs, mine, key)
        shown = _seconds(_median(mine, key)), _seconds(_median(theirs, key))
        self.rows.append(Row(name, what, *shown, ratio, ratio, target))

    def limit(
        self, name: str, what: str, job: str, key: str, target: Target | None,
        unit: str, scale: float = 1,
    ) -> None:  # fmt: skip
        """Adds a figure of ours that has a limit of its own."""
        if mine := self.rounds.get((name, job)):
            value = _median(mine, key) * scale
            shown = f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"
            self.rows.append(Row(name, what, shown, "-", None, value, target))

    def file_size(self, name: str, target: Target) -> None:
        mine = self.rounds.get((name, f"whole-{self.workers}"))
        # `dateline index` does not say how long the texts are; the stage has read the same dump.
        texts = self.rounds.get((name, f"stage-{self.workers}"))
        if not mine or not texts:
            return
        file, text = _median(mine, "file_bytes"), _median(texts, "text_bytes")
        ratio = file / text
        self.rows.append(
            Row(
                name, "file vs text", f"{file / 1e6:.1f} MB", f"{text / 1e6:.1f} MB", ratio, ratio,
                target,
            )
        )  # fmt: skip

    def growth(self, what: str, job: str, sizes: dict[str, int], target: Target | None) -> None:
        """Adds CPU time per MB of dump, the generated dump beside the small one."""
        large, small = self.rounds.get(("generated", job)), self.rounds.get(("growth", job))
        if not large or not small:
            return
        shown = (
            f"{_median(large, 'cpu_s') * 1e9 / sizes['generated']:.2f} ms/MB",
            f"{_median(small, 'cpu_s') * 1e9 / sizes['growth']:.2f} ms/MB",
        )
        ratio = _ratio(large, small, "cpu_s") * sizes["growth"] / sizes["generated"]
        self.rows.append(Row("generated", what, *shown, ratio, ratio, target))


def rows(
    rounds: Rounds, sets: list[str], sizes: dict[str, int], appended: tuple[int, int], workers: int
) -> list[Row]:
    """All rows that the measured jobs allow.

    `sizes` are the bytes of the dumps by set, `appended` how many articles are added to how many.
    """
    table = Table(rounds, workers)
    ours, tagged, whole = f"stage-{workers}", f"tagged-{workers}", f"whole-{workers}"
    tantivy = f"Tantivy with {workers} threads"
    late, late_job = "FTS5 without automerge", "fts5-late-merge-stage"
    comparisons: list[tuple[str, str, str, str, Target | None]] = [
        ("index stage vs FTS5, CPU", ours, "fts5-stage", "cpu_s", Target(4, 5)),
        ("index stage vs FTS5, wall", ours, "fts5-stage", "wall_s", Target(6.5, 9)),
        ("index stage with entities vs FTS5, CPU", tagged, "fts5-stage", "cpu_s", None),
        ("index stage with entities vs FTS5, wall", tagged, "fts5-stage", "wall_s", None),
        (f"index stage vs {late}, CPU", ours, late_job, "cpu_s", None),
        (f"index stage vs {late}, wall", ours, late_job, "wall_s", None),
        (f"index stage vs {tantivy}, wall", ours, "tantivy-stage", "wall_s", Target(5, 7)),
        (f"index stage vs {tantivy}, CPU", ours, "tantivy-stage", "cpu_s", None),
        ("dateline index vs FTS5, CPU", whole, "fts5-whole", "cpu_s", Target(1.5, 2)),
        ("dateline index vs FTS5, wall", whole, "fts5-whole", "wall_s", Target(3, 4)),
        (
            f"dateline index vs {tantivy} from memory, wall", whole, "tantivy-stage", "wall_s",
            Target(2.2, 3.5),
        ),
    ]  # fmt: skip
    if workers > 1:
        scaling = f"{workers} workers vs 1, wall"
        comparisons += [
            (f"dateline index, {scaling}", whole, "whole-1", "wall_s", Target(1.5, 1.7)),
            # With one worker the caller writes on a thread of its own.
            (f"dateline index, {workers} workers vs one core, wall", whole, "whole-core", "wall_s", None),
            (f"index stage, {scaling}", ours, "stage-1", "wall_s", None),
        ]
    for name in sets:
        for comparison in comparisons:
            table.compare(name, *comparison)
        table.file_size(name, Target(1.75, 1.6, at_most=True))
    if "generated" in sets:
        table.growth(
            "dateline index, CPU per MB, large vs small dump", whole, sizes,
            Target(1.15, 1.05, at_most=True),
        )  # fmt: skip
        table.growth("index stage, CPU per MB, large vs small dump", ours, sizes, None)
        table.limit(
            "generated", "dateline index, peak RSS", whole, "peak_rss_mb",
            Target(700, 500, at_most=True, unit="MB"), "MB",
        )  # fmt: skip
    what = f"{appended[0]} articles added to {appended[1]:,}"
    limits = Target(50, 20, at_most=True, unit="ms")
    table.limit("append", f"{what}, new process", "append", "wall_s", limits, "ms", 1e3)
    table.limit("append", f"{what}, again in it", "append", "again_wall_s", None, "ms", 1e3)
    return table.rows
