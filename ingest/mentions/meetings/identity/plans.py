"""Plans that were not kept, and sittings of a meeting of some days: what they say of it where more is told."""

from __future__ import annotations

from dataclasses import replace

from ingest.mentions.meetings.date.ending_day import within_days
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.traits import Reading, Traits, time_of

_HELD = 3.0  # how surely a meeting is told as held before a plan for it says nothing more


def as_it_was(candidate: Traits, reading: Reading) -> Reading:
    """ "كان مقررا أن تنعقد القمة عام 2022، غير أن …": where place and day are known, those of the plan say nothing."""
    if "foiled" not in reading.spot.marks:
        return _of_its_days(candidate, reading)
    details = reading.details
    place = None if candidate.where else details.place
    date = None if candidate.times else details.date
    held = candidate.told.get("held", 0.0) >= _HELD
    status = replace(reading.status, value="held", strength=0.0) if held else reading.status
    return replace(reading, details=replace(details, place=place, date=date), status=status)


def _of_its_days(candidate: Traits, reading: Reading) -> Reading:
    """ "الجلسة الختامية للمؤتمر غدا": the day of a sitting is one of those of a meeting that has begun, and not its own."""
    spot, day = reading.spot, time_of(reading.details)
    sitting = "session" in spot.marks and candidate.scene.norm(spot.first).removeprefix("ال") in words("sittings")
    if not sitting or day is None or spot.noun.lemma not in candidate.lemmas or candidate.told.get("held", 0.0) < _HELD:
        return reading
    if not any(within_days(start, day[0]) for start, _ in candidate.times):
        return reading
    return replace(
        reading, details=replace(reading.details, date=None), status=replace(reading.status, value="held", strength=0.0)
    )
