"""Which day of a meeting it is on the day told: "تتواصل اليوم، لليوم الثالث على التوالي، أعمال …", "في يومها الثاني"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ingest.dating.calendar import partial, to_day
from ingest.mention import DateValue, Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_FRONT = 16  # tokens in front of a spot in which it is told
_BEHIND = 8  # tokens behind it
_LONGEST = 15

GOES_ON = "goes_on"  # of a date the last day of which is that of the article, and not of the meeting


def from_first_day(scene: Scene, spot: Spot, date: Mention) -> Mention:
    """The date of a meeting from its first day on, where the day told is a later one; otherwise the date itself."""
    day = to_day(date.date.start) if date.date is not None and date.date.start is not None else None
    if date.date is None or day is None or date.date.end is not None or {"previous", "following"} & spot.marks:
        return date
    number = _number(scene, spot, date)
    if number is None:
        return date
    start = day - dt.timedelta(number - 1)
    value = DateValue(partial(start), date.date.start, date.date.basis)
    return replace(date, date=value, tags=date.tags | {GOES_ON})


def _number(scene: Scene, spot: Spot, date: Mention) -> int | None:
    """The ordinal behind "لليوم" or "في يومها", in the clause of the spot and its day."""
    first = max(min(spot.first, date.first) - _FRONT, spot.sentence.first)
    last = min(max(spot.last, date.last) + _BEHIND, spot.sentence.last)
    for index in range(first, last):
        if scene.at(index) is not None or bare(scene.norm(index)) not in words("its_day"):
            continue
        between = range(min(index, spot.last), max(index, spot.first))
        if any(scene.norm(i) in ".؛:" or _another(scene, spot, i) for i in between):
            continue
        found = ordinal(scene, index + 1)
        return found[0] if found is not None and 1 < found[0] < _LONGEST else None
    return None


def _another(scene: Scene, spot: Spot, index: int) -> bool:
    """A meeting noun behind the spot."""
    return index > spot.last and scene.at(index) is None and scene.noun(index) is not None
