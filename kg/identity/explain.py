"""Why two things are held to be one or not, and the profiles on which a human judgement of them rests."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any

from kg.errors import UsageError
from kg.identity.cluster import Pair
from kg.identity.decision import Verdict
from kg.identity.index import Index
from kg.identity.profile import Profile
from kg.identity.resolve import KINDS, Resolver
from kg.iri import Iri
from kg.store import text_of
from kg.vocabulary import M


@dataclass(frozen=True, slots=True)
class Reason:
    """One judged pair of profiles: what was compared, the verdict, its score, its features and who decided."""

    one: Profile
    other: Profile
    verdict: str
    score: float
    features: tuple[str, ...]
    decided_by: str

    def as_json(self) -> dict[str, Any]:
        return {"one": self.one.key, "other": self.other.key, "verdict": self.verdict, "score": self.score,
                "features": list(self.features), "decided_by": self.decided_by}


def profiles(index: Index, thing: Iri) -> list[Iri]:
    """The profiles of a referent, a profile or an entity, the best named first. Raises UsageError for anything else."""
    if index.knows(thing):
        return [thing]
    if own := index.profile_of(thing):
        return [own]
    found = index.profiles_of(thing)
    if not found:
        raise UsageError(f"{thing}: neither an entity nor a referent with a name of its own")
    return sorted(found, key=lambda iri: (KINDS[index.profile(iri).kind].base(index.profile(iri)), iri))


def why(resolver: Resolver, one: Iri, other: Iri) -> tuple[bool, list[Reason]]:
    """Whether two things are held to be one, and the decisions behind it.

    Of one thing: the chain of judgements that joins them. Of two: the decisions on their closest profiles.
    """
    index = resolver.index
    left, right = profiles(index, one), profiles(index, other)
    same = index.entity_of(left[0]) == index.entity_of(right[0])
    if same:
        return True, _chain(resolver, left[0], right[0])
    if index.profile(left[0]).kind != index.profile(right[0]).kind:
        return False, []
    pairs = {(min(a, b), max(a, b)) for a in left for b in right}
    found = [(resolver.decide(*pair), pair) for pair in sorted(pairs)]
    found.sort(key=lambda item: (item[1] not in resolver.judgements, item[0].verdict is Verdict.UNRELATED, -item[0].score))
    return False, [_reason(resolver, pair) for _, pair in found[:3]]


def _chain(resolver: Resolver, start: Iri, goal: Iri) -> list[Reason]:
    """The judgements that lead from one profile of an entity to another, the fewest possible."""
    index = resolver.index
    came: dict[Iri, Iri | None] = {start: None}
    queue = deque([start])
    while queue and goal not in came:
        profile = queue.popleft()
        for node in index.judgements_on(profile):
            if index.values(node, M.verdict) == [M.Same]:
                for other in sorted(text_of(value) for value in index.values(node, M.judges)):
                    if Iri(other) not in came:
                        came[Iri(other)] = profile
                        queue.append(Iri(other))
    pairs: list[Pair] = []
    step: Iri | None = goal
    while step is not None and (before := came.get(step)) is not None:
        pairs.append((min(before, step), max(before, step)))
        step = before
    return [_reason(resolver, pair) for pair in reversed(pairs)]


def _reason(resolver: Resolver, pair: Pair) -> Reason:
    one, other = (resolver.index.profile(iri) for iri in pair)
    human = resolver.judgements.get(pair)
    if human:
        words = f"{human.when} {human.why}".strip()
        return Reason(one, other, human.verdict, float(human.verdict == "same"), (words,), human.who)
    decision = resolver.decide(*pair)
    return Reason(one, other, decision.verdict.name.lower(), decision.score, tuple(decision.words()), "rules")
