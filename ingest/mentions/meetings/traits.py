"""What the spots of one meeting say together, gathered as they join: so a further spot is held against each meeting once.

An article may speak of one meeting a thousand times; what agrees and what clashes depends on the different things said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import group_body
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.date.deed_day import DEED_DAY
from ingest.mentions.meetings.date.ending_day import ENDING_DAY
from ingest.mentions.meetings.details import Details
from ingest.mentions.meetings.lexicon import adjectives, words
from ingest.mentions.meetings.parties.people import is_plural
from ingest.mentions.meetings.scene import Scene, Spot
from ingest.mentions.meetings.status import Status
from ingest.parts import Sentence, Zone
from kg.claim import PartialDate
from kg.vocabulary import M

ABOUT = "about"  # mark of a spot with a country in its name of which it is about, and where it is not held

Side = tuple[str | None, str | None]
"""Somebody who takes part: a person by key, and the country the office belongs to."""


@dataclass(slots=True, unsafe_hash=True)
class Reading:
    """A spot with what was read of it."""

    spot: Spot
    details: Details
    status: Status
    adjectives: frozenset[str]  # the words of the spot and the one behind it, without article and ending
    subjects: frozenset[str] = frozenset()  # what its name says that it is about


@dataclass(slots=True)
class Company:
    """Several people, so that it is quickly told whether somebody is one of them."""

    count: int = 0
    persons: set[str] = field(default_factory=set)
    nations: set[str | None] = field(default_factory=set)
    unnamed: set[str | None] = field(default_factory=set)  # nations of those without a name

    def add(self, sides: Iterable[Side]) -> None:
        for person, nation in sides:
            self.count += 1
            self.nations.add(nation)
            if person:
                self.persons.add(person)
            else:
                self.unnamed.add(nation)

    def hits(self, sides: Iterable[Side]) -> int:
        """How many of some people are among these, as `match` has it."""
        found = 0
        for person, nation in sides:
            same = person in self.persons if person else False
            found += same or (nation is not None and nation in (self.unnamed if person else self.nations))
        return found


@dataclass(slots=True)
class Traits:
    """Everything that the spots of a meeting say, each thing once. `where` are cities with their countries."""

    scene: Scene
    last: int = -1  # the first token of the spot that joined last
    sentence: Sentence | None = None  # that of the spot that joined last
    count: int = 0  # of the spots
    headline: bool = True  # all of them in headlines
    marks: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)  # the classes of the nouns
    kinds: set[str] = field(default_factory=set)
    firm: set[str] = field(default_factory=set)
    adjectives: set[str] = field(default_factory=set)
    editions: set[int] = field(default_factory=set)
    body_key: str | None = None
    body: Mention | None = None
    where: set[tuple[str | None, str | None]] = field(default_factory=set)
    times: dict[tuple[PartialDate, int | None], str] = field(default_factory=dict)  # and what is told of it then
    partners: dict[tuple[Side, ...], None] = field(default_factory=dict)
    everyone: Company = field(default_factory=Company)
    names: set[str] = field(default_factory=set)  # what stands in construct behind the nouns
    subjects: set[str] = field(default_factory=set)  # what their names say that it is about
    told: dict[str, float] = field(default_factory=dict)  # status → how surely

    @property
    def firm_kinds(self) -> set[str]:
        """The kinds that spots with something of their own give; a bare "الاجتماع" says nothing of the kind."""
        return self.firm or self.kinds

    def join(self, reading: Reading) -> None:
        """Takes up one more spot, which stands after all others."""
        spot, details = reading.spot, reading.details
        key = body_key(details)
        self.last, self.sentence = spot.first, spot.sentence
        self.count += 1
        self.headline = self.headline and spot.sentence.zone is Zone.TITLE
        self.marks |= spot.marks
        self.lemmas.add(spot.noun.lemma)
        self.groups.add(spot.noun.group)
        self.kinds.add(details.kind)
        if details.kind != "other" or key or not spot.anaphoric:
            self.firm.add(details.kind)
        self.adjectives |= reading.adjectives
        if details.edition is not None:
            self.editions.add(details.edition[0])
        self.body_key = self.body_key if self.body_key is not None else key
        self.body = self.body or details.body
        if details.place is not None:
            self.where.add(where(details.place))
        time = time_of(details)
        if time is not None:
            self.times[time] = told_then(details)
        if details.partners:
            self.partners[tuple(sides_of(self.scene, details))] = None
        if (name := complement(self.scene, reading)) is not None:
            self.names.add(name)
        self.subjects |= reading.subjects
        status = reading.status
        self.told[status.value] = max(self.told.get(status.value, 0.0), status.strength)
        self.everyone.add(side for party in details.parties if (side := side_of(self.scene, party)))


def of_year(reading: Reading) -> bool:
    """ "اجتماع عام 2013", "اجتماع العام الماضي": one of a series, told by its year."""
    date, spot = reading.details.date, reading.spot
    if date is None or date.date is None or date.date.start is None or spot.noun.group != "noun":
        return False
    yearly = date.tags & {"year_word", "unit_relative"} and date.date.start.month is None
    return bool(yearly) and date.first == spot.last and not date.prefix and not spot.anaphoric


def body_key(details: Details) -> str | None:
    """What identifies the body of a meeting; a group of countries stands for its body."""
    if details.body_path is not None:
        return details.body_path
    if details.body is None or details.body.referent is None:
        return None
    key = details.body.referent.key
    return group_body(key) or key


def adjectives_of(scene: Scene, spot: Spot) -> frozenset[str]:
    """The words of a spot and the one behind it, and a quality of that ("منتدى الاستثمار العربي"), bare."""
    last = min(spot.last + 1, spot.sentence.last)
    last += last < spot.sentence.last and not spot.anaphoric and scene.norm(last) in adjectives()
    words = (scene.norm(i) for i in range(spot.first, last))
    return frozenset(_bare_quality(word) for word in words)


def _bare_quality(word: str) -> str:
    """A quality without article and ending: "الثنائية", "ثنائيا"."""
    word = word.removeprefix("ال")
    return word[:-1] if word.endswith(("ه", "يا")) else word


def complement(scene: Scene, reading: Reading) -> str | None:
    """The definite word in construct right behind an indefinite noun ("قمة المناخ"), where it is no mention."""
    spot, word = reading.spot, scene.norm(reading.spot.last)
    if spot.anaphoric or spot.verb or spot.last >= spot.sentence.last or scene.at(spot.last) is not None:
        return None
    known = word in adjectives() or word in words("relative") or spot.last > spot.first + 1
    return stem(word) if word.startswith("ال") and len(word) > 4 and not known else None


def stem(word: str) -> str:
    """A folded word without conjunction and article."""
    return word.removeprefix("و").removeprefix("لل").removeprefix("ال")


def where(mention: Mention) -> tuple[str | None, str | None]:
    """City and country of a place mention."""
    key = mention.referent.key if mention.referent is not None else None
    if mention.kind is Kind.COUNTRY:
        return None, key
    iso = country_of(key) if key else None
    return key, f"country/{iso}" if iso else None


def time_of(details: Details) -> tuple[PartialDate, int | None] | None:
    """The beginning of a date or range and the day it ends on (of one day: that day)."""
    date = details.date.date if details.date is not None else None
    if date is None or date.start is None:
        return None
    return date.start, date.end.day if date.end and date.end.day else date.start.day


def told_then(details: Details) -> str:
    """Is the date of a spot only that on which the meeting ended, or on which something was done at it?"""
    tags = details.date.tags if details.date is not None else frozenset()
    return ENDING_DAY if ENDING_DAY in tags else DEED_DAY if DEED_DAY in tags else ""


def sides_of(scene: Scene, details: Details) -> list[Side]:
    found = [side for m in details.partners if (side := side_of(scene, m)) is not None]
    return list(dict.fromkeys(found))


def side_of(scene: Scene, mention: Mention) -> Side | None:
    """A person by key, and the country the office belongs to; an office without a name has the country alone."""
    if is_plural(scene, mention):
        return None
    person = mention.referent is not None and mention.referent.type == M.Person
    key = mention.referent.key if person and mention.referent is not None else None
    return key, scene.nation(mention)


def match(one: Side, other: Side) -> bool:
    """May two sides be the same: one person, or of one country where a name is missing?"""
    if one[0] and other[0]:
        return one[0] == other[0]
    return one[1] is not None and one[1] == other[1]
