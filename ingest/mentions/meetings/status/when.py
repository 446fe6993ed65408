"""Whether a date lies behind the day of the article or before it."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.date.undated import today_of
from ingest.parts import Document
from kg.claim import PartialDate


def beside_today(document: Document, date: Mention | None) -> int:
    """1 where a date lies surely behind the day of the article, -1 where surely before it, 0 where that is open."""
    return compare(date, today_of(document, date))


def compare(date: Mention | None, reference: PartialDate | None) -> int:
    """1 where a date lies surely behind the reference date, -1 where surely before it, 0 where that is open."""
    if date is None or date.date is None or date.date.start is None or reference is None:
        return 0
    start, end = date.date.start, date.date.end or date.date.start
    steps = zip(*((d.year, d.month, d.day) for d in (start, end, reference)), strict=True)
    for mine, last, other in steps:
        if mine is None or last is None or other is None:
            return 0
        if mine > other:
            return 1
        if last < other:
            return -1
        if mine != last:
            return 0
    return 0


def by_today(told: int, *, agreed: bool) -> list[tuple[str, float]]:
    """The status of a meeting by such a day, and how sure: that what was agreed on was held is told elsewhere, or not."""
    if agreed:
        return [("planned", 4.5 if told > 0 else 4.45 if told else 4.2)]
    return [("planned" if told > 0 else "held", 4.5)] if told else []
