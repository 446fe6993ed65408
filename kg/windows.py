"""When an article without a day of publication was published, as far as what it tells shows.

What is told as held lies behind the article, what is told as still to come lies ahead. So an undated report of a meeting
is no older than the meeting, and an undated announcement is no younger than its eve (it may be of the same morning, but it
was written before the reports). That is enough to tell an announced attendance from the later news of an absence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta

from kg.errors import UsageError
from kg.identity import dates, view
from kg.iri import Iri
from kg.statements import Reader
from kg.store import Quad, text_of
from kg.term import Literal
from kg.vocabulary import SCHEMA, M

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DAY = 10  # characters of a date with a day


def checked(day: str) -> str:
    """A user's date of knowledge, to a day, month or year. Raises UsageError where it is no date."""
    if _ISO.fullmatch(day) and dates.stretch(day):
        return day
    raise UsageError(f"not a date: {day} (YYYY-MM-DD, YYYY-MM or YYYY)")


def place(reader: Reader, shifted: Iterable[Iri], articles: Mapping[Iri, Iri]) -> set[Iri]:
    """Bounds undated articles anew: the changed ones, and those that tell of meetings whose date moved.

    Returns all that the articles speak of whose bounds changed.
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
        if len(next((text_of(q[2]) for q in reader.store.match(article, SCHEMA.datePublished, None, graph)), "")) == _DAY:
            continue
        old = set(reader.store.match(article, None, None, current))
        new = _bounds(reader, article, graph)
        if old != new:
            reader.store.apply(old - new, new - old)
            reader.forget(graph)
            refs = index.refs_of_article(article)
            touched.update(entity for entity in map(index.denoted, refs) if entity)
    return touched


def _bounds(reader: Reader, article: Iri, graph: Iri) -> set[Quad]:
    """The quads that bound an article without a day of publication; none for a dated or removed one."""
    read = view.read(reader.store, graph)
    known = dates.stretch(read.published) if read else None
    if read is None or (known and known.precision == 10):
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
    if ahead and behind and max(behind) > min(ahead):
        ahead = []  # it tells of one meeting as held and of an earlier one as planned: the report is the later part
    first = max([*behind, known.first.isoformat()] if known else behind, default="")
    last = min([*ahead, known.last.isoformat()] if known else ahead, default="")
    if known and first > last:  # what it tells does not fit its date: the date stands
        first, last = known.first.isoformat(), known.last.isoformat()
    found: set[Quad] = set()
    if first:
        found.add((article, M.notBefore, Literal(first), current))
    if last:
        found.add((article, M.notAfter, Literal(last), current))
    return found
