"""Finds the names of an authority list in an article, in one pass over its folded words.

The words of a document are run together into one line; quotes and brackets are left out of it, so that a name matches
whether or not part of it stands in quotes. All names are looked for at once with an Aho-Corasick automaton; a hit counts
when it ends at the end of a word and begins at the beginning of one or behind a glued clitic. Keys are folded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from ahocorasick_rs import AhoCorasick

from ingest.fold import fold_with_offsets
from ingest.parts import Document, Zone, within
from ingest.tokens import scan
from kg.claim import Span

_SILENT: Final = frozenset("\"'“”„«»‘’‚‛‹›()[]{}ـ`´″…")
_CLITIC = re.compile(r"[وف]?[بلك]?")
_CLITIC_BEFORE_LAM = re.compile(r"[وف]?")
BREAK = "¶"
"""Stands between two sentences of a line and matches no name."""


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """The folded words of a document, separated by single blanks; `starts[i]` is where token `tokens[i]` begins."""

    text: str
    starts: Sequence[int]
    tokens: Sequence[int]

    @classmethod
    def of(cls, document: Document) -> Line:
        """The line of all sentences that are not site furniture."""
        words: list[str] = []
        tokens: list[int] = []
        norms = document.norms
        silent = document.where(_SILENT & document.words)
        for sentence in document.sentences:
            if sentence.zone is not Zone.BOILERPLATE:
                at = sentence.first
                for mark in [*within(silent, sentence), sentence.last]:
                    words += norms[at:mark]
                    tokens += range(at, mark)
                    at = mark + 1
                words.append(BREAK)
                tokens.append(sentence.last)
        if small := document.capitals:
            words = [small.get(word, word) for word in words]
        starts = [0, *accumulate([len(word) + 1 for word in words])]
        return cls(" ".join(words), starts[: len(words)], tokens)

    def position(self, offset: int) -> int:
        """The place in `starts` of the word that covers a character offset."""
        return bisect_right(self.starts, offset) - 1


@dataclass(slots=True, unsafe_hash=True)
class Found:
    """Tokens `first` to `last` (exclusive) of the document carry the name number `entry`; `prefix` are glued clitics.

    `cut` is the number of folded characters of the first token that belong to the clitics (with the lam of "لل").
    """

    first: int
    last: int
    prefix: str
    cut: int
    entry: int
    key: str


def found_in(line: Line, start: int, end: int, entry: int, key: str) -> Found | None:
    """A hit at characters `start` to `end` of the line, or None if it begins or ends inside a word."""
    if end < len(line.text) and line.text[end] != " ":
        return None
    place = line.position(start)
    before = line.text[line.starts[place] : start]
    lam = key.startswith("لل")
    if before and not (_CLITIC_BEFORE_LAM if lam else _CLITIC).fullmatch(before):
        return None
    if before and not lam and before[-1] == "ل" and key.startswith("ال"):
        return None  # "ل" before the article is written "لل"
    last = line.tokens[line.position(end - 1)] + 1
    prefix, cut = (before + "ل", len(before) + 2) if lam else (before, len(before))
    return Found(line.tokens[place], last, prefix, cut, entry, key)


def key_of(name: str) -> str:
    """A name as it would stand in a line."""
    return " ".join(norm.lower() for _, _, norm in scan(name) if norm not in _SILENT)


class Gazetteer:
    """Folded names with the number of their entry. A name with the article is also found after the preposition لـ."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        keys: dict[str, int] = {}
        for name, entry in names:
            key = key_of(name)
            keys.setdefault(key, entry)
            if key.startswith("ال"):
                keys.setdefault("لل" + key[2:], entry)
        self._keys = list(keys)
        self._entries = list(keys.values())
        self._automaton = AhoCorasick(self._keys)

    def find(self, line: Line) -> Iterator[Found]:
        """The hits in the order of the text; of overlapping ones the leftmost, of those the longest."""
        hits: list[Found] = []
        for number, start, end in self._automaton.find_matches_as_indexes(line.text, overlapping=True):
            found = found_in(line, start, end, self._entries[number], self._keys[number])
            if found is not None:
                hits.append(found)
        yield from leftmost_longest(hits)


def leftmost_longest(hits: Iterable[Found]) -> Iterator[Found]:
    """Drop every hit that overlaps an earlier or, from the same token, a longer one."""
    reached = -1
    for hit in sorted(hits, key=lambda h: (h.first, -h.last, h.cut)):
        if hit.first >= reached:
            reached = hit.last
            yield hit


def name_span(document: Document, first: int, last: int, cut: int) -> Span:
    """The original text of tokens `first` to `last` (exclusive) without `cut` folded characters at its beginning."""
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    if cut:
        folded, offsets = fold_with_offsets(document.text[start : document.tokens[first].end])
        if " " in folded or "\u00a0" in folded:  # "و مصر": an "and" written apart
            offsets = [at for at, letter in zip(offsets, folded + "-", strict=True) if letter not in " \u00a0"]
        start += offsets[min(cut, len(offsets) - 1)]
    return Span(start, end)
