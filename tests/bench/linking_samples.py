"""Labelled samples for the calibration of scores: right and wrong first candidates, with and without context.

Half of the samples fits the calibration, the other half measures it. Nothing here comes from the annotated articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from kg.wikidata import tables
from kg.wikidata.features import Query
from kg.wikidata.matcher import Matcher, raw_score
from tests.bench import name_variants

Sample = tuple[float, bool]


def samples(matcher: Matcher, seed: int) -> list[Sample]:
    """(raw score of the first fitting candidate, whether it is right)."""
    found = []
    for query, truth in [*_known(matcher, seed), *_invented(matcher, seed + 1), *_namesakes()]:
        fitting = [c for c in matcher.candidates(query, 12) if c.features["type_fit"] > 0]
        if fitting:
            found.append((raw_score(fitting[0].features), fitting[0].item.qid == truth))
    return found


def _known(matcher: Matcher, seed: int) -> Iterator[tuple[Query, str]]:
    """Spelling variants and cut names of items, half of them with the right country."""
    chance = random.Random(seed)
    forms = [*name_variants.by_hand(matcher.snapshot), *name_variants.by_rule(matcher.snapshot, 500, seed)]
    for form, item, class_, _ in forms:
        name = form
        if item.type == "person" and chance.random() < 0.25 and " " in form:
            name = form.split(" ", 1)[chance.randint(0, 1)]
        countries = frozenset(item.countries) if chance.random() < 0.5 else frozenset()
        yield Query((name,), class_, countries), item.qid


def _invented(matcher: Matcher, seed: int) -> Iterator[tuple[Query, str]]:
    """People who do not exist: the first word of one name, the rest of another, in the country of either or of none."""
    chance = random.Random(seed)
    people = [i for i in matcher.snapshot.linkable() if i.type == "person" and any(" " in n for n in i.names.get("ar", ()))]
    whole = {n for i in people for n in i.names["ar"]}
    for _ in range(700):
        one, other = chance.sample(people, 2)
        first, rest = (next(n for n in i.names["ar"] if " " in n) for i in (one, other))
        name = f"{first.split(' ', 1)[0]} {rest.split(' ', 1)[1]}"
        if name not in whole:
            context = chance.choice([one.countries, other.countries, ()])
            yield Query((name,), "Person", frozenset(context)), ""


def _namesakes() -> Iterator[tuple[Query, str]]:
    for row in tables.read(Path(__file__).with_name("homonyms.tsv")):
        dates = (row["date"],) if row["date"] else ()
        yield Query((row["name"],), row["type"], frozenset({row["country"]} - {""}), dates=dates), ""


def isotonic(found: list[Sample], blocks: int = 12) -> list[tuple[float, float]]:
    """Monotone calibration by pooling adjacent violators: (raw score, share right), at most about `blocks` points."""
    ordered = sorted(found)
    size = max(1, len(ordered) // (4 * blocks))
    pools: list[list[float]] = []  # sum of scores, number right, number
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        pools.append([sum(s for s, _ in part), float(sum(r for _, r in part)), float(len(part))])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    # One sample more of each kind keeps a share from being exactly 0 or 1 on little evidence.
    return [(total / n, (right + 0.5) / (n + 1)) for total, right, n in pools]


def calibration_error(found: list[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean distance of promised and kept share over equal bins of the score."""
    total = 0.0
    for number in range(bins):
        inside = [(s, r) for s, r in found if number / bins <= s < (number + 1) / bins or (s == 1 and number == bins - 1)]
        if inside:
            total += abs(sum(s for s, _ in inside) - sum(r for _, r in inside))
    return total / len(found) if found else 0.0
