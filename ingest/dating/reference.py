"""The date an article speaks from.

Metadata come first. Where they lack the day (or everything), the text may still give it: a byline line, a dateline, or a
sentence that says which date "today" is. The reason is kept with the date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.dating.calendar import partial, to_day, valid
from ingest.dating.reading import Found, read
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.parts import Document, Reference, Sentence, Zone
from kg.claim import PartialDate

_BYLINE_LIMIT = 12  # tokens; a line with a full date that is no longer is a byline or a stamp
_HEAD = 6  # sentences from the top in which a byline or dateline may stand
_DATELINE, _BEFORE_DAY = 14, 6  # tokens of a dateline, and those in front of its day
_LATE = dt.timedelta(2)  # a page is stamped when it is put on line, up to two days later
_COUNTED_FROM = frozenset({"منذ", "حتي", "قبل", "بعد"})  # in front of a day of which something is told
_SET_OFF = frozenset("-–—/(:")  # behind the day of a dateline


def find_reference(document: Document) -> Reference:
    """The reference date and how it is known ("metadata", "byline", "inferred: …"), or Reference(None, "unknown")."""
    published, basis = document.article.published, document.article.published_basis
    if published is not None and published.day is not None:
        written = next(_datelines(document, published), None)
        return Reference(published, basis or "metadata") if written is None else Reference(written, "dateline")
    dates = [(s, list(read(document, s, published))) for s in document.sentences]
    candidates = (*_stamps(dates), *_todays(dates, published))
    for date, reason in candidates:
        if published is None or _agrees(date, published):
            return Reference(date, reason)
    return Reference(published, basis or "metadata") if published is not None else Reference(None, "unknown")


def _datelines(document: Document, published: PartialDate) -> Iterator[PartialDate]:
    """ "الدوحة في 8 مايو /وكالة/ …", "بيروت 7 أيار (وكالة) …": the day on which a dispatch was written."""
    day, norms = to_day(published), document.norms
    for sentence in document.sentences[:_HEAD]:
        head = range(sentence.first, min(sentence.first + _DATELINE, sentence.last))
        if day is None or sentence.zone is not Zone.BODY or not any(norms[i] in "-–—/(:" for i in head):
            continue
        if norms[sentence.first] not in _cities() or not any(norms[i].isdigit() for i in head):
            continue
        for found in read(document, sentence, published):
            start = to_day(found.value.start)
            far = found.match.first > sentence.first + _BEFORE_DAY or norms[found.match.first - 1] in _COUNTED_FROM
            if start is None or found.value.end is not None or far:
                break
            ends = norms[found.match.last] if found.match.last < sentence.last else ""
            if ends in _SET_OFF and dt.timedelta(0) < day - start <= _LATE:
                yield partial(start)
            break


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """The first words of the names of places and countries."""
    names = (row["label_ar"] for file in ("places.tsv", "countries.tsv") for row in read_tsv(file))
    return frozenset(fold(name).split()[0] for name in names if name.strip())


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
