"""The new day of a meeting that is put off: "تأجيل القمة، التي كانت مقررة في نوفمبر، إلى مارس 2026"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ingest.dating.calendar import partial, to_day
from ingest.mention import DateValue, Kind, Mention
from ingest.mentions.meetings.changed import change_of, held_then, told_then
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status.put_off import coming_only, only_asked, put_off_behind
from ingest.mentions.meetings.status.when import beside_today

_WEEK = dt.timedelta(7)
_FRONT = 4  # tokens in front of a meeting in which it is told to be put off
_REACH = 24  # tokens from there to the new day
_PART = 5  # tokens between "to" and the day: "إلى النصف الأول من سنة 2026"


def put_off_to(scene: Scene, spot: Spot) -> Mention | None:
    """The day to which a meeting is put off, told behind it."""
    verb = _put_off(scene, spot)
    if verb is not None:
        return None if _not_done(scene, spot, verb) else _new_day(scene, spot)
    if (day := told_then(scene, spot, Kind.DATE)) is not None:
        return day
    if (change := change_of(scene, spot, day=True)) is not None:
        return change.goal
    behind = put_off_behind(scene, spot)
    day = None if behind is None else scene.at(behind + 2)
    day = day if day is not None and day.kind is Kind.DATE else None
    return _last_weekday(scene, day) if day is not None and held_then(scene, spot) is not None else day


def _last_weekday(scene: Scene, date: Mention) -> Mention:
    """ "كانت قد تأجلت إلى الجمعة، وعقدت فعلا": the last day of its name, on which it was held."""
    day = to_day(date.date.start) if date.date is not None and date.date.start is not None else None
    if day is None or date.date is None or "weekday" not in date.tags or beside_today(scene.document, date) < 1:
        return date
    return replace(date, date=replace(date.date, start=partial(day - _WEEK)))


def asked_for(scene: Scene, spot: Spot) -> Mention | None:
    """The day to which a meeting is not put off: "رفضت مصر تأجيل القمة إلى سبتمبر", "اقترح إرجاء القمة إلى سبتمبر"."""
    verb = _put_off(scene, spot)
    return _new_day(scene, spot) if verb is not None and _not_done(scene, spot, verb) else None


def _not_done(scene: Scene, spot: Spot, verb: int) -> bool:
    return coming_only(scene, spot, verb) or only_asked(scene, spot, verb)


def _put_off(scene: Scene, spot: Spot) -> int | None:
    """The word of putting off in front of a meeting."""
    front = range(max(spot.first - _FRONT, spot.sentence.first), spot.first)
    verb = next((i for i in front if scene.at(i) is None and bare(scene.norm(i)) in words("postponed")), None)
    if verb is None or spot.verb or any(scene.norm(i) in ".؛:،," for i in range(verb, spot.first)):
        return None
    return verb


def _new_day(scene: Scene, spot: Spot) -> Mention | None:
    """The day behind "to" behind a meeting."""
    for date in scene.starting(spot.last, min(spot.last + _REACH, spot.sentence.last)):
        if date.kind is not Kind.DATE or date.date is None or date.date.start is None:
            continue
        value = date.date
        if value.end is not None and _to(scene, date.last - 1, date.first) is not None:
            return replace(date, date=DateValue(value.end, None, value.basis))  # "من 10 أكتوبر إلى 12 ديسمبر"
        to = _to(scene, date.first, max(spot.last, date.first - _PART))
        if to is not None and not _another(scene, spot, to):
            return date
    return None


def _to(scene: Scene, at: int, first: int) -> int | None:
    """Where "to" stands between two tokens, with nothing behind it but what part of a year or month is meant."""
    for index in range(at - 1, first - 1, -1):
        if scene.norm(index) == "الي":
            return index
        inside = scene.at(index)
        if scene.norm(index) not in words("part_of_time") and (inside is None or inside.kind is not Kind.DATE):
            return None
    return None


def _another(scene: Scene, spot: Spot, to: int) -> bool:
    """Whether another meeting or sentence begins between a meeting and the new day, or something else is put off."""
    between = range(spot.last, to)
    ends = (i for i in between if scene.at(i) is None and (scene.norm(i) in ".؛:" or scene.noun(i) is not None))
    again = (i for i in between if bare(scene.norm(i)) in words("postponed"))
    return next(ends, None) is not None or next(again, None) is not None
