"""Days told by how far a meeting is from them: "أعلنت أمس … بعد يومين من القمة", "غداة القمة", "قبل يوم من انعقادها"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from ingest.dating.calendar import partial, to_day
from ingest.mention import DateValue, Kind, Mention
from ingest.mentions.meetings.date.numbers import counted, day_around
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_LEAD = 3  # tokens from the beginning of a sentence in which the distance stands that its day follows
_REACH = 30  # tokens behind a meeting in which that day is told
_HOURS = 24


@dataclass(slots=True, unsafe_hash=True)
class Gap:
    """Where the words of a distance begin, and the days from the day told to the meeting, None where these are not exact."""

    first: int
    days: int | None


def gap(scene: Scene, spot: Spot) -> Gap | None:
    """The distance told right in front of a meeting: "بعد يومين من انعقاد القمة", "غداة القمة"."""
    at = spot.first - 1
    while at > spot.sentence.first and bare(scene.norm(at)) in any_of("begins_with", "ending", "this", "appointed"):
        at -= 1
    word = bare(scene.norm(at))
    if (away := day_around(word)) is not None:
        return Gap(at, -away)
    if word not in words("from_day") or at <= spot.sentence.first:
        return None
    at -= 1
    if scene.norm(at) in words("exactly"):
        at -= 1
    word, days = scene.norm(at), None
    if word in words("two_days"):
        days = 2
    elif word in any_of("one_day", "days", "hours", "long_after"):
        number = counted(scene.norm(at - 1))
        if word in any_of("one_day", "days"):
            days = number or (1 if word in words("one_day") else None)
        elif word in words("hours"):
            days = (number or 0) // _HOURS
        at -= number is not None
    else:
        return None
    while bare(scene.norm(at - 1)) in any_of("about_so_many", "a_few"):
        at, days = at - 1, None  # "بعد أقل من 48 ساعة على"
    side = bare(scene.norm(at - 1))
    if side not in words("before_or_after"):
        return None
    return Gap(at - 1, days if days is None or side in words("ahead") else -days)


def moved(told: Mention | None, found: Gap) -> Mention | None:
    """A day as far from the one told as the words of a distance say."""
    day = to_day(told.date.start) if told is not None and told.date is not None else None
    if told is None or day is None or found.days is None:
        return None
    value = DateValue(partial(day + dt.timedelta(found.days)), None, "text")
    return replace(told, date=value, tags=frozenset({"day_from"}))


def day_by_gap(scene: Scene, spot: Spot, found: Gap) -> Mention | None:
    """The day of a meeting from that of its sentence: the last one told in front, or behind a distance at its head."""
    first = spot.sentence.first
    if found.first - first < _LEAD:
        end = min(spot.last + _REACH, spot.sentence.last)
        comma = next((i for i in range(spot.last, end) if scene.norm(i) in "،,"), end)
        days = [m for m in scene.between(comma, end) if _is_day(m)]
        return moved(days[0], found) if len(days) == 1 else None
    days = [m for m in scene.between(first, found.first) if _is_day(m)]
    return moved(days[-1], found) if days else None


def _is_day(mention: Mention) -> bool:
    value = mention.date if mention.kind is Kind.DATE else None
    return value is not None and value.end is None and value.start is not None and value.start.day is not None
