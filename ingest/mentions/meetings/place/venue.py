"""Where a meeting is, by the house in which it is held: "بمقر الحزب بالرباط"; "في مبنى الوزارة", where the dateline tells.

Read where the spot itself names no city (`place`) and the house is none that a list knows (`seats`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.authority import Entity, by_path, entities
from ingest.mentions.lands import countries
from ingest.mentions.lands.places import FILE, country_of
from ingest.mentions.meetings.lexicon import any_of, table, words
from ingest.mentions.meetings.place.governed import is_in, of_prepared, then
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.mentions.meetings.word_places import said
from ingest.parts import Sentence, Zone
from ingest.sieve import Sieve
from kg.claim import Span

_BEFORE, _BEHIND = 24, 45  # tokens around a spot in which its house is named
_NAME = 8  # tokens of a house's name, behind which its city stands
_FAR = 120  # tokens from a spot beyond which nothing is said of it
_HEADS = 4  # sentences of the text in which the dateline stands


def venue_of(scene: Scene, spot: Spot) -> Mention | None:
    """The city told behind the house; where none is, that of the dateline."""
    if "previous" in spot.marks:
        return None
    homes = [*_houses(scene, spot)]
    for at, end in homes:
        if (city := _city_behind(scene, at, end)) is not None:
            return city
    firm = [(at, end) for at, end in homes if bare(scene.norm(at)).removeprefix("ب") in words("firm_houses")]
    if not firm or elsewhere(scene, spot):
        return None
    return dateline_land(scene) or next((m for at, end in firm if (m := _national(scene, at, end)) is not None), None)


def _national(scene: Scene, at: int, end: int) -> Mention | None:
    """ "بمقر الاتحاد التونسي للصناعة": the country whose adjective the name of the house's owner holds."""
    owner = next((m for i in (at + 1, at + 2) if i < end and (m := scene.at(i)) is not None), None)
    if owner is None or owner.kind not in COLLECTIVES:
        return None
    lands = {iso for i in range(owner.first, owner.last) if (iso := _adjectives().get(scene.norm(i))) is not None}
    land = countries.country(lands.pop()) if len(lands) == 1 else None
    return replace(owner, kind=Kind.COUNTRY, referent=land, prefix="") if land is not None else None


@cache
def _adjectives() -> dict[str, str]:
    """Country adjectives with the article → ISO code."""
    rows = ((row["nisba"].removeprefix("~"), row["iso2"]) for row in read_tsv("countries.tsv") if row["nisba"])
    return {"ال" + fold(form): iso for stem, iso in rows for form in (stem, stem + "ة")}


def capital_of(scene: Scene, spot: Spot) -> Mention | None:
    """ "احتضنت العاصمة …", "بالعاصمة": the capital of the country of the dateline, or of the one place of the headline."""
    near = max(spot.first - _BEFORE, spot.sentence.first), min(spot.last + _NAME, spot.sentence.last)
    at = next((i for i in said(scene, *near, "the_capital") if scene.at(i) is None), None)
    beside = scene.at(at + 1) if at is not None else None
    if at is None or (beside is not None and beside.kind in (Kind.NISBA, Kind.PLACE, Kind.COUNTRY)):
        return None
    hosted = bare(scene.norm(at - 1)).removeprefix("س") in words("hosting")
    if not (hosted or scene.norm(at).startswith("ب") or scene.norm(at - 1) == "في"):
        return None
    between = range(min(at, spot.last) + 1, max(at, spot.first))
    if any(_closed(scene, i) for i in between):
        return None
    key = scene.document.once("home", lambda: _home(scene))
    entity = by_path(FILE).get(table("capital_of").get(key or "", ""))
    if entity is None:
        return None
    token = scene.tokens[at]
    return Mention(Kind.PLACE, at, at + 1, Span(token.start, token.end), entity.referent(), "the capital")


