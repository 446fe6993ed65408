"""Splits text into words, numbers and single punctuation marks, each with its place in the original."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from ingest.fold import fold

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
# Zero-width joiners belong to a word when inside it and are passed over elsewhere, as are direction marks.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# A number keeps its separators (1,000 · 3.5 · ٣٫٥ · 200 000) and the letter reh as decimal sign ("4ر1").
# Nearly all words are of plain letters alone: they are read by the first line, which says nothing that the second does not.
_TOKEN = re.compile(
    rf"([\u0621-\u063a\u0641-\u064a]++(?![\w{_MARKS}\u200c\u200d])"
    rf"|(?:[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}\u200c\u200d]+[^\W\d_]*)*)"
    r"|(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,])|\d+(?:[.,٫٬]\d+)*(?:ر\d+(?!\w))?)"
    rf"|[^\s{_INVISIBLE}])"
)


_COMMAS = {"٬": "،"}  # the mark between thousands, which some wires type for a comma
_NORMS: Final[dict[str, str]] = {}  # not `cache`, which is slower: every word of every article is asked about
_REMEMBERED = 1 << 16  # words


def _learnt(surface: str) -> str:
    """The folded form of a word. Remembered up to a bound."""
    if len(_NORMS) > _REMEMBERED:
        _NORMS.clear()
    return _NORMS.setdefault(surface, _norm(surface))


def _norm(surface: str) -> str:
    if not surface[0].isalnum():
        return _COMMAS.get(surface, surface)  # a mark
    folded = fold(surface) or "-"  # a run of tatweel alone is drawn as a dash
    # "km²" has a digit for Python that is no number of ours.
    return f"^{folded}" if folded[0].isdigit() and not surface[0].isdecimal() else folded


def scan(text: str) -> list[tuple[int, int, str]]:
    """(start, end, folded form) of every token of `text`, in order, in linear time."""
    gaps_and_tokens = _TOKEN.split(text)  # in turns
    ends = [*accumulate(map(len, gaps_and_tokens))]
    norms = [_NORMS.get(surface) or _learnt(surface) for surface in gaps_and_tokens[1::2]]
    return [*zip(ends[:-1:2], ends[1::2], norms, strict=True)]
