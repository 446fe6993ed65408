"""How long a meeting lasts: "في ختام اجتماع استمر يومين", "يتواصل على مدى ثلاثة أيام", "يستمر حتى الخميس"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ingest.dating.calendar import partial, to_day
from ingest.mention import DateValue, Mention
from ingest.mentions.meetings.date.ending_day import is_ending_day
from ingest.mentions.meetings.date.last_day import ends_on
from ingest.mentions.meetings.date.numbers import days_told
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding

_REACH = 26  # tokens behind a spot or its date in which its length is told
_FRONT = 14  # tokens in front of a spot in which it is
_LONGEST = 15


def lasting(scene: Scene, spot: Spot, date: Mention) -> Mention:
    """The date of a meeting with the days that it lasts, where its length is told; otherwise the date itself."""
    day = to_day(date.date.start) if date.date is not None and date.date.start is not None else None
    if date.date is None or day is None or date.date.end is not None or "previous" in spot.marks:
        return date
    last = min(max(spot.last, date.last) + _REACH, spot.sentence.last)
    going_on = any(_lasts(scene, i) for i in range(max(spot.first - 3, spot.sentence.first), spot.first))
    for index in range(spot.last, last):
        form = scene.noun(index) if scene.at(index) is None and index > spot.last else None
        own = form is not None and form.noun.group == "works" and bool(form.possessive)  # "تنطلق أعمالها … وتستمر يومين"
        if scene.norm(index) in ".؛:" or (form is not None and not own):
            break
        until = _until(scene, index, day) or (_named(scene, index, day) if going_on else None)
        until = until or ends_on(scene, spot, index, day)
        if until is not None:
            return replace(date, date=DateValue(date.date.start, partial(until), date.date.basis))
        days = _days(scene, index)
        if days is None or _was_due(scene, index):
            continue
        word = bare(scene.norm(index))
        if word in words("lasted") or is_ending_day(scene, spot, date):
            return _over(scene, spot, date, day, days)
        return _for_days(date, day, days)
    days = _told_in_front(scene, spot)
    return date if days is None or is_ending_day(scene, spot, date) else _for_days(date, day, days)


def _was_due(scene: Scene, index: int) -> bool:
    """ "بعدما كان مقررا أن يستمر أربعة أيام": as long as it was to last, and does not."""
    near = [scene.norm(i) for i in range(index - 4, index)]
    return any(bare(norm) in words("was") for norm in near) and any(norm in words("was_due") for norm in near)


def _for_days(date: Mention, first: dt.date, days: int) -> Mention:
    end = partial(first + dt.timedelta(days - 1))
    return date if date.date is None else replace(date, date=DateValue(date.date.start, end, date.date.basis))


def _told_in_front(scene: Scene, spot: Spot) -> int | None:
    """ "تحتضن المدينة، على مدى يومين، المؤتمر": the length between the verb and the meeting."""
    for index in range(spot.first - 1, max(spot.first - _FRONT, spot.sentence.first), -1):
        if scene.norm(index) in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None):
            return None
        if bare(scene.norm(index)) in any_of("over_time", "for_length") and (days := _days(scene, index)) is not None:
            front = range(max(index - _FRONT, spot.sentence.first), index)
            return days if any(is_holding(scene.norm(i)) or _hosts(scene, i) for i in front) else None
    return None


def _hosts(scene: Scene, index: int) -> bool:
    return bare(scene.norm(index)).removeprefix("س") in words("hosts")


def _lasts(scene: Scene, index: int) -> bool:
    return scene.at(index) is None and bare(scene.norm(index)).removeprefix("س") in words("lasts")


def _until(scene: Scene, index: int, day: dt.date) -> dt.date | None:
    """The last day in "ويستمر حتى غد الأربعاء", "وتتواصل أعماله إلى يوم الخميس المقبل"."""
    joined = scene.norm(index)[:1] in ("و", "ف") and bare(scene.norm(index)) in words("lasted")  # "واستمرت حتى 4 مايو"
    if not _lasts(scene, index) and not joined:
        return None
    at = next((at for at in range(index + 1, index + 4) if scene.norm(at) in words("until")), None)
    return _named(scene, at, day) if at is not None else None


def _named(scene: Scene, at: int, day: dt.date) -> dt.date | None:
    """The last day behind "حتى"; of "وتستمر أشغال المؤتمر، الذي افتتح اليوم، إلى غاية الأحد" as well."""
    if scene.norm(at) not in words("until"):
        return None
    at += 2 if scene.norm(at + 1) in any_of("the_end_of", "day_part") and scene.at(at + 1) is None else 1
    named = scene.at(at)
    last = to_day(named.date.start) if named is not None and named.date is not None else None
    return last if last is not None and 0 < (last - day).days < _LONGEST else None


def _over(scene: Scene, spot: Spot, date: Mention, day: dt.date, days: int) -> Mention:
    """ "في ختام اجتماع استمر يومين أمس": the day told is the last one."""
    front = range(max(spot.first - 4, spot.sentence.first), spot.first)
    ended = any(bare(scene.norm(i)) in words("ending") for i in front) or is_ending_day(scene, spot, date)
    if date.date is None or not ended:
        return date
    start = day - dt.timedelta(days - 1)
    return replace(date, date=DateValue(partial(start), date.date.start, date.date.basis))


def _days(scene: Scene, index: int) -> int | None:
    """The number of days behind a word of lasting ("تستمر يومين", "على مدى ثلاثة أيام", "لمدة 4 أيام")."""
    word = bare(scene.norm(index))
    if word in any_of("over_time", "for_length"):
        if word in words("over_time") and scene.norm(index - 1) not in ("علي", "وعلي"):
            return None
    elif word not in words("lasts") and word not in words("lasted"):
        return None
    at = index + 1
    if word in any_of("lasts", "lasted") and (scene.norm(at) == "علي" or scene.norm(at) in words("for_length")):
        at += 2 if scene.norm(at) == "علي" else 1
    value = days_told(scene.norm(at), bare(scene.norm(at + 1)))
    return value if value is not None and 1 < value < _LONGEST else None
