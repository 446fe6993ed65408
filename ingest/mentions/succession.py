"""Whose office somebody takes over: "انتخب X أمينا عاما للمجلس خلفا لـY" tells the office that Y had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions.mention import Kind
from ingest.mentions.person_phrases import Person, Phrases
from ingest.mentions.title_heads import ACCUSATIVE, Title, title_words
from ingest.sieve import Sieve

_FULL = 2  # parts of a name that nothing else tells to be one
_instead = Sieve(lambda norm: norm in title_words()["instead_of"])


def bind_followed(finder: Phrases, titles: Sequence[Title]) -> None:
    """Gives the office told before "خلفا لـ" to the one named behind it, as one that is over."""
    for at in finder.document.sifted(_instead):
        sentence = finder.names.sentence
        mine = [t for p in finder.persons for t in p.titles]
        told = [t for t in [*titles, *mine] if t.first < at and sentence[t.first] == sentence[at] and t.extended]
        last = max(told, key=lambda t: t.first, default=None)
        if last is None or last.counterpart or last.head.kind in ("job", "led") or not _is_taken_over(finder, last, at):
            continue
        person = _named(finder, at + 1)
        finder.persons.sort(key=lambda p: p.first)
        if person is not None and not person.titles:
            person.titles.append(replace(last, former=True, told=at))


def _is_taken_over(finder: Phrases, title: Title, at: int) -> bool:
    """Whether the office is that of the successor, not of who appoints him: told with a verb, or beside his name."""
    told = title.head.form == ACCUSATIVE or title.told is not None
    told = told or finder.tokens[title.first - 1].norm in title_words()["held_office"]
    beside = next((p for p in finder.persons if p.last in (at, at - 1) and title in p.titles), None)
    return told or beside is not None


def _named(finder: Phrases, at: int) -> Person | None:
    """The person whose name begins behind "خلفا": with ل glued to it, or behind the adjective of a country that has it."""
    if at >= len(finder.tokens) or not finder.tokens[at].norm.startswith("ل"):
        return None
    nation = next((m for m in finder.found if m.first == at and m.kind is Kind.NISBA), None)
    first = at if nation is None else nation.last
    person = next((p for p in finder.persons if p.name.first == first), None)
    if person is not None:
        return person
    if nation is None and finder.tokens[at].norm.startswith("لل"):
        return None  # "للطيب": a name with the article, of which the letters alone do not tell
    name = finder.names.forward(first, clitics=nation is None)
    if name is None or name.parts < _FULL or not finder.taken.isdisjoint(range(name.first, name.last)):
        return None
    person = Person(name.first, name.last, name, [], "name behind its successor")
    finder.add(person)
    return person
