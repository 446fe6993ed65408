"""Whether a meeting is told to have been planned: "كان مقررا أن يعقد المؤتمر", "المؤتمر الذي كان سيعقد"."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said, said_bare

_PLAN = 8  # tokens behind a meeting in which it was planned
_CLAUSE = 16  # tokens in front of it in which it was


def due_of(scene: Scene, spot: Spot) -> int | None:
    """Where the words end that tell a meeting to have been planned: "كان مقررا" behind or in front of it."""
    return was_due(scene, spot) or was_due_before(scene, spot)


def was_due(scene: Scene, spot: Spot) -> int | None:
    """Where "كان مقررا" ends that is said of a meeting: right behind it, or around it."""
    far = min(spot.last + 2 * _PLAN, spot.sentence.last - 1)
    if said(scene, spot.last, far, "was"):
        both = bool(said(scene, spot.last, far, "both_which"))  # "القمة … والقمة … اللتان"
        for index in range(spot.last, far if both else min(spot.last + _PLAN, spot.sentence.last - 1)):
            word = scene.norm(index)
            joined = both and (word.startswith("و") or scene.norm(index - 1) == "و" or scene.norm(index - 2) == "و")
            if word in ".؛؟!:" or (scene.noun(index) is not None and scene.at(index) is None and not joined):
                return None
            if word in words("was") and (_due(scene, index) or _was_to_be(scene, index + 1)):
                return index + 2
    leads = spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1)
    if bare(scene.norm(leads)) in words("was") and leads >= spot.sentence.first:
        if _was_to_be(scene, spot.last) or _another_due(scene, spot.last):
            return spot.last + 1  # "كان المؤتمر سيعقد"
        return _set(scene, spot)
    return None


def _set(scene: Scene, spot: Spot) -> int | None:
    """ "كان هذا الاجتماع مقررا", "كان اللقاء بين فلان وفلان قد تقرر": behind the meeting and its sides."""
    for index in range(spot.last, min(spot.last + 2 * _PLAN, spot.sentence.last)):
        word = scene.norm(index)
        if scene.at(index) is not None:
            continue
        if word in words("was_due") or (word in words("was_set") and scene.norm(index - 1) == "قد"):
            return index + 1
        if word not in words("before_sides") and not (index > spot.last and _is_side(scene, index)):
            return None
    return None


def _is_side(scene: Scene, index: int) -> bool:
    """A word of one of the two sides: right before a name, or joined by "and"."""
    following = scene.at(index + 1)
    return scene.norm(index).startswith("و") and following is not None


def _due(scene: Scene, was: int) -> bool:
    return bool({scene.norm(was + 1), scene.norm(was + 2)} & words("was_due"))


def _was_to_be(scene: Scene, index: int) -> bool:
    """ "سيعقد", "ستستضيف" behind "كان"."""
    word = scene.norm(index)
    return scene.at(index) is None and word[:1] == "س" and word[1:] in words("hold")


def _another_due(scene: Scene, index: int) -> bool:
    """ "كان مؤتمر مماثل مقررا": an adjective stands between."""
    return scene.norm(index) in words("new") and scene.norm(index + 1) in words("was_due")


def was_due_before(scene: Scene, spot: Spot) -> int | None:
    """ "كان مقررا أن تستضيف المدينة المؤتمر": the meeting is what the plan leads to."""
    first = max(spot.first - _CLAUSE, spot.sentence.first)
    for index in range(spot.first - 1, first - 1, -1) if said_bare(scene, first, spot.first, "was") else ():
        word = bare(scene.norm(index))
        if word in ".؛؟!:" or (scene.noun(index) is not None and scene.at(index) is None):
            return None
        if word in words("was") and _due(scene, index):
            return None if _is_setting(scene, spot) else spot.last
    return None


def _is_setting(scene: Scene, spot: Spot) -> bool:
    """ "كان مقررا أن توقع الاتفاقية على هامش القمة قبل أن تؤجل": what is due, and put off, is something at the meeting."""
    led = bare(scene.norm(spot.first - 1))
    if led not in any_of("margin", "in_or_during") and not spot.prefix.endswith("ب"):
        return False
    return not said_bare(scene, max(spot.first - _CLAUSE, spot.sentence.first), spot.first, "would_come")


def has_own_subject(scene: Scene, verb: int) -> bool:
    """ "لكن الزيارة أجلت": does a noun that is no part of a meeting stand right in front of a verb?"""
    before = scene.norm(verb - 1)
    return scene.at(verb - 1) is None and before.startswith("ال") and before not in words("relative")
