"""Places behind في or بـ, and which of several is the finest."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.mention import Kind, Mention

WALK = 26  # tokens around a meeting in which its place is looked for
PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})


def governed(scene: Scene, mention: Mention) -> bool:
    """Does a place stand after في or بـ, or after a word such as "مدينة"?"""
    if "area" in mention.tags:
        return False
    before = scene.norm(mention.first - 1)
    if before in '"“«' and scene.norm(mention.first - 2) in words("place_prepositions"):
        return True
    if mention.kind is Kind.COUNTRY and before.removeprefix("ب") in words("compass"):
        return before.startswith("ب") or scene.norm(mention.first - 2) in ("في", "وفي")
    front = scene.at(mention.first - 1)
    capital = front is not None and front.kind is Kind.NISBA and "عاصم" in scene.norm(front.first - 1)
    at = front.first - 1 if capital and front is not None else mention.first - 1  # "في العاصمة الأردنية عمان"
    return mention.prefix.endswith("ب") or bare(scene.norm(at)) in words("place_prepositions")


def first_behind(scene: Scene, spot: Spot) -> Mention | None:
    """The first governed place behind a meeting."""
    behind = scene.between(spot.last, min(spot.last + WALK, spot.sentence.last))
    return next((m for m in behind if m.kind in PLACES and governed(scene, m)), None)


def best(places: list[Mention]) -> Mention | None:
    """A city rather than a country."""
    cities = [p for p in places if p.kind is Kind.PLACE]
    return next(iter(cities or places), None)
