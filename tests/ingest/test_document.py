"""Tokens and sentences of a document: every place true to the original, for any text."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from ingest import item_lines, tokens
from ingest.document import Document, Zone, read_document
from ingest.fold import fold
from kg.claim import ArticleRecord, PartialDate

TEXT = st.one_of(st.text(max_size=120), st.text(st.sampled_from("ابلاىة منـَ .،؟!\n\"“”()0123٤%/-Aé"), max_size=120))


def document(text: str, title: str | None = None, published: PartialDate | None = None) -> Document:
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return read_document(ArticleRecord(sha, "t", text, "und", title=title, published=published))


@given(TEXT)
def test_tokens_are_true_to_the_text(text: str) -> None:
    end = 0
    for token in document(text).tokens:
        assert end <= token.start < token.end
        assert text[token.start : token.end].strip() == text[token.start : token.end] or token.is_number
        assert token.norm
        end = token.end


@given(TEXT)
def test_every_token_lies_in_one_sentence(text: str) -> None:
    read = document(text)
    covered = [i for s in read.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(read.tokens)))
    assert all(read.sentence_at(i) is s for s in read.sentences for i in range(s.first, s.last))
    assert item_lines.soft_ends(text) or all("\n" not in text[s.start : s.end] for s in read.sentences)


@given(TEXT)
def test_words_are_folded_as_lexicons_are(text: str) -> None:
    for start, end, norm in tokens.scan(text):
        if norm[0].isalpha():
            assert norm == fold(text[start:end])


def test_kinds_of_tokens() -> None:
    norms = [norm for _, _, norm in tokens.scan("وقال لـ“الوكالة”: 4ر1 مليون، و12,5% من ٣٫٥ و1,000.")]
    assert norms[:9] == ["وقال", "ل", "“", "الوكاله", "”", ":", "4ر1", "مليون", "،"]
    assert norms[9:] == ["و", "12,5", "%", "من", "3٫5", "و", "1,000", "."]


def test_empty_text_is_a_document() -> None:
    read = document("")
    assert (read.tokens, read.sentences, read.language, read.reference.date) == ((), (), "und", None)


def test_metadata_give_the_reference_date() -> None:
    read = document("عقد الاجتماع أمس.", published=PartialDate(2020, 2, 3))
    assert (read.reference.date, read.reference.basis) == (PartialDate(2020, 2, 3), "metadata")


def test_a_byline_gives_the_reference_date() -> None:
    read = document("عنوان قصير\n\nالرباط - 3 فبراير 2020\n\nعقد الاجتماع أمس في العاصمة.")
    assert (read.reference.date, read.reference.basis) == (PartialDate(2020, 2, 3), "byline")


def test_a_date_of_something_else_gives_no_reference() -> None:
    read = document("عنوان قصير\n\nوقع الطرفان الاتفاق الأول بينهما في جنيف بتاريخ 3 فبراير 2020 بحضور وفود كثيرة.")
    assert read.reference.date is None


def test_zones() -> None:
    read = document("عنوان الخبر هنا\n\nعقد الاجتماع أمس.\n\nمقالات ذات صلة\n\nعنوان خبر آخر")
    assert [s.zone for s in read.sentences] == [Zone.TITLE, Zone.BODY, Zone.BOILERPLATE, Zone.BOILERPLATE]
