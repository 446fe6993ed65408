"""What kind of meeting a spot speaks of, and whether it is held on the margins of another."""

from __future__ import annotations

from itertools import islice, pairwise

from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import TALKS, any_of, one_word, portfolios, table, verb_class, words
from ingest.mentions.meetings.naming.by_a_third import by_a_third
from ingest.mentions.meetings.naming.level import level_of
from ingest.mentions.meetings.naming.subjects import between_leaders, people_before, they_meet
from ingest.mentions.meetings.parties.people import is_plural
from ingest.mentions.meetings.place.phrases import past_circumstances, subject_at
from ingest.mentions.meetings.preceded import plan_between
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within

_ALL_THREE = 40  # tokens behind a verb in which those who meet are counted


def kind_of(
    scene: Scene, spot: Spot, body: Mention | None, parties: tuple[Mention, ...], partners: tuple[Mention, ...]
) -> str:
    """The kind of one spot; two who need no name hold talks of two, leaders who meet as one body a summit."""
    if "pair" in spot.marks:
        return "bilateral"
    if spot.verb in ("one", "resume") or spot.noun.lemma in table("deed_of"):
        return spot.kind
    kind = _kind_of(scene, spot, body, parties, partners)
    leaders = spot.verb == "assemble" and body is not None and bare(scene.norm(subject_at(scene, spot))) in words("leaders")
    return "summit" if leaders and kind == "other" else kind  # "يجتمع قادة المنظمة"


def _kind_of(
    scene: Scene, spot: Spot, body: Mention | None, parties: tuple[Mention, ...], partners: tuple[Mention, ...]
) -> str:
    inside = [_plain(scene.norm(i)) for i in range(spot.first, min(spot.last + 1, spot.sentence.last))]
    near = _near(scene, spot)
    if spot.kind == "summit":
        two = len(partners) == 2 and body is None and _between_them(scene, spot, partners)
        return "bilateral" if two or any(word in words("bilateral") for word in inside) else "summit"
    if any(word in words("ministerial") for word in inside) or (body is not None and _is_ministerial(scene, body)):
        return "ministerial"
    if _ministers_behind(scene, spot, near) or _told_of(scene, spot, "ministers"):
        return "ministerial"
    if _ministers_act(scene, spot):
        return "ministerial"
    if not spot.verb and between_leaders(scene, spot):
        return "summit"
    if spot.noun.group != "verb" and (level := level_of(scene, spot)) is not None:
        return level
    if spot.noun.group != "verb" and spot.noun.group != "talks" and not partners:
        if not (spot.kind == "conference" and not spot.anaphoric) and people_before(scene, spot, "ministers"):
            return "ministerial"
        if (spot.possessive == "هم" or they_meet(scene, spot)) and _of_states(people_before(scene, spot, "leaders")):
            return "summit"
    if any(word in words("bilateral") for word in inside):
        return "bilateral"
    panel = spot.noun.kind != "conference"  # "جمعت ندوة بطنجة خبراء"
    if panel and any(word in words("experts") and not _is_subject(spot, near, i) for i, word in enumerate(near[:2])):
        return "working_group"
    if body is not None and spot.kind in ("other", "session") and _is_forum(scene, body):
        return "conference"
    if body is not None and _of_workers(scene, body.first):
        return "working_group"
    alone = not any(m.first > spot.first for m in partners) and scene.at(spot.last) is None
    if spot.verb and alone and not _delegation(scene, spot) and bare(scene.norm(spot.first)) not in words("two_meet"):
        return "other"
    if spot.verb and counterparts(scene, spot):
        return "ministerial"
    if spot.verb in TALKS and _three(scene, spot, parties):
        return "other"
    if spot.noun.group in ("talks", "verb"):
        return _of_talks(scene, spot, partners)
    if (
        spot.kind in ("other", "session")
        and (body is None or spot.possessive)
        and partners
        and not any(is_plural(scene, m) for m in partners)
    ):
        return "bilateral" if _two_sides(scene, partners) and not _several(scene, spot) else "other"
    return "other" if spot.kind == "session" else spot.kind


def _near(scene: Scene, spot: Spot) -> list[str]:
    """The words behind a spot, without those of its number: "الاجتماع الـ12 لوزراء الدفاع"."""
    first = subject_at(scene, spot)
    behind = (bare(scene.norm(i)) for i in range(first, min(first + 10, spot.sentence.last)))
    told = (word for word in behind if not (word in words("before_number") or word in "()" or word.isdigit()))
    return [*islice(told, 7)]


