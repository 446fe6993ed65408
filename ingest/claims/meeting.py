"""What an article says of its meetings: kind, place, country, dates, status, whose it is, edition, "for the first time in".

The reading is done where mentions are found (`ingest.mentions.meetings`); this module turns it into claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.cues import governing
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.bodies import finder as bodies
from ingest.mentions.lands import countries
from ingest.mentions.lands.countries import group_body
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings import MeetingMention, Told
from ingest.mentions.meetings.date.deed_day import DEED_DAY
from ingest.mentions.meetings.date.ending_day import ENDING_DAY
from ingest.mentions.meetings.date.nth_day import GOES_ON
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.status import overall
from kg.claim import Claim, Modality, PartialDate, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M

# The more telling kind stands where the spots of a meeting differ.
_KINDS = (
    ("summit", M.Summit),
    ("ministerial", M.Ministerial),
    ("working_group", M.WorkingGroup),
    ("bilateral", M.Bilateral),
    ("conference", M.Conference),
    ("other", M.OtherMeeting),
)
_STATUS = {
    "held": M.EventHeld,
    "planned": SCHEMA.EventScheduled,
    "postponed": SCHEMA.EventPostponed,
    "cancelled": SCHEMA.EventCancelled,
}


def extract(reading: Reading) -> Iterator[Claim]:
    """The claims of every meeting, meeting by meeting."""
    seen: set[str] = set()
    for mention in reading.mentions:
        if not isinstance(mention, MeetingMention):
            continue
        for referent, told in ((mention.referent, mention.told), *((other.referent, other.told) for other in mention.apart)):
            if told is not None and referent is not None and referent.key not in seen:
                seen.add(referent.key)
                yield from _Meeting(reading, referent, told).claims()


class _Meeting:
    """Writes the claims of one meeting."""

    def __init__(self, reading: Reading, referent: Referent, told: Told) -> None:
        self._reading = reading
        self._cluster = Cluster(list(told.readings))
        self._referent = referent
        self._spans = [self._around(member.spot.first, member.spot.last) for member in told.readings]
        status = overall([member.status for member in told.readings])
        self._status = status
        planned = status.value in ("planned", "postponed", "cancelled")
        rumoured = all(
            governing(reading, member.spot.sentence, member.spot.first) == "reported" for member in told.readings
        )
        self._modality = Modality.PLANNED if planned else Modality.REPORTED if rumoured else Modality.ASSERTED

    def _around(self, first: int, last: int) -> Span:
        tokens = self._reading.document.tokens
        return Span(tokens[first].start, tokens[last - 1].end)

    def _claim(self, predicate: Iri, value: Slot, evidence: tuple[Span, ...], rule: str, confidence: float) -> Claim:
        return Claim(self._referent, predicate, value, self._modality, evidence, confidence, f"meeting.{rule}")

    def claims(self) -> Iterator[Claim]:
        kind, iri = next((name, iri) for name, iri in _KINDS if name in self._cluster.kinds)
        yield self._claim(M.meetingKind, iri, self._evidence(), f"kind_{kind}", 0.9)
        yield from self._place()
        yield from self._dates()
        yield self._claim(SCHEMA.eventStatus, _STATUS[self._status.value], (self._status.span,), "status", 0.9)
        yield from self._body()
        for member in self._cluster.members:
            if member.details.edition is not None:
                number, span = member.details.edition
                yield self._claim(M.edition, number, (span,), "edition", 0.9)
                break
        yield from self._first_in()

    def _evidence(self) -> tuple[Span, ...]:
        """Every spot, widened to the details that stand close to it."""
        spans = []
        for member, span in zip(self._cluster.members, self._spans, strict=True):
            end = span.end
            for part in (member.details.body, member.details.place):
                if part is not None and 0 <= part.first - member.spot.last <= 4:
                    end = max(end, self._around(part.first, part.last).end)
            spans.append(Span(span.start, end))
        return tuple(dict.fromkeys(spans))

    def _place(self) -> Iterator[Claim]:
        places = [m.details.place for m in self._cluster.members if m.details.place is not None]
        city = next((p for p in places if p.kind is Kind.PLACE), None)
        country = next((p for p in places if p.kind is Kind.COUNTRY), None)
        if city is not None and city.referent is not None:
            span = (self._around(city.first, city.last),)
            yield self._claim(SCHEMA.location, city.referent, span, "place", 0.9)
            iso = country_of(city.referent.key)
            land = countries.country(iso) if iso else None
            if land is not None:
                yield self._claim(M.hostCountry, land, span, "country_of_city", 0.9)
        elif country is not None and country.referent is not None:
            yield self._claim(M.hostCountry, country.referent, (self._around(country.first, country.last),), "country", 0.88)

    def _dates(self) -> Iterator[Claim]:
        best: tuple[PartialDate, PartialDate | None, Mention] | None = None
        told = [m.details.date for m in self._cluster.members if m.details.date is not None]
        began = [mention for mention in told if not mention.tags & {ENDING_DAY, DEED_DAY}]
        for mention in began or told:
            if mention.date is None or mention.date.start is None:
                continue
            start, end = mention.date.start, None if GOES_ON in mention.tags else mention.date.end
            if (
                best is None
                or len(str(start)) > len(str(best[0]))
                or (best[1] is None and end is not None and start == best[0])
            ):
                best = (start, end, mention)
        if best is None:
            return
        span = (self._around(best[2].first, best[2].last),)
        yield self._claim(SCHEMA.startDate, best[0], span, "date", 0.85)
        if best[1] is not None and best[1] != best[0]:
            yield self._claim(SCHEMA.endDate, best[1], span, "date", 0.85)

    def _body(self) -> Iterator[Claim]:
        for member in self._cluster.members:
            details = member.details
            body = details.owner or details.body
            if body is not None and body.referent is not None:
                referent = _own_body(body.referent)
                yield self._claim(M.ofCoalition, referent, (self._around(body.first, body.last),), "body", 0.88)
                return
            if details.body_path is not None:
                referent = bodies.listed_referent(details.body_path)
                yield self._claim(
                    M.ofCoalition, referent, (self._around(member.spot.first, member.spot.last),), "body_adjective", 0.9
                )
                return

    def _first_in(self) -> Iterator[Claim]:
        for member in self._cluster.members:
            found = member.details.first_in
            if found is not None and found.referent is not None:
                yield self._claim(M.firstIn, found.referent, (self._around(found.first, found.last),), "first_in", 0.85)
                return


def _own_body(referent: Referent) -> Referent:
    """A group of countries stands for the body it belongs to ("دول مجلس التعاون" → the council)."""
    path = group_body(referent.key)
    return bodies.listed_referent(path) if path else referent
