"""A gathering on the margins of another meeting that is no talks of two: "على هامش القمة، اجتمعت لجنة المبادرة"."""

from __future__ import annotations

from ingest.mentions.meetings.scene import Spot
from ingest.mentions.mention import Mention

_GATHERED = frozenset({"noun", "session", "body"})
_FORMAL = frozenset({"ministerial", "working_group"})


def is_gathering(spot: Spot, whose: Mention | str | None, partners: tuple[Mention, ...], kind: str) -> bool:
    """Does one body meet, or do ministers, and nobody is named with whom?"""
    if partners or spot.noun.group not in _GATHERED or spot.possessive:
        return False
    if spot.verb:
        return spot.verb in ("convene", "assemble") and (whose is not None or spot.verb == "convene")
    return whose is not None or kind in _FORMAL
