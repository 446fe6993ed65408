"""Keys and likeness of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.wikidata.compare import likeness
from kg.wikidata.keys import Key, key, sound, spellings


def alike(one: str, other: str) -> float:
    return likeness(key(one), key(other), lambda _: 1.0).name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنتوني بلينكن", "انطوني بلينكين"),
        ("أنتوني بلينكن", "Antony Blinken"),
        ("عبد الفتاح السيسي", "عبدالفتاح السيسى"),
        ("عبد الفتاح السيسي", "Abdelfattah Al-Sisi"),
        ("عبد الله الثاني", "Abdullah II"),
        ("كارل السادس عشر غوستاف", "Carl XVI Gustaf"),
        ("الملك محمد السادس", "Mohammed VI"),
        ("فيكتوريا نوالند", "فيكتوريا نولاند"),
        ("االتحاد االوربي", "الاتحاد الأوروبي"),
        ("حلف شمال االأطلسي", "حلف شمال الأطلسي"),
        ("مـحـمـد بَن سلمَان", "محمد بن سلمان"),
        ("L'Union africaine", "Union africaine"),
        ("José Manuel Albares", "Jose Manuel Albares"),
        ("ألبرت شينغيرو", "Albert Shingiro"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other) >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنتوني بلينكن", "أنتوني بلير"),
        ("محمد السادس", "محمد الخامس"),
        ("محمد بن سلمان", "محمد بن نايف"),
        ("محمود عباس", "محمد عباس"),
        ("خالد بن سلمان", "سلمان بن عبد العزيز"),
        ("عبد الله الثاني", "عبد الله الأول"),
        ("مجلس الأمن", "المجلس الأوروبي"),
        ("حسين أحمد", "حسن أحمد"),
    ],
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert alike(one, other) < 0.75


def test_a_bare_title_has_no_words() -> None:
    for title in ("الوزير", "الرئيس", "الملك", "Mr", ""):
        assert key(title).words == ()


def test_a_second_name_in_quotes_is_a_name() -> None:
    assert spellings("المنظمة الدولية “الانتربول”") == ("المنظمة الدولية “الانتربول”", "المنظمة الدولية", "الانتربول")


def test_lam_alef_order_does_not_matter_to_sound() -> None:
    assert sound("نولاند").replace("A", "").replace("W", "") == sound("نوالند").replace("A", "").replace("W", "")


@given(st.text(max_size=40))
def test_any_text_has_a_key_and_is_like_itself(text: str) -> None:
    made = key(text)
    assert isinstance(made, Key)
    if made.words and made.plain:
        assert alike(text, text) == 1.0


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share(one: str, other: str) -> None:
    assert 0.0 <= alike(one, other) <= 1.0
