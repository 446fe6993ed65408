"""One referent per person: spellings, family names, titles that stand for a person."""

from __future__ import annotations

import pytest

from ingest.mention import Kind
from ingest.names import key, same_person
from tests.ingest.mentions.samples import named, reading

LEAD = "وصل وزير الخارجية المغربي ناصر بناني إلى روما. "


def holders(text: str) -> list[str]:
    found = reading(text).mentions
    return [m.referent.label_ar or "" for m in found if m.kind in (Kind.PERSON, Kind.TITLE) and m.referent]


@pytest.mark.parametrize(
    "follow",
    [
        "وقال بناني إن الزيارة مهمة.",
        "وأضاف الوزير أن الزيارة مهمة.",
        "وأكد المسؤول المغربي أهمية الزيارة.",
        "وشكر رئيس الدبلوماسية المغربية مضيفيه.",
        "وشكر وزير الخارجية المغربي مضيفيه.",
        "ثم التقى الوزير المغربي الوفد.",
        "والتقى ناصر بنّاني الوفد.",
        "وودع الوفد بناني.",
    ],
)
def test_the_person_is_taken_up_again(follow: str) -> None:
    assert holders(LEAD + follow) == ["ناصر بناني", "ناصر بناني"]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("محمد ولد الشيخ الحضرامي", "ولد الحضرامي"),
        ("زينب فال منت احويبيب", "منت احويبيب"),
        ("موسى فكي إدريس", "فكي إدريس"),
        ("حيان أمير عبد الجبار", "عبد الجبار"),
        ("جمال قايد صالح", "قايد صالح"),
    ],
)
def test_the_last_words_of_a_name_are_its_person(whole: str, short: str) -> None:
    text = f"وصل وزير الخارجية {whole} إلى روما. وقال {short} إن الزيارة مهمة."
    found = [m for m in reading(text).mentions if m.kind is Kind.PERSON]
    assert [m.referent.label_ar for m in found if m.referent] == [whole, whole]
    assert text[found[1].name.start : found[1].name.end] == short


def test_another_country_is_another_person() -> None:
    assert "ناصر بناني" not in holders(LEAD + "وأكد وزير الخارجية الفرنسي أهمية الزيارة.")[1:]


def test_a_title_of_another_office_is_not_the_person() -> None:
    assert holders(LEAD + "والتقى رئيس الوزراء الإيطالي.")[1] != "ناصر بناني"


def test_short_mentions_are_marked() -> None:
    found = [m for m in reading(LEAD + "وقال بناني إن الزيارة مهمة.").mentions if m.kind is Kind.PERSON]
    assert [m.coref for m in found] == [False, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنتوني بلينكن", "انطوني بلينكين"),
        ("فيكتوريا نولاند", "فيكتوريا نوالند"),
        ("خوسيه مانويل ألباريس", "خوسي مانويل ألبارس"),
        ("عادل الجبير", "عادل بن أحمد الجبير"),
        ("أردوغان", "رجب طيب أردوغان"),
        ("عبدالعزيز بوتفليقة", "عبد العزيز بوتفليقة"),
        ("محمد بن سلمان", "محمد بن سلمان بن عبدالعزيز آل سعود"),
        ("قيس سعيّد", "قيس سعيد"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_person(key(one), key(other))
    assert same_person(key(other), key(one))


@pytest.mark.parametrize(
    ("one", "other", "chained"),
    [
        ("أنتوني بلينكن", "أنتوني بلير", False),
        ("محمد العلوي", "محمد السعدي", False),
        ("محمد", "محمد العلوي", False),
        ("سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز", True),
        ("محمد بن نايف", "محمد بن سلمان", True),
        ("أحمد بنطوبال", "أحمد بنبلة", False),
    ],
)
def test_two_persons(one: str, other: str, chained: bool) -> None:
    assert not same_person(key(one), key(other), chained, chained)


def test_father_and_son_stay_two() -> None:
    text = "استقبل الملك سلمان بن فهد الأمير محمد بن سلمان بن فهد في القصر."
    assert named(text) == ["سلمان بن فهد", "محمد بن سلمان بن فهد"]


def test_every_named_person_has_one_referent() -> None:
    text = LEAD + "وقال ناصر بناني إن اللقاء مفيد. ثم غادر بناني. وقال الوزير بناني كلمة."
    keys = {m.referent.key for m in reading(text).mentions if m.kind is Kind.PERSON and m.referent}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("الشيخ تميم بن حمد آل ثاني", "الشيخ تميم"),
        ("الأمير تركي بن طلال", "الأمير تركي"),
        ("الملك فيليبي السادس", "الملك فيليبي"),
        ("الدكتورة ليلى بن خليفة", "الدكتورة ليلى"),
    ],
)
def test_a_given_name_behind_a_style_is_the_one_so_styled(full: str, short: str) -> None:
    assert len({m.referent for m in reading(f"وصل {full} إلى باريس. وقال {short} إن الوضع صعب.").mentions if m.referent
                and m.kind is Kind.PERSON}) == 1


