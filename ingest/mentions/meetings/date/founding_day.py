"""Days on which the body was founded whose meeting is told: "اجتماعات اللجنة التي أطلقها البلدان عام 1966"."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, is_holding


def of_a_founding(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "الاجتماع السابع للجنة التي تأسست عام 1980": the day of a relative clause about the body."""
    for index in range(date.first - 1, spot.last - 1, -1):
        word = scene.norm(index)
        if scene.at(index) is None and (word in ".؛:،," or is_holding(word)):
            return False
        told = _told_of(scene, index)
        if told is not None:
            return told > spot.last or spot.noun.group == "round"  # not "المنتدى الذي أنشئ عام 1980"
    return False


def _told_of(scene: Scene, index: int) -> int | None:
    """Where the words begin by which a body is told to have been founded: "التي أطلقها", "التي تم إنشاؤها", "المنشأة"."""
    word, at = scene.norm(index), index - 1
    if scene.at(index) is not None:
        return None
    if word in words("founded_thing"):
        return index
    if word in words("its_founding"):
        at -= scene.norm(at) in words("told_to_be")
    elif _without_object(word) not in words("was_founded"):
        return None
    return at if scene.norm(at) in words("relative") else None


def _without_object(word: str) -> str:
    """ "التي أطلقها البلدان": a verb without the suffix that means the body."""
    return word.removesuffix("ها") if word.endswith("ها") else word.removesuffix("ه")