def _home(scene: Scene) -> str | None:
    """The country of the dateline; without one that of the only place behind في in the headline."""
    land = dateline_land(scene)
    if land is not None and land.referent is not None:
        return land.referent.key
    lands: set[str] = set()
    for sentence in scene.document.sentences:
        if sentence.zone is not Zone.TITLE:
            continue
        for m in scene.between(sentence.first, sentence.last):
            if is_in(scene, m) and m.kind in (Kind.PLACE, Kind.COUNTRY) and m.referent is not None:
                key = m.referent.key
                lands.add(key if m.kind is Kind.COUNTRY else f"country/{country_of(key)}")
    return lands.pop() if len(lands) == 1 else None


def dateline_land(scene: Scene) -> Mention | None:
    """The country of the dateline: that the article was written in the very city of the meeting is likely, but not told."""
    city = dateline(scene)
    iso = country_of(city.referent.key) if city is not None and city.referent is not None else None
    land = countries.country(iso) if iso else None
    return replace(city, kind=Kind.COUNTRY, referent=land) if city is not None and land is not None else None


def _houses(scene: Scene, spot: Spot) -> Iterator[tuple[int, int]]:
    """The houses in the clause of a spot, behind it before in front of it: token and where their clause ends."""
    houses = scene.document.once("houses", lambda: scene.document.sifted(_housing))
    first, last = max(spot.first - _BEFORE, spot.sentence.first), min(spot.last + _BEHIND, spot.sentence.last)
    if first_within(houses, first, last) is None:
        return
    for index in range(spot.last, last):
        if index > spot.last and (_closed(scene, index) or (then(scene.norm(index)) and scene.norm(index - 1) in "،,")):
            last = index
            break
    for index in range(spot.last, last):
        if _is_house(scene, index):
            yield index, last
    for index in range(spot.first - 1, first - 1, -1):
        if _closed(scene, index):
            return
        if _is_house(scene, index):
            yield index, spot.first


_housing = Sieve(lambda norm: bare(norm).removeprefix("ب") in words("houses") or bare(norm) in words("houses"))


def _closed(scene: Scene, index: int) -> bool:
    """A full stop, another meeting or a word that reports: what stands beyond is another clause."""
    if scene.norm(index) in ".؛؟:":
        return True
    if scene.at(index) is not None:
        return False
    form = scene.noun(index)
    return (form is not None and form.noun.group != "works") or bare(scene.norm(index)) in words("saying")


def _is_house(scene: Scene, index: int) -> bool:
    """ "بمقر", "في قاعة", "على مدرج", "احتضن فندق": a house behind its preposition or a verb of hosting."""
    word, before = bare(scene.norm(index)), bare(scene.norm(index - 1)).removeprefix("س")
    if word.startswith("ب") and word[1:] in words("houses"):
        return True
    return word in words("houses") and (before in words("in_house") or before in any_of("hosting", "hosts"))


def _city_behind(scene: Scene, at: int, end: int) -> Mention | None:
    """The city right behind the name of a house."""
    owner = scene.at(at + 1)
    behind = owner.last if owner is not None and owner.kind in COLLECTIVES else at + 1
    for index in range(at + 1, min(behind + _NAME, end)):
        mention = scene.at(index)
        if mention is None:
            if scene.norm(index) == "(" and (close := scene.closing(index, end)) is not None and close <= index + 3:
                continue  # "بمقر المنظمة (إيسيسكو) بالرباط"
            if scene.norm(index) in "،,(" or bare(scene.norm(index)) in words("purpose"):
                return None
            continue
        if mention.kind in COLLECTIVES and mention.last > index >= mention.first:
            if mention.last - 1 == at + 1 and (found := _inside(scene, mention)) is not None:
                return found  # "على مدرج جامعة حلب"
            continue
        if mention.first != index or mention.kind is not Kind.PLACE or {"area", "region"} & mention.tags:
            continue
        led = mention.prefix == "ب" or scene.norm(index - 1) in words("in_city")
        if led or (index <= at + 2 and not mention.prefix):
            return mention
    return None


