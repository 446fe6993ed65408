"""Memberships, member counts and foundings over the whole reading path, on sentences of our own (`*_cases.tsv`)."""

from __future__ import annotations

import pytest

from ingest.claims import count, founding, membership
from kg.claim import Modality, Referent
from kg.vocabulary import SCHEMA, M
from tests.ingest.claims.cases import claims, slot, table


def _local(value: object) -> str:
    return str(value).rsplit("#", 1)[-1]


def _key(value: object) -> str:
    assert isinstance(value, Referent)
    return value.key.removeprefix("country/")


def members(text: str) -> list[str]:
    found = [c for c in claims(membership.extract, text) if c.predicate == M.membershipStatus]
    return [f"{_key(slot(c, M.topicCollective))} {_key(slot(c, M.topicMember))} {_local(c.object)}" for c in found]


def counts(text: str) -> list[str]:
    found = claims(count.extract, text)
    return [
        f"{_key(slot(c, M.topicCollective))} {c.object} {_local(slot(c, M.unit))} {_local(slot(c, M.comparator))}"
        for c in found
    ]


def foundings(text: str) -> list[str]:
    found = claims(founding.extract, text)
    dates = {c.subject.key: str(c.object) for c in found if c.predicate == SCHEMA.foundingDate}
    heads = [c for c in found if c.predicate == M.foundingStatus]
    return [f"{c.subject.key} {_local(c.object)} {dates.get(c.subject.key, '-')}" for c in heads]


def _expected(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split(" | ")


@pytest.mark.parametrize(("text", "expected"), table("membership_cases.tsv"))
def test_who_belongs_to_a_body(text: str, expected: str) -> None:
    assert members(text) == _expected(expected)


@pytest.mark.parametrize(("text", "modality"), [
    ("اجتمعت خماسية باريس (فرنسا ومصر وقطر) في العاصمة الفرنسية.", Modality.ASSERTED),
    ('قال الناطق كريم الصالح: "لقد اجتمعت خماسية باريس (فرنسا ومصر وقطر) في العاصمة الفرنسية أمس".', Modality.REPORTED),
])
def test_a_list_in_a_quotation_is_reported(text: str, modality: Modality) -> None:
    found = [c for c in claims(membership.extract, text) if c.predicate == M.membershipStatus]
    assert [c.modality for c in found] == 3 * [modality]


@pytest.mark.parametrize(("text", "expected"), table("count_cases.tsv"))
def test_how_many_members_a_body_has(text: str, expected: str) -> None:
    assert counts(text) == _expected(expected)


@pytest.mark.parametrize(("text", "expected"), table("founding_cases.tsv"))
def test_how_a_body_came_to_be(text: str, expected: str) -> None:
    assert foundings(text) == _expected(expected)


def test_the_founder_and_the_aim_are_kept() -> None:
    text = "أعلن التحالف الدولي ضد داعش إحداث مجموعة التركيز لأفريقيا. وتأسست منظمة أوبك عام 1960 بهدف تنسيق السياسات."
    found = claims(founding.extract, text)
    led = [c.object.key for c in found if c.predicate == M.ledBy and isinstance(c.object, Referent)]
    assert led == ["coalition/global-coalition-daesh"]
    assert [c.object for c in found if c.predicate == M.purpose] == ["بهدف تنسيق السياسات"]


@pytest.mark.parametrize(("text", "founders"), [
    ("تأسس المنتدى العربي للبيئة عام 2010 بمبادرة من الكويت والإمارات.", ["country/KW", "country/AE"]),
    ("أعلنت مصر والأردن إنشاء مجلس التعاون الصناعي.", ["country/EG", "country/JO"]),
    ("المنظمة العربية للمرأة التي تم إنشاؤها بمبادرة من مصر وتونس ناجحة.", ["country/EG", "country/TN"]),
])
def test_all_founders_are_kept(text: str, founders: list[str]) -> None:
    led = [c.object for c in claims(founding.extract, text) if c.predicate == M.ledBy]
    assert [r.key for r in led if isinstance(r, Referent)] == founders


def test_a_joining_keeps_its_day_and_its_modality() -> None:
    found = claims(membership.extract, "أكد البيان أن الهند ستنضم إلى مجموعة السبع.")
    assert {c.modality for c in found} == {Modality.PLANNED}
    (since,) = [
        c for c in claims(membership.extract, "انضمت السويد إلى حلف الناتو في 7 مارس 2024.") if c.predicate == M.since
    ]
    assert str(since.object) == "2024-03-07"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("انسحبت كندا عام 2011 من مجموعة دول الساحل الخمس.", ["until 2011"]),
        ("جاء ذلك بعد انسحاب كندا المفاجئ عام 2011 من مجموعة دول الساحل الخمس.", ["until 2011"]),
        ("جاء ذلك بعد انضمام كرواتيا الرسمي عام 2013 إلى الاتحاد الأوروبي.", ["since 2013"]),
        ("انسحبت قطر قبل عام 2020 من منظمة أوبك.", []),
        ("طلبت فنلندا في 18 مايو 2022 رسميا الانضمام إلى حلف شمال الأطلسي.", []),
    ],
)
def test_a_day_between_the_predicate_and_the_body_is_that_of_the_change(text: str, told: list[str]) -> None:
    found = [c for c in claims(membership.extract, text) if c.predicate in (M.since, M.until)]
    assert [f"{_local(c.predicate)} {c.object}" for c in found] == told


def test_what_is_told_of_the_body_is_no_date_of_joining() -> None:
    told = claims(membership.extract, "انضمت السويد إلى حلف الناتو الذي أنشئ عام 1949.")
    assert told
    assert not [c for c in told if c.predicate == M.since]


def test_a_chair_has_a_role() -> None:
    found = claims(membership.extract, "شارك المغرب في رئاسة المنتدى العالمي لمكافحة الإرهاب.")
    assert [c.object for c in found if c.predicate == M.membershipRole] == ["co_chair"]


def test_the_same_membership_is_told_once() -> None:
    text = "تركيا عضو في حلف الناتو. وقال الأمين العام إن تركيا عضو في حلف الناتو."
    assert members(text) == ["org/nato TR Member"]


@pytest.mark.parametrize("extract", [membership.extract, count.extract, founding.extract])
def test_other_languages_are_left_alone(extract: object) -> None:
    assert callable(extract)
    assert claims(extract, "La Turquie est membre de l'OTAN. Le G5 Sahel compte 5 pays.") == []
