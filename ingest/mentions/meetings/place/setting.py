"""Where a meeting is, from what stands around its sentence: a place that opens it, the house of the host, a journey.

Read only where the spot itself names no place (`place`).
"""

from __future__ import annotations

from dataclasses import replace

from ingest.mention import Kind, Mention
from ingest.mentions.lands import countries
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.phrases import past_circumstances, past_days, place_phrase
from ingest.mentions.meetings.place.seats import seat_of
from ingest.mentions.meetings.place.venue import dateline, dateline_land
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare, first_within, is_holding
from ingest.mentions.meetings.word_places import said

_PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})
_STAGE = 12  # tokens in front of a meeting in which its city is the subject
_HERE = 8  # tokens in front of a meeting in which it is told to be held here
_HOME = 24  # tokens behind a meeting in which it is told to be at somebody's home
_REACH = 14  # tokens behind the people in which the house of the host is named
_JOURNEY = 80  # tokens in front of a meeting in which the journey is told on which it is held


def setting_of(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> Mention | None:
    around = _opening(scene, spot) or _own_country(scene, spot) or _at_home(scene, spot)
    around = around or seat_of(scene, spot) or _stage(scene, spot) or _therein(scene, spot)
    return around or _house(scene, spot, partners) or _visited(scene, spot, partners)


def _opening(scene: Scene, spot: Spot) -> Mention | None:
    """ "وفي جنيف، تبنى المجلس … خلال جلسة", "أمس، وبالعاصمة القطرية الدوحة انعقد …": a place that begins the sentence."""
    first = past_days(scene, spot.sentence.first, spot.first)
    phrase = place_phrase(scene, first, spot.first)
    if phrase is None or "previous" in spot.marks or first_within(scene.noun_places, first, spot.first) is not None:
        return None
    place, end = phrase
    opens = past_circumstances(scene, end, spot.first)
    if opens == end and opens < spot.first and not (is_holding(scene.norm(end)) and scene.at(end) is None):
        return None
    others = any(m.kind is Kind.PLACE for m in scene.between(end, spot.first))
    inside = spot.verb != "" or bare(scene.norm(spot.first - 1)) in words("within")
    said = any(bare(scene.norm(i)) in words("saying") for i in range(end, spot.first))
    return place if not others and (inside or not said) else None


def told_here(scene: Scene, spot: Spot) -> Mention | None:
    """ "انطلقت هنا اليوم أعمال المؤتمر": "here" right behind the verb is where the dispatch is dated."""
    before = range(max(spot.first - _HERE, spot.sentence.first + 1), spot.first)
    at = next((i for i in before if scene.norm(i) in words("here")), None)
    if at is None or not is_holding(scene.norm(at - 1)) or any(m.kind in _PLACES for m in scene.between(at, spot.first)):
        return None
    return dateline(scene)


def _own_country(scene: Scene, spot: Spot) -> Mention | None:
    """ "قال الوزير إن بلاده ستستضيف القمة": the country of the one who speaks."""
    for index in range(max(spot.first - 7, spot.sentence.first), spot.first):
        word = bare(scene.norm(index))
        if scene.norm(index + 1) in words("the_country") and word in words("hosting"):
            return dateline_land(scene)  # "تزامن الاجتماع مع استضافة البلاد مؤتمرا"
        if word not in words("hosting") and word.removeprefix("س") not in words("hosting"):
            continue
        if not {scene.norm(index - 1), scene.norm(index + 1)} & words("own_country"):
            continue
        people = [m for m in scene.between(spot.sentence.first, index) if m.kind in PARTIES and scene.nation(m)]
        nation = scene.nation(people[-1]) if people else None
        if nation is None:
            return None
        land = countries.country(nation.removeprefix("country/"))
        return replace(people[-1], kind=Kind.COUNTRY, referent=land, prefix="")
    return None


def _at_home(scene: Scene, spot: Spot) -> Mention | None:
    """ "قمة ترأسها رئيس C في بلاده", "اللقاء المنتظر على أرضه": the country of the one in front."""
    reach = range(spot.last, min(spot.last + _HOME, spot.sentence.last))
    for index in reach if said(scene, reach.start, reach.stop, "at_home", "home") else ():
        word, before = scene.norm(index), scene.norm(index - 1)
        if word in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None and index > spot.last):
            return None
        if word in words("at_home") or (word in words("home") and before in words("in_or_on")):
            people = [m for m in scene.between(spot.last, index) if m.kind in PARTIES and scene.nation(m)]
            nation = scene.nation(people[-1]) if people else None
            land = countries.country(nation.removeprefix("country/")) if nation else None
            return replace(people[-1], kind=Kind.COUNTRY, referent=land, prefix="") if land is not None else None
    return None


