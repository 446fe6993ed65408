"""The skeleton of a sentence: folded words with each mention as one placeholder, so that patterns can be plain expressions.

`أعلن وزير الخارجية المغربي ناصر بوريطة أن المغرب يحتضن الاجتماع` becomes `اعلن <P0> ان <C1> يحتضن <M2>`. The letter is
the kind of the mention (`ingest.mention.Kind`), the number its place in the sentence. Clitics split off a mention
stand as words of their own: `و <C3>`, `ب <W4>`. A verb that tells of a meeting ("التقى") stays a word: patterns need it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import is_
from typing import TypeAlias

from ingest.document import Document, Sentence
from ingest.mention import Mention, Reading
from kg.claim import Span

_Form: TypeAlias = tuple[str, tuple[Mention, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], frozenset[str]]
_PLACEHOLDER = re.compile(r"<([A-Z])(\d+)>")


@dataclass(slots=True, unsafe_hash=True)
class Skeleton:
    """`text` is the skeleton; element `i` starts at `starts[i]` and covers document tokens `firsts[i]` to `lasts[i]`.

    `words` are those of the text, placeholders among them; Latin ones also in small letters.
    """

    reading: Reading
    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, reading: Reading, sentence: Sentence) -> Skeleton:
        return reading.once("skeleton", sentence.index, lambda: cls._made(reading, sentence))

    @classmethod
    def _made(cls, reading: Reading, sentence: Sentence) -> Skeleton:
        """The readings of an article have mostly the same mentions in a sentence, and so the same skeleton."""
        mentions = tuple(reading.within(sentence))
        made: dict[int, _Form] = reading.document.once("skeletons", dict)
        form = made.get(sentence.index)
        if form is None or not are_same(form[1], mentions):
            form = made[sentence.index] = _form(reading.document, sentence, mentions)
        return cls(reading, sentence, *form)

    def element(self, offset: int) -> int:
        """The number of the element at a character offset of the skeleton text."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def token(self, offset: int) -> int:
        """The document token at a character offset of the skeleton text."""
        return self.firsts[self.element(offset)]

    def span(self, start: int, end: int) -> Span:
        """The original text behind characters `start` to `end` of the skeleton text."""
        tokens = self.reading.document.tokens
        while end > start and self.text[end - 1] == " ":
            end -= 1
        first, last = self.element(start), self.element(max(end - 1, start))
        begin, finish = min(self.firsts[first : last + 1]), max(self.lasts[first : last + 1])
        return Span(tokens[begin].start, tokens[finish - 1].end)

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """The mentions whose placeholders begin between two characters of the skeleton text."""
        return [self.mentions[int(m.group(2))] for m in _PLACEHOLDER.finditer(self.text, start, end)]


def are_same(some: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether two rows have the very same mentions."""
    return len(some) == len(others) and all(map(is_, some, others))


def _form(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> _Form:
    """What a skeleton is made of, but for its reading and its sentence."""
    norms = document.norms
    words: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    at = sentence.first
    for number, mention in enumerate(mentions):
        first = mention.first
        if at < first:
            words += norms[at:first]
            firsts += range(at, first)
            lasts += range(at + 1, first + 1)
            at = first
        if "verb" in mention.tags:
            continue
        last = mention.last if mention.last < sentence.last else sentence.last
        for clitic in mention.prefix:
            words.append(clitic)
            firsts.append(first)
            lasts.append(first + 1)
        words.append(f"<{mention.kind._value_}{number}>")
        firsts.append(first)
        lasts.append(last)
        at = last
    words += norms[at : sentence.last]
    firsts += range(at, sentence.last)
    lasts += range(at + 1, sentence.last + 1)
    starts = [0, *accumulate([len(word) + 1 for word in words])]
    text = " ".join(words)
    small = document.capitals
    # Only a number may have blanks in it ("200 000"); the words themselves know their hashes already.
    plain = frozenset(words if text.count(" ") < len(words) else text.split(" "))
    known = plain.union([small[word] for word in plain if word in small]) if small else plain
    return text, mentions, tuple(starts[: len(words)]), tuple(firsts), tuple(lasts), known
