"""The meetings of an English or French article while it is read, and among which of them a spot looks for its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ingest.latin.text import plain, surface
from ingest.latin.told import Told, named
from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import group_body
from ingest.mentions.lands.places import country_of
from ingest.parts import Document, Zone
from kg.claim import PartialDate

NEAR = 8  # sentences within which "the meeting" means the one told last
_COMPARED = 50  # meetings, those told last, of one city, body or year, with which a spot is compared


@dataclass(slots=True)
class Group:
    """The spots of one meeting, and each different thing that they tell of it once."""

    members: list[Told]
    firsts: dict[str, Mention] = field(default_factory=dict)  # its place, date and body as first told
    places: dict[tuple[str | None, str | None], None] = field(default_factory=dict)  # city and country
    placed: bool = False
    """Some place of it is no mere country."""
    dates: dict[tuple[PartialDate, PartialDate], None] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    editions: set[int] = field(default_factory=set)
    names: set[frozenset[str]] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    verbal: bool = False
    headline: bool = True
    """Only titles speak of it."""

    def first_of(self, name: str) -> Mention | None:
        return self.firsts.get(name)

    @property
    def last(self) -> Told:
        return self.members[-1]

    def add(self, told: Told, document: Document) -> None:
        self.members.append(told)
        self.nouns.add(told.spot.word.lemma)
        self.kinds.add(told.kind_of())
        self.verbal = self.verbal or "verb" in told.marks
        self.headline = self.headline and told.spot.sentence.zone is Zone.TITLE
        for name, mention in (("place", told.place), ("date", told.date), ("body", told.body)):
            if mention is not None:
                self.firsts.setdefault(name, mention)
        if told.place is not None:
            self.places[where(told.place)] = None
            self.placed = self.placed or told.place.kind is not Kind.COUNTRY
        if (start := start_of(told)) is not None and told.date is not None and told.date.date is not None:
            self.dates[start, told.date.date.end or start] = None
        if (body := body_of(told)) is not None:
            self.bodies.add(body)
        if told.spot.edition is not None:
            self.editions.add(told.spot.edition[0])
        if (words := name_of(told, document)) is not None:
            self.names.add(words)


class Groups:
    """The meetings told so far. Not all are compared with each spot, only those told just before, those of the headlines,
    and the last of those with which it shares something that tells meetings apart: without that, none far away is the
    same."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self._recent: dict[int, None] = {}  # in the order in which they were told last
        self._sharing: dict[tuple[str, object], dict[int, None]] = {}

    def add(self, told: Told, document: Document, home: int | None) -> None:
        """Files a spot under its meeting, or as a new one."""
        number = len(self.all) if home is None else home
        if home is None:
            self.all.append(Group([]))
        self.all[number].add(told, document)
        self._recent.pop(number, None)
        self._recent[number] = None
        for trait in _traits(told, document):
            sharing = self._sharing.setdefault(trait, {})
            sharing.pop(number, None)
            sharing[number] = None

    def near(self, told: Told, document: Document) -> list[int]:
        """The numbers of those of which a spot may speak, in order."""
        found = dict(self._sharing.get(_TITLE, {}))
        for number in islice(reversed(self._recent), _COMPARED):
            if told.spot.sentence.index - self.all[number].last.spot.sentence.index > NEAR:
                break
            found[number] = None
        for trait in _traits(told, document):
            found.update(dict.fromkeys(islice(reversed(self._sharing.get(trait, {})), _COMPARED)))
        return sorted(found)


_TITLE = ("zone", Zone.TITLE)


def _traits(told: Told, document: Document) -> Iterator[tuple[str, object]]:
    if told.spot.sentence.zone is Zone.TITLE:
        yield _TITLE
    if told.place is not None and (city := where(told.place)[0]) is not None:
        yield "city", city
    if (body := body_of(told)) is not None:
        yield "body", body
    if told.spot.edition is not None:
        yield "edition", told.spot.edition[0]
    start = start_of(told)
    if start is not None and told.date is not None and told.date.date is not None:
        for year in range(start.year, (told.date.date.end or start).year + 1):
            yield "year", year
    for word in name_of(told, document) or ():
        yield "name", word


def where(mention: Mention) -> tuple[str | None, str | None]:
    """The city and the country of a place."""
    key = named(mention.referent)
    if mention.kind is Kind.COUNTRY:
        return None, key
    iso = country_of(key) if key else None
    return key, f"country/{iso}" if iso else None


def start_of(told: Told) -> PartialDate | None:
    return told.date.date.start if told.date is not None and told.date.date is not None else None


def body_of(told: Told) -> str | None:
    key = named(told.body.referent) if told.body is not None else None
    return (group_body(key) or key) if key else None


def name_of(told: Told, document: Document) -> frozenset[str] | None:
    """The words of a proper name of a meeting."""
    if "named" not in told.marks:
        return None
    return frozenset(plain(surface(document, told.spot.first, told.spot.last)).split())
