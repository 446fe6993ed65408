"""Text for a terminal in lines that fit its width, each read in the direction of the whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.table import clean, width

# A terminal that orders text by the bidirectional algorithm takes the direction of a line from its first letter: where that
# is not the direction of the text, a mark before it says so. The marks take no room.
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
_WORD = re.compile(r"\S+")


def direction(text: str) -> str:
    """The direction of a text: "rtl" or "ltr", as its first letter has it; "" without letters."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""


def of_language(language: str) -> str:
    """The direction in which a language is written."""
    return "rtl" if language == "ar" else "ltr"


def wrapped(text: str, limit: int, indent: str = "", hanging: str | None = None, base: str = "") -> list[str]:
    """The text in lines of at most `limit` columns, broken between words, and within one only where it alone is wider.

    The first line begins with `indent`, the others with `hanging` (the same, where it is not given). `base` is the direction
    of the text, where that is not the one of its first letter.
    """
    base = base or direction(text) or "ltr"
    hanging = indent if hanging is None else hanging
    lines: list[str] = []
    line = ""
    for word in _pieces(text, max(1, limit - max(width(indent), width(hanging)))):
        start = hanging if lines else indent
        if line and width(start) + width(line) + 1 + width(word) > limit:
            lines.append(_line(start, line, base))
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, _line(hanging if lines else indent, line, base)]


def _pieces(text: str, room: int) -> Iterator[str]:
    """The words, without control characters; one wider than a line in parts, no mark parted from its letter."""
    for word in _WORD.findall(clean(text)):
        part = ""
        for char in word:
            if part and width(part) + width(char) > room:
                yield part
                part = ""
            part += char
        yield part


def _line(start: str, line: str, base: str) -> str:
    """A line in the direction of the text, unless it has that already."""
    own = direction(start + line)
    return _MARKS[base] + start + line if own and own != base else start + line
