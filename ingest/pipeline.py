"""The one orchestrator: from an article to its graph. Every stage is a function; none knows the next."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from ingest import claims as claim_stage
from ingest import mentions as mention_stage
from ingest.document import read_document
from kg.claim import ArticleRecord, Claim
from kg.graph import article_quads, unusable
from kg.iri import Names

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Processed:
    """An article, read: its record (boilerplate and language filled in), its claims and its graph."""

    record: ArticleRecord
    claims: tuple[Claim, ...]
    quads: bytes
    dropped: tuple[str, ...] = ()


def process(record: ArticleRecord, names: Names | None = None) -> Processed:
    """Reads one article. Claims whose evidence cannot be cited are dropped, named in `dropped` and logged."""
    document = read_document(record)
    reading = mention_stage.find(document)
    kept: list[Claim] = []
    dropped: list[str] = []
    described = document.article
    if described.language == "und" and document.language != "und":
        described = replace(described, language=document.language)
    for claim in claim_stage.extract(reading):
        if reason := unusable(described, claim):
            dropped.append(f"{described.name}: {claim.rule}: {reason}")
            log.warning("claim dropped: %s", dropped[-1])
        else:
            kept.append(claim)
    return Processed(described, tuple(kept), article_quads(described, kept, names or Names()), tuple(dropped))
