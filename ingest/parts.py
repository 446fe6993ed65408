"""The types of a read article: tokens, sentences, zones, the reference date, the document.

They stand apart from the code that makes them so that every stage can import them without importing the others;
`ingest.document` offers them again under the name most modules use.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from ingest.sieve import SIEVES, Sieve
from kg.claim import ArticleRecord, PartialDate

V = TypeVar("V")


class Zone(Enum):
    """What a stretch of the page is. Nothing in BOILERPLATE is ever cited."""

    TITLE = "title"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word, number or punctuation mark. `start` and `end` are offsets in the original text; `norm` is folded, repaired."""

    index: int
    start: int
    end: int
    norm: str

    @property
    def is_word(self) -> bool:
        return self.norm[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.norm[0].isdigit()


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """Tokens `first` (inclusive) to `last` (exclusive) of the document."""

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    zone: Zone


def _first(sentence: Sentence) -> int:
    return sentence.first


def within(places: Sequence[int], sentence: Sentence) -> Sequence[int]:
    """Those of some tokens, which are in order, that are of a sentence."""
    if not places:
        return places
    begin = bisect_left(places, sentence.first)
    return places[begin : bisect_left(places, sentence.last, begin)]


@dataclass(frozen=True, slots=True)
class Reference:
    """The date the article speaks from, and how it is known ("metadata", "byline", "inferred: …"); None if unknown."""

    date: PartialDate | None
    basis: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article, ready to be read. `language` is "ar", "en", "fr" or "und"."""

    article: ArticleRecord
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    language: str
    reference: Reference
    notes: tuple[str, ...] = field(default=())
    _made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    text: str = field(init=False, compare=False, repr=False)
    norms: Sequence[str] = field(init=False, compare=False, repr=False)
    """The folded forms of all tokens."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.article.text)
        object.__setattr__(self, "norms", self.once("norms", lambda: [token.norm for token in self.tokens]))

    def once(self, what: str, make: Callable[[], V]) -> V:
        """What `make` gives, made only once for this article, whichever finders ask for it."""
        made = self._made
        if what not in made:  # asked first: an exception costs more than many look-ups
            made[what] = make()
        found: V = made[what]
        return found

    @property
    def words(self) -> frozenset[str]:
        """The different words (folded forms)."""
        return self.once("words", lambda: frozenset(self.norms))

    @property
    def capitals(self) -> Mapping[str, str]:
        """The words that have a capital, each in small letters."""
        return self.once("capitals", self._capitals)

    def _capitals(self) -> dict[str, str]:
        return {word: word.lower() for word in self.words if word.isascii() and word != word.lower()}

    @property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Each different word and the tokens that have it."""
        return self.once("places", self._places)

    def _places(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, norm in enumerate(self.norms):
            found[norm].append(index)
        return dict(found)

    def where(self, words: Iterable[str]) -> list[int]:
        """The tokens, in order, that have one of some words of the article."""
        places = self.places
        return sorted([index for word in words for index in places[word]])

    def sifted(self, sieve: Sieve) -> list[int]:
        """The tokens, in order, whose words a sieve lets through."""
        through = self.once("sifted", lambda: SIEVES(self.words))
        if sieve not in through:
            SIEVES.add(sieve)
            through[sieve] = sieve(self.words)
        return self.where(through[sieve])

    def sentence_at(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[bisect_right(self.sentences, token, key=_first) - 1]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]
