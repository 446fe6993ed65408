"""Counts, percentages and sums of money; labels, ordinals, years and vague plurals are none."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from ingest import tokens
from ingest.document import read_document
from ingest.mention import Kind, Mention
from ingest.mentions import dates, numbers
from ingest.numerals import digits_value, read
from ingest.parts import Token
from kg.claim import ArticleRecord

COUNTS = [
    ("حضر 84 دولة.", "84", "exactly", "دوله"), ("حضرت أكثر من 80 دولة.", "80", "at_least", "دوله"),
    ("حضر ما يزيد عن ٨٠ وفدا.", "80", "at_least", "وفدا"), ("حضر ما لا يقل عن 80 وفدا.", "80", "at_least", "وفدا"),
    ("حضر أزيد من 80 وفدا.", "80", "at_least", "وفدا"), ("حضر 80 وفدا على الأقل.", "80", "at_least", "وفدا"),
    ("حضر نحو 80 وفدا.", "80", "about", "وفدا"), ("حضر حوالي ألفي شخص.", "2000", "about", "شخص"),
    ("حضر زهاء ثمانين وفدا.", "80", "about", "وفدا"), ("حضر قرابة 80 وفدا.", "80", "about", "وفدا"),
    ("حضر أقل من 80 وفدا.", "80", "at_most", "وفدا"), ("لا يتجاوز 80 وفدا.", "80", "at_most", "وفدا"),
    ("حضرت خمس وثمانون دولة.", "85", "exactly", "دوله"), ("حضر خمسة عشر وزيرا.", "15", "exactly", "وزيرا"),
    ("شارك أحد عشر وزيرا.", "11", "exactly", "وزيرا"), ("شارك اثنا عشر وزيرا.", "12", "exactly", "وزيرا"),
    ("شارك مئة وعشرون خبيرا.", "120", "exactly", "خبيرا"), ("شارك ثلاثمائة وخمسة وستون خبيرا.", "365", "exactly", "خبيرا"),
    ("عاد عشرة آلاف مقاتل.", "10000", "exactly", "مقاتل"), ("عاد 10 آلاف مقاتل أجنبي.", "10000", "exactly", "مقاتل اجنبي"),
    ("يوجد 4ر1 مليون نازح.", "1400000", "exactly", "نازح"), ("يوجد ٣٫٥ مليون نازح.", "3500000", "exactly", "نازح"),
    ("يوجد مليون و200 ألف نازح.", "1200000", "exactly", "نازح"), ("يوجد نصف مليون نازح.", "500000", "exactly", "نازح"),
    ("يوجد مليون ونصف المليون نازح.", "1500000", "exactly", "نازح"), ("يوجد 1,250 نازحا.", "1250", "exactly", "نازحا"),
    ("يوجد 1.250 نازحا.", "1250", "exactly", "نازحا"), ("يوجد 200 000 نازح.", "200000", "exactly", "نازح"),
    ("بلغ عدد القتلى 3461.", "3461", "exactly", None), ("تراجعت بنسبة 12,5 في المائة.", "12.5", "exactly", "%"),
    ("تراجعت بنحو 50 بالمئة.", "50", "about", "%"), ("تراجعت 18٪ هناك.", "18", "exactly", "%"),
    ("انضمت إلى الدول الـ 79 هذا الوفد.", "79", "exactly", "دول"), ("اجتمعت الدول الست هناك.", "6", "exactly", "دول"),
    ("نزح خمسة وعشرون ألف شخص.", "25000", "exactly", "شخص"), ("نزح مئة وخمسون ألف شخص.", "150000", "exactly", "شخص"),
    ("انسحبت دولتان من المجلس.", "2", "exactly", "دوله"), ("وضم الوفد عشرة من الخبراء.", "10", "exactly", "الخبراء"),
]

SUMS = [
    ("تعهدت بتقديم 500 مليون دولار.", "500000000", "USD"), ("تعهدت بتقديم مليوني دولار أمريكي.", "2000000", "USD"),
    ("تعهدت بتقديم مليار يورو.", "1000000000", "EUR"), ("كلف المشروع 3 ملايير درهم مغربي.", "3000000000", "MAD"),
    ("كلف المشروع 45 مليار درهم مغربي.", "45000000000", "MAD"), ("كلف المشروع 20 مليون درهم إماراتي.", "20000000", "AED"),
    ("خصص 20 مليون ريال سعودي.", "20000000", "SAR"), ("خصص 20 مليون ريال قطري.", "20000000", "QAR"),
    ("خصص عشرين مليون دينار كويتي.", "20000000", "KWD"), ("The fund holds $500 million.", "500000000", "USD"),
    ("تعهدت بمئتين وخمسين مليون يورو.", "250000000", "EUR"), ("كلف خمسة وثلاثين مليون دولار.", "35000000", "USD"),
    ("كلف مليارا ومئتين وثلاثين مليون دولار.", "1230000000", "USD"), ("كلف مئة وخمسة وستين ألف يورو.", "165000", "EUR"),
    ("خصص 20 مليون دينار.", "20000000", None), ("خصص (250) يورو.", "250", "EUR"),
]

NONE = [
    "حضر آلاف الأشخاص.", "أنفقت ملايين الدولارات.", "نصت المادة 5 على ذلك.", "صدر القرار 2254 هناك.", "قال أحد الوزراء ذلك.",
    "الاجتماع الخامس عشر للمجلس.", "رؤية 2030 للتنمية.", "فازت في مونديال 2022 هناك.", "أصيب بكوفيد 19 مجددا.",
    "تبدأ الجلسة عند 10:30 مساء.", "اجتمعت مجموعة 5+5 هناك.", "يلتقي الوفدان الاثنين.",
]


def found(text: str, publisher: str | None = None) -> list[Mention]:
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar", publisher=publisher)
    document = read_document(record)
    return numbers.find(document, dates.find(document))


@pytest.mark.parametrize(("text", "value", "comparator", "unit"), COUNTS)
def test_count(text: str, value: str, comparator: str, unit: str | None) -> None:
    (mention,) = found(text)
    assert mention.kind is Kind.NUMBER
    assert mention.quantity is not None
    assert mention.quantity.value == Decimal(value)
    assert (mention.quantity.comparator, mention.quantity.unit) == (comparator, unit)


@pytest.mark.parametrize(("text", "value", "currency"), SUMS)
def test_money(text: str, value: str, currency: str | None) -> None:
    (mention,) = found(text)
    assert mention.kind is Kind.MONEY
    assert mention.quantity is not None
    assert mention.quantity.value == Decimal(value)
    assert mention.quantity.currency == currency


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert found(text) == []


def test_two_counts_joined_by_and_stay_two() -> None:
    assert [m.quantity and int(m.quantity.value) for m in found("حضرت 77 دولة وخمس منظمات.")] == [77, 5]
    assert [m.quantity and int(m.quantity.value) for m in found("بين 5 و6 وفود.")] == [5, 6]


def test_the_mention_holds_comparator_and_number_and_its_name_the_number() -> None:
    text = "شارك بأكثر من 80 خبيرا."
    (mention,) = found(text)
    assert mention.prefix == "ب"
    assert text[mention.name.start : mention.name.end] == "80"


def test_a_bare_currency_is_that_of_the_papers_country() -> None:
    (mention,) = found("كلف المشروع 45 مليار درهم.", "A Paper (Morocco)")
    assert mention.quantity is not None
    assert mention.quantity.currency == "MAD"


def test_the_numbers_of_dates_are_left_to_dates() -> None:
    assert found("عقد في 11 مايو 2022 هناك.") == []


DIGITS = [("1,000", "1000"), ("1.5", "1.5"), ("1,5", "1.5"), ("1,234.5", "1234.5"), ("0.500", "0.5")]


@pytest.mark.parametrize(("norm", "value"), DIGITS)
def test_digits(norm: str, value: str) -> None:
    assert digits_value(norm) == Decimal(value)


def test_a_dotted_date_is_no_number() -> None:
    assert digits_value("10.5.2022") is None


def test_ordinals_are_known_as_such() -> None:
    words = [Token(i, *piece) for i, piece in enumerate(tokens.scan("الدورة الحادية عشرة"))]
    numeral = read(words, 1, len(words))
    assert numeral is not None
    assert numeral.value == Decimal(11)
    assert numeral.ordinal
