"""Rows of names each told by its nation alone: "the ambassadors: the Saudi X, the French Y and the Egyptian Z".

One such item is doubtful, two or more beside each other are a list, and so is one behind the holder of an office whose
counterparts are told. An office in the plural before them is that of them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ingest.mention import Kind, Mention
from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.persons.listed_names import closed_run
from ingest.mentions.words.courtesy import skip_honorifics
from ingest.mentions.words.name_words import Word, is_verbal
from ingest.mentions.words.title_heads import SEVERAL, Title

Row = list[tuple[Mention, Name]]
_COMMAS = frozenset("،,؛;")
_OPENING = frozenset(":،,")
_NAMING = (Word.GIVEN, Word.WEAK, Word.SERVANT, Word.UNKNOWN)
_SURE = (Word.GIVEN, Word.WEAK, Word.SERVANT)


def rows(names: Names, found: Sequence[Mention], taken: Set[int]) -> Iterator[Row]:
    """Nations with a name behind each, those that stand beside each other in one row."""
    tokens = names.document.tokens
    items: dict[int, tuple[Mention, Name]] = {}
    for region in found:
        if region.kind is Kind.NISBA and tokens[region.first].norm.startswith(("ال", "وال")) and region.first not in taken:
            name = _behind(names, region.last)
            if name is not None and taken.isdisjoint(range(region.last, name.last)):
                items[region.first] = (region, name)
    read: set[int] = set()
    for first in sorted(items):
        if first in read:
            continue
        row, at = [], first
        while at in items:
            read.add(at)
            row.append(items[at])
            end = row[-1][1].last
            comma = end < len(tokens) and tokens[end].norm in _COMMAS
            at = end + comma
            if not comma and not (at < len(tokens) and tokens[at].norm.startswith("وال")):
                break
        yield row


def is_told(row: Row, names: Names) -> bool:
    """Whether a row can only be one: two names at least, one of them with a known given name."""
    return len(row) > 1 and any(names.words[name.first] in _SURE for _, name in row)


def office_of(row: Row, titles: Sequence[Title], names: Names) -> Title | None:
    """The office in the plural right before a row ("سفراء اللجنة: …")."""
    region = row[0][0]
    at = region.first - (region.first > 0 and names.document.tokens[region.first - 1].norm in _OPENING)
    several = (t for t in titles if t.head.form in SEVERAL or t.counterpart)
    return next((t for t in several if t.last == at or (t.last == region.last and region in t.inside)), None)


def _behind(names: Names, at: int) -> Name | None:
    start = skip_honorifics(names.document, at)
    if start >= len(names.words) or names.words[start] not in _NAMING or _is_verb(names, start):
        return None
    return closed_run(names, start) or _full(names, start)


def _is_verb(names: Names, at: int) -> bool:
    """Whether a word behind a nation is rather its verb: "والتشيكية يانا …" has none, for "she" would have a "ت"."""
    norm, hers = names.document.tokens[at].norm, names.document.tokens[at - 1].norm.endswith("يه")
    return is_verbal(norm) and not (hers and norm[0] == "ي")


def _full(names: Names, at: int) -> Name | None:
    """A name of more words than a doubtful one may have."""
    name = names.forward(at)
    return name if name is not None and name.parts >= 2 and name.sure else None
