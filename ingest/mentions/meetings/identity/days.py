"""Whether a spot and a meeting may be of the same days."""

from __future__ import annotations

from ingest.mentions.meetings.date.ending_day import within_days
from ingest.mentions.meetings.date.undated import comparable
from ingest.mentions.meetings.scene import Scene
from ingest.mentions.meetings.traits import Reading, Traits, ends_then, time_of
from kg.claim import PartialDate


def same_days(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """How well the days of a spot fit those of a meeting; None where they are others."""
    mine = time_of(reading.details)
    if mine is None:
        return 0.0
    ends = ends_then(reading.details)
    latest = None
    for other, ended in candidate.times.items():
        if not comparable(mine[0], other[0]):
            continue
        over = (ends and within_days(other[0], mine[0])) or (ended and within_days(mine[0], other[0]))
        if not (over or _same_time(mine, other)):
            return None
        latest = other[0]
    if latest is None:
        return 0.0
    if mine[0].month is None or latest.month is None:
        return 0.2
    return 0.8 if mine[0] == latest else 0.4


def _same_time(one: tuple[PartialDate, int | None], two: tuple[PartialDate, int | None]) -> bool:
    """May two dates or ranges mean the same meeting?"""
    (a, until), (b, end) = one, two
    if a.year != b.year:
        return False
    if a.month is None or b.month is None:
        return True
    if a.month != b.month:
        return False
    if a.day is None or b.day is None:
        return True
    return a.day <= (end or 0) and b.day <= (until or 0)
