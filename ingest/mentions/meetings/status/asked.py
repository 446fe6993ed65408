"""Meetings that somebody asks for, proposes or agrees on: "طلب المغرب عقد جلسة", "دعا إلى اجتماع", "الحل … وعقد مؤتمر".

Whether such a meeting took place the words do not say. It is an idea, and what was done on the day told is the asking.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from ingest.cues import governing
from ingest.mention import Mention
from ingest.mentions.meetings.date.undated import today_of
from ingest.mentions.meetings.detection.elided import was_held
from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.tenses import is_future_form
from ingest.unreal import irrealis
from kg.claim import PartialDate

_CALL = 9  # tokens in front of "attending" in which the invitation is told
_COMES = 12  # tokens in front of a meeting in which it is told who will not come
_CLAUSE = 16  # tokens in front of a meeting in which it is asked for


def asked(scene: Scene, spot: Spot) -> bool:
    """Is an indefinite meeting the object of asking, wanting or agreeing, itself or as a verbal noun of holding?"""
    at = head_of(scene, spot) - 1
    if to_be_brought(scene, spot):
        return True
    known = spot.anaphoric and at == spot.first - 1 and "following" not in spot.marks  # but "أقرت عقد القمة المقبلة في …"
    if known or spot.verb or spot.prefix not in ("", "ل", "ب") or scene.at(at) is not None:
        return False
    word, joined = scene.norm(at), False
    while word in words("between_holding") and at > spot.sentence.first:
        at -= 1
        word = scene.norm(at)  # "عقد أول اجتماع"
    if bare(word) in words("to_hold"):
        joined = word.startswith("و")
        if joined and _accusative(scene, spot):
            return False  # "… وعقد اجتماعا": he held it
        if word in words("its_holding") and _accusative(scene, spot):
            return False
        at -= 1
    elif word in words("to_or_upon"):
        at -= 1
    elif bare(word) not in words("asks") or spot.prefix or bare(word) in words("calls_to"):
        return False  # "دعت القمة إلى …": it is the summit that calls
    return _asking(scene, spot, at, joined=joined)


def to_be_brought(scene: Scene, spot: Spot) -> bool:
    """ "محاولات من أجل جمع فلان وعلان في لقاء": to bring them together is the aim, unless somebody managed to."""
    return brought(scene, spot) is not None


def brought(scene: Scene, spot: Spot) -> int | None:
    """The word of bringing two together that is only an aim."""
    if spot.verb or spot.definite or scene.norm(spot.first - 1) not in words("place_prepositions"):
        return None
    for index in range(spot.first - 2, max(spot.first - _CLAUSE, spot.sentence.first), -1):
        word, before = scene.norm(index), bare(scene.norm(index - 1))
        if word in ".؛:" or scene.noun(index) is not None:
            return None
        if scene.at(index) is None and word in words("brings_both"):
            front = range(max(index - 5, spot.sentence.first), index)
            managed = any(
                bare(scene.norm(i)) in words("manages") and scene.norm(i - 1) not in words("no_event_before") for i in front
            )
            aim = word[0] in "لب" or before in words("to_bring") or before in words("asks")
            return index if aim and not managed else None
    return None


def next_weekday(scene: Scene, spot: Spot, date: Mention | None) -> Mention | None:
    """ "دعا إلى عقد اجتماع يوم الأحد": the day of what is called for is the next one of its name."""
    told = today_of(scene.document, date)
    if date is None or date.date is None or date.date.start is None or date.date.end is not None or told is None:
        return date
    said = {scene.norm(i) for i in range(date.first, date.last)}
    if (back := _month_back(scene, spot, date, said, told)) is not None:
        return back
    coming = "following" in spot.marks or _is_to_be_held(scene, spot, date)
    if coming and (ahead := _month_ahead(date, said, told)) is not None:
        return ahead
    if "ahead" not in spot.marks and (date.first < spot.last or not asked(scene, spot)):
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


def _is_to_be_held(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "من المقرر أن تستضيف المدينة الملتقى الثاني في ديسمبر", "المؤتمر سيعقد في مارس"; not "كان من المقرر أن"."""
    front = range(max(spot.first - _COMES, spot.sentence.first), spot.first)
    for index in (*front, *range(spot.last, min(date.first, spot.last + _COMES))):
        word = bare(scene.norm(index))
        if scene.at(index) is not None or not (word in words("is_due") or (word[:1] == "س" and word[1:] in words("hold"))):
            continue
        return not any(bare(scene.norm(i)) in words("was") for i in range(max(index - 2, spot.sentence.first), index))
    return False


def _month_back(scene: Scene, spot: Spot, date: Mention, said: set[str], told: PartialDate) -> Mention | None:
    """ "كان قد زار دمشق في فبراير والتقى …", said in November: a month without its year is the last of its name."""
    start = date.date.start if date.date is not None else None
    if start is None or start.month is None or told.month is None or said & words("tomorrow"):
        return None
    named = any(word.isdigit() and len(word) == 4 for word in said)
    if named or not (is_past(scene, spot) or was_held(scene, spot)) or (start.year, start.month) <= (told.year, told.month):
        return None
    value = replace(date.date, start=PartialDate(start.year - 1, start.month, start.day), end=None) if date.date else None
    return replace(date, date=value)


