"""A meeting told by its number alone: "عقد الاجتماع الأول في جدة في مارس، والثاني في إسطنبول في يونيو"."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

from ingest.mentions.meetings.date.ordinals import ordinal, unit
from ingest.mentions.meetings.lexicon import Form, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.mention import Kind
from ingest.parts import Sentence

_TOLD = 9  # tokens behind the number in which place and day are told

ELIDED, WAS_HELD = "elided", "was_held"


def with_elided(scene: Scene, sentence: Sentence, spots: Sequence[Spot]) -> Sequence[Spot]:
    """The spots of a sentence with those that only a number tells, in their order."""
    if not any(_numbered(scene, spot) for spot in spots):
        return spots
    return sorted([*spots, *_elided(scene, sentence, spots)], key=lambda spot: spot.first)


def number_of(scene: Scene, index: int) -> int:
    """The number that "والثاني" names, 0 for any other word."""
    word = scene.norm(index)
    return unit(word[3:]) if word.startswith("وال") and scene.at(index) is None else 0


def _elided(scene: Scene, sentence: Sentence, spots: Sequence[Spot]) -> Iterator[Spot]:
    taken = {index for spot in spots for index in range(spot.first, spot.last)}
    for index in range(spots[0].last, sentence.last - 2):
        if index in taken or not number_of(scene, index) or not _where_and_when(scene, sentence, index):
            continue
        before = [spot for spot in spots if spot.last <= index]
        one = before[-1] if before and _numbered(scene, before[-1]) else None
        feminine = scene.norm(index).endswith("ه") or scene.norm(index)[1:] in words("the_first")
        if one is None or feminine != one.noun.lemma.endswith("ه"):
            continue
        spot = Spot(index, index + 1, sentence, one.noun, one.kind, "و", 1, definite=True)
        spot.marks |= {ELIDED} | ({WAS_HELD} if was_held(scene, one) else set())
        scene.noun_forms[index] = Form(one.noun, "و", 1, definite=True, possessive="")
        insort(scene.noun_places, index)
        yield spot


def was_held(scene: Scene, spot: Spot) -> bool:
    """ "عقد الاجتماع", "احتضنت الرباط الاجتماع": is a verb of holding in the past right in front of a meeting?"""
    if WAS_HELD in spot.marks:
        return True
    at = spot.first - 1
    beside = scene.at(at)
    at = beside.first - 1 if beside is not None and beside.kind in (Kind.PLACE, Kind.COUNTRY) else at
    past = scene.at(at) is None and bare(scene.norm(at)) in words("takes_place")
    return not spot.verb and past and scene.norm(at - 1) not in words("no_event_before")


def _numbered(scene: Scene, spot: Spot) -> bool:
    """Is a meeting told by a noun and its number ("الاجتماع الأول", "الدورة الثالثة")?"""
    if spot.verb or not spot.definite or spot.possessive or spot.noun.group not in ("noun", "session", "edition"):
        return False
    return any(ordinal(scene, index) is not None for index in range(spot.first + 1, spot.last))


def _where_and_when(scene: Scene, sentence: Sentence, index: int) -> bool:
    """ "والثاني في إسطنبول في يونيو": a city right behind it, and a date."""
    beside = scene.at(index + 1) or (scene.at(index + 2) if scene.norm(index + 1) == "في" else None)
    if beside is None or beside.kind is not Kind.PLACE or not (beside.prefix == "ب" or scene.norm(index + 1) == "في"):
        return False
    for at in range(beside.last, min(index + _TOLD, sentence.last)):
        mention = scene.at(at)
        if mention is not None and mention.kind is Kind.DATE:
            return True
        if mention is None and scene.norm(at) not in ("في", "عام", "سنه", "شهر", "يوم", "خلال", "("):
            return False
    return False
