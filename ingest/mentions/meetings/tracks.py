"""Rounds of a series of talks with a name of its own: "الجولة السابعة من مسار أستانا", "الجولة الثانية من «منبر جدة»"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.meetings.lexicon import adjectives, words
from ingest.mentions.mention import COLLECTIVES, Kind, Mention


def numbered(norm: str) -> bool:
    """Is a word an ordinal or a number: "الجمعية العامة الخامسة", "الـ22"? Without it the assembly is the body."""
    return norm == "ال" or norm.removeprefix("ال").isdigit() or norm.removeprefix("ال") in _ordinals()


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
