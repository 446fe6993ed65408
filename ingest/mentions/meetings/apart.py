"""One verb that tells of several meetings: "استقبل فلان فلانا وفلانا كلا على حدة", "التقى فلانا وفلانا في لقاءين منفصلين".

The meeting of the verb keeps the first of those who were met. Every other one has a meeting of its own, whose mention
stands on a word of the phrase that parts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.mentions.meetings.agreement import Cluster
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.traits import Reading
from ingest.mentions.mention import Mention
from kg.claim import Referent

_FAR = 40  # tokens behind a verb within which the phrase may stand
_PHRASE = 4  # tokens of the phrase


@dataclass(frozen=True, slots=True)
class Parted:
    """The meetings with all but the first of those who were met, and the token of each."""

    verb: Spot
    meetings: tuple[tuple[Cluster, int], ...]


def part(scene: Scene, clusters: Sequence[Cluster]) -> list[Parted]:
    """Parts the meetings whose verb tells of several, and gives those that come of it."""
    return [found for item in clusters if (found := _parted(scene, item)) is not None]


def met(reading: Reading) -> Referent | None:
    """Whom a parted meeting was with."""
    return reading.details.partners[-1].referent if reading.details.partners else None


def _parted(scene: Scene, item: Cluster) -> Parted | None:
    for number, reading in enumerate(item.members):
        spot = reading.spot
        if spot.verb not in ("meet", "receive", "gather", "confer"):
            continue
        end = _clause_end(scene, spot)
        phrase = _phrase(scene, spot, end)
        subject, others = _sides(scene, spot, phrase, end) if phrase else (None, [])
        free = [at for at in phrase if scene.at(at) is None]
        if len(others) < 2 or len(free) < len(others) - 1:
            continue
        spot.marks.add("parted")
        each = [_with(reading, (other,) if subject is None else (subject, other)) for other in others]
        item.members[number] = each[0]
        return Parted(spot, tuple((Cluster([one]), at) for one, at in zip(each[1:], free, strict=False)))
    return None


def _with(reading: Reading, sides: tuple[Mention, ...]) -> Reading:
    spot = replace(reading.spot, marks=set(reading.spot.marks))
    return replace(reading, spot=spot, details=replace(reading.details, parties=sides, partners=sides, kind="bilateral"))


def _phrase(scene: Scene, spot: Spot, end: int) -> tuple[int, ...]:
    """The tokens of "كل على حدة", "في لقاءين منفصلين", "على التوالي" behind a verb."""
    for at in range(spot.last, end):
        if scene.norm(at) in words("parted") and scene.norm(at - 1) in words("parted_before"):
            first = at - 1
            while first > spot.last and first > at - _PHRASE and scene.norm(first - 1) in words("parted_opens"):
                first -= 1
            counted = scene.at(first - 1) is None and scene.norm(first - 1) in words("parted_counted")
            return () if counted else tuple(range(first, at + 1))
    return ()


def _clause_end(scene: Scene, spot: Spot) -> int:
    reach = range(spot.last, min(spot.last + _FAR, spot.sentence.last))
    ends = (at for at in reach if scene.norm(at) in ".؛" or bare(scene.norm(at)) in words("parted_clause"))
    return next((at for at in ends if scene.at(at) is None), reach.stop)


def _sides(scene: Scene, spot: Spot, phrase: Sequence[int], end: int) -> tuple[Mention | None, list[Mention]]:
    """Who acts, and those joined by و who were met: they stand in front of the phrase, or behind it."""
    behind = [m for m in scene.between(spot.last, end) if m.kind in PARTIES and m.referent is not None]
    before = [m for m in scene.between(spot.sentence.first, spot.first) if m.kind in PARTIES and m.referent is not None]
    acts = behind[:1] if len(behind) > 2 and not behind[0].prefix and not _joined(behind[1]) else []
    subject = acts[0] if acts else before[-1] if before else None
    others = [m for m in behind[len(acts) :] if m.first < phrase[0]]
    if len(others) < 2:
        others = [m for m in behind[len(acts) :] if m.first > phrase[-1]]
    return subject, [m for m in others if m is others[0] or _joined(m)]


def _joined(mention: Mention) -> bool:
    return mention.prefix.startswith("و")
