"""From changed profiles to changed entities: explores the neighbourhood, clusters it anew, names each cluster.

Only what hangs together with a changed profile is looked at. The IRI of a cluster is that of its authority entry, or a hash
of its best name (persons: the shortest full name as a skeleton; meetings: who and which month), so that more articles
seldom change it; clusters that would share an IRI (namesakes) get a telling addition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.identity import bodies, meetings, persons, posts
from kg.identity.cluster import Clusters, Pair, partition
from kg.identity.decision import Decision, Verdict
from kg.identity.index import Index, Triple
from kg.identity.ledger import Judgement
from kg.identity.profile import Profile
from kg.iri import Iri
from kg.vocabulary import M


@dataclass(frozen=True, slots=True)
class Kind:
    """How profiles of one kind are compared, blocked and named."""

    compare: Callable[[Profile, Profile], Decision]
    emit: Callable[[Profile], set[str]]
    lookup: Callable[[Profile], set[str]]
    base: Callable[[Profile], tuple[int, int, str]]


_BODY = Kind(bodies.compare, bodies.emit, bodies.emit, bodies.base)
KINDS: dict[str, Kind] = {
    "person": Kind(persons.compare, persons.emit, persons.lookup, persons.base),
    "meeting": Kind(meetings.compare, meetings.emit, meetings.lookup, meetings.base),
    "post": Kind(posts.compare, posts.emit, posts.emit, posts.base),
    **dict.fromkeys(("country", "place", "body", "armed"), _BODY),
}


class Resolver:
    """Clusters profiles and keeps `graph/identity` in step with the result."""

    def __init__(self, index: Index, judgements: Mapping[Pair, Judgement]) -> None:
        self.index = index
        self._given = judgements
        # referents that a reader told apart though they look alike: each has a profile of its own
        self.split = {iri for pair in judgements for iri in pair if iri.startswith(index.names.entity("ref/"))}
        self.judgements: dict[Pair, Judgement] = {}
        self._bound: dict[Iri, set[Iri]] = {}
        self._bind()
        self._decisions: dict[Pair, Decision] = {}

    def _bind(self) -> None:
        """The judgements by the profiles they are on; the later one of a pair counts."""
        self.judgements.clear()
        for pair, judgement in self._given.items():
            one, other = (self.index.profile_of(iri) if iri in self.split else iri for iri in pair)
            if one and other and one != other:
                self.judgements[min(one, other), max(one, other)] = judgement
        self._bound.clear()
        for left, right in self.judgements:
            self._bound.setdefault(left, set()).add(right)
            self._bound.setdefault(right, set()).add(left)

    def decide(self, one: Iri, other: Iri) -> Decision:
        """The rules' decision on two profiles, whichever comes first."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._decisions:
            if len(self._decisions) > 200_000:
                self._decisions.clear()
            left, right = self.index.profile(pair[0]), self.index.profile(pair[1])
            self._decisions[pair] = KINDS[left.kind].compare(left, right)
        return self._decisions[pair]

    def near(self, profile: Profile) -> set[Iri]:
        """Profiles worth a comparison with this one."""
        iri = profile.iri(self.index.names)
        found = set(self.index.candidates(KINDS[profile.kind].lookup(profile))) - {iri}
        return found | {other for other in self._bound.get(iri, ()) if self.index.knows(other)}

    def kin(self, iri: Iri) -> list[Iri]:
        """The profiles that are clustered together with this one."""
        return sorted(component for component in self.component(iri)[0] if component != iri)

    def component(self, seed: Iri) -> tuple[set[Iri], dict[Pair, Decision]]:
        """All profiles that hang together with this one, and the decisions on their pairs."""
        members, queue = {seed}, [seed]
        decisions: dict[Pair, Decision] = {}
        while queue:
            iri = queue.pop()
            for other in self.near(self.index.profile(iri)):
                pair = (iri, other) if iri <= other else (other, iri)
                if pair in decisions:
                    continue
                decisions[pair] = self.decide(iri, other)
                if other not in members and (pair in self.judgements or self._kin(pair, decisions[pair])):
                    members.add(other)
                    queue.append(other)
        vague = {iri for iri in members if self.index.profile(iri).kind == "person" and self.index.profile(iri).get("ref")}
        for one in sorted(members):  # members may meet nowhere but through others, and still exclude each other
            for other in sorted(members):
                if one < other and (one, other) not in decisions and not (one in vague and other in vague):
                    decisions[one, other] = self.decide(one, other)
        return members, decisions

    def _kin(self, pair: Pair, decision: Decision) -> bool:
        """Whether two profiles must be clustered together: they may be one, or namesakes that would share an IRI."""
        one, other = (self.index.profile(iri) for iri in pair)
        base = KINDS[one.kind].base
        return decision.verdict is Verdict.SAME or base(one)[2] == base(other)[2]

    def settle(self, seeds: Iterable[Iri]) -> dict[Iri, tuple[Iri | None, Iri]]:
        """Clusters what hangs together with the seeds. Returns profile → (entity before, entity now) where it changed."""
        self._bind()
        moved: dict[Iri, tuple[Iri | None, Iri]] = {}
        done: set[Iri] = set()
        for seed in sorted(set(seeds)):
            if seed in done or not self.index.knows(seed):
                continue
            members, decisions = self.component(seed)
            done |= members
            within = {p: d for p, d in decisions.items() if p[0] in members and p[1] in members}
            clusters = partition(sorted(members), within, self.judgements)
            remove: list[Triple] = []
            add: list[Triple] = []
            for profile, entity in self._named(clusters).items():
                before = self.index.entity_of(profile)
                if before != entity:
                    moved[profile] = (before, entity)
                    add.append((profile, M.profileOf, entity))
                    if before:
                        remove.append((profile, M.profileOf, before))
            self._rewrite_judgements(members, clusters, decisions, remove, add)
            self.index.change(remove, add)
        return moved

    def _named(self, clusters: Clusters) -> dict[Iri, Iri]:
        """The entity of each profile."""
        names = self.index.names
        bases: dict[tuple[Iri, ...], tuple[str, ...]] = {}
        for group in clusters.members:
            profiles = [self.index.profile(iri) for iri in group]
            best = min((KINDS[p.kind].base(p), p.get("alone") or p.get("ref"), p.key) for p in profiles)
            bases[group] = (profiles[0].kind, best[0][2], *best[1])
        result = {}
        for group, base in bases.items():
            profiles = [self.index.profile(iri) for iri in group]
            authority = next((a for p in profiles for a in p.get("authority")), None)
            if list(bases.values()).count(base) > 1:  # namesakes: the first of their countries, or the profile itself
                base = (*base, *sorted({c for p in profiles for c in p.get("countries")})[:1], group[0])
            entity = Iri(authority) if authority else names.hashed(profiles[0].kind, *base[1:])
            result.update(dict.fromkeys(group, entity))
        return result

    def _rewrite_judgements(
        self, members: set[Iri], clusters: Clusters, decisions: Mapping[Pair, Decision], remove: list[Triple],
        add: list[Triple],
    ) -> None:
        """Brings the judgements on these profiles up to date: why they were joined, what stays apart for review."""
        index = self.index
        nodes = {node for iri in members for node in index.judgements_on(iri)}
        old = {quad[:3] for node in nodes for quad in index.store.match(node, None, None, index.graph)}
        new: set[Triple] = set()
        doubtful = {p for p in clusters.review if _telling(decisions[p])}
        doubtful |= {p for p, d in decisions.items() if d.verdict is Verdict.REVIEW and p not in self.judgements}
        for pair in (*clusters.joined, *sorted(doubtful)):
            if pair not in self.judgements:
                decision = decisions[pair]
                verdict = M.Same if pair in clusters.joined else M.Different if decision.vetoed else M.Undecided
                new.update(index.judgement(pair, verdict, decision.score, decision.words(), "rules"))
        for pair, human in self.judgements.items():
            if pair[0] in members and pair[1] in members:
                verdict = M.Same if human.verdict == "same" else M.Different
                words = [f"{human.when} {human.why}".strip()]
                new.update(index.judgement(pair, verdict, 1.0 if verdict == M.Same else 0.0, words, human.who))
        remove.extend(old - new)
        add.extend(new - old)


def _telling(decision: Decision) -> bool:
    """Whether a reader should see that a pair was kept apart: it fitted, or the names are the same."""
    return decision.verdict is Verdict.SAME or any(f in ("name_equal", "name_skeleton") for f, _ in decision.features)
