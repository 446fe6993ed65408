"""The snapshot as RDF in the shape of Wikidata, so that one and the same query runs offline and at the query service."""

from __future__ import annotations

from collections.abc import Iterator

from kg.iri import Iri, digest
from kg.store import Store
from kg.term import Literal, Term, ntriples
from kg.vocabulary import RDFS, SKOS, XSD
from kg.wikidata import tables
from kg.wikidata.item import Item, entity_iri
from kg.wikidata.snapshot import Snapshot

_BASE = "http://www.wikidata.org/"
GRAPH = Iri("urn:mahdar:wikidata-snapshot")
_PRECISION = {4: ("-01-01", 9), 7: ("-01", 10), 10: ("", 11)}


def _direct(pid: str) -> Iri:
    return Iri(f"{_BASE}prop/direct/{pid}")


def quads(snapshot: Snapshot) -> bytes:
    """All facts of the snapshot as sorted N-Quads in one graph."""
    lines = {f"<{s}> <{p}> {ntriples(o)} <{GRAPH}> .\n" for item in snapshot.items.values() for s, p, o in _facts(item)}
    return "".join(sorted(lines)).encode("utf-8")


def _facts(item: Item) -> Iterator[tuple[Iri, Iri, Term]]:
    subject = entity_iri(item.qid)
    for language, names in sorted(item.names.items()):
        yield subject, RDFS.label, Literal(names[0], language=language)
        for name in names[1:]:
            yield subject, SKOS.altLabel, Literal(name, language=language)
    class_ = classes().get(item.type)
    if class_:
        yield subject, _direct("P31"), entity_iri(class_)
    for office in item.offices:
        if not office.position:
            continue
        statement = Iri(f"{_BASE}entity/statement/{digest(item.qid, office.position, office.start)}")
        yield subject, _direct("P39"), entity_iri(office.position)
        yield subject, Iri(f"{_BASE}prop/P39"), statement
        yield statement, Iri(f"{_BASE}prop/statement/P39"), entity_iri(office.position)
        if office.country:
            yield entity_iri(office.position), _direct("P1001"), entity_iri(office.country)
        for pid, date in (("P580", office.start), ("P582", office.end)):
            if date:
                yield (
                    statement,
                    Iri(f"{_BASE}prop/qualifier/{pid}"),
                    Literal(date + _PRECISION[len(date)][0] + "T00:00:00Z", XSD.dateTime),
                )


def classes() -> dict[str, str]:
    """The class on Wikidata for each kind of item, the first of `types.tsv`."""
    found: dict[str, str] = {}
    for row in tables.read(tables.DATA / "types.tsv"):
        found.setdefault(row["kind"], row["item"])
    return found


def store(snapshot: Snapshot) -> Store:
    """The snapshot in memory, to be asked in SPARQL."""
    held = Store()
    held.replace_graph(GRAPH, quads(snapshot))
    return held
