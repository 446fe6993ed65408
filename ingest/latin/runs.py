"""Runs of capitalised words that may name persons: "Jean-Yves Le Drian", "Abdel Fattah al-Sisi", "John F. Kennedy"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.latin.text import capital, surface, words
from ingest.mention import Kind, Mention
from ingest.parts import Document, Sentence, Zone
from kg.claim import Span

_LONGEST = 6  # words of a name
_JOINTS = frozenset("-'’‑")


def find(document: Document, taken: frozenset[int]) -> list[Mention]:
    """The runs outside site furniture over tokens that nothing else has taken; persons without a referent, tag "run"."""
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.zone is not Zone.BOILERPLATE and not _shouted(document, sentence):
            found.extend(_Runs(document, sentence, taken).read())
    return found


def _shouted(document: Document, sentence: Sentence) -> bool:
    """A headline in capitals: names cannot be told in it."""
    letters = [c for c in surface(document, sentence.first, sentence.last) if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2


class _Runs:
    def __init__(self, document: Document, sentence: Sentence, taken: frozenset[int]) -> None:
        self._document = document
        self._sentence = sentence
        self._taken = taken

    def read(self) -> Iterator[Mention]:
        at = self._sentence.first
        while at < self._sentence.last:
            last = self._end(at) if self._opens(at) else at
            if last > at:
                tokens = self._document.tokens
                span = Span(tokens[at].start, tokens[last - 1].end)
                yield Mention(Kind.PERSON, at, last, span, None, "run", tags=frozenset({"run"}))
            at = max(last, at + 1)

    def _word(self, index: int) -> str:
        token = self._document.tokens[index]
        return self._document.text[token.start : token.end]

    def _opens(self, index: int) -> bool:
        if not self._named(index):
            return False
        word = self._word(index)
        if len(word) == 1 and not (index + 1 < self._sentence.last and self._word(index + 1) == "."):
            return False
        head = index == self._sentence.first or not self._document.tokens[index - 1].is_word
        return word not in words("courtesy") and not (head and word in words("openers"))

    def _named(self, index: int) -> bool:
        """A capitalised word that may be part of a name."""
        if index >= self._sentence.last or index in self._taken or not capital(self._document, index):
            return False
        return self._word(index) not in words("not_names")

    def _gap(self, index: int) -> str:
        """What stands between a token and the one before it."""
        tokens = self._document.tokens
        return self._document.text[tokens[index - 1].end : tokens[index].start]

    def _end(self, first: int) -> int:
        last, count = first + 1, 1
        while last < self._sentence.last and count < _LONGEST:
            step = self._step(first, last)
            if step == last:
                break
            last, count = step, count + 1
        return last

    def _step(self, first: int, at: int) -> int:
        """The end of the run with one more word, or `at`."""
        limit = self._sentence.last
        gap, word = self._gap(at), self._word(at)
        if word == "," and at + 1 < limit and self._word(at + 1) in words("junior"):
            dotted = at + 2 < limit and self._word(at + 2) == "."
            return at + 3 if dotted else at + 2
        if not gap:
            if word in _JOINTS and at + 1 < limit and not self._gap(at + 1):
                initial = word == "-" or self._named(at + 1)
                return at + 2 if initial and self._document.tokens[at + 1].is_word else at
            if word == "." and len(self._word(at - 1)) == 1 and self._named(at + 1) and self._gap(at + 1).strip() == "":
                return at + 2
            return at
        if gap.strip() or len(gap) > 1:
            return at
        if self._named(at) and (word in words("links") or word not in words("openers")):
            return at + 1
        if word in words("links") and at + 1 < limit:
            behind = at + 1
            if self._word(behind) in words("links") and behind + 1 < limit:
                behind += 1  # "von der Leyen"
            if self._word(behind) == "-" and behind + 1 < limit:
                behind += 1
            if self._named(behind):
                return behind + 1
        return at
