"""Meetings that are only spoken or written of, elsewhere and on another day: "نشر أمس في بيروت بيان القمة"."""

from __future__ import annotations

from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said, said_bare

_PROTEST = 10  # tokens in front of "against the summit" in which the protest stands
_DOCUMENT = 4  # tokens in front of "for the summit" in which its document stands: "البيان الختامي الصادر للقمة"


def told_about(scene: Scene, spot: Spot) -> bool:
    """Is a meeting what a text, a protest or talk is about, or is it told by what it left: "تقرير عن القمة", "نتائجها"?"""
    if spot.verb:
        return False
    at = _before(scene, spot)
    if at < spot.sentence.first or scene.at(at) is not None:
        return False
    word = bare(scene.norm(at))
    if word in words("spoken_of_it"):
        return True
    if word in words("against_it"):
        return bool(said_bare(scene, max(at - _PROTEST, spot.sentence.first), at, "objections"))
    if not spot.prefix and not {word, word[1:] if word[:1] in "لب" else word}.isdisjoint(words("leaves")):
        return True
    return spot.prefix == "ل" and _document(scene, spot, at)


def _before(scene: Scene, spot: Spot) -> int:
    """The token in front of a meeting with the words of its works: "توصيات أعمال هذه القمة"."""
    at = head_of(scene, spot) - 1
    while at > spot.sentence.first and bare(scene.norm(at)) in any_of("this", "begins_with"):
        at -= 1
    return at


def _document(scene: Scene, spot: Spot, at: int) -> bool:
    """ "البيان الختامي للقمة", "القرارات النهائية للمؤتمر"."""
    for index in range(at, max(at - _DOCUMENT, spot.sentence.first - 1), -1):
        word = bare(scene.norm(index))
        if word.startswith("ال") and word.removeprefix("ال") in words("leaves"):
            return True
        if not (word in adjectives() or word.startswith("ال")) or scene.at(index) is not None:
            return False
    return False


def is_the_scene(scene: Scene, spot: Spot, told: int) -> bool:
    """ "أكد الوزير أمس في جدة، خلال الاجتماع": what is told at a token was done at the meeting."""
    at = _before(scene, spot)
    if said(scene, told, spot.first, "relative", "agreed_upon", "that"):
        return False  # "وقع أمس في بيروت اتفاقا تم التوصل إليه خلال القمة"
    attended = bool(said_bare(scene, spot.sentence.first, spot.first, "was_there"))
    there = any_of("on_the_scene", "in_or_during") if attended else words("on_the_scene")
    return bool(spot.verb) or (scene.at(at) is None and bare(scene.norm(at)) in there)
