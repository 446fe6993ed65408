"""One run of the matcher over all entities: countries and bodies first, since they narrow the choice of persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.iri import Iri
from kg.wikidata import matcher as decisions
from kg.wikidata.entities import Entity
from kg.wikidata.features import Query
from kg.wikidata.ledger import Entry, State
from kg.wikidata.matcher import Decision, Matcher

BY = f"matcher:{decisions.VERSION}"
# Classes in the order in which they are linked; persons last.
_ORDER = ("Country", "CountryGroup", "Place", "Organization", "Coalition", "ArmedGroup", "Meeting", "Person")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the matcher says of one entity."""

    entity: Entity
    decision: Decision


def propose(entities: Mapping[Iri, Entity], matcher: Matcher, state: State) -> Iterator[Proposal]:
    """Decisions for all entities; what a person accepted or rejected is taken as known."""
    linked: dict[Iri, str] = {Iri(s): e.qid for s, e in state.current.items() if e.action == "accept"}
    for entity in sorted(entities.values(), key=lambda e: (_ORDER.index(e.type) if e.type in _ORDER else 99, e.iri)):
        decision = matcher.decide(query(entity, linked, matcher), state.refused(entity.iri))
        if decision.verdict == decisions.ACCEPT and decision.best and not state.by_human(entity.iri):
            linked[entity.iri] = decision.best.item.qid
        yield Proposal(entity, decision)


def query(entity: Entity, linked: Mapping[Iri, str], matcher: Matcher) -> Query:
    """The entity as the matcher sees it, its bodies replaced by the items they are linked to."""
    known = {linked[body] for body in entity.bodies if body in linked}
    countries = {q for q in known if q in matcher.snapshot.items and matcher.snapshot.items[q].type == "country"}
    return Query(
        tuple(entity.names), entity.type, frozenset(countries), frozenset(known - countries), tuple(sorted(entity.dates))
    )


def entries(proposals: Iterator[Proposal], state: State, at: str, snapshot: str) -> Iterator[Entry]:
    """New lines for the ledger: only where the matcher now says something else, and never over a person's judgement."""
    for proposal in proposals:
        entry = entry_of(proposal, at, snapshot)
        held = state.current.get(proposal.entity.iri)
        if held is not None and (
            held.human
            or (held.action, held.qid, held.reason, held.snapshot) == (entry.action, entry.qid, entry.reason, entry.snapshot)
        ):
            continue
        yield entry


_ACTION = {decisions.ACCEPT: "accept", decisions.REVIEW: "unsure", decisions.NIL: "nil", decisions.OUT_OF_SCOPE: "defer"}


def entry_of(proposal: Proposal, at: str, snapshot: str) -> Entry:
    """The decision as a line of the ledger; the features that decided stand in `evidence`."""
    best = proposal.decision.best
    shown = best if best and proposal.decision.verdict in (decisions.ACCEPT, decisions.REVIEW) else None
    return Entry(
        at=at,
        by=BY,
        action=_ACTION[proposal.decision.verdict],
        subject=proposal.entity.iri,
        label=proposal.entity.label,
        qid=shown.item.qid if shown else "",
        reason=proposal.decision.reason,
        snapshot=snapshot,
        score=round(shown.score, 1) if shown else None,
        evidence=" ".join(f"{name}={value:.2f}" for name, value in shown.features.items()) if shown else "",
    )
