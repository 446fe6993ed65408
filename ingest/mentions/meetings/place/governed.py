"""Places behind في or بـ, and which of several is the finest."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding

WALK = 26  # tokens around a meeting in which its place is looked for
PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})


def governed(scene: Scene, mention: Mention) -> bool:
    """Does a place stand after في or بـ, or after a word such as "مدينة"?"""
    if "area" in mention.tags or _one_of_two(scene, mention):
        return False
    before = scene.norm(mention.first - 1)
    if before in '"“«' and scene.norm(mention.first - 2) in words("place_prepositions"):
        return True
    if mention.kind is Kind.COUNTRY and before.removeprefix("ب") in words("compass"):
        return before.startswith("ب") or scene.norm(mention.first - 2) in words("right_in")
    front = scene.at(mention.first - 1)
    capital = front is not None and front.kind is Kind.NISBA and is_capital(scene.norm(front.first - 1))
    at = front.first - 1 if capital and front is not None else mention.first - 1  # "في العاصمة الأردنية عمان"
    return mention.prefix.endswith("ب") or bare(scene.norm(at)) in words("place_prepositions")


def is_in(scene: Scene, mention: Mention) -> bool:
    """ "في الرباط", "بالرباط": whether a place stands right behind في or بـ."""
    return mention.prefix == "ب" or scene.norm(mention.first - 1) == "في"


def is_capital(word: str) -> bool:
    """ "العاصمة", "بعاصمتها"."""
    return any(stem in word for stem in words("capital_stem"))


def _one_of_two(scene: Scene, mention: Mention) -> bool:
    """ "ستعقد في تونس أو الجزائر": it is not told in which."""
    at, other = mention.last, None
    front = mention.first - 1 - (bare(scene.norm(mention.first - 1)) in words("place_prepositions"))
    if scene.norm(at) == "او":
        other = scene.at(at + 1) or (scene.at(at + 2) if bare(scene.norm(at + 1)) in words("place_prepositions") else None)
    elif scene.norm(front) == "او":
        other = scene.at(front - 1)  # "في روما أو في باريس"
    return other is not None and other.kind in PLACES


def first_behind(scene: Scene, spot: Spot) -> Mention | None:
    """The first governed place behind a meeting."""
    behind = scene.between(spot.last, min(spot.last + WALK, spot.sentence.last))
    return next((m for m in behind if m.kind in PLACES and governed(scene, m)), None)


def best(places: list[Mention]) -> Mention | None:
    """A city rather than a country."""
    cities = [p for p in places if p.kind is Kind.PLACE]
    return next(iter(cities or places), None)


def of_somebody_there(scene: Scene, index: int) -> bool:
    """ "حضر الاجتماع فلان الذي حذر في …", "غاب عنه فلان، المنشغل بالترشح في …": what is told of somebody is not of it."""
    somebody, at = scene.at(index - 1), index + (scene.norm(index) in "،,")
    if somebody is None or somebody.kind is not Kind.PERSON or is_holding(scene.norm(at + 1)):
        return False
    word = scene.norm(at)
    if scene.at(at) is not None or word in words("participles"):
        return False
    return word in words("relative") or (at > index and word.startswith("ال") and scene.norm(at + 1).startswith("ب"))


def provided(scene: Scene, index: int) -> bool:
    """ "سبقه مؤتمر …، على أن يلتئم في جنيف مؤتمر ثان": behind a comma, another meeting that is to follow."""
    return scene.norm(index) == "ان" and scene.norm(index - 1) == "علي" and scene.norm(index - 2) in "،,"


def then(word: str) -> bool:
    """ "… منذ 2018، حين التأم الوزراء في …": of another meeting."""
    return word in words("when") and word not in words("one_day")


def names_meeting(scene: Scene, spot: Spot, country: Mention) -> bool:
    """ "قمة الكويت": a country in construct says where, unless it is a party ("اجتماع المغرب وإسبانيا")."""
    follower = scene.at(country.last)
    joined = follower is not None and follower.kind is Kind.COUNTRY and follower.prefix in ("", "و")
    if follower is None and scene.norm(country.last) in words("part_of_year"):
        follower = scene.at(country.last + 1)
    dated = spot.noun.lemma == "مشاورات" and follower is not None and follower.kind is Kind.DATE
    return (spot.kind in ("summit", "conference") or dated) and not joined and not spot.definite


def other_clause(scene: Scene, index: int) -> bool:
    """ "على هامش المؤتمر، تناول ملف …": behind a comma something else is told, unless the meeting goes on."""
    behind = scene.norm(index + 1)
    goes_on = behind in words("relative") or behind in words("participles") or is_holding(behind)
    return scene.norm(index) in "،," and scene.at(index + 1) is None and not goes_on


def lies_in(city: Mention, country: Mention) -> bool:
    iso = country_of(city.referent.key) if city.referent is not None else None
    return iso is not None and country.referent is not None and f"country/{iso}" == country.referent.key


def city_there(scene: Scene, host: Mention | None, places: list[Mention]) -> Mention | None:
    """ "استضافت قطر أمس في الدوحة اجتماعا": the city that is told with its country, which is the host."""
    if host is None or host.kind is not Kind.COUNTRY:
        return host
    return next((m for m in places if m.kind is Kind.PLACE and governed(scene, m) and lies_in(m, host)), host)


def one_of_several(scene: Scene, mention: Mention) -> bool:
    """ "وزراء المياه في C1 وC2 وC3": a meeting is in one country only."""
    joined = scene.at(mention.last)
    return mention.kind is Kind.COUNTRY and joined is not None and (
        joined.kind is Kind.COUNTRY and joined.prefix == "و" and joined.first == mention.last
    )


def of_prepared(scene: Scene, spot: Spot, place: Mention) -> bool:
    """ "في إطار التحضير للقمة المقررة بـ…، استقبل الوزير": where the meeting to come will be."""
    clause = range(max(spot.sentence.first, place.first - WALK), place.first)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("prepares") for i in clause)


def in_number(scene: Scene, index: int) -> bool:
    """ "الـ45", "الثانية عشرة", "على مستوى القمة": the number of a session, and its level."""
    word = scene.norm(index)
    number = word == "ال" or word.isdigit() or word in any_of("teen", "teens") or ordinal(scene, index) is not None
    return number or scene.norm(index - 1) in words("level_of")
