"""Names for entities and frames of the derived layers: labels, or what a frame connects ("Antony Blinken · Marrakesh …")."""

from __future__ import annotations

from kg import terms
from kg.identity import entities
from kg.identity.index import Index
from kg.iri import Iri
from kg.store import text_of
from kg.term import Literal, Term
from kg.vocabulary import M

_PARTS = (M.actor, M.person, M.member, M.speaker, M.participant, M.post, M.meeting, M.mainMeeting, M.collective, M.about,
          M.figureWhat, M.unit)


def name(index: Index, node: Iri, language: str = "en") -> str:
    """The label of an entity, or the names of what a frame connects; the end of the IRI where nothing is known."""
    labels = entities.labels(index, node)
    known = labels.get(language) or labels.get("en") or labels.get("ar") or next(iter(sorted(labels.values())), "")
    if known:
        return known
    graph = index.names.graph("current")
    cells = [(q[1], q[2]) for q in index.store.match(node, None, None, graph)]
    values = [value for part in _PARTS for value in sorted((v for p, v in cells if p == part), key=text_of)]
    parts = [_part(index, value, language) for value in values]
    return " · ".join(parts) or local(node)


def _part(index: Index, value: Term, language: str) -> str:
    return (terms.label(value, language) if isinstance(value, Iri) else None) or shown(index, value, language)


def shown(index: Index, value: Term, language: str = "en") -> str:
    """A value as readers see it: a literal as it is, an entity by name, a coded term by its local name."""
    if isinstance(value, Literal):
        return value.value
    return local(value) if not value.startswith(index.names.base) else name(index, value, language)


def local(iri: Iri) -> str:
    """The last part of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
