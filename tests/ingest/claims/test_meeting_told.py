"""What looks like a meeting, a party, a day or a name of one, and what is: pairs of sentences (`meeting_told_cases.tsv`).

Expected, per meeting: what `test_meeting.short` gives, "=", and the label; "|" between meetings, "-" for none.
"""

from __future__ import annotations

import pytest

from ingest.claims import meeting
from tests.ingest.claims.cases import claims, table
from tests.ingest.claims.test_meeting import short, told


@pytest.mark.parametrize(("text", "expected"), table("meeting_told_cases.tsv"))
def test_what_is_told_and_what_is_not(text: str, expected: str) -> None:
    labels = dict.fromkeys((claim.subject.key, claim.subject.label_ar) for claim in claims(meeting.extract, text))
    found = [f"{short(said)} = {label}" for said, (_, label) in zip(told(text), labels, strict=True)]
    assert " | ".join(found) == ("" if expected == "-" else expected)
