"""Calendar arithmetic on partial dates. Everything is computed from the arguments; there is no clock."""

from __future__ import annotations

import calendar
import datetime as dt

from hijridate import Hijri

from kg.claim import PartialDate


def to_day(date: PartialDate | None) -> dt.date | None:
    """The day, if the partial date has one."""
    if date is None or date.month is None or date.day is None:
        return None
    return dt.date(date.year, date.month, date.day)


def partial(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def valid(year: int, month: int, day: int) -> PartialDate | None:
    """The date, or None where the calendar has no such day."""
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return PartialDate(year, month, day)
    return None


def shift_month(year: int, month: int, by: int) -> PartialDate:
    index = year * 12 + month - 1 + by
    return PartialDate(index // 12, index % 12 + 1)


def nearest_year(month: int, day: int | None, reference: PartialDate) -> int:
    """The year that brings the month (and day) nearest to the reference date; its own year if that knows no month."""
    if reference.month is None:
        return reference.year
    here = reference.month * 31 + (reference.day or 15)
    there = month * 31 + (day or 15)
    if there - here > 186:
        return reference.year - 1
    return reference.year + 1 if here - there > 186 else reference.year


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday (ISO, Monday 1) strictly after `day`."""
    return day + dt.timedelta((weekday - day.isoweekday() - 1) % 7 + 1)


def weekday_before(day: dt.date, weekday: int) -> dt.date:
    """The last such weekday strictly before `day`."""
    return day - dt.timedelta((day.isoweekday() - weekday - 1) % 7 + 1)


def common(first: dt.date, last: dt.date) -> PartialDate:
    """The finest partial date that holds for every day of the stretch: its month, or its year."""
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(first.year, first.month)
    return PartialDate(first.year)


def from_hijri(year: int, month: int, day: int) -> PartialDate | None:
    """The Gregorian day (Umm al-Qura calendar), or None outside 1343 to 1500 AH."""
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return PartialDate(converted.year, converted.month, converted.day)


def hijri_stretch(year: int, month: int | None) -> PartialDate | None:
    """The finest Gregorian partial date that contains the Hijri month; for a Hijri year the year that holds most of it."""
    if month is None:
        middle = from_hijri(year, 7, 1)
        return None if middle is None else PartialDate(middle.year)
    first, last = from_hijri(year, month, 1), from_hijri(year, month, 29)
    if first is None or last is None:
        return None
    return PartialDate(first.year, first.month) if last.month == first.month else PartialDate(first.year)
