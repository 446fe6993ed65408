"""Names of states, places and listed bodies by their words, as they stand in the names of other bodies."""

from __future__ import annotations

from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.bodies.heads import words


@cache
def place_words() -> frozenset[str]:
    """Place names of one word: "منتدى دافوس" is a forum at a place, not a name."""
    names = (name for row in read_tsv("places.tsv") for name in (row["label_ar"], *row["aliases"].split("|")))
    return frozenset(fold(name.strip()) for name in names if name.strip() and " " not in name.strip())


@cache
def long_places() -> frozenset[str]:
    """Names of states and places of two words."""
    states = (name for row in read_tsv("countries.tsv") for name in (row["label_ar"], *row["names"].split("|")))
    places = (name for row in read_tsv("places.tsv") for name in (row["label_ar"], *row["aliases"].split("|")))
    return frozenset(fold(name.strip()) for name in (*states, *places) if name.strip().count(" ") == 1)


@cache
def country_words() -> frozenset[str]:
    """First words of country names that have the article ("العربية" is an adjective of many names besides)."""
    names = (name for row in read_tsv("countries.tsv") for name in (row["label_ar"], *row["names"].split("|")) if name)
    return frozenset(word for word in (fold(name.split()[0]) for name in names) if word.startswith("ال")) - words("arab")


@cache
def listed_words() -> frozenset[str]:
    """Names of listed bodies of one word with the article: "وحلف شمال الأطلسي والإنتربول" are two."""
    rows = read_tsv("organizations.tsv")
    names = (name.strip() for row in rows for name in (row["label_ar"], *row["aliases"].split("|")))
    return frozenset(fold(name) for name in names if name.startswith("ال") and " " not in name)


@cache
def land_words(definite: bool = False) -> frozenset[str]:
    """Names of countries of one word, those without the article ("قطر", "مصر") or with it ("المغرب")."""
    names = (name for row in read_tsv("countries.tsv") for name in (row["label_ar"], *row["names"].split("|")) if name)
    return frozenset(fold(name.strip()) for name in names if " " not in name.strip() and name.startswith("ال") == definite)
