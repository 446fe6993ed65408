"""Offices that a verb gives to somebody are his only if it is told as done: "نفى أن فلانا تولى رئاسة الحكومة" gives none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.cues import governing
from ingest.document import Document
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.persons.phrases import Person
from ingest.mentions.settled import resolve
from ingest.mentions.words.name_words import quotes
from ingest.mentions.words.title_heads import Title, title_words
from ingest.parts import Sentence
from ingest.unreal import foreseen, irrealis
from kg.claim import Span

_IMAGINED = 2  # tokens from the office to "in the eyes (of)", "in a poll"


def drop_unreal(document: Document, found: Sequence[Mention], persons: Sequence[Person]) -> None:
    """Takes from persons the offices told by a verb that is denied, asked, wished, planned or rumoured."""
    told = [(person, title) for person in persons for title in person.titles if title.told is not None]
    if not told:
        return
    tokens = document.tokens
    named = [
        Mention(Kind.PERSON, p.first, p.last, Span(tokens[p.first].start, tokens[p.last - 1].end), None, p.reason)
        for p in persons
    ]
    reading = Reading(document, tuple(resolve([*found, *named])))
    opening = [sentence.first for sentence in document.sentences]
    for person, title in told:
        verb = title.told or 0
        sentence = document.sentences[bisect_right(opening, verb) - 1]
        imagined = verb < person.first and _is_imagined(document, sentence, title, verb)
        if imagined or _is_unreal(reading, sentence, verb):
            person.titles = [other for other in person.titles if other is not title]
    reading.forget()


def _is_unreal(reading: Reading, sentence: Sentence, verb: int) -> bool:
    unreal = governing(reading, sentence, verb) or irrealis(reading.document, sentence, verb)
    return unreal is not None or foreseen(reading, sentence, verb) is not None


def _is_imagined(document: Document, sentence: Sentence, title: Title, verb: int) -> bool:
    """Whether an office is held in the eyes of some, in a poll, on a banner; or a crown is, by who has "become" a king."""
    tokens = document.tokens
    if verb > sentence.first and quotes(tokens[verb - 1].norm):
        return True
    if title.head.kind == "sovereign" and tokens[verb].norm.removeprefix("و") in title_words()["became"]:
        return True
    behind = [tokens[i].norm for i in range(title.last, min(title.last + _IMAGINED, sentence.last))]
    return len(behind) == _IMAGINED and behind[0] in ("في", "ب", "بحسب") and behind[1] in title_words()["imagined"]
