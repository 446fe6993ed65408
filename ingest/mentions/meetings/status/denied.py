"""Meetings told under denial, falsity, failure, prevention, refusal or a wish: they did not take place, or nobody says so.

"نفى أن يكون قد التقى", "ليس صحيحا أن", "فشلت في عقد اجتماع", "لم ينعقد الاجتماع", "رفض لقاء نظيره", "لكان التقى".
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status.asked import asked
from ingest.mentions.meetings.status.held_as import held_as
from ingest.mentions.mention import Mention
from kg.claim import PartialDate

_CLAUSE = 16  # tokens in front of a meeting, or of the "أن" of its clause, in which it is denied
_BEHIND = 40  # tokens behind a meeting in which something else is told instead, or by when it will have been
_VERB = 7  # tokens between a verb of holding that is denied and its meeting
_HARD = frozenset(".؛؟!:\"“”«»")


def untold(scene: Scene, spot: Spot) -> bool:
    """Does the sentence say that the meeting did not take place, or only that it might have?"""
    if scene.norm(spot.first).startswith(("والت", "واجت")) and spot.verb:
        return False  # "نفى الخبر والتقى الوزير"
    return (
        (spot.verb != "convene" and held_as(scene, spot) == "denied")
        or _unreal(scene, spot)
        or _under_that(scene, spot)
        or _hearsay(scene, spot)
        or (not spot.verb and (_object_denied(scene, spot) or _not_held(scene, spot) or _refused(scene, spot)))
        or _failed(scene, spot)
    )


def next_weekday(scene: Scene, spot: Spot, date: Mention | None) -> Mention | None:
    """ "دعا إلى عقد اجتماع يوم الأحد": the day of what is called for is the next one of its name."""
    told = scene.document.reference.date
    if date is None or date.date is None or date.date.start is None or date.date.end is not None or told is None:
        return date
    said = {scene.norm(i) for i in range(date.first, date.last)}
    ahead = _month_ahead(date, said, told) if "following" in spot.marks else None
    if ahead is not None:
        return ahead
    if date.first < spot.last or not asked(scene, spot):
        return date
    if said & words("yesterday"):
        return None  # the day on which it was called for
    if "weekday" not in date.tags:
        return date
    start = date.date.start
    if not (start.month and start.day and told.month and told.day):
        return date
    day = datetime.date(start.year, start.month, start.day)
    later = day + datetime.timedelta(days=7)
    if not day < datetime.date(told.year, told.month, told.day) <= later:
        return date
    return replace(date, date=replace(date.date, start=PartialDate(later.year, later.month, later.day)))


def _month_ahead(date: Mention, said: set[str], told: PartialDate) -> Mention | None:
    """ "تلتئم الدورة المقبلة في مارس", said in September: a month without its year is the next of its name."""
    start = date.date.start if date.date is not None else None
    if start is None or start.month is None or told.month is None or said & (words("yesterday") | words("this")):
        return None
    if any(word.isdigit() and len(word) == 4 for word in said) or (start.year, start.month) >= (told.year, told.month):
        return None
    if date.date is None or start.year != told.year:
        return None
    return replace(date, date=replace(date.date, start=PartialDate(start.year + 1, start.month, start.day), end=None))


def done_by_then(scene: Scene, spot: Spot) -> bool:
    """ "يكون الوزير قد التقى نظيره بحلول نهاية الأسبوع", "سيكون قد التقى": told of a day to come."""
    had = _back_to(scene, spot, "will_have")
    if not spot.verb or had is None or bare(scene.norm(had - 1)) in words("thus"):
        return False
    if "قد" not in {scene.norm(i) for i in range(had + 1, spot.first)}:
        return False
    behind = range(spot.last, min(spot.last + _BEHIND, spot.sentence.last))
    return bare(scene.norm(had)).startswith("س") or any(scene.norm(i) in words("by_then") for i in behind)


def doubted(scene: Scene, index: int) -> bool:
    """Is a word one of denying or of rumour: "نفت", "تنفي", "شائعات"?"""
    word = bare(scene.norm(index))
    return scene.at(index) is None and (word in words("denies") or word in words("rumours"))


def _object_denied(scene: Scene, spot: Spot) -> bool:
    """ "نفى الوزير عقد أي اجتماع", "تنفي لقاء سريا": the meeting itself is the object of a verb of denying."""
    for index in range(spot.first - 1, max(spot.first - _CLAUSE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if scene.at(index) is None and word not in words("to_hold") and word not in words("denied_with"):
            return doubted(scene, index)
    return False


def _back_to(scene: Scene, spot: Spot, name: str) -> int | None:
    """The nearest word of a list in the clause in front of a spot."""
    for index in range(spot.first - 1, max(spot.first - _CLAUSE, spot.sentence.first) - 1, -1):
        word = scene.norm(index)
        if scene.at(index) is None and bare(word) in words(name):
            return index
        if word in _HARD or word in words("relative") or bare(word) in words("turns"):
            return None
    return None


def _unreal(scene: Scene, spot: Spot) -> bool:
    """ "لو حضر القمة لكان التقى نظيره", "تمنى لو عقدت القمة": it would have been; not "حتى لو", "ولو"."""
    at = _back_to(scene, spot, "would_have")
    if at is not None and at >= spot.first - 6:
        return True
    at = _back_to(scene, spot, "had_it")
    return at is not None and scene.norm(at) in words("had_it") and scene.norm(at - 1) not in words("as_if")


def _under_that(scene: Scene, spot: Spot) -> bool:
    """Does the meeting take place only in a clause with "أن" that is denied, called untrue, wished or supposed?"""
    that = _back_to(scene, spot, "that")
    if that is None:
        return False
    between = [bare(scene.norm(i)) for i in range(that + 1, spot.first) if scene.at(i) is None]
    if any(word in words("adjunct") or word in words("says") or word in "،," for word in between):
        return False
    if not spot.verb and not any(word in words("brings_about") for word in between):
        behind = [scene.norm(i) for i in range(spot.last, min(spot.last + 4, spot.sentence.last))]
        if spot.definite or not any(word in words("brings_about") for word in behind):
            return False  # "نفى أن يكون الاجتماع قد ألغي"
    may_be = bool({"يكون", "تكون", "يكونا", "يكونوا"} & set(between))
    return _that_denied(scene, spot, that, may_be=may_be)


def still_on(scene: Scene, spot: Spot) -> bool:
    """ "نفى أن يكون الاجتماع قد ألغي": that it was called off is what is denied."""
    that = _back_to(scene, spot, "that")
    return that is not None and _that_denied(scene, spot, that, may_be=False)


def supposed(scene: Scene, spot: Spot) -> bool:
    """ "رجحت مصادر أن تعقد القمة": what may be, told in the present."""
    that = _back_to(scene, spot, "that")
    if that is None or not scene.norm(that + 1).startswith(("ي", "ت")) or scene.at(that + 1) is not None:
        return False
    return _that_denied(scene, spot, that, may_be=True) and not still_on(scene, spot)


def _that_denied(scene: Scene, spot: Spot, that: int, *, may_be: bool) -> bool:
    """Is a clause with "أن" denied, called untrue, or where it says what may be, wished or supposed?"""
    for index in range(that - 1, max(that - _CLAUSE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in words("relative") and _strip(scene.norm(index - 1)) in words("hearsay"):
            continue
        if word in _HARD or word in words("relative") or word in words("turns"):
            return False
        if scene.at(index) is not None:
            continue
        if _denies(scene, index) or (may_be and word in words("supposes")):
            return True
        if word in words("says") or word in words("that"):
            return False
    return False


def _denies(scene: Scene, index: int) -> bool:
    """ "نفى", "ليس صحيحا", "لا صحة"; not "لم ينف"."""
    word, before = bare(scene.norm(index)), bare(scene.norm(index - 1))
    if word in words("denies"):
        return before not in words("negates")
    return word in words("true") and before in words("negates")


def _hearsay(scene: Scene, spot: Spot) -> bool:
    """ "كذبت الرئاسة خبر لقاء …", "لا صحة لما تردد عن لقاء": word of the meeting is denied."""
    held = _holding(scene, spot)
    about = bare(scene.norm((spot.first if held is None else held) - 1))
    if spot.verb in ("meet", "confer", "gather") or not (about in words("about") or _strip(about) in words("hearsay")):
        return False  # "نفت ما تردد عن تأجيل المؤتمر"
    heard = False
    for index in range(spot.first - 1, max(spot.first - _CLAUSE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in _HARD or word in words("turns") or word in words("that"):
            return False
        if scene.at(index) is not None:
            continue
        if word in words("adjunct"):
            return False
        close = index >= spot.first - 6
        heard = heard or (close and (word in words("hearsay") or _strip(word) in words("hearsay")))
        if _denies(scene, index):
            return heard
    return False


def _strip(word: str) -> str:
    """ "للأنباء", "بخبر": without a preposition."""
    word = bare(word)
    return "ال" + word[2:] if word.startswith("لل") else word[1:] if word[:1] in "بل" else word


def _holding(scene: Scene, spot: Spot) -> int | None:
    """The verbal noun of holding that governs a meeting: "عقد اجتماع", "عقد أول اجتماع", "انعقاد المجلس"."""
    at = spot.first if scene.norm(spot.first) in words("to_hold") else spot.first - 1
    while at > spot.sentence.first and scene.norm(at) in words("between_holding") | {"اي"}:
        at -= 1
    return at if scene.at(at) is None and scene.norm(at) in words("to_hold") else None


def _failed(scene: Scene, spot: Spot) -> bool:
    """ "فشلت الجامعة في عقد اجتماع", "تعذر عقد", "حال الخلاف دون عقد", "لم تنجح في عقد", "عدم انعقاد"."""
    held = _holding(scene, spot)
    if held is None:
        return False
    if bare(scene.norm(held - 1)) in words("without"):
        return True
    for index in range(held - 1, max(held - _CLAUSE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in _HARD or word in words("turns") or word in words("that") or word in words("relative"):
            return False
        if scene.at(index) is not None:
            continue
        led = index == held - 2 or scene.norm(held - 1) in words("in_holding") or _only_subject(scene, index + 1, held)
        if word in words("fails") or word in words("refuses"):
            return led and scene.norm(index - 1) not in words("negates")
        if word in words("manages"):
            return led and scene.norm(index - 1) in words("negates")
        if word in words("says") or scene.noun(index) is not None:
            return False
    return False


def _only_subject(scene: Scene, first: int, last: int) -> bool:
    """Do only mentions and definite nouns stand in a stretch: "منعت السلطات المحلية عقد مؤتمر"?"""
    return all(scene.at(i) is not None or scene.norm(i).startswith("ال") for i in range(first, last))


def _refused(scene: Scene, spot: Spot) -> bool:
    """ "رفض الوزير لقاء نظيره": the meeting itself is refused; not "رفض لقاء القاهرة التدخل", which refuses."""
    before = scene.at(spot.first - 1)
    if spot.definite or spot.prefix not in ("", "ب"):
        return False
    if before is None:
        refusal = bare(scene.norm(spot.first - 1))
        return refusal in words("refusal") or (refusal == "عن" and _back_to(scene, spot, "refuses") is not None)
    at = before.first - 1
    while at > spot.sentence.first and scene.at(at) is not None:
        at -= 1
    return bare(scene.norm(at)) in words("refuses") and scene.norm(at - 1) not in words("negates")


def _not_held(scene: Scene, spot: Spot) -> bool:
    """ "لم يعقد أمس الاجتماع", "الاجتماع الوزاري لم ينعقد"; not "لم يعقد سوى اجتماع" or "لم يعقد في القاهرة بل …"."""
    if any(scene.norm(i) == "بل" for i in range(spot.last, min(spot.last + _BEHIND, spot.sentence.last))):
        return False
    for index in range(spot.first - 1, max(spot.first - _VERB, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if scene.at(index) is not None:
            continue
        if word in _HARD or word in words("except") or word in words("turns") or scene.noun(index) is not None:
            break
        if word in words("adjunct") and index == spot.first - 1:
            break
        if word in words("holds_not"):
            return bare(scene.norm(index - 1)) in ("لم", "لن")
    for index in range(spot.last, min(spot.last + _VERB, spot.sentence.last - 1)):
        word = scene.norm(index)
        if scene.at(index) is None and (word in _HARD or scene.noun(index) is not None or word in "،,"):
            return False
        if word in ("لم", "لن"):
            held = scene.norm(index + 1) in words("holds_not")
            return held and scene.norm(index + 2) not in words("except") and scene.noun(index + 2) is None
    return False
