"""Copying damage is undone in the folded view only, and clean text never changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import tokens
from ingest.fold import fold
from ingest.repair import repair

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "articles"
PROOFS = "االجتماع االول "  # two sure signs: the line is damaged


def norms(text: str) -> list[str]:
    return [norm for _, _, norm in repair(text, list(tokens.scan(text)))]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("االجتماع", "الاجتماع"), ("واالمن", "والامن"), ("باالضافة", "بالاضافه"), ("االأطلسي", "الاطلسي"), ("آالف", "الاف")],
)
def test_a_double_alef_is_always_undone(damaged: str, whole: str) -> None:
    assert norms(damaged) == [whole]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("خالل", "خلال"), ("الواليات", "الولايات"), ("بالدها", "بلادها"), ("السالح", "السلاح"), ("العالقات", "العلاقات")],
)
def test_doubtful_words_are_undone_in_a_damaged_line_only(damaged: str, whole: str) -> None:
    assert norms(PROOFS + damaged)[-1] == whole
    assert norms(damaged) == [fold(damaged)]


SOUND = ["قال", "العالم", "الحالة", "البالغة", "الشمال", "رسالة", "المجال", "الانتقالية", "طالب", "ألمانيا"]


@pytest.mark.parametrize("word", SOUND)
def test_sound_words_stay_in_a_damaged_line(word: str) -> None:
    assert norms(PROOFS + word)[-1] == fold(word)


def test_a_name_is_mended_after_its_other_mentions() -> None:
    assert norms(f"حضرت كالرا أمس\n{PROOFS} كلارا")[1] == "كالرا"
    assert norms(f"حضرت كلارا أمس\n{PROOFS} كالرا")[-1] == "كلارا"


OFFICES = [("شارنسالمتحدث", ["شارنس", "المتحدث"]), ("وبالرئيس", ["وبالرييس"])]
GLUED = [*OFFICES, ("علىتنظيم", ["علي", "تنظيم"]), ("الدولةالعضو", ["الدوله", "العضو"]), ("فى", ["في"])]


@pytest.mark.parametrize(("text", "parts"), GLUED)
def test_glued_words_are_parted(text: str, parts: list[str]) -> None:
    pieces = repair(text, list(tokens.scan(text)))
    assert [norm for _, _, norm in pieces] == parts
    assert [fold(text[start:end]) for start, end, _ in pieces] == parts


@pytest.mark.skipif(not (ARTICLES / "s002.txt").is_file(), reason="the development articles are not beside the repository")
def test_the_damaged_article_is_mended_and_no_other_changed() -> None:
    changed: dict[str, int] = {}
    for path in sorted(ARTICLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for start, end, norm in repair(text, list(tokens.scan(text))):
            if norm[0].isalpha() and norm != "".join(fold(text[start:end]).split()):  # "and" may stand apart
                changed[path.stem] = changed.get(path.stem, 0) + 1
    assert set(changed) == {"s002"}
    assert changed["s002"] >= 36


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("الولاياتالمتحدة", ["الولايات", "المتحده"]),
        ("وللأممالمتحدة", ["وللامم", "المتحده"]),
        ("بكورياالجنوبية", ["بكوريا", "الجنوبيه"]),
        ("مصروالسودان", ["مصر", "والسودان"]),
        ("موريتانياوتشادومالي", ["موريتانيا", "وتشاد", "ومالي"]),
        ("بالأممالمتحدة", ["بالامم", "المتحده"]),
        ("للاتحادالأوروبي", ["للاتحاد", "الاوروبي"]),
        ("والأردنوالعراقوالكويت", ["والاردن", "والعراق", "والكويت"]),
        ("السودانإثيوبيا", ["السودان", "اثيوبيا"]),
    ],
)
def test_names_that_lost_their_spaces_are_taken_apart(glued: str, parts: list[str]) -> None:
    assert norms(glued) == parts


@pytest.mark.parametrize(
    "word", ["وسريلانكا", "بوركينافاسو", "التونسيون", "المتحدون", "ماليزيا", "والماليون", "عبدالعزيز", "والمسؤولون"]
)
def test_a_name_of_one_word_stays_whole(word: str) -> None:
    assert norms(word) == [fold(word)]


APART = [
    ("المغرب و الجزائر", ["المغرب", "والجزاير"]),
    ("الفلاحة و  الصيد البحري", ["الفلاحه", "والصيد", "البحري"]),
    ("حضر 12 وزيرا و 20 سفيرا", ["حضر", "12", "وزيرا", "و", "20", "سفيرا"]),
    ("وكالة ( و م ع )", ["وكاله", "(", "و", "م", "ع", ")"]),
    ("قال و\nأضاف", ["قال", "و", "اضاف"]),
    ("و", ["و"]),
]


@pytest.mark.parametrize(("text", "whole"), APART)
def test_and_written_apart_is_of_the_word_behind_it(text: str, whole: list[str]) -> None:
    pieces = repair(text, list(tokens.scan(text)))
    assert [norm for _, _, norm in pieces] == whole
    assert ["".join(fold(text[start:end]).split()) for start, end, _ in pieces] == whole
