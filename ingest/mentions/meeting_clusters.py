"""Which spots of an article speak of the same meeting.

Spots are read in the order of the text. A spot joins the latest meeting with which nothing clashes (place, date, edition,
body, the people, the number of parties) and with which something agrees; "الاجتماع", "هذا اللقاء" join the latest meeting
that is compatible; anything else is a meeting of its own. Title spots are read like the others and usually stay the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.mentions.meeting_details import Details, is_plural
from ingest.mentions.meeting_spots import Scene, Spot
from ingest.mentions.meeting_status import Status
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.places import country_of
from kg.claim import PartialDate

# A group of countries at a meeting stands for the body it forms.
GROUP_BODIES = {
    "group/gcc-states": "org/gcc", "group/eu-members": "org/eu", "group/arab-states": "org/arab-league",
    "group/nato-members": "org/nato", "group/african-states": "org/african-union", "group/islamic-states": "org/oic",
    "group/maghreb-states": "org/arab-maghreb-union", "group/brics-states": "coalition/brics",
    "group/g7-states": "coalition/g7", "group/g20-states": "coalition/g20",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A spot with what was read of it."""

    spot: Spot
    details: Details
    status: Status


@dataclass(slots=True)
class Cluster:
    """The spots of one meeting, in the order of the text."""

    members: list[Reading] = field(default_factory=list)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(member.details.kind for member in self.members)

    def first_of(self, name: str) -> Mention | None:
        """The first mention of a detail ("place", "date", "body") among the spots."""
        for member in self.members:
            found: Mention | None = getattr(member.details, name)
            if found is not None:
                return found
        return None

    @property
    def body_key(self) -> str | None:
        for member in self.members:
            if (key := body_key(member.details)) is not None:
                return key
        return None


def body_key(details: Details) -> str | None:
    """What identifies the body of a meeting; a group of countries stands for its body."""
    if details.body_path is not None:
        return details.body_path
    if details.body is None or details.body.referent is None:
        return None
    key = details.body.referent.key
    return GROUP_BODIES.get(key, key)


def cluster(scene: Scene, readings: Sequence[Reading]) -> list[Cluster]:
    """The meetings of an article. Spots on the margins of another meeting must have been taken out before."""
    clusters: list[Cluster] = []
    for reading in readings:
        best: tuple[float, int] | None = None
        for number, candidate in enumerate(clusters):
            score = _agreement(scene, candidate, reading)
            if score is not None and (best is None or (score, number) >= best):
                best = (score, number)
        if best is not None and best[0] >= _needed(reading):
            clusters[best[1]].members.append(reading)
        else:
            clusters.append(Cluster([reading]))
    return clusters


def _needed(reading: Reading) -> float:
    """How much must agree before a spot joins a meeting."""
    spot = reading.spot
    if "same" in spot.marks or (spot.definite and not _own(reading)):
        return 0.0
    if spot.anaphoric:
        return 0.5
    return 1.0


def _own(reading: Reading) -> bool:
    """Does a spot say anything of its own that identifies a meeting?"""
    details = reading.details
    return bool(details.place or details.date or details.edition or body_key(details) or details.partners)


def _agreement(scene: Scene, candidate: Cluster, reading: Reading) -> float | None:
    """How well a spot fits a meeting; None where something clashes."""
    spot, details = reading.spot, reading.details
    if {"new", "previous"} & spot.marks and not any({"new", "previous"} & m.spot.marks for m in candidate.members):
        return None
    score = 0.0
    for part in (_kinds(candidate, details), _places(candidate, details), _dates(candidate, details), _editions(candidate, details),
                 _bodies(candidate, details), _people(scene, candidate, details)):
        if part is None:
            return None
        score += part
    if any(m.spot.noun.lemma == spot.noun.lemma for m in candidate.members):
        score += 0.4
    return score + (0.3 if spot.anaphoric else 0.0)


def _kinds(candidate: Cluster, details: Details) -> float | None:
    kind = details.kind
    if kind in candidate.kinds:
        return 0.2
    if kind == "other" or candidate.kinds == {"other"}:
        return 0.0
    if kind == "bilateral" or candidate.kinds == {"bilateral"}:
        return None
    if "summit" in candidate.kinds or kind == "summit":
        return 0.0 if "conference" in (kind, *candidate.kinds) and "ministerial" not in (kind, *candidate.kinds) else None
    return 0.0


def _where(mention: Mention) -> tuple[str | None, str | None]:
    """City and country of a place mention."""
    key = mention.referent.key if mention.referent is not None else None
    if mention.kind is Kind.COUNTRY:
        return None, key
    iso = country_of(key) if key else None
    return key, f"country/{iso}" if iso else None


def _places(candidate: Cluster, details: Details) -> float | None:
    if details.place is None:
        return 0.0
    best = 0.0
    for member in candidate.members:
        if member.details.place is None:
            continue
        (city, country), (other, land) = _where(details.place), _where(member.details.place)
        if city and other:
            if city != other:
                return None
            best = 1.2
        elif country and land:
            if country != land:
                return None
            best = max(best, 0.6)
    return best


def _dates(candidate: Cluster, details: Details) -> float | None:
    mine = _start(details)
    if mine is None:
        return 0.0
    best = 0.0
    for member in candidate.members:
        other = _start(member.details)
        if other is None:
            continue
        if not _same_time(details, member.details):
            return None
        best = 0.8 if mine == other else 0.4
    return best


def _start(details: Details) -> PartialDate | None:
    return details.date.date.start if details.date is not None and details.date.date is not None else None


def _same_time(one: Details, two: Details) -> bool:
    """May two dates or ranges mean the same meeting?"""
    a, b = _start(one), _start(two)
    if a is None or b is None:
        return True
    if a.year != b.year:
        return False
    if a.month is None or b.month is None:
        return True
    if a.month != b.month:
        return False
    if a.day is None or b.day is None:
        return True
    ends = [d.date.date.end.day if d.date and d.date.date and d.date.date.end and d.date.date.end.day else s.day
            for d, s in ((one, a), (two, b))]
    return a.day <= (ends[1] or 0) and b.day <= (ends[0] or 0)


def _editions(candidate: Cluster, details: Details) -> float | None:
    if details.edition is None:
        return 0.0
    known = {m.details.edition[0] for m in candidate.members if m.details.edition is not None}
    if not known:
        return 0.0
    return 1.2 if details.edition[0] in known else None


def _bodies(candidate: Cluster, details: Details) -> float | None:
    mine, other = body_key(details), candidate.body_key
    if mine is None or other is None:
        return 0.0
    return 1.0 if mine == other else None


def _people(scene: Scene, candidate: Cluster, details: Details) -> float | None:
    """People count for talks of two sides; groups of office holders identify nobody."""
    if details.kind not in ("bilateral", "other"):
        return 0.0
    mine = {key for m in details.partners if (key := _person(scene, m))}
    if not mine:
        return 0.0
    partners: set[str] = set()
    parties: set[str] = set()
    for member in candidate.members:
        if member.details.kind not in ("bilateral", "other"):
            continue
        partners |= {key for m in member.details.partners if (key := _person(scene, m))}
        parties |= {key for m in member.details.parties if (key := _person(scene, m))}
    if not partners:
        return 0.6 if mine & parties else 0.0
    everyone = {key for m in details.parties if (key := _person(scene, m))}
    if mine & partners or (mine <= parties and partners <= everyone):
        return 1.2
    return None


def _person(scene: Scene, mention: Mention) -> str | None:
    if is_plural(scene, mention):
        return None
    return mention.referent.key if mention.referent is not None else None
