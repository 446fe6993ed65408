"""Finds what an article talks about: each mention is a span with the thing it stands for.

Two passes. First the finders that need the document alone (countries, organizations, coalitions, places, dates, numbers)
put forward candidates, which may overlap. Then persons are read over them, because a person phrase takes up the country
and the body of the office ("الأمين العام لحلف الناتو ينس ستولتنبرغ"). Overlaps are settled, and meetings are read over
what stands. English and French articles are read by `ingest.latin`.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from ingest import latin
from ingest.document import Document
from ingest.mentions.mention import Mention, Reading
from ingest.mentions.settled import resolve

FIRST_PASS = ("countries", "organizations", "coalitions", "places", "dates", "numbers")


@cache
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


def find(document: Document) -> Reading:
    """All mentions of the document, sorted and without overlap."""
    if document.language in latin.LANGUAGES:
        whole: Callable[[Document], Reading] = importlib.import_module("ingest.latin.reading").find
        return whole(document)
    found: Sequence[Mention] = candidates(document)
    if (realms := _finder("realms")) is not None:
        found = [*found, *realms(document, found)]
    persons = _finder("persons")
    if persons is not None:
        found = [*found, *persons(document, found)]
    standing = resolve(found)
    meetings = _finder("meetings")
    if meetings is not None:
        standing = resolve([*standing, *meetings(document, standing)])
    return Reading(document, tuple(standing))
