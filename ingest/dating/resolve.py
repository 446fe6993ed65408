"""From a date expression to calendar dates, against the reference date of the article.

Precision is kept and never invented: what cannot be known stays None, what is known only to the month stays a month.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest.dating import relative
from ingest.dating.calendar import (
    from_hijri,
    hijri_stretch,
    nearest_year,
    shift_month,
    to_day,
    valid,
)
from ingest.dating.classes import Item
from ingest.dating.grammar import Match
from ingest.dating.resolved import UNRESOLVED, Context, Resolved, value
from kg.claim import PartialDate


def resolve(match: Match, context: Context) -> Resolved | None:
    """The value of a match; None where it turns out to be no date (day 31 of February, an impossible month number)."""
    return _RESOLVERS[match.resolve](match.parts, context)


def _year(parts: Mapping[str, Item], month: int, day: int | None, context: Context) -> tuple[int | None, str]:
    """The year of a month and how it is known."""
    year = value(parts, "year")
    if year is not None:
        return year, "text"
    if "sameyear" in parts and context.year is not None:
        return context.year, "text"  # "سنة 2014 … في جوان من السنة ذاتها"
    reference = context.reference
    if reference is None:
        return None, "unresolved"
    relative = value(parts, "yrel")
    if relative is not None or "thisyear" in parts:
        return reference.year + (relative or 0), "reference"
    step = value(parts, "mrel")
    if step and reference.month is not None:
        # "مايو الماضي" is the last May before this month; with a day the same month of the reference may be meant.
        later = month > reference.month or (month == reference.month and day is not None and _later(day, reference))
        if step > 0:
            return reference.year + (0 if later else 1), "reference"
        same = month == reference.month and day is not None and not later
        return reference.year - (0 if month < reference.month or same else 1), "reference"
    if step == 0 or step is not None:
        return reference.year, "reference"
    return nearest_year(month, day, reference), "reference" if reference.month is not None else "reference: year assumed"


def _later(day: int, reference: PartialDate) -> bool:
    return reference.day is not None and day > reference.day


def _day(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    month, day = parts["month"].value, parts["day"].value
    if valid(2000, month, day) is None:
        return None
    weekday = value(parts, "weekday")
    year, basis = _year(parts, month, day, context)
    if year is None:
        return UNRESOLVED
    if weekday is not None and "year" not in parts:
        year, basis = _year_by_weekday(year, month, day, weekday)
    start = valid(year, month, day)
    if start is None:
        return None
    given = to_day(start)
    if weekday is not None and "year" in parts and given is not None and given.isoweekday() != weekday:
        basis = "mismatch: weekday"
    end = None
    if "last" in parts:
        end = valid(year, month, parts["last"].value)
        if end is None or parts["last"].value <= day:
            return None
    return Resolved(start, end, basis)


def _year_by_weekday(year: int, month: int, day: int, weekday: int) -> tuple[int, str]:
    """The year next to the assumed one in which the weekday is right."""
    for candidate in (year, year - 1, year + 1):
        date = to_day(valid(candidate, month, day))
        if date is not None and date.isoweekday() == weekday:
            return candidate, "weekday"
    return year, "mismatch: weekday"


def _range(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    month, day = parts["month"].value, parts["day"].value
    month2, last = parts["month2"].value, parts["last"].value
    year2, basis = _year(parts, month2, last, context)
    if year2 is None:
        return UNRESOLVED
    year = value(parts, "year1") or (year2 - 1 if month > month2 else year2)
    start, end = valid(year, month, day), valid(year2, month2, last)
    if start is None or end is None or str(end) < str(start):
        return None
    return Resolved(start, end, basis)


def _day_of_month(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    reference = context.reference
    if reference is None or reference.month is None:
        return UNRESOLVED
    month = shift_month(reference.year, reference.month, value(parts, "mrel") or 0)
    start = valid(month.year, month.month or 1, parts["day"].value)
    end = valid(month.year, month.month or 1, parts["last"].value) if "last" in parts else None
    weekday, given = value(parts, "weekday"), to_day(start)
    agrees = weekday is None or given is None or given.isoweekday() == weekday
    return Resolved(start, end, "reference" if agrees else "mismatch: weekday") if start is not None else None


def _day_of_the_month(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    return _day_of_month(parts, Context(context.month or context.reference))


def _numeric(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    if "full" in parts:
        packed = parts["full"].value
        year, month, day = packed // 10000, packed // 100 % 100, packed % 100
    else:
        year, month, day = parts["year"].value, parts["monthnumber"].value, parts["day"].value
    if month > 12:
        month, day = day, month
    start, end = _numbered(year, month, day), _numbered(year, month, parts["last"].value) if "last" in parts else None
    if start is None or ("last" in parts and (end is None or parts["last"].value <= day)):
        return None
    return Resolved(start, end, "text")


def _numbered(year: int, month: int, day: int) -> PartialDate | None:
    """The day of either calendar that three numbers give."""
    if year < 1600:
        return from_hijri(year, month, day) if month <= 12 else None
    return valid(year, month, day)


def _hijri(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    year, month, day = value(parts, "year"), value(parts, "hmonth"), value(parts, "day")
    if year is None or year > 1600:
        return UNRESOLVED if year is None else None
    if month is None or day is None:
        stretch = hijri_stretch(year, month)
        return Resolved(stretch, None, "text") if stretch is not None else None
    start = from_hijri(year, month, day)
    end = from_hijri(year, month, parts["last"].value) if "last" in parts else None
    return Resolved(start, end, "text") if start is not None else None


def _month(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    year, basis = _year(parts, parts["month"].value, None, context)
    if year is None:
        return UNRESOLVED
    if year < 1600:
        return None
    if parts.get("mrel") is not None and context.reference is not None and context.reference.month is None:
        # "last June" seen from "some time in 2022" may be June 2021 or 2022; the year of the reference is the likelier.
        basis = "reference: within"
    return Resolved(PartialDate(year, parts["month"].value), None, basis)


def _month_range(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    month, month2 = parts["month"].value, parts["month2"].value
    year2, basis = _year(parts, month2, None, context)
    if year2 is None:
        return UNRESOLVED
    year = value(parts, "year1") or (year2 - 1 if month > month2 else year2)
    return Resolved(PartialDate(year, month), PartialDate(year2, month2), basis)


def _year_only(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    year, last = parts["year"].value, value(parts, "year2")
    if year < 1600:
        stretch = hijri_stretch(year, None)
        return Resolved(stretch, None, "text") if stretch is not None else None
    if last is not None and last <= year:
        return None
    return Resolved(PartialDate(year), PartialDate(last) if last is not None else None, "text")


_RESOLVERS: Mapping[str, Callable[[Mapping[str, Item], Context], Resolved | None]] = {
    "day": _day, "range": _range, "day_of_month": _day_of_month,
    "day_of_the_month": _day_of_the_month, "numeric": _numeric, "hijri": _hijri, "month": _month,
    "month_range": _month_range, "weekday": relative.weekday, "weekday_pair": relative.weekday_pair,
    "relative_day": relative.relative_day, "unit": relative.unit, "year": _year_only, "ago": relative.ago,
}
