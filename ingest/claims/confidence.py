"""How sure a rule is: the share of its claims that were right on articles a careful reader has read.

`lexicon/reliability.tsv` holds, per rule, how often it fired and was right or wrong there (written by
`python -m tests.eval --reliability`). The estimate is the mean of a Beta posterior whose prior is the rule's family
(method: Bayesian shrinkage, so that a rule seen twice is not called certain). A rule never seen gets its family's mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingest.lexicon import read_tsv
from kg.claim import Claim

_PRIOR_WEIGHT = 4.0     # the family counts as much as four observations
_UNKNOWN = 0.75         # a family nobody has measured


@dataclass(frozen=True, slots=True)
class Reliability:
    """Confidence by rule and by family (the part of the rule's name before the first dot)."""

    rules: dict[str, float]
    families: dict[str, float]

    def of(self, rule: str) -> float:
        """The confidence of a rule, 0 to 1, two decimals."""
        return self.rules.get(rule, self.families.get(rule.partition(".")[0], _UNKNOWN))


def estimate(rows: Iterable[tuple[str, int, int]]) -> Reliability:
    """Confidences from (rule, right, wrong)."""
    counted = [(rule, right, wrong) for rule, right, wrong in rows if right + wrong]
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for rule, right, wrong in counted:
        totals[rule.partition(".")[0]][0] += right
        totals[rule.partition(".")[0]][1] += wrong
    families = {name: (right + 2 * _UNKNOWN) / (right + wrong + 2) for name, (right, wrong) in totals.items()}
    rules = {
        rule: round((right + _PRIOR_WEIGHT * families[rule.partition(".")[0]]) / (right + wrong + _PRIOR_WEIGHT), 2)
        for rule, right, wrong in counted
    }
    return Reliability(rules, {name: round(value, 2) for name, value in families.items()})


@cache
def reliability() -> Reliability:
    """The confidences of the measured rules."""
    return estimate((row["rule"], int(row["right"]), int(row["wrong"])) for row in read_tsv("reliability.tsv"))


def calibrated(claim: Claim) -> Claim:
    """The claim with the confidence of its rule."""
    share = reliability().of(claim.rule)
    return Claim(
        claim.subject, claim.predicate, claim.object, claim.modality, claim.evidence, share, claim.rule, claim.attributed_to
    )
