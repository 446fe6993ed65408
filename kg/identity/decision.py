"""A decision on two profiles: its verdict, its score and the features that made it. Pure: the same pair, the same answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kg.identity.tables import Weights


class Verdict(Enum):
    """SAME joins; REVIEW and APART keep apart what looks alike (for a reader to see); UNRELATED needs no remark."""

    SAME = "Same"
    REVIEW = "Undecided"
    APART = "Different"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Decision:
    """`features` are (name, weight); a veto has the weight None. `score` lies between 0 and 1."""

    verdict: Verdict
    score: float
    features: tuple[tuple[str, float | None], ...]

    @property
    def vetoed(self) -> bool:
        return any(weight is None for _, weight in self.features)

    def words(self) -> list[str]:
        """The features as "name=weight", heaviest first."""
        ordered = sorted(self.features, key=lambda f: (f[1] is not None, -(f[1] or 0.0), f[0]))
        return [f"{name}={'veto' if weight is None else format(weight, '+.2f')}" for name, weight in ordered]


UNRELATED = Decision(Verdict.UNRELATED, 0.0, ())


def decide(found: list[str], weights: Weights) -> Decision:
    """Adds up the weights of the features found."""
    features = tuple((name, weights.features[name]) for name in sorted(set(found)))
    total = sum(weight for _, weight in features if weight is not None)
    score = round(min(1.0, max(0.0, total)), 4)
    if any(weight is None for _, weight in features):
        return Decision(Verdict.APART, score, features)
    if total >= weights.accept - 1e-9:
        return Decision(Verdict.SAME, score, features)
    return Decision(Verdict.REVIEW if total >= weights.review - 1e-9 else Verdict.APART, score, features)
