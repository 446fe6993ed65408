"""The facts export: what the graph says as JSON Lines, one fact a line, read from the store by SPARQL alone.

One query file per fact type (`queries/facts/`) gives the claims of its frames; this module only groups the rows: the claims
of a frame become one line (or one per value, where a frame may hold several, such as the roles of a participation).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kg import resources
from kg.iri import ONTOLOGY, Iri
from kg.store import Store, iri_of, text_of
from kg.term import Literal, Term
from kg.vocabulary import SCHEMA, XSD, M

Fact = dict[str, Any]

_CODES = {
    M.OtherMeeting: "other", M.EventHeld: "held", SCHEMA.EventScheduled: "planned",
    SCHEMA.EventPostponed: "postponed", SCHEMA.EventCancelled: "cancelled",
}
_MODALITY_ORDER = ("asserted", "reported", "planned", "denied")
_ACTOR_KINDS = {M.Person: "person", M.Post: "person", M.Country: "country", M.CountryGroup: "country"}


def code(term: Term) -> str:
    """The value of a coded term: `m:CoChair` → "co_chair", `m:EventHeld` → "held"."""
    iri = iri_of(term)
    if iri in _CODES:
        return _CODES[iri]
    local = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(local))


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of a frame."""

    predicate: Iri
    value: Term
    modality: str
    confidence: float
    rule: str
    evidence: tuple[tuple[int, int, str], ...]

    @property
    def rank(self) -> tuple[int, float, tuple[tuple[int, int, str], ...], str]:
        """Sorts the claim that speaks for the article first: told before planned, then the surer, then the earlier."""
        return (_MODALITY_ORDER.index(self.modality), -self.confidence, self.evidence, text_of(self.value))


@dataclass(slots=True)
class Frame:
    """A frame of one article with its fixed coordinates and its claims."""

    iri: Iri
    slots: dict[str, set[Term]] = field(default_factory=lambda: defaultdict(set))
    claims: dict[Iri, Said] = field(default_factory=dict)

    def slot(self, name: str) -> Term | None:
        return min(self.slots[name], key=text_of) if self.slots.get(name) else None

    def best(self, *predicates: Iri) -> Said | None:
        """The claim that speaks for these predicates; None where there is none, or only denials."""
        found = [c for c in self.claims.values() if c.predicate in predicates and c.modality != "denied"]
        return min(found, key=lambda c: c.rank) if found else None

    def values(self, *predicates: Iri) -> list[list[Said]]:
        """The claims of these predicates grouped by value, the best first in each; a denial is a group of its own."""
        groups: dict[tuple[str, str, bool], list[Said]] = defaultdict(list)
        for claim in self.claims.values():
            if claim.predicate in predicates:
                groups[claim.predicate, text_of(claim.value), claim.modality == "denied"].append(claim)
        return [sorted(groups[key], key=lambda c: c.rank) for key in sorted(groups)]

    def heads(self, predicate: Iri) -> list[list[Said]]:
        """All claims of one predicate as one group: the frame is one fact, whatever the values."""
        claims = sorted((c for c in self.claims.values() if c.predicate == predicate), key=lambda c: c.rank)
        kept = [c for c in claims if c.modality != "denied"] or claims
        return [kept] if kept else []


