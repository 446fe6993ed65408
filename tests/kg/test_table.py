"""Tables that line up whatever the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.table import clean, clip, render, width


@pytest.mark.parametrize(("text", "columns"), [
    ("abc", 3), ("مراكش", 5), ("مُرّاكُش", 5), ("日本", 4), ("é", 1), ("e\u0301", 1), ("a\u200eb", 2), ("", 0), ("…",
    1), ("a\tb", 2),
])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(("text", "limit", "clipped"), [
    ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("日本語", 4, "日…"), ("ab cd", 4, "ab…"), ("مُرّاكُش", 3, "مُرّ…"),
])
def test_clip(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


@given(st.text(max_size=30), st.integers(1, 20))
def test_a_clipped_text_fits(text: str, limit: int) -> None:
    assert width(clip(text, limit)) <= limit


@pytest.mark.parametrize(("text", "cleaned"), [
    ("a\x1b[31mb", "a[31mb"), ("a\nb", "a b"), ("x\u202egnp", "xgnp"), ("\u2066a\u2069", "a"), ("a\u2028b", "a b"),
    ("كلام", "كلام"),
])
def test_what_an_article_says_never_steers_the_terminal(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_cell_turns_the_direction_of_no_other() -> None:
    lines = render(("a", "b"), [["\u202bx\u200f\u200e", "\u2067y"]])
    assert lines[2] == "x │ y"


def test_columns_line_up() -> None:
    lines = render(("Name", "اسم"), [("Marrakesh", "مراكش"), ("NATO", "حِلف")])
    assert len({width(line.split("│")[0]) for line in lines if "│" in line}) == 1
    assert lines[1] == "──────────┼──────"


def test_arabic_cells_cannot_change_places_with_their_neighbours() -> None:
    lines = render(("a", "b"), [("مراكش", "الرياض"), ("x", "y")])
    assert "\u200e│" in lines[2]
    assert "\u200e" not in lines[3]


def test_the_widest_column_gives_way() -> None:
    lines = render(("a", "b"), [("short", "x" * 200)], 60)
    assert width(lines[2]) <= 60
    assert "short" in lines[2]
    assert lines[2].endswith("…")


def test_an_empty_table_has_its_header() -> None:
    assert render(("a", "b"), []) == ["a │ b", "──┼──"]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5))
def test_any_cells_make_lines_of_their_own(rows: list[tuple[str, str]]) -> None:
    assert all("\n" not in line for line in render(("a", "b"), rows))
    assert len(render(("a", "b"), rows)) == len(rows) + 2
