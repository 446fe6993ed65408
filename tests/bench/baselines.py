"""What other tools make of the same names, for comparison. Each gets the names, the type filter of ours, and afterwards the
best threshold that the test set itself allows; none gets context (country, office, date), for which none has a place.

- exact label: the same characters.
- rapidfuzz: `fuzz.WRatio`, the library's mixture for names of unequal length.
- csv-reconcile: its scorer (`csv_reconcile_dice`, Dice over pairs of letters), called directly: not its server, its limit or
  its rule for `match`. The scorer steps through UTF-8 by two bytes, so on Arabic it compares letters instead of pairs.
- rigour, letters: `normalize_name`, then `levenshtein_similarity`, which gives 0 beyond a few edits.
- rigour, names: `analyze_names`, `pair_symbols`, `compare_parts`, as its documentation puts them together; the mean over the
  parts, weighted by their length, is ours, for the library leaves it to its callers. Its symbols join some given names
  across scripts; it has no transliteration of Arabic. Asked about the 60 names most alike by WRatio only, as it is slow.

csv-reconcile and rigour are not needed for anything else. Their requirements contradict each other on paper; both work after
`pip install rigour flask flask-cors` and `pip install --no-deps csv-reconcile`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rapidfuzz import fuzz, process

from kg.wikidata.features import type_fits
from kg.wikidata.keys import fold
from kg.wikidata.snapshot import Snapshot

# Similarity of two names, 0 to 1; the third argument is the kind of the item.
Similarity = Callable[[str, str, str], float]


@dataclass(frozen=True)
class Baseline:
    """A tool. `shortlist`: how many names, most alike by WRatio, it is asked about; None = all."""

    name: str
    similarity: Similarity
    shortlist: int | None = None


def baselines() -> tuple[list[Baseline], list[str]]:
    """The tools that are installed, and for the others why they are left out."""
    found = [
        Baseline("exact label", lambda a, b, _: float(a == b)),
        Baseline("rapidfuzz WRatio", lambda a, b, _: fuzz.WRatio(a, b) / 100),
    ]
    missing = []
    for name, make in (("csv-reconcile", _csv_reconcile), ("rigour, letters", _letters), ("rigour, names", _names)):
        try:
            found.append(make(name))
        except ImportError as error:
            missing.append(f"{name}: left out, not installed ({error})")
    return found, missing


def _csv_reconcile(name: str) -> Baseline:
    dice = importlib.import_module("csv_reconcile_dice")

    @cache
    def pairs(text: str) -> bytes:
        return str(dice.makeBigrams(text) if text else "").encode()

    def similarity(a: str, b: str, _: str) -> float:
        one, other = pairs(a), pairs(b)
        return float(dice.getDiceCoefficient(one, other)) / 100 if one and other else 0.0

    return Baseline(name, similarity)


def _letters(name: str) -> Baseline:
    names, distance = importlib.import_module("rigour.names"), importlib.import_module("rigour.text.distance")

    @cache
    def normal(text: str) -> str:
        return str(names.normalize_name(text) or "")

    return Baseline(name, lambda a, b, _: float(distance.levenshtein_similarity(normal(a), normal(b))))


def _names(name: str) -> Baseline:
    rigour = importlib.import_module("rigour.names")
    tags = {"person": rigour.NameTypeTag.PER, "organization": rigour.NameTypeTag.ORG, "ministry": rigour.NameTypeTag.ORG}

    @cache
    def analyzed(text: str, kind: str) -> Any:
        return next(iter(rigour.analyze_names(tags.get(kind, rigour.NameTypeTag.UNK), [text])), None)

    def similarity(a: str, b: str, kind: str) -> float:
        one, other = analyzed(a, kind), analyzed(b, kind)
        if one is None or other is None:
            return 0.0
        return max(aligned(one, other, edges) for edges in rigour.pair_symbols(one, other) or [()])

    def aligned(one: Any, other: Any, edges: Sequence[Any]) -> float:
        mine, theirs = {p for e in edges for p in e.qps}, {p for e in edges for p in e.rps}
        rest = ([p for p in one.parts if p not in mine], [p for p in other.parts if p not in theirs])
        found = [*edges, *rigour.compare_parts(*rest)]
        whole = sum(len(e.qstr) + len(e.rstr) for e in found)
        same = sum(e.score * (len(e.qstr) + len(e.rstr)) for e in found if e.qps and e.rps)
        return same / whole if whole else 0.0

    return Baseline(name, similarity, shortlist=60)


def folded(baseline: Baseline) -> Baseline:
    """The same tool on names folded as ours are."""
    plain = cache(fold)
    return replace(baseline, similarity=lambda a, b, kind: baseline.similarity(plain(a), plain(b), kind))


def pick(baseline: Baseline, queries: Sequence[tuple[Sequence[str], str]], table: Snapshot) -> list[tuple[float, str]]:
    """For each query (names, class) the similarity and identifier of the most similar item of a fitting type."""
    pool = [(i, n) for i in table.linkable() if i.type != "position" for n in i.all_names()]
    plain = [fold(n) for _, n in pool]
    picked = []
    for names, class_ in queries:
        best, chosen = -1.0, ""
        for number in _asked_about(names, plain, baseline.shortlist):
            item, name = pool[number]
            if class_ and not type_fits().get((class_, item.type)):
                continue
            score = max(baseline.similarity(asked, name, item.type) for asked in names)
            if score > best:
                best, chosen = score, item.qid
        picked.append((best, chosen))
    return picked


def _asked_about(names: Sequence[str], plain: Sequence[str], shortlist: int | None) -> Sequence[int]:
    if shortlist is None:
        return range(len(plain))
    found = {n for a in names for _, _, n in process.extract(fold(a), plain, scorer=fuzz.WRatio, limit=shortlist)}
    return sorted(found)
