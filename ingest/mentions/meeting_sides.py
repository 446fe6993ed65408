"""Between whom talks are: the sides of a spot, and whether those of two spots can be the same."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions.meeting_details import Details
from ingest.mentions.meeting_people import is_plural
from ingest.mentions.meeting_scene import Scene
from ingest.mentions.mention import Mention
from kg.vocabulary import M


def people(scene: Scene, others: Sequence[Details], details: Details, headline: bool) -> float | None:
    """The sides of talks must be the same; of a side that is only an office the country must be."""
    if details.kind not in ("bilateral", "other") or not details.partners:
        return 0.0
    mine = sides_of(scene, details)
    known = [sides_of(scene, m) for m in others if m.partners]
    if not known:
        everyone = [side for m in others for p in m.parties if (side := side_of(scene, p))]
        hits = sum(any(match(side, other) for other in everyone) for side in mine)
        if len(mine) >= 2 and len(everyone) >= 2 and hits < 2:
            return None
        return 0.6 if hits else 0.0
    best = 0
    for theirs in known:
        hits = sum(any(match(side, other) for other in theirs) for side in mine)
        if len(mine) > 1 and len(theirs) > 1 and hits < 2:
            return None
        best = max(best, hits)
    unnamed = any(side[0] is None for sides in (mine, *known) for side in sides)
    if not best and unnamed and headline:
        return 0.0  # a headline often gives the office alone
    return 0.6 * best if best else None


def sides_of(scene: Scene, details: Details) -> list[tuple[str | None, str | None]]:
    found = [side for m in details.partners if (side := side_of(scene, m)) is not None]
    return list(dict.fromkeys(found))


def side_of(scene: Scene, mention: Mention) -> tuple[str | None, str | None] | None:
    """A person by key, and the country the office belongs to; an office without a name has the country alone."""
    if is_plural(scene, mention):
        return None
    person = mention.referent is not None and mention.referent.type == M.Person
    key = mention.referent.key if person and mention.referent is not None else None
    return key, scene.nation(mention)


def match(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    if one[0] and other[0]:
        return one[0] == other[0]
    return one[1] is not None and one[1] == other[1]
