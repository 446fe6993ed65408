"""A sentence without the days, places and commas that stand between its parts."""

from __future__ import annotations

import hashlib

import pytest

from ingest import mentions
from ingest.document import read_document
from ingest.lean import lean
from ingest.skeleton import Skeleton
from kg.claim import ArticleRecord, PartialDate


def skeleton(text: str) -> Skeleton:
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar", published=PartialDate(2023, 5, 10))
    reading = mentions.find(read_document(record))
    return Skeleton.of(reading, reading.document.sentences[0])


@pytest.mark.parametrize(("text", "expected"), [
    ("شارك، أمس الثلاثاء بالرباط، الوزير التونسي سمير العيادي.", "شارك <P2> ."),
    ("شارك أمس الوزير التونسي سمير العيادي.", "شارك <P1> ."),
    ("قال في الرباط الوزير التونسي سمير العيادي.", "قال <P1> ."),
    ("سافر أمس إلى الرباط.", "سافر الي <W1> ."),
    ("شارك الوزير التونسي سمير العيادي.", "شارك <P0> ."),
    ("شارك وزير الصحة التونسي، سمير العيادي، في حفل.", "شارك <P0> في حفل ."),
    ("ترأس القمة الـ 29 الوزير التونسي سمير العيادي.", "تراس <M0> <P1> ."),
    ("شارك سمير العيادي، وزير الصحة التونسي، ومسؤولون.", "شارك <P0> ، ومسوولون ."),
])
def test_circumstances_are_left_out(text: str, expected: str) -> None:
    assert lean(skeleton(text)).text == expected


def test_what_is_matched_stands_for_the_whole_text() -> None:
    text = "شارك، أمس الثلاثاء بالرباط، الوزير التونسي سمير العيادي."
    short = lean(skeleton(text))
    span = short.span(0, short.text.index(" ."))
    assert text[span.start : span.end] == text[:-1]
    assert [m.kind.value for m in short.mentions_between(0, len(short.text))] == ["P"]
