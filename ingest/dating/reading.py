"""Reads the dates of a stretch of tokens: finds, joins double dates, resolves against a reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.dating.grammar import Match, in_sentence
from ingest.dating.resolve import resolve
from ingest.dating.resolved import Context, Resolved
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.parts import Document, Sentence, Token
from ingest.tenses import is_future_form
from ingest.word_lists import is_in, word_list, word_lists
from kg.claim import PartialDate

_PUT_OFF = "meetings/date.toml"
_BEHIND, _AHEAD = 24, 6  # how many tokens around a bare weekday are searched for a verb that tells the time


@dataclass(slots=True, unsafe_hash=True)
class Found:
    """A date expression with its value."""

    match: Match
    value: Resolved


def read(
    document: Document, sentence: Sentence, reference: PartialDate | None, month: PartialDate | None = None
) -> Iterator[Found]:
    """The dates of a sentence, in order, not overlapping; `month` is that told last in front of it."""
    tokens = document.tokens
    pending: Found | None = None
    year = month.year if month is not None else None
    for match in in_sentence(document, sentence):
        later = _is_put_off(tokens, sentence.first, match)
        ahead = later or _looks_ahead(tokens, sentence.first, sentence.last, match)
        value = resolve(match, Context(reference, ahead, month, year, later))
        if value is None:
            continue
        month = month_of(Found(match, value)) or month
        year = value.start.year if value.start is not None and {"month", "year"} & match.parts.keys() else year
        found = Found(match, value)
        if pending is not None:
            joined = _joined(pending, found, tokens)
            if joined is None:
                yield pending
            pending = joined or found
        else:
            pending = found
    if pending is not None:
        yield pending


def month_of(found: Found) -> PartialDate | None:
    """The day or month of a date that names its month."""
    named = "month" in found.match.parts and found.value.start is not None and found.value.start.month is not None
    return found.value.start if named else None


@lru_cache(maxsize=1)
def _joiners() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_tsv("date_words.tsv") if row["class"] == "EQUIV")


def _joined(left: Found, right: Found, tokens: Sequence[Token]) -> Found | None:
    """"15 شوال 1443 الموافق 16 ماي 2022" is one date; the Gregorian half is the more exact."""
    between = [t.norm for t in tokens[left.match.last : right.match.first]]
    words = [w for w in between if w not in ("ل", "(", "/", "-", "،", "–")]
    bare = bool(between) and words in ([], ["ه"])  # only punctuation between the two
    linked = bare or (len(words) == 1 and words[0] in _joiners())
    if len(between) > 4 or not linked or (left.match.resolve == "hijri") == (right.match.resolve == "hijri"):
        return None
    gregorian = right if left.match.resolve == "hijri" else left
    match = replace(gregorian.match, first=left.match.first, last=right.match.last, prefix=left.match.prefix)
    return Found(match, gregorian.value)


@lru_cache(maxsize=1)
def _tenses() -> Mapping[str, str]:
    return {fold(row["word"]): row["class"] for row in read_tsv("tense.tsv") if row["class"] != "name"}


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_tsv("tense.tsv") if row["class"] == "name")


@lru_cache(maxsize=1)
def _putting_off() -> frozenset[str]:
    return frozenset().union(*[word_list(_PUT_OFF, name) for name in ("postponed", "was_moved", "extended")])


@lru_cache(maxsize=1 << 14)
def tense(norm: str) -> str | None:
    """"future", "present" or "past" where the folded word tells the time of its clause."""
    known = _tenses().get(norm)
    if known is None and norm[:1] in "وفل" and len(norm) > 3 and norm not in _names():
        norm = norm[1:]
        known = _tenses().get(norm)
    if known is None and is_future_form(norm):
        return "future"
    return known or _with_object(norm)


def _with_object(norm: str) -> str | None:
    """ "ترأسته", "تستضيفها": the time of a known verb with its object, but not of "كأنها"."""
    suffix = next((s for s in ("ها", "ه") if norm.endswith(s)), "")
    verb = norm[: -len(suffix)] if suffix else ""
    return _tenses().get(verb) if len(verb) > (2 if suffix == "ها" else 3) and verb != "كان" else None


def _is_put_off(tokens: Sequence[Token], first: int, match: Match) -> bool:
    """Whether a bare weekday is that to which something is put off: "أرجئ الاجتماع إلى الأحد"."""
    before = match.first - 1
    if not match.resolve.startswith("weekday") or before < first or tokens[before].norm not in word_list(_PUT_OFF, "until"):
        return False
    return any(is_in(tokens[i].norm, _putting_off()) for i in range(max(first, before - _BEHIND), before))


def _looks_ahead(tokens: Sequence[Token], first: int, last: int, match: Match) -> bool:
    """Whether the verb next to a bare weekday points forward. News without such a sign tells of what has been."""
    if not match.resolve.startswith("weekday") or "today" in match.parts:
        return False
    for i in range(match.first - 1, max(first, match.first - _BEHIND) - 1, -1):
        sign = tense(tokens[i].norm)
        if sign is not None:
            return sign != "past"
    that = word_lists("speech.toml")["that"]
    for i in range(match.last, min(last, match.last + _AHEAD)):
        if tokens[i].norm in that:
            return False  # "أعلن خلال لقائه الأحد أن بلاده ستقدم …": the time of what is said
        sign = tense(tokens[i].norm)
        if sign is not None:
            return sign == "future"
    return False
