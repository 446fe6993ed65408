"""Partial dates as stretches of days, so that "May 2022", "11 May 2022" and "2022" can be held against each other."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last possible day; `precision` is 4 (year), 7 (month) or 10 (day), as the length of the ISO form."""

    first: date
    last: date
    precision: int

    def gap(self, other: Stretch) -> int:
        """Days between two stretches; 0 where they touch or overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def stretch(text: str | None) -> Stretch | None:
    """The days an ISO form at year, month or day precision stands for; None where it is no date."""
    if not text:
        return None
    try:
        parts = [int(part) for part in text[:10].split("-")]
        if len(parts) == 1:
            return Stretch(date(parts[0], 1, 1), date(parts[0], 12, 31), 4)
        if len(parts) == 2:
            year, month = parts
            return Stretch(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), 7)
        day = date(parts[0], parts[1], parts[2])
    except (ValueError, TypeError):
        return None
    return Stretch(day, day, 10)


def run(start: str | None, end: str | None) -> Stretch | None:
    """From the first day of `start` to the last day of `end`, where both are known."""
    first, last = stretch(start), stretch(end)
    if first and last and first.precision == last.precision == 10 and first.first <= last.last:
        return Stretch(first.first, last.last, 10)
    return first or last


def months(span: Stretch) -> list[str]:
    """The months a stretch touches, as YYYY-MM."""
    found = []
    year, month = span.first.year, span.first.month
    while (year, month) <= (span.last.year, span.last.month):
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
