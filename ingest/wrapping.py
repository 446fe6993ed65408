"""Text broken into lines of one width, as mail and some web archives have it: the ends of such lines end nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_WIDEST = 100   # code points; longer lines are paragraphs
_NARROWEST = 40
_CLOSED = re.compile(r"[.?!:;…][\"'”’»)]*$")


def soft_ends(text: str) -> frozenset[int]:
    """The offsets of line ends inside blocks of wrapped text.

    A block of lines is wrapped if they are of like width and one of them goes on in lower case; a list of headlines or a
    headline above a paragraph is not.
    """
    return frozenset(end for block in _blocks(text) for end in _ends(block))


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """The lines between empty lines, each with the offset of its end."""
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        at += len(line)
        lines.append((at, line))
        at += 1
    for filled, block in groupby(lines, key=lambda line: bool(line[1].strip())):
        if filled:
            yield list(block)


def _ends(block: list[tuple[int, str]]) -> Iterator[int]:
    full = block[:-1]
    wide = max(len(line) for _, line in block) > _WIDEST or any(len(line) < _NARROWEST for _, line in full)
    if wide or not any(line.lstrip()[:1].islower() for _, line in block[1:]):
        return
    for end, line in full:
        if not _CLOSED.search(line.rstrip()[-4:]):
            yield end