def _stage(scene: Scene, spot: Spot) -> Mention | None:
    """ "فتحت الرباط أبوابها لقمة", "ستكون الدوحة غدا على موعد مع قمة": the city as the stage on which the meeting is."""
    for index in range(spot.first - 2, max(spot.first - _STAGE, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index)).removeprefix("س")
        if word in ".؛:" or (scene.at(index) is None and (scene.noun(index) is not None or word in words("saying"))):
            return None
        fated = word in words("stages_to_be") and bool(said(scene, index + 2, spot.first, "date_to_keep"))
        if scene.at(index) is not None or not (fated or word in words("stages")):
            continue
        city = scene.at(index + 1)
        if fated and (city is None or city.kind is not Kind.PLACE):
            city = scene.at(index - 1)  # "مدريد كانت على موعد مع اجتماع"
        subject = city is not None and city.kind is Kind.PLACE and not city.prefix and not {"area", "region"} & city.tags
        return city if subject else None
    return None


def _therein(scene: Scene, spot: Spot) -> Mention | None:
    """ "… إلى الرباط التي عقدوا فيها اجتماعا": the city named in front of "in it"."""
    at = spot.first - 1
    if "previous" in spot.marks:
        return None
    where = next((i for i in range(at, max(at - _STAGE, spot.sentence.first), -1) if scene.norm(i) == "حيث"), None)
    if where is not None and is_holding(scene.norm(where + 1)):
        city = scene.at(where - 1) or (scene.at(where - 2) if scene.norm(where - 1) in "،," else None)
        named = city is not None and city.kind is Kind.PLACE and not {"area", "region"} & city.tags
        return city if named else None  # "هبطت الطائرة في الدوحة حيث تبدأ اليوم القمة"
    if scene.norm(at) not in words("in_place"):
        return None
    cities = [m for m in scene.between(spot.sentence.first, at) if m.kind is Kind.PLACE and "area" not in m.tags]
    return cities[-1] if len(cities) == 1 else None


def _house(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> Mention | None:
    """ "استقبل أمير C في قصره": the country of the host, who receives in his own house."""
    if spot.verb != "receive" or not partners:
        return None
    host = partners[0]
    nation = scene.nation(host)
    last = min(max(spot.last, host.last, partners[-1].last) + _REACH, spot.sentence.last)
    index = max(spot.last, host.last) if host.first > spot.first else spot.last
    while index < last and nation is not None:
        if scene.at(index) is None and (scene.norm(index) in words("own_house") or _palace(scene, index)):
            return replace(host, kind=Kind.COUNTRY, referent=countries.country(nation.removeprefix("country/")), prefix="")
        if scene.norm(index) in ".؛:" or bare(scene.norm(index)) in words("saying"):
            return None
        index += 1
    return None


def _palace(scene: Scene, index: int) -> bool:
    """ "بالقصر الملكي", "بالديوان الأميري"."""
    return scene.norm(index) in words("palace") and scene.norm(index + 1) in words("palace_of")


def _visited(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> Mention | None:
    """ "زيارة الأمير لجمهورية C واجتماعه مع رئيس C": the country of the journey is that of somebody whom he meets there."""
    behind = {scene.nation(m) for m in partners if m.first > spot.last}
    if not (spot.possessive or spot.verb) or not behind - {None}:
        return None
    travelled = False
    for index in range(max(spot.first - _JOURNEY, spot.sentence.first), spot.first):
        mention = scene.at(index)
        if mention is None:
            travelled = travelled or bare(scene.norm(index)) in words("travel")
            travelled = travelled and scene.norm(index) not in (".", "؛")
        elif travelled and mention.first == index and mention.kind in _PLACES and "area" not in mention.tags:
            toward = mention.prefix == "ل" or scene.norm(index - 1) == "الي"
            if toward and _land(mention) in behind:
                return mention
    return None


def _land(place: Mention) -> str | None:
    key = place.referent.key if place.referent is not None else None
    if key is None or place.kind is Kind.COUNTRY:
        return key
    iso = country_of(key)
    return f"country/{iso}" if iso else None
