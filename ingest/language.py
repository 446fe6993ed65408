"""The language an article is read in: the stated one; else Arabic, English and French by script and commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from ingest.lexicon import read_tsv

_LATIN_WORD = re.compile(r"[a-zà-öø-ÿœ]+")
_ARABIC_WORD = re.compile(r"[\u0621-\u06d3]+")
# Enough to decide by; reading more of a long text changes nothing.
_SAMPLE = 20_000
_READ = ("ar", "en", "fr")
_HARDLY = 10  # one letter in so many is too few


@lru_cache(maxsize=1)
def _stop_words() -> Mapping[str, str]:
    """Word → language; words common to two languages are not in the file."""
    return {row["word"]: row["language"] for row in read_tsv("stopwords.tsv")}


def spoken(text: str, stated: str) -> str:
    """The language to read `text` in: the stated one ("ar", also as "ar-MA") if it is one of those that are read; else what
    `detect` says. A statement is passed over where hardly a letter is of its script: the template of a page made it."""
    main = re.split("[-_]", stated.strip().lower(), maxsplit=1)[0]
    if main in _READ:
        if main == "ar" and sum(map(len, _ARABIC_WORD.findall(text, 0, len(text) // 2))) * (_HARDLY - 1) > 2 * len(text):
            return main  # half the text has letters enough, were all else Latin
        lower = text.lower()
        arabic, latin = (sum(map(len, script.findall(lower))) for script in (_ARABIC_WORD, _LATIN_WORD))
        if (arabic if main == "ar" else latin) * _HARDLY > arabic + latin:
            return main
    return detect(text)


def detect(text: str) -> str:
    """The language of most letters of `text`: "ar", "en", "fr", or "und" where neither script nor words decide."""
    sample = text[:_SAMPLE].lower()
    arabic = _ARABIC_WORD.findall(sample)
    latin = _LATIN_WORD.findall(sample)
    if sum(map(len, arabic)) > sum(map(len, latin)):
        return _winner(arabic, ("ar", "fa", "ur"))
    return _winner(latin, ("en", "fr"))


def _winner(words: list[str], candidates: tuple[str, ...]) -> str:
    stop = _stop_words()
    votes = dict.fromkeys(candidates, 0)
    counts = Counter(words)
    for word in stop.keys() & counts.keys():
        if stop[word] in votes:
            votes[stop[word]] += counts[word]
    best, second, *_ = sorted(candidates, key=lambda c: -votes[c])
    if best == "ar" and words and votes["ar"] >= votes[second]:
        return "ar"
    return best if votes[best] > votes[second] and best in ("en", "fr") else "und"
