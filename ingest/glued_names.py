"""Names that lost the space between their words, or stand glued to each other: "الأممالمتحدة", "ماليوتشادوالنيجر".

Pages that make links of names lose the spaces around them. A word is taken apart where it is a known name of several words
written as one, or a row of names of states with nothing between them but "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.sieve import Sieve

Piece = tuple[int, int, str]  # start, end, folded form

_SHORTEST = 8  # letters of a word in which names may be glued
_SHORTEST_NAME = 3  # letters of a name in a row
_SHORTEST_WORD = 3  # letters of a word of a name
_CLITIC = re.compile("[وف]?[بل]?")
_FILES = ("organizations.tsv", "coalitions.tsv", "places.tsv")


@lru_cache(maxsize=1)
def _whole() -> dict[str, tuple[int, ...]]:
    """Names of several words without their spaces, and the lengths of their words."""
    found: dict[str, tuple[int, ...]] = {}
    names = frozenset(_names())
    for name in names:
        words = name.split()
        if len(words) > 1 and min(map(len, words)) >= _SHORTEST_WORD and len(name) > _SHORTEST:
            lengths = tuple(map(len, words))
            found["".join(words)] = lengths
            if name.startswith("ال"):
                found["لل" + "".join(words)[2:]] = lengths  # "للامم المتحده": as long
    return {glued: lengths for glued, lengths in found.items() if glued not in names}  # "سريلانكا" is a form of its own


def _names() -> Iterator[str]:
    for file in _FILES:
        for row in read_tsv(file):
            yield from map(fold, (row["label_ar"], *_split(row["aliases"])))
    for row in read_tsv("countries.tsv"):
        yield from map(fold, (row["label_ar"], *_split(row["names"])))


def _split(forms: str) -> list[str]:
    return [form.strip() for form in forms.split("|") if form.strip()]


@lru_cache(maxsize=1)
def _row() -> re.Pattern[str]:
    """A row of names of states: each with its "and" is a group of its own match."""
    names: set[str] = set()
    for row in read_tsv("countries.tsv"):
        names.update(map(fold, (row["label_ar"], *_split(row["names"]), *_split(row["capitals"]))))
    single = sorted((n for n in names if n.isalpha() and len(n) >= _SHORTEST_NAME), key=len, reverse=True)
    return re.compile("و?(?:" + "|".join(single) + ")")


@lru_cache(maxsize=1 << 14)
def seams(norm: str) -> tuple[int, ...]:
    """The lengths of the parts of a word in which names are glued; none if it is one word."""
    if len(norm) < _SHORTEST:
        return ()
    clitic = _CLITIC.match(norm)
    for cut in dict.fromkeys((0, 1, clitic.end() if clitic else 0)):
        if cut <= (clitic.end() if clitic else 0) and (lengths := _whole().get(norm[cut:])) is not None:
            return (lengths[0] + cut, *lengths[1:])
    for cut in range(clitic.end() + 1 if clitic else 1):
        if parts := _parts(norm, cut):
            return parts
    return ()


def _parts(norm: str, cut: int) -> tuple[int, ...]:
    """The lengths of the names of a row that covers a word from `cut` on."""
    ends = [0]
    at = cut
    while at < len(norm):
        found = _row().match(norm, at)
        if found is None:
            break
        at = found.end()
        ends.append(at)
    if len(ends) < 3 or at < len(norm):
        return ()
    return tuple(end - start for start, end in pairwise(ends))


has_glued = Sieve(seams)


def split(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The tokens of a text, those in which names are glued taken apart."""
    for start, end, norm in pieces:
        lengths = seams(norm) if end - start == len(norm) else ()
        if not lengths:
            yield start, end, norm
            continue
        at = 0
        for length in lengths:
            yield start + at, start + at + length, norm[at : at + length]
            at += length
