"""Where and when a meeting was, from what was told just before: a journey, the deed that it came of, the same day or place.

"حل الوزير بدمشق … وأجرى مباحثات مع نظيره", "وافق الرئيس مساء الاثنين على … وجاء الإعلان إثر اجتماع", "في اليوم نفسه",
"في المدينة نفسها", "قبل يوم من افتتاح القمة".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.date.gap import Gap, gap, moved
from ingest.mentions.meetings.date.numbers import day_around
from ingest.mentions.meetings.date.that_far import ThatFar, that_far
from ingest.mentions.meetings.identity.deeds import deed_of
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.presence import agrees, is_day, whereabouts
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status import Status
from ingest.mentions.meetings.status.when import beside_today
from ingest.mentions.meetings.traits import Reading
from ingest.mentions.meetings.word_places import said
from ingest.parts import Sentence, Zone

_BACK = 3  # sentences in which a journey or a day is still in mind
_READINGS = 60  # readings of meetings before a spot among which is the one whose day is meant
_NEAR = 9  # tokens around a spot in which "on the same day" is said
_FAR = 24  # tokens behind a spot in which "in the same city" is said
_BY_DAY = 4.5  # how surely a day says that a meeting is over or to come
_PART = 7  # tokens from a session to the meeting of which it is a part
_CAME = 6  # tokens from "it came" to the meeting of which it came


def told_before(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with the place and the day that the sentences before give to those which name none."""
    found: list[Reading] = []
    for number, reading in enumerate(readings):
        behind = readings[number + 1] if number + 1 < len(readings) else None
        reading = _inside(scene, reading, behind) if behind is not None else reading
        found.append(_with(scene, reading, found))
    return found


def _inside(scene: Scene, reading: Reading, whole: Reading) -> Reading:
    """ "المائدة المستديرة المنعقدة في إطار مؤتمر الأمم المتحدة بنيويورك": its place is that of the whole."""
    spot, details = reading.spot, reading.details
    if spot.verb or whole.spot.verb or not spot.last < whole.spot.first <= spot.last + _PART:
        return reading
    between = {bare(scene.norm(i)) for i in range(spot.last, whole.spot.first)}
    apart = between & {".", "؛", "،", ":"} or between & words("prepares") or reading.status.value != whole.status.value
    if spot.sentence is not whole.spot.sentence or not between & words("part_of") or apart:
        return reading
    return replace(reading, details=replace(details, place=details.place or whole.details.place))


def _with(scene: Scene, reading: Reading, before: Sequence[Reading]) -> Reading:
    spot, details = reading.spot, reading.details
    if {"previous", "foiled", "back"} & spot.marks or spot.sentence.zone is Zone.TITLE:
        return reading
    date, place = details.date, details.place
    date = date or _same_day(scene, spot, before) or (_on_that_day(scene, spot) if details.edition else None)
    date = date or _days_from(scene, spot, before) or _came_of(scene, spot)
    place = place or _same_place(scene, spot, before) or _same_house(scene, spot, before)
    if not {"following", "new"} & spot.marks and not details.side and (place is None or date is None):
        there = whereabouts(scene, spot, details.partners, planned=reading.status.value == "planned")
        if there is not None and place is None and agrees(there, date, spot.sentence):
            place = there.place
        if there is not None and date is None and place is there.place and _on_arrival(scene, spot):
            date = there.day if there.day is not None and is_day(there.day) else None
    if place is None and (deed := deed_of(scene, spot)) is not None:
        place, date = deed.place, date or deed.date
    if date is details.date and place is details.place:
        return reading
    return replace(reading, details=replace(details, date=date, place=place), status=_status(scene, reading, date))


def _status(scene: Scene, reading: Reading, date: Mention | None) -> Status:
    """The status of a meeting by the day found for it, where its own words say nothing surer."""
    told = beside_today(scene.document, date) if date is not None and "day_from" in date.tags else 0
    status = reading.status
    if not told or status.strength >= _BY_DAY:
        return status
    return replace(status, value="planned" if told > 0 else "held", strength=_BY_DAY)