def _inside(scene: Scene, body: Mention) -> Mention | None:
    """The city whose name is the last word of a body's name, where no other word stands for it."""
    entity = _cities().get(scene.norm(body.last - 1).removeprefix("ب"))
    if entity is None:
        return None
    token = scene.tokens[body.last - 1]
    span = Span(token.start, token.end)
    return Mention(Kind.PLACE, body.last - 1, body.last, span, entity.referent(), f"city of a house: {entity.path}")


@cache
def _cities() -> dict[str, Entity]:
    """The cities whose names are one word and need no cue."""
    return {fold(e.label_ar): e for e in entities(FILE) if e.kind == "city" and not e.cue and " " not in e.label_ar}


def elsewhere(scene: Scene, spot: Spot) -> bool:
    """Is another city, a journey or a screen named in the sentence, so that the dateline says nothing of the meeting?"""
    sentence, line = spot.sentence, dateline(scene)
    start = max(line.last if line is not None and line.first == sentence.first else sentence.first, spot.first - _FAR)
    end = min(sentence.last, spot.last + _FAR)
    cities = (m for m in scene.between(start, end) if m.kind is Kind.PLACE and "area" not in m.tags)
    if any((line is None or m.referent != line.referent) and not of_prepared(scene, spot, m) for m in cities):
        return True
    if any(bare(scene.norm(i)) in words("on_screen") for i in range(start, end)):
        return True
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("journeys_away") for i in range(start, spot.first))


def dateline(scene: Scene) -> Mention | None:
    """The city with which a text begins: "الرباط - …", "تونس (وكالة) …", "وكالة - عمان"."""
    for sentence in islice((s for s in scene.document.sentences if s.zone is Zone.BODY), _HEADS):
        if (found := _at_head(scene, sentence)) is not None:
            return found
    return None


def _at_head(scene: Scene, sentence: Sentence) -> Mention | None:
    place = scene.at(sentence.first)
    entity = by_path(FILE).get(table("capitals").get(scene.norm(sentence.first), ""))
    if place is None and entity is not None and scene.norm(sentence.first + 1) in words("dashes"):
        token = scene.tokens[sentence.first]
        span = Span(token.start, token.end)
        return Mention(Kind.PLACE, sentence.first, sentence.first + 1, span, entity.referent(), "dateline")
    if place is not None and place.first == sentence.first and not place.prefix and _ends(scene, place, sentence):
        return _as_city(place)
    short = sentence.last - sentence.first <= 7
    last = scene.at(sentence.last - 1)
    if short and last is not None and not last.prefix and scene.norm(last.first - 1) in words("dashes"):
        return _as_city(last)
    return None


def _ends(scene: Scene, place: Mention, sentence: Sentence) -> bool:
    """Is the name set off from the text by a dash, a bracket or a date?"""
    at = place.last
    if at >= sentence.last or scene.norm(at) in words("dashes"):
        return True
    at += scene.norm(at) == "في"
    date = scene.at(at)
    return date is not None and date.kind is Kind.DATE and date.first == at and not date.prefix


def _as_city(place: Mention) -> Mention | None:
    """The place as a city; a state named like its capital is the city there."""
    if place.kind is Kind.PLACE:
        return None if {"area", "region"} & place.tags else place
    key = place.referent.key if place.referent is not None else ""
    alone = place.kind is Kind.COUNTRY and place.last - place.first == 1
    entity = by_path(FILE).get(table("capitals").get(key, "")) if alone else None
    return replace(place, kind=Kind.PLACE, referent=entity.referent()) if entity is not None else None


def as_city(place: Mention | None) -> Mention | None:
    """ "في لوكسمبورغ": the city of a state that is one."""
    key = place.referent.key if place is not None and place.referent is not None else ""
    entity = by_path(FILE).get(table("city_states").get(key, ""))
    return replace(place, kind=Kind.PLACE, referent=entity.referent()) if place is not None and entity is not None else place
