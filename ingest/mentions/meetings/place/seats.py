"""Where a meeting is, by the palace or house in which it is held: "بقصر المرادية", "في البيت الأبيض".

Read where the spot itself names no city (`place`); the city of a seat is known from `seats.tsv`.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention
from ingest.mentions.authority import by_path
from ingest.mentions.gazetteer import name_span
from ingest.mentions.lands.places import FILE
from ingest.mentions.meetings.lexicon import adjectives, words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_BEFORE, _BEHIND = 24, 40  # tokens around a spot in which its house is named


@cache
def _seats() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """First folded word → the seats that begin with it, longest first: words, path, whether its staff may be meant."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for row in read_tsv("seats.tsv"):
        name = tuple(fold(row["name"]).split())
        found.setdefault(name[0], []).append((name, row["place"], row["class"] == "office"))
    return {first: tuple(sorted(seats, key=lambda seat: -len(seat[0]))) for first, seats in found.items()}


@cache
def _openings() -> frozenset[str]:
    """The words with which the name of a seat may begin, as they stand in a text."""
    return frozenset(glued + first for first in _seats() for glued in ("", "ب"))


def seat_of(scene: Scene, spot: Spot) -> Mention | None:
    """The city of the palace that a spot names behind في or بـ in its clause, behind the spot before in front of it."""
    document = scene.document
    places = document.once("seats", lambda: document.where(_openings() & document.words))
    low, last = max(spot.first - _BEFORE, spot.sentence.first), min(spot.last + _BEHIND, spot.sentence.last)
    if "previous" in spot.marks or bisect_left(places, low) == bisect_left(places, last):
        return None
    for index in range(spot.last, last):
        if scene.norm(index) in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None and index > spot.last):
            break
        if bare(scene.norm(index)) in words("saying") and scene.at(index) is None:
            break
        if (found := _at(scene, spot, index)) is not None:
            return found
    for index in range(spot.first - 1, low - 1, -1):
        if scene.norm(index) in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None):
            return None
        if (found := _at(scene, spot, index)) is not None:
            return found
    return None


def _at(scene: Scene, spot: Spot, index: int) -> Mention | None:
    """The seat whose name begins at a token, with its preposition."""
    word = scene.norm(index)
    glued = word.startswith("ب") and word[1:] in _seats()
    for name, path, office in _seats().get(word[1:] if glued else word, ()):
        end = _behind(scene, index, name)
        if end is None:
            continue
        before = bare(scene.norm(index - 2 if scene.norm(index - 1) in '"“«' else index - 1))
        led = glued or before in words("inside") or (not office and before == "الي")  # "لدى وصوله إلى قصر …"
        hosting = before.removeprefix("س") in words("hosting")
        if not (led or hosting) or (office and not _is_scene(scene, spot, index - (0 if glued else 1))):
            return None
        entity = by_path(FILE).get(path)
        if entity is None:
            return None
        span = name_span(scene.document, index, end, int(glued))
        return Mention(Kind.PLACE, index, end, span, entity.referent(), f"seat: {path}", "ب" if glued else "")
    return None


def _behind(scene: Scene, index: int, name: tuple[str, ...]) -> int | None:
    """The token behind a name whose first word has been met; a part of it may stand in quotes."""
    at = index
    for word in name[1:]:
        at += 1 + (scene.norm(at + 1) in '"“«')
        if scene.norm(at) != word:
            return None
    return at + 1


def _is_scene(scene: Scene, spot: Spot, at: int) -> bool:
    """Is "in the White House" where people met, rather than where somebody works?"""
    before = scene.at(at - 1)
    if before is not None:
        return before.kind in (Kind.PERSON, Kind.DATE, Kind.NUMBER)
    if scene.norm(at - 1) in words("three"):
        return True  # "الوزراء الثلاثة في البيت الأبيض"
    return at <= spot.last or scene.norm(at - 1) in "،," or scene.norm(at - 1) in adjectives()
