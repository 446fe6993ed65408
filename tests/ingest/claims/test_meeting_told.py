"""What looks like a meeting, a party, a day or a name of one, and what is: pairs of sentences (`meeting_told_cases.tsv`).

Expected, per meeting: what `test_meeting.short` gives, "=", and the label; "|" between meetings, "-" for none.
"""

from __future__ import annotations

import pytest

from ingest.claims import meeting
from tests.ingest.claims.cases import claims, table
from tests.ingest.claims.test_meeting import short, told


@pytest.mark.parametrize(("text", "expected"), table("meeting_told_cases.tsv"))
def test_what_is_told_and_what_is_not(text: str, expected: str) -> None:
    labels = dict.fromkeys((claim.subject.key, claim.subject.label_ar) for claim in claims(meeting.extract, text))
    found = [f"{short(said)} = {label}" for said, (_, label) in zip(told(text), labels, strict=True)]
    assert " | ".join(found) == ("" if expected == "-" else expected)


def test_a_congress_named_in_full_is_not_another_one_in_a_city() -> None:
    text = "هذه قصة الثورة.\nشارك القادة في مؤتمر القاهرة.\nوعبر الزعيم في المؤتمر الثاني لحزب الاستقلال سنة 1962 عن رأيه."
    assert [short(said) for said in told(text)] == [
        "conference place/cairo EG - held -",
        "conference - - 1962 held org/istiqlal ed2",
    ]


def test_the_page_of_a_body_makes_no_other_body() -> None:
    text = "صوت البرلمان على عقد جلسة في فاس. وجاء ذلك في صفحة البرلمان الرسمية."
    found = [short(said) for said in told(text)]
    assert found
    assert all("الرسميه" not in said for said in found)


def test_a_meeting_named_in_passing_is_not_the_meeting_of_the_next_paragraph() -> None:
    text = (
        "افتتح الرئيس أمس في نواكشوط قمة مجموعة دول الساحل الخمس.\n\nوقال إن الوضع تحسن منذ قمة بو في يناير الماضي."
        "\n\nوشارك في اللقاء الرئيس الفرنسي، واختتم اللقاء اليوم في نواكشوط."
    )
    assert [short(said) for said in told(text)] == [
        "summit place/nouakchott MR 2023-05-09 held coalition/g5-sahel",
        "summit place/pau FR 2023-01 held coalition/g5-sahel",
    ]


def labels(text: str) -> list[str | None]:
    return [*dict.fromkeys(claim.subject.label_ar for claim in claims(meeting.extract, text))]


def test_a_headline_of_several_who_are_met_one_by_one_tells_of_several_meetings() -> None:
    head = "الوزير عثمان الجرندي يلتقي الوزيرين رمطان لعمامرة ونجلاء المنقوش\n\n"
    head = head.replace("الوزيرين", "الوزير").replace("ونجلاء", "والوزيرة نجلاء")
    apart = "التقى الجرندي لعمامرة في تونس. وفي وقت لاحق التقى الوزير عثمان الجرندي الوزيرة نجلاء المنقوش."
    assert labels(head + apart) == ["لقاء عثمان الجرندي ورمطان لعمامرة", "لقاء عثمان الجرندي ونجلاء المنقوش"]
    once = "التقى الوزير عثمان الجرندي الوزير رمطان لعمامرة والوزيرة نجلاء المنقوش في تونس."
    assert labels(head + once) == ["لقاء عثمان الجرندي ورمطان لعمامرة"]


def test_talks_in_another_city_are_not_those_on_the_margins_of_a_summit() -> None:
    here = "التقى الوزير سامح شكري الوزير أيمن الصفدي أمس في عمان. "
    there = "وكانت القمة العربية عقدت في مارس الماضي بالجزائر. وعلى هامش القمة عقد شكري والصفدي لقاء ثنائيا."
    assert "لقاء سامح شكري وأيمن الصفدي" in labels(here + there)
