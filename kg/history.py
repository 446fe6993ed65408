"""The ladder of what was known when about a meeting, a person or a coalition, each step with its sentence."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from kg import naming, resources
from kg.identity.index import Index
from kg.iri import Iri
from kg.statements import Reader, Statement
from kg.store import Store, iri_of
from kg.vocabulary import M
from kg.windows import checked

# What a claim says first about a frame comes first on one day: the frame's own status before its particulars.
_QUIET = frozenset({M.statedContent})


@dataclass(frozen=True, slots=True)
class Step:
    """One claim on the ladder. `when` says how its date is known: "2022-05-09", "not before …", "not after …", "unknown"."""

    when: str
    article: str
    outlet: str
    subject: str
    predicate: str
    predicate_iri: str
    value: str
    value_iri: str | None
    modality: str
    quote: str
    claim: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def ladder(store: Store, thing: Iri, as_of: str | None = None, language: str = "en") -> list[Step]:
    """All claims about a thing in the order of publication; `as_of` (ISO date) leaves out what was not yet published then.

    Articles without a day stand where what they tell places them (`kg.windows`); under `as_of`, articles that may be later
    are left out.
    """
    as_of = checked(as_of) if as_of is not None else None
    index = Index(store, store.names)
    reader = Reader(index)
    found: list[tuple[tuple[str, int, str], Statement]] = []
    rows = store.select(resources.text("queries", "history/keys.rq"), {"thing": thing})
    for key in sorted({thing, *(iri_of(row["key"]) for row in rows)}):
        for said in reader.of_key(key):
            if said.predicate not in _QUIET and (as_of is None or published_by(said, as_of)):
                found.append((_order(said), said))
    found.sort(key=lambda pair: (pair[0], pair[1].spans, pair[1].claim))
    return [_step(index, said, language) for _, said in found]


def published_by(said: Statement, day: str) -> bool:
    """Whether a claim was surely public by a day."""
    last = said.source.not_after
    return bool(last) and last[: len(day)] <= day


def _order(said: Statement) -> tuple[str, int, str]:
    """Dated claims by their date; announcements without one just before what bounds them, reports just after."""
    source = said.source
    if source.published and source.not_before == source.not_after:
        return source.not_before, 1, source.name
    if source.not_after:
        return source.not_after, 0, source.name
    return (source.not_before, 2, source.name) if source.not_before else ("9999", 3, source.name)


def _when(said: Statement) -> str:
    source = said.source
    if source.published:
        return source.published
    if source.not_before and source.not_after:
        return f"{source.not_before} to {source.not_after}"
    if source.not_before:
        return f"not before {source.not_before}"
    return f"not after {source.not_after}" if source.not_after else "unknown"


def _step(index: Index, said: Statement, language: str) -> Step:
    return Step(
        _when(said), said.source.name, said.source.outlet_name, naming.name(index, said.key, language),
        naming.local(said.predicate), said.predicate, naming.shown(index, said.value, language),
        said.value if isinstance(said.value, Iri) else None, naming.local(said.modality).lower(),
        " … ".join(quote for _, _, quote in said.spans), said.claim,
    )
