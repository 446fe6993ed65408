"""Titles that follow each other: which of them are of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.mentions.mention import Kind
from ingest.mentions.title_heads import Title


def groups(titles: Iterable[Title]) -> Iterator[list[Title]]:
    """Titles that follow each other without a word between ("وزير الدولة عضو مجلس الوزراء")."""
    group: list[Title] = []
    for title in titles:
        joined = len(group) > 1 and group[-1].prefix == "و" and not title.prefix
        if group and group[-1].last == title.first and title.head.kind != "led" and not joined:
            group.append(title)
        else:
            if group:
                yield group
            group = [title]
    if group:
        yield group


def until_another(group: list[Title]) -> list[Title]:
    """ "received by X, king of C the minister of D": without a comma, the office of another country is somebody else's."""
    nations = [{m.referent for m in t.inside if m.kind in (Kind.NISBA, Kind.COUNTRY)} for t in group]
    for number, (one, two) in enumerate(pairwise(group), 1):
        told = nations[number - 1] and nations[number]
        if told and one.last == two.first and not two.prefix and nations[number].isdisjoint(nations[number - 1]):
            return group[:number]
    return group
