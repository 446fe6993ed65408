"""The words around a number: the phrase that tells what is counted, whom it is about, and the year it is told for."""

from __future__ import annotations

import unicodedata
from functools import cache

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.speech import openings, verb_at
from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mentions.mention import Kind, Mention
from kg.claim import Referent

ABOUT = (Kind.COUNTRY, Kind.PLACE, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP)
_BEFORE, _AFTER = 9, 8      # elements of the phrase around a number
_NEAR = 3                   # elements before a number in which a body is what it is about
_SHORT = 3                  # a phrase of fewer elements before a number says too little
_MARKS = frozenset(":()[]")
_WHAT = 140                 # characters
_RECITED = 0.4              # vowel marks a letter above which a text is recited, not reported


@cache
def words() -> dict[str, frozenset[str]]:
    """The word lists of `lexicon/figures.toml`, folded."""
    lists = read_toml("figures.toml")["words"]
    return {name: frozenset(fold(word) for word in found) for name, found in lists.items()}


def attends(norm: str) -> bool:
    return norm in words()["attendance"] or (norm[:1] == "و" and norm[1:] in words()["attendance"])


def _stops(row: Clause, at: int, i: int) -> bool:
    """Whether the phrase around the number at `at` ends at element `i`; its own brackets and range do not end it."""
    element, norm = row.elements[i], row.elements[i].norm
    if element.mention is not None:
        return element.mention.quantity is not None and abs(i - at) > 3
    if norm in ("(", ")") and abs(i - at) <= 2:
        return False
    return norm in COMMAS | STOPS | QUOTES | _MARKS or norm in words()["ends"]


def _says(norm: str) -> bool:
    """Whether a word opens or reports speech, so that the phrase ends before it."""
    if not norm or norm in words()["amounts"]:
        return False
    return norm in openings()["that"] or (verb_at(norm) is not None and not norm.startswith("ت"))


def _back(row: Clause, at: int, begin: int) -> int:
    while begin > 0 and at - begin < _BEFORE and not _stops(row, at, begin - 1) and not _says(row.norm(begin - 1)):
        begin -= 1
    return begin


def bounds(row: Clause, at: int) -> tuple[int, int]:
    """The elements of the phrase around the number at `at`; one that says next to nothing goes on before its comma."""
    begin = _back(row, at, at)
    end = at + 1
    while end < len(row.elements) and end - at <= _AFTER and not _stops(row, at, end):
        verb = verb_at(row.norm(end)) if row.norm(end) else None
        if row.norm(end) in openings()["that"] or (verb is not None and verb.participle and end > at + 1):
            break
        end += 1
    while end - 1 > at and row.norm(end - 1) in words()["loose"]:
        end -= 1
    if end - begin - 1 < _SHORT and begin > 1 and row.norm(begin - 1) in COMMAS | openings()["relative"]:
        begin = _back(row, at, begin - 1 - (row.norm(begin - 2) in COMMAS and begin > 2))
    before = row.elements[begin - 1].mention if begin else None
    if before is not None and before.quantity is not None and (unit := before.quantity.unit):
        begin += begin < at and unit in words()["time"] and row.norm(begin) == unit  # that of the number before
    while begin < at and row.norm(begin) in (")", "-"):
        begin += 1
    return begin, end


def recited(text: str) -> bool:
    """Whether a text bears its vowel marks throughout: scripture and verse are quoted so, news is not."""
    letters = sum(c.isalpha() for c in text)
    return sum(unicodedata.combining(c) > 0 for c in text) > _RECITED * letters


def shortened(text: str) -> str:
    """The phrase on one line, cut at a blank."""
    text = " ".join(text.split())
    return text if len(text) <= _WHAT else text[:_WHAT].rsplit(" ", 1)[0]


def about(row: Clause, at: int, begin: int, end: int) -> Referent | None:
    """The place or body nearest to the number in its phrase, one after it before one before it.

    A name joined by و after the number's own bracket begins the next item: "(453 مسكنا) وأريانة". Where the measured thing
    is told by a possessive ("ومساحتها 15 كيلومترا"), its owner stands further off.
    """
    if row.norm(at - 1).endswith(("ها", "هم")) and row.norm(at - 1) not in words()["counting"]:
        return None
    for i in (*range(at + 1, end), *range(at - 1, begin - 1, -1)):
        mention = row.elements[i].mention
        short = mention is not None and mention.coref and mention.kind is Kind.ORGANIZATION  # "الوزارة": which one?
        if mention is None or short or mention.kind not in ABOUT or mention.referent is None:
            continue
        if i < at - _NEAR and mention.kind not in (Kind.COUNTRY, Kind.PLACE):
            continue  # who does something at the head of the phrase is not what the number is about
        if row.norm(i - 1) in words()["beside"] or (i > at and mention.prefix == "و" and row.norm(i - 1) == ")"):
            continue
        found: Referent = mention.referent
        return found
    return None


def year(row: Clause, at: int) -> int | None:
    """The year said in the same clause: the next one after the number, else the last one before it."""
    for way in (range(at + 1, min(at + 13, len(row.elements))), range(at - 1, max(at - 13, -1), -1)):
        for i in way:
            mention = row.elements[i].mention
            if row.norm(i) in COMMAS | words()["compared"] or (mention is not None and mention.quantity is not None):
                break
            start = None if mention is None or mention.date is None else mention.date.start
            if mention is not None and start is not None and start.month is None and _tells_year(row, mention):
                return start.year
    return None


def _tells_year(row: Clause, mention: Mention) -> bool:
    """Whether a date names a year or tells one ("العام الحالي"); "اليوم" in an article without a date does not."""
    tokens = row.reading.document.tokens[mention.first : mention.last]
    return any(t.norm[-1].isdigit() or words()["years"] & {t.norm, t.norm.removeprefix("ال")} for t in tokens)


def in_series(row: Clause, at: int) -> bool:
    """Whether a number stands in a run of three numbers or more without units, as labels do: "الأهداف 1 و3 و7 و17"."""
    return _run(row, at, -1) + _run(row, at, 1) >= 2


def _run(row: Clause, at: int, way: int) -> int:
    """How many numbers stand directly beside each other, or with a comma or و between, from element `at` on."""
    found = 0
    while True:
        at += 2 * way if row.norm(at + way) in COMMAS or row.norm(at + way) == "و" else way
        mention = row.elements[at].mention if 0 <= at < len(row.elements) else None
        if mention is None or mention.kind is not Kind.NUMBER or "words" in mention.tags:
            return found
        found += 1
