"""Days on which something is said or done about a meeting, and not the day on which it is.

"أعلن الناطق، اليوم، أن القمة ستعقد في …", "تسلمت البلاد رئاسة القمة، أمس", "ميزانية السنة المقبلة".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.came_before import came_before
from ingest.mentions.meetings.date.founding_day import of_a_founding
from ingest.mentions.meetings.lexicon import TALKS, any_of, verb_class, words
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from ingest.mentions.meetings.status.when import beside_today
from ingest.mentions.meetings.told_about import told_about
from ingest.mentions.meetings.word_places import said
from ingest.tenses import is_future_form

_CLAUSE = 14   # tokens in front of a day in which it may be told from what a meeting is so far
_DISTANCE = 6  # tokens of such a distance
_CITY = 4  # tokens around a day in which a city is told with it
_MEETING = TALKS | {"assemble", "convene"}
_RELATIVE = 5  # tokens of a relative clause in front of its day
_SINCE = 10  # tokens in front of a day in which "since" stands
_OFF = 12  # tokens in front of a day in which a meeting is called off
_SAYS = 14  # tokens in front of a day in which the verb of saying stands


def of_words(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Is a day beside a spot that of other words of its sentence?"""
    if date.first < spot.last:
        deeds = _of_saying(scene, spot, date) or _of_dealing(scene, spot, date) or _of_calling_off(scene, spot, date)
        return deeds or _of_who_precedes(scene, date) or told_about(scene, spot) or _done_before(scene, spot)
    if _of_the_next(scene, spot, date) or _of_what_it_is_told_from(scene, spot, date) or of_a_founding(scene, spot, date):
        return True
    if _called_off_then(scene, spot, date) or _of_its_end(scene, spot, date):
        return True
    return _of_its_fruits(scene, spot, date) or _of_a_plan(scene, date) or _of_what_came_before(scene, spot, date)


def since_then(scene: Scene, date: Mention) -> bool:
    """ "لأول مرة منذ توليه منصبه في يناير": since when something is so, told by what was done then."""
    for index in range(date.first - 1, max(date.first - _SINCE, 0), -1):
        word = scene.norm(index)
        if scene.at(index) is None and (word in ".؛:،," or is_holding(word) or scene.noun(index) is not None):
            return False  # "منذ قمة تونس سنة 1994"
        if word == "منذ":
            return index < date.first - 1 and scene.at(index + 1) is None
    return False


def _of_saying(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "كشفت الصحيفة أمس أن الوزراء سيجتمعون": the day in front of "that", which a verb of saying governs."""
    that = next((i for i in range(date.last, spot.first) if scene.norm(i) in words("that_is_said")), None)
    if that is None or bare(scene.norm(that - 1)) in words("planned"):
        return False
    if any(scene.at(i) is None and is_holding(scene.norm(i)) for i in range(date.last, that)):
        return False
    front = range(max(date.first - _SAYS, spot.sentence.first), that)
    return any(scene.at(i) is None and bare(scene.norm(i)) in any_of("announces", "says_that") for i in front)


def _of_dealing(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "عرضت في مارس استضافة القمة", "أكد الشهر الماضي أهمية المؤتمر": the day on which somebody deals with a meeting."""
    at = spot.first - 1 - (scene.norm(spot.first - 1) in any_of("this", "of_dealing"))
    between = range(date.last, spot.first)
    if at < date.last or spot.verb or bare(scene.norm(at)) not in words("dealt_with"):
        return False
    if any(scene.at(i) is None and scene.norm(i) in ".؛:،," for i in between):
        return False
    for index in range(date.first - 1, max(date.first - _SAYS, spot.sentence.first - 1), -1):
        word = scene.norm(index)
        if word in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None):
            return False
        if scene.at(index) is None and bare(word) in words("deals_with"):
            return True
    return False


