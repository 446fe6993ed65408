"""People named near a meeting who are no party of it, and subjects of talks that are told in another place than usual.

"زار سفارة الملك والتقى بالموظفين", "التقى كريم شقيق منى", "سيلتقي بعد فلان الرئيس", "مباحثات الملك مع الوزير … لقضية فلان".
"""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare

_AGENT = 4  # tokens behind a meeting in which the one who holds it stands: "اجتماع مرتقب للمستشار مع …"


def is_apart(scene: Scene, spot: Spot, mention: Mention) -> bool:
    """Does the word in front of somebody make the name that of a house, of a relative, or of what comes before or after?"""
    if mention.prefix or mention.first == spot.last or scene.at(mention.first - 1) is not None:
        return False
    word, before = scene.norm(mention.first - 1), bare(scene.norm(mention.first - 1))
    if word in words("kin"):
        if spot.verb and spot.last == mention.first - 1:
            return True  # "التقت زوجة الوزير"
        relative = scene.at(mention.first - 2)
        return relative is not None and relative.kind in PARTIES
    if before in words("in_turn"):
        return bool(spot.verb) and spot.last == mention.first - 1
    if scene.norm(mention.first - 1) in words("reigns") and scene.norm(mention.first - 2) in words("in_the_course"):
        return True  # "مع نهاية عهد الملك اجتمع خبراء"
    house = before[1:] if before[:1] in "بل" and before[1:] in words("named_after") else before
    behind = house in words("missions")  # "استقبل الوزير في سفارة الملك المستشار"
    return (behind or mention.first <= spot.first) and house in words("named_after") and mention.last - mention.first < 5


def beside_it(scene: Scene, spot: Spot, index: int, *, known: bool) -> bool:
    """ "تزامن الاجتماع مع …", "وترأسه … بالاشتراك مع …", and of a `known` meeting "ترأس الاجتماع مناصفة مع …": with whom,
    but not who met whom."""
    if scene.norm(index) != "مع":
        return False
    before, led = bare(scene.norm(index - 1)), bare(scene.norm(spot.first - 1))
    if not {before, led}.isdisjoint(words("at_the_time")):
        return True
    beside = before in words("together_with") or led in words("together_with")
    if known and (beside or led in any_of("chairs", "presidency")):
        return True  # "الذي ترأس الاجتماع مع …", "تتقاسم رئاسة الاجتماع مع …"
    presided = before in words("together_with") and range(spot.last, index - 1)
    return any(bare(scene.norm(i)) in words("presided") for i in presided or ())


def is_topic(scene: Scene, index: int) -> bool:
    """ "… لحادثة مقتل فلان", "حول اعتقال فلان": who is named behind is what they spoke of."""
    word = bare(scene.norm(index))
    if word in words("treats") or word in words("done_to_somebody"):
        return True
    led = word[1:] if word[:1] in "لب" and word[1:] in words("about_whom") else word
    if led not in words("about_whom"):
        return False
    return led != word or scene.norm(index - 1) in words("subject_is") or scene.norm(index - 1) in words("about_whom")


def agent_behind(scene: Scene, spot: Spot, partner: Mention) -> Mention | None:
    """ "اجتماع قريب للرئيس مع …": somebody behind لـ, with an adjective at most between, and then مع."""
    if spot.verb:
        return None
    if (holder := _holder(scene, spot, partner)) is not None or spot.anaphoric:
        return holder
    for mention in scene.between(spot.last, min(spot.last + _AGENT, partner.first)):
        if mention.kind not in PARTIES or not mention.prefix.endswith("ل"):
            continue
        between = range(spot.last, mention.first)
        if any(scene.norm(i) not in adjectives() and scene.norm(i) not in words("near") for i in between):
            return None
        gap = {bare(scene.norm(i)) for i in range(mention.last, partner.first)}
        return mention if "مع" in gap and not gap & words("relative") else None
    return None


def _holder(scene: Scene, spot: Spot, partner: Mention) -> Mention | None:
    """ "المباحثات التي أجراها الوزير مع …": the subject of the verb in the relative clause, right behind it."""
    at = spot.last
    while at < min(spot.last + _AGENT, partner.first) and scene.at(at) is None and scene.norm(at) not in words("held_by"):
        at += 1
    holder = scene.at(at + 1) if scene.norm(at) in words("held_by") else None
    if holder is None or holder.kind not in PARTIES or holder.prefix or holder is partner:
        return None
    gap = {bare(scene.norm(i)) for i in range(holder.last, partner.first)}
    return holder if "مع" in gap and partner.first - holder.last <= _AGENT else None


def own_subject(scene: Scene, spot: Spot, person: Mention) -> bool:
    """ "قال ماهر إن …، ويجري حزب الأمة محادثات": a body is the subject of the verb, behind it, and not the one who spoke."""
    for index in range(spot.first - 1, max(person.last, spot.first - 14) - 1, -1):
        word = bare(scene.norm(index))
        if scene.at(index) is not None or word.removeprefix("س") not in words("wages"):
            continue
        subject = scene.at(index + 1)
        if subject is not None:
            named = subject.kind in COLLECTIVES or subject.kind is Kind.COUNTRY
            return named and not subject.prefix
        return scene.norm(index + 1) in words("collectives")
    return False


def whole_subject(scene: Scene, spot: Spot, subject: Mention) -> bool:
    """ "استقبل الوالي وجميع القضاة المحامين": the subject and all of its like stand between the verb and its object."""
    if spot.verb not in ("receive", "meet") or subject.first != spot.last or subject.prefix:
        return False
    at = subject.last
    return scene.norm(at) in words("and_all") and scene.norm(at + 1).startswith("ال") and scene.norm(at + 2).startswith("ال")
