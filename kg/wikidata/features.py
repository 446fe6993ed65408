"""What speaks for and against a candidate, each value shown to the user who reviews it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from kg.wikidata import tables
from kg.wikidata.compare import NONE, Likeness, likeness
from kg.wikidata.index import Index
from kg.wikidata.item import Item
from kg.wikidata.keys import Key, key, spellings


@dataclass(frozen=True, slots=True)
class Query:
    """Something to link. `type` is a class of our ontology ("Person"), "" for any but offices; `countries` and `bodies` are
    identifiers of countries and organizations it acts for; `dates` are ISO dates on which it was in the news."""

    names: tuple[str, ...]
    type: str = ""
    countries: frozenset[str] = field(default_factory=frozenset)
    bodies: frozenset[str] = field(default_factory=frozenset)
    dates: tuple[str, ...] = ()

    def spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s for name in self.names for s in spellings(name)))


# The meaning of each feature, for people: shown in reviews and by the reconciliation service.
FEATURES = (
    "name",
    "exact",
    "same_script",
    "query_coverage",
    "item_coverage",
    "weakest",
    "words",
    "leading",
    "whole",
    "distinct",
    "vowels_only",
    "single_word",
    "country",
    "office",
    "gap",
    "type_fit",
    "tier",
)


# Kinds of which there are so many that another one with the same consonants is likely (London and Linden).
_MANY = ("person", "place", "region")


@cache
def type_fits() -> Mapping[tuple[str, str], float]:
    """How well an item of a kind fits an entity class: (class, kind) to 0.5 or 1; absent = does not fit."""
    return {(row["class"], row["kind"]): float(row["fit"]) for row in tables.read(tables.DATA / "types.tsv")}


def measure(query: Query, item: Item, number: int, index: Index) -> dict[str, float]:
    """All features of one candidate, in the order of FEATURES."""
    best, bearer, borne = best_likeness(query, number, index)
    matched = [w for w in bearer.words if w] if bearer else []
    distinct = sum(map(index.weight, matched)) / len(matched) if matched else 0.0
    fit = type_fits().get((query.type, item.type), 0.0) if query.type else float(item.type != "position")
    return {
        "name": best.name,
        "exact": float(best.exact),
        "same_script": float(best.same_script),
        "query_coverage": best.query_coverage,
        "item_coverage": best.item_coverage,
        "weakest": best.weakest,
        "words": float(best.words),
        "leading": float(best.leading),
        "whole": float(best.whole),
        "distinct": distinct,
        "vowels_only": float(item.type not in _MANY and vowels_only(bearer, borne)),
        "single_word": float(best.words < 2 and item.type == "person"),
        "country": country(query, item),
        "office": office(query, item),
        "gap": 0.0 if item.type == "person" else gap(best),
        "type_fit": fit,
        "tier": {"A": 1.0, "B": 0.9}.get(item.tier[:1], 0.5),
    }


def gap(found: Likeness) -> float:
    """What sets the name of a body or a place apart: a word too much usually makes another one ("Security Council" and
    "National Security Council"); one letter in a word is forgiven as long as its consonants agree, more is not."""
    return max(0.0, 0.87 - found.weakest) * 2 if found.whole else 1.0 - found.name


def vowels_only(one: Key | None, other: Key | None) -> bool:
    """Whether two spellings of one script differ in nothing but how vowels are written ("تركيه" and "تركيا"): all consonants
    of all words agree, and there are three or more of them (Ghana, Guinea and Guyana have the same two)."""
    if one is None or other is None or one.arabic != other.arabic or len(one.words) != len(other.words):
        return False
    skeletons = [(a.skeleton, b.skeleton) for a, b in zip(one.words, other.words, strict=True)]
    return all(a == b for a, b in skeletons) and sum(len(a) for a, _ in skeletons) > 2


def best_likeness(query: Query, number: int, index: Index) -> tuple[Likeness, Key | None, Key | None]:
    """The best pair of a name of the query and a name of the item, and the keys of these two names."""
    best, bearer, borne = NONE, None, None
    scripts = {known.arabic for known in index.keys[number]}
    for name in query.spellings():
        asked = key(name)
        for known in index.keys[number]:
            # Sounds are compared across scripts only where the item has no name in the script of the query.
            if known.arabic != asked.arabic and asked.arabic in scripts:
                continue
            found = likeness(asked, known, index.weight)
            if (found.name, found.words, found.exact) > (best.name, best.words, best.exact):
                best, bearer, borne = found, asked, known
    return best, bearer, borne


def country(query: Query, item: Item) -> float:
    """1 = a country or body in common, -1 = both countries known and none in common, 0 = unknown."""
    if (query.countries | query.bodies) & set(item.countries):
        return 1.0
    return -1.0 if query.countries and item.countries else 0.0


def office(query: Query, item: Item) -> float:
    """1 = held an office (of the right country, where that is known) on one of the dates, -1 = known to have held none then,
    0 = unknown."""
    meant = query.countries | query.bodies
    held = [o.covers(date) for o in item.offices if not meant or o.country in meant for date in query.dates]
    if True in held:
        return 1.0
    return -1.0 if held and None not in held else 0.0
