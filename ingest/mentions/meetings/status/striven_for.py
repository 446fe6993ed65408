"""Meetings that somebody only strives to host, expects or agrees on: "سعت الجزائر إلى استضافة القمة", "توقعت مصادر لقاء"."""

from __future__ import annotations

from ingest.cues import BREAKS
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_OBJECT = 4  # tokens between "استضافة" and the meeting
_VERB = 6  # tokens from a verb of expecting, striving or deciding to its object, with its subject


def striven_for(scene: Scene, spot: Spot) -> bool:
    """Whether it is not told that who strives to host a meeting will: the place is open."""
    return _towards(scene, spot, "strives")


def decided_on(scene: Scene, spot: Spot) -> bool:
    """Whether hosting a meeting is told as what was decided, and so is to come."""
    return _towards(scene, spot, "resolves")


def reckoned_on(scene: Scene, spot: Spot) -> bool:
    """Whether a meeting is the object of a verb of expecting: "رجح مراقبون عقد لقاء بين فلان وفلان"."""
    if spot.verb or spot.anaphoric or spot.prefix:
        return False
    at = spot.first - 1
    at -= scene.norm(at) in words("holding_of")
    return _is_object(scene, spot, at, "foresees", any_of("relative", "place_prepositions"))


def agreed_on(scene: Scene, spot: Spot) -> bool:
    """Whether holding a meeting is told as what was agreed: "اتفقوا على عقد الاجتماع القادم", "قرر الوزراء أن يعقد"."""
    if spot.verb or spot.prefix:
        return False
    at = spot.first - 1
    if scene.norm(at) in words("to_hold"):
        at -= 1
    elif scene.norm(at) in words("present") and scene.norm(at - 1) == "ان":
        at -= 2
    else:
        return False
    return scene.at(at + 1) is None and _is_object(scene, spot, at, "agrees", words("relative"))


def _towards(scene: Scene, spot: Spot, name: str) -> bool:
    if spot.verb:
        return False
    for at in range(spot.first - 1, max(spot.first - _OBJECT, spot.sentence.first), -1):
        if scene.at(at) is None and scene.norm(at).removeprefix("ل") in words("hosting_of"):
            return _is_object(scene, spot, at - 1, name, words("relative"))
    return False


def _is_object(scene: Scene, spot: Spot, at: int, name: str, apart: frozenset[str]) -> bool:
    """Whether a verb of a list stands in front, up to a token, in a clause that none of some words begins behind it."""
    for index in range(at, max(at - _VERB, spot.sentence.first - 1), -1):
        word = bare(scene.norm(index))
        if scene.at(index) is None and word in words(name):
            return True
        if word in BREAKS or word in apart:
            return False
    return False
