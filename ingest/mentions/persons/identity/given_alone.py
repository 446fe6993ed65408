"""A given name alone behind a style of courtesy means the one who was so styled with his full name: "الشيخ تميم"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.persons.identity.holders import Holder
from ingest.mentions.persons.phrases import Person
from ingest.mentions.trie import splits
from ingest.mentions.words.courtesy import one_word_courtesies
from ingest.word_lists import word_list


@cache
def _known() -> frozenset[str]:
    """Words of courtesy of one word, and those that rulers and their houses are styled with."""
    rows = (row for row in read_tsv("honorifics.tsv") if row["kind"] in ("honorific", "royal"))
    forms = (fold(form) for row in rows for form in row["forms"].split("|"))
    return frozenset(form for form in forms if len(form) > 2 and " " not in form) | _houses()


def _houses() -> frozenset[str]:
    return word_list("name_shapes.toml", "of_a_house")


@cache
def _rulers() -> frozenset[str]:
    return frozenset(row["label_en"] for row in read_tsv("titles.tsv") if row["class"] == "sovereign")


def styles(document: Document, person: Person) -> set[str]:
    """The words of courtesy between the start of a person phrase and the name in it, without clitics."""
    norms = (document.tokens[at].norm for at in range(person.first, person.name.first))
    return {rest for norm in norms for _, rest in (("", norm), *splits(norm)) if rest in _known()}


def same_style(document: Document, title: int, holders: Sequence[Holder]) -> Sequence[Holder]:
    """Of several holders of an office those who were told with the courtesy before a title: "سمو وزير الخارجية"."""
    style = document.norms[title - 1] if title else ""
    if len(holders) < 2 or style not in one_word_courtesies("style"):
        return holders
    told = [h for h in holders if any(_is_styled(document, place, style) for place in h.places if place < title)]
    return told or holders


def _is_styled(document: Document, place: int, style: str) -> bool:
    near = document.norms[max(0, place - 1) : place + 3]
    return any(norm.removeprefix("و").removeprefix("ال") == style for norm in near)


def bearers(document: Document, person: Person, given: str, near: Iterable[Holder]) -> list[Holder]:
    """The one person whom a given name alone means: styled as here, or of a house where the style is one of a house."""
    own = styles(document, person)
    if not own:
        return []
    noble = not own.isdisjoint(_houses())
    named = [h for h in near if len(h.key) > 1 and h.key[0] == given]
    found = [h for h in named if not own.isdisjoint(h.styles) or (noble and _of_house(h))]
    return found if len(found) == 1 else []


def _of_house(holder: Holder) -> bool:
    """Whether a person is of a ruling house: styled so, the ruler, or named by descent ("هيثم بن طارق")."""
    ruling = any((post.label_en or "").split(" of ")[0] in _rulers() for post in holder.posts.values())
    return ruling or holder.chained or not holder.styles.isdisjoint(_houses())

