"""Date mentions: every way Arabic papers write a date, resolved against the reference date of the article."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.dating.reading import Found, month_of, read
from ingest.mention import DateValue, Kind, Mention
from ingest.mentions.gazetteer import name_span
from ingest.parts import Document, Zone
from kg.claim import PartialDate


def find(document: Document) -> list[Mention]:
    """The dates of titles and body text, in order, not overlapping.

    The tokens cover the whole expression (weekday, day, month, second month name, year) without its preposition. A date
    that cannot be resolved is a mention all the same; its DateValue has no start, and its basis says why. `tags` holds
    the name of the pattern, and "range" where start and end are two days.
    """
    return list(_find(document))


def _find(document: Document) -> Iterator[Mention]:
    month: PartialDate | None = None
    for sentence in document.sentences:
        if sentence.zone is not Zone.BOILERPLATE:
            for found in read(document, sentence, document.reference.date, month):
                month = month_of(found) or month
                yield _mention(document, found)


def _mention(document: Document, found: Found) -> Mention:
    match, value = found.match, found.value
    name = name_span(document, match.first, match.last, len(match.prefix))
    tags = {match.pattern} | ({"range"} if value.end is not None else set())
    return Mention(
        Kind.DATE, match.first, match.last, name, None, f"date.{match.pattern}", prefix=match.prefix,
        date=DateValue(value.start, value.end, value.basis), tags=frozenset(tags),
    )
