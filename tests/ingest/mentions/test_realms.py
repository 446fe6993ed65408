"""Which state "المملكة" and "السلطنة" alone mean: by the agency that sends an article before the place of the dispatch."""

from __future__ import annotations

import pytest

from tests.ingest.claims.cases import reading


@pytest.mark.parametrize(("text", "expected"), [
    ("المنامة 21 ربيع الأول 1438 هـ واس\nرأس وفد المملكة الوزير كريم الصالح.", ["country/SA"]),
    ("الرياض - بنا\nرأس وفد المملكة الوزير كريم الصالح.", ["country/BH"]),
    ("بيروت (بترا)- رأس وفد المملكة الوزير كريم الصالح.", ["country/JO"]),
    ("رأس وفد المملكة إلى بيروت الوزير كريم الصالح. --(بترا)", ["country/JO"]),
    ("الرياض 9 صفر - رأس وفد المملكة الوزير كريم الصالح.", ["country/SA"]),
    ("مسقط - العمانية\nرأس وفد السلطنة الوزير كريم الصالح.", ["country/OM"]),
    ("يلتئم المجلس في المملكة المغربية. قال إن الوفد الأردني سيعرض خطة تشرف عليها المملكة.", ["country/JO"]),
    ("يلتئم المجلس في المملكة المغربية. قال إن الوفد سيعرض خطة تشرف عليها المملكة.", ["country/MA"]),
    ("تقدم بنا الوزير كريم الصالح في وفد المملكة.", []),
])
def test_whose_realm_it_is(text: str, expected: list[str]) -> None:
    found = (m for m in reading(text).mentions if m.reason == "the state spoken of" and m.referent is not None)
    assert [m.referent.key for m in found if m.referent is not None] == expected
