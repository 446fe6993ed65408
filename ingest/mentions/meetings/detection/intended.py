"""Meetings for which somebody travels: "توجه الوزير إلى باريس للقاء نظيره"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES
from ingest.mentions.meetings.lexicon import Noun, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.parts import Sentence

_JOURNEY = 18  # tokens in front of the aim in which the journey is told


def meant(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    """The talks for which somebody named sets out, with somebody named right behind "للقاء"."""
    other = scene.at(at + 1) or scene.at(at + 2)
    named = other is not None and (other.kind in PARTIES or (other.kind in COLLECTIVES and _office_holders(scene, at + 1)))
    if not named:
        return None
    low = max(at - _JOURNEY, sentence.first)
    going = next((i for i in range(at - 1, low - 1, -1) if _goes(scene, i)), None)
    if going is None or scene.norm(going - 1) in words("no_event_before"):
        return None
    if any(scene.norm(i) in ".؛:" for i in range(going, at)):
        return None
    delegation = any(bare(scene.norm(i)) in words("one_delegation") for i in range(low, at))
    if not delegation and not any(m.kind in PARTIES for m in scene.between(sentence.first, at)):
        return None
    noun = Noun(scene.norm(at), "bilateral", "verb")
    spot = Spot(at, at + 1, sentence, noun, "bilateral", "ل", 1, verb="confer")
    spot.marks.add("following")
    return spot


def _office_holders(scene: Scene, index: int) -> bool:
    """ "للقاء قادة الحزب"."""
    return scene.at(index) is None and scene.norm(index) in words("office_holders")


def _goes(scene: Scene, index: int) -> bool:
    word = bare(scene.norm(index))
    return scene.at(index) is None and (word in words("sets_out") or word.removeprefix("س") in words("sets_out"))
