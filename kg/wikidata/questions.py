"""Canned questions to Wikidata, and where it and our articles disagree. Offline the snapshot answers, online the service:
the query text is one and the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg import resources
from kg.errors import UsageError
from kg.store import GraphStore, Row, text_of
from kg.term import Literal, Term
from kg.wikidata.item import ENTITY, entity_iri
from kg.wikidata.ledger import State
from kg.wikidata.live import with_values

Select = Callable[[str], list[Row]]
# question -> (query file, name of its VALUES block, whether its values are names instead of identifiers)
QUESTIONS: Mapping[str, tuple[str, str, bool]] = {
    "offices": ("offices.rq", "person", False),
    "members": ("members.rq", "organization", False),
    "meeting": ("meeting.rq", "name", True),
}


def ask(question: str, values: list[str], select: Select) -> list[dict[str, str]]:
    """The rows of a canned question as text; `values` are identifiers, or names for "meeting"."""
    if question not in QUESTIONS:
        raise UsageError(f"no question {question!r}; there are: {', '.join(sorted(QUESTIONS))}")
    file, variable, by_name = QUESTIONS[question]
    terms: list[Term] = []
    for value in values:
        if by_name:
            terms += [Literal(value, language=language) for language in ("ar", "en", "fr")]
        elif value[:1] == "Q" and value[1:].isdigit():
            terms.append(entity_iri(value))
        else:
            raise UsageError(f"{value!r} is no identifier like Q42")
    query = with_values(resources.text("queries", f"wikidata/{file}"), variable, terms)
    return [{name: text_of(term) for name, term in row.items()} for row in select(query)]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`kind` says what differs: country, start, end, not_member, still_member. Ours comes with its sentence."""

    kind: str
    subject: str
    ours: str
    theirs: str
    article: str
    quote: str


def disagreements(store: GraphStore, state: State, select: Select) -> Iterator[Disagreement]:
    """Where our articles and Wikidata say different things of linked entities, sorted. Planned and denied claims are no
    statements of ours; where Wikidata says nothing there is no disagreement."""
    linked = {s: e.qid for s, e in state.current.items() if e.action == "accept" and e.predicate == "exactMatch"}
    rows = list(store.select(resources.text("queries", "wikidata/our_offices.rq")))
    persons = sorted({linked[str(r["person"])] for r in rows if str(r["person"]) in linked})
    theirs: dict[str, list[dict[str, str]]] = {}
    for office in ask("offices", persons, select) if persons else ():
        theirs.setdefault(office["person"].removeprefix(ENTITY), []).append(office)
    found: set[tuple[str, ...]] = set()
    for row in rows:
        qid = linked.get(str(row["person"]))
        if qid in theirs and _stated(row):
            found.update(_compare_office(row, qid, theirs[qid], linked))
    found.update(_memberships(store, linked, select))
    return (Disagreement(*parts) for parts in sorted(found))


def _stated(row: Row) -> bool:
    return text_of(row["modality"]).endswith(("#Asserted", "#Reported"))


def _compare_office(
    row: Row, qid: str, offices: list[dict[str, str]], linked: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    body = linked.get(str(row.get("body", "")))
    article, quote, post = text_of(row["article"]), text_of(row["quote"]), text_of(row["post"])
    known = {o["country"].removeprefix(ENTITY) for o in offices if "country" in o}
    # An office of a city or a ministry is no disagreement with the country that Wikidata names.
    if body and known and body not in known and text_of(row["bodyType"]).endswith("#Country"):
        yield "country", qid, f"{post}: {body}", " ".join(sorted(known)), article, quote
    same = [o for o in offices if body and o.get("country", "").removeprefix(ENTITY) == body]
    for ours, part in (("since", "start"), ("until", "end")):
        dates = sorted({o[part][:10] for o in same if part in o})
        if ours in row and dates and not any(_agree(text_of(row[ours]), date) for date in dates):
            yield part, qid, f"{post}: {text_of(row[ours])}", " ".join(dates), article, quote


def _agree(ours: str, theirs: str) -> bool:
    """Whether two dates can both hold: equal as far as the coarser one goes; 1 January may stand for the year."""
    if theirs.endswith("-01-01"):
        theirs = theirs[:4]
    length = min(len(ours), len(theirs))
    return ours[:length] == theirs[:length]


def _memberships(store: GraphStore, linked: Mapping[str, str], select: Select) -> Iterator[tuple[str, ...]]:
    rows = [r for r in store.select(resources.text("queries", "wikidata/our_memberships.rq")) if _stated(r)]
    bodies = sorted({linked[str(r["collective"])] for r in rows if str(r["collective"]) in linked})
    if not bodies:
        return
    theirs: dict[str, set[str]] = {}
    for known in ask("members", bodies, select):
        if "end" not in known:
            theirs.setdefault(known["organization"].removeprefix(ENTITY), set()).add(known["member"].removeprefix(ENTITY))
    for row in rows:
        body, member = linked.get(str(row["collective"])), linked.get(str(row["member"]))
        status = text_of(row["status"])
        if body in theirs and member and status.endswith("#Member") and member not in theirs[body]:
            yield (
                "not_member",
                member,
                f"member of {body}",
                f"{len(theirs[body])} other members",
                text_of(row["article"]),
                text_of(row["quote"]),
            )
        if body in theirs and member and status.endswith("#FormerMember") and member in theirs[body]:
            yield (
                "still_member",
                member,
                f"no longer member of {body}",
                "member",
                text_of(row["article"]),
                text_of(row["quote"]),
            )
