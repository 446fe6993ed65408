"""Where the phrase of a meeting begins, which a verb of holding or denying governs: "الجولة الثالثة من المحادثات"."""

from __future__ import annotations

from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import adjectives, any_of
from ingest.mentions.meetings.scene import Scene, Spot

_ROUND = 6  # tokens in front of talks in which the round stands that they are


def head_of(scene: Scene, spot: Spot) -> int:
    """The token of the round whose talks a spot names; else that of the spot itself."""
    if spot.verb or scene.norm(spot.first - 1) != "من":
        return spot.first
    for index in range(spot.first - 2, max(spot.first - _ROUND, spot.sentence.first - 1), -1):
        word = scene.norm(index)
        if word in any_of("rounds", "for_rounds"):
            return index
        if not (word in adjectives() or word in any_of("teen", "teens") or ordinal(scene, index) is not None):
            break
    return spot.first
