"""Plans that were not kept: what they say of a meeting of which the article tells otherwise."""

from __future__ import annotations

from dataclasses import replace

from ingest.mentions.meetings.traits import Reading, Traits

_HELD = 3.0  # how surely a meeting is told as held before a plan for it says nothing more


def as_it_was(candidate: Traits, reading: Reading) -> Reading:
    """ "كان مقررا أن تنعقد القمة عام 2022، غير أن …": where place and day are known, those of the plan say nothing."""
    if "foiled" not in reading.spot.marks:
        return reading
    details = reading.details
    place = None if candidate.where else details.place
    date = None if candidate.times else details.date
    held = candidate.told.get("held", 0.0) >= _HELD
    status = replace(reading.status, value="held", strength=0.0) if held else reading.status
    return replace(reading, details=replace(details, place=place, date=date), status=status)
