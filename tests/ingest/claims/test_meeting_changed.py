"""Plans that are changed, first and last days, and meetings only spoken of where something else is done.

Expected (`meeting_changed_cases.tsv`): place, first day, last day and status of the one meeting.
"""

from __future__ import annotations

import pytest

from kg.vocabulary import SCHEMA
from tests.ingest.claims.cases import table
from tests.ingest.claims.test_meeting import key_of, short, told


@pytest.mark.parametrize(("text", "expected"), table("meeting_changed_cases.tsv"))
def test_where_and_when_it_is_and_what_becomes_of_it(text: str, expected: str) -> None:
    (said,) = told(text)
    end = key_of(said, SCHEMA.endDate)
    _, place, _, start, status, *_ = short(said).split()
    assert f"{place} {start} {end} {status}" == expected
