"""What `mahdar contradictions` lists: verdicts on claims with sentences, outlets, dates and independent origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from kg import naming, origins, resources, terms
from kg.disagreement import Class
from kg.identity.index import Index
from kg.iri import Iri
from kg.statements import Reader, Statement
from kg.store import Store, iri_of, text_of
from kg.vocabulary import M


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a verdict, for readers. `not_before` and `not_after` bound the day of publication where it is unknown."""

    iri: str
    value: str
    value_iri: str | None
    comparator: str | None
    comparator_iri: str | None
    as_of: str | None
    modality: str
    article: str
    outlet: str
    published: str
    not_before: str
    not_after: str
    speaker: str | None
    origin: str
    quote: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One verdict; `origins` is the number of independent origins among its claims."""

    kind: str
    subject: str
    subject_iri: str
    predicate: str
    predicate_iri: str
    reason: str
    origins: int
    claims: tuple[Told, ...]

    def as_json(self) -> dict[str, Any]:
        row = asdict(self)
        return {"class": row.pop("kind"), **row, "claims": [asdict(claim) for claim in self.claims]}


def entries(store: Store, language: str = "en", wanted: str | None = None) -> Iterator[Entry]:
    """All verdicts of the current layer, contradictions first; `wanted` restricts them to one class."""
    index = Index(store, store.names)
    plain, timeless = Reader(index), Reader(index, timeless=True)
    rows: dict[Iri, tuple[str, Iri, Iri, str, list[Iri]]] = {}
    for row in store.select(resources.text("queries", "disagreement/relations.rq")):
        kind = iri_of(row["class"]).rsplit("#", 1)[-1]
        if wanted in (None, kind):
            node = rows.setdefault(
                iri_of(row["node"]), (kind, iri_of(row["key"]), iri_of(row["predicate"]), text_of(row["reason"]), [])
            )
            node[4].append(iri_of(row["claim"]))
    order = [kind.value for kind in Class]
    for kind, key, predicate, reason, claims in sorted(rows.values(), key=lambda r: (order.index(r[0]), r[1:4], r[4])):
        reader = timeless if key.startswith(store.names.entity("meeting/")) else plain
        said = {s.claim: s for s in reader.of_key(key)}
        yield _entry(reader, language, kind, key, predicate, reason, [said[c] for c in claims])
    if wanted in (None, Class.SCOPE.value):
        yield from _units(plain, language)


def _units(reader: Reader, language: str) -> Iterator[Entry]:
    """Counts of one body in different units."""
    for row in reader.store.select(resources.text("queries", "disagreement/counts.rq")):
        said = [*reader.of_key(iri_of(row["one"])), *reader.of_key(iri_of(row["other"]))]
        units = " against ".join(terms.label(iri_of(row[unit]), language) or "" for unit in ("unit", "other_unit"))
        yield _entry(reader, language, Class.SCOPE.value, iri_of(row["body"]), M.memberCount, units, said)


def _entry(
    reader: Reader, language: str, kind: str, key: Iri, predicate: Iri, reason: str, said: list[Statement]
) -> Entry:
    origin = origins.group(said, reader.paragraph)
    told = tuple(_told(reader.index, s, origin[s.claim], language) for s in sorted(said, key=_when))
    return Entry(kind, naming.name(reader.index, key, language), key, naming.local(predicate), predicate, reason,
                 len(set(origin.values())), told)


def _when(said: Statement) -> tuple[str, str, str]:
    return said.source.not_before or said.source.not_after or "9999", said.source.name, said.claim


def _told(index: Index, said: Statement, origin: Iri, language: str) -> Told:
    comparator, as_of = said.slot(M.comparator), said.slot(M.asOf)
    return Told(
        said.claim, naming.shown(index, said.value, language), said.value if isinstance(said.value, Iri) else None,
        naming.local(Iri(text_of(comparator))) if comparator else None, text_of(comparator) if comparator else None,
        text_of(as_of) if as_of else None,
        naming.local(said.modality).lower(), said.source.name, said.source.outlet_name, said.source.published,
        said.source.not_before, said.source.not_after,
        naming.name(index, said.speaker, language) if said.speaker else None, origin,
        " … ".join(quote for _, _, quote in said.spans),
    )
