"""A verb behind a name is no part of it."""

from __future__ import annotations

import pytest

from ingest import conjugation
from ingest.lexicon import read_tsv
from tests.ingest.mentions.samples import persons

_NAMES = ("الرئيس إيمانويل ماكرون", "وزير الخارجية السنغالي عثمان ديوب", "الوزير ناصر بوريطة", "الرئيس شي جين بينغ")


def _past() -> list[str]:
    rows = [*read_tsv("speech_verbs.tsv"), *read_tsv("scene_verbs.tsv"), *read_tsv("deed_verbs.tsv")]
    told = {form.form for row in rows if row["past"] != "-" for form in [*conjugation.past(row["past"])][:2]}
    return sorted(form for form in told if form[0] != "و" and form != "أبى")  # "and" glued to a name; "أبي" leads one


@pytest.mark.parametrize("name", _NAMES)
def test_no_known_verb_runs_into_the_name_before_it(name: str) -> None:
    text = " ".join(f"{name} {verb} الاجتماع أمس." for verb in _past())
    full = name.split(" ", 1)[1] if name.startswith(("الرئيس", "الوزير")) else "عثمان ديوب"
    assert {text[m.name.start : m.name.end] for m in persons(text)} == {full}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصلت وزيرة الخارجية البريطانية ليز تراس إلى الرباط.", ["ليز تراس"]),
        ("وقال أحمد رفيق عوض المحلل السياسي إن الوضع صعب.", ["أحمد رفيق عوض"]),
        ("وصل السفير جون بارك في زيارة رسمية.", ["جون بارك"]),
        ("حضر الوزير محمد صادق الحسيني الحفل.", ["محمد صادق الحسيني"]),
        ("وزير الخارجية الكوري تشو يونغ بارك شارك في القمة.", ["تشو يونغ بارك"]),
        ("وزير الخارجية البرازيلي لويز كارلوس سيرا التقى الوفد.", ["لويز كارلوس سيرا"]),
        ("الوزير محمد علي شكر القائد السابق غادر.", ["محمد علي شكر"]),
        ("قال القيادي فؤاد علي شكر القيادي في الحزب كلمة.", ["فؤاد علي شكر"]),
        ("الرئيس الفرنسي جيروم ديلاكور طالب بوقف القتال.", ["جيروم ديلاكور"]),
        ("الرئيس الفرنسي جيروم ديلاكور واصل جولته.", ["جيروم ديلاكور"]),
        ("وزيرة الخارجية الألمانية كلارا برغشتاين كررت موقفها.", ["كلارا برغشتاين"]),
        ("وزير الخارجية الإيطالي لويجي برتوليني هاتف نظيره.", ["لويجي برتوليني"]),
        ("رئيس الوزراء الإيطالي لويجي برتوليني وعد بالدعم.", ["لويجي برتوليني"]),
        ("الرئيس ماكرون استقطب المستثمرين.", ["ماكرون"]),
        ("الوزير ناصر بوريطة طالب الحكومة بالتدخل.", ["ناصر بوريطة"]),
        ("الوزير ناصر بوريطة ترأس، أمس، الاجتماع.", ["ناصر بوريطة"]),
        ("وزير الدفاع علي عبد الله صالح الرشيدي غادر.", ["علي عبد الله صالح الرشيدي"]),
    ],
)
def test_names_that_are_verbs_too_and_verbs_that_are_names_too(text: str, names: list[str]) -> None:
    assert [text[m.name.start : m.name.end] for m in persons(text)] == names
