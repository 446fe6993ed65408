"""A sentence as a row of elements: each mention is one element, every other token is one; quotations by position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ingest.document import Sentence
from ingest.mention import Kind, Mention, Reading
from ingest.parts import within
from ingest.sieve import Sieve
from ingest.skeleton import are_same
from kg.claim import Span

QUOTES: Final = frozenset("\"“”«»„‟″")
STOPS: Final = frozenset(".؟?!…")
COMMAS: Final = frozenset("،,؛;")
DASHES: Final = frozenset("-–—")
_SMALL = 3          # a quotation of up to three elements is a name or a word, not speech
# Kinds that can speak, promise or meet.
ACTORS = frozenset({Kind.PERSON, Kind.TITLE, Kind.ORGANIZATION, Kind.COUNTRY, Kind.GROUP, Kind.COALITION})


@dataclass(slots=True, unsafe_hash=True)
class Element:
    """Document tokens `first` to `last` (exclusive): a mention, or one token with its folded form."""

    first: int
    last: int
    norm: str
    mention: Mention | None = None
    kind: Kind | None = None

    @property
    def prefix(self) -> str:
        return "" if self.mention is None else self.mention.prefix

    @property
    def is_actor(self) -> bool:
        return self.kind in ACTORS


@dataclass(slots=True, unsafe_hash=True)
class Clause:
    """One sentence. `quote_end[i]` is the closing mark of the quotation that opens at element `i`; `inside[i]` whether it is
    within a quotation long enough to be speech."""

    reading: Reading
    sentence: Sentence
    elements: tuple[Element, ...]
    norms: Sequence[str]    # the folded forms of the elements, "" for a mention
    quote_end: dict[int, int]
    inside: tuple[bool, ...]
    left_open: int | None   # the element of a quotation mark that has no partner in the sentence

    def span(self, begin: int, end: int) -> Span | None:
        """The original text of elements `begin` to `end` (exclusive) without marks at its borders; None if empty."""
        while begin < end and self.norms[begin] in _TRIM:
            begin += 1
        while end > begin and self.norms[end - 1] in _TRIM:
            end -= 1
        if begin >= end:
            return None
        tokens = self.reading.document.tokens
        return Span(tokens[self.elements[begin].first].start, tokens[self.elements[end - 1].last - 1].end)

    def text(self, begin: int, end: int) -> str:
        span = self.span(begin, end)
        return self.reading.document.text[span.start : span.end] if span else ""

    def where(self, mention: Mention) -> int | None:
        """The element that a mention is, None if it stands in another sentence."""
        at = bisect_left(self.elements, mention.first, key=_first)
        return at if at < len(self.elements) and self.elements[at].mention is mention else None

    def beginning(self, token: int) -> int | None:
        """The element that begins with a token, None if it is within one or stands in another sentence."""
        at = bisect_left(self.elements, token, key=_first)
        return at if at < len(self.elements) and self.elements[at].first == token else None

    def norm(self, at: int) -> str:
        """The folded form of an element, "" for a mention or past the end."""
        try:
            return self.norms[at] if at >= 0 else ""
        except IndexError:
            return ""


_Row: TypeAlias = tuple[tuple[Element, ...], list[str], dict[int, int], tuple[bool, ...], int | None]
_CLOSED = STOPS | COMMAS
_TRIM = QUOTES | STOPS | COMMAS | DASHES | frozenset(":")


def clause(reading: Reading, sentence: Sentence) -> Clause:
    """The elements of a sentence and its quotations, in linear time."""
    return reading.once("clause", sentence.index, lambda: _clause(reading, sentence))


def words_of(reading: Reading, sentence: Sentence, name: str, may_tell: Sieve) -> Iterator[tuple[Clause, int]]:
    """The elements of a sentence that are words of those sifted; `name` is under what their places are remembered."""
    document = reading.document
    places = document.once(name, lambda: document.sifted(may_tell))
    here = within(places, sentence)
    if not here:
        return
    row = clause(reading, sentence)
    for token in here:
        at = row.beginning(token)
        if at is not None and row.norms[at]:
            yield row, at


def _first(element: Element) -> int:
    return element.first


def _clause(reading: Reading, sentence: Sentence) -> Clause:
    """The readings of an article have mostly the same mentions in a sentence, and so the same row."""
    mentions = tuple(reading.within(sentence))
    rows: dict[int, tuple[tuple[Mention, ...], _Row]] = reading.document.once("rows", dict)
    known = rows.get(sentence.index)
    if known is None or not are_same(known[0], mentions):
        known = rows[sentence.index] = mentions, _row(reading.document.norms, sentence, mentions)
    return Clause(reading, sentence, *known[1])


def _row(words: Sequence[str], sentence: Sentence, mentions: Sequence[Mention]) -> _Row:
    row: list[Element] = []
    norms: list[str] = []
    at = sentence.first
    for mention in mentions:
        row += [Element(i, i + 1, words[i]) for i in range(at, mention.first)]
        norms += words[at : mention.first]
        last = min(mention.last, sentence.last)
        row.append(Element(mention.first, last, "", mention, mention.kind))
        norms.append("")
        at = last
    row += [Element(i, i + 1, words[i]) for i in range(at, sentence.last)]
    norms += words[at : sentence.last]
    marks = [] if QUOTES.isdisjoint(norms) else _marks(norms)
    ends = dict(zip(marks[::2], marks[1::2], strict=False))
    inside = [False] * len(row)
    for opening, closing in ends.items():
        if closing - opening - 1 > _SMALL:
            inside[opening + 1 : closing] = [True] * (closing - opening - 1)
    left_open = marks[-1] if len(marks) % 2 else None
    return tuple(row), norms, ends, tuple(inside), left_open


def _marks(norms: Sequence[str]) -> list[int]:
    """The elements that are quotation marks, without one that only closes what a sentence before opened: it would open a
    quotation right before a stop or a comma."""
    found: list[int] = []
    for i, norm in enumerate(norms):
        if norm in QUOTES and (len(found) % 2 or i + 1 == len(norms) or norms[i + 1] not in _CLOSED):
            found.append(i)
    return found


def is_small_quote(clause: Clause, at: int) -> bool:
    """Whether a quotation of a few elements opens at `at` and closes in the sentence."""
    end = clause.quote_end.get(at)
    return end is not None and end - at - 1 <= _SMALL


def actors(row: Sequence[Element]) -> list[Mention]:
    return [e.mention for e in row if e.mention is not None and e.mention.kind in ACTORS]
