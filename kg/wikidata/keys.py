"""Keys of names: folded words, sound skeletons across scripts, canonical given names, regnal numbers.

A key is for finding and comparing; the name itself is never changed. Skeletons drop vowels, so the order of lam and alef
(the usual damage of Arabic PDF copies) and the choice between long and short vowels do not matter; what the skeleton blurs
the comparison of the folded letters sees again (`kg.wikidata.compare`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.wikidata import tables

_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_FOLD = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ی": "ي",
        "ک": "ك",
        "گ": "ك",
        "پ": "ب",
        "ڤ": "ف",
        "چ": "ج",
        "ھ": "ه",
        "ہ": "ه",
        "’": "'",
        "ʻ": "'",
        "‘": "'",
        "`": "'",
    }
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ARTICLE = re.compile(r"^ال(?=..)")
# A copy that tears lam and alef apart writes "االتحاد" for "الاتحاد": no sound word begins so.
_TORN = re.compile(r"\bاالا?")
_ELISION = re.compile(r"^(?:l|d|qu)['’]")
_QUOTED = re.compile('[“"«(]([^”"»)]+)[”"»)]')
_ARABIC = re.compile("[\u0600-\u06ff]")
_VOWELS = str.maketrans("", "", "AWYH-")
_WEAK = str.maketrans("", "", "AH-")
_SERVANT = re.compile("^abd[aeou]+l?(?=[^aeiou]{1,2}[aeiou])")


@dataclass(frozen=True, slots=True)
class Word:
    """One significant word of a name. `text` is folded and without article; `fine` keeps vowels apart, `skeleton` is for
    finding; `given` is the canonical given name or "#6" for a regnal number, else empty."""

    text: str
    fine: str
    skeleton: str
    given: str
    arabic: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A name as it is compared. `plain` is all its letters run together; `chain` marks "son of" names."""

    name: str
    plain: str
    words: tuple[Word, ...]
    chain: bool
    arabic: bool


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in tables.read(tables.DATA / "words.tsv") if row["kind"] == kind)


def common_words() -> frozenset[str]:
    """Family names so frequent that they tell nothing (folded, without article)."""
    return _words_of("common")


@cache
def _given() -> dict[str, str]:
    return {fold(row["spelling"]): row["name"] for row in tables.read(tables.DATA / "given_names.tsv")}


@cache
def _ordinals() -> dict[str, str]:
    return {fold(row["word"]): row["number"] for row in tables.read(tables.DATA / "ordinals.tsv")}


@cache
def _sounds(script: str) -> tuple[dict[str, str], re.Pattern[str]]:
    table = {r["letters"]: r["sound"] for r in tables.read(tables.DATA / "letters.tsv") if r["script"] == script}
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, longest_first)))


def fold(text: str) -> str:
    """Letters without marks, variants of one letter as one, lower case. Length may change: for keys only."""
    return _MARKS.sub("", unicodedata.normalize("NFC", text)).translate(_FOLD).casefold()


def unaccented(text: str) -> str:
    """Latin letters without accents (`José` and `Jose` are one key)."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """The sounds of a folded word in the one alphabet of `letters.tsv`, doubled sounds once."""
    arabic = bool(_ARABIC.search(word))
    table, pattern = _sounds("arab" if arabic else "latn")
    if not arabic:
        # Letters with a sound of their own (č, ş, ø) are looked up before accents fall.
        word = "".join(c if c in table else unaccented(c) for c in word)
    sounds = "".join(table[m] for m in pattern.findall(word))
    return re.sub(r"(.)\1+", r"\1", sounds)


def skeleton(sounds: str) -> str:
    """Consonants only, G and K as one (ج, غ, ك and ق all render a foreign g): the key for finding."""
    bare = sounds.translate(_VOWELS).replace("G", "K")
    # A name of vowels and one consonant (هادي, Nahyan) needs its semivowels to be told from others.
    return bare if len(bare) > 1 else sounds.translate(_WEAK).replace("G", "K") or sounds


def spellings(name: str) -> tuple[str, ...]:
    """The name itself; where it holds a second name in quotes or brackets, also each of the two alone."""
    inside = _QUOTED.findall(name)
    outside = " ".join(_QUOTED.sub(" ", name).split())
    return tuple(dict.fromkeys([name, *([outside] if inside and outside else []), *inside]))


@lru_cache(maxsize=100_000)
def key(name: str) -> Key:
    """The key of a name; without significant words for a bare title (`الوزير`)."""
    folded = _TORN.sub("الا", fold(name))
    raw = [_ELISION.sub("", text) for text in _WORD.findall(folded)]
    arabic = bool(_ARABIC.search(folded))
    words: list[Word] = []
    pending = ""
    for text in raw:
        if text in _words_of("joiner"):
            pending = text
            continue
        if pending:
            bare = _ARTICLE.sub("", text)
            words.append(_word(pending + "ال" + bare if arabic else _join_latin(pending, text)))
            pending = ""
        elif text not in _words_of("title") and text not in _words_of("particle"):
            _append(words, text)
    if pending:
        words.append(_word(pending))
    chain = any(text in _words_of("chain") for text in raw)
    plain = unaccented("".join(_ARTICLE.sub("", t) for t in raw if t not in _words_of("title")))
    return Key(name, plain.replace("عبدال", "عبد"), tuple(words), chain, arabic)


def _join_latin(first: str, second: str) -> str:
    return "abd" + second if first.startswith("abd") else first + second


def _append(words: list[Word], text: str) -> None:
    number = _ordinals().get(text, "")
    if number.startswith("+") and words and words[-1].given.startswith("#"):
        total = int(words[-1].given[1:]) + int(number)
        words[-1] = Word(words[-1].text, f"#{total}", f"#{total}", f"#{total}", words[-1].arabic)
        return
    if number and not number.startswith("+"):
        words.append(Word(text, f"#{number}", f"#{number}", f"#{number}", bool(_ARABIC.search(text))))
        return
    words.append(_word(text))


@lru_cache(maxsize=200_000)
def _word(text: str) -> Word:
    arabic = bool(_ARABIC.search(text))
    bare = _ARTICLE.sub("", text) if arabic else text
    # "Servant of the …" is one name with or without blank and article: عبد الفتاح, Abdelfattah, Abdul Fattah.
    if arabic and bare.startswith("عبدال"):
        bare = "عبد" + bare[5:]
    elif not arabic:
        bare = _SERVANT.sub("abd", bare)
    plain = unaccented(bare)
    sounds = sound(bare)
    return Word(bare if arabic else plain, sounds, skeleton(sounds), _given().get(bare, _given().get(plain, "")), arabic)
