"""When an article without a date was published, as far as what it tells shows.

What is told as held lies behind the article, what is told as still to come lies ahead. So an undated report of a meeting
is no older than the meeting, and an undated announcement is no younger than its eve (it may be of the same morning, but it
was written before the reports). That is enough to tell an announced attendance from the later news of an absence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from kg.identity import dates, view
from kg.iri import Iri
from kg.statements import Reader
from kg.store import Quad, text_of
from kg.term import Literal
from kg.vocabulary import SCHEMA, M


def place(reader: Reader, shifted: Iterable[Iri], articles: Mapping[Iri, Iri]) -> set[Iri]:
    """Bounds undated articles anew: the changed ones, and those that tell of meetings whose date moved.

    Returns the frames of articles whose bounds changed.
    """
    index = reader.index
    concerned = dict(articles)
    for meeting in shifted:
        for ref in index.refs_of(meeting):
            if article := index.article_of(ref):
                concerned[article] = index.names.article_graph(article.rsplit("/", 1)[-1])
    touched: set[Iri] = set()
    current = index.names.graph("current")
    for article, graph in sorted(concerned.items()):
        old = set(reader.store.match(article, None, None, current))
        new = _bounds(reader, article, graph)
        if old != new:
            reader.store.apply(sorted(old - new, key=str), sorted(new - old, key=str))
            reader.forget(graph)
            refs = index.refs_of_article(article)
            touched.update(entity for entity in map(index.denoted, refs) if entity)
    return {node for node in touched if not node.startswith(index.names.entity("meeting/"))}


def _bounds(reader: Reader, article: Iri, graph: Iri) -> set[Quad]:
    """The quads that bound an undated article; none for a dated or removed one."""
    read = view.read(reader.store, graph)
    if read is None or dates.stretch(read.published):
        return set()
    current = reader.index.names.graph("current")
    behind, ahead = [], []
    for meeting in read.of_type(M.Meeting):
        entity = reader.index.denoted(meeting.iri)
        starts = sorted(text_of(q[2]) for q in reader.store.match(entity, SCHEMA.startDate, None, current)) if entity else []
        day = dates.stretch(starts[0]) if len(starts) == 1 else None
        if day is None:
            continue
        claims = read.claims_on(meeting.iri, SCHEMA.eventStatus)
        if any(c.value == M.EventHeld and c.modality == M.Asserted for c in claims):
            behind.append(day.first.isoformat())
        elif claims and all(c.value == SCHEMA.EventScheduled for c in claims):
            ahead.append((day.last - timedelta(days=1)).isoformat())
    found: set[Quad] = set()
    if behind:
        found.add((article, M.notBefore, Literal(max(behind)), current))
    if ahead and not (behind and max(behind) > min(ahead)):
        found.add((article, M.notAfter, Literal(min(ahead)), current))
    return found
