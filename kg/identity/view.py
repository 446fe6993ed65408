"""One article graph as records: what identity and the current layer need of it, read in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.iri import Iri
from kg.store import Quad, Store, text_of
from kg.term import Literal, Term
from kg.vocabulary import OA, PROV, RDF, RDFS, SCHEMA, M

_Rows = dict[Iri, list[tuple[Iri, Term]]]


@dataclass(frozen=True, slots=True)
class Ref:
    """A referent or frame of the article. `labels` maps language to text."""

    iri: Iri
    type: Iri
    labels: dict[str, str]
    surfaces: tuple[str, ...]
    authority: Iri | None
    slots: tuple[tuple[Iri, Term], ...]

    def slot(self, *predicates: Iri) -> list[Term]:
        return [value for predicate, value in self.slots if predicate in predicates]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim: `value` is a referent, a coded term or a literal; `spans` are (start, end, quote)."""

    iri: Iri
    subject: Iri
    predicate: Iri
    value: Term
    modality: Iri
    confidence: str
    speaker: Iri | None
    spans: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article graph, read."""

    iri: Iri
    graph: Iri
    name: str
    published: str | None
    outlet: Iri | None
    outlet_name: str | None
    text: str
    refs: dict[Iri, Ref] = field(default_factory=dict)
    said: tuple[Said, ...] = ()

    def of_type(self, *types: Iri) -> list[Ref]:
        return [self.refs[iri] for iri in sorted(self.refs) if self.refs[iri].type in types]

    def claims_on(self, subject: Iri, *predicates: Iri) -> list[Said]:
        return [c for c in self.said if c.subject == subject and (not predicates or c.predicate in predicates)]


def read(store: Store, graph: Iri) -> Article | None:
    """The article of a graph; None where the graph is empty or holds no article."""
    return from_quads(store.match(graph=graph), graph)


def from_quads(quads: Iterable[Quad], graph: Iri) -> Article | None:
    """Groups the quads of one article graph into records."""
    rows: _Rows = {}
    for subject, predicate, value, _ in quads:
        rows.setdefault(subject, []).append((predicate, value))
    article: Iri | None = None
    refs: dict[Iri, Ref] = {}
    claims: list[Said] = []
    for node, cells in rows.items():
        types = {value for predicate, value in cells if predicate == RDF.type}
        if SCHEMA.NewsArticle in types:
            article = node
        elif M.Referent in types:
            refs[node] = _ref(node, cells)
        elif M.Claim in types:
            claims.append(claim_of(node, cells, lambda e: rows.get(e, [])))
    if article is None:
        return None
    outlet = _iri(rows[article], SCHEMA.publisher)
    outlet_name = _text(rows.get(outlet, []), RDFS.label) if outlet else None
    return Article(article, graph, _text(rows[article], M.articleName) or "", _text(rows[article], SCHEMA.datePublished),
                   outlet, outlet_name, _text(rows[article], M.text) or "", refs, tuple(sorted(claims, key=lambda c: c.iri)))


def _ref(node: Iri, cells: list[tuple[Iri, Term]]) -> Ref:
    labels: dict[str, str] = {}
    for predicate, value in sorted(cells, key=lambda cell: text_of(cell[1])):
        if predicate == RDFS.label and isinstance(value, Literal):
            labels.setdefault(value.language or "", value.value)
    described = (RDF.type, RDFS.label, M.surface, M.authority, M.referentType)
    slots = sorted((c for c in cells if c[0] not in described), key=lambda c: (c[0], text_of(c[1])))
    surfaces = sorted(text_of(value) for predicate, value in cells if predicate == M.surface)
    kind = _iri(cells, M.referentType) or M.Referent
    return Ref(node, kind, labels, tuple(surfaces), _iri(cells, M.authority), tuple(slots))


def claim_of(node: Iri, cells: list[tuple[Iri, Term]], rows_of: object) -> Said:
    """The claim of these cells; `rows_of` gives the cells of another node of the graph (evidence, selectors)."""
    assert callable(rows_of)
    spans = set()
    for predicate, evidence in cells:
        if predicate != M.evidence:
            continue
        start, end, quote = 0, 0, ""
        for link, selector in rows_of(evidence):
            if link == OA.hasSelector:
                cell = dict(rows_of(selector))
                if OA.start in cell:
                    start, end = int(text_of(cell[OA.start])), int(text_of(cell[OA.end]))
                elif OA.exact in cell:
                    quote = text_of(cell[OA.exact])
        spans.add((start, end, quote))
    found = dict(cells)
    return Said(node, Iri(text_of(found[RDF.subject])), Iri(text_of(found[RDF.predicate])), found[RDF.object],
                Iri(text_of(found[M.modality])), text_of(found[M.confidence]), _iri(cells, PROV.wasAttributedTo),
                tuple(sorted(spans)))


def _iri(cells: list[tuple[Iri, Term]], wanted: Iri) -> Iri | None:
    found = sorted(value for predicate, value in cells if predicate == wanted and isinstance(value, Iri))
    return found[0] if found else None


def _text(cells: list[tuple[Iri, Term]], wanted: Iri) -> str | None:
    found = sorted(text_of(value) for predicate, value in cells if predicate == wanted)
    return found[0] if found else None
