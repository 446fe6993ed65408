"""`graph/entities`: the canonical entities with their types, labels and further names, from the profiles they unite."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from kg.identity import spelling
from kg.identity.index import Index
from kg.identity.profile import Profile
from kg.iri import ONTOLOGY, Iri
from kg.term import Literal
from kg.vocabulary import RDF, RDFS, SCHEMA, SKOS, M

# Where articles call one body by several classes, the more telling class stands.
_TYPES = ("Person", "Country", "Place", "Coalition", "CountryGroup", "ArmedGroup", "Organization")
_LANGUAGES = ("ar", "en", "fr")
# Facts whose object is named in the label of the meeting that has them.
_IN_LABELS = (M.ofCoalition, SCHEMA.location, M.hostCountry)


def describe(index: Index, touched: Iterable[Iri]) -> set[Iri]:
    """Describes these entities anew. Returns the meetings whose own labels name one of those that changed."""
    graph, current = index.names.graph("entities"), index.names.graph("current")
    meetings: set[Iri] = set()
    for entity in sorted(set(touched)):
        profiles = [index.profile(iri) for iri in index.profiles_of(entity)]
        if (profiles and profiles[0].kind == "meeting") or _is_meeting(index, entity):
            continue  # described with its current facts
        new = {(entity, *cells, graph) for cells in _cells(profiles)}
        old = set(index.store.match(entity, None, None, graph))
        if new != old:
            index.store.apply(old - new, new - old)
            for predicate in _IN_LABELS:
                meetings.update(quad[0] for quad in index.store.match(None, predicate, entity, current))
    return meetings


def _is_meeting(index: Index, entity: Iri) -> bool:
    return entity.startswith(index.names.entity("meeting/"))


def _cells(profiles: list[Profile]) -> set[tuple[Iri, Iri | Literal]]:
    """The types, labels and further names of the entity that these profiles are of."""
    cells: set[tuple[Iri, Iri | Literal]] = set()
    if not profiles:
        return cells
    if profiles[0].kind == "post":
        cells.add((RDF.type, M.Post))
        cells.update((M.postIn, Iri(body)) for p in profiles for body in p.get("bodies"))
    else:
        types = {name for p in profiles for name in p.get("type")}
        cells.add((RDF.type, Iri(ONTOLOGY + min(types, key=_TYPES.index))))
    for language in _LANGUAGES:
        labels = {label for p in profiles for label in p.get(language)}
        if labels:
            best = min(labels, key=partial(_plainness, person=profiles[0].kind == "person"))
            cells.add((RDFS.label, Literal(best, language=language)))
            cells.update((SKOS.altLabel, Literal(label, language=language)) for label in labels - {best})
    return cells


def _plainness(label: str, person: bool) -> tuple[int, int, str]:
    """Orders labels: of persons the shortest full name, of bodies the fullest name."""
    words = len(spelling.words(label))
    return (words < 2, words, label) if person else (0, -len(label), label)


def labels(index: Index, entity: Iri) -> dict[str, str]:
    """The labels of an entity by language."""
    graph = index.names.graph("entities")
    found = (quad[2] for quad in index.store.match(entity, RDFS.label, None, graph))
    return {value.language or "": value.value for value in found if isinstance(value, Literal)}


