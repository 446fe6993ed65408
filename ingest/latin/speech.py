"""Who said what, in English and French articles: one statement for each report (`patterns/latin_speech_*.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.latin import LANGUAGES
from ingest.latin.text import plain, words
from ingest.mention import Kind, Mention, Reading
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
        spoke: set[int] = set()
        for hit in sorted(hits(rules, skeleton), key=lambda h: (h.match.start(), -h.match.end())):
            speaker = _speaker(hit, last, sentence)
            span = _content(hit, sentence)
            at = hit.token("speaker")
            if speaker is None or span is None or any(s.start < span.end and span.start < s.end for s in taken):
                continue
            if hit.has("speaker") and at in spoke:
                continue
            spoke.add(at)
            taken.append(span)
            last = _Last(speaker, sentence.index)
            yield _claim(reading, hit, speaker, span)
        head = next((m for m in skeleton.mentions if m.kind is Kind.PERSON and m.referent is not None), None)
        if not taken and head is not None and head.referent is not None:
            last = _Last(head.referent, sentence.index)


def _speaker(hit: Hit, last: _Last | None, sentence: Sentence) -> Referent | None:
    named: list[Mention] = [m for m in hit.mentions("speaker") if m.referent is not None]
    if named:
        return None if _complement(hit, named[0]) else named[0].referent
    if hit.rule.fields.get("speaker") == "last" and last is not None and sentence.index - last.sentence <= _BACK:
        return last.speaker
    return None


def _complement(hit: Hit, speaker: Mention) -> bool:
    """Whether a body stands behind a preposition, perhaps with its article: something of it speaks, not the body."""
    if speaker.kind in (Kind.PERSON, Kind.TITLE) or hit.rule.name == "according_to":
        return False
    tokens, first = hit.skeleton.reading.document.tokens, speaker.first
    before = [plain(t.norm) for t in tokens[max(first - 3, hit.skeleton.sentence.first) : first]]
    while before and before[-1] in words("articles"):
        before.pop()
    return bool(before) and before[-1] in words("complement")


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
    content = reading.document.text[span.start : span.end]
    frame = Referent(M.Statement, key, slots=tuple(slots))
    modality = Modality.DENIED if hit.rule.fields.get("modality") == "denied" else Modality.REPORTED
    return Claim(frame, M.statedContent, content, modality, (span,), 0.85,
                 f"statement.{reading.document.language}_{hit.rule.name}", attributed_to=speaker)
