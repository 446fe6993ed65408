"""Verbs of the future and the words that begin like them."""

from __future__ import annotations

import pytest

from ingest import conjugation
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.tenses import is_future_form

_ROWS = [*read_tsv("speech_verbs.tsv"), *read_tsv("scene_verbs.tsv")]
_VERBS = [row["present"] for row in _ROWS if row["present"] != "-"]
_FUTURE = "سيدخل سيدير سيرأس سترأس سيطرح سيطلق سيفتتح سيغادر سيأتي سيساهم سيكون ستؤكد وسنواصل فسيلتقي"
_NO_FUTURE = (
    "سيدات سيدتي سيرة سيرته سيطرت سيطرة سيف سيوف سيول سيولة سيناء سيناريو سياسة سيارات سيادة سياق سينما سيرغي سيراليون ستة "
    "ستون ستين ستوكهولم ستولتنبرغ ستيفان ستارمر سترة سنوات سنويا سندات سنتين سنغافورة سنغال سنية سيلفيا سيسي سيئة"
)


def test_every_verb_of_the_lexicons_has_a_future() -> None:
    told = {"س" + form.form for verb in _VERBS for form in conjugation.present(verb) if not form.cut and form.number == "s"}
    assert [form for form in sorted(told) if not is_future_form(fold(form))] == ["سيرجئ"]  # written like "سيرجي"


@pytest.mark.parametrize("word", _FUTURE.split())
def test_future(word: str) -> None:
    assert is_future_form(fold(word))


@pytest.mark.parametrize("word", _NO_FUTURE.split())
def test_no_future(word: str) -> None:
    assert not is_future_form(fold(word))
