"""Phrases of place and of day: "في العاصمة القطرية الدوحة", "بمقر المنظمة في جدة", "ما بين 3 و5 مايو"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, verb_class, words
from ingest.mentions.meetings.place.governed import PLACES, is_capital
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding

_LONG = 10  # tokens of such a phrase
_SUBJECT = 20  # tokens behind a verb in which its place and its day stand in front of its subject
_LEADS = 5  # words in front of the day itself: "خلال الفترة الممتدة من"


def past_circumstances(scene: Scene, at: int, limit: int) -> int:
    """The token behind the places, days and commas that begin at a token."""
    while at < limit:
        behind = _past_day(scene, at, limit)
        if behind is None:
            phrase = place_phrase(scene, at, limit)
            behind = phrase[1] if phrase is not None else at + 1 if scene.norm(at) in "،," else None
        if behind is None or behind > limit:
            return at
        at = behind
    return at


def subject_at(scene: Scene, spot: Spot) -> int:
    """The token behind a spot; behind a verb that behind its places and days: "اجتمع في جدة، أمس، وزراء …"."""
    return past_circumstances(scene, spot.last, min(spot.last + _SUBJECT, spot.sentence.last)) if spot.verb else spot.last


def past_days(scene: Scene, at: int, limit: int) -> int:
    """The token behind the days and commas that begin at a token."""
    while at < limit and (scene.norm(at) in "،," or _past_day(scene, at, limit) is not None):
        at = _past_day(scene, at, limit) or at + 1
    return at


def _past_day(scene: Scene, at: int, limit: int) -> int | None:
    """The token behind a day that begins at a token, with the words that lead to it."""
    for index in range(at, min(at + _LEADS, limit)):
        mention = scene.at(index)
        if mention is not None:
            return mention.last if mention.kind is Kind.DATE else None
        if scene.norm(index) not in words("leads_to_day"):
            return None
    return None


def place_phrase(scene: Scene, at: int, limit: int) -> tuple[Mention, int] | None:
    """The city, or else the country, of a phrase that begins at a token, and the token behind the phrase."""
    house = _leads(scene, at)
    if house is None:
        return None
    index, found, end = at + (scene.at(at) is None), None, min(at + _LONG, limit)
    while index < end and (found is None or _goes_on(scene, index)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None:
            if word == "(":
                close = scene.closing(index, end)
                index = close if close is not None else index
            elif found is None:
                house = house or word in words("houses")
                if not (house or word in words("place_prepositions") or is_capital(word)) or not word.isalpha():
                    return None
                if is_holding(word) or verb_class(word) is not None or scene.noun(index) is not None:
                    return None
            index += 1
            continue
        if mention.kind in PLACES and "area" not in mention.tags:
            found = mention if found is None or mention.kind is Kind.PLACE else found
        elif mention.kind is not Kind.NISBA and not (house and mention.kind in COLLECTIVES):
            return None
        index = mention.last
    return (found, index) if found is not None else None


def _leads(scene: Scene, at: int) -> bool | None:
    """Does a phrase of place begin at a token, and with a house?"""
    mention, word = scene.at(at), bare(scene.norm(at))
    if mention is not None:
        led = mention.first == at and mention.prefix.endswith("ب")
        house = mention.kind in COLLECTIVES and word.removeprefix("ب") in words("houses")  # "بمركز المؤتمرات"
        return house if led and (house or mention.kind in PLACES) else None
    if word in words("right_in"):
        return False
    stem = word.removeprefix("ب")
    if word == stem or not (word in words("place_prepositions") or stem in any_of("houses", "one_house")):
        return None
    return stem in any_of("houses", "one_house")


def _goes_on(scene: Scene, index: int) -> bool:
    """ "المغربية", "بالمغرب", "(جنوب المغرب)", "عاصمة قطر", "شمال غرب السعودية": what says more of the place just told."""
    mention, word = scene.at(index), scene.norm(index)
    if mention is None:
        inner = word == "(" or is_capital(word) or word in words("compass")
        behind = scene.at(index + 1)
        return inner or (word in words("right_in") and behind is not None and behind.kind in PLACES)
    if mention.kind is Kind.NISBA:
        return mention.prefix == ""
    before = scene.norm(index - 1)
    in_it = mention.prefix == "ب" or before in words("right_in") or before in words("compass") or is_capital(before)
    city_of = mention.kind is Kind.PLACE and mention.prefix == "" and scene.at(index - 1) is not None
    return mention.kind in PLACES and (in_it or city_of)
