"""Meetings that nobody tells of: what a law lays down, a haunt, a try, one encounter and another.

"ينص القانون على اختياره في جلسة المجلس", "المقهى ملتقى الأدباء", "سعت إلى تسهيل المفاوضات", "غابت المحادثات بينهما".
"""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import adjectives, taking_place, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare, is_holding

_CLAUSE = 14  # tokens in front of a meeting in which a law lays it down, or somebody tries
_ANTECEDENT = 8  # tokens in front of a relative in which the house stands that received somebody
_VOTE = 14  # tokens around a round in which a vote is told
_HARD = frozenset(".؛؟!:")


def in_general(scene: Scene, spot: Spot) -> bool:
    """Does the sentence name a meeting without telling of one that takes place?"""
    if spot.verb:
        return _house_receives(scene, spot)
    return (
        _laid_down(scene, spot)
        or _haunt(scene, spot)
        or _tried(scene, spot)
        or _absent(scene, spot)
        or _now_and_then(scene, spot)
        or _ballot(scene, spot)
        or _course(scene, spot)
        or _of_this_sort(scene, spot)
        or _so_often(scene, spot)
        or _first_of_its_kind(scene, spot)
        or _again_and_again(scene, spot)
    )


def _laid_down(scene: Scene, spot: Spot) -> bool:
    """ "ينص النظام على انتخاب الأمين في اجتماع اللجنة": a statute and what it does, with no day told."""
    if spot.definite or scene.norm(spot.first - 1) not in words("in_or_during") or _dated(scene, spot):
        return False
    for index in range(spot.first - 2, max(spot.first - _CLAUSE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in _HARD or word in words("relative") or word in words("says"):
            return False
        if word in words("lays_down") and scene.at(index) is None:
            near = range(max(index - 5, spot.sentence.first), index + 2)
            return any(bare(scene.norm(i)) in words("statutes") for i in near)
        if word in words("under_law") and bare(scene.norm(index + 1)) in words("statutes"):
            verb = bare(scene.norm(index + 2))
            return verb[:1] in "يت" and scene.at(index + 2) is None
    return False


def _dated(scene: Scene, spot: Spot) -> bool:
    """Is a day told behind a spot, or a city right behind it?"""
    near = scene.between(spot.last, min(spot.last + 8, spot.sentence.last))
    return any(m.kind is Kind.DATE or (m.kind is Kind.PLACE and m.first <= spot.last + 2) for m in near)


def _haunt(scene: Scene, spot: Spot) -> bool:
    """ "المقهى ملتقى الأدباء", "كان ملتقى الفنانين": a predicate, of people; not "وهو ملتقى دولي ينعقد"."""
    if spot.noun.lemma not in words("haunts") or spot.prefix or spot.anaphoric or spot.last > spot.first + 1:
        return False
    behind = scene.norm(spot.last)
    if behind in adjectives() or ordinal(scene, spot.last) is not None:
        return False
    if behind in words("crossroads"):
        return True
    reach = range(spot.last, min(spot.last + 10, spot.sentence.last))
    if any(scene.at(i) is None and (_is_held(scene, i) or scene.norm(i).isdigit()) for i in reach):
        return False
    before = bare(scene.norm(spot.first - 1))
    if before in words("copulas") or scene.norm(spot.first - 1) in words("copulas"):
        return behind.startswith(("ال", "لل", "ل")) or scene.at(spot.last) is None
    return before.startswith("ال") and before in words("houses_that_receive")


def _is_held(scene: Scene, index: int) -> bool:
    """ "ملتقى ينعقد", but not "منذ افتتاحه"."""
    return is_holding(scene.norm(index)) and scene.norm(index - 1) != "منذ"


def _house_receives(scene: Scene, spot: Spot) -> bool:
    """ "المقهى الذي استقبل أدباء مثل …", "استقبل الفندق نزلاء": a house is the subject, and nobody met."""
    if spot.verb != "receive":
        return False
    behind = scene.norm(spot.last)
    if scene.at(spot.last) is None and behind.startswith("ال") and behind in words("houses_that_receive"):
        return True
    if scene.norm(spot.first - 1) not in words("relative"):
        beside = scene.norm(spot.first - 1)
        return scene.at(spot.first - 1) is None and beside.startswith("ال") and beside in words("houses_that_receive")
    for index in range(spot.first - 2, max(spot.first - _ANTECEDENT, spot.sentence.first) - 1, -1):
        mention, word = scene.at(index), bare(scene.norm(index))
        if mention is not None and (mention.kind in PARTIES or mention.kind in COLLECTIVES):
            return False
        if mention is None and word.removeprefix("ب").removeprefix("ل") in words("houses_that_receive"):
            return True
        if word in _HARD or word in "،,":
            return False
    return False


def _tried(scene: Scene, spot: Spot) -> bool:
    """ "حاولت تسهيل المحادثات", "سعى إلى إحياء المفاوضات", "الجهود الرامية إلى استئناف المفاوضات": talks in general."""
    if spot.noun.group != "talks" or not spot.definite or spot.possessive or _dated(scene, spot):
        return False
    at = spot.first - 1
    if scene.at(at) is not None or scene.norm(at) not in words("attempted"):
        return False
    at -= 1
    subject = scene.at(at)
    if subject is not None:
        at = subject.first - 1
    while at > spot.sentence.first and scene.norm(at) in words("attempt_gap"):
        at -= 1
    return any(bare(scene.norm(i)) in words("attempts") for i in (at, at - 1) if scene.at(i) is None)


def _absent(scene: Scene, spot: Spot) -> bool:
    """ "غابت المحادثات المباشرة بينهما", "في غياب أي لقاء": there was none."""
    at = spot.first - 1
    if scene.norm(at) == "اي":
        at -= 1
    if scene.norm(at) in words("there_is") and not spot.definite:
        return any(scene.norm(i) in words("is_not") for i in range(max(at - 2, spot.sentence.first), at))
    if scene.norm(at) in taking_place() and not spot.definite and scene.at(at) is None:
        return scene.norm(at - 1).removeprefix("و") in words("is_not")  # "لم يحصل لقاء بينه وبين …"
    return scene.at(at) is None and not spot.prefix and bare(scene.norm(at)) in words("absent")


def _now_and_then(scene: Scene, spot: Spot) -> bool:
    """ "لقاؤهما في عدد من المحافل", "لقاءاته به في أكثر من مناسبة": no one of them is told."""
    if not spot.possessive or scene.norm(spot.last) not in words("in_or_during"):
        return False
    if scene.norm(spot.last + 1) not in words("several_times"):
        return False
    behind = range(spot.last + 2, min(spot.last + 5, spot.sentence.last))
    return any(scene.norm(i) in words("occasions") for i in behind)


def _ballot(scene: Scene, spot: Spot) -> bool:
    """ "أصواته في الدورة الأولى": a round of votes, named beside the ballot and with no body of its own."""
    if spot.noun.lemma != "دوره" or not spot.definite or spot.possessive:
        return False
    if not any(ordinal(scene, i) is not None for i in range(spot.first + 1, spot.last + 1)):
        return False
    beside = scene.at(spot.last)
    if (beside is not None and beside.kind in COLLECTIVES) or scene.norm(spot.last).startswith("لل"):
        return any(scene.norm(spot.last) == "لل" + word.removeprefix("ال") for word in words("ballots"))
    first, last = max(spot.first - _VOTE, spot.sentence.first), min(spot.last + _VOTE, spot.sentence.last)
    return any(scene.norm(i).removeprefix("ب") in words("ballots") for i in range(first, last) if scene.at(i) is None)


def _course(scene: Scene, spot: Spot) -> bool:
    """ "بحسب وتيرة تقدم المفاوضات", "العودة إلى طاولة المفاوضات": their course, over months."""
    if spot.noun.group != "talks" or not spot.definite or spot.possessive or _dated(scene, spot):
        return False
    before = scene.norm(spot.first - 1)
    return scene.at(spot.first - 1) is None and bare(before).removeprefix("ل").removeprefix("ب") in words("course")


def _of_this_sort(scene: Scene, spot: Spot) -> bool:
    """ "أول بابا يحضر قمة من هذا النوع": any such meeting."""
    if spot.anaphoric or scene.norm(spot.last) != "من" or scene.norm(spot.last + 1) not in words("this"):
        return False
    return scene.norm(spot.last + 2) in words("sort")


def _so_often(scene: Scene, spot: Spot) -> bool:
    """ "عقد جلستين في الشهر بدل جلسة واحدة", "اجتماع في الأسبوع": how often they are held, and no one of them."""
    if spot.definite or spot.anaphoric:
        return False
    last = spot.last + (scene.norm(spot.last) in words("a_single"))
    if scene.norm(last) in words("each") and scene.norm(last + 1) in words("periods"):
        return True
    instead = scene.norm(spot.first - 1) in words("instead") or (
        scene.norm(spot.first - 1) == "من" and scene.norm(spot.first - 2) in words("instead")
    )
    return (instead and last > spot.last) or (scene.norm(last) == "في" and scene.norm(last + 1) in words("a_period"))


def _first_of_its_kind(scene: Scene, spot: Spot) -> bool:
    """ "وهي الأولى من نوعها في مؤتمر علمي ببلادنا": in any such meeting that there has been."""
    if spot.definite or spot.anaphoric or spot.noun.group == "talks" or scene.norm(spot.first - 1) != "في":
        return False
    reach = range(max(spot.first - _CLAUSE, spot.sentence.first), spot.first - 1)
    return any(scene.norm(i) in words("of_its_kind") and scene.norm(i - 1) == "من" for i in reach)


def _again_and_again(scene: Scene, spot: Spot) -> bool:
    """ "اجتماعات المجلس المتكررة التي تطلبها لندن": of a plural, behind its body, what is done each time."""
    body = scene.at(spot.last) if spot.noun.group == "plural" else None
    if body is None or body.kind not in COLLECTIVES:
        return False
    like, at = scene.norm(body.last), body.last
    at += scene.at(at) is None and like.startswith("ال") and like.endswith("ه")
    at += scene.norm(at) in "\"”»"
    verb = scene.norm(at + 1)
    return at > body.last and scene.norm(at) == "التي" and verb[:1] == "ت" and not is_holding(verb)
