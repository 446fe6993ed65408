"""What our articles can give back to Wikidata: statements that are confirmed, uncontradicted and not there yet, each with
its reference; and a list of what was held back, with the reason. For a person to read; nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg import resources
from kg.iri import ONTOLOGY
from kg.store import GraphStore, Row, text_of
from kg.wikidata import quickstatements as qs
from kg.wikidata.batch import Batch, Held
from kg.wikidata.features import Query
from kg.wikidata.known import Known
from kg.wikidata.ledger import State
from kg.wikidata.matcher import Matcher
from kg.wikidata.meetings import Meetings
from kg.wikidata.quickstatements import Reference, Statement
from kg.wikidata.snapshot import Snapshot

_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Exporter:
    """Collects one batch from a store. `retrieved` is the day on which the articles were read (ISO)."""

    def __init__(
        self, store: GraphStore, state: State, matcher: Matcher, retrieved: str, known: Known | None = None
    ) -> None:
        self.store = store
        self.snapshot: Snapshot = matcher.snapshot
        self.matcher = matcher
        self.retrieved = retrieved
        self.known = known or Known(matcher.snapshot)
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
        Meetings(self).collect(list(self._rows("our_meetings.rq")))
        return self.batch

    def _rows(self, file: str) -> Iterator[Row]:
        return self.store.select(resources.text("queries", f"wikidata/{file}"))

    def hold(self, reason: str, what: str, row: Row) -> None:
        self.batch.held.add(Held(reason, what, text_of(row["article"]), " ".join(text_of(row["quote"]).split())))

    def usable(self, row: Row, what: str) -> bool:
        """Whether a claim may leave the house; if not, it is put on the list with the reason."""
        modality = text_of(row["modality"]).removeprefix(ONTOLOGY)
        reason = {"Planned": "planned", "Denied": "denied", "Reported": "reported_only"}.get(modality, "")
        if not reason and "url" not in row:
            reason = "no_url"
        if reason:
            self.hold(reason, what, row)
        return not reason

    def reference(self, row: Row) -> Reference:
        title = text_of(row["title"]) if "title" in row else ""
        published = text_of(row["published"])[:10] if "published" in row else ""
        language = text_of(row["language"]) if "language" in row else ""
        if not _LANGUAGE.fullmatch(language):
            title = ""  # a title can be quoted only in a language that is known
        return Reference(text_of(row["url"]), title, language, published, self.retrieved)

    def add(self, place: dict[tuple[str, str, str], Statement], statement: Statement) -> None:
        """One statement with many references: a second article adds its reference, not a second statement."""
        key = (statement.subject, statement.property, statement.value)
        held = place.get(key)
        if held is not None:
            references = tuple(dict.fromkeys((*held.references, *statement.references)))
            statement = Statement(*key, tuple(dict.fromkeys((*held.qualifiers, *statement.qualifiers))), references)
        place[key] = statement

    def _office(self, row: Row) -> None:
        what = f"{text_of(row['post'])}"
        if not self.usable(row, what):
            return
        person, body = self.linked.get(str(row["person"])), self.linked.get(str(row.get("body", "")))
        if not person or not body:
            self.hold("not_linked", what, row)
            return
        position = self.position(text_of(row["post"]), body)
        if position is None:
            self.hold("no_item_for_post", what, row)
            return
        held = [o for o in self.known.offices(person) if o.position == position]
        dates = [(pid, text_of(row[ours]), part) for pid, ours, part in _OFFICE_DATES if ours in row]
        known = {part: {getattr(o, part) for o in held} - {""} for part in ("start", "end")}
        if any(known[part] and not any(_prefix(d, k) for k in known[part]) for _, d, part in dates):
            self.hold("contradicted", what, row)
            return
        qualifiers = tuple((pid, qs.date(d)) for pid, d, part in dates if not known[part])
        if held and not qualifiers:
            self.hold("known", what, row)
            return
        self.add(self.batch.statements, Statement(person, "P39", position, qualifiers, (self.reference(row),)))

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
        if not self.usable(row, what):
            return
        member, collective = self.linked.get(str(row["member"])), self.linked.get(str(row["collective"]))
        if not member or not collective:
            self.hold("not_linked", what, row)
            return
        if not text_of(row["status"]).endswith("#Member"):
            self.hold("not_current", what, row)
            return
        if self.known.is_member(member, collective):
            self.hold("known", what, row)
            return
        qualifiers = (("P580", qs.date(text_of(row["since"]))),) if "since" in row else ()
        self.add(self.batch.statements, Statement(member, "P463", collective, qualifiers, (self.reference(row),)))


# Property, name of our date, part of an office in the snapshot.
_OFFICE_DATES = (("P580", "since", "start"), ("P582", "until", "end"))


def _prefix(one: str, other: str) -> bool:
    """Whether two dates agree as far as the coarser one goes."""
    return one[: len(other)] == other[: len(one)]
