"""Markdown tables."""

from collections.abc import Sequence


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns are padded, so that it reads well as plain text too."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |"

    return "\n".join([line(header), line(["-" * width for width in widths]), *map(line, rows)])


def score(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def ratio(value: float, base: float) -> str:
    return f"{value / base:.2f}" if base else "-"


def chance(probability: float) -> str:
    return "<.001" if probability < 0.001 else f"{probability:.3f}"
