"""Labels of meetings, made from what holds of them: kind, body, town, date. In `graph/entities`, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.identity import entities, tables
from kg.identity.index import Index
from kg.iri import Iri
from kg.statements import Statement
from kg.store import Quad, text_of
from kg.term import Literal, Term
from kg.vocabulary import RDF, RDFS, SCHEMA, M


def is_meeting(index: Index, key: Iri) -> bool:
    """Whether a key is a meeting, and so has a label among the entities."""
    return key.startswith(index.names.entity("meeting/"))


def describe(
    index: Index, key: Iri, statements: Sequence[Statement], facts: Iterable[tuple[Iri, Term]]
) -> tuple[set[Quad], set[Quad]]:
    """The quads that describe a meeting of these facts among the entities: (as they should be, as they are)."""
    graph = index.names.graph("entities")
    before = set(index.store.match(key, None, None, graph))
    if not statements and not index.profiles_of(key):
        return set(), before
    values: dict[Iri, list[Term]] = {}
    for predicate, value in facts:
        values.setdefault(predicate, []).append(value)
    now: set[Quad] = {(key, RDF.type, M.Meeting, graph)}
    for language in ("ar", "en", "fr"):
        now.add((key, RDFS.label, Literal(_label(index, values, language), language=language), graph))
    return now, before


def _label(index: Index, values: dict[Iri, list[Term]], language: str) -> str:
    words = {row["kind"]: row[language] for row in tables.rows("meeting_words.tsv")}
    kinds = sorted(text_of(kind).rsplit("#", 1)[-1] for kind in values.get(M.meetingKind, []))
    parts = [words.get(kinds[0] if len(kinds) == 1 else "OtherMeeting", words["OtherMeeting"])]
    edition = values.get(M.edition, [])
    if len(edition) == 1:
        parts[0] += f" ({text_of(edition[0])})"
    for predicate in (M.ofCoalition, SCHEMA.location):
        found = sorted(_name(index, value, language) for value in values.get(predicate, []) if isinstance(value, Iri))
        parts += [name for name in found if name]
    if not values.get(SCHEMA.location):
        parts += sorted(_name(index, v, language) for v in values.get(M.hostCountry, []) if isinstance(v, Iri))
    parts += sorted(text_of(value) for value in values.get(SCHEMA.startDate, []))
    return ("، " if language == "ar" else ", ").join(part for part in parts if part)


def _name(index: Index, entity: Iri, language: str) -> str:
    found = entities.labels(index, entity)
    return found.get(language) or found.get("en") or found.get("ar") or next(iter(sorted(found.values())), "")
