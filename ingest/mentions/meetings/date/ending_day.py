"""The day on which a meeting ends: "اختتمت القمة اليوم", "انتهى السبت الاجتماع". It may have begun days before."""

from __future__ import annotations

import datetime as dt

from ingest.dating.calendar import to_day
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.mention import Mention
from kg.claim import PartialDate

_FRONT = 6  # tokens in front of a spot in which the verb of ending stands
_LONGEST = dt.timedelta(days=10)

ENDING_DAY = "ending_day"


def is_ending_day(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Does a verb or noun of ending govern the spot and the day?"""
    if date.date is None or date.date.end is not None:
        return False
    if any(scene.norm(i) in words("closing") for i in range(spot.first + 1, spot.last)):
        return True  # "خاطب اليوم الجلسة الختامية للمؤتمر"
    first = max(min(spot.first, date.first) - _FRONT, spot.sentence.first)
    for index in range(first, max(spot.first, date.first)):
        word = bare(scene.norm(index))
        if scene.at(index) is None and (word in words("ending") or word.removeprefix("س") in words("ending")):
            between = range(index + 1, spot.first)
            return not any(scene.norm(i) in ".؛:" or (scene.noun(i) is not None and scene.at(i) is None) for i in between)
    return False


def within_days(day: PartialDate, ending: PartialDate) -> bool:
    """May a meeting of the one day have ended on the other?"""
    one, two = to_day(day), to_day(ending)
    return one is not None and two is not None and dt.timedelta(0) <= two - one <= _LONGEST
