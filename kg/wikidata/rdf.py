"""Accepted links as RDF: SKOS mappings in a graph of their own, rebuilt from the ledger as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import InputError
from kg.iri import Iri
from kg.term import ntriples
from kg.vocabulary import SKOS
from kg.wikidata import tables
from kg.wikidata.item import entity_iri
from kg.wikidata.ledger import State, follow

GRAPH = "links"
_QID = re.compile(r"Q[1-9]\d*", re.ASCII)
_PREDICATES = {
    "exactMatch": SKOS.exactMatch,
    "closeMatch": SKOS.closeMatch,
    "relatedMatch": SKOS.relatedMatch,
    "broadMatch": SKOS.broadMatch,
}


def links(state: State, redirects: Mapping[str, str] | None = None) -> Iterator[tuple[Iri, Iri, Iri]]:
    """Subject, SKOS predicate and item of every accepted link, sorted."""
    for subject in sorted(state.current):
        entry = state.current[subject]
        if entry.action == "accept":
            yield Iri(subject), _PREDICATES[entry.predicate], entity_iri(follow(entry.qid, redirects or {}))


def quads(state: State, graph: Iri, redirects: Mapping[str, str] | None = None) -> bytes:
    """The links graph as sorted N-Quads; the same ledger gives the same bytes."""
    lines = {f"<{s}> <{p}> {ntriples(o)} <{graph}> .\n" for s, p, o in links(state, redirects)}
    return "".join(sorted(lines)).encode("utf-8")


def read_redirects(path: Path) -> dict[str, str]:
    """Merged identifiers and where they lead, as `refresh` found them; none where there is no file. Raises InputError."""
    rows = list(tables.read(path)) if path.exists() else []
    if not all(_QID.fullmatch(row.get("from", "")) and _QID.fullmatch(row.get("to", "")) for row in rows):
        raise InputError(str(path), "not a table from, to of identifiers like Q42")
    return {row["from"]: row["to"] for row in rows}


def same_as(iri: Iri, state: State) -> dict[str, object]:
    """`schema:sameAs` for the JSON-LD of a web page about an entity; empty without an exact match."""
    entry = state.current.get(iri)
    if entry is None or entry.action != "accept" or entry.predicate != "exactMatch":
        return {}
    return {"@context": "https://schema.org", "@id": str(iri), "sameAs": str(entity_iri(entry.qid))}
