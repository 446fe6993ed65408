"""From a date expression to calendar dates, against the reference date of the article.

Precision is kept and never invented: what cannot be known stays None, what is known only to the month stays a month.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ingest.dating.calendar import (
    common,
    from_hijri,
    hijri_stretch,
    nearest_year,
    partial,
    shift_month,
    to_day,
    valid,
    weekday_after,
    weekday_before,
)
from ingest.dating.classes import Item
from ingest.dating.grammar import Match
from kg.claim import PartialDate


@dataclass(frozen=True, slots=True)
class Resolved:
    """Start and end (inclusive) of what the expression names.

    `basis`: "text" (complete in the text), "weekday" (the weekday gave or confirmed it), "reference" (computed from the
    reference date), "reference: within" (only the period it lies in is known), "unresolved", "mismatch: weekday".
    """

    start: PartialDate | None
    end: PartialDate | None
    basis: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against: the reference date and, for bare weekdays, whether the clause looks ahead."""

    reference: PartialDate | None
    ahead: bool = False


UNRESOLVED = Resolved(None, None, "unresolved")


def resolve(match: Match, context: Context) -> Resolved | None:
    """The value of a match; None where it turns out to be no date (day 31 of February, an impossible month number)."""
    return _RESOLVERS[match.resolve](match.parts, context)


def _value(parts: Mapping[str, Item], name: str) -> int | None:
    item = parts.get(name)
    return None if item is None else item.value


def _year(parts: Mapping[str, Item], month: int, day: int | None, context: Context) -> tuple[int | None, str]:
    """The year of a month and how it is known."""
    year = _value(parts, "year")
    if year is not None:
        return year, "text"
    reference = context.reference
    if reference is None:
        return None, "unresolved"
    relative = _value(parts, "yrel")
    if relative is not None or "thisyear" in parts:
        return reference.year + (relative or 0), "reference"
    step = _value(parts, "mrel")
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
    weekday = _value(parts, "weekday")
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
    year = _value(parts, "year1") or (year2 - 1 if month > month2 else year2)
    start, end = valid(year, month, day), valid(year2, month2, last)
    if start is None or end is None or str(end) < str(start):
        return None
    return Resolved(start, end, basis)


