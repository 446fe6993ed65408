"""Persons and their offices in short sentences: what must be found, and what must not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.ingest.mentions.samples import named, offices, owner, persons, reading

# sentence | name | English office | owner of the office
TITLED = [
    ("وصل وزير الخارجية المغربي سليم العمراني أمس.", "سليم العمراني", "Minister of Foreign Affairs", "country/MA"),
    ("وصل وزير خارجية كندا بيتر هادلي أمس.", "بيتر هادلي", "Minister of Foreign Affairs", "country/CA"),
    (
        "قال سليم العمراني، وزير الخارجية الأردني، إن اللقاء مهم.",
        "سليم العمراني",
        "Minister of Foreign Affairs",
        "country/JO",
    ),
    ("قال سليم العمراني وزير الخارجية الأردني إن اللقاء مهم.", "سليم العمراني", "Minister of Foreign Affairs", "country/JO"),
    ("حضر اللقاء كاتب الدولة الأمريكي، روبرت ساندلر.", "روبرت ساندلر", "Secretary of State", "country/US"),
    ("حضر اللقاء وزير الخارجية الأميركي روبرت ساندلر.", "روبرت ساندلر", "Secretary of State", "country/US"),
    ("تحدثت وزيرة الدفاع الإسبانية كارمن غوتيريس.", "كارمن غوتيريس", "Minister of Defence", "country/ES"),
    ("تحدث رئيس الوزراء الياباني كينجي موراتا.", "كينجي موراتا", "Prime Minister", "country/JP"),
    ("تحدث رئيس وزراء اليابان كينجي موراتا.", "كينجي موراتا", "Prime Minister", "country/JP"),
    ("استقبل الرئيس التونسي الضيف.", None, None, None),
    ("استقبل الرئيس التونسي منصف الزواري الضيف.", "منصف الزواري", "President", "country/TN"),
    ("استقبل رئيس جمهورية السنغال مامادو ديوب الوفد.", "مامادو ديوب", "President", "country/SN"),
    ("افتتح الأمين العام لحلف الناتو ينس هانسن الدورة.", "ينس هانسن", "Secretary-General", "org/nato"),
    ("قال المتحدث باسم الخارجية الصينية جين لوانغ إن بلاده تدعم الحوار.", "جين لوانغ", "Spokesperson", "country/CN"),
    (
        "قالت المتحدثة باسم وزارة الخارجية الروسية ماريا إيفانوفا إن الرد جاهز.",
        "ماريا إيفانوفا",
        "Spokesperson",
        "country/RU",
    ),
    ("ألقى سفير المغرب لدى مصر أحمد العلوي كلمة.", "أحمد العلوي", "Ambassador", "country/MA"),
    ("ألقى السفير المغربي بالقاهرة أحمد العلوي كلمة.", "أحمد العلوي", "Ambassador", "country/MA"),
    ("ألقت المندوبة الدائمة لأيرلندا في الأمم المتحدة ماري أوكونور كلمة.", "ماري أوكونور", "Delegate", "country/IE"),
    (
        "التقى نائب وزير الخارجية الروسي أندريه كوزلوف نظراءه.",
        "أندريه كوزلوف",
        "Deputy Minister of Foreign Affairs",
        "country/RU",
    ),
    (
        "التقى أندريه كوزلوف نائب وزير الخارجية الروسي نظراءه.",
        "أندريه كوزلوف",
        "Deputy Minister of Foreign Affairs",
        "country/RU",
    ),
    ("حضر أمير دولة قطر الشيخ حمد بن جاسم آل ثاني القمة.", "حمد بن جاسم آل ثاني", "Emir", "country/QA"),
    ("حضر الملك عبد الله الثاني القمة.", "عبد الله الثاني", "King", None),
    ("حضر العاهل الأردني الملك عبد الله الثاني القمة.", "عبد الله الثاني", "King", "country/JO"),
    ("دعا البابا بندكتس إلى السلام.", "البابا بندكتس", "Pope", None),
    ("وصل صاحب السمو الملكي الأمير سعد بن فهد ولي العهد السعودي.", "سعد بن فهد", "Crown Prince", "country/SA"),
    ("شدد المستشار الألماني كارل ريختر على الأمر.", "كارل ريختر", "Chancellor", "country/DE"),
    ("قدم المدير العام للمنظمة روبرتو كاستيلو التقرير.", "روبرتو كاستيلو", "Director-General", None),
    ("حضر رئيس البرلمان العراقي محمد الشمري الجلسة.", "محمد الشمري", "Speaker of Parliament", "country/IQ"),
    (
        "حضر وزير الفلاحة والصيد البحري والتنمية القروية عزيز بنسالم الدورة.",
        "عزيز بنسالم",
        "Minister of Agriculture, Maritime Fisheries and Development",
        None,
    ),
    (
        "حضر عزيز بنسالم، وزير الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج، الدورة.",
        "عزيز بنسالم",
        "Minister of Foreign Affairs",
        "country/MA",
    ),
    (
        "قالت وكيلة وزارة الخارجية الأمريكية للشؤون السياسية جيسيكا مورغان إن الخطر قائم.",
        "جيسيكا مورغان",
        "Under Secretary of State for Political Affairs",
        "country/US",
    ),
    ("عبر زعيم المعارضة رشيد الناصري عن رفضه.", "رشيد الناصري", "Leader", None),
    ("وصف عضو مجلس العموم البريطاني جون ويلسون القرار بالخطأ.", "جون ويلسون", "Member", "country/GB"),
    ("قال رئيس أركان الجيش الإسرائيلي أفيف كوهين إن الرد آت.", "أفيف كوهين", "Chief of Staff", "country/IL"),
    ("أعلن المبعوث الخاص للأمين العام للأمم المتحدة مارتن لوفيل هدنة.", "مارتن لوفيل", "Envoy", "org/un"),
    ("قال الوزير المنتدب المكلف بالميزانية فؤاد لحلو إن العجز تراجع.", "فؤاد لحلو", "Minister of Budget", None),
]


@pytest.mark.parametrize(("text", "name", "office", "body"), TITLED)
def test_title_with_name(text: str, name: str | None, office: str | None, body: str | None) -> None:
    found = [m for m in persons(text) if m.post is not None]
    if name is None:
        assert not found
        return
    assert [m.referent.label_ar for m in found if m.referent] == [name]
    post = found[0].post
    assert post is not None
    assert post.label_en == office
    assert owner(found[0]) == body


UNTITLED = [
    ("وقال فولكان تشيليك إن الاتفاق قريب.", ["فولكان تشيليك"]),
    ("بحث الدكتور سمير الخازن الموضوع.", ["سمير الخازن"]),
    ("قاد العميد حسن الطيار القوات.", ["حسن الطيار"]),
    ("حضر اللقاء ناصر المرابط، وليلى حمداوي وعمر القباج.", ["ناصر المرابط", "ليلى حمداوي", "عمر القباج"]),
    ("كتب المحلل السياسي طارق الغريب مقالا.", ["طارق الغريب"]),
    ("تسلم الجائزة محمد بن أحمد بن سالم الكندري.", ["محمد بن أحمد بن سالم الكندري"]),
    ("وصلت شيرين أبو زيد إلى المدينة.", ["شيرين أبو زيد"]),
    ("زار لويجي دي مايو العاصمة.", ["لويجي دي مايو"]),
    ("زار ستيفان دي لاروش العاصمة.", ["ستيفان دي لاروش"]),
    ("صافح نور الدين بوعزة الحضور.", ["نور الدين بوعزة"]),
    ("صافح عبد الرحمن ولد الشيخ الحضور.", ["عبد الرحمن ولد الشيخ"]),
]


@pytest.mark.parametrize(("text", "names"), UNTITLED)
def test_names_without_an_office(text: str, names: list[str]) -> None:
    assert named(text) == names
    assert all(m.post is None for m in persons(text))


def _cases(file: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["expected"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(("text", "expected"), _cases("name_cases.tsv"))
def test_where_a_name_and_its_office_end(text: str, expected: str) -> None:
    found = [(text[m.name.start : m.name.end], m.posts[0].surface) for m in persons(text) if m.posts]
    assert found == ([] if expected == "-" else [tuple(expected.split(" = "))])


@pytest.mark.parametrize(("text", "names"), [
    ("وأعربت السيدة سيغال ماندلكر عن أسفها.", ["سيغال ماندلكر"]),
    ("حضر اللقاء السيد تيبور نافراتشيتش.", ["تيبور نافراتشيتش"]),
    ("شكر الوزير نبيل عمار السيدة يوهانا سفيرنسون.", ["نبيل عمار", "يوهانا سفيرنسون"]),
    ("أعلنت السيدة ستفتتح المعرض غدا.", []),
    ("كرمت المدينة الكاتب الباسكي- القشتالي ميغيل سانتوس.", ["ميغيل سانتوس"]),
    ("كرمت المدينة الكاتب - العربي المساري - أمس.", ["العربي المساري"]),
    ("ذكر أن السيد سيغادر البلاد.", []),
    ("رافق الوفد السيد أحمد السيد إلى المطار.", ["أحمد السيد"]),
])
def test_a_verb_behind_a_courtesy_agrees_with_it(text: str, names: list[str]) -> None:
    assert named(text) == names


NOBODY = [
    "ناقش كواليس المؤتمر عدد من الحاضرين.",
    "عقد مجلس الأمن الدولي جلسة في نيويورك.",
    "ترأس وزير الخارجية المغربي، اليوم الخميس، الجلسة الأولى.",
    "أكد وزير الخارجية حرص بلاده على السلام.",
    "قال رئيس الحكومة إن الميزانية جاهزة.",
    "دعا الأمين العام للأمم المتحدة إلى وقف القتال.",
    "يقع المقر في شارع محمد الخامس.",
    "درس في جامعة محمد الخامس بالرباط.",
    "حصل على جائزة الملك فيصل.",
    "في مايو أيار من العام الماضي وقع الهجوم.",
    "هذا أمل كبير وسلام دائم في المنطقة.",
    "على الحكومة أن تعمل على خفض الأسعار.",
    "قدمت الدول مساعدة للمحتاجين في الشمال.",
    "رحب المتحدث باسم الحكومة بالقرار.",
    "تحدث المسؤول عن خطة العمل خلال اللقاء.",
    "لدينا قناعة بأن الحل ممكن.",
    "وجاء القرار بعد أن حان الأوان.",
    "تتواصل الجهود الدولية لمكافحة الإرهاب في الساحل.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person_where_none_is_named(text: str) -> None:
    assert persons(text) == []


def test_counterpart_takes_the_office_of_the_first() -> None:
    text = "التقى وزير الخارجية المغربي، ناصر بناني، نظيره الإيطالي، ماركو روسي."
    first, second = persons(text)
    assert (second.post and second.post.label_en) == "Minister of Foreign Affairs"
    assert (owner(first), owner(second)) == ("country/MA", "country/IT")


def test_counterpart_of_an_american_is_secretary_of_state() -> None:
    text = "أجرى وزير الخارجية المغربي ناصر بناني اتصالا مع نظيره الأمريكي جون سميث."
    assert [m.post.label_en for m in persons(text) if m.post] == ["Minister of Foreign Affairs", "Secretary of State"]


def test_list_of_counterparts_by_country() -> None:
    text = "التقى وزير الخارجية المغربي ناصر بناني مع نظرائه من السويد، آن لارسن، والبرتغال، جواو بينتو."
    assert [(m.referent.label_ar, owner(m)) for m in persons(text) if m.referent] == [
        ("ناصر بناني", "country/MA"),
        ("آن لارسن", "country/SE"),
        ("جواو بينتو", "country/PT"),
    ]


def test_one_title_for_several_holders() -> None:
    text = "حضر الرئيس الفلسطيني محمود عباس والتونسي منصف الزواري والسوداني عمر النعيم."
    assert [(owner(m), m.post.label_en) for m in persons(text) if m.post] == [
        ("country/PS", "President"),
        ("country/TN", "President"),
        ("country/SD", "President"),
    ]


@pytest.mark.parametrize(("text", "expected"), _cases("several_cases.tsv"))
def test_office_of_several_is_that_of_each(text: str, expected: str) -> None:
    found = [f"{text[m.name.start : m.name.end]} = {m.post.label_ar}" for m in persons(text) if m.post]
    assert found == ([] if expected == "-" else expected.split("; "))


def test_former_office_of_several() -> None:
    found = persons("وحضر الحفل الوزيران السابقان هشام فؤاد ونبيل حداد.")
    assert [m.post.former for m in found if m.post is not None] == [True, True]


@pytest.mark.parametrize(
    ("text", "designate"),
    [
        ("قال الأمين العام المقبل للحلف سمير الطيب إن الأمر جيد.", True),
        ("قالت وزيرة الخارجية القادمة نادية العلوي إن الأمر جيد.", True),
        ("قال رئيس المؤتمر المقبل سمير الطيب إن الأمر جيد.", False),
        ("قال عضو اللجنة التحضيرية للمؤتمر المقبل سمير الطيب إن الأمر جيد.", False),
        ("قال الرئيس القادم من باريس سمير الطيب إن الأمر جيد.", False),
    ],
)
def test_who_is_to_hold_an_office(text: str, designate: bool) -> None:
    assert [m.post.designate for m in persons(text) if m.post] == [designate]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("قال سمير الطيب، نائب الرئيس هشام فؤاد، إن الأمر جيد.", ["سمير الطيب = نائب الرئيس", "هشام فؤاد = الرئيس"]),
        ("قالت نادية علي، مستشارة الرئيس هشام فؤاد، إنها هنا.", ["نادية علي = مستشارة الرئيس", "هشام فؤاد = الرئيس"]),
        ("قال نائب الرئيس سمير الطيب، إن الأمر جيد.", ["سمير الطيب = نائب الرئيس"]),
        ("حضر سمير الطيب، ونائب الرئيس هشام فؤاد، الحفل.", ["هشام فؤاد = نائب الرئيس"]),
    ],
)
def test_who_serves_a_ruler_is_not_the_ruler(text: str, posts: list[str]) -> None:
    assert [f"{text[m.name.start : m.name.end]} = {m.post.label_ar}" for m in persons(text) if m.post] == posts


def test_two_offices_in_a_row_are_both_kept() -> None:
    (person,) = persons("وصل الأمير فهد بن سعد ولي العهد وزير الداخلية إلى جدة.")
    assert [p.label_en for p in person.posts] == ["Crown Prince", "Minister of Interior"]


def test_former_offices_are_marked() -> None:
    (person,) = persons("انتقد رئيس الوزراء الإيطالي السابق ماركو روسي الخطة.")
    assert person.post is not None
    assert person.post.former


def test_an_office_without_a_name_is_a_title() -> None:
    (office,) = offices("استقبل الوفد وزير الخارجية الهولندي.")
    assert office.referent is not None
    assert office.referent.label_en == "Minister of Foreign Affairs of Netherlands"
    assert not office.coref


def test_adjectives_alone_make_no_office() -> None:
    assert offices("ينتظر الشعب الرئيس الجديد.") == []


@pytest.mark.parametrize("text", [t for t, *_ in TITLED] + [t for t, _ in UNTITLED] + NOBODY)
def test_spans_are_verbatim_and_do_not_overlap(text: str) -> None:
    found = reading(text)
    end = 0
    for mention in found.mentions:
        assert mention.first >= end
        assert mention.first < mention.last
        end = mention.last
        assert text[mention.name.start : mention.name.end].strip()


@pytest.mark.parametrize("text", ["التقى الوزير مدير مكتب معالي", "وصل رئيس ديوان جلالة", "وزير شؤون سمو"])
def test_a_text_may_end_in_a_courtesy_behind_an_office(text: str) -> None:
    assert persons(text) == []


def test_finding_twice_gives_the_same() -> None:
    text = " ".join(t for t, *_ in TITLED)
    assert reading(text).mentions == reading(text).mentions


def test_latin_text_is_left_alone() -> None:
    assert persons("The minister met Jean Dupont in Paris on Monday.") == []
