"""What the sentence of a spot says of its meeting: the rules of `patterns/latin_meeting_*.toml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.dating.calendar import partial, to_day
from ingest.latin.spots import Place
from ingest.mention import COLLECTIVES, Kind, Mention, Reading
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.details import Details
from ingest.mentions.meetings.lexicon import Noun
from ingest.mentions.meetings.scene import Spot
from ingest.mentions.meetings.status import Status
from ingest.mentions.meetings.status.when import compare
from ingest.parts import Document, Zone
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import PartialDate, Referent, Span
from kg.vocabulary import M

_YEARLESS = frozenset({"day_of_month_name", "month_then_day", "several_days", "day_month_to_day_month", "in_month"})
_SURE = 2.4  # strength from which a sign moves a weekday
_AREAS = frozenset({"area", "region"})
_SIDES = (Kind.COUNTRY, Kind.NISBA, *COLLECTIVES)


@dataclass(slots=True)
class Told:
    """A spot with everything its sentence says of the meeting."""

    spot: Place
    place: Mention | None = None
    date: Mention | None = None
    body: Mention | None = None
    kind: str | None = None
    status: list[Status] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)
    sides: bool = False

    @property
    def marks(self) -> set[str]:
        return self.spot.marks

    def kind_of(self) -> str:
        """The kind the words give; verbs of meeting give none."""
        kinds = [*self.spot.kinds, self.kind or ""]
        for kind in ("summit", "ministerial", "working_group", "bilateral", "conference"):
            if kind in kinds:
                return kind
        return "other"

    def anchors(self) -> int:
        """How many things tell this meeting from others: where, when, whose, which, its own name."""
        found = (self.place, self.date if self.date and self.date.date and self.date.date.start else None, self.body)
        return sum(x is not None for x in (*found, self.spot.edition)) + ("named" in self.marks)

    def details(self, document: Document) -> Details:
        edition = None
        if self.spot.edition is not None:
            number, at = self.spot.edition
            end = document.tokens[at + 1].end if document.tokens[at].is_number else document.tokens[at].end
            edition = (number, Span(document.tokens[at].start, end))
        return Details(self.body, None, self.place, self.date, edition, kind=self.kind_of())

    def as_spot(self) -> Spot:
        noun = Noun(self.spot.word.lemma, self.spot.word.kind, self.spot.word.group)
        definite = "definite" in self.marks
        return Spot(self.spot.first, self.spot.last, self.spot.sentence, noun, self.kind_of(), definite=definite)


def candidate(document: Document, spot: Place) -> Mention:
    """A spot as a mention, for the skeleton of its sentence."""
    tokens = document.tokens
    span = Span(tokens[spot.first].start, tokens[spot.last - 1].end)
    return Mention(Kind.MEETING, spot.first, spot.last, span, None, "meeting", tags=frozenset(spot.marks - {"verb"}))


def read(document: Document, mentions: Sequence[Mention], spots: Sequence[Place]) -> list[Told]:
    """Every spot with what is told of it."""
    found = {spot.first: Told(spot) for spot in spots}
    inside = frozenset(index for spot in spots for index in range(spot.first, spot.last))
    outside = [m for m in mentions if m.first not in inside]
    told_in = {spot.sentence.index for spot in spots}
    reading = Reading(document, tuple(sorted([*outside, *(candidate(document, s) for s in spots)], key=lambda m: m.first)))
    rules = load(f"latin_meeting_{document.language}")
    for sentence in document.sentences:
        if sentence.zone is Zone.BOILERPLATE or sentence.index not in told_in:
            continue
        for hit in hits(rules, Skeleton.of(reading, sentence)):
            _take(hit, found[hit.mentions("meeting")[0].first] if hit.has("meeting") else _last(hit, found))
    for told in found.values():
        _inner(document, told)
        _verb(document, told)
        _weekday(document, told)
        _by_date(document, told)
    return list(found.values())


def _last(hit: Hit, found: dict[int, Told]) -> Told:
    """The meeting a rule without a group of its own ends in or begins with."""
    meetings = [m for m in hit.skeleton.mentions_between(hit.match.start(), hit.match.end()) if m.kind is Kind.MEETING]
    return found[meetings[-1].first]


def _take(hit: Hit, told: Told) -> None:
    fields = hit.rule.fields
    if fields.get("spot") and (fields["spot"] == "verb") != ("verb" in told.marks):
        return
    told.sides = told.sides or "sides" in fields
    if "drop" in fields:
        told.dropped.add(fields["drop"])
    if "kind" in fields:
        told.kind = told.kind or fields["kind"]
    for place in hit.mentions("place"):
        finer = told.place is None or (told.place.kind is Kind.COUNTRY and _within(place, told.place))
        if finer and not place.tags & _AREAS:
            told.place = replace(place, kind=Kind.COUNTRY) if place.kind is Kind.NISBA else place
    for date in hit.mentions("date"):
        told.date = told.date or date
    for body in hit.mentions("body"):
        told.body = told.body or (body if _meets(body) else None)
    if "status" in fields:
        span, own = hit.span("sign"), hit.skeleton.reading.span(candidate(hit.skeleton.reading.document, told.spot))
        whole = Span(min(span.start, own.start), max(span.end, own.end))
        told.status.append(Status(fields["status"], float(fields["strength"]), whole))


def _meets(body: Mention) -> bool:
    """Armed groups have no meetings of their own."""
    return body.referent is not None and body.referent.type != M.ArmedGroup


def _within(place: Mention, land: Mention) -> bool:
    """Whether a city lies in a country."""
    iso = country_of(place.referent.key) if place.kind is Kind.PLACE and place.referent is not None else None
    return iso is not None and land.referent is not None and land.referent.key == f"country/{iso}"


def _inner(document: Document, told: Told) -> None:
    """Names among the modifiers: "the NATO summit", "the Brussels meeting", "Thursday's talks"."""
    sides = [m for m in told.spot.inner if m.kind in _SIDES]
    for mention in told.spot.inner:
        if mention.kind is Kind.DATE:
            told.date = told.date or mention
        elif mention.kind is Kind.PLACE and not mention.tags & _AREAS :
            told.place = told.place or mention
        elif mention.kind in COLLECTIVES and len(sides) == 1 and _meets(mention):
            told.body = told.body or mention
    span = document.tokens[told.spot.first].start, document.tokens[told.spot.last - 1].end
    if "planned" in told.marks:
        told.status.append(Status("planned", 2.6, Span(*span)))
    if "previous" in told.marks:
        told.status.append(Status("held", 3.0, Span(*span)))
    told.status.append(Status("held", 0.0, Span(*span)))


def _verb(document: Document, told: Told) -> None:
    """The time of a verb of meeting."""
    if told.spot.word.group == "verb":
        span = Span(document.tokens[told.spot.first].start, document.tokens[told.spot.last - 1].end)
        value = "planned" if told.spot.word.kind == "future" else "held"
        told.status.append(Status(value, 3.4 if told.spot.word.kind != "present" else 1.0, span))


def _weekday(document: Document, told: Told) -> None:
    """A bare weekday, or a month without a year, lies ahead of a meeting told as to come, and behind one told as held."""
    date, reference = told.date, document.reference.date
    if date is None or date.date is None or date.date.start is None or reference is None:
        return
    sign = max(told.status, key=lambda s: s.strength)
    present = told.spot.word.kind == "present"
    if sign.strength < _SURE and not present:
        return
    side = compare(date, reference)
    ahead, behind = present or sign.value == "planned", not present and sign.value == "held"
    step = 1 if ahead and side < 0 else -1 if behind and side > 0 else 0
    if step and date.date.basis == "reference: weekday" and date.date.end is None:
        day = to_day(date.date.start)
        if day is not None:
            told.date = replace(date, date=replace(date.date, start=partial(day + dt.timedelta(7 * step))))
    elif step and date.date.basis == "reference" and date.tags & _YEARLESS:
        start, end = (_shifted(d, step) for d in (date.date.start, date.date.end))
        told.date = replace(date, date=replace(date.date, start=start, end=end))


def _shifted(date: PartialDate | None, years: int) -> PartialDate | None:
    return None if date is None else replace(date, year=date.year + years)


def _by_date(document: Document, told: Told) -> None:
    side = compare(told.date, document.reference.date)
    if side and told.date is not None:
        tokens = document.tokens
        first, last = min(told.spot.first, told.date.first), max(told.spot.last, told.date.last)
        span = Span(tokens[first].start, tokens[last - 1].end)
        told.status.append(Status("planned" if side > 0 else "held", 4.5, span))


def named(referent: Referent | None) -> str | None:
    """The key of a referent, if there is one."""
    return referent.key if referent is not None else None
