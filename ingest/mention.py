"""The types of the mentions stage, shared by every finder and every extractor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from ingest.document import Document, Sentence
from kg.claim import PartialDate, Referent, Span

V = TypeVar("V")


class Kind(Enum):
    """What a mention stands for. The value is the letter of its placeholder in a sentence skeleton."""

    PERSON = "P"
    COUNTRY = "C"
    GROUP = "G"          # a group of countries or unnamed people as a body: "the GCC states", "the European countries"
    ORGANIZATION = "O"
    COALITION = "L"
    PLACE = "W"          # a city, region or continent
    NISBA = "N"          # a country adjective left standing alone: "المغربي"
    DATE = "D"
    NUMBER = "X"
    MONEY = "Y"
    MEETING = "M"
    TITLE = "T"          # an office without a name: "وزير الخارجية المغربي", "الوزير"

    __hash__ = object.__hash__  # members are compared by identity: hashing their names is several times slower


BODIES = frozenset({Kind.ORGANIZATION, Kind.COALITION})
COLLECTIVES = BODIES | {Kind.GROUP}
"""Bodies, and groups of countries that act as one."""


@dataclass(slots=True, unsafe_hash=True)
class Post:
    """An office as the article names it. `surface` is verbatim but for the article that "للرئيس" swallows; `of` is the
    country, ministry or organization."""

    surface: str
    label_ar: str
    label_en: str | None
    of: Referent | None
    span: Span
    former: bool = False
    designate: bool = False


@dataclass(slots=True, unsafe_hash=True)
class DateValue:
    """A resolved date or range. `basis` is "text", "weekday", "reference", "inferred" …"""

    start: PartialDate | None
    end: PartialDate | None
    basis: str


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A number with its comparator ("exactly", "at_least", "about", "at_most"), its unit word and, for money, ISO 4217."""

    value: Decimal
    comparator: str
    unit: str | None = None
    currency: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """Tokens `first` to `last` (exclusive) of the document.

    `name` is the span of the bare name without glued conjunction, preposition or title; the tokens cover the whole phrase
    (title, nisba and name of a person). `prefix` holds clitics split off its first token ("و", "ب", "ل", "وب" …).
    `reason` says why the finder believes it; `coref` is true where the referent is named elsewhere.
    """

    kind: Kind
    first: int
    last: int
    name: Span
    referent: Referent | None
    reason: str
    prefix: str = ""
    post: Post | None = None
    date: DateValue | None = None
    quantity: Quantity | None = None
    coref: bool = False
    tags: frozenset[str] = field(default=frozenset())
    posts: tuple[Post, ...] = ()  # every office the phrase names, `post` among them


@dataclass(slots=True, unsafe_hash=True)
class Reading:
    """An article with its mentions: sorted by first token, not overlapping."""

    document: Document
    mentions: tuple[Mention, ...]
    firsts: Sequence[int] = field(init=False, compare=False, repr=False)
    """The first tokens of the mentions."""
    _made: dict[tuple[str, int], Any] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "firsts", [mention.first for mention in self.mentions])

    def once(self, what: str, place: int, make: Callable[[], V]) -> V:
        """What `make` gives, made only once for a place (a sentence by its number), whichever extractors ask for it."""
        made, key = self._made, (what, place)
        if key not in made:  # as for `Document.once`
            made[key] = make()
        found: V = made[key]
        return found

    def forget(self) -> None:
        """Lets go of what was made. It refers back to the reading, and rings stay in memory until the collector comes."""
        made = [*self._made.values()]
        self._made.clear()
        for value in made:
            if isinstance(value, Reading):
                value.forget()

    def within(self, sentence: Sentence) -> Iterator[Mention]:
        return self.starting(sentence.first, sentence.last)

    def starting(self, first: int, last: int) -> Iterator[Mention]:
        """The mentions that begin at tokens `first` to `last` (exclusive)."""
        # Mentions are sorted: one search instead of a scan keeps whole articles linear.
        firsts = self.firsts
        begin = bisect_left(firsts, first)
        return iter(self.mentions[begin : bisect_left(firsts, last, begin)])

    def ending(self, end: int) -> Mention | None:
        """The mention that ends right in front of a token."""
        at = bisect_left(self.firsts, end) - 1  # none overlap: it is the last that begins before
        return self.mentions[at] if at >= 0 and self.mentions[at].last == end else None

    def span(self, mention: Mention) -> Span:
        tokens = self.document.tokens
        return Span(tokens[mention.first].start, tokens[mention.last - 1].end)
