"""Since when and until when an office is held, or that nothing tells it."""

from __future__ import annotations

import pytest

from ingest.claims import position, tenure_dates
from kg.claim import Modality
from kg.vocabulary import M
from tests.ingest.claims import cases


def times(text: str) -> str:
    """ "name; office; since; until" of every office that has a time."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for claim in cases.claims(position.extract, text):
        if claim.predicate in (M.since, M.until):
            assert claim.modality is Modality.ASSERTED
            key = cases.label(cases.slot(claim, M.topicPerson)), cases.label(cases.slot(claim, M.topicPost))
            found.setdefault(key, {})[str(claim.predicate)] = str(claim.object)
    told = (f"{'; '.join(key)}; {at.get(str(M.since), '-')}; {at.get(str(M.until), '-')}" for key, at in found.items())
    return " | ".join(told) or "-"


@pytest.mark.parametrize(("text", "expected"), cases.table("tenure_cases.tsv"))
def test_since_when_and_until_when(text: str, expected: str) -> None:
    assert times(text) == expected


def test_the_words_that_tell_a_time_are_its_evidence() -> None:
    text = "وصل فهد المطيري، وزير الداخلية الكويتي منذ أبريل 2022، إلى الرياض."
    (claim,) = (c for c in cases.claims(position.extract, text) if c.predicate == M.since)
    assert [text[span.start : span.end] for span in claim.evidence] == ["فهد المطيري، وزير الداخلية الكويتي منذ أبريل 2022"]


def test_the_time_of_an_office_that_is_not_told_is_left() -> None:
    text = "قال وزير الخارجية المصري عمر شاكر كلمة. وكان عمر شاكر، سفير مصر لدى كينيا منذ عام 2010، في نيروبي."
    assert [told.post.surface for told in tenure_dates.told(cases.reading(text))] == ["سفير مصر لدى كينيا"]
    assert [claim.predicate for claim in cases.claims(position.extract, text)] == [M.tenureStatus]
