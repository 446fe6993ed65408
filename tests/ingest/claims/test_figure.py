"""Figures over the whole reading path, on sentences of our own (`figure_cases.tsv`: value, unit, rule)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.claims import figure
from kg.claim import Claim, Modality, Referent
from kg.vocabulary import M
from tests.ingest.claims.cases import claims, label, reading, slot, table


def told(text: str) -> list[str]:
    return [f"{c.object} {slot(c, M.unitText) or '-'} {c.rule.split('.')[1]}" for c in claims(figure.extract, text)]


def only(text: str) -> Claim:
    (claim,) = claims(figure.extract, text)
    return claim


@pytest.mark.parametrize(("text", "expected"), table("figure_cases.tsv"))
def test_what_is_counted(text: str, expected: str) -> None:
    assert told(text) == [one for one in expected.split(" | ") if one]


def test_attendance_is_about_the_meeting() -> None:
    claim = only("انعقد المؤتمر الوزاري في تونس بمشاركة 63 دولة.")
    about = slot(claim, M.topicAbout)
    assert isinstance(about, Referent)
    assert about.type == M.Meeting


def test_year_and_place() -> None:
    claim = only("تراجعت السياحة بنسبة 22% في مصر عام 2020.")
    assert slot(claim, M.figureYear) == "2020"
    assert label(slot(claim, M.topicAbout)) == "مصر"


def test_what_is_the_phrase_around_the_number() -> None:
    claim = only("وصل الوفد صباحا، وأسفر الزلزال عن مقتل 350 شخصا، ثم عاد الهدوء.")
    assert slot(claim, M.figureWhat) == "وأسفر الزلزال عن مقتل 350 شخصا"


def test_comparator() -> None:
    assert slot(only("حضر الافتتاح أكثر من 40 دولة."), M.comparator) == M.AtLeast
    assert slot(only("حضر الافتتاح 40 دولة."), M.comparator) is None


def test_modality_of_a_figure() -> None:
    assert only("شارك 200 شاب في المخيم.").modality is Modality.ASSERTED
    assert only("سيشارك 200 شاب في المخيم.").modality is Modality.PLANNED
    assert only("قال وزير الصحة التونسي علي المرابط إن الوباء أصاب 200 شاب.").modality is Modality.REPORTED


@pytest.mark.parametrize(("text", "modality"), [
    ("غادر الوفد، ولم تتعهد كندا بتقديم 50 مليون دولار.", Modality.DENIED),
    ("ولم يبلغ عدد الضحايا 55 قتيلا.", Modality.DENIED),
    ("ولم يتجاوز عدد الضحايا 55 قتيلا.", Modality.ASSERTED),
    ("لم تدفع كندا سوى 50 مليون دولار.", Modality.ASSERTED),
    ("لا يقل عدد القتلى عن 50 شخصا.", Modality.ASSERTED),
    ("لم ينعقد المؤتمر بسبب إصابة 50 شخصا.", Modality.ASSERTED),
])
def test_a_number_under_a_denied_verb_is_denied(text: str, modality: Modality) -> None:
    assert only(text).modality is modality


def test_eastern_digits_and_western_digits_are_one() -> None:
    assert only("أصيب ٤٥ جنديا.").object == only("أصيب 45 جنديا.").object == Decimal(45)


def test_a_range_shares_its_unit_and_scale() -> None:
    values = [c.object for c in claims(figure.extract, "زادت المساعدات من 150 إلى 400 مليون دولار.")]
    assert values == [Decimal(150_000_000), Decimal(400_000_000)]


def test_other_languages_are_left_alone() -> None:
    assert not list(figure.extract(reading("The summit gathered 40 states and 12 organisations in the capital. " * 3, "en")))


def test_a_figure_twice_is_two_frames() -> None:
    found = claims(figure.extract, "قتل 40 شخصا في القرية. وأصيب 40 شخصا في المدينة.")
    assert len({c.subject.key for c in found}) == 2


@pytest.mark.parametrize(("text", "expected"), table("figure_about_cases.tsv"))
def test_whom_it_is_about(text: str, expected: str) -> None:
    (claim,) = claims(figure.extract, text)
    assert f"{claim.object} {label(slot(claim, M.topicAbout)) or '-'}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يتراوح عدد المتدربين بين 20 و25 ألف شاب.", [(20_000, M.AtLeast), (25_000, M.AtMost)]),
        ("هاجر ما بين 10 و14 ألف مهندس.", [(10_000, M.AtLeast), (14_000, M.AtMost)]),
        ("تباع القطعة بسعر يتراوح من 30 إلى 45 دينارا.", [(30, M.AtLeast), (45, M.AtMost)]),
        ("تحتاج الورشة 25 إلى 30 عاملا.", [(25, M.AtLeast), (30, M.AtMost)]),
        ("رفعت الشركة الحصة من 33 في المائة إلى 36 في المائة.", [(33, None), (36, None)]),
        ("نقلت الفرق 2500 شخص إلى 13 مخيما.", [(2500, None), (13, None)]),
        ("أصيب 40 جنديا و12 شرطيا.", [(40, None), (12, None)]),
        ("ارتفع عدد المستفيدين ليصل إلى 400 تلميذ.", [(400, None)]),
        ("لم يتجاوز عدد المشاركين في الندوة 150 مندوبا.", [(150, M.AtMost)]),
        ("ولم يزد عدد القتلى على 12 شخصا.", [(12, M.AtMost)]),
        ("لم يقل عدد الضحايا عن 40 قتيلا.", [(40, M.AtLeast)]),
        ("لم يزد البنك رأسماله، وقتل 12 شخصا.", [(12, None)]),
    ],
)
def test_the_ends_of_a_range_say_so(text: str, expected: list[tuple[int, object]]) -> None:
    assert [(c.object, slot(c, M.comparator)) for c in claims(figure.extract, text)] == expected


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ارتفعت تدفقات الاستثمار التي استقبلتها الهند 8 في المائة هذا العام.",
         "ارتفعت تدفقات الاستثمار التي استقبلتها الهند 8 في المائة هذا العام"),
        ("تمتد القرية على مسافة 60 كيلومترا شرق النهر و40 كيلومترا غرب الجبل.",
         "تمتد القرية على مسافة 60 كيلومترا شرق النهر و40 كيلومترا غرب الجبل"),
        ("تقدر كلفة البرنامج بحوالي 4 ملايين دينار وتشرف عليه لجنة محلية.", "تقدر كلفة البرنامج بحوالي 4 ملايين دينار"),
    ],
)
def test_what_keeps_its_head(text: str, what: str) -> None:
    assert str(slot(claims(figure.extract, text)[-1], M.figureWhat)) == what


def test_a_span_of_years_is_no_year() -> None:
    assert slot(only("أجرت كوريا الشمالية 16 تجربة بين عامي 2006 و2017."), M.figureYear) is None


def test_what_had_been_done_before_a_plan_is_no_plan() -> None:
    claim = only("تتوقع الحكومة أن تستأنف الشركة الرحلات بعد أن نقلت 900 مسافر.")
    assert claim.modality is not Modality.PLANNED


@pytest.mark.parametrize(("text", "modality"), [
    ("اتفق الوزراء على عقد مؤتمر دولي في باريس بمشاركة 20 دولة.", Modality.PLANNED),
    ("انعقد المؤتمر الدولي في باريس بمشاركة 20 دولة.", Modality.ASSERTED),
    ("تعقد غدا في باريس قمة المناخ. وشارك في القمة الماضية 40 رئيسا.", Modality.ASSERTED),
])
def test_who_come_to_a_meeting_that_is_planned_are_to_come(text: str, modality: Modality) -> None:
    assert only(text).modality == modality
