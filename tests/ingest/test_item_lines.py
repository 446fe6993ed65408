"""Lists of a line an item are one sentence with what introduces them."""

from __future__ import annotations

import hashlib

import pytest

from ingest.document import read_document
from kg.claim import ArticleRecord


def sentences(text: str) -> list[str]:
    document = read_document(ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar"))
    return [text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize(("text", "count"), [
    ("ضم الوفد:\n- محمد الكعبي وزير النقل؛\n- نورة الشامي مديرة الديوان.\nوعاد الوفد مساء.", 2),
    ("ضم الوفد :\r\n1- محمد الكعبي\r\n2- نورة الشامي", 1),
    ("شاركت الدول التالية:\n• تونس\n• المغرب\n\nوختم اللقاء.", 2),
    ("ضم الوفد:\n\n- محمد الكعبي وزير النقل؛\n\n- نورة الشامي مديرة الديوان.\n\nوعاد الوفد مساء.", 2),
    ("ضم الوفد وزيرين.\n- محمد الكعبي\n- نورة الشامي", 3),  # no colon
    ("قال الوزير:\nإن العمل مستمر", 2),  # no items
    ("دعا البيان إلى:\n- " + "كلام طويل " * 20 + "\n- عمل", 3),  # no short items
    ("ضم الوفد:\n- محمد الكعبي.\n- نورة الشامي.", 2),  # an item that ends with a stop is the last
])
def test_lines_of_a_list(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)
