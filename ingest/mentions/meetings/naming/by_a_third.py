"""Talks at which more sit than two sides: they are called by their city, or held under the auspices of somebody else.

"محادثات جنيف", "محادثات بشأن السودان رعتها الأمم المتحدة", but "محادثات أمريكية إيرانية", "مباحثات بين A وB برعاية C".
"""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said_bare

_REACH = 24  # tokens behind talks in which it is told under whom they are held
_SIDES = 6  # tokens behind them in which the two sides stand


def by_a_third(scene: Scene, spot: Spot) -> bool:
    """Are talks without sides those of a city, or held under a third?"""
    if spot.verb or spot.noun.group != "talks" or spot.possessive or _of_two(scene, spot):
        return False
    city = scene.at(spot.last) if spot.last < spot.sentence.last else None
    if city is not None and city.kind is Kind.PLACE and not city.prefix and not spot.definite and "city" in city.tags:
        return True
    reach = min(spot.last + _REACH, spot.sentence.last)
    for index in said_bare(scene, spot.last, reach, "under_a_third"):
        between = range(spot.last, index)
        return not any(scene.norm(i) in ".؛:" or (scene.at(i) is None and scene.noun(i) is not None) for i in between)
    return False


def _of_two(scene: Scene, spot: Spot) -> bool:
    """ "بين A وB", "مع A", "أمريكية إيرانية", "ثنائية"."""
    for index in range(spot.first, min(spot.last + _SIDES, spot.sentence.last)):
        mention = scene.at(index)
        if bare(scene.norm(index)) in words("between_or_with") or scene.norm(index) in words("bilateral"):
            return True
        if mention is not None and mention.kind is Kind.NISBA:
            other = scene.at(mention.last) or scene.at(mention.last + 1)
            if other is not None and other.kind is Kind.NISBA:
                return True
    return False