def _is_forum(scene: Scene, body: Mention) -> bool:
    """ "المنتدى", "لمنتدى التعاون"."""
    return any(noun in scene.norm(body.first) for noun in words("forum_noun"))


def _of_workers(scene: Scene, at: int) -> bool:
    """ "لفريق العمل المعني بـ…", "مجموعة عمل مشتركة", "الفريق العامل": the body of a meeting is a working group."""
    head = scene.norm(at).removeprefix("و").removeprefix("ل").removeprefix("ل").removeprefix("ال")
    return head in words("workers") and scene.norm(at + 1) in words("of_work")


def _between_them(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> bool:
    """ "قمة بين الرئيس فلان ونظيره": not "قمة بين الصين والدول العربية، ترأسها فلان وعلان", nor "بين أ وب وج"."""
    behind = range(spot.last, min(spot.last + 7, spot.sentence.last - 1))
    at = next((i for i in behind if bare(scene.norm(i)) == "بين"), None)
    first, second = sorted(partners, key=lambda m: m.first)
    third = any(scene.norm(i)[0] == "و" and len(scene.norm(i)) > 3 for i in range(first.last, second.first))
    return at is not None and not third and any(at < m.first <= at + 3 for m in partners)


def _of_talks(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> str:
    """The kind of talks and of encounters, by their sides."""
    several = [is_plural(scene, m) for m in partners]
    if several and all(several):
        return "ministerial"
    several_sides = _round_of(scene, spot) or _of_committee(scene, spot) or by_a_third(scene, spot)
    if not partners and not on_the_margins(scene, spot) and several_sides:
        return "other"
    two = spot.noun.lemma == "مشاورات" and several == [False, False]
    return "bilateral" if two else spot.kind.replace("talks", "other")


def _ministers_behind(scene: Scene, spot: Spot, near: list[str]) -> bool:
    """ "اجتماع وزراء …", "الاجتماع لوزراء"; in "شارك في المؤتمر وزراء" they are the subject."""
    ministers = (i for i, word in enumerate(near) if word in words("ministers"))
    at = next((i for i in ministers if not i or near[i - 1] not in words("head_of")), None)
    if at is None and near and near[0].startswith(tuple(words("equals"))):
        return _of_a_minister(scene, spot)
    if at is None or at >= (3 if words("level_of").isdisjoint(near) else len(near)):
        return False
    if any((form := one_word(word)) is not None and form.noun.group == "noun" for word in near[:at]):
        return False  # "وعقد على هامش المؤتمر اجتماع بمشاركة وزراء الخارجية"
    if at and spot.definite and near[at - 1] in words("they_hold"):
        return False  # "وعقب انتهاء الاجتماع عقد وزراء الخارجية مؤتمرا صحفيا"
    return not _is_subject(spot, near, at)


def _of_a_minister(scene: Scene, spot: Spot) -> bool:
    """ "غياب الوزيرة فلانة عن اجتماع نظرائها": somebody named in front is a minister."""
    front = range(max(spot.first - _ALL_THREE, spot.sentence.first), spot.first)
    return any(scene.norm(i) in words("a_minister") and scene.at(i) is not None for i in front)


def _is_subject(spot: Spot, near: list[str], at: int) -> bool:
    """ "حضر الاجتماع خبراء": people right behind a noun with the article, who are none of its construct."""
    return spot.definite and not spot.possessive and not spot.verb and at == 0 and not near[0].startswith("ل")


def _told_of(scene: Scene, spot: Spot, name: str) -> bool:
    """ "اجتماع عقده في باماكو وزراء خارجية …": the subject of the verb behind the meeting whose object it is."""
    at = spot.last + (scene.norm(spot.last) in words("relative"))
    if spot.verb or scene.norm(at) not in any_of("held_by", "held_it"):
        return False
    at = past_circumstances(scene, at + 1, min(spot.last + 8, spot.sentence.last))
    return scene.norm(at) in words(name) or scene.norm(at).removeprefix("ال") in words(name)


def _of_committee(scene: Scene, spot: Spot) -> bool:
    """ "واصلت لجنة الخبراء مشاوراتها": those who sit in a committee talk among themselves."""
    front = range(max(spot.first - _ALL_THREE // 2, spot.sentence.first + 1), spot.first) if spot.possessive == "ها" else ()
    verbs = any_of("closes", "resumes", "opens_its_own")
    return any(scene.norm(i) in words("committees") and bare(scene.norm(i - 1)) in verbs for i in front)


def _round_of(scene: Scene, spot: Spot) -> bool:
    """ "جولة من المحادثات حول …", with no sides told: who sits at the table is open."""
    front = range(max(spot.first - 5, spot.sentence.first), spot.first)
    counted = any(bare(scene.norm(i)) in words("rounds") for i in front)
    behind = range(spot.last, min(spot.last + 6, spot.sentence.last))
    return counted and not any(scene.norm(i) in words("between_or_with") for i in behind)


def _two_sides(scene: Scene, partners: tuple[Mention, ...]) -> bool:
    """Two who meet, or more who stand for two countries; the leaders of three parties are a gathering."""
    if len({m.referent.key for m in partners if m.referent is not None}) <= 2:
        return True
    return len({scene.nation(m) or str(m.first) for m in partners}) == 2


def _several(scene: Scene, spot: Spot) -> bool:
    """ "لقاء بين النقابات ورئيس الحكومة": one of the sides is several parties."""
    near = range(spot.last, min(spot.last + 9, spot.sentence.last - 1))
    return any(scene.norm(i) in words("between_or_with") and scene.norm(i + 1) in words("several") for i in near)


def _three(scene: Scene, spot: Spot, parties: tuple[Mention, ...]) -> bool:
    """ "اجتمع X مع رئيسة وزراء Y والرئيس Z": three countries or more, named one behind the other."""
    near = range(spot.first, min(spot.last + _ALL_THREE, spot.sentence.last))
    if any(scene.norm(i) in words("three") and scene.norm(i - 1) in words("several_sides") for i in near):
        return True  # "في أول اجتماع بين البلدان الثلاثة"
    behind = [m for m in parties if m.first > spot.first]
    reach = range(spot.last, min(spot.last + 14, spot.sentence.last))
    group = next((i for i in reach if scene.at(i) is None and scene.norm(i).startswith(tuple(words("groups")))), None)
    if group is not None and sum(m.kind is Kind.COUNTRY for m in scene.between(group + 1, group + 7)) > 1:
        return True  # "التقى مع سفراء C1 وC2 وC3"
    joined = [two for one, two in pairwise(behind) if two.prefix.startswith("و") and two.first - one.last <= 1]
    nations = {scene.nation(m) for m in joined if scene.nation(m) is not None}
    if not joined or not nations:
        return False
    first = [m for m in parties if m not in joined]
    return len({*nations, *(scene.nation(m) or m.first for m in first)}) > 2


def counterparts(scene: Scene, spot: Spot) -> bool:
    """ "سيلتقي وزير الخارجية … نظراءه في دول …": ministers meet."""
    reach = range(spot.first, min(spot.first + 14, spot.sentence.last))
    plural = any(
        scene.norm(i).startswith(tuple(words("counterparts"))) and scene.norm(i - 1) not in words("head_of") for i in reach
    )
    return plural and any(bare(scene.norm(i)).startswith(tuple(words("begins_minister"))) for i in reach)


def _delegation(scene: Scene, spot: Spot) -> bool:
    """ "استقباله وفدا من …": one delegation is a side."""
    near = (bare(scene.norm(i)).removeprefix("ب") for i in range(spot.last, min(spot.last + 4, spot.sentence.last)))
    return any(word.startswith(tuple(words("begins_delegation"))) for word in near)


def _of_states(people: Mention | str | bool) -> bool:
    """Are those leaders of states: of a coalition, a group of states, "القادة العرب"?"""
    return isinstance(people, str) or (isinstance(people, Mention) and people.kind in (Kind.COALITION, Kind.GROUP))


def _plain(word: str) -> str:
    """An indefinite word without the alef of the accusative."""
    return word[:-1] if word.endswith("ا") and not word.startswith("ال") and len(word) > 4 else word


def _is_ministerial(scene: Scene, body: Mention) -> bool:
    """ "اللجنة الوزارية", "مجلس وزراء الداخلية العرب": the body is one of ministers, and no cabinet."""
    inside = range(body.first, body.last)
    several = any(_of_ministers(scene, i) for i in inside)
    if not several and scene.norm(body.first - 3).removeprefix("ل") in words("council"):  # "مجلس وزراء خارجية المنظمة"
        several = _of_ministers(scene, body.first - 2)
    if not several and body.coref and body.referent is not None:  # "المجلس", of ministers as its full name says
        name = fold(body.referent.label_ar or "").split()
        several = any(one in words("ministers") and two in portfolios() for one, two in pairwise(name))
    return several or any(scene.norm(i) in words("ministerial") for i in inside)


def _of_ministers(scene: Scene, index: int) -> bool:
    return scene.norm(index) in words("ministers") and scene.norm(index + 1) in portfolios()


def _ministers_act(scene: Scene, spot: Spot) -> bool:
    """ "أرجأ وزراء الخارجية … في ختام أعمال الدورة"; "وكان وزراء الدفاع قد اجتمعوا": ministers are the subject."""
    if spot.verb:
        return bool(people_before(scene, spot, "ministers")) if they_meet(scene, spot) else False
    first = spot.sentence.first
    closes = bare(scene.norm(spot.first - 1)) in words("at_it") and not spot.marks & {"previous", "new"}
    return closes and any(_of_ministers(scene, i) for i in range(first, min(first + 3, spot.first)))


def on_the_margins(scene: Scene, spot: Spot) -> bool:
    """Is the meeting itself held on the margins of another: "على هامش" behind it, or before it and another meeting?"""
    if "main" in spot.marks:
        return False
    if spot.kind in ("summit", "conference") and spot.noun.group == "noun" and "same" in spot.marks:
        return False  # "هذه القمة المنعقدة على هامش …": the article's own
    if spot.verb and any(
        bare(scene.norm(i)) in words("in_it") for i in range(spot.last, min(spot.last + 2, spot.sentence.last))
    ):
        return any(scene.noun(i) is not None and scene.at(i) is None for i in range(spot.sentence.first, spot.first))
    behind = first_within(scene.margins, spot.last + 1, spot.sentence.last)
    if spot.kind == "conference" and spot.noun.group == "noun" and not spot.definite:
        behind = None  # "انعقدت مائدة مستديرة على هامش المؤتمر": a gathering of its own
    if behind is not None and first_within(scene.stops, spot.last, behind) is None and not _meets_again(scene, spot, behind):
        return True
    if spot.definite and spot.last > spot.first + 1 and scene.norm(spot.first - 1) == "في":
        return False  # "على هامش المؤتمر التقى فلانا الذي شارك في الاجتماع الوزاري"
    before = first_within(scene.margins, spot.sentence.first, spot.first)
    if before is not None and spot.definite and not spot.verb and _in_new_clause(scene, before, spot.first):
        return False  # "… على هامش القمة، في حين أرجئ الاجتماع الذي …"
    between = any(bare(scene.norm(i)) == "بين" for i in range(spot.last, min(spot.last + 5, spot.sentence.last)))
    of_two = spot.kind == "summit" and not spot.definite and between  # "على هامش القمة عقدت قمة ثنائية بين …"
    talks = spot.verb or spot.noun.group == "talks" or spot.kind == "other" or of_two
    return before is not None and bool(talks) and first_within(scene.noun_places, before + 1, spot.first) is not None


def _in_new_clause(scene: Scene, first: int, last: int) -> bool:
    """Does a clause of its own begin between two tokens: "فيما …", "في حين …", "في وقت …"?"""
    for index in range(first, last - 1):
        if scene.norm(index - 1) in "،,؛" and scene.at(index) is None:
            word = scene.norm(index)
            if word in words("meanwhile") or (word == "في" and scene.norm(index + 1) in words("at_the_time_of")):
                return True
    return False


def _meets_again(scene: Scene, spot: Spot, margin: int) -> bool:
    """ "أجرى مباحثات مع نظيره، فيما يلتقي على هامش القمة علانا": another verb of meeting stands right before the margins, or
    they are of what is still to come ("ومن المقرر أن يعقد على هامشها لقاء")."""
    if plan_between(scene, spot.last, margin):
        return True
    verb = verb_class(scene.norm(margin - 1)) if scene.at(margin - 1) is None and margin - 1 >= spot.last else None
    return verb is not None and verb[0] in TALKS
