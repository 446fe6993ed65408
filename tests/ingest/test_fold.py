"""Folding: letters one to one, marks dropped, every folded place leads back to the original."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fold import fold, fold_with_offsets

ARABIC = st.text(st.sampled_from("ابتثأإآىةؤئءلامـ ًٌَُِّْ\u200f٣5۴.،ﻻ"), max_size=60)


@given(st.one_of(ARABIC, st.text(max_size=60)))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(ARABIC, st.text(max_size=60)))
def test_every_folded_place_leads_back(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert all(a < b for a, b in pairwise(offsets))
    assert all(fold(text[offsets[i]]) == folded[i] for i in range(len(folded)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أُمّة", "امه"), ("إلى", "الي"), ("مؤتمر", "موتمر"), ("شؤون", "شوون"), ("بيئة", "بييه"), ("٢٠٢٢", "2022"),
        ("العـــراق", "العراق"),
    ],
)
def test_folded_forms(text: str, folded: str) -> None:
    assert fold(text) == folded
