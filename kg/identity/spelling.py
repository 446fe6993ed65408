"""Keys under which two spellings of a name meet: folded words, and consonant skeletons that cross scripts.

A skeleton keeps what Arabic and Latin spellings of one name agree on: consonants by class (ت/ط/ث/t/th, ج/غ/ك/ق/g/j/k …),
no vowels, no weak letters, no doubled letters. So بلينكن, بلينكين and Blinken meet, and so do نولاند and the damaged نوالند.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from kg.identity import tables

_ARABIC_VARIANTS = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "گ": "ك", "پ": "ب",
                                  "چ": "ج", "ڤ": "ف", "ڨ": "ق", "ک": "ك", "ی": "ي", "ـ": None, "ß": "ss", "ı": "i", "ø": "o",
                                  "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[^\W_]+")
_CLASSES = {
    **dict.fromkeys("بbp", "b"), **dict.fromkeys("تطثt", "t"), **dict.fromkeys("دضd", "d"),
    **dict.fromkeys("جغكقخgjkqc", "k"),
    **dict.fromkeys("سصشزذظszx", "s"), **dict.fromkeys("فfv", "f"), **dict.fromkeys("لl", "l"), **dict.fromkeys("مm", "m"),
    **dict.fromkeys("نn", "n"), **dict.fromkeys("رr", "r"),
}
_LATIN_GROUPS = (("tch", "s"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("kh", "k"), ("gh", "k"),
                 ("ph", "f"), ("dj", "j"), ("ck", "k"), ("qu", "k"))
_SOFT_C = re.compile(r"c(?=[eiy])")


@cache
def fold(text: str) -> str:
    """Lower case, no marks, letter variants as one: for keys and comparison only."""
    plain = unicodedata.normalize("NFKD", text.translate(_ARABIC_VARIANTS))
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_ARABIC_VARIANTS).casefold()


def words(text: str) -> list[str]:
    """The folded words of a text, punctuation dropped."""
    return _WORD.findall(fold(text))


def is_arabic(word: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in word)


@cache
def _particles() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in tables.rows("particles.tsv")}


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell it apart: particles dropped, "عبد العزيز" joined, article stripped."""
    kinds = _particles()
    result: list[str] = []
    joining = ""
    for word in words(name):
        kind = kinds.get(word, "")
        if joining and word in ("al", "el", "ال"):
            continue
        if kind == "join" and not joining:
            joining = word
        elif not joining and (kind == "drop" or (kind == "title" and not result)):  # a title stands before the name
            continue
        else:
            result.append(joining + bare(word) if joining else bare(word))
            joining = ""
    if joining:
        result.append(joining)
    return tuple(result)


def bare(word: str) -> str:
    """The word without a glued Arabic article, also without the one inside "Abd al-…" written as one word."""
    if word.startswith("عبدال") and len(word) > 7:
        return "عبد" + word[5:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def skeleton(word: str) -> str:
    """The consonant classes of one folded word; the word itself where it has none."""
    text = word
    if not is_arabic(word):
        for group, single in _LATIN_GROUPS:
            text = text.replace(group, single)
        text = _SOFT_C.sub("s", text)
    else:
        text = text.replace("تش", "ش")
    letters = last = ""
    for c in text:
        known = _CLASSES.get(c, "")
        if known != last:  # a doubled letter counts once, one repeated after a vowel twice (محمد is not حمد)
            letters += known
        last = known
    if letters.startswith("bdl") and len(letters) > 3:  # عبدال…: the article inside is written or not
        letters = "bd" + letters[3:]
    return letters or text


@cache
def skeletons(name: str) -> tuple[str, ...]:
    """The skeletons of the telling words of a name, in order."""
    return tuple(skeleton(word) for word in name_words(name))


def distance(one: str, other: str) -> int:
    """How many letters are to be put in, taken out or changed."""
    return Levenshtein.distance(one, other)


def near(one: str, other: str) -> bool:
    """Skeletons that differ by one class, where they are long enough for that to mean little."""
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= 3 and longer >= 4 and longer - shorter <= 1 and Levenshtein.distance(one, other) <= 1


@cache
def everyday_words() -> dict[str, int]:
    """Everyday names and the row of the table that they are spellings of."""
    rows = enumerate(tables.rows("given_names.tsv"))
    return {bare(fold(form)): i for i, row in rows for cell in row.values() for form in cell.split("|") if form}


def everyday(name: str) -> bool:
    """Whether every word of the name is one that thousands carry, so that it tells nobody apart."""
    return all(word in everyday_words() for word in name_words(name))


# Letters that two spellings of one name in one script exchange. Others of one class (sad and shin) tell names apart there.
_EXCHANGED = tuple(map(frozenset, ("جغقك", "gjq", "ckq", "تطث", "دض", "سص", "سز", "سش", "ذز", "زظ", "sz", "sx", "cs")))
_THROAT = "عح"  # written in every spelling of a name that has them
_BETWEEN_VOWELS = re.compile(r"[^اويء]")


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two words of one script and one skeleton differ as spellings of one name do."""
    if [c for c in one if c in _THROAT] != [c for c in other if c in _THROAT]:
        return False
    left, right = ([c for c, _ in groupby(c for c in word if c in _CLASSES)] for word in (one, other))
    if len(left) != len(right):
        return True
    if _other_pattern(one, other):
        return False
    return all(a == b or any(a in group and b in group for group in _EXCHANGED) for a, b in zip(left, right, strict=True))


def _other_pattern(one: str, other: str) -> bool:
    """Whether long vowels stand in other places of two Arabic words, as they do in two names of one root."""
    if not is_arabic(one):
        return False
    gaps = [[bool(v) for v in _BETWEEN_VOWELS.split(word)] for word in (one, other)]
    if len(gaps[0]) != len(gaps[1]):
        return False
    pairs = set(zip(*gaps, strict=True))
    return {(True, False), (False, True)} <= pairs


@cache
def agreement(one: str, other: str) -> int:
    """How well two words of names agree: 2 the same name, 1 differing by one consonant class, 0 other names."""
    if one == other:
        return 2
    known, known_other = everyday_words().get(one), everyday_words().get(other)
    if known is not None and known_other is not None:
        return 2 if known == known_other else 0
    left, right = skeleton(one), skeleton(other)
    if left == right:
        if is_arabic(one) != is_arabic(other):
            return 2
        apart = Levenshtein.distance(one, other)
        return 2 if apart <= max(1, min(len(one), len(other)) // 2) and _spelt_alike(one, other) else 0
    return 1 if near(left, right) and known is None and known_other is None else 0
