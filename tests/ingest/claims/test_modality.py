"""How a predicate is held: minimal sentences, one cue each, and the same words without the cue."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ingest.claims.modality import modality_of
from ingest.document import read_document
from ingest.fold import fold
from ingest.mention import Reading
from ingest.tenses import is_future_form, is_present_form
from kg.claim import ArticleRecord, Modality


def modality(text: str, word: str) -> Modality:
    """The modality of the first token that folds to `word`."""
    document = read_document(ArticleRecord("0" * 64, "test", text, "ar"))
    token = next(t for t in document.tokens if t.norm == fold(word))
    sentence = next(s for s in document.sentences if s.first <= token.index < s.last)
    return modality_of(Reading(document, ()), sentence, token.index)


CASES = [
    (Modality[row["modality"]], row["word"], row["text"])
    for row in csv.DictReader((Path(__file__).parent / "modality_cases.tsv").read_text("utf-8").splitlines(), delimiter="\t")
]


@pytest.mark.parametrize(("expected", "word", "text"), CASES)
def test_modality(expected: Modality, word: str, text: str) -> None:
    assert modality(text, word) is expected


def test_denial_outranks_report_and_plan() -> None:
    assert modality("قال الناطق إن الوفد لن يحضر", "يحضر") is Modality.DENIED
    assert modality("قال الناطق إن الوفد سيحضر", "سيحضر") is Modality.PLANNED


@pytest.mark.parametrize("word", ["سيعقد", "وستشارك", "سنعمل"])
def test_future_forms(word: str) -> None:
    assert is_future_form(fold(word))


@pytest.mark.parametrize("word", ["سيطرة", "سياسة", "ستة", "سيناريو", "سلام", "سفير"])
def test_words_that_only_look_like_the_future(word: str) -> None:
    assert not is_future_form(fold(word))


def test_present_forms() -> None:
    assert is_present_form("يعقد")
    assert is_present_form("وتشارك")
    assert not is_present_form("عقد")


def test_long_text_takes_linear_time() -> None:
    """Only a window around the predicate is read: the work for one predicate does not grow with the sentence."""
    document = read_document(ArticleRecord("0" * 64, "test", "شارك الوفد في اللقاء " * 4000, "ar"))
    reading = Reading(document, ())
    sentence = document.sentences[0]
    for index in range(0, 12000, 40):
        modality_of(reading, sentence, index)
