"""The judgements that count: the ledger with merges followed, without links to identifiers that nothing proves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.wikidata import ledger, rdf
from kg.wikidata.ledger import Entry, State
from kg.wikidata.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Standing:
    """`unproven` are accepted links that are left aside: nothing here says what their identifier stands for."""

    state: State
    redirects: Mapping[str, str]
    unproven: tuple[Entry, ...]


def redirects_of(ledger_path: Path) -> Path:
    """Where the merged identifiers of a ledger are kept: beside it."""
    return ledger_path.with_suffix(".redirects.tsv")


def read(path: Path, snapshot: Snapshot) -> Standing:
    """What the ledger in `path` says now. Raises InputError (LedgerError) where it or its table of merges is damaged."""
    redirects = rdf.read_redirects(redirects_of(path))
    entries = ledger.read(path)
    proven = [e for e in entries if e.action != "accept" or is_proven(e, snapshot, redirects)]
    state = ledger.fold(proven, redirects)
    if len(proven) == len(entries):
        return Standing(state, redirects, ())
    kept = set(proven)
    aside = [e for e in ledger.fold(entries, redirects).current.values() if e not in kept]
    return Standing(state, redirects, tuple(aside))


def is_proven(entry: Entry, snapshot: Snapshot, redirects: Mapping[str, str]) -> bool:
    """Whether the identifier of a link has an evidence row, before or after merges, or the person who judged named one."""
    known = {entry.qid, ledger.follow(entry.qid, redirects)}
    return not known.isdisjoint(snapshot.items) or (entry.human and bool(entry.evidence.strip()))
