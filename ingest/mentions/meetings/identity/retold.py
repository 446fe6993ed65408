"""Talks on the margins of a meeting which the article takes up as "the meeting", and tells who presided over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions.meetings.lexicon import any_of
from ingest.mentions.meetings.scene import Scene, bare
from ingest.mentions.meetings.traits import Reading

_NEAR = 2  # sentences within which "the meeting" means the talks told last


def retold(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """ "عقد المجلس اجتماعا مع فلان على هامش الدورة. وترأس الاجتماع علان": a meeting of its own, with more than two sides."""
    return [_by_itself(reading) if _is_retold(scene, reading, readings) else reading for reading in readings]


def _is_retold(scene: Scene, reading: Reading, readings: Sequence[Reading]) -> bool:
    spot = reading.spot
    if not reading.details.side or spot.verb or spot.definite or spot.noun.group != "noun":
        return False
    behind = [r.spot for r in readings if 0 < r.spot.sentence.index - spot.sentence.index <= _NEAR]
    alone = [s for s in behind if s.definite and not s.possessive and s.last == s.first + 1]
    again = [s for s in alone if s.noun.lemma == spot.noun.lemma]
    return any(bare(scene.norm(s.first - 1)) in any_of("was_there", "heads") for s in again)


def _by_itself(reading: Reading) -> Reading:
    reading.spot.marks.add("aside")
    return replace(reading, details=replace(reading.details, side=False))
