"""Rounds of talks, meetings, or a series with a name: "الجولة السابعة من مسار أستانا", "… من «منبر جدة»", "… من الحوار"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.parts import Document

_BEFORE = 5  # tokens in front of the meetings in which their round stands: "الجولة الحادية والعشرون من الاجتماعات"


def has_rounds(document: Document) -> bool:
    """Does an article tell of what has rounds: talks, or meetings of which one round is told?"""
    return bool(document.words & words("talks_of_rounds")) or tells_round(document)


def is_the_round(document: Document, index: int) -> bool:
    """ "على هامش الجولة", "في ختام الجولة": a round spoken of, where one round of talks or meetings is told."""
    norms = document.norms
    return index > 0 and norms[index - 1] in words("at_the_round") and document.once("round", lambda: tells_round(document))


def tells_round(document: Document) -> bool:
    """ "الجولة الـ20 من الاجتماعات", "الجولة الثانية من المفاوضات"."""
    norms = document.norms
    return any(
        norms[at - 1] == "من" and any(word in words("rounds_of") for word in norms[max(at - _BEFORE, 0) : at - 1])
        for at in document.where(any_of("meetings_of_rounds", "talks_of_rounds") & document.words)
        if at
    )


def numbered(norm: str) -> bool:
    """Is a word an ordinal, a number or a sort: "الجمعية العامة الخامسة", "العادية"? Without it, it is the body."""
    if norm in words("sort_of_assembly"):
        return True
    return norm == "ال" or norm.removeprefix("ال").isdigit() or norm.removeprefix("ال") in _ordinals()


def at_its_margin(norm: Callable[[int], str], index: int) -> bool:
    """ "على هامش أعمال الجمعية العامة": the session of an assembly, and not the body."""
    return norm(index - 1) in words("works_of_assembly") and norm(index - 2).removeprefix("ب") in words("margin")


@cache
def _ordinals() -> frozenset[str]:
    stems = [fold(row["word"]) for row in read_tsv("ordinals.tsv")]
    return frozenset(stem + ending for stem in stems for ending in ("", "ه"))


def on_track(norm: Callable[[int], str], at: Callable[[int], Mention | None], index: int) -> bool:
    """Is a round, told by its number, one of a track that is named by its city or as a body?"""
    of = next((i for i in range(index + 2, index + 5) if norm(i) == "من"), None)
    if of is None or norm(index + 1) not in adjectives():
        return False
    track = of + 1 + (norm(of + 1) in '"“«')
    name = at(track) or at(track + 1)
    return norm(track) in words("tracks") and name is not None and (name.kind is Kind.PLACE or name.kind in COLLECTIVES)
