"""A word of putting off or calling off beside a meeting: it does so, or is asked for, denied, or said of a coming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.cues import governing
from ingest.mention import Kind
from ingest.mentions.meetings.changed import changes_of, held_then
from ingest.mentions.meetings.due import has_own_subject
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status.held_as import word_of
from ingest.mentions.meetings.word_places import said, said_bare

_FRONT = 7  # tokens in front of a meeting in which it is told to be held
_REACH = 24  # tokens behind a meeting in which it is told to be put off to another day


def off_in_front(scene: Scene, spot: Spot, before: Sequence[int]) -> Iterator[tuple[str, float, int]]:
    """Statuses that such words give, each with its strength and the token that says so; `before`: tokens, nearest first."""
    if not spot.verb and scene.norm(spot.first - 1) in words("carried_over"):
        yield "postponed", 6.0, spot.first - 1
    if not said_bare(scene, spot.sentence.first, spot.first, "cancelled", "postponed", "put_off_or_term"):
        return
    if _of_another(scene, spot):
        return
    for index in before:
        for off in ("cancelled", "postponed"):
            told = bare(scene.norm(index)) in words(off) or (off == "postponed" and _is_term(scene, spot, index))
            if not told or is_setting(scene, spot) or coming_only(scene, spot, index):
                continue
            if only_asked(scene, spot, index):
                yield "planned", 2.4, index  # "رفض تأجيل القمة": it is still to come
            else:
                near = index >= spot.first - 4 or _subject_between(scene, index, spot.first)
                yield off, 6.0 if near else 4.0, index


def _of_another(scene: Scene, spot: Spot) -> bool:
    """ "عقدت الدورة الخامسة عام 2019، قبل أن تؤجل الدورة الحالية": not the one told in front."""
    near = {scene.norm(i) for i in range(spot.first + 1, min(spot.last + 1, spot.sentence.last))}
    if not spot.definite or near.isdisjoint(any_of("following", "current")):
        return False
    front = range(spot.sentence.first, spot.first - 1)
    forms = (scene.noun(i) for i in front if scene.at(i) is None)
    return any(form is not None and form.noun.lemma == spot.noun.lemma for form in forms)


def _is_term(scene: Scene, spot: Spot, index: int) -> bool:
    """ "أجل الاجتماع", not "من أجل الاجتماع": the verb, which begins its clause right in front of its subject."""
    first = index == spot.sentence.first or scene.norm(index - 1) in any_of("already", "clause_marks")
    return index == spot.first - 1 and bare(scene.norm(index)) in words("put_off_or_term") and first


def is_setting(scene: Scene, spot: Spot) -> bool:
    """ "ألغى مشاركته في القمة", "تأجيل توقيع الاتفاق خلال الاجتماع": what is put off is something at the meeting."""
    before = scene.norm(spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1))
    return spot.prefix.endswith("ب") or bare(before) in words("within") or before in words("margin") or before == "الي"


def only_asked(scene: Scene, spot: Spot, index: int) -> bool:
    """ "دعوات إلى تأجيل القمة", "إلغاء أو تأجيل القمة", "إلغاء المؤتمر غير وارد": not done."""
    if "او" in (scene.norm(index - 1), scene.norm(index + 1)):
        return True
    unsure = governing(scene.reading, spot.sentence, index) in ("denied", "supposed")
    if unsure or word_of(scene, spot.sentence, index) is not None:
        return True  # "نفت الوزارة ما تردد عن تأجيل المؤتمر", "رفض تأجيل القمة"
    front = [bare(scene.norm(i)) for i in range(max(index - 3, spot.sentence.first), index) if scene.at(i) is None]
    behind = range(spot.last, min(spot.last + 5, spot.sentence.last))
    asked = any(word in words("only_asked") or word[1:] in words("only_asked") for word in front)
    return asked or any(
        scene.norm(i) in words("out_of_question") and scene.norm(i - 1) in words("not_so") for i in behind
    )


def coming_only(scene: Scene, spot: Spot, index: int) -> bool:
    """ "ألغى الرئيس مشاركته في القمة": that he comes is called off, and not the summit."""
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("own_part") for i in range(index + 1, spot.first))


def _subject_between(scene: Scene, verb: int, first: int) -> bool:
    """ "أرجأت الجامعة العربية إلى موعد لاحق اجتماعا": only who puts it off, and until when, in front of the object."""
    named = scene.at(verb + 1)
    between = range(named.last if named is not None else verb + 2, first)
    said = (scene.norm(i) for i in between if scene.at(i) is None)
    return all(word in words("until_later") or word in "،," for word in said)


def put_off_behind(scene: Scene, spot: Spot) -> int | None:
    """The verb of "القمة التي كان مقررا عقدها في مايو أجلت إلى يونيو": told behind the meeting, of itself."""
    reach = min(spot.last + _REACH, spot.sentence.last - 2)
    for index in range(spot.last, reach) if not spot.verb and said(scene, spot.last, reach, "was_moved") else ():
        word = scene.norm(index)
        if scene.at(index) is not None:
            continue
        if word in ".؛؟!:" or scene.noun(index) is not None:
            return None
        if word in words("was_moved") and scene.norm(index + 1) == "الي":
            before = scene.norm(index - 1)  # "كان مقررا السبت ثم أجل": told of the plan
            if has_own_subject(scene, index):
                return None
            return None if before in any_of("no_event_before", "given_up_then") else index
    return None


def is_put_off_behind(scene: Scene, spot: Spot) -> bool:
    """ "القمة التي كان مقررا عقدها في مايو أجلت إلى يونيو"."""
    verb = put_off_behind(scene, spot)
    day = scene.at(verb + 2) if verb is not None else None
    return day is not None and day.kind is Kind.DATE


def put_off_before(scene: Scene, spot: Spot, index: int) -> bool:
    """ "عقدت القمة بعدما تأجلت مرتين": was it put off before it took place, or before what is told of it?"""
    near = [scene.norm(i) for i in range(index - 3, index)]
    if "بعدما" not in near and not any(one == "بعد" and two == "ان" for one, two in pairwise(near)):
        return False
    around = (*range(max(spot.first - _FRONT, spot.sentence.first), spot.first), *range(spot.last, index))
    verbs = (i for i in around if scene.at(i) is None and bare(scene.norm(i)).removeprefix("س") in words("hold"))
    return any(scene.norm(i - 1) not in words("no_event_before") for i in verbs)


def told_anew(scene: Scene, spot: Spot) -> Iterator[tuple[str, float, int]]:
    """Statuses of a meeting whose plan is changed behind it, or which was held after all, as `off_in_front` gives them."""
    for change in changes_of(scene, spot):
        yield ("postponed" if change.day else "planned"), 4.7, change.at
    if (then := held_then(scene, spot)) is not None:
        yield "held", 5.4, then
