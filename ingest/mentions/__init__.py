"""Finds what an article talks about: each mention is a span with the thing it stands for.

Two passes. First the finders that need the document alone (countries, organizations, coalitions, places, dates, numbers)
put forward candidates, which may overlap. Then persons are read over them, because a person phrase takes up the country
and the body of the office ("الأمين العام لحلف الناتو ينس ستولتنبرغ"). Overlaps are settled, and meetings are read over
what stands. English and French articles are read by `ingest.latin`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ingest import latin
from ingest.document import Document
from ingest.mention import Mention, Reading
from ingest.mentions import dates, meetings, numbers
from ingest.mentions.bodies import coalitions, organizations
from ingest.mentions.lands import countries, places, realms
from ingest.mentions.persons.finder import find as find_persons
from ingest.mentions.settled import resolve

_FIRST: tuple[Callable[[Document], Iterable[Mention]], ...] = (
    countries.find, organizations.find, coalitions.find, places.find, dates.find, numbers.find,
)


def find(document: Document) -> Reading:
    """All mentions of the document, sorted and without overlap."""
    if document.language in latin.LANGUAGES:
        from ingest.latin import reading as latin_reading  # it is made of finders of this package

        return latin_reading.find(document)
    found = [mention for finder in _FIRST for mention in finder(document)]
    found = [*found, *realms.find(document, found)]
    found = [*found, *find_persons(document, found)]
    standing = resolve(found)
    return Reading(document, tuple(resolve([*standing, *meetings.find(document, standing)])))
