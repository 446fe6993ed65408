"""Whose office somebody takes over: "انتخب X أمينا عاما للمجلس خلفا لـY" tells the office that Y had."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.mention import Kind
from ingest.mentions.persons.phrases import Person, Phrases
from ingest.mentions.words.title_heads import ACCUSATIVE, Title, title_words
from ingest.sieve import Sieve

F = TypeVar("F", Person, Title)

_NEAR = 40  # tokens in which a person begins whose name or office ends at a token
_FULL = 2  # parts of a name that nothing else tells to be one
_instead = Sieve(lambda norm: norm in title_words()["instead_of"])


def bind_followed(finder: Phrases, titles: Sequence[Title]) -> None:
    """Gives the office told before "خلفا لـ" to the one named behind it, as one that is over."""
    for at in finder.document.sifted(_instead):
        title = _told_last(finder, titles, at)
        if title is None or title.counterpart or title.head.kind in ("job", "led") or not _is_taken_over(finder, title, at):
            continue
        person = _named(finder, at + 1)
        if person is not None and not person.titles:
            person.titles.append(replace(title, former=True, told=at))


def _told_last(finder: Phrases, titles: Sequence[Title], at: int) -> Title | None:
    """The office told last before a token in its sentence, with what it is of: one without a name, or somebody's."""
    begin = bisect_left(finder.names.sentence, finder.names.sentence[at])
    free = (t for t in reversed(_within(titles, begin, at)) if t.extended)
    persons = reversed(_within(finder.persons, begin, at))
    held = (t for p in persons for t in p.titles if t.extended and begin <= t.first < at)
    return max((t for t in (next(free, None), next(held, None)) if t is not None), key=lambda t: t.first, default=None)


def _within(found: Sequence[F], first: int, last: int) -> Sequence[F]:
    """Those, in the order of the text, that begin in a stretch of tokens."""
    begin = bisect_left(found, first, key=lambda one: one.first)
    return found[begin : bisect_left(found, last, begin, key=lambda one: one.first)]


def _is_taken_over(finder: Phrases, title: Title, at: int) -> bool:
    """Whether the office is that of the successor, not of who appoints him: told with a verb, or beside his name."""
    told = title.head.form == ACCUSATIVE or title.told is not None
    told = told or finder.tokens[title.first - 1].norm in title_words()["held_office"]
    beside = _within(finder.persons, at - _NEAR, at)
    return told or any(p.last in (at, at - 1) and title in p.titles for p in beside)


def _named(finder: Phrases, at: int) -> Person | None:
    """The person whose name begins behind "خلفا": with ل glued to it, or behind the adjective of a country that has it."""
    if at >= len(finder.tokens) or not finder.tokens[at].norm.startswith("ل"):
        return None
    nation = next((m for m in finder.found if m.first == at and m.kind is Kind.NISBA), None)
    first = at if nation is None else nation.last
    person = next((p for p in _within(finder.persons, at - _NEAR, at + _NEAR) if p.name.first == first), None)
    if person is not None:
        return person
    if nation is None and finder.tokens[at].norm.startswith("لل"):
        return None  # "للطيب": a name with the article, of which the letters alone do not tell
    name = finder.names.forward(first, clitics=nation is None)
    if name is None or name.parts < _FULL or not finder.taken.isdisjoint(range(name.first, name.last)):
        return None
    person = Person(name.first, name.last, name, [], "name behind its successor")
    finder.add(person)
    finder.persons.sort(key=lambda p: p.first)
    return person
