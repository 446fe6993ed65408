"""Meetings told in a row by their cities: "اجتماعاتها في الدوحة (أبريل) وروما وإسطنبول", "ثم التأمت في باريس ومراكش"."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene

_BEFORE = 3  # adjectives between the meetings and "in"
_BRACKET = 7  # tokens of the longest bracket behind a city
_MOST = 8  # cities
_COMMAS = ("،", ",")
_CITIES = (Kind.PLACE, Kind.COUNTRY)  # "تونس" and "الجزائر" are both


def city_row(scene: Scene, at: int, limit: int, *, plural: bool = False) -> list[tuple[Mention, Mention | None]]:
    """Each city of a row of two or more that "in" opens at a token or behind adjectives, with the day told beside it;
    `plural`: a row in construct too, with days ("اجتماعات تونس (فبراير) وباريس (يوليو)")."""
    first = scene.at(at) if plural and at < limit else None
    if first is not None and first.kind in _CITIES and not first.prefix:
        found = _row(scene, at, limit)
        return found if all(day is not None for _, day in found) else []
    end = at
    while end < at + _BEFORE and scene.at(end) is None and scene.norm(end) != "في" and _is_adjective(scene.norm(end)):
        end += 1
    if scene.norm(end) != "في":
        return []
    end += 1
    if scene.norm(end) == "كل" and scene.norm(end + 1) == "من":
        end += 2
    return _row(scene, end, limit)


def _row(scene: Scene, end: int, limit: int) -> list[tuple[Mention, Mention | None]]:
    joins = words("joins_cities").union(_COMMAS)
    found: list[tuple[Mention, Mention | None]] = []
    while end < limit and len(found) < _MOST:
        place = scene.at(end)
        if place is None or place.kind not in _CITIES or "area" in place.tags or place.prefix not in ("", "و"):
            break
        if found and not place.prefix and scene.norm(end - 1) not in joins:
            break
        day, end = _day(scene, place.last, limit)
        found.append((place, day))
        while end < limit and scene.at(end) is None and (scene.norm(end) == "في" or scene.norm(end) in joins):
            end += 1
    cities = sum("city" in place.tags for place, _ in found)
    return found if len(found) >= 2 and cities and _joined(scene, found) else []


def _joined(scene: Scene, found: list[tuple[Mention, Mention | None]]) -> bool:
    """Whether "and" or "then" stands somewhere in the row: "باريس، فرنسا" is one city."""
    first, last = found[0][0].last, found[-1][0].first + 1
    return any(place.prefix for place, _ in found) or any(scene.norm(i) in words("joins_cities") for i in range(first, last))


def _is_adjective(norm: str) -> bool:
    return norm.endswith(("ه", "ات", "ين", "ي"))


def _day(scene: Scene, at: int, limit: int) -> tuple[Mention | None, int]:
    """The date behind a city, bare, in brackets or behind "in", and where it ends."""
    start = at + 1 if scene.norm(at) in words("before_year") else at
    day = scene.at(start)
    told = day if day is not None and day.kind is Kind.DATE else None
    if scene.norm(at) == "(":
        close = next((i for i in range(at + 1, min(at + _BRACKET, limit)) if scene.norm(i) == ")"), None)
        return (told, close + 1) if close is not None else (None, at)
    return (told, told.last) if told is not None else (None, at)
