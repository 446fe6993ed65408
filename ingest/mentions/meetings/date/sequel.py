"""The day of one encounter after another: "استقبل … اليوم … ثم التقى …": told once, it holds for what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.traits import Reading

_NEAR = 2  # sentences between an encounter and the next one
_LEAD, _BEHIND = 3, 5  # tokens around the verb in which it is told to follow


def carry(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with the day of an encounter given to the verbs that go on with it."""
    found: list[Reading] = []
    for reading in readings:
        last = found[-1] if found else None
        if last is not None and _goes_on(scene, last, reading):
            reading = replace(reading, details=replace(reading.details, date=last.details.date))
        found.append(reading)
    return found


def _goes_on(scene: Scene, last: Reading, reading: Reading) -> bool:
    spot, before = reading.spot, last.spot
    day = last.details.date
    if not (spot.verb and before.verb) or reading.details.date is not None or day is None or day.date is None:
        return False
    if reading.details.side or last.details.side or reading.status.value != "held" or last.status.value != "held":
        return False
    if day.date.start is None or day.date.start.day is None:
        return False
    return 0 < spot.sentence.index - before.sentence.index <= _NEAR and _follows(scene, spot)


def _follows(scene: Scene, spot: Spot) -> bool:
    """ "ثم استقبل", "كما التقى", "والتقى الوزير بعد ذلك" at the beginning of a sentence."""
    first = spot.sentence.first
    if spot.first - first > _LEAD:
        return False
    if any(bare(scene.norm(i)) in words("sequel") for i in range(first, spot.first)):
        return True
    near = range(spot.last, min(spot.last + _BEHIND, spot.sentence.last))
    return any(scene.norm(i) in words("later") or (scene.norm(i), scene.norm(i + 1)) == ("بعد", "ذلك") for i in near)
