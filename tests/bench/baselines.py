"""The similarities of other tools, for comparison; those that are not installed are left out."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from functools import cache

from rapidfuzz import fuzz

from kg.wikidata.features import type_fits
from kg.wikidata.keys import fold
from kg.wikidata.snapshot import Snapshot

Similarity = Callable[[str, str], float]


def baselines() -> dict[str, Similarity]:
    """Similarities of two names, 0 to 1, by tool."""
    found: dict[str, Similarity] = {
        "exact label": lambda a, b: float(a == b),
        "rapidfuzz WRatio": lambda a, b: fuzz.WRatio(a, b) / 100,
    }
    if importlib.util.find_spec("csv_reconcile_dice"):
        dice = importlib.import_module("csv_reconcile_dice")

        @cache
        def bigrams(name: str) -> bytes:
            return str(dice.makeBigrams(name)).encode()

        found["csv-reconcile"] = lambda a, b: float(dice.getDiceCoefficient(bigrams(a), bigrams(b))) / 100
    if importlib.util.find_spec("rigour"):
        names, distance = importlib.import_module("rigour.names"), importlib.import_module("rigour.text.distance")

        @cache
        def normal(name: str) -> str:
            return str(names.normalize_name(name) or "")

        found["rigour"] = lambda a, b: float(distance.levenshtein_similarity(normal(a), normal(b)))
    return found


def folded(similarity: Similarity) -> Similarity:
    """The same similarity on names folded as ours are."""
    plain = cache(fold)
    return lambda a, b: similarity(plain(a), plain(b))


def pick(similarity: Similarity, queries: Sequence[tuple[Sequence[str], str]], table: Snapshot) -> list[tuple[float, str]]:
    """For each query (names, class) the similarity and identifier of the most similar item of a fitting type."""
    pool = [(i, n) for i in table.linkable() if i.type != "position" for n in i.all_names()]
    picked = []
    for names, class_ in queries:
        best, chosen = -1.0, ""
        for item, name in pool:
            if class_ and not type_fits().get((class_, item.type)):
                continue
            score = max(similarity(asked, name) for asked in names)
            if score > best:
                best, chosen = score, item.qid
        picked.append((best, chosen))
    return picked
