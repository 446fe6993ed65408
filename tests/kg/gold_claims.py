"""Gold facts as claims, so that identity and the current layer can be tested apart from how well articles are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M

SHARED = Path(__file__).resolve().parents[3] / "shared"
KINDS = {"ministerial": M.Ministerial, "summit": M.Summit, "bilateral": M.Bilateral, "working_group": M.WorkingGroup,
         "conference": M.Conference, "other": M.OtherMeeting}
STATUS = {"planned": SCHEMA.EventScheduled, "held": M.EventHeld, "postponed": SCHEMA.EventPostponed,
          "cancelled": SCHEMA.EventCancelled}
ROLES = {"host": M.Host, "chair": M.Chair, "co_chair": M.CoChair, "inviter": M.Inviter, "attendee": M.Attendee,
         "representative": M.Representative, "speaker": M.Speaker}
UNITS = {"states": M.States, "organizations": M.Organizations, "states_and_organizations": M.StatesAndOrganizations}
COMPARATORS = {"at_least": M.AtLeast, "about": M.About, "at_most": M.AtMost}


def date(text: str | None) -> PartialDate | None:
    return PartialDate(*(int(part) for part in text.split("-"))) if text else None


class Converter:
    """The claims of one gold file over its article."""

    def __init__(self, gold: dict[str, Any], text: str, countries: frozenset[str]) -> None:
        self.facts = [f for f in gold["facts"] if not f.get("optional")]
        self.text = text
        self.countries = countries
        self.meetings = {f["id"]: Referent(M.Meeting, f["id"]) for f in self.facts if f["type"] == "meeting"}
        self.planned = {f["id"] for f in self.facts if f["type"] == "meeting" and f.get("status") == "planned"}

    def span(self, fact: dict[str, Any]) -> tuple[Span, ...]:
        quote = fact.get("evidence") or ""
        start = self.text.find(quote) if quote else -1
        return (Span(start, start + len(quote)),) if start >= 0 else (Span(0, min(40, len(self.text))),)

    def claim(self, fact: dict[str, Any], subject: Referent, predicate: Iri, value: Slot | None) -> Iterator[Claim]:
        if value is None:
            return
        planned = fact.get("status") == "planned" or fact.get("meeting") in self.planned
        modality = Modality.PLANNED if planned or fact.get("role") == "absent" else Modality.ASSERTED
        yield Claim(subject, predicate, value, modality, self.span(fact), 0.9, f"gold.{fact['type']}")

    def named(self, name: str | None, kind: str = "", surface: str | None = None) -> Referent | None:
        if not name:
            return None
        slug = "".join(c.lower() if c.isalnum() else "-" for c in name)
        if name in self.countries or kind == "country":
            return Referent(M.Country, slug, label_en=name, authority=f"country/{slug}")
        if kind == "person":
            return Referent(M.Person, name, label_ar=surface or name)
        return Referent(M.Organization, slug, label_en=name, authority=f"org/{slug}")

    def convert(self) -> Iterator[Claim]:
        for fact in self.facts:
            handler = getattr(self, f"_{fact['type']}", None)
            if handler:
                yield from handler(fact)

    def _meeting(self, fact: dict[str, Any]) -> Iterator[Claim]:
        ref = self.meetings[fact["id"]]
        slug = (fact.get("host_city") or "").split(" (")[0].lower().replace(" ", "-")
        place = Referent(M.Place, slug, label_en=slug, authority=f"place/{slug}") if slug else None
        day = fact.get("start_date")
        if day and fact.get("date_basis", "").startswith("cross-article"):
            day = None
        pairs: list[tuple[Iri, Slot | None]] = [
            (M.meetingKind, KINDS[fact["kind"]]), (SCHEMA.location, place),
            (M.hostCountry, self.named(fact.get("host_country"))),
            (M.ofCoalition, self.named(fact.get("of_coalition"))),
            (SCHEMA.startDate, date(day)), (SCHEMA.endDate, date(fact.get("end_date"))),
            (SCHEMA.eventStatus, STATUS[fact["status"]]),
            (M.edition, fact.get("edition_number")),
        ]
        for predicate, value in pairs:
            yield from self.claim(fact, ref, predicate, value)

    def _participation(self, fact: dict[str, Any]) -> Iterator[Claim]:
        actor = self.named(fact["actor"], fact.get("actor_kind", ""), fact.get("actor_surface"))
        meeting = self.meetings.get(fact["meeting"])
        if actor is None or meeting is None:
            return
        slots = ((M.topicMeeting, meeting), (M.topicActor, actor))
        frame = Referent(M.Participation, f"{meeting.key}|{actor.key}", slots=slots)
        if fact["role"] == "absent":
            yield from self.claim(fact, frame, M.attendance, M.Absent)
        else:
            yield from self.claim(fact, frame, M.role, ROLES[fact["role"]])
        behalf = fact.get("represents")
        if isinstance(behalf, str):
            yield from self.claim(fact, frame, M.represents, self.named(behalf))
        if fact.get("replaced_by"):
            yield from self.claim(fact, frame, M.replacedBy, self.named(fact["replaced_by"], "person"))

    def _position(self, fact: dict[str, Any]) -> Iterator[Claim]:
        person, body = self.named(fact["person"], "person", fact.get("person_surface")), self.named(fact.get("of"))
        title = fact.get("title")
        if person is None or not isinstance(title, str):
            return
        post = Referent(M.Post, f"{title}|{fact.get('of')}", label_en=title, slots=((M.topicBody, body),) if body else ())
        frame = Referent(M.Tenure, f"{person.key}|{post.key}", slots=((M.topicPerson, person), (M.topicPost, post)))
        yield from self.claim(fact, frame, M.tenureStatus, M.InOffice)

    def _membership_count(self, fact: dict[str, Any]) -> Iterator[Claim]:
        body = self.named(fact["coalition"])
        if body is None or not isinstance(fact.get("count"), int):
            return
        unit = UNITS.get(fact.get("unit", ""), M.States)
        slots: list[tuple[Iri, Slot]] = [(M.topicCollective, body), (M.unit, unit),
                                         (M.comparator, COMPARATORS.get(fact.get("comparator", ""), M.Exactly))]
        if as_of := date(fact.get("as_of")):
            slots.append((M.asOf, as_of))
        frame = Referent(M.Count, f"{body.key}|{unit}|{fact['count']}", slots=tuple(slots))
        yield from self.claim(fact, frame, M.memberCount, int(fact["count"]))

    def _founding(self, fact: dict[str, Any]) -> Iterator[Claim]:
        body = self.named(fact["coalition"])
        if body is not None:
            frame = Referent(M.Founding, body.key, slots=((M.topicCollective, body),))
            yield from self.claim(fact, frame, M.foundingStatus, M.Founded)
            yield from self.claim(fact, frame, SCHEMA.foundingDate, date(fact.get("date")))

    def _figure(self, fact: dict[str, Any]) -> Iterator[Claim]:
        try:
            value = Decimal(str(fact["value"]))
        except ArithmeticError:
            return
        about = self.meetings.get(str(fact.get("about"))) or self.named(fact.get("about"))
        named: dict[Iri, Slot | None] = {M.figureWhat: fact["what"], M.topicAbout: about, M.unitText: fact.get("unit"),
                                         M.figureYear: str(fact["year"]) if fact.get("year") else None}
        slots = tuple((slot, value) for slot, value in named.items() if value)
        yield from self.claim(fact, Referent(M.Figure, str(fact["what"]), slots=slots), M.figureValue, value)


def articles() -> Iterator[tuple[ArticleRecord, list[Claim]]]:
    """All gold articles as records with the claims of their gold. Nothing where the data is absent."""
    files = sorted((SHARED / "gold").glob("*.gold.json"))
    golds = {path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in files}
    countries = frozenset(
        name for gold in golds.values() for f in gold["facts"] for name in (f.get("host_country"),
        f.get("actor") if f.get("actor_kind") == "country" else None) if name
    )
    for name, gold in golds.items():
        text = (SHARED / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
        meta = SHARED / "articles" / f"{name}.json"
        about = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else {}
        published = about.get("published")
        record = ArticleRecord(sha256(text.encode()).hexdigest(), name, text, about.get("language", "ar"),
                               publisher=about.get("publisher"), published=date(published[:10]) if published else None)
        yield record, list(Converter(gold, text, countries).convert())
