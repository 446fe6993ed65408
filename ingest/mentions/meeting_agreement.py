"""The spots of one meeting, and how well a further spot agrees with them: kind, place, date, edition, body, people."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.fold import fold
from ingest.mentions.countries import group_body
from ingest.mentions.meeting_details import Details
from ingest.mentions.meeting_lexicon import adjectives, words
from ingest.mentions.meeting_scene import Scene, Spot
from ingest.mentions.meeting_sides import people
from ingest.mentions.meeting_status import Status
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.places import country_of
from ingest.parts import Zone
from kg.claim import PartialDate


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

    @property
    def headline(self) -> bool:
        """Does only the headline speak of it so far?"""
        return all(m.spot.sentence.zone is Zone.TITLE for m in self.members)

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
        firm = frozenset(
            m.details.kind for m in self.members if m.details.kind != "other" or body_key(m.details) or not m.spot.anaphoric
        )
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
    return group_body(key) or key


def agreement(scene: Scene, candidate: Cluster, reading: Reading) -> float | None:
    """How well a spot fits a meeting; None where something clashes."""
    spot, details = reading.spot, reading.details
    if {"new", "previous"} & spot.marks and not any({"new", "previous"} & m.spot.marks for m in candidate.members):
        return None
    score = 0.0
    if any(m.spot.noun.lemma == spot.noun.lemma for m in candidate.members):
        score = 0.5 if spot.noun.kind in ("summit", "conference") else 0.4
    for part in (
        _kinds(candidate, reading),
        _qualities(scene, candidate, reading),
        same_place(candidate, details),
        _dates(candidate, details),
        _editions(candidate, details),
        _bodies(candidate, reading),
        _names(scene, candidate, reading),
        _told(candidate, reading),
        people(scene, [m.details for m in candidate.members], details, candidate.headline),
    ):
        if part is None:
            return None
        score += part
    if candidate.headline:
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
    extra = "استثنايي" in mine and "استثنايي" not in theirs and reading.details.edition is None
    if extra and any(member.details.edition for member in candidate.members):
        return None
    said = {"ثنايي"} if "bilateral" in candidate.kinds else {"وزاري"} if "ministerial" in candidate.kinds else set()
    own = (mine & adjectives()) - said - words("previous") - words("following")
    other_noun = all(m.spot.noun.lemma != reading.spot.noun.lemma for m in candidate.members)
    if reading.spot.definite and own and not own & theirs and other_noun and not candidate.headline:
        return -0.8
    return 0.0


def _adjectives(scene: Scene, reading: Reading) -> set[str]:
    spot = reading.spot
    return {
        scene.norm(i).removeprefix("ال").removesuffix("ه") for i in range(spot.first, min(spot.last + 1, spot.sentence.last))
    }


def _where(mention: Mention) -> tuple[str | None, str | None]:
    """City and country of a place mention."""
    key = mention.referent.key if mention.referent is not None else None
    if mention.kind is Kind.COUNTRY:
        return None, key
    iso = country_of(key) if key else None
    return key, f"country/{iso}" if iso else None


def same_place(candidate: Cluster, details: Details) -> float | None:
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
    mine = start_of(details)
    if mine is None:
        return 0.0
    best = 0.0
    for member in candidate.members:
        other = start_of(member.details)
        if other is None:
            continue
        if not _same_time(details, member.details):
            return None
        best = max(best, 0.2 if other.month is None or mine.month is None else 0.8 if mine == other else 0.4)
    return best


def start_of(details: Details) -> PartialDate | None:
    return details.date.date.start if details.date is not None and details.date.date is not None else None


def _same_time(one: Details, two: Details) -> bool:
    """May two dates or ranges mean the same meeting?"""
    a, b = start_of(one), start_of(two)
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
    ends = [
        d.date.date.end.day if d.date and d.date.date and d.date.date.end and d.date.date.end.day else s.day
        for d, s in ((one, a), (two, b))
    ]
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
        if len(one) > 2 and len(two) > 2 and one[:2] == two[:2]:
            return 0.4  # "الرابطة الوطنية للسلاح", "الرابطة الوطنية للأسلحة": one or two bodies
    return None


def _names(scene: Scene, candidate: Cluster, reading: Reading) -> float:
    """ "قمة المناخ", "مؤتمر المناخ المقبل": a name behind the noun speaks for or against a meeting."""
    mine = complement(scene, reading)
    theirs = [name for member in candidate.members if (name := complement(scene, member)) is not None]
    if mine is None or not theirs:
        return 0.0
    if mine in theirs:
        return 1.0
    return -0.6


def complement(scene: Scene, reading: Reading) -> str | None:
    """The definite word in construct right behind an indefinite noun, where it is no mention."""
    spot, word = reading.spot, scene.norm(reading.spot.last)
    if spot.anaphoric or spot.verb or spot.last >= spot.sentence.last or scene.at(spot.last) is not None:
        return None
    known = word in adjectives() or word in words("relative") or spot.last > spot.first + 1
    return _stem(word) if word.startswith("ال") and len(word) > 4 and not known else None


def _told(candidate: Cluster, reading: Reading) -> float | None:
    """What is still to come is not what was held: "الاجتماع المقبل" beside the meeting that the article reports."""
    spot, status = reading.spot, reading.status
    if "same" in spot.marks or (status.value == "planned") == ("planned" in {m.status.value for m in candidate.members}):
        return 0.0
    lemmas = {m.spot.noun.lemma for m in candidate.members}
    held = max((m.status.strength for m in candidate.members if m.status.value == "held"), default=0.0)
    if status.value == "planned" and "following" in spot.marks:
        return None if held >= (3.0 if spot.noun.lemma in lemmas else 1.8) else 0.0
    if status.value == "planned" and status.strength >= 4.0 and held >= 3.0:
        return None
    return 0.0


def _name_words(mention: Mention) -> list[str]:
    label = mention.referent.label_ar if mention.referent is not None else None
    return [_stem(word) for word in fold(label or "").split()]


def _stem(word: str) -> str:
    return word.removeprefix("و").removeprefix("لل").removeprefix("ال")
