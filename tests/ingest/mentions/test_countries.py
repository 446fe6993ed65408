"""Countries by name and adjective, and the words that only look like them."""

from __future__ import annotations

import pytest

from ingest.mention import Kind
from ingest.mentions.lands import countries
from tests.ingest.mentions.samples import reading


def codes(text: str, kind: Kind) -> list[str]:
    found = countries.find(reading(text).document)
    return [(m.referent.authority or "").removeprefix("country/") for m in found if m.kind is kind and m.referent]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شارك المغرب ومصر وتونس.", ["MA", "EG", "TN"]),
        ("عاد للمغرب وبلبنان ومن لبنان.", ["MA", "LB", "LB"]),
        ("زار الولايات المتحدة الأمريكية وبريطانيا.", ["US", "GB"]),
        ("وصل إلى مالي والنيجر.", ["ML", "NE"]),
        ("قدم دعم مالي كبير.", []),
        ("وغابت مالي عن القمة، وتحضر مالي الاجتماع.", ["ML", "ML"]),
        ("وضع مالي صعب، وتعاون مالي، وبيت مالي.", []),
        ("دول المغرب العربي", []),
        ("أمريكا اللاتينية", []),
        ("زار سلطنة عمان.", ["OM"]),
        ("عقد في عمّان اجتماع.", []),
        ("استضافت عُمان اللقاء.", ["OM"]),
        ("السعودية وعمان والكويت", ["SA", "OM", "KW"]),
        ("زار كوريا الجنوبية ثم جنوب أفريقيا.", ["KR", "ZA"]),
        ("شرق وجنوب أفريقيا", []),
        ("دولة الإمارات العربية المتحدة", ["AE"]),
        ("المملكة العربية السعودية", ["SA"]),
        ("زار السعودية.", ["SA"]),
        ("البوسنة والهرسك", ["BA"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert codes(text, Kind.COUNTRY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الوزير المغربي", ["MA"]),
        ("الحكومة السعودية", ["SA"]),
        ("المسؤولون الأمريكيون والروس", ["US", "RU"]),
        ("الجنود الأتراك", ["TR"]),
        ("لغة مجرى النهر", []),
        ("اجتماع قطري تركي سوري", ["QA", "TR", "SY"]),
        ("وصل وفد تركي وآخر كيني", ["TR"]),
        ("قمة روسية تركية إيرانية", ["RU", "TR", "IR"]),
        ("الأمير تركي الفيصل", []),
        ("وزير الخارجية السعودي تركي بن سعيد", ["SA"]),
        ("بلغ سعر الليرة ألف ليرة تركية", []),
        ("الجانبان المصري والأردني", ["EG", "JO"]),
        ("الوفد الكوري الجنوبي", ["KR"]),
        ("بمبلغ ألف دولار أمريكي", []),
    ],
)
def test_adjectives(text: str, expected: list[str]) -> None:
    assert codes(text, Kind.NISBA) == expected


def test_prefixes_are_split_off() -> None:
    (mention,) = [m for m in reading("والتقى بالمغرب.").mentions if m.kind is Kind.COUNTRY]
    assert mention.prefix == "ب"
    assert "والتقى بالمغرب."[mention.name.start : mention.name.end] == "المغرب"


def test_groups_of_states() -> None:
    found = countries.find(reading("ودعت دول مجلس التعاون الخليجي إلى الحوار.").document)
    assert [m.referent.authority for m in found if m.kind is Kind.GROUP and m.referent] == ["group/gcc-states"]


def test_every_country_has_three_labels_and_a_capital_can_stand_for_it() -> None:
    for code in ("MA", "US", "SY", "JP"):
        country = countries.country(code)
        assert country is not None
        assert country.label_ar
        assert country.label_en
        assert country.label_fr
    document = reading("قالت موسكو إن الرد جاهز.").document
    hit = countries.of_capital(document.tokens, 1)
    assert hit is not None
    assert hit[2].authority == "country/RU"
