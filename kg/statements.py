"""The claims on one key (a canonical frame or meeting) over all articles, with what rules and readers need of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kg.identity import dates, view
from kg.identity.index import Index
from kg.iri import Iri
from kg.store import Store, text_of
from kg.term import Literal, Term
from kg.vocabulary import RDF, RDFS, SCHEMA, M


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a source: `not_before` and `not_after` bound its day of publication (ISO, empty where unknown)."""

    iri: Iri
    name: str
    outlet: Iri | None
    outlet_name: str
    published: str
    not_before: str = ""
    not_after: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim on a key, its value canonical. `context` holds the slots of its frame; `spans` are (start, end, quote)."""

    claim: Iri
    ref: Iri
    key: Iri
    predicate: Iri
    value: Term
    modality: Iri
    confidence: float
    speaker: Iri | None
    source: Source
    spans: tuple[tuple[int, int, str], ...]
    context: tuple[tuple[Iri, Term], ...] = ()

    def slot(self, predicate: Iri) -> Term | None:
        """The coordinate of its frame, canonical; None where the frame has none."""
        return next((value for name, value in self.context if name == predicate), None)

    def surely_before(self, other: Statement) -> bool:
        """Whether this claim was published before the other beyond doubt."""
        return bool(self.source.not_after and other.source.not_before and self.source.not_after < other.source.not_before)


class Reader:
    """Reads statements and sources from the store; sources are remembered for one batch.

    `timeless` leaves undated articles undated, even where what they tell bounds them: the dates of meetings, on which those
    bounds rest, must not rest on them.
    """

    def __init__(self, index: Index, timeless: bool = False) -> None:
        self.index = index
        self.timeless = timeless
        self.store: Store = index.store
        self._sources: dict[Iri, Source] = {}

    def of_key(self, key: Iri) -> list[Statement]:
        """All claims on a key, by claim IRI."""
        return sorted((s for ref in self.index.refs_of(key) for s in self._of_ref(key, ref)), key=lambda s: s.claim)

    def _of_ref(self, key: Iri, ref: Iri) -> Iterator[Statement]:
        context: tuple[tuple[Iri, Term], ...] | None = None
        for claim, _, _, graph in self.store.match(None, RDF.subject, ref):
            if context is None:
                context = self.slots(ref, graph)
            cells = [(q[1], q[2]) for q in self.store.match(claim, None, None, graph)]
            said = view.claim_of(claim, cells, partial(self._cells, graph))
            value = self.index.denoted(said.value) or said.value if isinstance(said.value, Iri) else said.value
            speaker = (self.index.denoted(said.speaker) or said.speaker) if said.speaker else None
            yield Statement(claim, ref, key, said.predicate, value, said.modality, float(said.confidence), speaker,
                            self.source(graph), said.spans, context)

    def _cells(self, graph: Iri, node: Iri) -> list[tuple[Iri, Term]]:
        return [(q[1], q[2]) for q in self.store.match(node, None, None, graph)]

    def slots(self, ref: Iri, graph: Iri) -> tuple[tuple[Iri, Term], ...]:
        """The type and the coordinates of a frame, canonical, sorted."""
        described = (RDF.type, RDFS.label, M.surface, M.authority)
        cells = ((p, v) for p, v in self._cells(graph, ref) if p not in described)
        pairs = ((p, (self.index.denoted(v) or v) if isinstance(v, Iri) else v) for p, v in cells)
        return tuple(sorted(pairs, key=lambda cell: (cell[0], text_of(cell[1]))))

    def source(self, graph: Iri) -> Source:
        """The article of a graph as a source."""
        if graph not in self._sources:
            self._sources[graph] = self._read_source(graph)
        return self._sources[graph]

    def _read_source(self, graph: Iri) -> Source:
        article = self.index.names.article(graph.rsplit("/", 1)[-1])
        cells = {q[1]: q[2] for q in self.store.match(article, None, None, graph) if q[1] != M.text}
        outlet = cells.get(SCHEMA.publisher)
        outlet = outlet if isinstance(outlet, Iri) else None
        names = [text_of(q[2]) for q in self.store.match(outlet, RDFS.label, None, graph)] if outlet else []
        published = text_of(cells[SCHEMA.datePublished]) if SCHEMA.datePublished in cells else ""
        name = text_of(cells.get(M.articleName, Literal("")))
        source = Source(article, name, outlet, names[0] if names else "", published)
        span = dates.stretch(published)
        if span:
            source = replace(source, not_before=span.first.isoformat(), not_after=span.last.isoformat())
        if self.timeless or (span and span.precision == 10):
            return source
        current = self.index.names.graph("current")
        bounds = {q[1]: text_of(q[2]) for q in self.store.match(article, None, None, current)}
        first, last = bounds.get(M.notBefore, source.not_before), bounds.get(M.notAfter, source.not_after)
        return replace(source, not_before=first, not_after=last)

    def forget(self, graph: Iri) -> None:
        """Drops what is remembered of an article, because its bounds changed."""
        self._sources.pop(graph, None)

    def paragraph(self, source: Source, start: int) -> str:
        """The paragraph of the article's text around a position."""
        graph = self.index.names.article_graph(source.iri.rsplit("/", 1)[-1])
        for quad in self.store.match(source.iri, M.text, None, graph):
            text = text_of(quad[2])
            first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
            return text[first : last if last >= 0 else len(text)]
        return ""
