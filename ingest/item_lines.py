"""Lists written a line an item ("وفد يضم:" and below it "- فلان …"): the ends of their lines end no sentence.

The line before the list ends with a colon and names what the items are of; each item begins with a bullet or a number and is
short. An item that ends with a stop is the last one: what stands below it begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BULLET = re.compile(r"\s{0,8}(?:[-–—•*▪●◦·■]|\d{1,2}\s?[-–)/])\s{0,4}(?=[^\W\d])")
_OPENS = re.compile(r":[^\S\n]{0,4}\n")
_INTRODUCES = re.compile(r":\s{0,4}$")
_STOPS = re.compile(r"[.؟?!…:][\"'”’»)]?\s{0,4}$")
_LONGEST = 160  # code points of an item
_MOST = 30


def soft_ends(text: str) -> frozenset[int]:
    """The offsets of line ends between such a line and its items, and between the items; empty lines may stand between."""
    return frozenset(_ends(text)) if _OPENS.search(text) else frozenset()


def _ends(text: str) -> Iterator[int]:
    items, inside = 0, False
    for (line, end), (following, _) in pairwise(_lines(text)):
        opens = not inside and _INTRODUCES.search(line[-6:]) is not None
        goes_on = inside and items < _MOST and _STOPS.search(line[-8:]) is None
        inside = (opens or goes_on) and len(following) <= _LONGEST and _BULLET.match(following) is not None
        items = items + 1 if inside else 0
        if inside:
            yield end - text.startswith("\r", end - 1)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The lines that are not empty, each with the offset of its end."""
    at = 0
    for line in text.split("\n"):
        at += len(line)
        if line.strip():
            yield line, at
        at += 1
