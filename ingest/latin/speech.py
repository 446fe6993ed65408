"""Who said what, in English and French articles: one statement for each report (`patterns/latin_speech_*.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.latin import LANGUAGES
from ingest.mentions.mention import Kind, Mention, Reading
from ingest.parts import Sentence, Zone
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import M

_SHORTEST = 4  # tokens of content
_BACK = 2      # sentences within which "he" is the one who spoke last
_EDGES = frozenset("\"“”«»,;:.–—-' ’")


@dataclass(slots=True)
class _Last:
    """Who spoke last, or who was the subject of the sentence before."""

    speaker: Referent
    sentence: int


def extract(reading: Reading) -> Iterator[Claim]:
    """The statements of an English or French article, in the order of the text; headlines repeat, and are left out."""
    language = reading.document.language
    if language not in LANGUAGES:
        return
    rules = load(f"latin_speech_{language}")
    last: _Last | None = None
    for sentence in reading.document.sentences:
        if sentence.zone is not Zone.BODY:
            continue
        skeleton = Skeleton.of(reading, sentence)
        taken: list[Span] = []
        for hit in sorted(hits(rules, skeleton), key=lambda h: (h.match.start(), -h.match.end())):
            speaker = _speaker(hit, last, sentence)
            span = _content(hit, sentence)
            if speaker is None or span is None or any(s.start < span.end and span.start < s.end for s in taken):
                continue
            taken.append(span)
            last = _Last(speaker, sentence.index)
            yield _claim(reading, hit, speaker, span)
        head = next((m for m in skeleton.mentions if m.kind is Kind.PERSON and m.referent is not None), None)
        if not taken and head is not None and head.referent is not None:
            last = _Last(head.referent, sentence.index)


def _speaker(hit: Hit, last: _Last | None, sentence: Sentence) -> Referent | None:
    named: list[Mention] = [m for m in hit.mentions("speaker") if m.referent is not None]
    if named:
        return named[0].referent
    if hit.rule.fields.get("speaker") == "last" and last is not None and sentence.index - last.sentence <= _BACK:
        return last.speaker
    return None


def _content(hit: Hit, sentence: Sentence) -> Span | None:
    """The words reported: the group `content` without commas and quotation marks at its ends."""
    document = hit.skeleton.reading.document
    span = hit.span("content")
    tokens = [t for t in document.tokens_of(sentence) if span.start <= t.start and t.end <= span.end]
    while tokens and tokens[0].norm in _EDGES:
        tokens.pop(0)
    while tokens and tokens[-1].norm in _EDGES:
        tokens.pop()
    return Span(tokens[0].start, tokens[-1].end) if len(tokens) >= _SHORTEST else None


def _claim(reading: Reading, hit: Hit, speaker: Referent, span: Span) -> Claim:
    slots: list[tuple[Iri, Slot]] = [(M.topicSpeaker, speaker)]
    key = f"{speaker.type}|{speaker.key}|{span.start}"
    meeting = next((m.referent for m in hit.mentions("meeting") if m.referent is not None), None)
    if meeting is not None:
        slots.append((M.topicMeeting, meeting))
        key += f"|{meeting.key}"
    words = reading.document.text[span.start : span.end]
    frame = Referent(M.Statement, key, slots=tuple(slots))
    return Claim(frame, M.statedContent, words, Modality.REPORTED, (span,), 0.85,
                 f"statement.{reading.document.language}_{hit.rule.name}", attributed_to=speaker)