class _Article:
    """The rows of one article: its referents as entities and its frames by fact type."""

    def __init__(self, store: Store, name: str, graph: Iri, canonical: dict[Iri, Iri], items: dict[Iri, str]) -> None:
        self.store, self.name, self.graph = store, name, graph
        self.canonical, self.items = canonical, items
        self.referents = self._referents()
        self.evidence = self._evidence()

    def rows(self, query: str) -> Iterator[dict[str, Term]]:
        return self.store.select(_query(query), {"g": self.graph})

    def _referents(self) -> dict[Iri, dict[str, Any]]:
        found: dict[Iri, dict[str, Any]] = {}
        for row in self.rows("referents"):
            entry = found.setdefault(iri_of(row["referent"]), {"labels": {}, "surfaces": set()})
            entry["type"] = row["type"]
            for key in ("authority", "body"):
                entry[key] = row.get(key)
            label, surface = row.get("label"), row.get("surface")
            if isinstance(label, Literal) and label.language:
                entry["labels"][label.language] = min(label.value, entry["labels"].get(label.language, label.value))
            if surface is not None:
                entry["surfaces"].add(text_of(surface))
        return found

    def _evidence(self) -> dict[Iri, list[tuple[int, int, str]]]:
        found: dict[Iri, list[tuple[int, int, str]]] = defaultdict(list)
        for row in self.rows("evidence"):
            place = (int(text_of(row["start"])), int(text_of(row["end"])), text_of(row["quote"]))
            found[iri_of(row["claim"])].append(place)
        return found

    def frames(self, query: str) -> list[Frame]:
        found: dict[Iri, Frame] = {}
        fixed = {"g", "frame", "claim", "predicate", "object", "modality", "confidence", "method"}
        for row in self.rows(query):
            iri, claim = iri_of(row["frame"]), iri_of(row["claim"])
            frame = found.setdefault(iri, Frame(iri))
            frame.claims[claim] = Said(
                iri_of(row["predicate"]), row["object"], code(row["modality"]), float(text_of(row["confidence"])),
                text_of(row["method"]).rpartition("/")[2], tuple(sorted(self.evidence[claim])),
            )
            for name in row.keys() - fixed:
                frame.slots[name].add(row[name])
        return [found[iri] for iri in sorted(found)]

    def id(self, referent: Term | None) -> str | None:
        """The IRI that stands for the same thing in every article: decided identity, else authority, else its own."""
        if not isinstance(referent, Iri):
            return None
        authority = self.referents.get(referent, {}).get("authority")
        return str(self.canonical.get(referent) or authority or referent)

    def entity(self, referent: Term | None) -> Fact | None:
        if not isinstance(referent, Iri):
            return None
        entry = self.referents.get(referent, {"labels": {}, "surfaces": set()})
        iri = self.id(referent) or referent
        return {
            "iri": iri,
            "qid": self.items.get(Iri(iri)),
            "label_en": entry["labels"].get("en"),
            "label_ar": entry["labels"].get("ar"),
            "surface": max(sorted(entry["surfaces"]), key=len, default=None),
        }

    def value(self, term: Term | None) -> Any:
        """A referent as entity, a term of ours as code, a number as number, any other literal as text."""
        if term is None or isinstance(term, Iri):
            return code(term) if term is not None and term.startswith(ONTOLOGY) else self.entity(term)
        if term.datatype in (XSD.integer, XSD.decimal):
            number = Decimal(term.value)
            return int(number) if number == number.to_integral_value() else float(number)
        return term.value

    def fact(self, kind: str, head: list[Said], fields: Fact, used: Iterable[Said | None] = ()) -> Fact:
        """One line: the head claims give modality and confidence, they and the claims used give the evidence."""
        places = sorted({e for claim in (*head, *used) if claim for e in claim.evidence})
        known = {key: fields[key] for key in sorted(fields) if fields[key] is not None}
        return {
            "article": self.name, "type": kind, **known, "modality": head[0].modality, "confidence": head[0].confidence,
            "rule": head[0].rule, "evidence": [{"start": start, "end": end, "quote": quote} for start, end, quote in places],
        }


def _meeting(a: _Article, f: Frame) -> Iterator[Fact]:
    parts = {
        "host_city": f.best(SCHEMA.location), "host_country": f.best(M.hostCountry), "of_coalition": f.best(M.ofCoalition),
        "start_date": f.best(SCHEMA.startDate), "end_date": f.best(SCHEMA.endDate), "edition_number": f.best(M.edition),
        "first_in": f.best(M.firstIn),
    }
    status = f.best(SCHEMA.eventStatus)
    labels = a.referents.get(f.iri, {"labels": {}})["labels"]
    for head in f.heads(M.meetingKind):
        fields = {name: a.value(claim.value) for name, claim in parts.items() if claim}
        fields |= {"id": a.id(f.iri), "kind": code(head[0].value), "status": code(status.value) if status else None}
        fields |= {"label_en": labels.get("en"), "label_ar": labels.get("ar")}
        yield a.fact("meeting", head, fields, (*parts.values(), status))


def _participation(a: _Article, f: Frame) -> Iterator[Fact]:
    actor = f.slot("actor")
    kind = a.referents.get(iri_of(actor), {}).get("type") if actor else None
    represents, replaced = f.best(M.represents), f.best(M.replacedBy)
    for head in f.values(M.role, M.attendance):
        if head[0].value == M.Attended:  # presence restated; the role says more
            continue
        absent = head[0].value == M.Absent
        used = [represents, replaced if absent else None]
        fields = {
            "meeting": a.id(f.slot("meeting")), "actor": a.entity(actor),
            "actor_kind": _ACTOR_KINDS.get(iri_of(kind), "organization") if kind else None, "role": code(head[0].value),
            "represents": a.value(represents.value) if represents else None,
            "replaced_by": a.value(replaced.value) if replaced and absent else None,
        }
        yield a.fact("participation", head, fields, used)


