"""Reading of case tables and of single sentences over the whole path, shared by the tests of the extractors."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from ingest import mentions
from ingest.document import read_document
from ingest.mention import Reading
from kg.claim import ArticleRecord, Claim, PartialDate, Referent, Slot
from kg.iri import Iri


def table(name: str) -> list[tuple[str, str]]:
    """The (text, expected) rows of a case table beside this module; `expected` is empty where nothing is to be found."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["expected"] or "") for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def reading(text: str, language: str = "ar") -> Reading:
    """A text as an article of 10 May 2023."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    return mentions.find(read_document(ArticleRecord(sha, "t", text, language, published=PartialDate(2023, 5, 10))))


def claims(extract: Callable[[Reading], Iterator[Claim]], text: str) -> list[Claim]:
    found = list(extract(reading(text)))
    for claim in found:
        for span in claim.evidence:
            assert text[span.start : span.end].strip()
    return found


def slot(claim: Claim, predicate: Iri) -> Slot | None:
    """The value of the first slot of a frame with this predicate."""
    return next((value for name, value in claim.subject.slots if name == predicate), None)


def label(value: Slot | None) -> str:
    return (value.label_ar or "") if isinstance(value, Referent) else "" if value is None else str(value)
