"""Meetings to come, planned in vain or demanded with other things, and those long before or around the one that is told.

"لم تتبق سوى أيام حتى القمة", "فشل مقترح عقد لقاء كان مقررا", "وقف النار وإشراف الاتحاد وعقد لقاء", "بعد شهرين من تنظيم".
"""

from __future__ import annotations

from itertools import takewhile

from ingest.mentions.meetings.due import due_of, was_due, was_due_before
from ingest.mentions.meetings.lexicon import any_of, denies, taking_place, turns_off, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.tenses import is_future_form, is_present_form

_FRAMED = 12  # tokens from a meeting to the one in whose frame it is held
_ABOUT = 4  # tokens from a meeting to the one that it is about
_COUNTDOWN = 12  # tokens in front of a meeting in which the days left are counted
_PLAN, _END = 8, 40  # tokens behind it in which it was planned, and how that ended
_TOLD = 20  # tokens around a meeting among which a verb tells that it is still to come
_CLAUSE = 16  # tokens in front of it in which the plan failed
_LIST, _DONE = 12, 30  # tokens in front of it in which other demands stand, and a verb that tells them as done


def counted_down(scene: Scene, spot: Spot) -> bool:
    """ "لم تتبق سوى بضعة أيام حتى القمة", "تفصلنا أيام عن المؤتمر"."""
    for index in range(spot.first - 1, max(spot.first - _COUNTDOWN, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in ".؛؟!:":
            return False
        if scene.at(index) is None and word in words("remains"):
            behind = range(index + 1, min(index + 5, spot.first))
            left = any(scene.norm(i) in words("days_left") for i in behind)
            only = any(scene.norm(i) in words("only") for i in behind) or word.endswith("نا")
            return left and only
    return False


def in_vain(scene: Scene, spot: Spot) -> str | None:
    """ "فشل مقترح عقد لقاء كان مقررا", "كان مقررا … قبل أن يلغى": "cancelled" or "postponed", where a plan ended so."""
    due = due_of(scene, spot)
    if due is None:
        return None
    if scene.norm(spot.first - 2) == "لم" and scene.norm(spot.first - 1) in taking_place():
        return "cancelled"  # "لم تنعقد الجلسة التي كانت مقررة اليوم"
    if any(scene.norm(i) in words("instead") for i in range(max(spot.first - _LIST, spot.sentence.first), spot.first)):
        return "cancelled"  # "عوضا عن القمة التي كان من المقرر أن تعقد"
    for index in range(due, min(due + _END, spot.sentence.last - 2)):
        word = bare(scene.norm(index))
        turn = turns_off(word, scene.norm(index + 1), "contrasts", "turns_off")
        if turn and _did_not(scene, index, spot):
            return "cancelled"
        if word in ("لم", "لن") and scene.norm(index + 1) in denies("gets_going"):
            return "postponed"  # "الجولة التي كان يفترض أن تنطلق اليوم … لم تنطلق"
        if word in ("لم", "لن") and scene.norm(index + 1) in taking_place() | denies("holds_it"):
            by_host = scene.norm(index + 1).endswith(("ه", "ها"))  # "لن تستضيفها الجزائر"
            return "planned" if by_host else "cancelled"  # "القمة التي كان يفترض أن تستضيفها … لم تنعقد"
        if word in ".؛؟!" or (scene.noun(index) is not None and scene.at(index) is None):
            break
        if word == "قبل" and scene.norm(index + 1) == "ان":
            near = {scene.norm(i) for i in range(index + 2, index + 4)}
            return "cancelled" if near & words("was_called_off") else "postponed" if near & words("was_put_off") else None
    for index in range(spot.first - 1, max(spot.first - _CLAUSE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in ".؛؟!:" or word in words("turns"):
            return None
        if scene.at(index) is None and word in words("failure"):
            return "cancelled"
    return None


def _did_not(scene: Scene, turn: int, spot: Spot) -> bool:
    """ "… لكن اللقاء لم يتم", "غير أنها لم تنعقد"."""
    near = range(turn + 1, min(turn + _PLAN, spot.sentence.last - 1))
    if any(bare(scene.norm(i)) in words("prevents") and "دون" in (scene.norm(i + 1), scene.norm(i + 2)) for i in near):
        return True  # "إلا أن الخلافات حالت دون ذلك"
    return any(scene.norm(i) == "لم" and scene.norm(i + 1) in taking_place() for i in near)


def foiled(scene: Scene, spot: Spot) -> bool:
    """ "كان مقررا أن تنعقد القمة عام 2022، غير أن الجائحة …": the place and day of a plan that was not kept."""
    if not spot.anaphoric:
        return False
    due = was_due_before(scene, spot)
    due = was_due(scene, spot) if due is None else due
    if due is None:
        return False
    for index in range(due, min(due + _END, spot.sentence.last - 1)):
        turn, following = bare(scene.norm(index)), scene.norm(index + 1)
        if turns_off(turn, following, "contrasts", "turns_off"):
            return True
        if turn in words("given_up_then") and following in words("given_up") and scene.at(index) is None:
            return True
        then = scene.norm(index + 2) if turn == "قبل" and following == "ان" and index + 2 < spot.sentence.last else ""
        if then in words("was_put_off") or then in words("was_called_off"):
            return True  # "كان الاجتماع مقررا الثلاثاء قبل أن يتأجل بيومين"
    return False


def was_to(scene: Scene, spot: Spot) -> bool:
    """ "كان الوزراء سيجتمعون": "was" in front of the verb of a meeting."""
    front = range(spot.first - 1, max(spot.first - _PLAN, spot.sentence.first) - 1, -1)
    before = takewhile(lambda norm: norm not in ".؛:،", (scene.norm(i) for i in front))
    return any(bare(norm) in words("was") for norm in before)


def demanded(scene: Scene, spot: Spot) -> bool:
    """ "… وقف النار وإشراف الاتحاد وعقد لقاء": one of several verbal nouns that nobody tells as done."""
    if spot.anaphoric or spot.verb or spot.prefix or not _and_to_hold(scene, spot.first - 1):
        return False
    if scene.norm(spot.first).endswith("ا"):
        return False  # "وعقد اجتماعا": he held it
    front = range(max(spot.first - 1 - _LIST, spot.sentence.first), spot.first - 1)
    others = sum(scene.norm(i) in words("demands") for i in front if scene.at(i) is None)
    if others < (2 if scene.norm(spot.first).endswith("ه") else 1):
        return False
    told = range(max(spot.first - _DONE, spot.sentence.first), spot.first - 1)
    return not any(bare(scene.norm(i)) in words("done_before") for i in told if scene.at(i) is None)


def _and_to_hold(scene: Scene, at: int) -> bool:
    """ "وعقد" in front of a meeting."""
    word = scene.norm(at)
    return word.startswith("و") and word[1:] in words("its_holding")


def of_agenda(scene: Scene, spot: Spot) -> bool:
    """ "عرض ورقته لجدول أعمال الحوار": what was done for its agenda was not done at it."""
    return scene.norm(spot.first - 1) in words("agenda")


def attacked(scene: Scene, spot: Spot) -> bool:
    """ "بتهمة التخطيط لتفجير اجتماع": the day and place in front are those of somebody's arrest."""
    word = bare(scene.norm(spot.first - 1))
    return word in words("attacks") or (word[:1] in "لب" and word[1:] in words("attacks"))


def thought_of(scene: Scene, spot: Spot) -> bool:
    """ "وفي صنعاء، وصف القيادي المؤتمر بأنه …", "رحب المتحدث بالقمة": spoken of where the speaker is, and not held there."""
    if spot.verb or not spot.anaphoric or spot.prefix not in ("", "ب"):
        return False
    for index in range(spot.first - 1, max(spot.first - _CLAUSE, spot.sentence.first) - 1, -1):
        if scene.at(index) is not None:
            continue
        word = bare(scene.norm(index))
        if word in words("thinks_of"):
            return True
        if word in ".؛:،" or word in words("begins_clause") or word in words("hold") or scene.noun(index) is not None:
            return False
    return False


def long_before(scene: Scene, spot: Spot) -> bool:
    """ "بعد شهرين من تنظيم الاجتماع", "بعد عام على انعقاد القمة": another one than that at which it is said."""
    at = spot.first - 1
    if scene.norm(at) in words("to_hold"):
        at -= 1
    if scene.norm(at) not in ("من", "علي"):
        return False
    near = range(max(at - 3, spot.sentence.first), at)
    after = any(bare(scene.norm(i)) == "بعد" for i in near)
    return after and any(scene.norm(i) in words("long_after") for i in near)


def meanwhile(scene: Scene, index: int) -> bool:
    """ "ألغي اللقاء، فيما استقبل …", "…، في حين استقبل": what goes before is another clause."""
    word, comma = scene.norm(index), scene.norm(index - 1) in "،,"
    return (comma and word in words("meanwhile")) or (word == "حين" and scene.norm(index - 1) == "في")


def some_time_after(scene: Scene, spot: Spot) -> bool:
    """ "قبل أسبوعين من انعقاد القمة", "قبل أيام من الموعد المعلن للمؤتمر": what is told is told before it."""
    at = spot.first - 1
    while at > spot.sentence.first and bare(scene.norm(at)) in any_of("begins_with", "this", "appointed"):
        at -= 1
    if spot.verb or scene.norm(at) != "من" or (at == spot.first - 1 and spot.prefix):
        return False
    near = [bare(scene.norm(i)) for i in range(max(at - 4, spot.sentence.first), at)]
    units = any_of("long_after", "two_days", "one_day", "days", "hours")
    if "قبل" not in near or units.isdisjoint(near[near.index("قبل") :]):
        return False
    told = range(max(at - _TOLD, spot.sentence.first), min(spot.last + _TOLD, spot.sentence.last))
    return any(is_present_form(scene.norm(i)) or is_future_form(scene.norm(i)) for i in told if scene.at(i) is None)


def is_frame(scene: Scene, spot: Spot) -> bool:
    """ "مائدة مستديرة انعقدت في إطار مؤتمر": the conference around the meeting that is told."""
    return scene.norm(spot.first - 1) in words("frames") and _is_behind_another(scene, spot, _FRAMED)


def is_matter(scene: Scene, spot: Spot) -> bool:
    """ "ندوة عن القمة": the summit that the meeting which is told is about."""
    return scene.norm(spot.first - 1) in words("spoken_of_it") and _is_behind_another(scene, spot, _ABOUT)


def _is_behind_another(scene: Scene, spot: Spot, reach: int) -> bool:
    return first_within(scene.noun_places, max(spot.first - reach, spot.sentence.first), spot.first - 1) is not None
