"""The city to which a meeting is moved: "نُقلت القمة من القاهرة إلى الدوحة", "تقرر نقل مكان انعقاد المؤتمر إلى جنيف"."""

from __future__ import annotations

from ingest.cues import governing
from ingest.mention import Mention
from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.place.governed import PLACES, WALK
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said_bare

_FRONT, _BEHIND = 4, 12  # tokens around a meeting in which it is told that it is moved
_RUMOUR = 7  # the same in which it is told as hearsay, or denied
_ASKED = 3  # tokens in front of the word of moving in which it is only asked for


def moved_to(scene: Scene, spot: Spot) -> Mention | None:
    """The new city, or else the new country, behind "to"."""
    first, last = max(head_of(scene, spot) - _FRONT, spot.sentence.first), min(spot.last + WALK, spot.sentence.last)
    moves = [i for i in said_bare(scene, first, min(spot.last + _BEHIND, last), "moves_away") if scene.at(i) is None]
    if spot.verb or not any(_of_it(scene, spot, i) for i in moves):
        return None
    for index in range(spot.last, last):
        word, goal = scene.norm(index), scene.at(index)
        if goal is None and (word in ".؛:" or scene.noun(index) is not None):
            return None
        toward = goal is not None and goal.first == index and scene.norm(index - 1) == "الي"
        if goal is not None and toward and goal.kind in PLACES and "area" not in goal.tags:
            return goal
    return None


def _of_it(scene: Scene, spot: Spot, verb: int) -> bool:
    """Is the meeting what is moved: right behind the verb, or in front of it?"""
    if any(bare(scene.norm(i)) in words("rumoured") for i in range(max(verb - _RUMOUR, spot.sentence.first), verb)):
        return False  # "نافية أنباء تحدثت عن نقلها إلى القاهرة"
    if verb < head_of(scene, spot):
        return all(scene.norm(i) in words("moved_part") for i in range(verb + 1, head_of(scene, spot)))
    led = scene.norm(verb - 1) in words("relative") or scene.norm(verb - 1) in any_of("already", "was_decided")
    thought = any(bare(scene.norm(i)) in any_of("only_asked", "no_event_before") for i in range(verb - _ASKED, verb))
    if thought or governing(scene.reading, spot.sentence, verb) in ("denied", "supposed"):
        return False  # "يدرسون نقلها إلى القاهرة", "رفضت مصر نقلها"
    return verb == spot.last or led or bare(scene.norm(verb)).endswith(("ه", "ها"))
