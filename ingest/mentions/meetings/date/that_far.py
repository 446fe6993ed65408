"""Days told by how far they are from what was told before: "وقبل ذلك بيوم", "في اليوم التالي", "تسبق القمة بيومين جلسة".

The day counted from is that of the meeting spoken of last, or of the meeting named between.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.mentions.meetings.date.gap import Gap
from ingest.mentions.meetings.date.numbers import days_told
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said

_HEAD = 12  # tokens in front of a meeting in which the distance is told
_BEHIND = 9  # tokens behind it


@dataclass(slots=True, unsafe_hash=True)
class ThatFar:
    """The distance, with the noun of the meeting from which it is counted, if that is named."""

    gap: Gap
    lemma: str | None


def that_far(scene: Scene, spot: Spot) -> ThatFar | None:
    """How far from a day told before a meeting is."""
    first = max(spot.first - _HEAD, spot.sentence.first)
    last = min(spot.last + _BEHIND, spot.sentence.last)
    for index in said(scene, first, last, "by_days", "next_to_it"):
        if scene.norm(index) in words("next_to_it"):
            found = _next_day(scene, index)
        else:
            found = _by_days(scene, spot, index)
        if found is not None and _in_clause(scene, spot, found.gap.first, index):
            return found
    return None


def _next_day(scene: Scene, index: int) -> ThatFar | None:
    """ "في اليوم التالي", "اليوم السابق"."""
    if bare(scene.norm(index - 1)).removeprefix("ب") not in words("day"):
        return None
    return ThatFar(Gap(index - 2, -1 if scene.norm(index) in words("day_before") else 1), None)


def _by_days(scene: Scene, spot: Spot, index: int) -> ThatFar | None:
    """ "بيوم", "بثلاثة أيام" behind "before that", "before the summit" or a verb of going before."""
    days = days_told(scene.norm(index).removeprefix("ب"), scene.norm(index + 1))
    if days is None:
        return None
    at = index - 1
    form = scene.noun(at)
    while form is None and at > index - 4 and scene.at(at) is not None:
        at -= 1  # "قبل القمة العربية بيومين"
        form = scene.noun(at)
    lemma = form.noun.lemma if form is not None and form.definite and at != spot.first else None
    if lemma is not None or scene.norm(at) == "ذلك":
        at -= 1
    side = bare(scene.norm(at))
    alone = lemma is None and scene.norm(index - 1) != "ذلك"
    if side in words("before_it") if alone else side == "قبل" or side in words("goes_before"):
        return ThatFar(Gap(at, -days), lemma)
    after = side in words("after_it") if alone else side == "بعد" or side in words("goes_behind")
    return ThatFar(Gap(at, days), lemma) if after else None


def _in_clause(scene: Scene, spot: Spot, first: int, index: int) -> bool:
    """Does nothing stand between the distance and the meeting but its verb, its place and who holds it?"""
    between = range(index + 1, spot.first) if index < spot.first else range(spot.last, first)
    apart = words("another_clause")  # "وبعده بيوم احتفلت روسيا بعيدها، ثم عقدت قمة في بكين"
    own = (i for i in between if scene.at(i) is None)
    return not any(scene.norm(i) in ".؛:" or scene.norm(i) in apart or scene.noun(i) is not None for i in own)
