"""Talks put on the margins of a meeting after they were told: "التقى فلان علانا. وجرى اللقاء على هامش القمة"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, is_holding
from ingest.mentions.meetings.traits import Reading

_NEAR = 2  # sentences from the talks to what is said of them


def with_partners(scene: Scene, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings; talks on the margins that are taken up without their sides have those of the talks told before. A clause
    of their own ("اللقاء الذي جمعهم", but not "اللقاء الذي انعقد على هامش القمة") tells of others."""
    told: tuple[int, tuple[Mention, ...]] | None = None  # the sentence of the last talks of two, and the two
    for reading in readings:
        details, number = reading.details, reading.spot.sentence.index
        if details.side and reading.spot.anaphoric and not (details.partners or details.parties):
            behind = reading.spot.last
            others = scene.norm(behind) in words("relative") and not is_holding(scene.norm(behind + 1))
            if told is not None and 0 < number - told[0] <= _NEAR and not others:
                reading = replace(reading, details=replace(details, partners=told[1], parties=told[1]))
        elif details.kind == "bilateral":
            two = details.partners or details.parties
            told = (number, two) if len(two) == 2 else None
        yield reading
