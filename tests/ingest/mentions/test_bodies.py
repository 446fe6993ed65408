"""Organizations, coalitions and places, on sentences of our own (`body_cases.tsv`, `place_cases.tsv`)."""

from __future__ import annotations

import csv
import hashlib
import itertools
import time
from pathlib import Path

import pytest

from ingest.document import read_document
from ingest.lexicon import read_tsv
from ingest.mention import Mention
from ingest.mentions.bodies import coalitions, organizations
from ingest.mentions.bodies.finder import read, read_anew
from ingest.mentions.bodies.gloss import gloss
from ingest.mentions.lands import places
from ingest.parts import Document
from kg.claim import ArticleRecord, PartialDate
from kg.vocabulary import M


def table(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["expected"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def document(text: str, language: str = "ar") -> Document:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return read_document(ArticleRecord(sha, "t", text, language, published=PartialDate(2023, 5, 10)))


def keys(mentions: list[Mention] | tuple[Mention, ...]) -> list[str]:
    return [m.referent.key for m in mentions if m.referent is not None]


@pytest.mark.parametrize(("text", "expected"), table("body_cases.tsv"))
def test_bodies_are_found_by_list_wording_and_shape(text: str, expected: str) -> None:
    found = [f"{m.kind.value} {m.referent.key}" for m in read(document(text)) if m.referent is not None]
    assert found == ([] if expected == "-" else expected.split(" | "))


@pytest.mark.parametrize(("text", "expected"), table("place_cases.tsv"))
def test_places(text: str, expected: str) -> None:
    found = [key.removeprefix("place/") for key in keys(places.find(document(text)))]
    assert found == ([] if expected == "-" else expected.split(" | "))


def test_a_noun_points_back_to_the_body_named_before() -> None:
    text = "انتقدت منظمة العفو الدولية القانون. وقالت المنظمة إن الحزب الجمهوري يعارضه. ورد الحزب على المنظمة."
    found = organizations.find(document(text))
    assert keys(found) == ["org/amnesty", "org/amnesty", "الحزب الجمهوري", "الحزب الجمهوري", "org/amnesty"]
    assert [m.coref for m in found] == [False, True, False, True, True]


def test_a_bare_alliance_means_the_one_named_before() -> None:
    text = "تأسس التحالف الثلاثي في بغداد. وقال التحالف إنه مستعد."
    assert keys(coalitions.find(document(text))) == ["التحالف الثلاثي", "التحالف الثلاثي"]


@pytest.mark.parametrize(
    ("context", "key"),
    [
        ("داعش في العراق", "coalition/global-coalition-daesh"),
        ("الحوثيين في اليمن", "coalition/arab-coalition-yemen"),
    ],
)
def test_a_bare_alliance_is_read_from_the_words_of_the_article(context: str, key: str) -> None:
    assert keys(coalitions.find(document(f"قصفت طائرات التحالف مواقع {context}."))) == [key]


def test_a_second_name_in_quotes_is_kept_for_the_article() -> None:
    text = 'نظمت جمعية التوعية الاجتماعية "واعي" دورة. وقالت "واعي" إن الدورة نجحت.'
    assert len(set(keys(organizations.find(document(text))))) == 1


@pytest.mark.parametrize(("text", "surface"), [
    ("رحب الأمين العام للاتحاد المغربي للشغل بالقرار.", "الاتحاد المغربي للشغل"),
    ("قدم الوزير للأمم المتحدة تقريرا.", "الأمم المتحدة"),
    ("قدم الوزير لمنظمة الصحة العالمية تقريرا.", "منظمة الصحة العالمية"),
])
def test_a_listed_name_keeps_the_article_that_a_clitic_swallowed(text: str, surface: str) -> None:
    (found,) = organizations.find(document(text))
    assert found.referent is not None
    assert found.referent.surfaces == (surface,)


def test_one_body_is_one_referent_with_all_its_names() -> None:
    found = organizations.find(document("قال الناتو إنه قلق. وأضاف حلف شمال الأطلسي أن التوسع مستمر."))
    assert len({id(m.referent) for m in found}) == 1
    referent = found[0].referent
    assert referent is not None
    assert referent.surfaces == ("الناتو", "حلف شمال الأطلسي")
    assert (referent.authority, referent.label_en) == ("org/nato", "NATO")


@pytest.mark.parametrize("prefix", ["", "و", "ف", "ب", "ل", "وب", "ول"])
def test_clitics_stand_apart_from_the_name(prefix: str) -> None:
    name = "الاتحاد الأفريقي"
    text = f"قال {prefix.removesuffix('ل')}{'لل' + name[2:] if prefix.endswith('ل') else name} كلمته."
    (mention,) = organizations.find(document(text))
    assert mention.prefix == prefix
    assert text[mention.name.start : mention.name.end] == (name[2:] if prefix.endswith("ل") else name)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("أ", "ا").replace("إ", "ا"),
        lambda t: t.replace("ة", "ه"),
        lambda t: t.replace("التحالف", "التَّحالف"),
        lambda t: t.replace(" ", "  "),
        lambda t: t.replace("“", '"').replace("”", '"'),
    ],
)
def test_spelling_does_not_change_what_is_found(change: object) -> None:
    text = "اجتماع التحالف الدولي لهزيمة “داعش” في مراكش مع الأمم المتحدة."
    assert callable(change)
    assert keys(read(document(change(text)))) == keys(read(document(text)))


