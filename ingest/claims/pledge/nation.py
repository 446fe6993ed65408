"""The nation whose body somebody leads: "مديرة الوكالة الأميركية للتنمية" calls that country hers."""

from __future__ import annotations

from ingest.mention import Kind, Mention, Reading
from ingest.mentions.lands import countries
from kg.claim import Referent


def nation_of_body(reading: Reading, person: Mention) -> Referent | None:
    """The only state whose adjective stands in the office of a person, where he is told with it."""
    document = reading.document
    known: list[Mention] = document.once("names and adjectives of states", lambda: countries.find(document))
    told = [m for m in reading.mentions if m.kind is Kind.PERSON and m.referent == person.referent and m.post is not None]
    nations = {n.referent for m in told for n in known if n.kind is Kind.NISBA and m.first < n.first < m.last}
    return next(iter(nations)) if len(nations) == 1 else None
