"""Checks the snapshot against the live service, row by row.

A row that could not be checked is reported as such, never as wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg import resources
from kg.errors import NetworkError
from kg.iri import Iri
from kg.store import text_of
from kg.wikidata.compare import likeness
from kg.wikidata.item import ENTITY, Item, entity_iri
from kg.wikidata.keys import fold, key
from kg.wikidata.live import Row, with_values
from kg.wikidata.mirror import classes
from kg.wikidata.snapshot import Snapshot

BATCH = 100
# Two names of one thing are at least so alike (measured on the snapshot's own pairs of names).
_ALIKE = 0.75
FINDINGS = ("ok", "redirect", "missing", "label", "type", "office", "unchecked")


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one row: `kind` is one of FINDINGS, `detail` what the service says."""

    qid: str
    kind: str
    detail: str = ""


@dataclass
class _Live:
    targets: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    positions: set[str] = field(default_factory=set)


def refresh(
    snapshot: Snapshot, select: Callable[[str], list[Row]], note: Callable[[str], None] = lambda _: None
) -> Iterator[Finding]:
    """Findings for all linkable items, in order; `select` asks the service, `note` hears of batches that failed."""
    items = sorted(snapshot.linkable(), key=lambda i: int(i.qid[1:]))
    text = resources.text("queries", "wikidata/refresh.rq")
    for start in range(0, len(items), BATCH):
        batch = items[start : start + BATCH]
        query = with_values(text, "item", [entity_iri(i.qid) for i in batch])
        try:
            known = _collect(select(query))
        except NetworkError as error:
            note(f"{batch[0].qid} to {batch[-1].qid} not checked: {error}")
            yield from (Finding(item.qid, "unchecked", str(error)) for item in batch)
            continue
        for item in batch:
            yield compare(item, known.get(item.qid, _Live()))


def _collect(rows: Iterable[Row]) -> dict[str, _Live]:
    found: dict[str, _Live] = {}
    for row in rows:
        live = found.setdefault(_qid(row["item"]), _Live())
        for name, held in (("target", live.targets), ("class", live.classes), ("position", live.positions)):
            if name in row:
                held.add(_qid(row[name]))
        if "name" in row:
            live.names.add(text_of(row["name"]))
    return found


def _qid(term: object) -> str:
    return str(term).removeprefix(ENTITY) if isinstance(term, Iri) else ""


def compare(item: Item, live: _Live) -> Finding:
    """One row against what the service says of it: merged, gone, another name, another kind, or offices it does not know."""
    if live.targets:
        return Finding(item.qid, "redirect", sorted(live.targets)[0])
    if not live.names and not live.classes:
        return Finding(item.qid, "missing", "the service knows nothing of it")
    if not _same_name(item.all_names(), sorted(live.names)):
        return Finding(item.qid, "label", " | ".join(sorted(live.names)[:4]))
    wrong = _wrong_class(item, live.classes)
    if wrong:
        return Finding(item.qid, "type", wrong)
    held = {o.position for o in item.offices if o.position}
    if held and live.positions and not held & live.positions:
        return Finding(item.qid, "office", " ".join(sorted(live.positions)[:6]))
    return Finding(item.qid, "ok")


def _same_name(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    if {fold(name) for name in ours} & {fold(name) for name in theirs}:
        return True
    others = [key(name) for name in theirs]
    return any(likeness(key(name), other, lambda _: 1.0).name >= _ALIKE for name in ours for other in others)


def _wrong_class(item: Item, found: set[str]) -> str:
    """A human that is no human, or the other way round. Finer classes vary too much between items to be held against one."""
    human = classes()["person"]
    if found and (item.type == "person") != (human in found):
        return " ".join(sorted(found))
    return ""
