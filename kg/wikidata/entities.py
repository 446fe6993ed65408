"""Reads from a store what can be linked. The only place here that knows the shape of our own graph (two `.rq` files)."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg import resources
from kg.iri import ONTOLOGY, Iri
from kg.store import GraphStore, iri_of, text_of


@dataclass
class Entity:
    """An entity of ours: class name ("Person"), names (labels first), bodies it acts for, dates of its articles."""

    iri: Iri
    type: str
    names: list[str] = field(default_factory=list)
    bodies: set[Iri] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """The first Arabic name, else the first name, else the IRI."""
        return next((n for n in self.names if any("\u0600" <= c <= "\u06ff" for c in n)), (self.names or [str(self.iri)])[0])


def read(store: GraphStore) -> dict[Iri, Entity]:
    """All entities with a linkable class, by IRI, sorted."""
    rows = sorted(
        (iri_of(r["entity"]), text_of(r["type"]).removeprefix(ONTOLOGY), text_of(r["main"]) != "true", text_of(r["name"]))
        for r in store.select(resources.text("queries", "wikidata/entities.rq"))
    )
    found: dict[Iri, Entity] = {}
    for iri, kind, _, name in rows:
        entity = found.setdefault(iri, Entity(iri, kind))
        if name not in entity.names:
            entity.names.append(name)
    for row in store.select(resources.text("queries", "wikidata/context.rq")):
        known = found.get(iri_of(row["entity"]))
        if known is not None and "body" in row:
            known.bodies.add(iri_of(row["body"]))
        elif known is not None and "date" in row:
            known.dates.add(text_of(row["date"]))
    return found


def sentences(store: GraphStore, entity: Iri) -> list[tuple[str, str]]:
    """(article name, quoted passage) for every claim about an entity; whole sentences before bare mentions."""
    rows = store.select(resources.text("queries", "wikidata/sentences.rq"), {"entity": entity})
    found = {(text_of(r["article"]), text_of(r["quote"])) for r in rows}
    return sorted(found, key=lambda pair: (not 40 <= len(pair[1]) <= 400, -len(pair[1]) if len(pair[1]) < 400 else 0, pair))
