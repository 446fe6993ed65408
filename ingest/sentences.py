"""Cuts the tokens of an article into sentences.

A sentence ends at . ؟ ? ! … and at every line end; never at a comma, inside a number, after an initial ("د.", "U.S.") or at
the two dots Arabic papers write for a dash. A quotation is kept whole as long as it is not longer than `_QUOTE_LIMIT`.
A text without stops is cut all the same, at commas: what is read of a sentence is compared within it, and nobody writes one
of `_LONGEST` tokens (the longest in some three hundred articles has 347).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.parts import Sentence, Token

_ENDS = frozenset(".؟?!…")
_QUOTES = frozenset("\"“”«»„‟")
_CLOSERS = _QUOTES | frozenset("’'›)]}")
_TELLING: Final = _ENDS | _QUOTES
_QUOTE_LIMIT = 400  # code points between the quotation marks
_LONGEST = 600  # tokens of a sentence
_PAUSES = frozenset("،؛,;:")
_LINE_ENDS = "\n\r\u2028\u2029\x0b\x0c"
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\u2029")
_WHOLE_LINE = re.compile(r"[.؟?!…]['’\"”»)\]]?[^\S\n]*\n")


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(row["abbreviation"]).lower() for row in read_tsv("abbreviations.tsv"))


def breaks(text: str, tokens: Sequence[Token], wrapped: frozenset[int] = frozenset()) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last, paragraph) for every sentence; every token lies in exactly one. Linear time.

    `wrapped` are the offsets of line ends that end no sentence.
    """
    paragraph = 0
    line_first = 0
    marks = [i for i, token in enumerate(tokens) if token.norm in _TELLING]
    for i in _line_ends(text, tokens, wrapped):
        first = line_first
        for cut in [*_cuts(text, tokens, marks[bisect_left(marks, line_first) : bisect_left(marks, i)], i), i]:
            while cut - first > _LONGEST:
                pause = _pause(tokens, first)
                yield first, pause, paragraph
                first = pause
            if first < cut:
                yield first, cut, paragraph
            first = cut
        gap = text[tokens[i - 1].end : tokens[i].start] if i < len(tokens) else ""
        if _PARAGRAPH_END.search(gap.replace("\r", "")):
            paragraph += 1
        line_first = i


def _pause(tokens: Sequence[Token], first: int) -> int:
    """Where a text that does not end is cut: behind the last comma that leaves a sentence neither too long nor short."""
    last = first + _LONGEST
    return next((i for i in range(last, first + _LONGEST // 2, -1) if tokens[i - 1].norm in _PAUSES), last)


def are_apart(text: str, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are of different paragraphs; agencies leave no empty line between those that end with a stop."""
    if one.paragraph != other.paragraph:
        return True
    first, last = min(one.start, other.start), max(one.start, other.start)
    return _WHOLE_LINE.search(text, first, last) is not None


def _line_ends(text: str, tokens: Sequence[Token], wrapped: frozenset[int]) -> Iterator[int]:
    """Where lines end: the tokens that begin the next ones, then the end of the text."""
    starts = [token.start for token in tokens]
    reached = 0
    for end in sorted([m.start() for mark in _LINE_ENDS if mark in text for m in re.finditer(mark, text)]):
        i = bisect_left(starts, end)
        if reached < i < len(tokens):  # what stands between two tokens is one end however many marks it has
            reached = i
            if end not in wrapped:
                yield i
    if tokens:
        yield len(tokens)


def _cuts(text: str, tokens: Sequence[Token], marks: Sequence[int], last: int) -> Iterator[int]:
    """The positions inside a line, which ends before `last`, at which a new sentence begins."""
    quoted = _quotations(tokens, [i for i in marks if tokens[i].norm in _QUOTES])
    reached = 0
    for i in marks:
        if i < reached or tokens[i].norm not in _ENDS or i in quoted or not _ends_here(text, tokens, i, last):
            continue
        reached = i + 1
        while reached < last and _belongs_to_end(tokens[reached], tokens[reached - 1]):
            reached += 1
        if reached < last:
            yield reached


def _belongs_to_end(token: Token, before: Token) -> bool:
    return token.norm in _ENDS or (token.norm in _CLOSERS and token.start == before.end)


def _quotations(tokens: Sequence[Token], marks: Sequence[int]) -> set[int]:
    """Token positions inside a short closed quotation. Marks are paired in order: papers mix up opening and closing ones."""
    inside: set[int] = set()
    if len(marks) % 2:
        return inside
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if tokens[closing].start - tokens[opening].end <= _QUOTE_LIMIT:
            # The stop just before the closing mark may end the sentence.
            inside.update(range(opening, closing - 1))
    return inside


def _ends_here(text: str, tokens: Sequence[Token], i: int, last: int) -> bool:
    if tokens[i].norm != ".":
        return True
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < last else None
    touches_after = after is not None and after.start == tokens[i].end
    if after is not None and touches_after and after.norm == ".":
        # Two dots are a dash, three an ellipsis.
        return i + 2 < last and tokens[i + 2].norm == "." and tokens[i + 2].start == after.end
    if before is None or before.end != tokens[i].start:
        return True
    if before.norm == ".":
        return i >= 2 and tokens[i - 2].norm == "."
    if before.norm.lower() in _abbreviations():
        return after is None
    if touches_after and after is not None and _is_letter(before) and _is_letter(after):
        return False  # "(س.ص)"
    latin = before.norm.isascii() and before.is_word
    if latin and (len(before.norm) == 1 or (touches_after and after is not None and after.norm.isascii() and after.is_word)):
        return after is None
    return not (before.is_number and after is not None and touches_after and after.is_number)


def _is_letter(token: Token) -> bool:
    return token.is_word and len(token.norm) == 1
