"""Meetings of a body told in the plural: "عقدت اللجنة اجتماعات في …", "تستأنف اللجنة أعمالها يوم …", "اجتماعات القاهرة"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.detection.city_rows import city_row
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.parts import Sentence

_SUBJECT = 14  # tokens between a verb of holding and its object
_PANEL = 9  # tokens in front of a verb in which a panel and its members are told
_NUMBER = 4  # tokens behind a session in which its number ends and its place or day begins
_WHEN = 8  # tokens behind a plural in which its place or day is told


def is_sitting(scene: Scene, spot: Spot) -> bool:
    """Is the plural, or "its works", what a body holds, resumes or closes, at a place or on a day that is told?"""
    if spot.noun.group not in ("plural", "works") or spot.prefix:
        return False
    if spot.noun.group == "plural" and not spot.anaphoric and _city(scene, spot) and spot.noun.lemma == "اجتماعات":
        return True
    if spot.noun.group == "plural" and city_row(scene, spot.last, spot.sentence.last, plural=True):
        return True
    if spot.noun.group == "works" and spot.possessive == "هم":
        return _theirs(scene, spot)
    if spot.noun.group == "works" and _begun(scene, spot):
        return True
    verb, subject = _held_by(scene, spot)
    if verb is None:
        return False
    if spot.noun.group == "works" or spot.possessive:
        return spot.possessive in ("ه", "ها") and verb in any_of("resumes", "closes") and _told(scene, spot, subject)
    return not spot.definite and verb in words("own_holding") and _told(scene, spot, subject)


def of_assembly(scene: Scene, spot: Spot) -> bool:
    """ "أمام الجمعية العامة … في دورتها الـ71": a session told by its body and its number."""
    if spot.noun.lemma == "جلسه" and _sat_then(scene, spot):
        return True
    before = scene.at(spot.first - 2)
    numbered = ordinal(scene, spot.last) is not None or ordinal(scene, spot.first + 1) is not None
    if before is None or before.kind not in COLLECTIVES or not numbered:
        return False
    led = bare(scene.norm(before.first - 1))
    return led in words("within") or (led in any_of("adopts", "declares") and not before.prefix and _placed(scene, spot))


def _placed(scene: Scene, spot: Spot) -> bool:
    """ "قرر المجلس في دورته الرابعة بالرباط يوم 3 مايو": city or day right behind the number, no other meeting told."""
    if first_within(scene.noun_places, spot.sentence.first, spot.first) is not None:
        return False
    near = scene.between(spot.last, min(spot.last + _NUMBER, spot.sentence.last))
    return any(m.kind is Kind.DATE or (m.kind is Kind.PLACE and "city" in m.tags) for m in near)


def _sat_then(scene: Scene, spot: Spot) -> bool:
    """ "أقر مجلس النواب في جلسته المنعقدة اليوم القانون": the sitting of the body in front, told by its day or as held."""
    date = scene.at(spot.last)
    dated = date is not None and date.kind is Kind.DATE
    held = scene.norm(spot.last) in words("participles") or scene.norm(spot.last) in words("relative")
    front = scene.between(max(spot.first - _PANEL, spot.sentence.first), spot.first - 1)
    return (dated or held) and any(m.kind in COLLECTIVES and not m.prefix for m in front)


def _begun(scene: Scene, spot: Spot) -> bool:
    """ "وكانت أشغال اللجنة الفنية، على مستوى الخبراء، قد انطلقت أمس": what a body goes about, told in front of its verb."""
    at = spot.last
    while at < spot.last + 2 and scene.at(at) is None and scene.norm(at) in words("boards"):
        at += 1
    body = scene.at(at)
    if spot.possessive or body is None or body.kind not in COLLECTIVES or body.prefix:
        return False
    at = body.last
    if scene.norm(at) in "،,":
        aside = range(at + 1, min(at + _WHEN, spot.sentence.last))
        at = next((i + 1 for i in aside if scene.norm(i) in "،,"), at)
    while scene.norm(at) in words("had"):
        at += 1
    return at < spot.sentence.last and scene.norm(at) in words("works_begin") and _told(scene, spot, body, at)


def _theirs(scene: Scene, spot: Spot) -> bool:
    """ "ويفتتح القادة العرب أشغالهم مساء اليوم": those who meet, where an article has spoken of a meeting."""
    if first_within(scene.noun_places, 0, spot.sentence.first) is None:
        return False
    for index in range(spot.first - 1, max(spot.first - _SUBJECT // 2, spot.sentence.first - 1), -1):
        if scene.at(index) is None and scene.norm(index).removeprefix("ال") in any_of("they", "participants"):
            verb = bare(scene.norm(index - 1)).removeprefix("س")
            return verb in any_of("opens_works", "resumes", "closes")
    return False


def _city(scene: Scene, spot: Spot) -> bool:
    """ "اجتماعات القاهرة": the city in construct."""
    place = scene.at(spot.last) if spot.last < spot.sentence.last else None
    return place is not None and place.kind is Kind.PLACE and not place.prefix and "city" in place.tags


def _held_by(scene: Scene, spot: Spot) -> tuple[str | None, Mention | None]:
    """The verb of holding in front of a plural whose subject is a body, beside it on either side."""
    body: Mention | None = None
    index = spot.first - 1
    while index >= max(spot.first - _SUBJECT, spot.sentence.first):
        mention, word = scene.at(index), bare(scene.norm(index))
        if mention is not None:
            if mention.kind in COLLECTIVES and not mention.prefix.strip("وف") and mention.referent is not None:
                body = mention
            index = mention.first - 1
            continue
        if word in ".؛:" or scene.noun(index) is not None:
            return None, None
        verb = word.removeprefix("س")
        if verb in words("own_holding") or verb in words("resumes") or verb in words("closes"):
            before = scene.at(index - 1)
            if body is None and before is not None and before.kind in COLLECTIVES:
                body = before
            return (verb, body) if body is not None else (None, None)
        index -= 1
    return None, None


def _told(scene: Scene, spot: Spot, body: Mention | None, verb: int = 0) -> bool:
    first = body.first if body is not None else spot.first
    near = scene.between(min(first, spot.first), min(max(verb, spot.last) + _WHEN, spot.sentence.last))
    return any(m.kind is Kind.DATE or (m.kind is Kind.PLACE and "area" not in m.tags) for m in near)


def panel_meets(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "لجنة من الخبراء اجتمعت عبر الفيديو", "اجتمع فريق من الأطباء أمس في جنيف": its members, and how, when or where."""
    behind = at + 1
    while (beside := scene.at(behind)) is not None and beside.kind in (Kind.DATE, Kind.PLACE) and behind < at + _WHEN:
        behind = beside.last
    panel = _panel(scene, behind, sentence.last)
    if panel is None:
        front = range(max(at - _PANEL, sentence.first), at)
        panel = next((end for i in front if (end := _panel(scene, i, at)) is not None), None)
        if panel is None or any(scene.norm(i) not in words("had") for i in range(panel, at)):
            return False
    reach = range(at + 1, min(at + _SUBJECT, sentence.last - 1))
    end = next((i for i in reach if scene.norm(i) in ".؛:" or scene.norm(i) == "مع"), reach.stop)
    screen = (i for i in range(at + 2, end) if scene.norm(i) in words("remotely"))
    remote = any(scene.norm(i - 1) in words("remotely_led") for i in screen)
    told = any(m.kind in (Kind.DATE, Kind.PLACE) and "area" not in m.tags for m in scene.between(at + 1, end))
    return remote or told


def _panel(scene: Scene, index: int, limit: int) -> int | None:
    """The end of "لجنة دولية من الخبراء" at a token."""
    if scene.at(index) is not None or bare(scene.norm(index)) not in words("panels"):
        return None
    members = next((i for i in range(index + 1, min(index + 4, limit)) if scene.norm(i) == "من"), None)
    if members is None or members + 1 >= limit or scene.norm(members + 1).removeprefix("ال") not in words("panellists"):
        return None
    end = members + 2
    while end < limit and scene.at(end) is None and scene.norm(end).startswith("ال"):
        end += 1
    return end
