"""Ordinals in words and figures: "الحادية عشرة", "الثامنة والعشرين", "الـ 27", "الأربعون بعد المئة"."""

from __future__ import annotations

from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene
from kg.claim import Span


@cache
def _ordinals() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Stems of ordinals without the article: one to ten, the "one" of compounds, the tens."""
    tables: dict[str, dict[str, int]] = {"unit": {}, "unit_of_ten": {}, "tens": {}}
    for row in read_tsv("ordinals.tsv"):
        tables[row["kind"]][fold(row["word"])] = int(row["value"])
    return tables["unit"], tables["unit_of_ten"], tables["tens"]


def unit(word: str) -> int:
    """The number that a folded ordinal below ten names ("ثالث"), 0 for any other word."""
    return _ordinals()[0].get(word, _ordinals()[0].get(word + "ي", 0))


def ordinal(scene: Scene, index: int) -> tuple[int, Span] | None:
    """The ordinal number that begins at a token ("الحادية عشرة", "الثامنة والعشرين", "الـ 27", "19") with its span."""
    tokens = scene.tokens
    word = scene.norm(index)
    following = scene.norm(index + 1)
    if "+" in (following, scene.norm(index - 1)):
        return None  # "لجنة 5+5"
    if word in words("before_number") and following.isdigit():
        return int(following), Span(tokens[index].start, tokens[index + 1].end)
    if word == "ال" and following == "(" and scene.norm(index + 2).isdigit() and scene.norm(index + 3) == ")":
        return int(scene.norm(index + 2)), Span(tokens[index].start, tokens[index + 3].end)
    if word.isdigit() and len(word) <= 3 and scene.norm(index - 1)[:2] != "في" and not _counts(scene, index):
        return int(word), Span(tokens[index].start, tokens[index].end)
    if not word.startswith("ال"):
        return None
    return _spelled(scene, index, word[2:], following)


def _counts(scene: Scene, index: int) -> bool:
    """ "تضمن جدول أعمال الدورة 26 بندا", "شهدت القمة 12 كلمة", "اجتماع 11 مايو": figures that count what follows; days."""
    number, following = scene.at(index), scene.norm(index + 1)
    if number is not None and number.kind is Kind.DATE:
        return True
    if following.startswith("ل") or not following[:1].isalpha():
        return False  # "الدورة 21 للجنة", "الدورة (12)"
    if number is not None and number.quantity is not None and number.quantity.unit is not None:
        return True
    return len(following) > 2 and following.endswith("ا") and following[0] != "ي" and scene.at(index + 1) is None


def _spelled(scene: Scene, index: int, stem: str, following: str) -> tuple[int, Span] | None:
    """An ordinal in words, also "الأربعون بعد المئة"."""
    found = _below_hundred(scene, index, stem, following)
    if found is None:
        return None
    length = next(i for i in range(index, index + 4) if scene.tokens[i].end == found[1].end)
    if scene.norm(length + 1) == "بعد" and scene.norm(length + 2) in words("hundred"):
        return 100 + found[0], Span(found[1].start, scene.tokens[length + 2].end)
    return found


def _below_hundred(scene: Scene, index: int, stem: str, following: str) -> tuple[int, Span] | None:
    ones, compound, tens = _ordinals()
    units = {**ones, **compound}
    glued = following == "و"
    ten = tens.get((scene.norm(index + 2) if glued else following.removeprefix("و")).removeprefix("ال"), 0)

    def span(extra: int) -> Span:
        return Span(scene.tokens[index].start, scene.tokens[index + extra].end)

    if stem in units and following in words("teen"):
        return 10 + units[stem], span(1)
    if stem in units and ten:
        return ten + units[stem], span(2 if glued else 1)
    if stem in tens:
        return tens[stem], span(0)
    return (ones[stem], span(0)) if stem in ones else None
