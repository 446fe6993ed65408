"""Which spots of an article speak of the same meeting.

Spots are read in the order of the text. A spot joins the latest meeting with which nothing clashes (place, date, edition,
body, the people, the number of parties) and with which something agrees; "الاجتماع", "هذا اللقاء" join the latest meeting
that is compatible; anything else is a meeting of its own. Headlines are read like the rest and usually stay the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions.meeting_agreement import (
    Cluster,
    Reading,
    agreement,
    body_key,
    complement,
    same_place,
    start_of,
)
from ingest.mentions.meeting_lexicon import words
from ingest.mentions.meeting_scene import Scene
from ingest.mentions.meeting_sides import match, side_of, sides_of


def cluster(scene: Scene, readings: Sequence[Reading]) -> list[Cluster]:
    """The meetings of an article. Spots on the margins of another meeting must have been taken out before."""
    clusters: list[Cluster] = []
    for reading in readings:
        latest = max(clusters, key=lambda one: one.members[-1].spot.first, default=None)
        fitting = []
        for candidate in clusters:
            score = agreement(scene, candidate, reading)
            bonus = 0.5 if candidate is latest and reading.spot.definite else 0.0
            if score is not None and score + bonus >= _needed_for(scene, candidate, reading):
                fitting.append((score, candidate))
        if fitting:
            key = _recency if _needed(scene, reading) == 0.0 else _closeness
            year = scene.document.reference.date.year if scene.document.reference.date else None
            max(fitting, key=lambda pair: key(pair, reading, year))[1].members.append(reading)
        else:
            clusters.append(Cluster([reading]))
    return clusters


def _closeness(pair: tuple[float, Cluster], reading: Reading, year: int | None) -> tuple[float, int]:
    return pair[0], pair[1].members[-1].spot.first


def _recency(pair: tuple[float, Cluster], reading: Reading, year: int | None) -> tuple[bool, bool, bool, int]:
    """ "الاجتماع" means the meeting spoken of last, one of its own kind before others, never a former edition."""
    _, candidate = pair
    dates = [start for m in candidate.members if (start := start_of(m.details)) is not None]
    old = year is not None and bool(dates) and all(start.year < year for start in dates)
    former = old or any("previous" in m.spot.marks for m in candidate.members)
    over = reading.status.value == "held" and reading.status.strength > 1.0
    former = former or (over and all(m.status.value == "planned" for m in candidate.members))
    lemma, kind = reading.spot.noun.lemma, reading.details.kind
    called = lemma in words("any_noun") or any(m.spot.noun.lemma == lemma for m in candidate.members)
    return not former, called, kind in ("other", "conference") or kind in candidate.kinds, candidate.members[-1].spot.first


def _needed_for(scene: Scene, candidate: Cluster, reading: Reading) -> float:
    """A headline is retold below it: less must agree."""
    return min(_needed(scene, reading), 1.1) if candidate.headline else _needed(scene, reading)


def _needed(scene: Scene, reading: Reading) -> float:
    """How much must agree before a spot joins a meeting."""
    spot = reading.spot
    if "same" in spot.marks or (spot.definite and not _own(reading)):
        return 0.0
    if spot.anaphoric or "main" in spot.marks:
        return 0.5
    return 1.0 if _construct(reading) or complement(scene, reading) else 1.7


def _construct(reading: Reading) -> bool:
    """Is an indefinite noun made definite by its body or place ("اجتماع التحالف", "قمة مدريد")?"""
    details, last = reading.details, reading.spot.last
    return any(part is not None and part.first <= last + 1 for part in (details.body, details.place)) or bool(
        reading.spot.verb
    )


def _own(reading: Reading) -> bool:
    """Does a spot say anything of its own that identifies a meeting?"""
    details = reading.details
    return bool(details.place or details.date or details.edition or body_key(details) or details.partners)


def same_talks(scene: Scene, item: Cluster, side: Reading, others: Sequence[Cluster]) -> bool:
    """Are the talks of a cluster those that another sentence puts on the margins of a meeting?"""
    if "bilateral" not in item.kinds or item.body_key is not None:
        return False
    theirs = [s for p in (*side.details.partners, *side.details.parties) if (s := side_of(scene, p))]
    for member in item.members:
        mine = sides_of(scene, member.details)
        if len(mine) >= 2 and sum(any(match(s, o) for o in theirs) for s in mine) >= 2:
            return True
    place = item.first_of("place")
    elsewhere = place is not None and not any(
        same_place(other, item.members[0].details) for other in others if other is not item
    )
    return not theirs and item.first_of("date") is None and not elsewhere
