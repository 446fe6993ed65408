"""From pairwise decisions to clusters: connected profiles, never joined over a veto, never over a human "different".

The result is a function of the set of profiles and decisions alone, so the order in which articles came cannot matter. A
profile that fits two clusters which exclude each other ("Salman", two ministers) joins the clearly better one or stays
alone and goes to review: a namesake is never swallowed silently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.identity.decision import Decision, Verdict
from kg.identity.ledger import Judgement
from kg.iri import Iri

Pair = tuple[Iri, Iri]
MARGIN = 0.1    # by how much one of two excluding clusters must fit better
MAJORITY = 2    # or how many times more profiles it must have


@dataclass(frozen=True, slots=True)
class Clusters:
    """The clusters (each sorted, in order of their first profile), the pairs that joined them and those for review."""

    members: tuple[tuple[Iri, ...], ...]
    joined: tuple[Pair, ...]
    review: tuple[Pair, ...]


class _Union:
    def __init__(self, items: Sequence[Iri]) -> None:
        self.of: dict[Iri, set[Iri]] = {item: {item} for item in items}

    def join(self, one: Iri, other: Iri) -> None:
        merged = self.of[one] | self.of[other]
        for item in merged:
            self.of[item] = merged

    def groups(self) -> list[tuple[Iri, ...]]:
        return sorted({tuple(sorted(group)) for group in self.of.values()})


def partition(
    profiles: Sequence[Iri], decisions: Mapping[Pair, Decision], judgements: Mapping[Pair, Judgement] | None = None
) -> Clusters:
    """The clusters of these profiles. Pairs are ordered (smaller IRI first); pairs without a decision are unrelated."""
    human = {pair: j for pair, j in (judgements or {}).items() if pair[0] in set(profiles) and pair[1] in set(profiles)}
    apart = {pair for pair, j in human.items() if j.verdict == "different"}
    forced = {pair for pair, j in human.items() if j.verdict == "same"}
    vetoes = apart | {p for p, d in decisions.items() if p not in forced and d.vetoed}
    edges = {p: d for p, d in decisions.items() if d.verdict is Verdict.SAME and p not in apart and p not in forced}
    doubtful = _ambiguous(sorted(profiles), edges, vetoes)
    review = {p for p, d in decisions.items() if d.verdict in (Verdict.REVIEW, Verdict.APART) and p not in human}
    union = _Union(sorted(profiles))
    joined = []
    queue = [*sorted(forced), *sorted(edges, key=lambda p: (-edges[p].score, p))]
    for pair in queue:
        if union.of[pair[0]] is union.of[pair[1]]:
            continue
        if pair not in forced and (pair[0] in doubtful) != (pair[1] in doubtful):
            review.add(pair)
            continue
        blocking = apart if pair in forced else vetoes
        if _excluded(union.of[pair[0]], union.of[pair[1]], blocking):
            review.add(pair)
            continue
        union.join(*pair)
        joined.append(pair)
    review = {p for p in review if union.of[p[0]] is not union.of[p[1]]}
    return Clusters(tuple(union.groups()), tuple(sorted(joined)), tuple(sorted(review)))


def _excluded(one: set[Iri], other: set[Iri], vetoes: set[Pair]) -> bool:
    return any(((a, b) if a < b else (b, a)) in vetoes for a in one for b in other)


def _ambiguous(profiles: Sequence[Iri], edges: Mapping[Pair, Decision], vetoes: set[Pair]) -> set[Iri]:
    """Profiles that fit two sides which exclude each other, without one fitting clearly better."""
    if not vetoes:
        return set()
    neighbours: dict[Iri, dict[Iri, float]] = {profile: {} for profile in profiles}
    for (a, b), decision in edges.items():
        neighbours[a][b] = neighbours[b][a] = decision.score
    doubtful = set()
    for profile, near in neighbours.items():
        sides = _sides(sorted(near), edges, vetoes)
        if len(sides) < 2:
            continue
        ranked = sorted(((max(near[n] for n in side), len(side)) for side in sides), reverse=True)
        (best, size), (second, other) = ranked[0], ranked[1]
        if best < second + MARGIN and size < MAJORITY * other:
            doubtful.add(profile)
    return doubtful


def _sides(near: list[Iri], edges: Mapping[Pair, Decision], vetoes: set[Pair]) -> list[set[Iri]]:
    """The neighbours of a profile in groups that hang together; only groups that exclude another one."""
    union = _Union(near)
    for i, a in enumerate(near):
        for b in near[i + 1 :]:
            if (a, b) in edges and not _excluded(union.of[a], union.of[b], vetoes):
                union.join(a, b)
    groups = [set(group) for group in union.groups()]
    return [g for g in groups if any(h is not g and _excluded(g, h, vetoes) for h in groups)]
