"""The days of an article whose date nobody knows: "أمس", "الأربعاء المقبل", "22 مارس", told in calendars of their own.

They say what is over, what is to come and which meetings were on different days. No claim tells of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.dating.calendar import partial, weekday_after
from ingest.dating.grammar import in_sentence
from ingest.dating.reading import Found, read
from ingest.mention import DateValue, Kind, Mention
from ingest.parts import Document, Zone
from kg.claim import PartialDate

_FROM_TODAY, _BY_WEEKDAY, _BY_MONTH, _OF_THE_MONTH = 100, 300, 500, 700  # the year in the middle of each calendar
_YEARS = 200  # of a calendar
_KNOWN = 1000  # the first year that an article may tell
_TODAY = dt.date(_FROM_TODAY, 6, 15)
_CALENDARS = {
    "relative_day": _FROM_TODAY,
    "unit": _FROM_TODAY,
    "ago": _FROM_TODAY,
    "weekday": _BY_WEEKDAY,
    "weekday_pair": _BY_WEEKDAY,
    "day": _BY_MONTH,
    "range": _BY_MONTH,
    "month": _BY_MONTH,
    "day_of_month": _OF_THE_MONTH,
}


def with_days(document: Document, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, the days among them that cannot be dated read in a calendar of their own."""
    if document.reference.date is not None or all(map(_is_dated, mentions)):
        return mentions
    days = dict(_days(document))
    return [m if _is_dated(m) else replace(m, date=days.get(m.first, m.date)) for m in mentions]


def is_undated(date: PartialDate) -> bool:
    """Is a date one of a calendar of its own?"""
    return date.year < _KNOWN


def comparable(one: PartialDate, other: PartialDate) -> bool:
    """Are two dates told in one calendar?"""
    return (one.year >= _KNOWN) == (other.year >= _KNOWN) and (one.year >= _KNOWN or _middle(one) == _middle(other))


def without_day(mention: Mention | None) -> Mention | None:
    """A date that can be told; None for a day of a calendar of its own."""
    start = mention.date.start if mention is not None and mention.date is not None else None
    return None if start is not None and is_undated(start) else mention


def is_day_told(mention: Mention) -> bool:
    """Is a mention a day, in whichever calendar?"""
    start = mention.date.start if mention.kind is Kind.DATE and mention.date is not None else None
    return start is not None and start.day is not None


def today_of(document: Document, date: Mention | None) -> PartialDate | None:
    """The day of the article in the calendar of a date."""
    start = date.date.start if date is not None and date.date is not None else None
    if start is None or not is_undated(start):
        return document.reference.date
    year = _middle(start)
    return partial((_today(document) or _TODAY).replace(year=year)) if year in (_FROM_TODAY, _BY_WEEKDAY) else None


def _middle(date: PartialDate) -> int:
    return date.year // _YEARS * _YEARS + _YEARS // 2


def _is_dated(mention: Mention) -> bool:
    return mention.kind is not Kind.DATE or mention.date is None or mention.date.start is not None


def _days(document: Document) -> Iterator[tuple[int, DateValue]]:
    """The days that nobody can date, by their first token."""
    today = _today(document)
    for sentence in document.sentences:
        matches = in_sentence(document, sentence) if sentence.zone is not Zone.BOILERPLATE else ()
        for year in sorted({_calendar(match.resolve, today) for match in matches} - {0}):
            reference = partial((today or _TODAY).replace(year=year))
            for found in read(document, sentence, reference):
                if _calendar(found.match.resolve, today) == year and (value := _value(found, year)) is not None:
                    yield found.match.first, value


def _calendar(resolve: str, today: dt.date | None) -> int:
    """The calendar of a way to tell a day, 0 for those that need none."""
    year = _CALENDARS.get(resolve, 0)
    return _FROM_TODAY if today is not None and year == _BY_WEEKDAY else year


def _value(found: Found, year: int) -> DateValue | None:
    start, end = found.value.start, found.value.end
    if start is None or not is_undated(start):
        return None
    if year == _BY_MONTH:  # whichever year it is
        start, end = replace(start, year=year), replace(end, year=year) if end is not None else None
    return DateValue(start, end if end is None or str(start) < str(end) else None, "undated")


def _today(document: Document) -> dt.date | None:
    """A today of the weekday that the article gives it: "اليوم الاثنين", "أمس الأحد"; None where it gives none."""
    return document.once("today of its own", lambda: _told_today(document))


def _told_today(document: Document) -> dt.date | None:
    for sentence in document.sentences:
        for match in in_sentence(document, sentence):
            parts = match.parts
            if "today" in parts and "weekday" in parts:
                weekday = (parts["weekday"].value - parts["today"].value - 1) % 7 + 1
                return weekday_after(_TODAY, weekday)
    return None
