"""English and French articles: only a title right before a capitalised name, the one pattern that is sure in both."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from ingest.document import Document
from ingest.lexicon import read_tsv
from ingest.mentions.countries import country
from ingest.mentions.mention import Kind, Mention, Post
from kg.claim import Referent, Span
from kg.vocabulary import M

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_LINKS = r"(?:al-|el-|van der|van|von|de|del|da|bin|ben|Al|El)"
_NAME = rf"{_WORD}(?: (?:{_LINKS} )?{_WORD}){{1,2}}"


@lru_cache(maxsize=2)
def _titles(language: str) -> dict[str, dict[str, str]]:
    return {row["title"].lower(): row for row in read_tsv("latin_titles.tsv") if row["language"] == language}


@lru_cache(maxsize=2)
def _nisba(language: str) -> dict[str, str]:
    return {form.lower(): row["iso2"] for row in read_tsv("latin_nisba.tsv") for form in row[language].split("|")}


def _alternatives(words: dict[str, str] | dict[str, dict[str, str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=2)
def _pattern(language: str) -> re.Pattern[str]:
    titles, nisba = _alternatives(_titles(language)), _alternatives(_nisba(language))
    name = rf"(?P<name>{_NAME}|{_WORD})"
    if language == "en":
        return re.compile(rf"(?<!\w)(?:(?i:(?P<nisba>{nisba})) )?(?P<title>(?i:{titles})) {name}")
    return re.compile(rf"(?<!\w)(?P<title>(?i:{titles}))(?: (?i:(?P<nisba>{nisba})))?(?:,)? {name}")


def find(document: Document) -> list[Mention]:
    """Persons with their office; nothing for other languages than English and French."""
    language = document.language
    if language not in ("en", "fr"):
        return []
    starts = [token.start for token in document.tokens]
    named: dict[str, Referent] = {}
    found: list[Mention] = []
    for match in _pattern(language).finditer(document.text):
        row = _titles(language)[match["title"].lower()]
        name = match["name"]
        if (" " not in name and row["alone"] != "yes") or (language == "en" and match["title"][0].islower()):
            continue
        code = _nisba(language).get((match["nisba"] or "").lower()) or row["owner"]
        title = match.start("nisba") if language == "en" and match["nisba"] else match.start("title")
        end = match.end("nisba") if language == "fr" and match["nisba"] else match.end("title")
        surface = " ".join(document.text[title:end].split())
        post = Post(surface, surface, row["label_en"], country(code) if code else None, Span(title, end))
        referent = named.setdefault(name, Referent(M.Person, name, None, name, name if language == "fr" else None, (name,)))
        first, last = bisect_right(starts, title) - 1, bisect_right(starts, match.end() - 1)
        span = Span(match.start("name"), match.end("name"))
        found.append(Mention(Kind.PERSON, first, last, span, referent, "title before the name", "", post, posts=(post,)))
    return found
