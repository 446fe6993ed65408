"""Rows in a terminal: a table where it has room, else one cell a line."""

from __future__ import annotations

import pytest

from kg.layout import laid_out
from kg.table import width

HEADER = ("Actor", "Amount", "Currency", "For", "Status", "Told as", "Published", "Article")
ROW = ("الولايات المتحدة الأمريكية", "148000000", "USD", "لدعم الاستقرار في سوريا والعراق وبلدان الجوار", "", "asserted",
       "2023-06-08", "06-riyadh-held")


def test_a_table_where_it_has_room() -> None:
    shown = laid_out(HEADER, [ROW, ROW], 100)
    assert len(shown.head) == 2
    assert [len(row) for row in shown.rows] == [1, 1]


def test_row_by_row_where_it_has_none() -> None:
    shown = laid_out(HEADER, [ROW, ROW], 60)
    assert shown.head == ()
    first = shown.rows[0]
    assert first[0].startswith("─ 1 ─")
    assert "  Actor      الولايات المتحدة الأمريكية" in first
    assert not any("Status" in line for line in first), "an empty cell takes no line"
    assert shown.rows[1][0].startswith("─ 2 ─")


@pytest.mark.parametrize("limit", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(limit: int) -> None:
    assert all(width(line) <= limit for line in laid_out(HEADER, [ROW], limit).lines())


def test_all_text_is_there_row_by_row() -> None:
    told = " ".join(" ".join(laid_out(HEADER, [ROW], 40).lines()).split())
    for word in " ".join(ROW).split():
        assert word in told


def test_lines_keep_the_direction_of_their_header() -> None:
    lines = laid_out(("الفاعل", "المقال", *("عمود",) * 9), [("Oman", "x-1", *("قيمة طويلة جدا",) * 9)], 60).lines()
    assert all(not line.startswith("\u200e") for line in lines)
