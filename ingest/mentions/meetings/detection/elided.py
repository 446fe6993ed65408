"""A meeting told by its number alone: "عقد الاجتماع الأول في جدة في مارس، والثاني في إسطنبول في يونيو".

Or behind a verb that tells how it went: "… وألغي الثاني", "… ولم تعقد الثانية في الخرطوم".
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

from ingest.mention import Kind
from ingest.mentions.meetings.date.ordinals import ordinal, unit
from ingest.mentions.meetings.lexicon import Form, any_of, carriers, taking_place, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Sentence

_TOLD = 9  # tokens behind the number in which place and day are told

ELIDED, WAS_HELD = "elided", "was_held"


def with_elided(scene: Scene, sentence: Sentence, spots: Sequence[Spot]) -> Sequence[Spot]:
    """The spots of a sentence with those that only a number tells, in their order."""
    if not any(_numbered(scene, spot) or of_round(scene, spot) for spot in spots):
        return spots
    return sorted([*spots, *_elided(scene, sentence, spots)], key=lambda spot: spot.first)


def number_of(scene: Scene, index: int) -> int:
    """The number that "والثاني" or "الثاني" names, 0 for any other word."""
    word = scene.norm(index).removeprefix("و")
    return unit(word[2:]) if word.startswith("ال") and scene.at(index) is None else 0


def _elided(scene: Scene, sentence: Sentence, spots: Sequence[Spot]) -> Iterator[Spot]:
    taken = {index for spot in spots for index in range(spot.first, spot.last)}
    for index in range(spots[0].last, sentence.last):
        if index in taken or not number_of(scene, index):
            continue
        joined = scene.norm(index).startswith("و") or scene.norm(index - 1) in words("and_then")
        told = _where_and_when(scene, sentence, index) or _which_was(scene, index)
        if not (told if joined else _behind_verb(scene, sentence, index)):
            continue
        before = [spot for spot in spots if spot.last <= index]
        one = before[-1] if before and (_numbered(scene, before[-1]) or of_round(scene, before[-1])) else None
        feminine = scene.norm(index).endswith("ه") or scene.norm(index).removeprefix("و") in words("the_first")
        if one is None or feminine != (of_round(scene, one) or one.noun.lemma.endswith("ه")):
            continue
        prefix = "و" if scene.norm(index).startswith("و") else ""
        spot = Spot(index, index + 1, sentence, one.noun, one.kind, prefix, len(prefix), definite=True)
        spot.marks |= {ELIDED} | ({WAS_HELD} if joined and was_held(scene, one) else set())
        scene.noun_forms[index] = Form(one.noun, prefix, len(prefix), definite=True, possessive="")
        insort(scene.noun_places, index)
        yield spot


def was_held(scene: Scene, spot: Spot) -> bool:
    """ "عقد الاجتماع", "احتضنت الرباط الاجتماع": is a verb of holding in the past right in front of a meeting?"""
    if WAS_HELD in spot.marks:
        return True
    at = spot.first - 1
    beside = scene.at(at)
    at = beside.first - 1 if beside is not None and beside.kind in (Kind.PLACE, Kind.COUNTRY) else at
    past = scene.at(at) is None and bare(scene.norm(at)) in words("comes_to_pass")
    return not spot.verb and past and scene.norm(at - 1) not in words("no_event_before")


def _numbered(scene: Scene, spot: Spot) -> bool:
    """Is a meeting told by a noun and its number ("الاجتماع الأول", "الدورة الثالثة")?"""
    if spot.verb or not spot.definite or spot.possessive or spot.noun.group not in ("noun", "session", "edition"):
        return False
    return any(ordinal(scene, index) is not None for index in range(spot.first + 1, spot.last))


def of_round(scene: Scene, spot: Spot, names: str = "rounds_of") -> bool:
    """ "الجولة الأولى من المفاوضات", "الجولة الـ20 من الاجتماعات": is it told by the number of its round or session?"""
    if spot.verb or scene.norm(spot.first - 1) != "من":
        return False
    return any(
        bare(scene.norm(spot.first - before)) in words(names) and ordinal(scene, spot.first - before + 1) is not None
        for before in (3, 4)
    )


def _behind_verb(scene: Scene, sentence: Sentence, index: int) -> bool:
    """ "وألغي الثاني", "واستضافت باريس الثاني", "أما الثاني فألغي": a verb of holding or calling off beside the number."""
    at = index - 1
    beside = scene.at(at)
    at = beside.first - 1 if beside is not None and beside.kind in (Kind.PLACE, Kind.COUNTRY) else at
    word = bare(scene.norm(at))
    told = word in any_of("hold", "put_off", "called_off", "cancelled", "postponed") or word in taking_place()
    told = told or (word[:1] == "س" and word[1:] in words("hold"))
    told = told or (word[:1] == "ل" and word[1:] in carriers())  # "تستعد … لاستضافة الثانية"
    ahead = scene.norm(index + 1)
    told = told or (word in words("as_for") and ahead.startswith("ف"))
    return told and scene.at(at) is None and at >= sentence.first and ahead not in words("of_the_clock")


def _which_was(scene: Scene, index: int) -> bool:
    """ "والثاني الذي كان سيعقد في القاهرة ألغي": how it was to be held, in a relative clause right behind it."""
    at = index + 2
    at += scene.norm(at) in words("was")
    word = scene.norm(at)
    holds = word in any_of("hold", "was_due") or (word[:1] == "س" and word[1:] in words("hold"))
    return scene.norm(index + 1) in words("relative") and scene.at(at) is None and holds


def _where_and_when(scene: Scene, sentence: Sentence, index: int) -> bool:
    """ "والثاني في إسطنبول في يونيو": a city right behind it, and a date."""
    beside = scene.at(index + 1) or (scene.at(index + 2) if scene.norm(index + 1) == "في" else None)
    if beside is None or beside.kind is not Kind.PLACE or not (beside.prefix == "ب" or scene.norm(index + 1) == "في"):
        return False
    for at in range(beside.last, min(index + _TOLD, sentence.last)):
        mention = scene.at(at)
        if mention is not None and mention.kind is Kind.DATE:
            return True
        if mention is None and scene.norm(at) not in any_of("before_year", "before_month"):
            return False
    return False