def _same_day(scene: Scene, spot: Spot, before: Sequence[Reading]) -> Mention | None:
    """ "في اليوم نفسه", "صباحا", "وفي المساء": the day told last, or that of the meeting with which one coincides."""
    if spot.definite and not spot.verb:
        return None
    first, last = max(spot.first - _NEAR, spot.sentence.first), min(spot.last + _NEAR, spot.sentence.last)
    for index in range(first, last):
        if scene.at(index) is not None:
            continue
        word, behind = bare(scene.norm(index)), scene.norm(index + 1)
        anaphor = word in words("day") and behind in words("the_very")
        part = word in words("part_of_day") or (word == "في" and behind in words("the_part_of_day"))
        if not anaphor and not part:
            continue
        days = [m for m in before[-_READINGS:] if m.details.date is not None and is_day(m.details.date)]
        if anaphor:
            alike = [m.details.date for m in days if m.spot.noun.lemma == spot.noun.lemma and "beside" in spot.marks]
            return alike[-1] if alike else _last_day(scene, spot, index)
        return days[-1].details.date if days else None
    return None


def _on_that_day(scene: Scene, spot: Spot) -> Mention | None:
    """ "القمة …، والقمة التنموية الخامسة التي تلتئم في اليوم ذاته": the day told last; it says what is to come."""
    for index in range(spot.last, min(spot.last + _NEAR, spot.sentence.last)):
        word = scene.norm(index)
        if scene.at(index) is None and (word in ".؛:،" or scene.noun(index) is not None):
            return None
        if bare(word) in words("day") and scene.norm(index + 1) in words("the_very"):
            told = _last_day(scene, spot, spot.first)
            return replace(told, tags=told.tags | {"day_from"}) if told is not None else None
    return None


def _days_from(scene: Scene, spot: Spot, before: Sequence[Reading]) -> Mention | None:
    """ "قبل يوم واحد من افتتاح القمة", "غداة القمة": so many days from the day told last."""
    if (far := that_far(scene, spot)) is not None:
        return _far_from(scene, spot, far, before)
    if (by_hour := _by_its_hour(scene, spot)) is not None:
        return by_hour
    found = gap(scene, spot)
    told = _last_day(scene, spot, found.first) if found is not None else None
    dated = (r for r in before if r.details.date is not None and r.spot.noun.lemma == spot.noun.lemma)
    if found is None or any(r.details.date is told or spot.definite for r in dated):
        return None  # "عقدت القمة يوم 3 مايو. وبعد يومين من القمة …"
    return moved(told, found)


def _far_from(scene: Scene, spot: Spot, far: ThatFar, before: Sequence[Reading]) -> Mention | None:
    """The day that is so far from that of the meeting named, or of the one spoken of last."""
    near = [r for r in before[-_READINGS:] if r.details.date is not None]
    if far.lemma is not None:
        near = [r for r in near if r.spot.noun.lemma == far.lemma]
    told = near[-1].details.date if near else _last_day(scene, spot, far.gap.first)
    value = told.date if told is not None else None
    if told is not None and value is not None and value.end is not None and (far.gap.days or 0) > 0:
        told = replace(told, date=replace(value, start=value.end))
    return moved(told, far.gap)


def _by_its_hour(scene: Scene, spot: Spot) -> Mention | None:
    """ "وعقدت المجموعة اجتماعا عشية المؤتمر": the day before, or behind, that of the meeting told before."""
    for index in range(spot.last, min(spot.last + _NEAR, spot.sentence.last - 2)):
        word = scene.norm(index)
        if scene.at(index) is None and (word in ".؛:،" or scene.noun(index) is not None):
            return None
        if (away := day_around(word)) is not None and scene.at(index) is None:
            whole = scene.noun(index + 1) or scene.noun(index + 2)
            told = _last_day(scene, spot, spot.first) if whole is not None and whole.definite else None
            return moved(told, Gap(index, away))
    return None


