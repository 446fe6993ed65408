"""Where sentences end and where they do not."""

from __future__ import annotations

import pytest

from ingest import tokens
from ingest.parts import Token
from ingest.sentences import breaks


def cut(text: str) -> list[str]:
    words = [Token(i, *piece) for i, piece in enumerate(tokens.scan(text))]
    return [text[words[first].start : words[last - 1].end] for first, last, _ in breaks(text, words)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قال ذلك. ثم غادر.", 2), ("هل حضر؟ نعم.", 2), ("حضر! ثم غادر.", 2), ("قال ذلك، ثم غادر.", 1), ("بلغ 3.5 مليون.", 1),
        ("بلغ 3461.", 1), ("استقبل د. أحمد الوفد.", 1), ("The U.S. envoy left.", 1), ("www.example.org نشر ذلك.", 1),
        ("تأسس التجمع (س.ص) أمس.", 1), ("اجتمع التجمع (س.ص). تأسس الاتحاد أمس.", 2),
        ("عنوان.. وتتمة العنوان", 1), ("انتظر... ثم غادر", 2), ("انتظر… ثم غادر", 2), ("سطر أول\nسطر ثان", 2),
        ("قال “حضرنا. ثم غادرنا” أمس.", 1), ("قال “حضرنا.” ثم غادر.", 2), ("قال ذلك.ثم غادر.", 2),
        ("قال \"حضرنا. ثم غادر.", 2), ("قال “" + "كلام طويل. " * 60 + "” أمس.", 61),
    ],
)
def test_count(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_the_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert cut("قال “حضرنا.” ثم غادر.") == ["قال “حضرنا.”", "ثم غادر."]


def test_paragraphs_are_counted() -> None:
    text = "أ ب.\nج د.\n\nه و."
    words = [Token(i, *piece) for i, piece in enumerate(tokens.scan(text))]
    assert [paragraph for _, _, paragraph in breaks(text, words)] == [0, 0, 1]


def test_a_text_without_stops_is_cut_at_commas() -> None:
    text = "وقال الوزير إن القمة ستنعقد غدا، " * 400
    found = cut(text)
    assert len(found) > 1
    assert all(300 < len(piece.split()) <= 600 for piece in found[:-1])
    assert all(piece.endswith("،") for piece in found)


def test_a_text_of_words_alone_is_cut_too() -> None:
    assert [len(piece.split()) for piece in cut("قمة " * 2000)] == [600, 600, 600, 200]


def test_a_long_sentence_of_a_real_paper_is_kept_whole() -> None:
    assert len(cut("وقال الوزير إن القمة ستنعقد غدا، " * 70 + "وهذا كل شيء.")) == 1
