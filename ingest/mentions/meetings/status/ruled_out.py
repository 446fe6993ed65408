"""Meetings that are out of the question, that have no more than a date, and those that will not be held on it.

"لقاء ثلاثي غير مطروح", "لم يعلن موعد القمة", "القمة لن تنعقد في موعدها", "سيغيب فلان عن القمة".
"""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import adjectives, any_of, taking_place, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.unreal import irrealis

_MISSED = 3  # tokens in front of a meeting in which its boycott is told
_PREDICATE = 14  # tokens behind a meeting in which it is told that it is out of the question, or will not be held
_DATE = 5  # tokens in front of "for the summit" in which its date is spoken of
_ON_TIME = 6  # tokens behind a verb of not holding in which the date stands


def ruled_out(scene: Scene, spot: Spot) -> bool:
    """ "عقد قمة في تونس غير وارد", "لقاء مع فلان لم يكن مطروحا", "اجتماع اللجنة مستبعد": the predicate of the meeting."""
    if spot.verb:
        return False
    first = spot.last - (scene.norm(spot.last - 1) in words("not_so"))  # "غير", taken for the head of an adjective
    for index in range(first, min(spot.last + _PREDICATE, spot.sentence.last - 1)):
        word = scene.norm(index)
        if word in words("unlikely"):
            return True
        if _is_not(scene, index):
            return scene.norm(index + 1).removesuffix("ا") in words("out_of_question")
        if scene.at(index) is None and not (word in words("in_subject") or word.removesuffix("ا") in adjectives()):
            return False
    return False


def _is_not(scene: Scene, index: int) -> bool:
    """ "غير", "ليس"; "يكن" behind "لم"."""
    word, before = scene.norm(index), scene.norm(index - 1)
    return word in words("not_so") or (word in any_of("copula_denied", "copula_to_come") and before in ("لم", "لن"))


def date_spoken_of(scene: Scene, spot: Spot) -> bool:
    """ "لم يحدد موعد القمة", "اقترب موعد المؤتمر", "لا موعد محددا لجولة جديدة": it is still to come."""
    if spot.verb or spot.prefix not in ("", "ل"):
        return False
    first = head_of(scene, spot)
    at, near = first - 1, bool(spot.prefix) or scene.norm(first).startswith("ل")
    while scene.norm(at) in words("to_hold") and at > spot.sentence.first:
        at -= 1
    front = range(at, max(at - (_DATE if near else 1), spot.sentence.first - 1), -1)
    for index in front:
        word = bare(scene.norm(index))
        if word in words("date_of"):
            return bare(scene.norm(index - 1)) not in words("on_the_date")
        if word in ".؛؟!:،":
            return False
    return False


def not_on_time(scene: Scene, spot: Spot, date: Mention | None) -> bool:
    """ "القمة لن تنعقد في موعدها", "لم تعقد القمة المقررة أمس في موعدها": it was or will be put off."""
    front = scene.norm(spot.first - 2).lstrip("وف") in ("لم", "لن") and scene.norm(spot.first - 1) in taking_place()
    verb = spot.last if front and not spot.verb else None
    for index in range(spot.last, min(spot.last + _PREDICATE, spot.sentence.last - 1)) if verb is None else ():
        word = scene.norm(index)
        if word in ".؛؟!:" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
        if word in ("لم", "لن") and scene.norm(index + 1) in taking_place():
            verb = index + 2
            break
    if verb is None:
        return False
    if date is not None and date.first >= verb and _as_was_planned(scene, date.last):
        return True  # "لن تلتئم في مارس كما كان مقررا"
    last = min(max(verb, date.last if date is not None and date.first >= verb else verb) + _ON_TIME, spot.sentence.last)
    return any(scene.norm(i) in words("on_its_date") and scene.norm(i - 1) == "في" for i in range(verb, last))


def _as_was_planned(scene: Scene, at: int) -> bool:
    return scene.norm(at) in words("just_as") and scene.norm(at + 1) in words("was")


def will_be_missed(scene: Scene, spot: Spot) -> bool:
    """ "سيغيب فلان عن القمة", "قد يتغيب فلان عن المؤتمر": it is still to come."""
    if _threatened(scene, spot):
        return True
    if spot.verb or bare(scene.norm(spot.first - 1)) not in words("away_from"):
        return False
    for index in range(spot.first - 2, max(spot.first - _PREDICATE, spot.sentence.first - 1), -1):
        word = bare(scene.norm(index))
        if scene.at(index) is None and word.removeprefix("س") in words("stays_away"):
            return word.startswith("س") or bare(scene.norm(index - 1)) in words("whether_or_not")
        if word in ".؛؟!:":
            return False
    return False


def _threatened(scene: Scene, spot: Spot) -> bool:
    """ "هدد فلان بعدم المشاركة في القمة", "لوح بمقاطعة القمة": it is still to come."""
    missed = any(bare(scene.norm(i)) in words("would_miss") for i in range(spot.first - _MISSED, spot.first))
    if spot.verb or not missed:
        return False
    for index in range(spot.first - 2, max(spot.first - _PREDICATE, spot.sentence.first - 1), -1):
        if scene.at(index) is None and bare(scene.norm(index)) in words("threatens"):
            return True
        if scene.norm(index) in ".؛؟!:":
            return False
    return False


def would_do_with(scene: Scene, spot: Spot) -> bool:
    """ "يتوقع أن يكتفي فلان باجتماع", "فلان مستعد لاجتماع": the object of what is only expected or possible."""
    if spot.verb or spot.anaphoric or spot.prefix not in ("ب", "ل"):
        return False
    if spot.prefix == "ل":
        return bare(scene.norm(spot.first - 1)) in words("ready")
    for index in range(spot.first - 1, max(spot.first - _DATE, spot.sentence.first), -1):
        if scene.at(index) is None and scene.norm(index - 1) == "ان":
            return irrealis(scene.document, spot.sentence, index) == "supposed"
        if scene.norm(index) in ".؛؟!:،":
            return False
    return False
