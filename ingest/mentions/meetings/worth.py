"""Whether an article says enough of a meeting to speak of it as one."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.naming.label import construct_end
from ingest.mentions.meetings.parties.whose import adopting
from ingest.mentions.meetings.preceded import in_order
from ingest.mentions.meetings.presided import is_attended, is_presided, of_members, told_behind
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from ingest.mentions.meetings.traits import Reading, complement, of_year

_SURE = 3.9  # how surely one is put off or called off that the reader knows
_FORMAL = frozenset({"summit", "ministerial", "conference"})
_ENOUGH = 2.0  # points from which on a meeting is told of
_FIRM = 2.0  # what is enough by itself
_OPENING = 24  # tokens in front of a meeting in which another is told to begin with it
_BEFORE = 9  # tokens in front of a place in which the verb of holding stands, with the day
_CLAUSE = 8  # tokens behind a meeting in which its level, its length or its sponsor is told


def is_meeting(scene: Scene, item: Cluster) -> bool:
    """Is it told that, where, when, whose, which, or between whom it is? The signs of all its spots count together."""
    return not _is_none(scene, item) and evidence(scene, item) >= _ENOUGH


def _is_none(scene: Scene, item: Cluster) -> bool:
    """Nouns that tell of no one meeting whatever stands beside them."""
    spots = [m.spot for m in item.members]
    aside = all(s.noun.group == "assembly" and "main" in s.marks for s in spots)
    if aside and not (item.first_of("place") or item.first_of("date")):
        return True  # "على هامش أعمال الجمعية العامة، …": the body, of which nothing is told
    plural = all(s.noun.group == "plural" and not s.definite for s in spots)
    if plural and not any(_one_round(scene, s) for s in spots):
        whose = item.body_key and (item.first_of("place") or any(_resumed(scene, m) for m in item.members))
        return not whose
    if all(s.noun.group == "dialogue" and not _announced(scene, m) for s, m in zip(spots, item.members, strict=True)):
        return True
    return all(s.noun.group == "reception" for s in spots) or all("part" in s.marks for s in spots)


def evidence(scene: Scene, item: Cluster) -> float:
    """How much says that a particular meeting is told of."""
    sides = any(m.details.partners or m.details.company or {"pair", "panel"} & m.spot.marks for m in item.members)
    numbered = any(m.details.edition for m in item.members)
    given = _FIRM * bool(sides) + _FIRM * numbered + _FIRM * any(_is_off(scene, m) for m in item.members)
    if item.kinds <= {"bilateral"} or all(m.spot.noun.group == "talks" for m in item.members):
        return given + _of_talks(scene, item)
    return given + _anchors(scene, item) + _telling(scene, item)


def _is_off(scene: Scene, reading: Reading) -> bool:
    """ "تأجيل قمة بين A وB", "ألغت المنظمة مؤتمرا لها": put off or called off, and told whose it is."""
    whose = reading.details.body is not None or reading.details.body_path is not None or _between(scene, reading)
    return whose and reading.status.value in ("postponed", "cancelled") and reading.status.strength >= _SURE


def _of_talks(scene: Scene, item: Cluster) -> float:
    """Talks go on for months: a place beside them, or a day and between whom or where they are held."""
    points = _FIRM * any(_placed(scene, m) for m in item.members) + (item.body_key is not None)
    points += item.first_of("date") is not None
    sided = any(_on_a_day(m) and (_between(scene, m) or _hosted(scene, m)) for m in item.members)
    return points + sided


def _anchors(scene: Scene, item: Cluster) -> float:
    """Place, day and body. A body says less of an indefinite noun, a day less of one that nothing else tells of."""
    first, single = item.members[0], len(item.members) == 1
    place, date, body = item.first_of("place"), item.first_of("date"), item.body_key
    known = not single or first.spot.definite
    points = _FIRM * (place is not None)
    if body:
        points += _FIRM if known or _definite(first) else 1.0
    if date is not None:
        points += _FIRM if known or _own_day(scene, item) else 1.0
    return points


def _own_day(scene: Scene, item: Cluster) -> bool:
    """Is the day in the sentence of an indefinite meeting its own: one of a formal kind, "عقب اجتماع", "اجتماع القادة"?"""
    first = item.members[0]
    if first.details.kind not in ("other", "conference"):
        return True
    if first.details.kind == "conference":
        return max(m.status.strength for m in item.members) >= 1.0
    before = bare(scene.norm(first.spot.first - 1))
    led = before in words("over") or before in words("to_hold")
    return led or complement(scene, first) is not None or of_year(first) or first.spot.noun.group == "signing"


def _telling(scene: Scene, item: Cluster) -> float:
    """What the clause says besides: that it is held, who presides, that it was called off, its level, how long it lasted."""
    first = item.members[0]
    told = max(m.status.strength for m in item.members)
    points = 0.0
    held = any(_takes_place(scene, m.spot) or _is_held(scene, m.spot) for m in item.members)
    if held:
        points += _FIRM if item.kinds & _FORMAL else 1.0
    if any(is_presided(scene, m.spot) or _whose(scene, m.spot) for m in item.members):
        points += _FIRM
    if any(_named_in_full(scene, m) for m in item.members):
        points += _FIRM
    points += any(told_behind(scene, m.spot) for m in item.members)
    if told >= 1.5 and "working_group" in item.kinds:
        points += _FIRM
    if first.details.body is not None or first.details.body_path is not None:
        points += _of_body(scene, first, told)
    points += _FIRM * _firm(scene, item) + any("beside" in m.spot.marks for m in item.members)
    points += _FIRM * any(_congress(scene, m) for m in item.members)
    points += _FIRM * any(_opens_another(scene, m.spot) for m in item.members)
    points += any(_of_office_holders(scene, m.spot) for m in item.members) and not first.spot.definite
    points += _FIRM * any(in_order(scene, m.spot) for m in item.members)
    return points + any(_at_length(scene, m.spot) for m in item.members)


def _named_in_full(scene: Scene, reading: Reading) -> bool:
    """ "شارك في المؤتمر الدولي حول ليبيا", "حضر قمة المناخ", "في منتدى الاستثمار": known by its name; somebody was there."""
    spot = reading.spot
    if spot.verb or spot.possessive or not is_attended(scene, spot, "comes_to", "presides_over_it"):
        return False
    if scene.norm(spot.last) in words("senior") and not spot.definite:
        return True  # "اجتماع كبار المسؤولين"
    if spot.noun.kind not in ("summit", "conference"):
        return False
    if spot.noun.group == "forum":
        named = scene.at(spot.first) is not None or complement(scene, reading) is not None
        return named and is_attended(scene, spot, "comes_to") and not of_members(scene, spot.sentence, spot.first)
    own = spot.definite and spot.last - spot.first > 1 and bool(reading.subjects)
    return spot.noun.group == "noun" and (own or complement(scene, reading) is not None)


def _of_office_holders(scene: Scene, spot: Spot) -> bool:
    """ "اجتماع لكبار المسؤولين", "لقاء لوزراء الدفاع": those who meet, by their office."""
    word = scene.norm(spot.last)
    return word.startswith("ل") and (word.removeprefix("ل") in words("office_holders") or word in words("senior"))


def _opens_another(scene: Scene, spot: Spot) -> bool:
    """ "تبدأ أعمال القمة باجتماع لكبار المسؤولين": the meeting with which another begins, by who sits in it."""
    told = _of_office_holders(scene, spot) or any(scene.norm(i) in words("of_its_own") for i in range(spot.first, spot.last))
    if spot.prefix != "ب" or spot.definite or not told:
        return False
    front = range(max(spot.sentence.first, spot.first - _OPENING), spot.first)
    begins = (i for i in front if scene.at(i) is None and bare(scene.norm(i)).removeprefix("س") in words("begins_by"))
    verb = next(begins, None)
    return verb is not None and any(scene.noun(i) is not None for i in range(verb + 1, spot.first))


def _congress(scene: Scene, reading: Reading) -> bool:
    """ "التحضير للمؤتمر التأسيسي", "اللجنة التحضيرية للمؤتمر الاندماجي": one that is prepared, by what it is to do."""
    spot = reading.spot
    named = any(scene.norm(i) in words("congress") for i in range(spot.first + 1, spot.last))
    return spot.kind == "conference" and spot.definite and named and reading.status.value == "planned"


def _firm(scene: Scene, item: Cluster) -> bool:
    """ "تأجيل مؤتمر شرق السودان", "ألغي الاجتماع": what is put off or called off is one that the reader knows."""
    first = item.members[0]
    one = bare(scene.norm(first.spot.first - 1)) in words("one_of")
    known = first.spot.definite or one or construct_end(scene, first.spot) is not None
    sure = 6.0 if first.spot.definite else _SURE
    return known and any(m.status.value != "held" and m.status.strength >= sure for m in item.members)


def _of_body(scene: Scene, reading: Reading, told: float) -> float:
    """An indefinite meeting whose body holds or adopts something, or plans it."""
    spot, body = reading.spot, reading.details.body
    if reading.details.kind == "summit" and reading.details.body_path is not None:
        return 0.0 if spot.anaphoric else -1.0  # "دعا إلى عقد قمة إسلامية"
    if adopting(scene, spot) is not None or bare(scene.norm(spot.first - 1)) in words("they_hold"):
        return 1.0  # "ministers of the states of B who held a meeting"
    if _holder(scene, body) or reading.details.body_path is not None:
        return 1.0
    beside = body is not None and body.first <= spot.last + 1
    meant = reading.status.value == "planned" and told >= 1.9
    return 1.0 if beside and (meant or reading.details.kind == "summit") else 0.0


def _at_length(scene: Scene, spot: Spot) -> bool:
    """ "لقاء على مستوى الخبراء", "حوار استمر ثلاثة أيام", "برعاية صينية": its level, its length or its sponsor."""
    for index in range(spot.last, min(spot.last + _CLAUSE, spot.sentence.last - 1)):
        word = scene.norm(index)
        if word in ".؛:،" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
        level = word == "علي" and scene.norm(index + 1) in words("level")
        if level or word in words("told_as_event") or word in words("sponsored"):
            return True
    return False


def _one_round(scene: Scene, spot: Spot) -> bool:
    """ "جولة جديدة من اجتماعات …": one of those that the plural names."""
    front = [bare(scene.norm(i)) for i in range(max(spot.first - 5, spot.sentence.first), spot.first)]
    return "من" in front and any(word in words("rounds") for word in front)


def _announced(scene: Scene, reading: Reading) -> bool:
    """ "انطلق الحوار الوطني", "الحوار الوطني المرتقب": told as an event, and not as a matter of politics."""
    spot = reading.spot
    if bare(scene.norm(spot.first - 1)) in words("not_before_dialogue"):
        return False
    to_come = reading.status.value != "held" and reading.status.strength >= 1.8
    return to_come or is_holding(scene.norm(spot.first - 1)) or _takes_place(scene, spot)


def _resumed(scene: Scene, reading: Reading) -> bool:
    """ "تستأنف اجتماعات اللجنة الأسبوع المقبل": a verb of going on right in front, and the time told."""
    verb = bare(scene.norm(reading.spot.first - 1)).removeprefix("س").removeprefix("ل").removeprefix("ب")
    return reading.details.date is not None and verb in any_of("resumes", "closes")


def _between(scene: Scene, reading: Reading) -> bool:
    """ "جلسة مشاورات بين C1 وC2"."""
    spot = reading.spot
    for index in range(spot.last, min(spot.last + 4, spot.sentence.last - 1)):
        if scene.norm(index) == "بين":
            mention = scene.at(index + 1)
            return mention is not None and (mention.kind is Kind.COUNTRY or mention.kind in COLLECTIVES)
    return False


def _hosted(scene: Scene, reading: Reading) -> bool:
    """ "سيستضيف المجلس مشاورات", "يحتضن محادثات": a verb of hosting right in front."""
    near = range(max(reading.spot.first - 2, reading.spot.sentence.first), reading.spot.first)
    return any(bare(scene.norm(i)).removeprefix("س") in words("hosting") for i in near)


def _on_a_day(reading: Reading) -> bool:
    date = reading.details.date.date if reading.details.date is not None else None
    return date is not None and date.start is not None and date.start.day is not None


def _placed(scene: Scene, reading: Reading) -> bool:
    """Talks whose place stands behind them, or in front beside a verb of holding: "بدأت في العاصمة القطرية جولة …"."""
    place = reading.details.place
    if place is None:
        return False
    if 0 <= place.first - reading.spot.last <= 9:
        return True
    before = [i for i in range(max(place.first - _BEFORE, reading.spot.sentence.first), place.first) if not _dated(scene, i)]
    gap = sum(not _dated(scene, i) for i in range(place.last, reading.spot.first))
    verbs = [bare(scene.norm(i)).removeprefix("س") for i in before[-3:]]  # "انطلقت أمس في جدة جولة من المحادثات"
    hosts = any(verb in words("hosting") for verb in verbs[-2:])  # "استضافت جنيف على مدى يومين جولة من المحادثات"
    behind = place.last <= reading.spot.first and gap <= (12 if hosts else 4)
    return behind and any(verb in words("hold") for verb in verbs)


def _dated(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return scene.norm(index) in "،," or (mention is not None and mention.kind is Kind.DATE)


def _holder(scene: Scene, body: Mention | None) -> bool:
    """ "عقدت اللجنة … لقاء", "الحزب يعقد اجتماعا": the body is the subject of a verb of holding of its own."""
    if body is None:
        return False
    beside = (bare(scene.norm(body.first - 1)), bare(scene.norm(body.last)))
    return any(word.removeprefix("س") in words("own_holding") for word in beside)


def _whose(scene: Scene, spot: Spot) -> bool:
    """ "الاجتماع الأخير للرئاسات أكد": the last or next meeting of somebody whom no list knows, and what it did."""
    known = {"previous", "following"} & spot.marks and spot.definite and spot.noun.group == "noun"
    at = spot.last if scene.norm(spot.last).startswith("لل") else spot.last + 1
    return bool(known) and scene.norm(at).startswith("لل") and bare(scene.norm(at + 1)) in any_of("saying", "held")


def _is_held(scene: Scene, spot: Spot) -> bool:
    """ "على هامش انعقاد لقاء", "انعقدت ندوة": a verb of holding in front, or "عقد على هامش القمة اجتماع"."""
    if any(mark.startswith("around ") for mark in spot.marks):
        margin = (i for i in range(spot.first - _BEFORE, spot.first) if scene.norm(i) in words("margin"))
        return any(scene.norm(i - 1) == "علي" and is_holding(bare(scene.norm(i - 2)).removeprefix("س")) for i in margin)
    word = bare(scene.norm(spot.first - 1))
    return word.startswith(tuple(words("begins_held"))) and is_holding(word)


def _definite(reading: Reading) -> bool:
    """Known to the reader: with the article, a possessive, or a definite body right behind ("اجتماع التحالف")."""
    body = reading.details.body
    return reading.spot.anaphoric or (body is not None and body.first == reading.spot.last and not body.prefix)


def _takes_place(scene: Scene, spot: Spot) -> bool:
    """ "ندوة وطنية انتظمت …", "المؤتمر الوزاري لدعم … الذي نظم …": a verb of holding behind it."""
    if spot.verb or spot.last - spot.first < 2:
        return False
    for index in range(spot.last, min(spot.last + 16, spot.sentence.last)):
        word = scene.norm(index)
        if word in ".؛:" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
        if scene.at(index) is not None or word in words("planned"):
            continue
        led = scene.norm(index - 1) in any_of("relative", "had")
        behind = index <= spot.last + 1 or led or word in words("participles")
        if behind and is_holding(word):
            return True
    return False
