"""Which spots of an article speak of the same meeting.

Spots are read in the order of the text. A spot joins the latest meeting with which nothing clashes (place, date, edition,
body, the people, the number of parties) and with which something agrees; "الاجتماع", "هذا اللقاء" join the latest meeting
that is compatible; anything else is a meeting of its own. Title spots are read like the others and usually stay the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.fold import fold
from ingest.mentions.meeting_details import Details, is_plural
from ingest.mentions.meeting_lexicon import adjectives, words
from ingest.mentions.meeting_spots import Scene, Spot
from ingest.mentions.meeting_status import Status
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.places import country_of
from ingest.parts import Zone
from kg.claim import PartialDate
from kg.vocabulary import M

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
    def firm_kinds(self) -> frozenset[str]:
        """The kinds that spots with something of their own give; a bare "الاجتماع" says nothing of the kind."""
        firm = frozenset(m.details.kind for m in self.members if m.details.kind != "other" or body_key(m.details) or not m.spot.anaphoric)
        return firm or self.kinds

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
        latest = max(clusters, key=lambda one: one.members[-1].spot.first, default=None)
        fitting = [
            (score, candidate) for candidate in clusters
            if (score := _agreement(scene, candidate, reading)) is not None
            and score + (0.5 if candidate is latest and reading.spot.definite else 0.0) >= _needed_for(candidate, reading)
        ]
        if fitting:
            key = _recency if _needed(reading) == 0.0 else _closeness
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
    dates = [start for m in candidate.members if (start := _start(m.details)) is not None]
    old = year is not None and bool(dates) and all(start.year < year for start in dates)
    former = old or any("previous" in m.spot.marks for m in candidate.members)
    lemma, kind = reading.spot.noun.lemma, reading.details.kind
    called = lemma in words("any_noun") or any(m.spot.noun.lemma == lemma for m in candidate.members)
    return not former, called, kind in ("other", "conference") or kind in candidate.kinds, candidate.members[-1].spot.first


def _needed_for(candidate: Cluster, reading: Reading) -> float:
    """A headline is retold below it: less must agree."""
    headline = all(m.spot.sentence.zone is Zone.TITLE for m in candidate.members)
    return min(_needed(reading), 1.1) if headline else _needed(reading)


def _needed(reading: Reading) -> float:
    """How much must agree before a spot joins a meeting."""
    spot = reading.spot
    if "same" in spot.marks or (spot.definite and not _own(reading)):
        return 0.0
    if spot.anaphoric or "main" in spot.marks:
        return 0.5
    return 1.0 if _construct(reading) else 1.7


def _construct(reading: Reading) -> bool:
    """Is an indefinite noun made definite by its body or place ("اجتماع التحالف", "قمة مدريد")?"""
    details, last = reading.details, reading.spot.last
    return any(part is not None and part.first <= last + 1 for part in (details.body, details.place)) or bool(reading.spot.verb)


def _own(reading: Reading) -> bool:
    """Does a spot say anything of its own that identifies a meeting?"""
    details = reading.details
    return bool(details.place or details.date or details.edition or body_key(details) or details.partners)


def _agreement(scene: Scene, candidate: Cluster, reading: Reading) -> float | None:
    """How well a spot fits a meeting; None where something clashes."""
    spot, details = reading.spot, reading.details
    if {"new", "previous"} & spot.marks and not any({"new", "previous"} & m.spot.marks for m in candidate.members):
        return None
    score = 0.4 if any(m.spot.noun.lemma == spot.noun.lemma for m in candidate.members) else 0.0
    for part in (
        _kinds(candidate, reading), _qualities(scene, candidate, reading), _places(candidate, details), _dates(candidate, details),
        _editions(candidate, details), _bodies(candidate, reading), _people(scene, candidate, details),
    ):
        if part is None:
            return None
        score += part
    if all(m.spot.sentence.zone is Zone.TITLE for m in candidate.members):
        score += 0.7  # what the headline announces is what the text begins with
    return score + (0.3 if spot.anaphoric else 0.0)


def _kinds(candidate: Cluster, reading: Reading) -> float | None:
    """Talks of two sides and gatherings of many exclude each other; so do summits and meetings of ministers."""
    kind = "bilateral" if reading.spot.noun.group in ("talks", "verb") else reading.details.kind
    kinds = candidate.firm_kinds
    loose = reading.spot.anaphoric and not reading.spot.verb and reading.spot.noun.group not in ("talks",)
    if kind == "bilateral":
        if "bilateral" in kinds:
            return 0.2
        if kinds == {"other"} and candidate.body_key is None:
            return 0.0
        return 0.0 if loose and not reading.details.partners else None
    if kinds == {"bilateral"}:
        return 0.0 if kind == "other" and body_key(reading.details) is None else None
    if kind in kinds:
        return 0.2
    if ("summit" in kinds) != (kind == "summit"):
        others = kinds if kind == "summit" else {kind}
        return None if "ministerial" in others or "working_group" in others else 0.0
    if "working_group" in (kind, *kinds) and "ministerial" in (kind, *kinds):
        return None
    return 0.0


def _qualities(scene: Scene, candidate: Cluster, reading: Reading) -> float | None:
    """ "المؤتمر العادي" is not "المؤتمر الاستثنائي"."""
    mine = _adjectives(scene, reading)
    theirs = {word for member in candidate.members for word in _adjectives(scene, member)}
    for pair in words("opposites"):
        one, _, other = (part.removesuffix("ه") for part in pair.partition("/"))
        if (one in mine and other in theirs) or (other in mine and one in theirs):
            return None
    if "استثنايي" in mine and "استثنايي" not in theirs and reading.details.edition is None:
        if any(member.details.edition for member in candidate.members):
            return None
    said = {"ثنايي"} if "bilateral" in candidate.kinds else {"وزاري"} if "ministerial" in candidate.kinds else set()
    own = (mine & adjectives()) - said - words("previous") - words("following")
    headline = all(m.spot.sentence.zone is Zone.TITLE for m in candidate.members)
    other_noun = all(m.spot.noun.lemma != reading.spot.noun.lemma for m in candidate.members)
    if reading.spot.definite and own and not own & theirs and other_noun and not headline:
        return -0.8
    return 0.0


def _adjectives(scene: Scene, reading: Reading) -> set[str]:
    spot = reading.spot
    return {scene.norm(i).removeprefix("ال").removesuffix("ه") for i in range(spot.first, min(spot.last + 1, spot.sentence.last))}


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


def _bodies(candidate: Cluster, reading: Reading) -> float | None:
    details = reading.details
    mine, other = body_key(details), candidate.body_key
    if mine is None or other is None:
        return 0.0
    if mine == other:
        return 1.0
    mention = candidate.first_of("body")
    if details.body is not None and mention is not None:
        one, two = _name_words(details.body), _name_words(mention)
        if one and two and one[0] == two[0] and (set(one) <= set(two) or set(two) <= set(one)):
            return 1.0  # "لجنة التنمية", "اللجنة الوطنية للتنمية المستدامة"
    return None


def _name_words(mention: Mention) -> list[str]:
    label = mention.referent.label_ar if mention.referent is not None else None
    return [_stem(word) for word in fold(label or "").split()]


def _stem(word: str) -> str:
    return word.removeprefix("و").removeprefix("لل").removeprefix("ال")


def _people(scene: Scene, candidate: Cluster, details: Details) -> float | None:
    """The sides of talks must be the same; of a side that is only an office the country must be."""
    if details.kind not in ("bilateral", "other") or not details.partners:
        return 0.0
    mine = _sides(scene, details)
    known = [_sides(scene, m.details) for m in candidate.members if m.details.partners]
    if not known:
        everyone = [side for m in candidate.members for p in m.details.parties if (side := _side(scene, p))]
        hits = sum(any(_match(side, other) for other in everyone) for side in mine)
        if len(mine) >= 2 and len(everyone) >= 2 and hits < 2:
            return None
        return 0.6 if hits else 0.0
    best = 0
    for theirs in known:
        hits = sum(any(_match(side, other) for other in theirs) for side in mine)
        if len(mine) > 1 and len(theirs) > 1 and hits < 2:
            return None
        best = max(best, hits)
    unnamed = any(side[0] is None for sides in (mine, *known) for side in sides)
    if not best and unnamed and all(m.spot.sentence.zone is Zone.TITLE for m in candidate.members):
        return 0.0  # a headline often gives the office alone
    return 0.6 * best if best else None


def _sides(scene: Scene, details: Details) -> list[tuple[str | None, str | None]]:
    found = [side for m in details.partners if (side := _side(scene, m)) is not None]
    return list(dict.fromkeys(found))


def _side(scene: Scene, mention: Mention) -> tuple[str | None, str | None] | None:
    """A person by key, and the country the office belongs to; an office without a name has the country alone."""
    if is_plural(scene, mention):
        return None
    person = mention.referent is not None and mention.referent.type == M.Person
    key = mention.referent.key if person and mention.referent is not None else None
    return key, scene.nation(mention)


def _match(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    if one[0] and other[0]:
        return one[0] == other[0]
    return one[1] is not None and one[1] == other[1]


def same_talks(scene: Scene, item: Cluster, side: Reading, others: Sequence[Cluster]) -> bool:
    """Are the talks of a cluster those that another sentence puts on the margins of a meeting?"""
    if "bilateral" not in item.kinds or item.body_key is not None:
        return False
    theirs = [s for p in (*side.details.partners, *side.details.parties) if (s := _side(scene, p))]
    for member in item.members:
        mine = _sides(scene, member.details)
        if len(mine) >= 2 and sum(any(_match(s, o) for o in theirs) for s in mine) >= 2:
            return True
    place = item.first_of("place")
    elsewhere = place is not None and not any(_places(other, item.members[0].details) for other in others if other is not item)
    return not theirs and item.first_of("date") is None and not elsewhere
