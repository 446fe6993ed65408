"""How rows are shown in a terminal: as a table where its columns have room, else row by row, a line for each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lines import direction, wrapped
from kg.table import cell, fits, render, width

_ROOM = 8  # columns that a wide column keeps at least in a table that is worth reading


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines above all rows and those of each row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> list[str]:
        """All lines, from the first to the last."""
        return [*self.head, *(line for row in self.rows for line in row)]


def laid_out(header: Sequence[str], rows: Sequence[Sequence[str]], limit: int) -> Layout:
    """The rows in at most `limit` columns."""
    if fits(header, rows, limit, _ROOM):
        lines = render(header, rows, limit, _ROOM)
        return Layout(tuple(lines[:2]), tuple((line,) for line in lines[2:]))
    return Layout((), tuple(_record(number, header, row, limit) for number, row in enumerate(rows, 1)))


def _record(number: int, header: Sequence[str], row: Sequence[str], limit: int) -> tuple[str, ...]:
    """A row with its number, the names of its columns in front; empty cells are left out."""
    margin = max(map(width, header)) + 4
    lines = [f"─ {number} " + "─" * (min(limit, 40) - 3 - len(str(number)))]
    for name, text in zip(header, row, strict=True):
        if text:
            front = f"  {name}" + " " * (margin - 2 - width(name))
            lines += wrapped(cell(text), limit, front, " " * margin, direction(name))
    return tuple(lines)
