"""What the words around a spot say of the meeting: whose it is, where, when, which edition, between whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.fold import fold
from ingest.mentions.bodies import listed_as
from ingest.mentions.meetings.date import date_of, ordinal
from ingest.mentions.meetings.edition import edition_of
from ingest.mentions.meetings.encounters import body_in_front
from ingest.mentions.meetings.kind import counterparts, kind_of, on_the_margins, people_before
from ingest.mentions.meetings.lexicon import adjectives, body_of, organs, words
from ingest.mentions.meetings.people import company_of, own_party, parties_of
from ingest.mentions.meetings.place import place_of
from ingest.mentions.meetings.scene import BODIES, PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.seats import seat_of
from ingest.mentions.meetings.setting import setting_of
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.places import country_of
from kg.claim import Span
from kg.vocabulary import M


@dataclass(frozen=True, slots=True)
class Details:
    """What one spot says of its meeting; everything may be missing."""

    body: Mention | None = None
    body_path: str | None = None
    place: Mention | None = None
    date: Mention | None = None
    edition: tuple[int, Span] | None = None
    parties: tuple[Mention, ...] = ()
    partners: tuple[Mention, ...] = ()
    kind: str = "other"
    side: bool = False
    first_in: Mention | None = None
    company: bool = False
    owner: Mention | None = None  # the body whose organ meets


def read(scene: Scene, spot: Spot) -> Details:
    """All details of one spot, from its own sentence."""
    body, path = body_of_spot(scene, spot)
    parties, partners = parties_of(scene, spot)
    body = body or own_party(scene, spot)
    if body is not None and spot.possessive and partners:
        body = None  # "اجتماعه مع …": his, not a body's
    of_many = not spot.verb and spot.noun.group == "noun" and (edition_of(scene, spot) is not None and spot.definite)
    return Details(
        body,
        path,
        _where(scene, spot, partners),
        date_of(scene, spot),
        edition_of(scene, spot),
        parties,
        partners,
        kind_of(scene, spot, body, parties, partners),
        on_the_margins(scene, spot) and not (of_many and not partners and not company_of(scene, spot)),
        _first_in(scene, spot),
        company_of(scene, spot),
        owner_of(scene, body) if body is not None else None,
    )


def _where(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> Mention | None:
    """The place that a spot names; the city of a palace where it names none, or only the country of that city."""
    place = place_of(scene, spot)
    if place is not None and place.kind is not Kind.COUNTRY:
        return place
    seat = seat_of(scene, spot)
    if seat is not None and (place is None or _land(place) == _land(seat)):
        return seat
    return place or setting_of(scene, spot, partners)


def _land(place: Mention) -> str | None:
    key = place.referent.key if place.referent is not None else ""
    return key.removeprefix("country/") if place.kind is Kind.COUNTRY else country_of(key)


def _first_in(scene: Scene, spot: Spot) -> Mention | None:
    """ "لأول مرة في أفريقيا", "الأول من نوعه في …": where the meeting had never been."""
    low, high = spot.sentence.first, spot.sentence.last
    for index in range(max(low, spot.first - 12), min(high, spot.last + 40)):
        if bare(scene.norm(index)) in words("first_time") and "مر" in scene.norm(index + 1):
            for at in range(index + 2, min(index + 8, high)):
                mention = scene.at(at)
                if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY, Kind.GROUP):
                    return mention
            return _first_host(scene, index, low)
    return None


def _first_host(scene: Scene, index: int, low: int) -> Mention | None:
    """ "C, which hosts it for the first time": the place beside a verb of hosting in front."""
    for at in range(index - 1, max(low, index - 5) - 1, -1):
        if bare(scene.norm(at)).removeprefix("س").removesuffix("ها").removesuffix("ه") in words("hosting"):
            beside = scene.between(max(low, at - 4), index)
            return next((m for m in reversed([*beside]) if m.kind in (Kind.PLACE, Kind.COUNTRY)), None)
    return None


def owner_of(scene: Scene, body: Mention) -> Mention | None:
    """ "المكتب التنفيذي للاتحاد": a session of the organ is one of the body."""
    head = scene.norm(body.first)[len(body.prefix) :]
    swallowed = body.prefix.endswith("ل") and head.startswith("ل")  # "للمجلس الوزاري"
    if ("ا" + head if swallowed else head, scene.norm(body.first + 1)) not in organs():
        return None
    if body.last > body.first + 2:
        return _named_inside(scene, body)
    at = body.last
    while scene.at(at) is None and scene.norm(at) in adjectives():
        at += 1
    owner = scene.at(at)
    if owner is None or owner.kind not in BODIES or not owner.prefix.endswith("ل"):
        return _parent_before(scene, body) if owner is None or owner.kind not in BODIES else None
    return replace(owner, first=body.first, prefix=body.prefix)


def _named_inside(scene: Scene, body: Mention) -> Mention | None:
    """ "الجمعية العمومية للوكالة الدولية": the rest of the name, if it is listed or named alone as well."""
    rest = " ".join(scene.norm(i) for i in range(body.first + 2, body.last))
    rest = "ال" + rest[2:] if rest.startswith("لل") else rest.removeprefix("ل")
    for other in scene.mentions:
        if other.kind in BODIES and other.referent is not None and other.first != body.first:
            names = {fold(name) for name in (*other.referent.surfaces, other.referent.label_ar or "")}
            if rest in names or any(len(name.split()) > 1 and rest.startswith(name + " ") for name in names):
                return replace(other, first=body.first, last=body.last, prefix=body.prefix)
    listed = listed_as(rest)
    return replace(body, referent=listed) if listed is not None else None


def _parent_before(scene: Scene, organ: Mention) -> Mention | None:
    """ "المجلس الوطني" alone: that of the party or union which the article named last."""
    found = None
    for other in scene.mentions:
        if other.first >= organ.first:
            break
        head = scene.norm(other.first)[len(other.prefix) :].removeprefix("ال")
        if other.kind in BODIES and head in words("parents"):
            found = other
    return replace(found, first=organ.first, last=organ.last, prefix=organ.prefix) if found is not None else None


def body_of_spot(scene: Scene, spot: Spot) -> tuple[Mention | None, str | None]:
    covered = scene.at(spot.first)
    if covered is not None and covered.kind in BODIES and spot.noun.group == "forum":
        return covered, None
    if covered is not None and covered.kind in PARTIES and covered.first < spot.first:
        of = covered.post.of if covered.post is not None else None  # "الناطق باسم المؤتمر الثالث ل…"
        held = of is not None and of.type in (M.Organization, M.Coalition)
        return (replace(covered, kind=Kind.ORGANIZATION, referent=of, prefix="") if held else None), None
    if spot.verb == "convene":
        return body_in_front(scene, spot.sentence, spot.first) or _next_body(scene, spot, free=True), None
    for index in range(spot.first, min(spot.last + 2, spot.sentence.last)):
        if spot.kind == "summit" and scene.norm(index) in body_of():
            return None, body_of()[scene.norm(index)]
    if spot.verb and counterparts(scene, spot):
        reach = scene.between(spot.last, min(spot.last + 18, spot.sentence.last))
        return next((m for m in reach if m.kind in BODIES), None), None
    if spot.noun.group in ("talks", "verb"):
        return None, None
    if _of_league(scene, spot):
        return None, "org/arab-league"
    found = _next_body(scene, spot, free=False)
    if found is None:
        for name in ("ministers", "leaders", "delegates"):
            group = people_before(scene, spot, name)
            if isinstance(group, Mention):
                return group, None
            if isinstance(group, str):
                return None, group
    return found or _in_relative(scene, spot) or _subject(scene, spot) or adopting(scene, spot), None


def _of_league(scene: Scene, spot: Spot) -> bool:
    """ "جلسة طارئة لمجلس الجامعة", where the article names the Arab League."""
    for index in range(spot.last, min(spot.last + 6, spot.sentence.last - 1)):
        word = scene.norm(index)
        if word.removeprefix("ل") == "مجلس" and scene.norm(index + 1) in words("league") and scene.at(index) is None:
            named = (m.referent.key for m in scene.mentions if m.referent is not None)
            return any(key in ("org/arab-league", "group/arab-states") for key in named)
        if not (word.isdigit() or word == "ال" or ordinal(scene, index) is not None or word in words("teens")):
            return False
    return False


def _next_body(scene: Scene, spot: Spot, *, free: bool) -> Mention | None:
    """The first body after a spot; unless `free`, only words of the bridge list may stand between."""
    index, steps = spot.last, 0
    while index < spot.sentence.last and steps < 9:
        mention = scene.at(index)
        if mention is not None and mention.kind in BODIES:
            bound = free or not spot.definite or mention.prefix.endswith("ل") or index > spot.last
            return mention if bound else None
        if mention is not None and mention.kind not in (Kind.NISBA, Kind.NUMBER, Kind.DATE, Kind.PLACE):
            return None
        if mention is not None and mention.kind is Kind.PLACE and index > spot.last:
            return None
        word = scene.norm(index)
        if mention is None and (
            word.isdigit() or word == "ال" or ordinal(scene, index) is not None or word in words("teens")
        ):
            index += 1
            continue
        if mention is None and word == "بعد" and scene.norm(index + 1) in words("hundred"):
            index += 2
            continue
        if mention is None and not free and bare(word) not in words("bridge") and word not in '"“”«»(ـ':
            return None
        index = mention.last if mention is not None else index + 1
        steps += 1
    return None


def _in_relative(scene: Scene, spot: Spot) -> Mention | None:
    """ "الجلسة التي عقدها مجلس …": the body that held it, right behind the verb."""
    at = spot.last
    if not (scene.norm(at) in words("relative") and bare(scene.norm(at + 1)).removeprefix("س") in words("held_it")):
        return None
    mention = scene.at(at + 2)
    return mention if mention is not None and mention.kind in BODIES and not mention.prefix else None


def adopting(scene: Scene, spot: Spot) -> Mention | None:
    """ "تبنى المجلس قرارا … خلال جلسة استثنائية": the body whose session it was."""
    if spot.anaphoric or (spot.noun.group != "session" and spot.noun.lemma != "اجتماع"):
        return None
    if scene.norm(spot.first - 1) not in ("خلال", "في"):
        return None
    subject = scene.at(spot.sentence.first + 1)
    if subject is not None and subject.kind in BODIES and not subject.prefix and scene.norm(spot.first - 2) == "،":
        return subject  # "كرمت النقابة، في دورة استثنائية، …"
    for mention in scene.between(max(spot.first - 16, spot.sentence.first), spot.first):
        if mention.kind in BODIES and bare(scene.norm(mention.first - 1)) in words("adopts") and not mention.prefix:
            return mention
    return None


def _subject(scene: Scene, spot: Spot) -> Mention | None:
    """The body that holds the meeting: "تعقد اللجنة … اجتماعا", "عقدت اجتماعها"; of a possessive, the body before it."""
    lowest = max(spot.first - 30, spot.sentence.first)
    found, holds = None, bool(spot.possessive)
    for index in range(spot.first - 1, lowest - 1, -1):
        mention = scene.at(index)
        word = bare(scene.norm(index))
        if mention is None and (word in words("hold") or word.removeprefix("س") in words("hold")):
            if word.removeprefix("س") not in words("own_holding"):
                return found if spot.possessive else None
            holds = True
        elif mention is not None and mention.kind in BODIES and mention.first == index and not mention.prefix.strip("وف"):
            found = mention
            if holds:
                return found
        if mention is None and word in (".", "؛", ":", "؟") and spot.possessive == "":
            return None
    return found if holds else None
