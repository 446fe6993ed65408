"""A meeting that is only named for another before or after it: "وسبق القمة اجتماع عقد في طشقند يوم الجمعة"."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.detection.prepared import PREPARED
from ingest.mentions.meetings.lexicon import TALKS, any_of, verb_class, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within

_ORDER = 6  # tokens in front of a meeting in which it is told to come before or behind something
_CLAUSE = 12  # tokens of a plan in which the meeting is told


def plan_between(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause of what is still to come begins between two tokens: "…، ومن المقرر أن يعقد غدا …"."""
    return any(opens_plan(scene, i) for i in range(first, last))


def opens_plan(scene: Scene, index: int) -> bool:
    """Whether "and" begins a clause of another meeting that somebody still has before him: "ومن المقرر أن يلتقي", "وينتظر أن
    يعقد لقاء", "وسيجتمع"; not "ومن المقرر أن تعقد القمة غدا"."""
    word = scene.norm(index)
    if not word.startswith("و") or scene.at(index) is not None:
        return False
    rest, behind = word[1:], scene.norm(index + 1)
    due = rest == "من" and behind in words("is_due") and scene.norm(index + 2) == "ان"
    due = due or (rest in words("awaited") and behind == "ان") or (rest[:1] == "س" and rest[1:] in words("hold"))
    return rest.startswith(tuple(words("will_meet"))) or (due and _tells_meeting(scene, index + 1))


def _tells_meeting(scene: Scene, first: int) -> bool:
    """Whether a verb of meeting or a noun of one not yet told stands in a clause."""
    for index in range(first, min(first + _CLAUSE, len(scene.tokens))):
        if scene.norm(index) in ".؛:":
            break
        form = scene.noun(index) if scene.at(index) is None else None
        verb = verb_class(scene.norm(index)) if scene.at(index) is None else None
        if (form is not None and not form.definite) or (verb is not None and verb[0] in TALKS):
            return True
    return False


def own(scene: Scene, spot: Spot, told: Mention | None) -> Mention | None:
    """Place or day of a spot: none behind it where another meeting is the subject of which these are told."""
    if told is not None and PREPARED in spot.marks and told.first >= spot.last:
        verb = first_within(scene.places, spot.last, told.first)  # "تحضيرا للدورة المقبلة، التقى الوزير في C يوم D نظيره"
        another = verb is not None and scene.noun(verb) is None and scene.at(verb) is None
        if verb is not None and another and scene.norm(verb - 1) not in words("relative"):  # "للقمة التي ستعقد في C"
            return None
    beside = told is not None and told.first <= spot.last and not spot.definite  # "وسبق قمة سمرقند اجتماع"
    if told is None or beside or spot.prefix or bare(scene.norm(spot.first - 1)) not in any_of("goes_before", "goes_behind"):
        return told
    between = range(spot.last, min(spot.sentence.last, told.first + 8))
    return None if any(scene.noun(i) is not None and scene.at(i) is None for i in between) else told


def in_order(scene: Scene, spot: Spot) -> bool:
    """ "وسبقت الشق الإنساني جلسة سياسية": told by that before or behind which it was held."""
    if spot.anaphoric or spot.verb or spot.prefix or scene.noun(spot.first) is None:
        return False
    for index in range(spot.first - 1, max(spot.first - _ORDER, spot.sentence.first) - 1, -1):
        if scene.at(index) is not None or scene.norm(index) in ".؛:،":
            return False
        if bare(scene.norm(index)) in words("came_first"):
            return index < spot.first - 1 and (index == spot.sentence.first or not scene.norm(index - 1)[0].isalnum())
    return False
