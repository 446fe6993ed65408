"""Tenures: one phrase per person, the body, the status, the evidence."""

from __future__ import annotations

import pytest

from ingest.claims import position
from kg.claim import Claim, Modality, Referent
from kg.vocabulary import M
from tests.ingest.claims.cases import table
from tests.ingest.mentions.samples import reading


def claims(text: str) -> list[Claim]:
    return list(position.extract(reading(text)))


def slot(claim: Claim, name: str) -> Referent:
    value = dict(claim.subject.slots)[getattr(M, name)]
    assert isinstance(value, Referent)
    return value


def test_a_tenure_names_person_post_and_body() -> None:
    text = "وصل وزير الخارجية المغربي ناصر بناني إلى روما."
    (claim,) = claims(text)
    assert claim.subject.type == M.Tenure
    assert claim.predicate == M.tenureStatus
    assert claim.object == M.InOffice
    assert claim.modality is Modality.ASSERTED
    assert slot(claim, "topicPerson").label_ar == "ناصر بناني"
    post = slot(claim, "topicPost")
    assert post.label_ar == "وزير الخارجية المغربي"
    assert post.label_en == "Minister of Foreign Affairs"
    body = dict(post.slots)[M.topicBody]
    assert isinstance(body, Referent)
    assert body.authority == "country/MA"
    assert [text[s.start : s.end] for s in claim.evidence] == ["وزير الخارجية المغربي ناصر بناني"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قال الرئيس السابق حمد القرقوري إن الأمر انتهى.", "FormerOffice"),
        ("قال الرئيس المخلوع حمد القرقوري كلمة.", "FormerOffice"),
        ("التقى رئيس الحكومة المكلف سمير البناي النواب.", "DesignateOffice"),
        ("التقى الأمين العام المقبل للحلف سمير البناي النواب.", "DesignateOffice"),
        ("التقى وزير الخارجية القادم سمير البناي النواب.", "DesignateOffice"),
        ("قال الرئيس حمد القرقوري إن الأمر بدأ.", "InOffice"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [c.object for c in claims(text)] == [getattr(M, status)]


def test_a_person_named_twice_has_the_fuller_office_once() -> None:
    text = "قال الوزير ناصر بناني كلمة. ثم عاد وزير الخارجية المغربي ناصر بناني إلى روما. ووصل وزير الخارجية ناصر بناني."
    assert [slot(c, "topicPost").label_ar for c in claims(text)] == ["وزير الخارجية المغربي"]


@pytest.mark.parametrize(
    "text",
    [
        "قال المحلل السياسي طارق الغريب إن الأمر صعب.",
        "زار الدكتور سمير الخازن المدينة.",
        "قال وزير الخارجية المغربي كلمة.",
        "التقى نظيره الإيطالي.",
        "حضر ناصر بناني اللقاء.",
        "فاز اللاعب سالم الحربي بالجائزة.",
    ],
)
def test_no_office_no_tenure(text: str) -> None:
    assert claims(text) == []


def test_a_body_known_only_here_stays_in_the_words_of_the_office() -> None:
    (claim,) = claims("دعا رئيس حزب النور الجديد سليم العمراني إلى الحوار.")
    post = slot(claim, "topicPost")
    assert post.label_ar.startswith("رئيس حزب النور") if post.label_ar else False
    assert M.topicBody not in dict(post.slots)


def test_site_furniture_is_not_cited() -> None:
    text = "وصل الوفد أمس إلى المدينة.\n\nمقالات متعلقة\nوزير الخارجية المغربي ناصر بناني يصل إلى روما"
    for claim in claims(text):
        for span in claim.evidence:
            assert text[span.start : span.end]


def test_government_of_somebody_makes_him_its_head() -> None:
    (claim,) = claims("انتقدت المعارضة حكومة بيدرو مارتينيز بشدة.")
    assert slot(claim, "topicPost").label_en == "Head of Government"


def told(text: str) -> str:
    """Every office of a text as "person; office; body", "-" for none; a status other than "in office" is added."""
    found = []
    for claim in (c for c in claims(text) if c.predicate == M.tenureStatus):
        body = dict(slot(claim, "topicPost").slots).get(M.topicBody)
        owner = (body.authority or body.label_ar) if isinstance(body, Referent) else "-"
        line = f"{slot(claim, 'topicPerson').label_ar}; {slot(claim, 'topicPost').label_en}; {owner}"
        found.append(line if claim.object == M.InOffice else f"{line}; {str(claim.object).rsplit('#', 1)[-1]}")
    return " | ".join(sorted(found)) or "-"


@pytest.mark.parametrize(("text", "expected"), table("position_cases.tsv"))
def test_who_holds_which_office(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("place", ["في الدوحة", "بالعاصمة القطرية", "بمدينة جدة"])
def test_where_the_holder_of_a_bare_title_does_something_is_no_part_of_it(place: str) -> None:
    text = f"التقى الوزير {place} نظيره وزير الخارجية الأردني أيمن الصفدي."
    labels = [slot(claim, "topicPost").label_ar or "" for claim in claims(text)]
    assert labels
    assert all(word not in label for label in labels for word in place.split())


def test_a_country_behind_a_title_is_still_whose_office_it_is() -> None:
    (claim,) = claims("استقبل وزير الخارجية بدولة الكويت أحمد ناصر الصباح الوفد.")
    body = dict(slot(claim, "topicPost").slots)[M.topicBody]
    assert isinstance(body, Referent)
    assert body.key == "country/KW"


def test_a_counterpart_of_nobody_named_holds_no_office_that_is_told() -> None:
    assert not claims("اجتمع وزراء الصحة العرب في الدوحة مع نظيرهم الأردني سمير العيادي.")
    (claim,) = claims("اجتمع في الدوحة وزير الصحة التونسي مع نظيره الأردني سمير العيادي.")
    assert slot(claim, "topicPost").label_ar == "وزير الصحة (الأردن)"
