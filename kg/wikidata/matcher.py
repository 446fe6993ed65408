"""Decides: accept, ask a person, or NIL with the reason.

A link is accepted by itself only when the calibrated score is high, the runner-up is far, the type fits, the evidence of the
item allows it and, for persons, something besides the name agrees (country or office) or the name is known in this very
form and borne by nobody else. Whatever is ambiguous goes to a person; a bare title or word is out of scope, not NIL.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.wikidata import tables
from kg.wikidata.features import Query, measure
from kg.wikidata.index import Index
from kg.wikidata.item import Item
from kg.wikidata.keys import common_words, key
from kg.wikidata.snapshot import Snapshot

VERSION = "2"
ACCEPT, REVIEW, NIL, OUT_OF_SCOPE = "accept", "review", "nil", "out_of_scope"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with its calibrated score (0 to 100, the share of such candidates that are right) and its features."""

    item: Item
    score: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """`verdict` is one of accept, review, nil, out_of_scope; `reason` says why in one word; best candidate first."""

    verdict: str
    reason: str
    candidates: tuple[Candidate, ...] = ()

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None


@cache
def _weights() -> Mapping[str, float]:
    return {row["name"]: float(row["value"]) for row in tables.read(tables.DATA / "weights.tsv")}


def odds(features: Mapping[str, float]) -> float:
    """The logarithm of the odds that speak for a candidate: bias plus weight times feature, summed."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def raw_score(features: Mapping[str, float]) -> float:
    """The uncalibrated score, 0 to 1."""
    return 1 / (1 + math.exp(-odds(features)))


@cache
def _calibration(path: Path) -> tuple[list[float], list[float]]:
    rows = [(float(r["raw"]), float(r["share"])) for r in tables.read(path)]
    return [r for r, _ in rows], [s for _, s in rows]


def calibrated(raw: float, path: Path = tables.DATA / "calibration.tsv") -> float:
    """The share of right candidates (0 to 100) measured at this raw score, straight lines between the measured points."""
    points, shares = _calibration(path)
    at = bisect_right(points, raw)
    if at == 0 or at == len(points):
        return 100 * shares[min(at, len(points) - 1)]
    low, high = points[at - 1], points[at]
    return 100 * (shares[at - 1] + (shares[at] - shares[at - 1]) * (raw - low) / (high - low))


class Matcher:
    """Links names to items of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.index = Index(snapshot.linkable())

    def candidates(self, query: Query, limit: int = 5) -> list[Candidate]:
        """Scored candidates, best first, of any type; ties by identifier."""
        numbers: dict[int, None] = {}
        for name in query.spellings():
            numbers.update(dict.fromkeys(self.index.candidates(key(name))))
        found = []
        for number in numbers:
            item = self.index.items[number]
            features = measure(query, item, number, self.index)
            if features["name"] > 0:
                found.append(Candidate(item, calibrated(raw_score(features)), features))
        found.sort(key=lambda c: (-odds(c.features), len(c.item.qid), c.item.qid))
        return found[:limit]

    def decide(self, query: Query, rejected: frozenset[str] = frozenset()) -> Decision:
        """The decision for one entity. `rejected` are identifiers a person has refused: they are not proposed again."""
        if not any(key(name).words for name in query.names):
            return Decision(OUT_OF_SCOPE, "no_name")
        found = [c for c in self.candidates(query, limit=12) if c.item.qid not in rejected]
        fitting = [c for c in found if c.features["type_fit"] > 0]
        review = _weights()["limit_review"]
        if not fitting or fitting[0].score < review:
            misfit = bool(found) and found[0].features["exact"] > 0 and found[0].features["type_fit"] == 0
            reason = "type_conflict" if misfit else "no_candidate"
            return Decision(NIL, reason, tuple(fitting[:5]))
        reason = self._doubt(query, fitting)
        return Decision(REVIEW if reason else ACCEPT, reason or "confident", tuple(fitting[:5]))

    def _doubt(self, query: Query, fitting: Sequence[Candidate]) -> str:
        """Why the best candidate must not be accepted by itself; empty if it may."""
        best, weights = fitting[0], _weights()
        if best.score < weights["limit_accept"]:
            return "low_score"
        if len(fitting) > 1 and odds(best.features) - odds(fitting[1].features) < weights["limit_margin"]:
            return "ambiguous"
        if best.item.trust != "auto":
            return "weak_evidence"
        if best.features["type_fit"] < 1:
            return "type_unsure"
        if best.features["country"] < 0:
            return "country_conflict"
        if not best.features["leading" if best.item.type == "person" else "whole"]:
            # "Khalid son of Salman" is not Salman, the father of Sadiq not Sadiq, and one word more is another body.
            return "part_of_name"
        if best.item.type == "person" and best.features["country"] <= 0:
            # Without a country the name must be known in this very form, be no everyday name, and its bearer be in office.
            known = best.features["exact"] and best.features["words"] > 1 and best.features["office"] > 0
            if not known or everyday(query):
                return "name_only"
        if best.item.type == "person" and best.features["single_word"] and not best.features["exact"]:
            return "short_name"
        return ""


def everyday(query: Query) -> bool:
    """Whether the fullest name consists of given names and other common words only: many people bear it."""
    fullest = max((key(name) for name in query.spellings()), key=lambda k: len(k.words))
    return all((w.given and not w.given.startswith("#")) or w.text in common_words() for w in fullest.words)
