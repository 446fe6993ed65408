"""Lines for a terminal."""

from __future__ import annotations

from kg.lines import direction, wrapped
from kg.table import width

LRM, RLM = "\u200e", "\u200f"


def test_the_direction_is_that_of_the_first_letter() -> None:
    assert [direction(text) for text in ("84 دولة NATO", "84 NATO دولة", "12.5", "")] == ["rtl", "ltr", "", ""]


def test_lines_break_between_words_and_lose_none() -> None:
    text = "اجتمع الوزراء في القاهرة مساء اليوم وبحثوا سبل التعاون بين بلدانهم"
    lines = wrapped(text, 24, "  ", "    ")
    assert max(width(line) for line in lines) <= 24
    assert " ".join(line.strip() for line in lines) == text
    assert lines[0].startswith("  ا")
    assert all(line.startswith("    ") for line in lines[1:])


def test_a_line_that_begins_in_the_other_script_keeps_the_direction_of_the_text() -> None:
    assert wrapped("قال الوزير NATO", 11) == ["قال الوزير", RLM + "NATO"]
    assert wrapped("said أحمد", 5) == ["said", LRM + "أحمد"]
    assert wrapped("أحمد: role", 20, base="ltr") == [LRM + "أحمد: role"]
    assert wrapped("عدد 85", 4) == ["عدد", "85"]


def test_a_word_wider_than_a_line_is_cut_but_no_mark_leaves_its_letter() -> None:
    assert wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrapped("كتَبَ", 2) == ["كت\u064e", "ب\u064e"]


def test_no_text_is_one_empty_line() -> None:
    assert wrapped("", 10, " ") == [" "]


def test_what_an_article_says_does_not_steer_the_terminal() -> None:
    assert wrapped("a\x1b[31m\u202eb\nc", 80) == ["a[31mb c"]
