"""Encounters told together and then one by one: a headline in which somebody "meets A and B", and a text in which he meets
A, and B later, speak of two meetings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ingest.mention import Mention
from ingest.mentions.meetings.identity.apart import one_of
from ingest.mentions.meetings.scene import Scene
from ingest.mentions.meetings.traits import Reading, Side, match, side_of
from ingest.parts import Zone

_TOGETHER = 6  # encounters with several that are held against those of two
_PAIRS = 60  # encounters of two that they are held against
_MOST = 6  # sides of an encounter with several
_GAP = 3  # tokens between two who are joined


def told_each(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """The readings; of an encounter with several who are met one by one elsewhere there is one for each of them."""
    single: list[tuple[Reading, list[Side]]] = []
    several: list[tuple[Reading, tuple[Mention, ...]]] = []
    for reading in readings:
        if not reading.details.partners or reading.details.side or "apart" in reading.spot.marks:
            continue
        partners = (*reading.details.partners, *_joined(reading))
        sides = [side for side in (side_of(scene, p) for p in partners) if side is not None]
        if len(sides) == 2:
            single.append((reading, sides))
        elif 3 <= len(sides) <= _MOST and len(sides) == len(partners) and len(set(sides)) == len(sides):
            several.append((reading, partners))
    titled = bool(several) and all(reading.spot.sentence.zone is Zone.TITLE for reading, _ in several)
    split = {
        id(reading): each
        for reading, partners in islice(several, _TOGETHER)
        if (each := _each(scene, reading, partners, [p for p in single[:_PAIRS] if titled or p[0].spot.verb], titled))
    }
    return [one for reading in readings for one in split.get(id(reading), [reading])]


def _joined(reading: Reading) -> list[Mention]:
    """Those whom "and" joins to the one whom a verb says is met: "يلتقي فلانا وعلانا"."""
    if not reading.spot.verb or len(reading.details.partners) != 2:
        return []
    last, found = max(reading.details.partners, key=lambda p: p.first), []
    for party in reading.details.parties:
        if last.last <= party.first <= last.last + _GAP and party.prefix == "و" and last.first > reading.spot.first:
            found.append(party)
            last = party
    return found


def _each(
    scene: Scene, reading: Reading, partners: Sequence[Mention], single: Sequence[tuple[Reading, list[Side]]], titled: bool
) -> list[Reading]:
    """One reading for each of those whom the first side meets, where others tell of so many of them apart: two, or the one
    of a headline of which the text has no more."""
    host, *others = [_side(scene, p) for p in partners]
    met: dict[Side, set[int]] = {}
    for _, (one, two) in single:
        for first, second in ((one, two), (two, one)):
            if match(first, host):
                met.setdefault(first, set()).update(i for i, other in enumerate(others) if match(second, other))
    told = max(met.values(), key=len, default=set())
    if len(told) < (1 if titled else 2):
        return []
    return [one_of(reading, (partners[0], other)) for other in partners[1:]]


def _side(scene: Scene, mention: Mention) -> Side:
    """The side that one person is."""
    return side_of(scene, mention) or (None, None)
