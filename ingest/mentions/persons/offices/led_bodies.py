"""Chairs and members told by what they lead or belong to: "X الذي يرأس حزب …", "برئاسة X وعضوية كل من Y وZ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import COLLECTIVES, Mention
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.words.name_words import has_article, quotes
from ingest.mentions.words.title_heads import Head, Title, appointed, led_office, title_words

_BESIDE = 2     # tokens between a name and the relative pronoun behind it
_OPENING = 4    # tokens from "with the membership of" to the first member
_LONG = 9       # tokens of the longest name of a body that no list knows
_CHAIRED = 4    # tokens between "headed by" and the name of the chair

@cache
def _leading() -> dict[str, Head]:
    """Verbs of leading without their object, from the forms with it ("يرأسه"), each with the office it tells."""
    found: dict[str, Head] = {}
    for row in read_tsv("titles.tsv"):
        if row["class"] == "led":
            found |= {fold(form)[:-1]: led_office(row["label_en"]) for form in row["forms"].split("|") if form.endswith("ه")}
    return found


@cache
def _members() -> dict[str, str]:
    """ "with the membership of", with what is glued to it."""
    return {front + word: front for word in title_words()["membership"] for front in ("و", "ب", "وب")}


def bind_leaders(
    document: Document, found: Sequence[Mention], persons: Sequence[Person], sentences: Sequence[int]
) -> None:
    """Gives persons the office that "who heads" with the name of a body tells, and those of a committee that is set up."""
    words = title_words()
    ends = {person.last: person for person in persons}
    bodies = {m.first: m for m in sorted(found, key=lambda m: m.last) if m.kind in COLLECTIVES and not m.prefix}
    for at in document.where(leading() & document.words):
        relative = at - (document.tokens[at - 1].norm in words["been"])
        person = _who(document, ends, relative, sentences)
        body = bodies.get(at + 1)
        last = body.last if body is not None else _unlisted(document, at + 1, sentences)
        if person is not None and last is not None:
            title = _title(at, last, _leading()[document.tokens[at].norm], (body,) if body is not None else ())
            person.titles.append(replace(title, former=relative < at))
    for at in document.where(words["charged_with"] & document.words):
        person, body = ends.get(at), bodies.get(at + 1)
        if person is not None and body is not None and appointed(document, person.first, sentences) is not None:
            chair = _title(at, body.last, led_office("President"), (body,))
            person.titles.append(replace(chair, prefix=document.tokens[at].norm[0]))
    for at in document.where(_members().keys() & document.words):
        members = list(_row(document, persons, at, sentences))
        for person in members:
            member = _title(at, at + 1, led_office("Member"))
            person.titles.append(replace(member, prefix=_members()[document.tokens[at].norm]))
        headed = _chair(document, persons, at, sentences) if members else None
        if headed is not None:
            headed[1].titles.append(_title(headed[0], headed[0] + 1, led_office("President")))


def leading() -> frozenset[str]:
    """The verbs of leading."""
    return frozenset(_leading())


def _unlisted(document: Document, at: int, sentences: Sequence[int]) -> int | None:
    """Where the name of a body that begins at a token and that no list knows ends: a name in quotation marks, the noun of a
    body with what is annexed to it."""
    tokens = document.tokens
    end = min(len(tokens), at + _LONG)
    if at >= len(tokens) or sentences[at] != sentences[at - 1]:
        return None
    if quotes(tokens[at].norm):
        closing = next((i for i in range(at + 2, end) if quotes(tokens[i].norm)), None)
        return None if closing is None else closing + 1
    norm = tokens[at].norm
    if norm.removeprefix("ال") not in title_words()["presided"]:
        return None
    last = at + 1
    while last < end and sentences[last] == sentences[at] and (has_article(document, last) or _annexed(document, last, at)):
        last += 1
    return last if last > at + 1 or norm.startswith("ال") else None


def _annexed(document: Document, at: int, first: int) -> bool:
    """A bare word between the noun of a body and a word with the article ("جمعية مربي النحل")."""
    follows = at + 1 < len(document.tokens) and has_article(document, at + 1)
    return at == first + 1 and document.tokens[at].norm.isalpha() and follows


def _title(first: int, last: int, head: Head, inside: tuple[Mention, ...] = ()) -> Title:
    return Title(first, last, last, "", head, first + 1, True, False, False, False, inside, None)


def _who(document: Document, ends: dict[int, Person], at: int, sentences: Sequence[int]) -> Person | None:
    """The person before "who" and a verb, perhaps with a comma between."""
    if at < 2 or document.tokens[at - 1].norm not in title_words()["relative"]:
        return None
    end = at - 1 - (document.tokens[at - 2].norm in COMMA)
    person = ends.get(end)
    return person if person is not None and sentences[person.first] == sentences[at] else None


def _row(document: Document, persons: Sequence[Person], at: int, sentences: Sequence[int]) -> Iterator[Person]:
    """The persons that follow each other behind "with the membership of"."""
    end, reach = at + 1, _OPENING
    for person in sorted((p for p in persons if p.first > at), key=lambda p: p.first):
        between = document.tokens[end : person.first]
        joined = all(token.norm in COMMA or token.norm in title_words()["each_of"] for token in between)
        if len(between) > reach or not joined or sentences[person.first] != sentences[at]:
            return
        yield person
        end, reach = person.last, _BESIDE


def _chair(
    document: Document, persons: Sequence[Person], at: int, sentences: Sequence[int]
) -> tuple[int, Person] | None:
    """The person between "headed by" and "with the membership of"."""
    near = [p for p in persons if p.last <= at and sentences[p.first] == sentences[at]]
    person = max(near, key=lambda p: p.last, default=None)
    if person is None or at - person.last > 1:
        return None
    for headed in range(person.name.first - 1, max(-1, person.name.first - 1 - _CHAIRED), -1):
        if document.tokens[headed].norm in title_words()["headed_by"]:
            return headed, person
    return None
