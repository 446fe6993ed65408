"""Whether the verb or verbal noun that tells a meeting is governed by a denial, a supposition or a plan.

"هل التقى", "إذا ما اجتمع", "احتمال إجراء فلان مباحثات", "تراجع عن الاجتماع مع فلان": read by the cues of `ingest/cues.py`.
"""

from __future__ import annotations

from ingest.cues import governing
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot
from ingest.mentions.mention import Kind
from ingest.unreal import irrealis, light_verb


def held_as(scene: Scene, spot: Spot) -> str | None:
    """ "denied", "supposed" or "planned"; None where nothing says so of the meeting itself."""
    if spot.verb:
        return _of(scene, spot, spot.first)
    verb = light_verb(scene.reading, spot.sentence, spot.first)
    if verb is not None and scene.noun(verb) is None:
        return _of(scene, spot, verb)
    return governing(scene.reading, spot.sentence, spot.first, close=True) if _is_deed(scene, spot) else None


def _of(scene: Scene, spot: Spot, predicate: int) -> str | None:
    if scene.norm(predicate)[:1] == "و" and predicate > spot.sentence.first:
        return None  # another clause: "نفى الخبر والتقى الوزير"
    found = governing(scene.reading, spot.sentence, predicate)
    if found == "denied" and any(scene.norm(i) in words("except") for i in range(predicate + 1, spot.first)):
        return None  # "لم يعقد سوى اجتماع"
    return "denied" if found == "denied" else irrealis(scene.document, spot.sentence, predicate) or found


def _is_deed(scene: Scene, spot: Spot) -> bool:
    """Is the noun what somebody does with somebody, not a meeting that stands by itself: "لقاء فلان", "الاجتماع مع فلان"?"""
    behind = scene.at(spot.last)
    if behind is not None:
        return not spot.definite and (behind.kind in PARTIES or behind.kind is Kind.COUNTRY)
    return scene.norm(spot.last) in words("meets_with")
