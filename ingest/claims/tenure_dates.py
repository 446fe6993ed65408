"""Since when and until when an office is held: "تولى فلان منصب … في مايو 2019", "وزير الخارجية منذ عام 2018", "(2001-2011)".

Read from the day backwards: the person named before it, and nothing between the office and the day but words that lead up to
a day. Verbs and words: `ingest/lexicon/tenures.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest import conjugation
from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.modality import modality_of
from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mention import DateValue, Kind, Mention, Post, Reading
from ingest.word_lists import is_in, word_lists
from kg.claim import Modality, PartialDate, Span
from kg.iri import Iri
from kg.vocabulary import M

_NEAR = 3    # elements before a person in which the verb stands
_FAR = 12    # tokens between a person and the day, the office among them
_BEGINS, _ENDS = "begins", "ends"


@dataclass(slots=True, unsafe_hash=True)
class Dated:
    """A person's office with what a sentence tells of its time, and the words that tell it."""

    person: Mention
    post: Post
    dates: tuple[tuple[Iri, PartialDate], ...]
    modality: Modality
    evidence: Span


def told(reading: Reading) -> Iterator[Dated]:
    """The times of offices, in the order of the text."""
    for sentence in reading.document.sentences:
        last: Mention | None = None
        for mention in reading.within(sentence):
            if mention.kind is Kind.PERSON:
                last = mention if mention.posts else None
            elif mention.kind is Kind.DATE and last is not None:
                if mention.date is not None and mention.first - last.last <= _FAR:
                    found = _told(clause(reading, sentence), last, mention, mention.date)
                    if found is not None:
                        yield found
                last = None


def _told(row: Clause, person: Mention, day: Mention, date: DateValue) -> Dated | None:
    at, end = row.where(person), row.where(day)
    if at is None or end is None:
        return None
    post = max(person.posts, key=lambda p: p.span.end)
    between = _outside(row, at + 1, end, post)
    verbs = [i for i in between if _tells(row.norm(i))]
    if len(verbs) > 1 or any(i not in verbs and not is_in(row.norm(i), _words("between")) for i in between):
        return None
    if verbs and not any(is_in(row.norm(i), _words("relative")) for i in between if i < verbs[0]):
        return None
    verb = verbs[0] if verbs else _before(row, at)
    tells = "" if verb is None else _tells(row.norm(verb))
    apart = any(row.norm(i) in COMMAS for i in between)  # "…، وزير الخارجية، منذ 2014 عددا من …"
    behind = post.span.end > person.name.end and not verbs and not apart
    dates = _dates(tells, date, [row.norm(i) for i in between], behind)
    span = row.span(at if verb is None else min(at, verb), end + 1)
    if not dates or span is None:
        return None
    held = Modality.ASSERTED if verb is None else modality_of(row.reading, row.sentence, row.elements[verb].first)
    return None if held in (Modality.DENIED, Modality.PLANNED) else Dated(person, post, dates, held, span)


def _outside(row: Clause, begin: int, end: int, post: Post) -> list[int]:
    """The elements from `begin` to `end` that are no part of the office."""
    tokens = row.reading.document.tokens
    return [i for i in range(begin, end) if not post.span.start <= tokens[row.elements[i].first].start < post.span.end]


def _before(row: Clause, at: int) -> int | None:
    """The verb that the person stands behind."""
    for i in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if not row.norm(i) or row.norm(i) in STOPS | COMMAS:
            return None
        if _tells(row.norm(i)):
            return i
    return None


def _dates(tells: str, date: DateValue, words: Sequence[str], behind: bool) -> tuple[tuple[Iri, PartialDate], ...]:
    """What a day says of an office; `behind`: the office stands behind the name, and the day follows it."""
    if date.start is None:
        return ()
    if date.end is not None and date.end != date.start:
        bracketed = behind and words[-1:] == ["("]
        return ((M.since, date.start), (M.until, date.end)) if bracketed or tells not in ("", _ENDS) else ()
    since = any(is_in(word, _words("since")) for word in words)
    until = any(word in _words("until") for word in words)
    if tells == _ENDS:
        return ((M.until, date.start),) if not _words("of_office").isdisjoint(words) else ()
    if until and not since:
        return ((M.until, date.start),) if tells else ()
    begins = since and (behind or tells)
    return ((M.since, date.start),) if begins or (tells == _BEGINS and not until) else ()


def _words(name: str) -> frozenset[str]:
    return word_lists("tenures.toml")[name]


def _tells(norm: str) -> str:
    """What a verb says of an office when a day stands behind it; nothing for other words."""
    return _verbs().get(norm) or (_verbs().get(norm[1:], "") if norm[:1] in ("و", "ف") else "")


@cache
def _verbs() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_toml("tenures.toml")["verb"]:
        past = [told for stem in row["past"] for told in conjugation.past(stem)]
        present = [told for stem in row["present"] for told in conjugation.present(stem) if not told.cut]
        for told_form in (*past, *present):
            found.setdefault(fold(told_form.form), row["tells"])
    return found
