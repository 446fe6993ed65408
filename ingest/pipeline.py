"""The one orchestrator: from an article to its graph. Every stage is a function; none knows the next."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby

from ingest import claims as claim_stage
from ingest import mentions as mention_stage
from ingest.document import read_document
from ingest.parts import Document, Zone
from kg.claim import ArticleRecord, Claim, Span
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
    with _uncollected():
        return _processed(record, names or Names())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the collector of rings waiting while an article is read: it would go again and again over lexicons and tokens
    that are all in use, and what is made for an article is let go of without it (`Reading.forget`)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _processed(record: ArticleRecord, names: Names) -> Processed:
    document = read_document(record)
    reading = mention_stage.find(document)
    kept: list[Claim] = []
    dropped: list[str] = []
    described = _described(document)
    for claim in claim_stage.extract(reading):
        if reason := unusable(described, claim):
            dropped.append(f"{described.name}: {claim.rule}: {reason}")
            log.warning("claim dropped: %s", dropped[-1])
        else:
            kept.append(claim)
    return Processed(described, tuple(kept), article_quads(described, kept, names), tuple(dropped))


def _described(document: Document) -> ArticleRecord:
    """The record with what reading the text added: language and date where unknown, and the spans of site furniture."""
    record = document.article
    furniture: list[Span] = []
    for span in sorted((*record.boilerplate, *_furniture(document))):
        if furniture and span.start <= furniture[-1].end:
            furniture[-1] = Span(furniture[-1].start, max(span.end, furniture[-1].end))
        else:
            furniture.append(span)
    language = document.language if record.language == "und" else record.language
    if record.published is None and document.reference.date is not None:
        record = replace(record, published=document.reference.date, published_basis=document.reference.basis)
    return replace(record, language=language, boilerplate=tuple(furniture))


def _furniture(document: Document) -> Iterator[Span]:
    """Runs of neighbouring boilerplate sentences as one span each."""
    for marked, run in groupby(document.sentences, key=lambda s: s.zone is Zone.BOILERPLATE):
        sentences = list(run)
        if marked:
            yield Span(sentences[0].start, sentences[-1].end)
