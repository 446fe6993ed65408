"""The gate before the store: an article's graph conforms to the shapes, or what does not is held back with its sentence.

First the claims at fault are held back, so that one wrong reading does not cost the article; only a graph that still does
not conform is quarantined as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.pipeline import Processed, process
from kg.claim import ArticleRecord, Claim
from kg.graph import article_quads, claim_nodes
from kg.iri import Names
from kg.report import Report
from kg.validate import check


@dataclass(frozen=True, slots=True)
class Gated:
    """An article at the gate. `report` is on the graph as it was read; `conforms` on the graph that is left."""

    processed: Processed
    report: Report
    conforms: bool
    held_back: tuple[str, ...]


def read_and_check(record: ArticleRecord, names: Names) -> Gated:
    """Reads one article and checks its graph."""
    return gate(process(record, names), names)


def gate(read: Processed, names: Names) -> Gated:
    """Holds back what does not conform: the faulty claims and those on a faulty frame, then all that speak of it."""
    first = report = check(read.quads, name=read.record.name)
    held: tuple[str, ...] = ()
    for widely in (False, True):
        if report.conforms:
            break
        kept = _without_faults(read, report, names, widely)
        if len(kept) == len(read.claims):
            continue
        held = (*held, *(str(violation) for violation in report.violations))
        read = replace(read, claims=kept, quads=article_quads(read.record, kept, names))
        report = check(read.quads, name=read.record.name)
    return Gated(read, first, report.conforms, held)


def _without_faults(read: Processed, report: Report, names: Names, widely: bool) -> tuple[Claim, ...]:
    faulty = {violation.focus for violation in report.violations}

    def sound(claim: Claim) -> bool:
        node, subject, spoken_of = claim_nodes(read.record, claim, names)
        return faulty.isdisjoint({node, subject} | (spoken_of if widely else frozenset()))

    return tuple(claim for claim in read.claims if sound(claim))
