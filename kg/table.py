"""Tables for a terminal: columns that line up with Arabic, combining marks and wide characters in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from kg.term import plain

# Keeps a terminal that orders text by the bidirectional algorithm from swapping two Arabic cells across their border.
_LRM = "\u200e"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIRECTIONS = frozenset(chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def width(text: str) -> int:
    """Columns that a terminal gives the text: 0 for marks and format characters, 2 for East Asian wide, else 1."""
    return sum(_char_width(c) for c in text)


def _char_width(char: str) -> int:
    if char < "\u0300":
        return 1 if char >= " " and not "\x7f" <= char < "\xa0" else 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def clean(text: str) -> str:
    """One line without control characters: what an article says never steers the terminal."""
    text = " ".join(text.split()) if any(c.isspace() and c != " " for c in text) else text
    return "".join(c for c in text if unicodedata.category(c) != "Cc" and c not in _DIRECTIONS)


def cell(text: str) -> str:
    """What stands in a cell: one line that turns the direction of no other cell."""
    return plain(clean(text))


def clip(text: str, limit: int) -> str:
    """At most `limit` columns, cut between characters, with … where something is missing."""
    if width(text) <= limit:
        return text
    kept, used = [], 0
    for char in text:
        used += _char_width(char)
        if used > limit - 1:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def fits(header: Sequence[str], rows: Sequence[Sequence[str]], limit: int, least: int = 12) -> bool:
    """Whether a table has room in `limit` columns if each column wider than `least` is cut to that."""
    return sum(min(w, least) for w in _widths(header, rows)) + 3 * (len(header) - 1) <= limit


def _widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max([width(h), *(width(cell(row[i])) for row in rows)]) for i, h in enumerate(header)]


def render(header: Sequence[str], rows: Sequence[Sequence[str]], limit: int = 120, least: int = 12) -> list[str]:
    """The lines of a table of about `limit` columns; wide columns are cut, but to no less than `least`."""
    cells = [[cell(c) for c in row] for row in rows]
    widths = _widths(header, cells)
    room = limit - 3 * (len(header) - 1)
    while sum(widths) > room and max(widths) > least:  # the widest column gives way first
        widest = widths.index(max(widths))
        widths[widest] -= 1
    lines = [_line(header, widths), "─┼─".join("─" * w for w in widths)]
    return lines + [_line(row, widths) for row in cells]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    fitted = [clip(cell, w) for cell, w in zip(row, widths, strict=True)]
    separator = f" {_LRM}│ " if any(map(_RIGHT_TO_LEFT.search, fitted)) else " │ "
    return separator.join(cell + " " * (w - width(cell)) for cell, w in zip(fitted, widths, strict=True)).rstrip()
