"""Whether a spot and a meeting may be of the same days."""

from __future__ import annotations

from ingest.mentions.meetings.date.deed_day import DEED_DAY, beside
from ingest.mentions.meetings.date.ending_day import ENDING_DAY, within_days
from ingest.mentions.meetings.date.undated import comparable
from ingest.mentions.meetings.scene import Scene
from ingest.mentions.meetings.traits import Reading, Traits, body_key, time_of, told_then
from kg.claim import PartialDate


def same_days(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """How well the days of a spot fit those of a meeting; None where they are others."""
    mine = time_of(reading.details)
    if mine is None:
        return 0.0
    told = told_then(reading.details)
    latest, again = None, any(_same_time(mine, other) for other in candidate.times)
    for other, then in candidate.times.items():
        if not comparable(mine[0], other[0]):
            continue
        over = (told == ENDING_DAY and within_days(other[0], mine[0])) or (
            then == ENDING_DAY and within_days(mine[0], other[0])
        )
        done = DEED_DAY in (told, then) and beside(mine[0], other[0]) and (again or _only_named(candidate, reading))
        if not (over or done or _same_time(mine, other)):
            return None
        latest = other[0]
    if latest is None:
        return 0.0
    if mine[0].month is None or latest.month is None:
        return 0.2
    return 0.8 if mine[0] == latest else 0.4


def _only_named(candidate: Traits, reading: Reading) -> bool:
    """Whether a spot says nothing by which its meeting might be another: "أمام القمة", where a summit is spoken of."""
    details = reading.details
    own = details.place or details.edition or details.partners or body_key(details) not in (None, candidate.body_key)
    kinds = {"other", *candidate.kinds}
    return not own and reading.spot.noun.lemma in candidate.lemmas and details.kind in kinds


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
