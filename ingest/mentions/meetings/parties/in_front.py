"""Sides that stand where they are not looked for: both in front of the talks, or behind an aside between commas.

"عقد فلان وعلان، قبيل انطلاق المنتدى، مباحثات", "جمع فلان وعلان في لقاء واحد", "صافح فلان علانا قبل محادثات",
"التقى، قبيل انطلاق أعمال القمة، فلانا".
"""

from __future__ import annotations

from itertools import pairwise

from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_ASIDE = 12  # tokens of an aside between two commas


def two_in_front(scene: Scene, spot: Spot, before: list[Mention]) -> tuple[Mention, ...]:
    """The two who hold talks, joined by و behind the verb of holding, or who shook hands before them."""
    if spot.verb or spot.anaphoric or spot.kind in ("summit", "conference") or len(before) < 2:
        return ()
    if _with_him(scene, spot):
        return (before[-2], before[-1]) if before[-1].referent != before[-2].referent else ()
    if _with_in_front(scene, spot, before[-1]):
        return (before[-2], before[-1])
    if (both := subject_pair(scene, before)) is not None:
        at = both[1].last
        while scene.norm(at) in words("had") or scene.norm(at) in ("،", ","):
            at += 1
        between = range(at + 1, spot.first)
        if bare(scene.norm(at)).removeprefix("س") in words("dual") and _runs_on(scene, between):
            return both  # "الرئيس فلان ونظيره علان عقدا مباحثات"
    for one, two in pairwise(before):
        word = bare(scene.norm(one.first - 1)).removeprefix("س")
        if scene.at(one.first - 1) is not None or two.first != one.last:
            continue
        brought = word in words("brings_both") and scene.norm(spot.first - 1) in words("place_prepositions")
        joined = two.prefix == "و" and (word in words("waging") or brought)
        if not joined and not (word in words("greets") and not two.prefix and spot.noun.group == "talks"):
            continue
        between = range(two.last, spot.first)
        if not any(scene.norm(i) in ".؛:" or scene.norm(i) == "مع" for i in between):
            return (one, two, *_joined_to(two, before)) if brought else (one, two)
    return ()


def subject_pair(scene: Scene, before: list[Mention]) -> tuple[Mention, Mention] | None:
    """The last two in front, where و joins them and no third."""
    if len(before) < 2:
        return None
    one, two = before[-2:]
    third = before[-3] if len(before) > 2 else None
    listed = third is not None and one.first == third.last and one.prefix == "و"
    return (one, two) if two.first == one.last and two.prefix == "و" and not listed else None


def _runs_on(scene: Scene, between: range) -> bool:
    """Whether nothing between a verb and its object ends the clause or brings in a third."""
    return len(between) <= _ASIDE and not any(scene.norm(i) in ".؛:" or scene.norm(i) == "مع" for i in between)


def _joined_to(last: Mention, people: list[Mention]) -> tuple[Mention, ...]:
    """ "جمع فلان وعلان وفلانة في لقاء": those whom و joins to the second."""
    found: list[Mention] = []
    for person in people:
        if person.first == (found[-1] if found else last).last and person.prefix == "و":
            found.append(person)
    return tuple(found)


def _with_him(scene: Scene, spot: Spot) -> bool:
    """ "حضر فلان … وعقد معه جلسة مباحثات": one of two told in front of it holds it with the other."""
    at = spot.first - 1
    if scene.norm(at) not in words("with_one"):
        return False
    held = bare(scene.norm(at - 1))
    return scene.at(at - 1) is None and held in any_of("waging", "own_holding")


def _with_in_front(scene: Scene, spot: Spot, partner: Mention) -> bool:
    """ "عقد مع نظيره فلان اجتماعا", "أجرى الوزير مع فلان، أمس، محادثات": the other side between the verb and its object."""
    at = partner.first - 1
    if scene.norm(at) != "مع" or spot.first - partner.last > _ASIDE:
        return False
    subject = scene.at(at - 1)
    verb = bare(scene.norm(subject.first - 1 if subject is not None else at - 1)).removeprefix("س")
    if verb not in words("waging"):
        return False
    between = (i for i in range(partner.last, spot.first) if scene.at(i) is None)
    return not any(scene.norm(i) in ".؛:" or bare(scene.norm(i)) in words("saying") for i in between)


def behind_aside(scene: Scene, spot: Spot) -> int:
    """ "التقى، قبيل انطلاق أعمال الجولة، الرئيس فلانا": where the clause of a verb goes on."""
    at = spot.last
    if not spot.verb or scene.norm(at) not in "،," or bare(scene.norm(at + 1)) not in words("aside"):
        return at
    reach = range(at + 2, min(at + _ASIDE, spot.sentence.last))
    return next((i + 1 for i in reach if scene.norm(i) in "،,"), at)
