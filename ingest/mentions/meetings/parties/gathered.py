"""Meetings told only by the states whose people they brought together: "عقب اجتماع ضم وزراء خارجية مصر والعراق"."""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_OFFICE = 5  # words in which those who came are told, in front of their states
_STATES = frozenset({Kind.COUNTRY, Kind.GROUP})


def gathers_states(scene: Scene, spot: Spot) -> bool:
    """Did the meeting, by a word right behind it, bring together two states or more, or their office holders?"""
    if spot.verb or spot.noun.group not in ("noun", "session"):
        return False
    at = spot.last + (scene.norm(spot.last) in words("relative"))
    wished = scene.norm(spot.first - 1) in words("wished_or_never")
    if scene.norm(at) in words("brought_together"):
        at += 1
    elif spot.definite or spot.prefix or wished or not _of_office_holders(scene, at):
        return False
    for index in range(at, min(at + _OFFICE, spot.sentence.last - 1)):
        mention = scene.at(index)
        if mention is not None:
            return mention.kind in _STATES and _another(scene, mention.last, spot.sentence.last)
        if bare(scene.norm(index)) in words("saying") or scene.norm(index) in ".،؛:" or scene.noun(index) is not None:
            return False
    return False


def _of_office_holders(scene: Scene, at: int) -> bool:
    """ "اجتماع لوزراء …", "اجتماع بمشاركة ممثلي …"."""
    word = scene.norm(at)
    return word in words("with_company") or (word.startswith("ل") and word[1:] in words("office_holders"))


def _another(scene: Scene, at: int, end: int) -> bool:
    """Is another state listed behind the first?"""
    at += at < end and scene.norm(at) in "،,"
    mention = scene.at(at) if at < end else None
    return mention is not None and mention.kind in _STATES and (mention.prefix == "و" or scene.norm(at - 1) in "،,")
