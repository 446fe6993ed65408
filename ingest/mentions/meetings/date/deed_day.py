"""The day on which something was done at a meeting that is only named: "ألقى الملك، اليوم، خطابا أمام القمة".

It is one of the days of the meeting. A meeting of which another day beside it is told may well be the same one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ingest.dating.calendar import to_day
from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from kg.claim import PartialDate

_BESIDE = dt.timedelta(days=2)

DEED_DAY = "deed_day"


def is_deed_day(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Is a day in front of a meeting that of what was done "before", "during" or "at the close of" it?"""
    value = date.date
    if value is None or value.end is not None or value.start is None or value.start.day is None or date.last > spot.first:
        return False
    if spot.verb or not spot.anaphoric or bare(scene.norm(spot.first - 1)) not in words("done_at"):
        return False
    return not any(scene.at(i) is None and is_holding(scene.norm(i)) for i in range(spot.sentence.first, spot.first))


def marked(scene: Scene, spot: Spot, date: Mention | None) -> Mention | None:
    """The date of a spot, marked where it is only that of what was done there."""
    if date is None or not is_deed_day(scene, spot, date):
        return date
    return replace(date, tags=date.tags | {DEED_DAY})


def beside(day: PartialDate, other: PartialDate) -> bool:
    """May one meeting have been held on the two days?"""
    one, two = to_day(day), to_day(other)
    return one is not None and two is not None and abs(two - one) <= _BESIDE
