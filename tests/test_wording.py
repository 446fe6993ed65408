"""The program's own words."""

from __future__ import annotations

import re

import pytest

from ingest.cli.disagreement import _TITLES
from ingest.cli.wording import Wording
from tests.guards import ROOT


def test_every_reason_that_a_verdict_gives_is_in_the_table() -> None:
    source = (ROOT / "kg/disagreement.py").read_text(encoding="utf-8")
    reasons = re.findall(r'Verdict\(Class\.\w+, f?"([^"]+)"', source)
    assert len(reasons) > 10
    assert [reason for reason in reasons if Wording("ar").said(reason) == reason] == []


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_headings_values_and_terms(language: str) -> None:
    wording = Wording(language)
    assert len({wording.say(title) for title in _TITLES.values()}) == 4
    assert wording.said("2022 against 2023").startswith("2022 ")
    assert "2022-05-11" in wording.said("not before 2022-05-11")
    assert wording.said("2022-05-11") == "2022-05-11"
    assert wording.modality("asserted") == {"en": "asserted", "ar": "مؤكد", "fr": "affirmé"}[language]
    assert wording.modality("unheard_of") == "unheard_of"


@pytest.mark.parametrize(
    ("language", "joined", "named"), [("en", "a; b", "n: v"), ("ar", "a؛ b", "n: v"), ("fr", "a ; b", "n : v")]
)
def test_marks_are_set_as_the_language_sets_them(language: str, joined: str, named: str) -> None:
    assert Wording(language).semicolons("a", None, "b") == joined
    assert Wording(language).colon("n", "v") == named


@pytest.mark.parametrize(("language", "counts"), [
    ("en", ["0 rows", "1 row", "2 rows"]),
    ("ar", ["عدد الصفوف: 0", "عدد الصفوف: 1", "عدد الصفوف: 2"]),
    ("fr", ["0 ligne", "1 ligne", "2 lignes"]),
])
def test_one_is_not_many(language: str, counts: list[str]) -> None:
    assert [Wording(language).count(number, "row") for number in range(3)] == counts
