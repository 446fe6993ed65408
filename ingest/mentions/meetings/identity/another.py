"""Whether a spot speaks of another meeting than one told before it, whatever else agrees: the words around it say so."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.traits import Reading, Traits

_TALKS = frozenset({"verb", "talks"})  # the classes of what two hold


def led_by_another(scene: Scene, candidate: Traits, spot: Spot) -> bool:
    """ "استقبل الرئيس، عقب اختتام الاجتماع، …", "… على هامش الاجتماع": that by whose hour somebody met others is another.

    So is that of talks: "أجرى محادثات مع نظيره، وذلك قبيل انطلاق الاجتماع"."""
    if not spot.definite or spot.verb or "same" in spot.marks:
        return False
    at = spot.first - 1
    while scene.at(at) is None and (scene.norm(at) in words("begins_with") or scene.norm(at) in words("ending")):
        at -= 1
    hour = bare(scene.norm(at))
    talks = _TALKS.issuperset(candidate.groups) and spot.noun.group not in _TALKS and hour in words("at_the_edge")
    if not (talks or candidate.groups == {"verb"} or bare(scene.norm(spot.first - 1)) in words("by_its_hour")):
        return False
    return "main" in spot.marks or hour in any_of("over", "at_the_edge", "day_around")


def only_of_two(reading: Reading) -> bool:
    """ "وعقد بعد ذلك لقاء ثنائيا": told for the first time as one of two, and no other name of one of three."""
    return not reading.spot.definite and not words("bilateral").isdisjoint(reading.adjectives)
