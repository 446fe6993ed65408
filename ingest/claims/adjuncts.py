"""Insertions, which are passed over: "تضم المجموعة، بعد إقصاء روسيا عام 2014، كلا من …". Words: `lexicon/adjuncts.toml`."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.word_lists import word_lists

_INSERTION = 20   # elements between two commas that may be an insertion
_CLOSING = {"(": ")", "-": "-", "–": "–"}


def insertion(row: Clause, at: int) -> int:
    """The element behind the comma (or bracket, or dash) that closes the insertion opened at `at`; `at` if none is."""
    norm = row.norm(at)
    closes = COMMAS if norm in COMMAS else {_CLOSING[norm]} if norm in _CLOSING else None
    if closes is None or row.norm(at + 1) in word_lists("adjuncts.toml")["goes_on"]:
        return at
    for i in range(at + 2, min(len(row.elements), at + _INSERTION)):
        if row.norm(i) in closes:
            return i + 1
        if row.norm(i) in STOPS and norm != "(":
            break
    return at
