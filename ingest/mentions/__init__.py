"""Finds what an article talks about: each mention is a span with the thing it stands for.

Two passes. First the finders that need the document alone (countries, organizations, coalitions, places, dates, numbers)
put forward candidates, which may overlap. Then persons are read over them, because a person phrase takes up the country
and the body of the office ("الأمين العام لحلف الناتو ينس ستولتنبرغ"). Overlaps are settled, and meetings are read over
what stands.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Sequence

from ingest.document import Document
from ingest.mentions.mention import Kind, Mention, Reading

# Where two candidates of the same length overlap, the earlier kind stands.
_ORDER = (
    Kind.PERSON, Kind.TITLE, Kind.MEETING, Kind.COALITION, Kind.ORGANIZATION, Kind.GROUP, Kind.MONEY, Kind.DATE,
    Kind.COUNTRY, Kind.PLACE, Kind.NUMBER, Kind.NISBA,
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
FIRST_PASS = ("countries", "organizations", "coalitions", "places", "dates", "numbers")


def _finder(name: str) -> Callable[..., Iterable[Mention]] | None:
    module = f"ingest.mentions.{name}"
    if importlib.util.find_spec(module) is None:
        return None
    finder: Callable[..., Iterable[Mention]] = importlib.import_module(module).find
    return finder


def candidates(document: Document) -> list[Mention]:
    """What the first pass puts forward; overlapping."""
    found: list[Mention] = []
    for name in FIRST_PASS:
        finder = _finder(name)
        if finder is not None:
            found.extend(finder(document))
    return found


def resolve(mentions: Iterable[Mention]) -> list[Mention]:
    """The longest mentions that do not overlap, in text order; of equal ones that of the more telling kind."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first - m.last, _RANK[m.kind], m.first, m.reason)):
        place = range(mention.first, mention.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)


def find(document: Document) -> Reading:
    """All mentions of the document, sorted and without overlap."""
    found: Sequence[Mention] = candidates(document)
    persons = _finder("persons")
    if persons is not None:
        found = [*found, *persons(document, found)]
    standing = resolve(found)
    meetings = _finder("meetings")
    if meetings is not None:
        standing = resolve([*standing, *meetings(document, standing)])
    return Reading(document, tuple(standing))
