"""Words reported without any verb or source word: "فلان: لن نتراجع", and a quotation behind the words of the same person."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, clause
from ingest.claims.speaker import Memory
from ingest.claims.speech import openings, verb_at
from ingest.claims.statement.sources import Cue
from ingest.claims.statement.subject import subject
from ingest.document import Zone
from ingest.mention import Kind
from ingest.mentions.words.name_words import is_common
from ingest.tenses import is_future_form, is_present_form
from kg.vocabulary import M

_NAME = 8      # elements before the colon behind a speaker
_SAID = 3      # elements of the shortest words behind it
_QUOTED = 6    # the same for a quotation that stands alone
_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})


def headed(row: Clause, memory: Memory) -> Cue | None:
    """"فلان: لن نتراجع": a speaker and a colon at the head of the sentence; a body speaks so only in a headline."""
    if ":" not in row.norms[:_NAME] or len(row.elements) < _SAID:
        return None
    colon, first = row.norms.index(":"), row.elements[0]
    speaks = first.kind in _PEOPLE or (first.kind is Kind.ORGANIZATION and row.sentence.zone is Zone.TITLE)
    if not speaks or first.prefix or len(row.elements) - colon <= _SAID or ":" in row.norms[colon + 1 :]:
        return None
    found = subject(row, 0, memory)
    if found is None or found.end != colon or found.how != "named" or row.elements[colon + 1].kind in _PEOPLE:
        return None  # "رئيس اللجنة: فلان": who it is
    if not _may_be_said(row, colon + 1):
        return None
    return Cue(0, colon + 1, found.speakers, "named", "colon", None)


def _may_be_said(row: Clause, at: int) -> bool:
    """Whether words begin as somebody's own do, and not as a headline about him: "فلان: سيرة رجل", "فلان: زيارة مرتقبة"."""
    element, first, words = row.elements[at], row.norm(at), openings()
    if element.mention is not None and element.kind not in (Kind.NUMBER, Kind.MEETING):
        return element.kind is not Kind.PLACE or row.norm(at + 1) not in COMMAS
    if first == "من" and any(norm in words["to"] for norm in row.norms[at:]):
        return False  # "فلان: من المسرح إلى السياسة"
    if first in words["portrait"] or first.removeprefix("ال") in words["portrait"]:
        return False
    listed = ("speech_begins", "own_words", "connective", "adjunct", "that", "condition")
    opens = first.startswith("ال") or first in QUOTES or any(first in words[name] for name in listed)
    ours = first.endswith("نا") or is_future_form(first) or (first.startswith("ن") and not is_common(first))
    return opens or ours or any(map(_tells, row.norms[at + 1 :]))


def _tells(norm: str) -> bool:
    """Whether a word is a finite verb or denies something: there is a sentence, not only a noun with what belongs to it."""
    return is_future_form(norm) or is_present_form(norm) or norm.endswith("وا") or norm in openings()["denying"]


def alone(row: Clause, memory: Memory) -> Cue | None:
    """A sentence that is a quotation, behind the words of one person in the same paragraph."""
    document, sentence, here = row.reading.document, row.sentence, memory.spoken[-1] if memory.spoken else None
    if row.norm(0) not in QUOTES or here is None or here[2] != sentence.index - 1 or len(here[0]) != 1:
        return None
    before = document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or here[0][0].type != M.Person:
        return None
    if clause(row.reading, before).left_open is not None:
        return None  # the mark closes the quotation before
    close = row.quote_end.get(0, len(row.elements))
    whole = all(row.norm(k) in STOPS | QUOTES for k in range(close, len(row.elements)))
    if not whole or close < _QUOTED or _told_behind(row):
        return None
    return Cue(0, 1, here[0], "continued", "colon", None)


def _told_behind(row: Clause) -> bool:
    """Whether the sentence behind a quotation begins with a verb of saying, whose subject may have said it."""
    document, following = row.reading.document, row.sentence.index + 1
    if following >= len(document.sentences):
        return False
    norm = document.tokens[document.sentences[following].first].norm
    verb = verb_at(norm)
    return verb is not None and verb.form == norm
