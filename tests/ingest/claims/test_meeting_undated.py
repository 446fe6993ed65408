"""Meetings of articles whose date nobody knows (`meeting_undated_cases.tsv`): days tell them apart, and no claim has one.

Expected: as in `test_meeting`.
"""

from __future__ import annotations

import hashlib

import pytest

from ingest import mentions
from ingest.claims import meeting
from ingest.document import read_document
from kg.claim import ArticleRecord, Claim
from kg.iri import Iri
from tests.ingest.claims.cases import table
from tests.ingest.claims.test_meeting import short


@pytest.mark.parametrize(("text", "expected"), table("meeting_undated_cases.tsv"))
def test_days_without_a_date_tell_meetings_apart(text: str, expected: str) -> None:
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar")
    meetings: dict[str, dict[Iri, Claim]] = {}
    for claim in meeting.extract(mentions.find(read_document(record))):
        meetings.setdefault(claim.subject.key, {})[claim.predicate] = claim
    assert " | ".join(map(short, meetings.values())) == ("" if expected == "-" else expected)