def _came_of(scene: Scene, spot: Spot) -> Mention | None:
    """ "… مساء الاثنين … وجاء الإعلان إثر اجتماع": the day of the deed told in the sentence before."""
    first = spot.sentence.first
    if bare(scene.norm(first)) not in words("came") or bare(scene.norm(spot.first - 1)) not in words("within"):
        return None
    if spot.first - first > _CAME or any(scene.norm(i) in "،,:" for i in range(first, spot.first)):
        return None
    before = _sentences_before(scene, spot.sentence)[-1:]
    days = [m for s in before for m in scene.between(s.first, min(s.first + _FAR, s.last)) if is_day(m)]
    return days[0] if days else None


def _last_day(scene: Scene, spot: Spot, index: int) -> Mention | None:
    sentences = _sentences_before(scene, spot.sentence)
    first = sentences[0].first if sentences else spot.sentence.first
    days = [m for m in scene.between(first, index) if is_day(m)]
    return days[-1] if days else None


def _sentences_before(scene: Scene, sentence: Sentence) -> list[Sentence]:
    near = range(max(sentence.index - _BACK, 0), sentence.index)
    return [s for s in (scene.document.sentences[i] for i in near) if s.zone is Zone.BODY]


def _same_place(scene: Scene, spot: Spot, before: Sequence[Reading]) -> Mention | None:
    """ "قمة مجموعة العشرين في الجزيرة نفسها": the city told last."""
    reach = range(max(spot.first - 3, spot.sentence.first), min(spot.last + _FAR, spot.sentence.last - 1))
    for index in reach if said(scene, reach.start, reach.stop, "town") else ():
        if scene.norm(index) in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None and index >= spot.last):
            return None
        town = scene.at(index) is None and scene.norm(index) in words("town")
        if town and (scene.norm(index + 1) in words("the_very") or _that_city(scene, index)):
            sentences = _sentences_before(scene, spot.sentence)
            first = sentences[0].first if sentences else spot.sentence.first
            cities = [m for m in scene.between(first, spot.first) if m.kind is Kind.PLACE and "city" in m.tags]
            former = [r.details.place for r in before[-_READINGS:] if {"previous", "new"} & r.spot.marks]
            if cities and all(m in former for m in cities):  # "وكانت القمة السابقة قد عقدت في أكرا"
                cities = [m for r in before[-_READINGS:] if (m := r.details.place) is not None and m not in former] or cities
            one = scene.norm(index + 1) in words("the_very") or len({m.referent for m in cities}) == 1
            return cities[-1] if cities and one else None
    return None


def _same_house(scene: Scene, spot: Spot, before: Sequence[Reading]) -> Mention | None:
    """ "التأم في المقر نفسه اجتماع": where the meeting spoken of last was."""
    first, last = max(spot.first - _NEAR, spot.sentence.first), min(spot.last + _NEAR, spot.sentence.last - 1)
    for index in said(scene, first, last, "same_house"):
        led = scene.norm(index).startswith("ب") or scene.norm(index - 1) == "في"
        if led and scene.norm(index + 1) in words("the_very"):
            return next((r.details.place for r in reversed(before) if r.details.place is not None), None)
    return None


def _that_city(scene: Scene, index: int) -> bool:
    """ "أجرى في المدينة محادثات": the city alone, behind في or بـ."""
    beside = scene.at(index + 1)
    named = beside is not None and beside.kind in (Kind.NISBA, Kind.PLACE, Kind.COUNTRY) and not beside.prefix
    alone = not named and not scene.norm(index + 1).startswith("ال")
    word = scene.norm(index)
    return alone and word.removeprefix("ب") in words("this_town") and (word.startswith("ب") or scene.norm(index - 1) == "في")


def _on_arrival(scene: Scene, spot: Spot) -> bool:
    """ "وفور وصوله أجرى", "لدى وصوله": on the day of the arrival."""
    return bool(said(scene, spot.sentence.first, spot.first, "his_arrival"))