def is_past(scene: Scene, spot: Spot) -> bool:
    """Is the spot a verb in the past tense?"""
    word = bare(scene.norm(spot.first))
    if spot.verb in ("meet", "receive"):
        return word[:1] == "ا"
    return spot.verb in ("confer", "gather") and (word[:1] not in "يتنس" or word in words("past_with_ta"))


def _month_ahead(date: Mention, said: set[str], told: PartialDate) -> Mention | None:
    """ "تلتئم الدورة المقبلة في مارس", said in September: a month without its year is the next of its name."""
    start = date.date.start if date.date is not None else None
    if start is None or start.month is None or told.month is None or said & (any_of("yesterday", "this")):
        return None
    if any(word.isdigit() and len(word) == 4 for word in said) or (start.year, start.month) >= (told.year, told.month):
        return None
    value = replace(date.date, start=PartialDate(start.year + 1, start.month, start.day), end=None) if date.date else None
    return replace(date, date=value) if (start.year + 1, start.month) >= (told.year, told.month) else None


def expected(scene: Scene, spot: Spot) -> bool:
    """ "القمة المرتقبة", "الحوار الذي دعا إليه الرئيس": nothing says that it took place."""
    if any(scene.norm(i) in words("planned") for i in range(spot.first + 1, spot.last)):
        return True
    if _invited(scene, spot):
        return True
    at = spot.last + 1
    return scene.norm(spot.last) in words("relative") and bare(scene.norm(at)) in words("called_for")


def may_come(scene: Scene, spot: Spot, before: list[int], after: list[int]) -> bool:
    """ "لن يحضر فلان القمة", "هل يشارك فلان في المؤتمر", "لقاء قد يجمع": it was not held yet, as far as is told."""
    behind = (i for i in after[:_COMES] if scene.norm(i - 1) in words("perhaps") and scene.norm(i)[:1] in ("ي", "ت"))
    if any(scene.norm(i) in words("hold") for i in behind):
        return True
    beside = bool(before) and scene.at(before[0]) is None and scene.norm(before[0])[:1] in ("ي", "ت")
    if beside and scene.norm(before[0] - 1).lstrip("وف") in words("will_not"):
        return True  # "لن تنجح القمة في"
    near = (i for i in before[:_COMES] if scene.norm(i) in words("would_come"))
    return any(_may_be_there(scene, spot, i) for i in near)


def _may_be_there(scene: Scene, spot: Spot, at: int) -> bool:
    """ "هل يحضر", "يرجح أن يحضر"."""
    that = scene.norm(at - 1) == "ان" and irrealis(scene.document, spot.sentence, at) == "supposed"
    return that or scene.norm(at - 1).lstrip("وف") in words("whether_or_not")


def if_there(scene: Scene, spot: Spot, before: list[int]) -> bool:
    """ "إذا شارك فلان في القمة": who will be there is open, so it is still to come."""
    near = (i for i in before[:_COMES] if scene.norm(i) in words("was_there"))
    return any(governing(scene.reading, spot.sentence, i) == "supposed" for i in near)


def _invited(scene: Scene, spot: Spot) -> bool:
    """ "تلقى دعوة لحضور المؤتمر", "دعاه إلى المشاركة في القمة": what somebody is invited to is still to come."""
    at = spot.first - 1
    while scene.norm(at) in words("at_the_works") and at > spot.sentence.first:
        at -= 1
    if scene.norm(at).removeprefix("ل").removeprefix("ال") not in words("attending"):
        return False
    front = range(max(at - _CALL, spot.sentence.first), at)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("invites") for i in front)


def _accusative(scene: Scene, spot: Spot) -> bool:
    """ "اجتماعا", the object of a verb; "جلسة" may be either."""
    return scene.norm(spot.first).endswith("ا") and not scene.norm(spot.first).endswith("دا")


def _asking(scene: Scene, spot: Spot, at: int, *, joined: bool) -> bool:
    """Does a word of asking stand in the clause that ends at a token?"""
    masculine = not scene.norm(spot.first).endswith("ه")
    for index in range(at, max(at - _CLAUSE, spot.sentence.first - 1), -1):
        if scene.at(index) is not None:
            continue
        word = bare(scene.norm(index))
        if word in ".؛؟:" or scene.noun(index) is not None or (joined and not masculine and word in "،,"):
            return False
        if word in words("done"):
            return False
        if word in words("asks") or word.removeprefix("س") in words("asks"):
            return scene.norm(index - 1) not in words("no_event_before") or word in words("asked_though_denied")
    return False


def on_course(scene: Scene, spot: Spot) -> bool:
    """ "من المقرر أن تشهد القمة توقيع …": what it will do is planned, and it may have begun."""
    return scene.norm(spot.first - 1) in words("its_course") and scene.norm(spot.first - 2) == "ان"


def told_as_coming(scene: Scene, spot: Spot) -> bool:
    """ "القمة المرتقبة", "القمة التي ستعقد": what is done before it stands with a day of its own."""
    told = any(scene.norm(i) in words("planned") for i in range(spot.first + 1, spot.last + 1))
    will_be = scene.norm(spot.last) in words("relative") and is_future_form(scene.norm(spot.last + 1))
    if not (told or will_be):
        return False
    front = range(max(spot.first - _CLAUSE, spot.sentence.first), spot.first)
    return not any(bare(scene.norm(i)) in words("hold") for i in front)  # "عقد أمس الاجتماع المقرر"
