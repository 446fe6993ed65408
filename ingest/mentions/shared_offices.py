"""An office told once of several states or matters and of as many holders, each of whom has his own.

"وزيرا خارجية مصر والأردن فلان وعلان", "وزيرا الداخلية والدفاع فلان وعلان".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Token
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.person_phrases import Person
from ingest.mentions.title_heads import Title, title_words

_FORMS = ("dual", "plural", "accusative")  # "رئيسا" of two states is a dual
_JOINED = 2  # tokens that may stand between two states of a row: a comma, "and"


def share_out(title: Title, holders: Sequence[Person], tokens: Sequence[Token]) -> None:
    """Gives each of the holders of an office in the dual or plural the state or matter of the same place in the row."""
    told = [person for person in holders if any(held is title for held in person.titles)]
    if title.head.form not in _FORMS or len(told) < 2:
        return
    states = _row(title)
    if len(states) < 2:
        _share_matters(title, told, tokens)
        return
    if len(states) != len(told):
        left = tuple(m for m in title.inside if m not in states)
        for person in told:  # whose each of them is, is not told
            person.titles = [replace(held, inside=left) if held is title else held for held in person.titles]
        return
    for person, state in zip(told, states, strict=True):
        person.titles = [held for held in person.titles if held is not title]
        person.like, person.region = title, state


def _share_matters(title: Title, holders: Sequence[Person], tokens: Sequence[Token]) -> None:
    """ "وزيرا الداخلية والدفاع فلان وعلان": of two ministries that no minister has together, each holder has one."""
    at = title.head_last
    matters = [tokens[i].norm.removeprefix("و") for i in range(at, title.last)]
    if title.head.form == "plural" or len(holders) != 2 or len(matters) != 2:
        return
    if not title_words()["ministry"].issuperset(matters):
        return
    one = replace(title, last=at + 1, safe=at + 1)
    two = replace(title, first=at + 1, head_last=at + 1, prefix="و")
    for person, office in zip(holders, (one, two), strict=True):
        person.titles = [office if held is title else held for held in person.titles]


def _row(title: Title) -> list[Mention]:
    """The states of a title that stand in one row."""
    for kind in (Kind.COUNTRY, Kind.NISBA):
        states = sorted((m for m in title.inside if m.kind is kind), key=lambda m: m.first)
        if states and all(0 <= two.first - one.last <= _JOINED for one, two in pairwise(states)):
            return states
    return []