def test_a_given_name_that_two_bear_is_neither() -> None:
    text = "استقبل الشيخ محمد بن راشد الوفد. وغادر الشيخ محمد بن زايد دبي. وقال الشيخ محمد إن الوضع صعب."
    assert len({m.referent for m in reading(text).mentions if m.kind is Kind.PERSON}) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("رئيس الحكومة التونسية", "رئيس الوزراء التونسي", True),
        ("الوزير الأول الجزائري", "رئيس الحكومة الجزائرية", True),
        ("رئيس مجلس الوزراء العراقي", "رئيس الحكومة العراقية", True),
        ("رئيس الحكومة المغربية", "رئيس الحكومة", True),
        ("رئيس الحكومة الإسبانية", "رئيس الوزراء البرتغالي", False),
        ("نائب رئيس الوزراء الكويتي", "رئيس الحكومة الكويتية", False),
    ],
)
def test_who_heads_a_government_is_its_prime_minister(one: str, other: str, same: bool) -> None:
    found = holders(f"وصل {one} كمال المرزوقي إلى باريس. وقال {other} إن الوضع صعب.")
    assert (found[0] == found[-1]) is same


@pytest.mark.parametrize(
    ("behind", "same"),
    [("للوزير الأول الجزائري", True), ("للوزير الأول للجزائر", True), ("للوزير الأول لموريتانيا", False)],
)
def test_a_state_behind_a_title_that_is_complete_without_one_tells_whose_it_is(behind: str, same: bool) -> None:
    found = holders(f"وصل الوزير الأول الجزائري كمال المرزوقي إلى باريس. وخصص استقبال {behind} في القصر.")
    assert ("كمال المرزوقي" in found[1:]) is same


def test_the_leader_of_a_country_is_who_rules_it() -> None:
    lead = "أكد الرئيس الكيني سالم الراشد أهمية التعاون. "
    assert holders(lead + "ثم غادر الزعيم الكيني المدينة.") == ["سالم الراشد", "سالم الراشد"]
    assert holders(lead + "ثم غادر الزعيم التركي المدينة.")[1:] != ["سالم الراشد"]
    two = "أكد الرئيس الكيني سالم الراشد ورئيس الوزراء الكيني كريم العلوي أهمية التعاون. "
    assert holders(two + "ثم غادر الزعيم الكيني المدينة.")[2:] != ["سالم الراشد"]
    assert "كريم العلوي" not in holders(two + "ثم غادر الزعيم الكيني المدينة.")[2:]
    minister = "أكد وزير الخارجية الكيني سالم الراشد أهمية التعاون. "
    assert holders(minister + "ثم غادر الزعيم الكيني المدينة.")[1:] != ["سالم الراشد"]
