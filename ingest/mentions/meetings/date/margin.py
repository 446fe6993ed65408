"""The day of a meeting that is held on the margins of another: "عقدت اللجنة اجتماعا أمس على هامش الدورة"."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.scene import Scene, Spot, first_within, is_holding

_WORKS = 2  # tokens from "margin" to the noun of the meeting: "على هامش أعمال الدورة"
_BEFORE = 12  # tokens in front of a day, or behind a meeting, in which the one held on its margins is told


def at_margin(scene: Scene, index: int) -> bool:
    """Whether a noun is that of a meeting on whose margins something is."""
    return first_within(scene.margins, index - _WORKS, index) is not None


def of_the_guest(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Whether a day in front of "on the margins of" a meeting is that of the one which is held there."""
    first = spot.sentence.first
    if date.last > spot.first or not at_margin(scene, spot.first):
        return False
    if first_within(scene.noun_places, max(first, date.first - _BEFORE), date.first) is not None:
        return True
    held = any(is_holding(scene.norm(i)) for i in range(max(first, date.first - _BEFORE), date.first) if scene.at(i) is None)
    other = first_within(scene.noun_places, spot.last, min(spot.last + _BEFORE, spot.sentence.last))
    return held and other is not None
