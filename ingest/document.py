"""From the bytes of an article to sentences and tokens that know their place in the original text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest import item_lines, language, sentences, tokens, wrapping, zones
from ingest.dating.reference import find_reference
from ingest.parts import Document, Reference, Sentence, Token, Zone
from ingest.repair import repair
from kg.claim import ArticleRecord, Span

__all__ = ["Document", "Reference", "Sentence", "Token", "Zone", "read_document"]


def read_document(record: ArticleRecord) -> Document:
    """Tokens, sentences, zones, language and reference date of one article. Works for any text, also an empty one."""
    pieces = repair(record.text, tokens.scan(record.text))
    words = tuple([Token(i, start, end, norm) for i, (start, end, norm) in enumerate(pieces)])
    furniture = zones.boilerplate(record.text, record.boilerplate)
    spoken = language.spoken(record.text, record.language)
    soft = wrapping.soft_ends if spoken in ("en", "fr") else item_lines.soft_ends
    wrapped = soft(record.text)
    cut = tuple(_sentences(record, words, furniture, wrapped))
    undated = Document(record, words, cut, spoken, Reference(None, "unknown"))
    return replace(undated, reference=find_reference(undated))


def _sentences(
    record: ArticleRecord, words: Sequence[Token], furniture: Sequence[Span], wrapped: frozenset[int]
) -> Iterator[Sentence]:
    """Sentences with their zones; a sentence that runs into site furniture is cut at its border."""
    title_end = zones.title_end(record.text, record.title)
    starts = [span.start for span in furniture]
    index = 0
    for first, last, paragraph in sentences.breaks(record.text, words, wrapped):
        for begin, end, marked in _by_zone(words, first, last, furniture, starts):
            start = words[begin].start
            zone = Zone.BOILERPLATE if marked else Zone.TITLE if start < title_end else Zone.BODY
            yield Sentence(index, begin, end, start, words[end - 1].end, paragraph, zone)
            index += 1


def _by_zone(
    words: Sequence[Token], first: int, last: int, furniture: Sequence[Span], starts: Sequence[int]
) -> Iterator[tuple[int, int, bool]]:
    """Runs of tokens of one sentence that are all inside or all outside the furniture, whose `starts` are given."""

    if not furniture:
        yield first, last, False
        return

    def inside(i: int) -> bool:
        k = bisect_right(starts, words[i].start) - 1
        return k >= 0 and words[i].start < furniture[k].end

    begin, marked = first, inside(first)
    for i in range(first + 1, last):
        if inside(i) != marked:
            yield begin, i, marked
            begin, marked = i, not marked
    yield begin, last, marked
