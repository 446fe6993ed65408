"""Keys of personal names: spellings of one name meet in one key.

A key keeps the consonants that transliteration leaves alone. Dropped are the long vowels (ا و ي), doubled letters, the final
ة, and the article; letters that stand for one foreign sound fall together (ت/ط, س/ص, غ/ج/ك/ق for g, ف/ڤ, ب/پ, ش/تش, ز/ذ).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.fold import fold
from ingest.word_lists import word_list

_SAME = str.maketrans("طصثضذظغجقحخ", "تسسدززكككهك")
_WEAK = re.compile("[اويءع]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The key of one word of a name. Empty only for words without any consonant, which are kept as they are."""
    norm = fold(word).lower()
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    first = "ا" if bare[:1] in ("ا", "و", "ي", "ع") else ""
    key = _WEAK.sub("", bare.removesuffix("ه").replace("تش", "ش").translate(_SAME))
    return first + _DOUBLED.sub(r"\1", key) or norm


@lru_cache(maxsize=16384)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that count: without "bin", "Al" and hyphens; compounds like "عبد الله" as one."""
    not_counted, servant = word_list("name_shapes.toml", "not_counted"), word_list("name_shapes.toml", "servant")
    found: list[str] = []
    joined = ""
    for word in re.findall(r"[^\W_]+", fold(name)):
        if word in not_counted:
            continue
        if word in servant:
            joined = word
            continue
        found.append(joined + word)
        joined = ""
    return tuple(found + ([joined] if joined else []))


def key(name: str) -> tuple[str, ...]:
    """The skeletons of the words of a name."""
    return tuple(skeleton(part) for part in parts(name))


def _close(a: str, b: str) -> bool:
    """Whether two skeletons are one spelling apart: equal, or in long words one letter more, less or other."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


@lru_cache(maxsize=16384)
def variants(word: str) -> frozenset[str]:
    """A skeleton and, if it is long, what is left without any one letter: two that are close have a variant in common."""
    shorter = {word[:i] + word[i + 1 :] for i in range(len(word))} if len(word) > 4 else set()
    return frozenset({word, *shorter})


def same_person(one: tuple[str, ...], other: tuple[str, ...], chained: bool = False, descent: bool = False) -> bool:
    """Whether two keys within one article can be one person: the shorter is contained in the longer, in order.

    A single word must be the family name (the last word) of the other; two given names alone never meet. Where one is
    `chained` (with "bin"), the given names must agree: the son is not the father. `descent`: the shorter itself has "bin",
    so that its second word is the father and must be the second of the other too.
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == 1:
        return _close(short[0], long[-1]) if len(long) > 1 else short == long
    if descent and not all(_close(a, b) for a, b in zip(short[:2], long[:2], strict=True)):
        return False
    at = 0
    for word in short:
        while at < len(long) and not _close(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return _close(short[0], long[0]) or (not chained and _close(short[-1], long[-1]))
