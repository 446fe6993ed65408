"""Dates that are told from the reference date: weekdays, yesterday, last month, two years ago."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ingest.dating.calendar import common, partial, shift_month, to_day, weekday_after, weekday_before
from ingest.dating.classes import Item
from ingest.dating.resolved import UNRESOLVED, Context, Resolved, value
from kg.claim import PartialDate


def _one_weekday(weekday: int, relative: int | None, today: dt.date, context: Context) -> dt.date:
    if relative:
        first = weekday_after(today, weekday) if relative > 0 else weekday_before(today, weekday)
        return first + dt.timedelta(7 * (relative - (1 if relative > 0 else -1)))
    if today.isoweekday() == weekday and not context.later:
        return today
    return weekday_after(today, weekday) if context.ahead or relative == 0 else weekday_before(today, weekday)


def weekday(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    weekday = parts["weekday"].value
    today = to_day(context.reference)
    if today is None:
        named = value(parts, "today")
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
    date = _one_weekday(weekday, value(parts, "wrel"), today, context)
    return Resolved(partial(date), None, "reference" if "wrel" in parts else "reference: weekday")


def _within(context: Context) -> Resolved:
    """Some day near a reference that is known only to the month or year: the year holds, except around New Year."""
    reference = context.reference
    if reference is None or reference.month in (1, 12):
        return UNRESOLVED
    return Resolved(PartialDate(reference.year), None, "reference: within")


def weekday_pair(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    today = to_day(context.reference)
    if today is None:
        return _within(context)
    if "today" in parts:
        return _from_today(parts, context, today)
    first = _one_weekday(parts["weekday"].value, value(parts, "wrel"), today, context)
    last = weekday_after(first, parts["weekday2"].value)
    relative = value(parts, "wrel")
    if relative is not None and relative < 0 and last >= today:
        first, last = first - dt.timedelta(7), last - dt.timedelta(7)
    return Resolved(partial(first), partial(last), "reference")


def _from_today(parts: Mapping[str, Item], context: Context, today: dt.date) -> Resolved:
    """ "من غد [الخميس] إلى السبت": from a day told by today to the weekday behind it."""
    began = weekday(parts, context) if "weekday" in parts else Resolved(
        partial(today + dt.timedelta(parts["today"].value)), None, "reference"
    )
    first = to_day(began.start) if began is not None and began.start is not None else None
    if first is None:
        return UNRESOLVED
    return Resolved(partial(first), partial(weekday_after(first, parts["weekday2"].value)), "reference")


def relative_day(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    today = to_day(context.reference)
    if today is not None:
        return Resolved(partial(today + dt.timedelta(parts["today"].value)), None, "reference")
    if parts["today"].value == 0 and context.reference is not None:
        return Resolved(context.reference, None, "reference: within")
    return _within(context)


def unit(parts: Mapping[str, Item], context: Context) -> Resolved | None:
    reference, step, unit = context.reference, value(parts, "urel") or 0, parts["unit"].name
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


def ago(parts: Mapping[str, Item], context: Context) -> Resolved | None:
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
