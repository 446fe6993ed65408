"""The date an article speaks from.

Metadata come first. Where they lack the day (or everything), the text may still give it: a byline line, a dateline, or a
sentence that says which date "today" is. The reason is kept with the date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ingest.dating.calendar import partial, to_day, valid
from ingest.dating.reading import Found, read
from ingest.parts import Document, Reference, Sentence
from kg.claim import PartialDate

_BYLINE_LIMIT = 12  # tokens; a line with a full date that is no longer is a byline or a stamp
_PLACE = 3  # tokens in front of the day in a dateline: the place, "في"
_LATE = 2  # days after which what an agency writes is put on line
_AGENCY = "(/[-–—"  # what stands behind the day in a dateline
_DONE = frozenset(
    {"عقد", "عقدت", "انعقد", "انعقدت", "يعقد", "تعقد", "انطلق", "انطلقت", "افتتح", "افتتحت", "بدا", "بدات", "ولد", "ولدت",
        "توفي", "توفيت", "صدر", "صدرت", "نشر", "وقع", "وقعت", "حدث", "جري", "جرت", "شهد", "منذ", "قبل", "بعد", "حتي"}
)
"""In front of a day, of which something is told: no dateline."""
_HEAD = 6  # sentences from the top in which a byline or dateline may stand


def find_reference(document: Document) -> Reference:
    """The reference date and how it is known ("metadata", "byline", "inferred: …"), or Reference(None, "unknown")."""
    published, basis = document.article.published, document.article.published_basis
    if published is not None and published.day is not None:
        written = _dateline(document, published)
        return Reference(published, basis or "metadata") if written is None else Reference(written, "dateline")
    dates = [(s, list(read(document, s, published))) for s in document.sentences]
    candidates = (*_stamps(dates), *_todays(dates, published))
    for date, reason in candidates:
        if published is None or _agrees(date, published):
            return Reference(date, reason)
    return Reference(published, basis or "metadata") if published is not None else Reference(None, "unknown")


def _dateline(document: Document, published: PartialDate) -> PartialDate | None:
    """The day of an agency's dateline ("تونس 9 ماي (بنا) / شارك …") that went on line a day or two later."""
    day = to_day(published)
    for sentence in document.sentences[:_HEAD] if day is not None else ():
        for found in read(document, sentence, published):
            match = found.match
            if match.first - sentence.first > _PLACE or "month" not in match.parts or "day" not in match.parts:
                break
            if _DONE & {token.norm.removeprefix("و") for token in document.tokens[sentence.first : match.first]}:
                break
            mark = document.tokens[match.last].norm if match.last < sentence.last else ""
            written = to_day(found.value.start) if found.value.end is None else None
            if mark and mark in _AGENCY and written is not None and day is not None and 0 < (day - written).days <= _LATE:
                return partial(written)
            break
    return None


def _agrees(date: PartialDate, coarse: PartialDate) -> bool:
    return date.year == coarse.year and (coarse.month is None or coarse.month == date.month)


def _stamps(dates: Sequence[tuple[Sentence, list[Found]]]) -> list[tuple[PartialDate, str]]:
    """Short lines near the top that hold one complete date, and datelines ("الرباط - 9 ماي 2022 - …")."""
    found = []
    for sentence, expressions in dates[:_HEAD]:
        whole = [f for f in expressions if _complete(f)]
        start = whole[0].value.start if len(whole) == 1 else None
        if start is not None and sentence.last - sentence.first <= _BYLINE_LIMIT and _is_stamp(whole[0], sentence):
            found.append((start, "byline"))
    return found


def _complete(found: Found) -> bool:
    value = found.value
    return value.basis == "text" and value.end is None and to_day(value.start) is not None


def _is_stamp(found: Found, sentence: Sentence) -> bool:
    """A stamp is hardly more than the date itself; a headline with a date in it has more words."""
    return sentence.last - sentence.first - (found.match.last - found.match.first) <= 5


def _todays(
    dates: Sequence[tuple[Sentence, list[Found]]], published: PartialDate | None
) -> list[tuple[PartialDate, str]]:
    """Expressions that say which date "today" is, the year perhaps by its weekday; failing these, which month this is."""
    found = []
    months = []
    told = (f.value for _, expressions in dates for f in expressions if f.value.basis == "text")
    latest = max((value.start.year for value in told if value.start is not None), default=None)
    for f in (f for _, expressions in dates for f in expressions):
        parts, start = f.match.parts, f.value.start
        this_month = "mrel" in parts and parts["mrel"].value == 0 and "month" in parts
        if this_month and start is not None and published is not None and published.month is None:
            months.append((PartialDate(published.year, parts["month"].value), "inferred: the text says which month this is"))
        if f.match.pattern != "day_of_month_name" or "today" not in parts:
            continue
        day = to_day(start)
        if day is not None and f.value.basis in ("text", "weekday"):
            today = partial(day - dt.timedelta(parts["today"].value))
            found.append((today, "inferred: the text says which day today is"))
        elif published is None and latest is not None and "weekday" in parts and parts["today"].value == 0:
            found.extend(_by_weekday(parts["month"].value, parts["day"].value, parts["weekday"].value, latest))
    return [*found, *months]


def _by_weekday(month: int, day: int, weekday: int, latest: int) -> list[tuple[PartialDate, str]]:
    """The year in which the weekday of "today" is right: the latest year the text names, or the one after it."""
    fitting = []
    for year in (latest, latest + 1):
        date = valid(year, month, day)
        as_day = to_day(date)
        if date is not None and as_day is not None and as_day.isoweekday() == weekday:
            fitting.append((date, "inferred: year from the weekday of today's date"))
    return fitting if len(fitting) == 1 else []
