"""The day on which a meeting ends: "اختتمت القمة اليوم", "انتهى السبت الاجتماع". It may have begun days before.

So it is where a meeting goes on: "يتواصل اليوم الملتقى".
"""

from __future__ import annotations

import datetime as dt

from ingest.dating.calendar import to_day
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from kg.claim import PartialDate

_FRONT = 6  # tokens in front of a spot in which the verb of ending stands
_BEHIND = 40  # tokens behind a spot in which its days are told
_LONGEST = dt.timedelta(days=10)

ENDING_DAY = "ending_day"


def is_ending_day(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Does a verb or noun of ending govern the spot and the day?"""
    return _governed(scene, spot, date, "ending")


def is_later_day(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "يتواصل اليوم المؤتمر": a day on which it goes on, or ends; it began on that day or before."""
    return is_ending_day(scene, spot, date) or _governed(scene, spot, date, "goes_on_with")


def _governed(scene: Scene, spot: Spot, date: Mention, verbs: str) -> bool:
    if date.date is None or date.date.end is not None:
        return False
    if any(scene.norm(i) in words("closing") for i in range(spot.first + 1, spot.last)):
        return True  # "خاطب اليوم الجلسة الختامية للمؤتمر"
    first = max(min(spot.first, date.first) - _FRONT, spot.sentence.first)
    for index in range(first, max(spot.first, date.first)):
        word = bare(scene.norm(index))
        if scene.at(index) is None and {word, word.removeprefix("س")} & words(verbs):
            return not any(scene.norm(i) in ".؛:" or _is_other(scene, i) for i in range(index + 1, spot.first))
    return False


def _is_other(scene: Scene, index: int) -> bool:
    """Another meeting, and not what the spot is one of: "اختتمت أعمال الجولة الثانية من المحادثات"."""
    form = scene.noun(index) if scene.at(index) is None else None
    return form is not None and form.noun.group not in ("works", "round")


def days_that_end(scene: Scene, spot: Spot, date: Mention) -> Mention | None:
    """ "اختتم اليوم الاجتماع الذي احتضنته البلاد يومي 30 و31 غشت": the days told behind, the last of which it is."""
    day = date.date.start if date.date is not None else None
    for mention in scene.starting(spot.last, min(spot.last + _BEHIND, spot.sentence.last)):
        if mention.kind is Kind.DATE and mention.date is not None and mention.date.end is not None:
            return mention if mention.date.end == day and mention.date.start is not None else None
    return None


def within_days(day: PartialDate, ending: PartialDate) -> bool:
    """May a meeting of the one day have ended on the other?"""
    one, two = to_day(day), to_day(ending)
    return one is not None and two is not None and dt.timedelta(0) <= two - one <= _LONGEST