def _of_calling_off(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "ألغت الحكومة أمس القمة", "أجلت الحكومة، أمس، اجتماعا": the day on which it was called off."""
    if any(scene.at(i) is None and scene.norm(i) not in "،," for i in range(date.last, spot.first)):
        return False
    front = range(date.first - 1, max(date.first - _OFF, spot.sentence.first) - 1, -1)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("calls_off") for i in front)


def _called_off_then(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "ألغيت القمة أمس", but not "ألغيت القمة المقررة أمس": the day on which it was called off, and not to come."""
    if spot.verb or beside_today(scene.document, date) > 0 or said(scene, spot.last, date.first, "planned", "relative"):
        return False
    at = spot.first - 1 - (scene.at(spot.first - 1) is not None)
    start = date.date.start if date.date is not None else None
    off = scene.at(at) is None and bare(scene.norm(at)) in any_of("calls_off", "called_off", "put_off")
    return off and at >= spot.sentence.first and start is not None and start.day is not None


def _done_before(scene: Scene, spot: Spot) -> bool:
    """ "التقى الوزير أمس نظيره قبل القمة": what is done before a meeting is done on another day, or may be."""
    return not spot.verb and scene.at(spot.first - 1) is None and scene.norm(spot.first - 1) in words("ahead")


def _of_its_end(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "انطلقت في جدة أمس جولة من المحادثات، وانتهت اليوم": its last day, where the first is told in front of it."""
    word = scene.norm(date.first - 1)
    if word[:1] not in ("و", "ف") or bare(word) not in words("comes_to_an_end") or scene.at(date.first - 1) is not None:
        return False
    return any(mention.kind is Kind.DATE for mention in scene.between(spot.sentence.first, spot.first))


def _of_who_precedes(scene: Scene, date: Mention) -> bool:
    """ "وكان اجتماع للخبراء قد سبق، أمس، الاجتماع الوزاري": the day of the one that comes before."""
    at = date.first - (2 if scene.norm(date.first - 1) in "،," else 1)
    return scene.at(at) is None and bare(scene.norm(at)) in any_of("goes_before", "goes_behind")


def _of_what_it_is_told_from(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "القمة بعد يومين من مقتل القائد فلان في 27 سبتمبر": the day of that by which the meeting is told."""
    for at in range(max(spot.last, date.first - _CLAUSE), date.first - 2):
        if scene.norm(at) not in words("before_or_after"):
            continue
        behind = [scene.norm(i) for i in range(at + 1, min(at + _DISTANCE, date.first))]
        units = any_of("two_days", "one_day", "days", "hours", "long_after")
        far = any(one in units and two in words("from_day") for one, two in pairwise(behind))
        return far and not any(scene.norm(i) in "،,؛" for i in range(at, date.first))
    return False


def _of_its_fruits(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "رئاسة القمة، أمس", "نتائج المؤتمر، الاثنين": what is done with what a meeting leaves is done on that day."""
    at = spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1)
    if spot.prefix or scene.at(at) is not None or bare(scene.norm(at)).removeprefix("ب") not in words("fruits"):
        return False
    between = range(spot.last, date.first)
    start = date.date.start if date.date is not None else None
    if start is not None and start.month is None and not any(scene.norm(i) in "،," for i in between):
        return False  # "مخرجات مؤتمر مراكش لعام 2018"
    goes_on = (is_holding(scene.norm(i)) or scene.norm(i) in any_of("relative", "participles") for i in between)
    return not any(goes_on)


def _of_the_next(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "عقدت أمس قمة طارئة، وتستضيف C العام المقبل قمة ثانية": a clause behind tells of another one then."""
    for index in range(spot.last, date.first - 1):
        following = scene.norm(index + 1)
        if scene.norm(index) in "،," and following[:1] == "و" and is_holding(following) and scene.at(index + 1) is None:
            near = range(date.last, min(date.last + _CITY, spot.sentence.last))
            return any(scene.at(i) is None and scene.noun(i) is not None for i in near)
    return False


def tells_another(scene: Scene, index: int) -> bool:
    """ "على هامش الاجتماع، أجرى …، كما سيستقبل الخميس", "توجه إلى C حيث يعقد غدا لقاء", "لحضور المنتدى غدا"."""
    word = scene.norm(index)
    if bare(word) in words("ends") or word in words("in_order_to_attend"):
        return True
    if word in words("relative") and scene.norm(index + 1) in words("has_come"):
        return True  # "الجلسة الافتتاحية، تليها كلمة الأمين العام، الذي وصل أمس"
    return (word == "كما" and scene.norm(index - 1) in "،,") or (word == "حيث" and is_holding(scene.norm(index + 1)))


def of_whom_they_met(scene: Scene, spot: Spot, index: int) -> bool:
    """ "التقى العميد فلانا، الذي تسلم أمس قيادة القوة": behind a verb of meeting, what "who" begins is told of somebody."""
    if scene.at(index) is not None or scene.norm(index) not in words("relative"):
        return False
    met = "main" in spot.marks and any(scene.at(i) is None and _meets(scene.norm(i)) for i in range(spot.last, index))
    following = scene.norm(index + 1)
    later = bool(spot.verb) and is_future_form(following) and not is_future_form(bare(scene.norm(spot.first)))
    if later:
        return True  # "التقى رئيس المؤتمر الذي ستحتضنه دبي العام المقبل"
    return bool(spot.verb or met) and not is_holding(following) and not _meets(following)


def of_later(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "… المؤتمر الذي ستحتضنه دبي العام المقبل، كما عقد اجتماعا": in front, the day of what is still to come."""
    clause = range(max(date.first - _RELATIVE, spot.sentence.first), date.first - 1)
    return any(scene.norm(i) in words("relative") and is_future_form(scene.norm(i + 1)) for i in clause)


def _meets(word: str) -> bool:
    verb = verb_class(word)
    return verb is not None and verb[0] in _MEETING


def finest(best: Mention, dates: Sequence[Mention]) -> Mention:
    """ "للمرة الثالثة هذا العام، يجتمع الوزراء في C يوم 20 يونيو": the day, where only the year of it is told nearer."""
    start = best.date.start if best.date is not None else None
    if start is None or start.day is not None:
        return best
    for other in dates:
        day = other.date.start if other.date is not None else None
        within = day is not None and day.year == start.year and start.month in (None, day.month)
        if within and day is not None and day.day is not None:
            return other
    return best


def in_another_clause(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "التأموا أمس في القاهرة بعد أن فشل مؤتمر باريس", "… أمس في وقت تستعد فيه روما لمؤتمر": not its day."""
    if _told_elsewhere(scene, spot, date) or _about_the_subject(scene, spot, date):
        return True
    for index in range(date.last, spot.first - 1):
        word, following = scene.norm(index), scene.norm(index + 1)
        if scene.at(index) is not None:
            continue
        if word in words("agreed_upon"):
            return True  # "وقع أمس اتفاقا تم التوصل إليه خلال القمة"
        verb = bare(following).removeprefix("س")
        if word in "،," and following[:1] == "و" and (verb in words("takes_place") or verb in words("present")):
            return True  # "أطلق الجانبان المنتدى سنة 2004، وانعقدت القمة …"
        if word in "،," and following == "ومن" and scene.norm(index + 2) in any_of("planned", "was_due"):
            return True  # "عقد دورته السادسة في 2023، ومن المزمع أن تستضيف C دورته السابعة"
        if word in words("over") and following in words("own_part"):
            return True  # "تستقبل غدا الرئيس بعد مشاركته في قمة"
        if word == "في" and following in words("at_the_time_of"):
            return True
        past = index + 2 if word == "بعد" and following == "ان" else index + 1 if word == "بعدما" else None
        told = past is not None and any(scene.noun(i) is not None for i in range(spot.sentence.first, date.first))
        if past is not None and (told or not is_holding(scene.norm(past))):
            return True  # "استضافت C مؤتمرا أمس، بعد أن استضافت C ملتقى": the day of the first
    return False


def _about_the_subject(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "وعقدت المجموعة، التي تترأسها أوغندا هذا العام، اجتماعا": the day of a clause about who meets."""
    if spot.verb or not any(scene.norm(i) in "،," for i in range(date.last, spot.first)):
        return False
    for index in range(date.first - 1, max(date.first - _SAYS, spot.sentence.first), -1):
        word = scene.norm(index)
        holds = is_holding(word) and scene.norm(index - 1) not in words("relative")
        if scene.at(index) is None and (word in ".؛:" or scene.noun(index) is not None or holds):
            return False
        if word in words("relative"):
            before = scene.at(index - 1) or (scene.at(index - 2) if scene.norm(index - 1) in "،," else None)
            return before is not None and before.kind is not Kind.DATE and scene.norm(index - 1) in "،,"
    return False


def _told_elsewhere(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "اجتمعوا أمس في القاهرة للنظر في ما تقرر في قمة الرياض": the day is told with another city."""
    own = scene.at(spot.last) if not (spot.anaphoric or spot.verb) else None
    if own is None or own.kind is not Kind.PLACE or own.prefix or "city" not in own.tags:
        return False
    between = (scene.norm(i) for i in range(date.last, spot.first))
    if all(word in words("works_of_assembly") or not word[0].isalnum() for word in between):
        return False  # "تنطلق في طنجة، غدا الخميس، أعمال قمة الرباط": a city in its name
    near = scene.between(max(date.first - _CITY, spot.sentence.first), min(date.last + _CITY, spot.first))
    cities = (m for m in near if m.kind is Kind.PLACE and "city" in m.tags and m.referent != own.referent)
    return any(is_in(scene, m) for m in cities)


def _of_a_plan(scene: Scene, date: Mention) -> bool:
    """ "ميزانية السنة المقبلة", "خطة 2025", "خطة عمل تمتد من 2024 إلى 2026": the year of what is talked about."""
    at = date.first - 1
    if scene.at(at) is not None or date.prefix:
        return False
    if bare(scene.norm(at)) in words("has_its_year"):
        return True
    while scene.at(at) is None and scene.norm(at) in words("for_years"):
        at -= 1
    return at < date.first - 1 and any(bare(scene.norm(i)) in words("has_its_year") for i in range(at - 2, at + 1))


def _of_what_came_before(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "غابت عن الاجتماع بعد انسحابها في مايو 2022": the day of what came first."""
    for index in range(date.first - 1, spot.last - 1, -1):
        word = scene.norm(index)
        if word in ".؛،," or (scene.at(index) is None and is_holding(word)):
            return False
        if came_before(scene, index):
            return True
    return False


def met_then(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "إلى سنة 2009، حين اجتمعت في الرباط …", "منذ ديسمبر 2014، حين التأم الوزراء في …": on that day."""
    return scene.norm(spot.first - 1) in words("when") and 0 < spot.first - date.last <= 2


def period_from(scene: Scene, spot: Spot, date: Mention) -> int:
    """Where the words begin that lead to the days of a meeting behind it: "خلال الفترة من 3 إلى 5"."""
    at = date.first
    while at > spot.last and scene.norm(at - 1) in words("period") and scene.at(at - 1) is None:
        at -= 1
    return at
