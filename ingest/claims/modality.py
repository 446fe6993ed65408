"""How a predicate is held by the text: told as done, not so, still to come, merely possible, or as somebody's words.

The cues are words with a side and a reach (`ingest/cues.py`); the nearest applicable denial wins over any plan, a plan
over a report. Only a bounded window around the predicate is read, so a whole article is read in linear time.
"""

from __future__ import annotations

from bisect import bisect_right

from ingest.claims import speech
from ingest.cues import HARD_BREAKS, blocked, cues_at, governing, words
from ingest.document import Document, Sentence
from ingest.mention import Reading
from ingest.taken_back import taken_back
from ingest.tenses import is_future_form, is_present_form
from ingest.unreal import by_plan, came_to_nothing, foreseen, irrealis, light_verb, unsettled
from kg.claim import Modality

_REPORT_WINDOW = 60   # tokens before the predicate in which a verb of saying may stand
_QUOTES = frozenset("\"“”«»„")


def _after(reading: Reading, sentence: Sentence, predicate: int, end: int) -> set[str]:
    """The effects of the cues after the predicate, whose phrase ends at token `end` (exclusive)."""
    effects = set()
    for at in range(end, min(sentence.last, end + 5)):
        for cue, _ in cues_at(reading, sentence, at):
            if cue.side == "after" and at - end <= cue.reach and not blocked(reading.document, cue, end, at):
                effects.add(cue.effect)
    return effects


def _future_date(reading: Reading, sentence: Sentence, predicate: int) -> bool:
    tokens = reading.document.tokens
    for at in range(max(sentence.first, predicate - 16), min(sentence.last, predicate + 17)):
        for cue, _ in cues_at(reading, sentence, at):
            between = (at, predicate) if at < predicate else (predicate + 1, at)
            if cue.effect == "future" and not any(
                tokens[i].norm in HARD_BREAKS or tokens[i].norm in words("relative") for i in range(*between)
            ):
                return True
    return False


def _reported(document: Document, sentence: Sentence, predicate: int) -> bool:
    """Whether the predicate stands in a clause that somebody in this sentence is said to have said."""
    tokens = document.tokens
    opened = False
    for i in range(predicate - 1, max(sentence.first, predicate - _REPORT_WINDOW) - 1, -1):
        norm = tokens[i].norm
        opened = opened or norm in speech.openings()["that"] or norm == ":" or norm in _QUOTES
        if opened and speech.verb_at(norm) is not None:
            return True
    return _sourced(document, sentence, predicate)


def _sourced(document: Document, sentence: Sentence, predicate: int) -> bool:
    """Whether the sentence names a document, a telling or a rumour as its source: "بحسب البيان", "وفق ما ذكرته"."""
    tokens, listed = document.tokens, speech.openings()
    first = max(sentence.first, predicate - _REPORT_WINDOW)
    last = min(sentence.last, predicate + _REPORT_WINDOW)
    for i in range(first, last - 1):
        if tokens[i].norm not in listed["source"]:
            continue
        following = [tokens[k].norm for k in range(i + 1, min(last, i + 4))]
        named = listed["document"] | listed["voice"] | words("hearsay")
        if any(w in named or w.removeprefix("ل") in listed["document"] or speech.verb_at(w) for w in following):
            return True
    return False


def is_supposed(reading: Reading, sentence: Sentence, predicate: int) -> bool:
    """Whether a predicate is only foreseen or supposed: "ستكون قطر قد تعهدت", "إذا تعهدت", "قد تتعهد", "أن تتعهد"."""
    if governing(reading, sentence, predicate) == "supposed" or irrealis(reading.document, sentence, predicate):
        return True
    return foreseen(reading, sentence, predicate) is not None


def modality_of(reading: Reading, sentence: Sentence, token_index: int) -> Modality:
    """How the predicate at a token is held: DENIED over PLANNED over REPORTED over ASSERTED.

    `token_index` is the document index of the verb or noun that carries the predicate; if a mention begins there, cues after
    it are sought behind the whole mention. A noun whose verb means little of its own ("أجرى مباحثات") is held as that is.
    """
    found = _modality(reading, sentence, token_index)
    light = light_verb(reading, sentence, token_index)
    if light is not None and found is not Modality.DENIED:
        verb = _modality(reading, sentence, light)
        return verb if verb in (Modality.DENIED, Modality.PLANNED) else found
    return found


def _modality(reading: Reading, sentence: Sentence, token_index: int) -> Modality:
    document = reading.document
    norm = document.tokens[token_index].norm
    k = bisect_right(reading.firsts, token_index) - 1
    covered = k >= 0 and token_index < reading.mentions[k].last
    end = min(reading.mentions[k].last, sentence.last) if covered else token_index + 1
    before = governing(reading, sentence, token_index)
    after = _after(reading, sentence, token_index, end)
    unreal = irrealis(document, sentence, token_index)
    if (before == "denied" or unreal == "denied") and "except" not in after:
        return Modality.DENIED
    if came_to_nothing(document, sentence, token_index) or taken_back(document, sentence, token_index):
        return Modality.DENIED
    if before in ("planned", "supposed") or "planned" in after or is_future_form(norm) or unreal:
        return Modality.PLANNED
    if is_supposed(reading, sentence, token_index):
        return Modality.PLANNED
    if by_plan(document, sentence, token_index) or unsettled(document, sentence, token_index):
        return Modality.PLANNED
    if is_present_form(norm) and _future_date(reading, sentence, token_index):
        return Modality.PLANNED
    told = before == "reported" or _reported(document, sentence, token_index)
    return Modality.REPORTED if told else Modality.ASSERTED
