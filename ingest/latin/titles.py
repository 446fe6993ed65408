"""Offices: "foreign minister", "Secretary of State", "ministre français des Affaires étrangères"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.latin.text import plain, plain_tokens, surface, words
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention, Post
from ingest.mentions.bodies.finder import listed_referent
from ingest.mentions.lands.countries import country
from ingest.mentions.trie import Trie
from ingest.parts import Document, Sentence, Token, Zone
from kg.claim import Referent, Span

_MATTER = "{matter}"


@dataclass(frozen=True, slots=True)
class _Title:
    label: str
    alone: bool
    owner: str


@cache
def _matters(language: str) -> tuple[tuple[str, str], ...]:
    """(form, English label) of every matter of an office."""
    rows = read_tsv("latin_matters.tsv")
    return tuple((form.strip(), row["label_en"]) for row in rows for form in row[language].split("|"))


@cache
def _trie(language: str) -> Trie[_Title]:
    trie: Trie[_Title] = Trie()
    for row in read_tsv("latin_titles.tsv"):
        if row["language"] != language:
            continue
        matters = _matters(language) if _MATTER in row["title"] else (("", ""),)
        for form, matter in matters:
            title = plain(row["title"].replace(_MATTER, form))
            label = row["label_en"].replace(_MATTER, matter)
            if title not in trie:
                trie.add(title, _Title(label, row["alone"] == "yes", row["owner"]))
    return trie


@cache
def _complements(language: str) -> Trie[str]:
    trie: Trie[str] = Trie()
    for form, label in _matters(language):
        trie.add(plain(form), label)
    return trie


def owner_of(code: str) -> Referent | None:
    """The owner a title names itself: an ISO code or the path of a body."""
    return listed_referent(code) if "/" in code else country(code) if code else None


def find(document: Document, names: Sequence[Mention]) -> list[Mention]:
    """Every office outside site furniture; `post.of` where the words of the title say whose it is."""
    adjectives = {m.first: m for m in names if m.kind is Kind.NISBA}
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.zone is not Zone.BOILERPLATE:
            found.extend(_in_sentence(document, sentence, adjectives))
    return found


def _in_sentence(document: Document, sentence: Sentence, adjectives: dict[int, Mention]) -> Iterator[Mention]:
    tokens = plain_tokens(document, sentence.first, sentence.last)
    trie = _trie(document.language)
    at = 0
    while at < len(tokens):
        hit = trie.at(tokens, at)
        if hit is None:
            at += 1
            continue
        end, title = hit
        owner = owner_of(title.owner)
        if document.language == "fr":
            between = _around_adjective(document, tokens, sentence.first, end, title, adjectives)
            if between is not None:
                end, title, owner = between
        end = _second_matter(document.language, tokens, end)
        yield _mention(document, sentence.first + at, sentence.first + end, title, owner)
        at = end


def _second_matter(language: str, tokens: Sequence[Token], end: int) -> int:
    """The end of an office of several matters: "Foreign Affairs and International Cooperation"."""
    for _ in range(2):
        if end + 1 >= len(tokens) or tokens[end].norm not in words("joints"):
            return end
        hit = _complements(language).at(tokens, end + 1)
        if hit is None or (language == "en" and hit[0] < len(tokens) and tokens[hit[0]].norm in words("ministers")):
            return end
        end = hit[0]
    return end


def _around_adjective(
    document: Document, tokens: Sequence[Token], offset: int, end: int, title: _Title, adjectives: dict[int, Mention]
) -> tuple[int, _Title, Referent | None] | None:
    """ "ministre français des Affaires étrangères": the adjective stands between the head and its matter."""
    adjective = adjectives.get(offset + end)
    if adjective is None:
        return None
    behind = adjective.last - offset
    matter = _complements(document.language).at(tokens, behind) if behind < len(tokens) else None
    if matter is None:
        return None
    head = "Minister" if title.label.startswith("Minister") else "Secretary"
    return matter[0], _Title(f"{head} of {matter[1]}", title.alone, ""), adjective.referent


def _mention(document: Document, first: int, last: int, title: _Title, owner: Referent | None) -> Mention:
    span = Span(document.tokens[first].start, document.tokens[last - 1].end)
    text = surface(document, first, last)
    post = Post(text, text, title.label, owner, span)
    tags = frozenset({"alone"} if title.alone else ())
    return Mention(Kind.TITLE, first, last, span, None, "title", post=post, tags=tags)
