"""Two short names that stand side by side and look like one: "التقى كيري عباس", "كلا من متكي وجول".

A run of words is two names where each half is the end of the name of somebody whom the article names in full elsewhere, and
nobody bears the run as a whole. Without "and" or a preposition between the halves a verb of meeting stands before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.mentions.meetings.lexicon import verb_class, verb_forms
from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.persons.phrases import Person
from ingest.mentions.words.name_words import Word
from ingest.mentions.words.sayings import is_saying
from ingest.mentions.words.title_heads import title_words

_BOUND = (Word.SERVANT, Word.LINK, Word.LEAD)  # behind these no name begins: "عبد الله", "بن سعد", "أبو بكر"
_GIVEN = (Word.GIVEN, Word.SERVANT)
_FIRST = (*_GIVEN, Word.WEAK)
_APPOINTING = ("state", "body", "sovereign")  # holders of such offices appoint others
_FAMILY = (Word.UNKNOWN, Word.ARTICLE)
_GLUED = "وبل"
_TWO_NAMES = 4  # parts of two names that have a given name and a family name each
_Words = tuple[str, ...]


def find(document: Document, names: Names, persons: Sequence[Person]) -> Iterator[tuple[Person, Person, Person]]:
    """Each phrase that is two persons, and the two."""
    yield from _split(document, names, persons)
    yield from _appointed(document, names, persons)
    yield from _received(document, names, persons)


def _split(document: Document, names: Names, persons: Sequence[Person]) -> Iterator[tuple[Person, Person, Person]]:
    """Each phrase that is two names known elsewhere, and the two."""
    bearers = [p for p in persons if p.name.parts >= 2 and (p.titles or p.like is not None or p.first < p.name.first)]
    ends = _ends(document, names, bearers)
    whole = {_words(document, p.name) for p in bearers}
    for person in persons:
        name = person.name
        if person.titles or person.like is not None or name.parts < 2 or _words(document, name) in whole:
            continue
        met = _is_met(document, person.first)
        for at in range(name.first + 1, name.last):
            if names.words[at - 1] in _BOUND:
                continue
            prefix = _second(document, ends, name, at, met)
            if prefix is not None:
                first = Name(name.first, at, name.prefix, True, _count(names, name.first, at))
                second = Name(at, name.last, prefix, True, _count(names, at, name.last))
                reason = "one of two names side by side"
                yield person, Person(person.first, at, first, [], reason), Person(at, name.last, second, [], reason)
                break


def _appointed(document: Document, names: Names, persons: Sequence[Person]) -> Iterator[tuple[Person, Person, Person]]:
    """Who appoints and who is appointed: "عين الرئيس سالم العمري سمير القاسم وزيرا". Each phrase that is both, the two."""
    for person in persons:
        before = document.norms[person.first - 1].removeprefix("و") if person.first else ""
        heads = [t for t in person.titles if t.last <= person.name.first and t.head.kind in _APPOINTING]
        dismissed, nominated = before in title_words()["dismissing"], before in title_words()["nominating"]
        if not heads or not (dismissed or nominated or before in title_words()["appointing"]):
            continue
        offices = [t for t in person.titles if t.first >= person.name.last]
        charged = document.norms[person.last : person.last + 1]
        formed = bool(charged) and (charged[0] == "من" if dismissed else charged[0].endswith(tuple(title_words()["formed"])))
        formed = formed or (nominated and bool(charged) and (charged[0][0] == "ل" or charged[0][-1] in "اه"))
        if not offices and not formed:
            continue
        at = _begins_second(names, person.name) or _halves(names, person.name)
        if at is not None:
            name, reason = person.name, "who appoints and who is appointed"
            front = Name(name.first, at, name.prefix, True, _count(names, name.first, at))
            behind = Name(at, name.last, "", True, _count(names, at, name.last))
            own = [t for t in person.titles if t not in offices]
            yield person, replace(person, last=at, name=front, titles=own), Person(at, person.last, behind, offices, reason)


def _received(document: Document, names: Names, persons: Sequence[Person]) -> Iterator[tuple[Person, Person, Person]]:
    """Who receives and who is received: "استقبل الرئيس رجب طيب أردوغان أحمد الشرع في أنقرة". Each phrase, the two."""
    for person in persons:
        held = [t for t in person.titles if t.last <= person.name.first and t.head.kind in _APPOINTING]
        verb = verb_class(document.norms[person.first - 1].removeprefix("و")) if person.first and held else None
        if verb is None or verb[0] not in ("meet", "receive") or len(held) < len(person.titles):
            continue
        name = person.name
        for at in range(name.first + 2, name.last):
            front = Name(name.first, at, name.prefix, True, _count(names, name.first, at))
            behind = names.forward(at) if names.words[at] in _GIVEN and names.words[at - 1] in _FAMILY else None
            if behind is not None and behind.parts >= 2 and front.parts >= 2:
                reason = "who receives and who is received"
                yield person, replace(person, last=at, name=front), Person(at, behind.last, behind, [], reason)
                break


def _halves(names: Names, name: Name) -> int | None:
    """Where the second of two names of two parts begins, whatever its words: "عبد المجيد تبون سيفي غريب"."""
    begins = [at for at in range(name.first, name.last) if at == name.first or names.words[at - 1] not in _BOUND]
    plain = len(begins) == _TWO_NAMES and all(names.words[at] not in (Word.LINK, Word.LEAD) for at in begins)
    return begins[2] if plain else None


def _begins_second(names: Names, name: Name) -> int | None:
    """Where a second name begins in a run of words: with a given name behind a family name, or the third of four."""
    for at in range(name.first + 1, name.last - 1):
        words = names.words[name.first : name.last]
        before, parts = names.words[at - 1], _count(names, name.first, at) - words[: at - name.first].count(Word.SERVANT)
        if names.words[at] not in _GIVEN or before in _BOUND or _count(names, at, name.last) < 2:
            continue
        if parts == 2 or (parts == 1 and words[0] not in _FIRST):
            return at
    return None


def _second(document: Document, ends: dict[_Words, set[_Words]], name: Name, at: int, met: bool) -> str | None:
    """What is glued to the second of two names that part at a token, or None if they are not two."""
    words = _words(document, name)
    cut = at - name.first
    front, behind = ends.get(words[:cut]), words[cut:]
    if front is None:
        return None
    if met and _differ(front, ends.get(behind)):
        return ""
    glued = behind[0][0] in _GLUED and _differ(front, ends.get((behind[0][1:], *behind[1:])))
    return behind[0][0] if glued else None


def _differ(some: set[_Words], others: set[_Words] | None) -> bool:
    return others is not None and len(some) == len(others) == 1 and some != others


def _ends(document: Document, names: Names, bearers: Sequence[Person]) -> dict[_Words, set[_Words]]:
    """The last words of every full name, and the names that end so."""
    found: dict[_Words, set[_Words]] = {}
    for person in bearers:
        name, words = person.name, _words(document, person.name)
        bare = (words[0][1:], *words[1:]) if name.prefix and words[0].startswith(name.prefix) else words
        for at in range(name.first, name.last):
            if at == name.first or names.words[at - 1] not in _BOUND:
                found.setdefault(bare[at - name.first :], set()).add(bare)
    return found


def _words(document: Document, name: Name) -> _Words:
    return tuple(document.tokens[i].norm for i in range(name.first, name.last))


def _count(names: Names, first: int, last: int) -> int:
    return sum(names.words[i] not in (Word.LINK, Word.LEAD) for i in range(first, last))


def _is_met(document: Document, at: int) -> bool:
    """Whether a verb stands before a token of which one of two is the subject and the other the object."""
    before = document.tokens[at - 1].norm if at else ""
    return before in verb_forms() or is_saying(before)