def test_mentions_do_not_overlap_and_spans_lie_inside() -> None:
    text = " ".join(row[0] for row in table("body_cases.tsv"))
    found = read(document(text))
    for one, two in itertools.pairwise(found):
        assert one.last <= two.first
    assert all(text[m.name.start : m.name.end].strip() for m in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("الحزب الجمهوري", "Republican Party"),
        ("اللجنة الوطنية للتنمية المستدامة", "National Committee of Sustainable Development"),
        ("اللجنة الوزارية المعنية بالتعاون الاقتصادي", "Ministerial Committee on Economic Cooperation"),
        ("مجلس تعاون رفيع المستوى", "Council of High Level Cooperation"),
        ("وزارة الصحة الفلسطينية", "Palestinian Ministry of Health"),
        ("وزارة الداخلية العراقية", "Iraqi Ministry of Interior"),
        ("وزارة الشؤون الخارجية المغربية", "Moroccan Ministry of Foreign Affairs"),
        ("مجلس وزراء الإعلام العرب", "Council of Arab Information Ministers"),
        ("قوات الأمن التركية", "Turkish Security Forces"),
        ("محكمة العدل الدولية", "International Court of Justice"),
        ("جمعية المحامين التونسيين", "Association of Tunisian Lawyers"),
        ("وزارة التجارة والصناعة", "Ministry of Trade and Industry"),
        ("منتدى الحقوق الاقتصادية والاجتماعية", "Forum of Economic and Social Rights"),
        ("حزب الشعوب الديمقراطي", "Democratic Party of Peoples"),
        ("قوات الأمن المصري", None),
        ("اللجنة المنظمة", None),
        ("حزب الطلاسم", None),
        ("منظمة", None),
    ],
)
def test_a_gloss_is_whole_or_missing(name: str, expected: str | None) -> None:
    assert gloss(name) == expected


@pytest.mark.parametrize("file", ["organizations.tsv", "coalitions.tsv", "places.tsv"])
def test_authority_files_are_sound(file: str) -> None:
    rows = read_tsv(file)
    assert len({row["path"] for row in rows}) == len(rows)
    assert all(row["label_en"] and row["label_ar"] for row in rows)
    owners: dict[str, str] = {}
    for row in rows:
        for name in {row["label_ar"], *(alias.strip() for alias in row["aliases"].split("|"))} - {""}:
            assert owners.setdefault(name, row["path"]) == row["path"], name


def test_armed_groups_are_no_organizations_of_states() -> None:
    (mention,) = organizations.find(document("هاجم تنظيم داعش القرية."))
    assert mention.referent is not None
    assert mention.referent.type == M.ArmedGroup


def test_the_time_grows_with_the_length() -> None:
    text = " ".join(row[0] for row in table("body_cases.tsv")) * 4

    def seconds(times: int) -> float:
        long = document(text * times)
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            read_anew(long)
            best = min(best, time.process_time() - started)
        return best

    seconds(1)
    assert seconds(8) / seconds(4) < 3.5