def _day_of_month(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    reference = context.reference
    if reference is None or reference.month is None:
        return UNRESOLVED
    month = shift_month(reference.year, reference.month, _value(parts, "mrel") or 0)
    start = valid(month.year, month.month or 1, parts["day"].value)
    end = valid(month.year, month.month or 1, parts["last"].value) if "last" in parts else None
    weekday, given = _value(parts, "weekday"), to_day(start)
    agrees = weekday is None or given is None or given.isoweekday() == weekday
    return Resolved(start, end, "reference" if agrees else "mismatch: weekday") if start is not None else None


def _numeric(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    if "full" in parts:
        packed = parts["full"].value
        year, month, day = packed // 10000, packed // 100 % 100, packed % 100
    else:
        year, month, day = parts["year"].value, parts["monthnumber"].value, parts["day"].value
    if month > 12:
        month, day = day, month
    if year < 1600:
        start = from_hijri(year, month, day) if month <= 12 else None
    else:
        start = valid(year, month, day)
    return Resolved(start, None, "text") if start is not None else None


def _hijri(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    year, month, day = _value(parts, "year"), _value(parts, "hmonth"), _value(parts, "day")
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
    year = _value(parts, "year1") or (year2 - 1 if month > month2 else year2)
    return Resolved(PartialDate(year, month), PartialDate(year2, month2), basis)


def _one_weekday(weekday: int, relative: int | None, today: dt.date, ahead: bool) -> dt.date:
    if relative:
        first = weekday_after(today, weekday) if relative > 0 else weekday_before(today, weekday)
        return first + dt.timedelta(7 * (relative - (1 if relative > 0 else -1)))
    if today.isoweekday() == weekday:
        return today
    return weekday_after(today, weekday) if ahead or relative == 0 else weekday_before(today, weekday)


def _weekday(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    weekday = parts["weekday"].value
    today = to_day(context.reference)
    if today is None:
        named = _value(parts, "today")
        return Resolved(context.reference, None, "reference: within") if named is not None else _within(context)
    if "today" in parts:
        date = today + dt.timedelta(parts["today"].value)
        if date.isoweekday() == weekday:
            return Resolved(partial(date), None, "weekday")
        # Pages are stamped when they are put on line: a day or two after "today". Never before it.
        written = weekday_before(today, weekday)
        behind = (date - written).days
        return Resolved(partial(written), None, "weekday") if behind <= 2 else Resolved(None, None, "mismatch: weekday")
    if "weekrel" in parts:
        monday = today - dt.timedelta(today.isoweekday() - 1) + dt.timedelta(7 * parts["weekrel"].value)
        return Resolved(partial(monday + dt.timedelta(weekday - 1)), None, "reference")
    date = _one_weekday(weekday, _value(parts, "wrel"), today, context.ahead)
    return Resolved(partial(date), None, "reference" if "wrel" in parts else "reference: weekday")


def _within(context: Context) -> Resolved:
    """Some day near a reference that is known only to the month or year: the year holds, except around New Year."""
    reference = context.reference
    if reference is None or reference.month in (1, 12):
        return UNRESOLVED
    return Resolved(PartialDate(reference.year), None, "reference: within")


def _weekday_pair(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    today = to_day(context.reference)
    if today is None:
        return _within(context)
    first = _one_weekday(parts["weekday"].value, _value(parts, "wrel"), today, context.ahead)
    last = weekday_after(first, parts["weekday2"].value)
    relative = _value(parts, "wrel")
    if relative is not None and relative < 0 and last >= today:
        first, last = first - dt.timedelta(7), last - dt.timedelta(7)
    return Resolved(partial(first), partial(last), "reference")


def _relative_day(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    today = to_day(context.reference)
    if today is not None:
        return Resolved(partial(today + dt.timedelta(parts["today"].value)), None, "reference")
    if parts["today"].value == 0 and context.reference is not None:
        return Resolved(context.reference, None, "reference: within")
    return _within(context)


def _unit(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    reference, step, unit = context.reference, _value(parts, "urel") or 0, parts["unit"].name
    if reference is None:
        return UNRESOLVED
    if unit in ("YEARWORD", "SEASON"):
        return Resolved(PartialDate(reference.year + step), None, "reference") if unit == "YEARWORD" else _within(context)
    if unit == "MONTHWORD":
        if reference.month is None:
            return _within(context)
        return Resolved(shift_month(reference.year, reference.month, step), None, "reference")
    today = to_day(reference)
    if today is None:
        return _within(context)
    monday = today - dt.timedelta(today.isoweekday() - 1) + dt.timedelta(7 * step)
    return Resolved(common(monday - dt.timedelta(2), monday + dt.timedelta(6)), None, "reference: within")


def _year_only(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    year, last = parts["year"].value, _value(parts, "year2")
    if year < 1600:
        stretch = hijri_stretch(year, None)
        return Resolved(stretch, None, "text") if stretch is not None else None
    if last is not None and last <= year:
        return None
    return Resolved(PartialDate(year), PartialDate(last) if last is not None else None, "text")


def _ago(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    unit = parts.get("dual") or parts["unit"]
    count = 2 if "dual" in parts else parts["count"].value
    reference, today = context.reference, to_day(context.reference)
    if reference is None:
        return UNRESOLVED
    if unit.name in ("DUALYEARS", "YEARUNIT", "YEARSWORD", "YEARWORD"):
        return Resolved(PartialDate(reference.year - count), None, "reference") if count < reference.year else None
    if unit.name in ("DUALMONTHS", "MONTHUNIT", "MONTHSWORD"):
        if reference.month is None:
            return UNRESOLVED
        return Resolved(shift_month(reference.year, reference.month, -count), None, "reference")
    if today is None or count > 400:
        return _within(context)
    days = 7 * count if unit.name == "DUALWEEKS" else count
    date = today - dt.timedelta(days)
    start = partial(date) if days < 14 else PartialDate(date.year, date.month)
    return Resolved(start, None, "reference")


_RESOLVERS: Mapping[str, Callable[[Mapping[str, Item], Context], Resolved | None]] = {
    "day": _day, "range": _range, "day_of_month": _day_of_month, "numeric": _numeric, "hijri": _hijri, "month": _month,
    "month_range": _month_range, "weekday": _weekday, "weekday_pair": _weekday_pair, "relative_day": _relative_day,
    "unit": _unit, "year": _year_only, "ago": _ago,
}