def _position(a: _Article, f: Frame) -> Iterator[Fact]:
    title = f.slot("title")
    body = a.referents.get(iri_of(title), {}).get("body") if title else None
    for head in f.heads(M.tenureStatus):
        fields = {"person": a.entity(f.slot("person")), "title": a.entity(title), "of": a.entity(body)}
        yield _with_claims(a, f, "position", head, fields, {"since": M.since, "until": M.until})


def _founding(a: _Article, f: Frame) -> Iterator[Fact]:
    for head in f.heads(M.foundingStatus):
        claims = {"date": SCHEMA.foundingDate, "led_by": M.ledBy, "purpose": M.purpose}
        yield _with_claims(a, f, "founding", head, {"coalition": a.entity(f.slot("coalition"))}, claims)


def _membership(a: _Article, f: Frame) -> Iterator[Fact]:
    for head in f.heads(M.membershipStatus):
        fields = {
            "coalition": a.entity(f.slot("coalition")), "member": a.entity(f.slot("member")), "status": code(head[0].value),
        }
        yield _with_claims(a, f, "membership", head, fields, {"role": M.membershipRole, "since": M.since, "until": M.until})


def _membership_count(a: _Article, f: Frame) -> Iterator[Fact]:
    for head in f.values(M.memberCount):
        fields = {name: a.value(f.slot(name)) for name in ("coalition", "comparator", "unit", "as_of")}
        yield a.fact("membership_count", head, fields | {"count": a.value(head[0].value)})


def _side_meeting(a: _Article, f: Frame) -> Iterator[Fact]:
    participants = [e for p in f.slots["participant"] if (e := a.entity(p))]
    for head in f.heads(SCHEMA.eventStatus):
        fields = {
            "participants": sorted(participants, key=lambda e: str(e["iri"])), "status": code(head[0].value),
            "on_margins_of": a.id(f.slot("on_margins_of")),
        }
        yield _with_claims(a, f, "side_meeting", head, fields, {"topic": M.sideTopic})


def _pledge(a: _Article, f: Frame) -> Iterator[Fact]:
    for head in f.heads(M.pledgeStatus):
        fields = {name: a.value(f.slot(name)) for name in ("actor", "amount", "comparator", "currency", "for")}
        yield a.fact("pledge", head, fields | {"status": code(head[0].value)})


def _statement(a: _Article, f: Frame) -> Iterator[Fact]:
    for head in f.values(M.statedContent):
        yield a.fact("statement", head, {"speaker": a.entity(f.slot("speaker")), "meeting": a.id(f.slot("meeting"))})


def _figure(a: _Article, f: Frame) -> Iterator[Fact]:
    for head in f.values(M.figureValue):
        fields = {name: a.value(f.slot(name)) for name in ("about", "comparator", "unit", "what", "year")}
        yield a.fact("figure", head, fields | {"value": a.value(head[0].value)})


def _with_claims(a: _Article, f: Frame, kind: str, head: list[Said], fields: Fact, claims: dict[str, Iri]) -> Fact:
    """A line with further fields, each from the best claim of its predicate."""
    best = {name: f.best(predicate) for name, predicate in claims.items()}
    values = {name: a.value(claim.value) for name, claim in best.items() if claim}
    return a.fact(kind, head, fields | values, best.values())


# Fact type (also the name of its query file) -> how the claims of its frames become lines.
TYPES: dict[str, Callable[[_Article, Frame], Iterator[Fact]]] = {
    "meeting": _meeting, "participation": _participation, "position": _position, "founding": _founding,
    "membership": _membership, "membership_count": _membership_count, "side_meeting": _side_meeting, "pledge": _pledge,
    "statement": _statement, "figure": _figure,
}


def facts(store: Store, only: Iterable[str] | None = None) -> Iterator[Fact]:
    """Every fact of the store (or of the articles named), sorted by article, then by line."""
    wanted = set(only) if only is not None else None
    canonical = {iri_of(r["referent"]): iri_of(r["entity"]) for r in store.select(_query("denotes"))}
    items = {iri_of(r["entity"]): text_of(r["item"]).rsplit("/", 1)[-1] for r in store.select(_query("wikidata"))}
    for name, graph in store.articles():
        if wanted is not None and name not in wanted:
            continue
        article = _Article(store, name, graph, canonical, items)
        lines = (fact for kind, make in TYPES.items() for frame in article.frames(kind) for fact in make(article, frame))
        yield from sorted(lines, key=line)


def line(fact: Fact) -> str:
    """The fact as one line of JSON, without the line end."""
    return json.dumps(fact, ensure_ascii=False)


def _query(name: str) -> str:
    return resources.text("queries", f"facts/{name}.rq")
