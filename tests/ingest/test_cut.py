"""A text may end anywhere: in the middle of a sentence, behind a verb, a quotation mark or half an office."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.pipeline import process
from tests.bench.bench_reading import record

_EVERY = 40  # of so many sentences one is cut at every word in the default run


def _sentences() -> Iterator[str]:
    """The sentences of all case tables of the reading."""
    for table in sorted(Path(__file__).parent.rglob("*_cases.tsv")):
        rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
        yield from (row["text"] for row in rows if row.get("text"))


def _cut(text: str) -> Iterator[str]:
    words = text.split()
    return (" ".join(words[:count]) for count in range(1, len(words)))


@pytest.mark.parametrize("text", [
    "التقى الوزير مدير مكتب معالي",
    "ويرى بعض",
    'أعلن المبعوث تشكيل مجموعة باسم "أصدقاء من أجل',
    "قيل إن الوزير كريم العلوي حضر القمة العربية في تونس، لكن لا صحة",
    "انعقدت أمس في الرياض الدورة الثامنة عشرة للمجلس الوزاري",
])
def test_a_text_may_end_here(text: str) -> None:
    assert process(record(text)).record.text == text


def test_some_sentences_may_be_cut_at_every_word() -> None:
    for text in [*_sentences()][::_EVERY]:
        for part in _cut(text):
            process(record(part))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_all_sentences_may_be_cut_at_every_word() -> None:
    for text in _sentences():
        for part in _cut(text):
            process(record(part))
