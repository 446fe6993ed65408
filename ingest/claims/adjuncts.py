"""What stands between a verb and what it takes, and is passed over: "تضم المجموعة، بعد إقصاء روسيا عام 2014، كلا من …".

Insertions between commas or in brackets, adverbs, phrases that tell when or on whose word. Words: `lexicon/adjuncts.toml`.
"""

from __future__ import annotations

from functools import cache

from ingest.claims.clause import COMMAS, DASHES, QUOTES, STOPS, Clause
from ingest.mentions.mention import Kind
from ingest.word_lists import word_lists

_INSERTION = 20   # elements between two commas that may be an insertion
_PHRASE = 9       # elements of a phrase without commas
_CLOSING = {"(": ")", "-": "-", "–": "–"}
_PLACED = frozenset({Kind.DATE, Kind.PLACE})


@cache
def _words(name: str) -> frozenset[str]:
    return word_lists("adjuncts.toml")[name]


def past(row: Clause, at: int) -> int:
    """The element behind all adjuncts that begin at an element; the element itself if none does."""
    while True:
        end = _one(row, at)
        if end == at:
            return at
        at = end


def insertion(row: Clause, at: int) -> int:
    """The element behind the comma (or bracket, or dash) that closes the insertion opened at `at`; `at` if none is."""
    norm = row.norm(at)
    closes = COMMAS if norm in COMMAS else {_CLOSING[norm]} if norm in _CLOSING else None
    if closes is None or row.norm(at + 1) in _words("goes_on"):
        return at
    for i in range(at + 2, min(len(row.elements), at + _INSERTION)):
        if row.norm(i) in closes:
            return i + 1
        if row.norm(i) in STOPS:
            break
    return at


def _one(row: Clause, at: int) -> int:
    if at >= len(row.elements):
        return at
    norm, kind = row.norm(at), row.elements[at].kind
    place = kind is Kind.PLACE and row.elements[at].prefix == "ب"
    if norm in QUOTES or norm in _words("adverbs") or kind is Kind.DATE or place:
        return at + 1
    if norm in COMMAS | DASHES or norm == "(":
        return insertion(row, at)
    return _phrase(row, at) if norm in _words("openers") else at


def _phrase(row: Clause, at: int) -> int:
    """The end of a phrase that an opener begins: its last date or place, or before what opens the thing taken."""
    last = at
    for i in range(at + 1, min(len(row.elements), at + _PHRASE)):
        norm = row.norm(i)
        if norm in _words("ends"):
            return i
        if norm in STOPS or norm in COMMAS:
            break
        if row.elements[i].kind in _PLACED:
            last = i + 1
    return last if last > at else at
