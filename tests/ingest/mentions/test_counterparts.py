"""Counterparts and offices without a name, and names that are easily cut short, on sentences of our own."""

from __future__ import annotations

import pytest

from ingest.mention import Kind
from tests.ingest.claims.cases import reading


def people(text: str) -> list[str]:
    """The label of every person and office of a text, in order."""
    found = reading(text).mentions
    return [m.referent.label_ar or "" for m in found if m.kind in (Kind.PERSON, Kind.TITLE) and m.referent is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تحادث وزير الدفاع العراقي كريم الجبوري مع نظيره السويدي.", ["كريم الجبوري", "وزير الدفاع (السويد)"]),
        (
            "تحادث وزير الدفاع العراقي كريم الجبوري مع نظيريه السويدي والفنلندي.",
            ["كريم الجبوري", "وزير الدفاع (السويد)", "وزير الدفاع (فنلندا)"],
        ),
        ("وصلت وزيرة الصحة الأردنية سارة المجالي. وقال نظيرها إن الحوار مفيد.", ["سارة المجالي"]),
        ("سيحضر وزير خارجيتها ونظيره السويدي.", ["وزير خارجيتها", "وزير الخارجية (السويد)"]),
        (
            "قال وزير الدفاع السويدي نيلس هولم إن الحوار مفيد. والتقى وزير الدفاع العراقي كريم الجبوري نظيره السويدي.",
            ["نيلس هولم", "كريم الجبوري", "نيلس هولم"],
        ),
    ],
)
def test_counterparts(text: str, expected: list[str]) -> None:
    assert people(text) == expected


def test_a_title_with_a_country_is_not_somebody_of_no_country() -> None:
    text = (
        "وصل وزير الخارجية التركي كمال أوزدمير أمس. وكان في استقباله وزير الخارجية قاسم الحيدري. "
        "وقال الوزير التركي إن الزيارة مهمة."
    )
    assert people(text) == ["كمال أوزدمير", "قاسم الحيدري", "كمال أوزدمير"]


def test_the_head_of_another_body_is_another_person() -> None:
    text = "قالت رئيسة المجلس الوطني لحقوق الإنسان سارة المجالي إن العمل جار. وأثنى عليها رئيس الخدمة الوطنية للهجرات."
    assert people(text).count("سارة المجالي") == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال حاكم ولاية تكساس غريغ هارت إن الأمر انتهى.", "غريغ هارت"),
        ("وقال وزير الطاقة علي أكبر رضائي إن الأمر انتهى.", "علي أكبر رضائي"),
        ("وانتهت الجلسة التي حضره رئيس الوزراء التونسي كمال المرزوقي.", "كمال المرزوقي"),
        ("وقال إن هشام فؤاد وسعد التازي التقيا أمس.", "سعد التازي"),
    ],
)
def test_whole_names(text: str, name: str) -> None:
    assert name in people(text)


def test_circumstances_are_no_names() -> None:
    assert people("وصل المدير العام، مرفوقا بعدد من الخبراء.") == []
