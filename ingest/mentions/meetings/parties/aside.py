"""A gathering on the margins of another meeting that is no talks of two: "على هامش القمة، اجتمعت لجنة المبادرة"."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_GATHERED = frozenset({"noun", "session", "body"})
_FORMAL = frozenset({"ministerial", "working_group"})


def is_gathering(scene: Scene, spot: Spot, whose: Mention | str | None, partners: tuple[Mention, ...], kind: str) -> bool:
    """Does one body meet, or do ministers, and nobody is named with whom?"""
    if partners or spot.noun.group not in _GATHERED:
        return False
    if spot.possessive:
        return is_one_of_its_own(scene, spot)
    if spot.verb:
        return spot.verb in ("convene", "assemble") and (whose is not None or spot.verb == "convene")
    return whose is not None or kind in _FORMAL


def told_by_hour(scene: Scene, spot: Spot) -> bool:
    """ "عقدت المجموعة اجتماعا عشية اللقاء الوزاري": the meeting by whose hour another is told, whosever that is."""
    return spot.definite and bare(scene.norm(spot.first - 1)) in words("day_around") and bool(
        scene.noun_places and scene.noun_places[0] < spot.first
    )


def is_one_of_its_own(scene: Scene, spot: Spot) -> bool:
    """ "عقدت اللجنة أول اجتماع لها على هامش القمة", "آخر دورة لها": a body counts its meetings."""
    counted = bare(scene.norm(spot.first - 1)) in any_of("first_of", "nth", "last_of")
    return counted and not spot.definite and scene.norm(spot.last) in words("of_it")
