"""Finds phrases of a word list in the tokens of a document: whole tokens only, the longest phrase wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from ingest import tokens as tokenizer
from ingest.document import Document, Token
from ingest.sieve import Sieve

V = TypeVar("V")
_REMEMBERED = 65536
_CLITICS = "وفبلك"


def words(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase, as they would stand in a document."""
    return tuple(norm for _, _, norm in tokenizer.scan(phrase))


@lru_cache(maxsize=65536)
def splits(norm: str) -> tuple[tuple[str, str], ...]:
    """A word as (prefix, rest) pairs: as it is, then without و/ف, then without ب/ل/ك too (للـ gives back الـ).

    Only a candidate list: a split counts when the rest is a known word, so no name is ever broken.
    """
    if len(norm) < 4 or norm[0] not in _CLITICS:
        return (("", norm),)
    found = [("", norm)]
    if norm[0] in "وف":
        found.append((norm[0], norm[1:]))
    for prefix, rest in tuple(found):
        if len(rest) > 3 and rest[0] in "بلك":
            if rest.startswith("لل"):
                found.append((prefix + "ل", "ا" + rest[1:]))
            found.append((prefix + rest[0], rest[1:]))
    return tuple(found)


class Trie(Generic[V]):
    """Phrases with a value each. Adding a phrase again replaces its value."""

    def __init__(self) -> None:
        self._heads: dict[str, dict[tuple[str, ...], V]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._openings: dict[str, tuple[tuple[str, str], ...]] = {}
        self.opening = Sieve(self.openings)
        """Lets the words through that may open a phrase."""

    def add(self, phrase: str, value: V) -> None:
        parts = words(phrase)
        if not parts:
            raise ValueError("an empty phrase names nothing")
        bucket = self._heads.setdefault(parts[0], {})
        bucket[parts[1:]] = value
        self._openings.clear()
        self.opening = Sieve(self.openings)
        self._lengths[parts[0]] = tuple(sorted({len(rest) for rest in bucket}, reverse=True))

    def __contains__(self, phrase: str) -> bool:
        parts = words(phrase)
        return bool(parts) and parts[1:] in self._heads.get(parts[0], {})

    def get(self, phrase: str) -> V | None:
        """The value of exactly this phrase."""
        parts = words(phrase)
        return self._heads.get(parts[0], {}).get(parts[1:]) if parts else None

    def at(self, tokens: Sequence[Token], first: int, norm: str | None = None) -> tuple[int, V] | None:
        """The longest phrase at token `first` (whose folded form may be given without clitics): its end and value."""
        if first >= len(tokens):
            return None  # "مدير مكتب معالي" at the very end of a text
        head = tokens[first].norm if norm is None else norm
        bucket = self._heads.get(head)
        if bucket is None:
            return None
        for length in self._lengths[head]:
            end = first + 1 + length
            if end <= len(tokens):
                value = bucket.get(tuple([t.norm for t in tokens[first + 1 : end]]) if length else ())
                if value is not None:
                    return end, value
        return None

    def openings(self, norm: str) -> tuple[tuple[str, str], ...]:
        """The ways (prefix, rest) in which a word may open a phrase. Most words open none: this is remembered."""
        known = self._openings.get(norm)
        if known is None:
            if norm not in self._heads and (len(norm) < 4 or norm[0] not in _CLITICS):
                return ()
            if len(self._openings) > _REMEMBERED:
                self._openings.clear()
            known = self._openings[norm] = tuple(pair for pair in splits(norm) if pair[1] in self._heads)
        return known

    def with_clitics(self, tokens: Sequence[Token], first: int) -> tuple[str, int, V] | None:
        """Like `at`, with glued و ف ب ل ك split off where the rest is known: prefix, end, value."""
        for prefix, rest in self.openings(tokens[first].norm):
            hit = self.at(tokens, first, rest)
            if hit is not None:
                return prefix, *hit
        return None

    def scan(self, document: Document) -> Iterator[tuple[int, str, int, V]]:
        """All phrases from left to right without overlap: first token, prefix, end, value."""
        reached = 0
        for at in document.sifted(self.opening):
            if at >= reached:
                hit = self.with_clitics(document.tokens, at)
                if hit is not None:
                    yield at, *hit
                    reached = hit[1]


def name_start(token: Token, text: str, prefix: str) -> int:
    """The offset in the original text where a token begins once its clitic prefix is passed over.

    In "للمغرب" the article is written as the second lam; it stays with the name.
    """
    at = token.start
    for clitic in prefix:
        while text[at] != clitic:
            at += 1
        at += 1
    while prefix and text[at] in "\u0640 \u00a0":  # a drawn-out letter ("بـمصر"), an "and" written apart ("و مصر")
        at += 1
    return at
