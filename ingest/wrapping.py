"""Text broken into lines of one width, as mail and some web archives have it: the ends of such lines end nothing."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]*\S[^\n]*)+")
_WIDEST = 100   # code points; longer lines are paragraphs
_NARROWEST = 40
_CLOSED = re.compile(r"[.?!:;…][\"'”’»)]*\s*$")


def soft_ends(text: str) -> frozenset[int]:
    """The offsets of line ends inside blocks of wrapped text.

    A block of lines is wrapped if they are of like width and one of them goes on in lower case; a list of headlines or a
    headline above a paragraph is not.
    """
    found: set[int] = set()
    for block in _BLOCK.finditer(text):
        lines = block.group().split("\n")
        full = [len(line) for line in lines[:-1]]
        if max(len(line) for line in lines) > _WIDEST or min(full) < _NARROWEST:
            continue
        if not any(line.lstrip()[:1].islower() for line in lines[1:]):
            continue
        at = block.start()
        for line in lines[:-1]:
            at += len(line)
            if not _CLOSED.search(line):
                found.add(at)
            at += 1
    return frozenset(found)
