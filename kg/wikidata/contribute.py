"""What our articles can give back to Wikidata: statements that are confirmed, uncontradicted and not there yet, each with
its reference; and a list of what was held back, with the reason. For a person to read; nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg import resources
from kg.iri import ONTOLOGY
from kg.store import GraphStore, Row, text_of
from kg.vocabulary import SCHEMA
from kg.wikidata import quickstatements as qs
from kg.wikidata.features import Query
from kg.wikidata.ledger import State
from kg.wikidata.matcher import Matcher
from kg.wikidata.quickstatements import Reference, Statement
from kg.wikidata.snapshot import Snapshot

# Class of a proposed meeting item; the finer classes of our ontology have no item with enough evidence yet.
_EVENT = "event"


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A claim that is not exported. `reason`: not_linked, planned, denied, contradicted, known …"""

    reason: str
    what: str
    article: str
    quote: str


@dataclass
class Batch:
    """Statements by their key (subject, property, value), and what was held back."""

    statements: dict[tuple[str, str, str], Statement] = field(default_factory=dict)
    created: dict[str, tuple[list[tuple[str, str]], dict[tuple[str, str, str], Statement]]] = field(default_factory=dict)
    held: set[Held] = field(default_factory=set)

    def text(self) -> str:
        """The QuickStatements file, sorted; new items last."""
        lines = [qs.line(s) for _, s in sorted(self.statements.items())]
        for _, (labels, statements) in sorted(self.created.items()):
            lines += qs.create(labels, [s for _, s in sorted(statements.items())])
        return "".join(line + "\n" for line in lines)


