"""Where an English or French article speaks of a meeting: a noun with its modifiers, or a verb of meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.latin.text import capital, plain, plain_tokens, words
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention
from ingest.mentions.trie import Trie
from ingest.parts import Document, Sentence, Token, Zone

_INNER = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP, Kind.COUNTRY, Kind.NISBA, Kind.PLACE})
_NOUNS = frozenset({"noun", "talks", "session", "event"})


@dataclass(frozen=True, slots=True)
class Word:
    """A row of `latin_meeting_words.tsv`."""

    lemma: str
    kind: str
    group: str


@dataclass(slots=True)
class Place:
    """A place in the text where a meeting is spoken of: tokens `first` to `last` with what stands among its modifiers."""

    first: int
    last: int
    sentence: Sentence
    word: Word
    kinds: list[str] = field(default_factory=list)
    inner: list[Mention] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    edition: tuple[int, int] | None = None  # number, token


@cache
def _tries(language: str) -> tuple[Trie[Word], Trie[Word]]:
    """Nouns, verbs and blocked phrases; modifiers."""
    heads: Trie[Word] = Trie()
    modifiers: Trie[Word] = Trie()
    for row in read_tsv("latin_meeting_words.tsv"):
        if row["language"] == language:
            form = plain(row["word"])
            trie = modifiers if row["class"] == "modifier" else heads
            if row["class"] == "verb" and form in trie:
                continue  # a noun that is also a verb stays a noun
            trie.add(form, Word(form, row["kind"], row["class"]))
    return heads, modifiers


@cache
def _ordinals() -> dict[str, int]:
    return {plain(row["word"]): int(row["value"]) for row in read_tsv("latin_ordinals.tsv")}


def find(document: Document, mentions: Sequence[Mention]) -> list[Place]:
    """Every spot outside site furniture, in the order of the text."""
    covering = {index: m for m in mentions for index in range(m.first, m.last)}
    found: list[Place] = []
    for sentence in document.sentences:
        if sentence.zone is not Zone.BOILERPLATE:
            found.extend(_Spots(document, sentence, covering).read())
    return found


class _Spots:
    def __init__(self, document: Document, sentence: Sentence, covering: dict[int, Mention]) -> None:
        self._document = document
        self._sentence = sentence
        self._covering = covering
        self._tokens: list[Token] = plain_tokens(document, sentence.first, sentence.last)
        self._heads, self._modifiers = _tries(document.language)

    def _norm(self, index: int) -> str:
        inside = self._sentence.first <= index < self._sentence.last
        return self._tokens[index - self._sentence.first].norm if inside else ""

    def _hit(self, trie: Trie[Word], index: int) -> tuple[int, Word] | None:
        hit = trie.at(self._tokens, index - self._sentence.first)
        return None if hit is None else (hit[0] + self._sentence.first, hit[1])

    def read(self) -> Iterator[Place]:
        at = self._sentence.first
        while at < self._sentence.last:
            hit = self._hit(self._heads, at) if at not in self._covering else None
            if hit is None:
                at += 1
                continue
            end, word = hit
            if word.group in _NOUNS and not self._is_modifier(word, end):
                yield self._noun(at, end, word)
            elif word.group == "verb":
                yield Place(at, end, self._sentence, word, marks={"verb"})
            at = end

    def _is_modifier(self, word: Word, end: int) -> bool:
        """ "ministerial" before another noun; "forum members": no meeting."""
        if word.lemma != "ministerial":
            return False
        return bool(self._norm(end)) and self._norm(end) not in words("behind_ministerial") and end not in self._covering

    def _noun(self, at: int, end: int, word: Word) -> Place:
        place = Place(at, end, self._sentence, word, [word.kind])
        if self._document.language == "fr":
            self._behind(place)
        self._before(place)
        proper = self._document.language == "en" and self._sentence.first < at and place.first < at
        if proper and capital(self._document, at):
            place.marks.add("named")
        pair = [m for m in place.inner if m.kind in (Kind.COUNTRY, Kind.PLACE, Kind.ORGANIZATION, Kind.COALITION)]
        if len(pair) > 1 and any(self._norm(i) in ("-", "–") for i in range(place.first, place.last)):
            place.marks.add("named")
        return place

    def _behind(self, place: Place) -> None:
        """French modifiers, and the names of the sides ("sommet Union européenne-Afrique")."""
        at = place.last
        while at < self._sentence.last:
            mention, hit = self._covering.get(at), self._hit(self._modifiers, at)
            if hit is not None and not (mention is not None and mention.last > hit[0]):
                self._told(place, hit[1])
                at = hit[0]
            elif mention is not None and mention.first == at and mention.kind in _INNER and mention.kind is not Kind.GROUP:
                place.inner.append(mention)
                at = mention.last
            elif self._norm(at) in ("-", "–") and place.inner and at + 1 in self._covering:
                at += 1
            elif self._norm(at) == '"' and self._norm(at + 2) == '"' and capital(self._document, at + 1):
                place.marks.add("named")
                at += 3
            elif self._norm(at) == '"' and place.first > self._sentence.first and self._norm(place.first - 1) == '"':
                place.marks.add("named")
                at += 1
            elif self._norm(at + 1) == '"' and self._norm(place.first - 1) == '"' and capital(self._document, at):
                place.marks.add("named")
                at += 2
            else:
                break
            place.last = at

    def _before(self, place: Place) -> None:
        """English modifiers and names, ordinals, a day with a possessive; then whether the reader knows the meeting."""
        at = place.first
        while at > self._sentence.first:
            start = self._step_back(place, at)
            if start is None:
                break
            at = place.first = start
        before = self._norm(at - 1)
        if before in words("definite") or (before == "'" and self._norm(at - 2) == "l"):
            place.marks.add("definite")
        elif before in words("none"):
            place.marks.add("none")
        if any(m in place.kinds for m in ("planned", "previous", "new", "virtual")):
            place.marks.update(m for m in place.kinds if m in ("planned", "previous", "new", "virtual"))
            place.kinds = [k for k in place.kinds if k not in place.marks]

    def _step_back(self, place: Place, at: int) -> int | None:
        """The start of the modifier that ends at token `at`."""
        mention = self._covering.get(at - 1)
        english = self._document.language == "en"
        if mention is not None:
            inner = english and (mention.kind in _INNER or mention.kind is Kind.DATE)
            if inner and mention.last == at:
                place.inner.append(mention)
                return mention.first
            return None
        norm = self._norm(at - 1)
        owner = self._covering.get(at - 3) if english and norm == "s" and self._norm(at - 2) == "'" else None
        if owner is not None and (owner.kind in _INNER or owner.kind is Kind.DATE):
            place.inner.append(owner)
            return owner.first
        if norm in ("-", "–", '"', "'") and english and at - 2 >= self._sentence.first:
            held = self._covering.get(at - 2)
            return at - 1 if held is not None and held.kind in _INNER else self._modifier(place, at)
        ordinal = self._ordinal(at)
        if ordinal is not None:
            place.edition = (ordinal[0], ordinal[1])
            return ordinal[1]
        return self._modifier(place, at)

    def _modifier(self, place: Place, at: int) -> int | None:
        for length in (5, 4, 3, 2, 1):
            start = at - length
            if start < self._sentence.first:
                continue
            hit = self._hit(self._modifiers, start)
            if hit is not None and hit[0] == at:
                self._told(place, hit[1])
                return start
        return None

    def _told(self, place: Place, word: Word) -> None:
        if word.kind != "-":
            place.kinds.append(word.kind)

    def _ordinal(self, at: int) -> tuple[int, int] | None:
        """The number of a meeting and the token it begins at: "17th", "7e", "third"."""
        norm, before = self._norm(at - 1), self._norm(at - 2)
        if norm in words("ordinal_ends") and before.isdigit() and len(before) <= 3:
            return int(before), at - 2
        number = _ordinals().get(norm)
        return None if number is None or self._norm(at) == "meeting" else (number, at - 1)
