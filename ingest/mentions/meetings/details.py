"""What the words around a spot say of the meeting: whose it is, where, when, which edition, between whom."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.mention import Kind, Mention
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.came_before import is_source
from ingest.mentions.meetings.date import date_of
from ingest.mentions.meetings.date.deed_day import marked
from ingest.mentions.meetings.detection.prepared import (
    PREPARED,
    PREPARES,
    of_the_whole,
    prepared_for,
    told_of_preparing,
    told_of_whole,
)
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.naming.edges import at_the_edge
from ingest.mentions.meetings.naming.edition import edition_of
from ingest.mentions.meetings.naming.kind import kind_of, on_the_margins
from ingest.mentions.meetings.parties.aside import is_gathering
from ingest.mentions.meetings.parties.organs import owner_of
from ingest.mentions.meetings.parties.people import company_of, own_party, parties_of
from ingest.mentions.meetings.parties.spoken_of import council_of, of_committee, of_some_states, spoken_of, supreme_of
from ingest.mentions.meetings.parties.told_beside import by_number
from ingest.mentions.meetings.parties.whose import body_of_spot
from ingest.mentions.meetings.place import place_before, place_of
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.place.seats import seat_of
from ingest.mentions.meetings.place.setting import setting_of, told_here
from ingest.mentions.meetings.place.venue import as_city, capital_of, venue_of
from ingest.mentions.meetings.preceded import own
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from ingest.mentions.meetings.status.striven_for import striven_for
from ingest.mentions.meetings.status.to_come import attacked, thought_of
from ingest.mentions.meetings.told_about import told_about
from ingest.mentions.meetings.word_places import said_bare
from kg.claim import Span


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
    if body is not None and of_some_states(scene, body):
        body = None
    elif body is None and path is None:
        body = spoken_of(scene, spot)
    council = council_of(scene, spot, body) if body is not None else None
    body = council or body
    if body is not None and spot.possessive and partners:
        body = None  # "اجتماعه مع …": his, not a body's
    first_in, place, date = _circumstances(scene, spot, partners)
    edition = _edition(scene, spot)
    of_many = not spot.verb and spot.noun.group == "noun" and edition is not None and spot.definite
    kind = kind_of(scene, spot, body, parties, partners)
    if kind == "bilateral" and len(partners) == 2 and all(one.kind is Kind.PERSON for one in partners):
        body, path = None, None  # "وتفتتح اجتماعات وزراء المجموعة بلقاء بين فلان وعلان": of the two alone
    if kind == "bilateral" and body is not None and not partners and of_committee(scene, spot) is not None:
        kind = "other"  # "محادثات اللجنة المشتركة"
    if council is not None and kind == "other" and scene.norm(council.first + 1) in words("supreme"):
        kind = "summit"
    side = on_the_margins(scene, spot) and not (of_many and not partners and not company_of(scene, spot))
    told = kind == "bilateral" or (bool(spot.verb) and len(partners) > 1)
    talks = not side and told and (bool(spot.verb) or (len(partners) > 1 and not spot.definite))
    if talks and at_the_edge(scene, spot, partners[-1].last if partners else spot.last):
        side = True
        spot.marks.add("edge")
    if side and is_gathering(scene, spot, body or path, partners, kind):
        side = False
        spot.marks.add("aside")
    return Details(
        body,
        path,
        place,
        marked(scene, spot, date),
        edition,
        parties,
        partners,
        kind,
        side,
        first_in,
        company_of(scene, spot),
        (owner_of(scene, body) or supreme_of(scene, spot, body)) if body is not None else None,
    )


def _edition(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """The number of the meeting, and not of the one that it prepares."""
    found = edition_of(scene, spot) if by_number(scene, spot) is None else None
    if found is not None and found[0] == 1 and _of_its_kind_there(scene, spot, found[1]):
        return None
    whole = prepared_for(scene, spot) if found is not None and PREPARES in spot.marks else None
    return found if found is None or whole is None or found[1].start < scene.tokens[whole.first].start else None


def _circumstances(
    scene: Scene, spot: Spot, partners: tuple[Mention, ...]
) -> tuple[Mention | None, Mention | None, Mention | None]:
    """Where it was for the first time, where it is and when."""
    first_in, place = _first_in(scene, spot), own(scene, spot, _where(scene, spot, partners))
    date = own(scene, spot, date_of(scene, spot))
    city = first_in is not None and first_in.kind is Kind.PLACE and "city" in first_in.tags
    if first_in is not None and city and (place is None or _land(place) == _land(first_in)):
        place = place if place is not None and place.kind is not Kind.COUNTRY else first_in
    if spot.noun.group == "assembly" and "main" in spot.marks:
        return first_in, _right_behind(scene, spot, place), _right_behind(scene, spot, date)
    if not spot.verb and is_source(scene, spot.first):
        return first_in, _behind(spot, place), _behind(spot, date)
    place, date = (told if told_of_whole(scene, spot, told) else None for told in (place, date))
    if PREPARED in spot.marks and told_of_preparing(scene, spot):
        return first_in, place if _behind(spot, place) is None else None, date if _behind(spot, date) is None else None
    return first_in, place, date


def _right_behind(scene: Scene, spot: Spot, told: Mention | None) -> Mention | None:
    """ "على هامش أعمال الجمعية العامة في C", but not "…، عقد الوزراء في C": in the clause of the assembly itself."""
    between = range(spot.last, told.first) if told is not None and told.first >= spot.last else None
    return told if between is not None and not any(scene.norm(i) in "،," for i in between) else None


def _behind(spot: Spot, told: Mention | None) -> Mention | None:
    return told if told is not None and told.first >= spot.last else None


def _where(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> Mention | None:
    """The place that a spot names; the city of a palace where it names none, or only the country of that city."""
    place = told_here(scene, spot) or place_of(scene, spot)
    if place is not None and place.last <= spot.first and scene.norm(spot.last) in words("by_days"):
        return None  # "يلتئم الوزراء في الرياض قبل القمة بيومين"
    about = told_about(scene, spot)
    if place is not None and place.last <= spot.first and about:
        return None  # "نشر في بيروت بيان القمة"
    if of_the_whole(scene, spot, place):
        place = place_before(scene, spot)
    if striven_for(scene, spot):
        return place if place is not None and place.first >= spot.last and place.kind is Kind.PLACE else None
    if PREPARED in spot.marks or attacked(scene, spot) or thought_of(scene, spot):
        return place if place is not None and place.first >= spot.last else None
    if place is not None and place.kind is not Kind.COUNTRY:
        return place
    for house in (seat_of, venue_of, capital_of):
        seat = house(scene, spot)
        if seat is None or (about and seat.last <= spot.first):
            continue  # "عرض الوزير في البرلمان نتائج القمة"
        if place is None or _land(place) == _land(seat):
            return seat
    return as_city(place) or (None if about else setting_of(scene, spot, partners))


def _land(place: Mention) -> str | None:
    key = place.referent.key if place.referent is not None else ""
    return key.removeprefix("country/") if place.kind is Kind.COUNTRY else country_of(key)


def _first_in(scene: Scene, spot: Spot) -> Mention | None:
    """ "لأول مرة في أفريقيا", "الأول من نوعه في …": where the meeting had never been."""
    low, high = spot.sentence.first, spot.sentence.last
    reach = max(low, spot.first - 12), min(high, spot.last + 40)
    for index in said_bare(scene, *reach, "first_time", "the_time", "the_first"):
        first_time = bare(scene.norm(index)) in words("first_time") and "مر" in scene.norm(index + 1)
        counted = scene.norm(index) in words("the_time") and scene.norm(index + 1) in words("the_first")
        first_time = first_time or (counted and scene.norm(index + 2) not in words("counted_from"))
        if first_time:
            for at in range(index + 2, min(index + 10, high)):
                mention = scene.at(at)
                if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY, Kind.GROUP):
                    return mention
            return _first_host(scene, index, low)
        if index >= spot.first and (kind := _first_of_its_kind(scene, index)) is not None:
            return _governed(scene, kind, min(kind + 8, high))
    return None


def _of_its_kind_there(scene: Scene, spot: Spot, first: Span) -> bool:
    """ "هذا الاجتماع الأول من نوعه في القارة": the first there, and no first edition."""
    reach = range(spot.first, min(spot.last + 8, spot.sentence.last - 1))
    at = next((i for i in reach if scene.tokens[i].end == first.end), None)
    kind = None if at is None else _first_of_its_kind(scene, at)
    return kind is not None and _governed(scene, kind, min(kind + 3, spot.sentence.last)) is not None


def _first_of_its_kind(scene: Scene, index: int) -> int | None:
    """ "الأول من نوعه في …", "الأولى التي تلتئم بالقارة …": where that ends, or None."""
    if bare(scene.norm(index)) not in words("the_first"):
        return None
    behind = scene.norm(index + 1), scene.norm(index + 2)
    if behind[0] == "من" and behind[1] in words("of_its_kind"):
        return index + 3
    return index + 3 if behind[0] in words("relative") and is_holding(behind[1]) else None


def _governed(scene: Scene, first: int, last: int) -> Mention | None:
    """The first place, country or continent behind في or بـ in a clause."""
    for index in range(first, last):
        if scene.norm(index) in ".؛:،":
            return None
        mention = scene.at(index)
        if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY, Kind.GROUP):
            led = is_in(scene, mention) or scene.norm(mention.first - 2) == "في"
            return mention if led else None
    return None


def _first_host(scene: Scene, index: int, low: int) -> Mention | None:
    """ "C, which hosts it for the first time": the place beside a verb of hosting in front."""
    for at in range(index - 1, max(low, index - 5) - 1, -1):
        if bare(scene.norm(at)).removeprefix("س").removesuffix("ها").removesuffix("ه") in words("hosting"):
            beside = scene.between(max(low, at - 4), index)
            return next((m for m in reversed([*beside]) if m.kind in (Kind.PLACE, Kind.COUNTRY)), None)
    return None
