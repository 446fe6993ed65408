"""Meetings for Wikidata: statements on those that have an item, and proposals of new items for those that have none.

An item is proposed only for a meeting that others can find again: judged NIL, of a named coalition or body or a summit or
ministerial meeting, held on a known day, under a name of two words or more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.iri import ONTOLOGY
from kg.store import Row, text_of
from kg.vocabulary import SCHEMA, M
from kg.wikidata import quickstatements as qs
from kg.wikidata import tables
from kg.wikidata.batch import Statements
from kg.wikidata.quickstatements import Statement

if TYPE_CHECKING:
    from kg.wikidata.contribute import Exporter

# Class of a proposed item; the finer classes of our ontology have no item with enough evidence yet.
_EVENT = "event"
_DAY = len("2022-05-11")
_OFF = frozenset(str(s) for s in (SCHEMA.EventCancelled, SCHEMA.EventPostponed))
_FORMAL = frozenset(str(k) for k in (M.Summit, M.Ministerial))
# What an article says of a meeting that Wikidata has no property for.
_SILENT = frozenset(str(p) for p in (SCHEMA.eventStatus, M.attendance, M.meetingKind, SCHEMA.endDate))
_DATES = frozenset(str(p) for p in (SCHEMA.startDate, SCHEMA.endDate))


class Meetings:
    """Collects what is said of meetings into the batch of an exporter."""

    def __init__(self, exporter: Exporter) -> None:
        self._to = exporter
        self._values: dict[tuple[str, str], set[str]] = {}
        self._names: dict[str, str] = {}
        self._items: dict[str, list[str]] = {}

    def collect(self, rows: list[Row]) -> None:
        """All rows of `our_meetings.rq`."""
        absent = {(str(r["meeting"]), str(r.get("actor"))) for r in rows if text_of(r["value"]) == str(M.Absent)}
        for row in rows:
            meeting = str(row["meeting"])
            if not text_of(row["modality"]).endswith(("#Denied", "#Planned")):
                self._values.setdefault((meeting, text_of(row["predicate"])), set()).add(text_of(row["value"]))
            if "name" in row:
                self._names[meeting] = max(self._names.get(meeting, ""), text_of(row["name"]), key=lambda n: (len(n), n))
        for row in rows:
            self._row(row, (str(row["meeting"]), str(row.get("actor"))) in absent)

    def _row(self, row: Row, stayed_away: bool) -> None:
        meeting, predicate = str(row["meeting"]), text_of(row["predicate"])
        what = predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        if not self._to.usable(row, what):
            return
        reason = (
            "no_property" if predicate in _SILENT else "contradicted" if stayed_away else self._doubt(meeting, predicate)
        )
        if reason:
            self._to.hold(reason, what, row)
            return
        for pid, value in self._statements(row, predicate):
            statement = Statement(self._to.linked.get(meeting, "LAST"), pid, value, (), (self._to.reference(row),))
            self._to.add(self._place(meeting, row), statement)
            back = _BACK.get("P710" if pid == "P710" else predicate)
            if back is not None and meeting in self._to.linked:
                there = Statement(value, back, self._to.linked[meeting], (), statement.references)
                self._to.add(self._to.batch.statements, there)

    def _doubt(self, meeting: str, predicate: str) -> str:
        """Why nothing, or not this, can be said of a meeting; empty if it can."""
        if self._of(meeting, SCHEMA.eventStatus) & _OFF:
            return "called_off"
        if predicate in _DATES and _clash(self._values.get((meeting, predicate), set())):
            return "contradicted"
        if meeting in self._to.linked:
            return ""
        if meeting not in self._to.nil:
            return "not_linked"
        formal = self._of(meeting, M.ofCoalition) or self._of(meeting, M.meetingKind) & _FORMAL
        if not (formal and self._day(meeting) and len(self._names.get(meeting, "").split()) > 1):
            # "The meeting", a talk between two, or one without a day cannot be told from others.
            return "not_told_apart"
        return "item_exists" if self._found(meeting) else ""

    def _of(self, meeting: str, predicate: object) -> set[str]:
        return self._values.get((meeting, str(predicate)), set())

    def _day(self, meeting: str) -> str:
        days = {v[:_DAY] for v in self._of(meeting, SCHEMA.startDate) if len(v) >= _DAY}
        return min(days) if len(days) == 1 else ""

    def _found(self, meeting: str) -> list[str]:
        """Items of Wikidata that bear the name; empty offline."""
        if meeting not in self._items:
            self._items[meeting] = self._to.known.named([self._names[meeting]])
        return self._items[meeting]

    def _place(self, meeting: str, row: Row) -> Statements:
        """Where statements on a meeting go: its item, or a proposal for a new one."""
        if meeting in self._to.linked:
            return self._to.batch.statements
        if meeting not in self._to.batch.created:
            items = self._to.snapshot.items
            event = next((q for q, i in items.items() if i.type == "class" and i.names["en"][0] == _EVENT), None)
            first: Statements = {}
            if event is not None:
                first["LAST", "P31", event] = Statement("LAST", "P31", event, (), (self._to.reference(row),))
            self._to.batch.created[meeting] = (self._labels(meeting), first)
        return self._to.batch.created[meeting][1]

    def _labels(self, meeting: str) -> list[tuple[str, str]]:
        """Label, and descriptions by place and day: two meetings of one name must not have one description."""
        day, labels = self._day(meeting), [("Lar", self._names[meeting])]
        places = sorted(self._to.linked[v] for v in self._of(meeting, SCHEMA.location) if v in self._to.linked)
        item = self._to.snapshot.items.get(places[0]) if places else None
        texts = next(r for r in tables.read(tables.DATA / "review.tsv") if r["id"] == ("placed" if item else "unplaced"))
        for language in ("ar", "en"):
            place = item.label(language) if item else ""
            labels.append((f"D{language}", texts[language].format(place=place, day=day)))
        return labels

    def _statements(self, row: Row, predicate: str) -> Iterator[tuple[str, str]]:
        value = text_of(row["value"])
        role = value.removeprefix(ONTOLOGY)
        if predicate == str(SCHEMA.startDate):
            yield "P585", qs.date(value[:_DAY])
        elif predicate in _THINGS:
            item = self._to.linked.get(value)
            if item is None:
                self._to.hold("not_linked", _THINGS[predicate][0], row)
            else:
                yield _THINGS[predicate][1], item
        elif predicate == str(M.role):
            actor = self._to.linked.get(str(row.get("actor")))
            pid = _ROLES.get(role)
            if actor is None or pid is None:
                self._to.hold("not_linked" if actor is None else "no_property", role, row)
            else:
                yield pid, actor


_THINGS = {
    str(SCHEMA.location): ("place", "P276"),
    str(M.hostCountry): ("place", "P17"),
    str(M.ofCoalition): ("coalition", "P664"),
}
# In a meeting that has an item participants took part; to its coalition it is a significant event.
_BACK = {"P710": "P1344", str(M.ofCoalition): "P793"}
_ROLES = {
    "Attendee": "P710",
    "Speaker": "P710",
    "Representative": "P710",
    "Chair": "P488",
    "CoChair": "P488",
    "Host": "P664",
}


def _clash(values: set[str]) -> bool:
    """Whether articles give one meeting dates that cannot both hold."""
    short = min((len(v) for v in values), default=0)
    return len({v[:short] for v in values}) > 1
