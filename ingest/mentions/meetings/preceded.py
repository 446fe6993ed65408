"""A meeting that is only named for another before or after it: "وسبق القمة اجتماع عقد في طشقند يوم الجمعة"."""

from __future__ import annotations

from ingest.mentions.meetings.detection.prepared import PREPARED
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.mentions.mention import Mention


def own(scene: Scene, spot: Spot, told: Mention | None) -> Mention | None:
    """Place or day of a spot: none behind it where another meeting is the subject of which these are told."""
    if told is not None and PREPARED in spot.marks and told.first >= spot.last:
        verb = first_within(scene.places, spot.last, told.first)  # "تحضيرا للدورة المقبلة، التقى الوزير في C يوم D نظيره"
        another = verb is not None and scene.noun(verb) is None and scene.at(verb) is None
        if verb is not None and another and scene.norm(verb - 1) not in words("relative"):  # "للقمة التي ستعقد في C"
            return None
    beside = told is not None and told.first <= spot.last and not spot.definite  # "وسبق قمة سمرقند اجتماع"
    if told is None or beside or spot.prefix or bare(scene.norm(spot.first - 1)) not in words("precedes"):
        return told
    between = range(spot.last, min(spot.sentence.last, told.first + 8))
    return None if any(scene.noun(i) is not None and scene.at(i) is None for i in between) else told