class Exporter:
    """Collects one batch from a store. `retrieved` is the day on which the articles were read (ISO)."""

    def __init__(self, store: GraphStore, state: State, matcher: Matcher, retrieved: str) -> None:
        self.store = store
        self.snapshot: Snapshot = matcher.snapshot
        self.matcher = matcher
        self.retrieved = retrieved
        self.linked: Mapping[str, str] = {
            s: e.qid for s, e in state.current.items() if e.action == "accept" and e.predicate == "exactMatch"
        }
        self.nil = {s for s, e in state.current.items() if e.action == "nil"}
        self.batch = Batch()

    def run(self) -> Batch:
        """The batch of all offices, memberships and meetings of the store."""
        for row in self._rows("our_offices.rq"):
            self._office(row)
        for row in self._rows("our_memberships.rq"):
            self._membership(row)
        self._meetings(list(self._rows("our_meetings.rq")))
        return self.batch

    def _rows(self, file: str) -> Iterator[Row]:
        return self.store.select(resources.text("queries", f"wikidata/{file}"))

    def _hold(self, reason: str, what: str, row: Row) -> None:
        self.batch.held.add(Held(reason, what, text_of(row["article"]), " ".join(text_of(row["quote"]).split())))

    def _usable(self, row: Row, what: str) -> bool:
        """Whether a claim may leave the house; if not, it is put on the list with the reason."""
        modality = text_of(row["modality"]).removeprefix(ONTOLOGY)
        reason = {"Planned": "planned", "Denied": "denied", "Reported": "reported_only"}.get(modality, "")
        if not reason and "url" not in row:
            reason = "no_url"
        if reason:
            self._hold(reason, what, row)
        return not reason

    def _reference(self, row: Row) -> Reference:
        title = text_of(row["title"]) if "title" in row else ""
        published = text_of(row["published"])[:10] if "published" in row else ""
        return Reference(text_of(row["url"]), title, "ar", published, self.retrieved)

    def _add(self, place: dict[tuple[str, str, str], Statement], statement: Statement) -> None:
        """One statement with many references: a second article adds its reference, not a second statement."""
        key = (statement.subject, statement.property, statement.value)
        held = place.get(key)
        if held is not None:
            references = tuple(dict.fromkeys((*held.references, *statement.references)))
            statement = Statement(*key, tuple(dict.fromkeys((*held.qualifiers, *statement.qualifiers))), references)
        place[key] = statement

    def _office(self, row: Row) -> None:
        what = f"{text_of(row['post'])}"
        if not self._usable(row, what):
            return
        person, body = self.linked.get(str(row["person"])), self.linked.get(str(row.get("body", "")))
        if not person or not body:
            self._hold("not_linked", what, row)
            return
        position = self.position(text_of(row["post"]), body)
        if position is None:
            self._hold("no_item_for_post", what, row)
            return
        held = (
            [o for o in self.snapshot.items[person].offices if o.position == position]
            if person in self.snapshot.items
            else []
        )
        dates = [(pid, text_of(row[ours]), part) for pid, ours, part in _OFFICE_DATES if ours in row]
        known = {part: {getattr(o, part) for o in held} - {""} for part in ("start", "end")}
        if any(known[part] and not any(_prefix(d, k) for k in known[part]) for _, d, part in dates):
            self._hold("contradicted", what, row)
            return
        qualifiers = tuple((pid, qs.date(d)) for pid, d, part in dates if not known[part])
        if held and not qualifiers:
            self._hold("known", what, row)
            return
        self._add(self.batch.statements, Statement(person, "P39", position, qualifiers, (self._reference(row),)))

    def position(self, post: str, body: str) -> str | None:
        """The item of an office of a country, by its name; None unless exactly one is clearly meant."""
        country = self.snapshot.items.get(body)
        if country is None:
            return None
        names = (post, f"{post} {country.label('ar')}", f"وزير خارجية {country.label('ar')}" if "خارجية" in post else post)
        decided = self.matcher.decide(Query(names, "Post"))
        best = decided.best
        if decided.verdict != "accept" or best is None:
            return None
        bearers = [
            i for i in self.snapshot.items.values() for o in i.offices if o.position == best.item.qid and o.country == body
        ]
        return best.item.qid if bearers else None

    def _membership(self, row: Row) -> None:
        what = "member of"
        if not self._usable(row, what):
            return
        member, collective = self.linked.get(str(row["member"])), self.linked.get(str(row["collective"]))
        if not member or not collective:
            self._hold("not_linked", what, row)
            return
        if not text_of(row["status"]).endswith("#Member"):
            self._hold("not_current", what, row)
            return
        qualifiers = (("P580", qs.date(text_of(row["since"]))),) if "since" in row else ()
        self._add(self.batch.statements, Statement(member, "P463", collective, qualifiers, (self._reference(row),)))

    def _meetings(self, rows: list[Row]) -> None:
        absent = {(str(r["meeting"]), str(r.get("actor"))) for r in rows if text_of(r["value"]) == ONTOLOGY + "Absent"}
        dates: dict[tuple[str, str], set[str]] = {}
        for row in rows:
            dates.setdefault((str(row["meeting"]), text_of(row["predicate"])), set()).add(text_of(row["value"]))
        known_as = _fullest_names(rows)
        for row in rows:
            meeting, predicate = str(row["meeting"]), text_of(row["predicate"])
            what = predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
            if not self._usable(row, what):
                continue
            if (meeting, str(row.get("actor"))) in absent or _clash(predicate, dates[(meeting, predicate)]):
                self._hold("contradicted", what, row)
                continue
            dated = (meeting, _START) in dates
            if meeting not in self.linked and not (dated and len(known_as.get(meeting, "").split()) > 1):
                # "The meeting", or one without a day, cannot be told from others: no item of its own.
                self._hold("not_told_apart", what, row)
                continue
            for pid, value in self._meeting_values(row, predicate):
                self._add(
                    self._target(meeting, known_as.get(meeting, ""), row),
                    Statement(self._subject(meeting), pid, value, (), (self._reference(row),)),
                )
                self._reverse(meeting, pid, value, row)

    def _subject(self, meeting: str) -> str:
        return self.linked.get(meeting, "LAST")

    def _target(self, meeting: str, name: str, row: Row) -> dict[tuple[str, str, str], Statement]:
        """Where statements on a meeting go: its item, or a proposal for a new one."""
        if meeting in self.linked:
            return self.batch.statements
        if meeting not in self.batch.created:
            event = next(
                (q for q, i in self.snapshot.items.items() if i.type == "class" and i.names["en"][0] == _EVENT), None
            )
            first = (
                {}
                if event is None
                else {("LAST", "P31", event): Statement("LAST", "P31", event, (), (self._reference(row),))}
            )
            self.batch.created[meeting] = ([("ar", name)], first)
        return self.batch.created[meeting][1]

    def _reverse(self, meeting: str, pid: str, value: str, row: Row) -> None:
        """A participant of a meeting that has an item also gets "participant of"."""
        if pid == "P710" and meeting in self.linked:
            self._add(self.batch.statements, Statement(value, "P1344", self.linked[meeting], (), (self._reference(row),)))

    def _meeting_values(self, row: Row, predicate: str) -> Iterator[tuple[str, str]]:
        value = text_of(row["value"])
        role = value.removeprefix(ONTOLOGY)
        if predicate.endswith(("startDate",)):
            yield "P585", qs.date(value[:10])
        elif predicate.endswith(("location", "#hostCountry")):
            item = self.linked.get(value)
            if item is None:
                self._hold("not_linked", "place", row)
            else:
                yield ("P17" if predicate.endswith("#hostCountry") else "P276"), item
        elif predicate.endswith("#role"):
            actor = self.linked.get(str(row.get("actor")))
            if actor is None:
                self._hold("not_linked", role, row)
            elif role in ("Attendee", "Speaker", "Representative"):
                yield "P710", actor
            elif role in ("Chair", "CoChair"):
                yield "P488", actor
            elif role == "Host":
                yield "P664", actor


_START = str(SCHEMA.startDate)


def _fullest_names(rows: list[Row]) -> dict[str, str]:
    """The longest Arabic name of each meeting."""
    found: dict[str, str] = {}
    for row in rows:
        if "name" in row:
            meeting = str(row["meeting"])
            found[meeting] = max(found.get(meeting, ""), text_of(row["name"]), key=lambda n: (len(n), n))
    return found


# Property, name of our date, part of an office in the snapshot.
_OFFICE_DATES = (("P580", "since", "start"), ("P582", "until", "end"))


def _prefix(one: str, other: str) -> bool:
    """Whether two dates agree as far as the coarser one goes."""
    return one[: len(other)] == other[: len(one)]


def _clash(predicate: str, values: set[str]) -> bool:
    """Whether articles give one meeting values that cannot both hold."""
    if not predicate.endswith(("startDate", "endDate", "eventStatus")):
        return False
    short = min(len(v) for v in values) if predicate.endswith("Date") else None
    return len({v[:short] for v in values}) > 1
