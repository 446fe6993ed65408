"""The canonical frame a frame of an article stands for: its type with its coordinates, each as what it denotes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.identity import spelling, tables
from kg.identity.view import Article, Ref
from kg.iri import ONTOLOGY, Iri, Names
from kg.store import text_of
from kg.term import Literal, Term
from kg.vocabulary import M


@cache
def coordinates() -> dict[Iri, tuple[tuple[Iri, ...], frozenset[Iri]]]:
    """Frame type → its coordinates, and those that must be known for frames of two articles to be one."""
    return {
        Iri(ONTOLOGY + row["type"]): (
            tuple(Iri(ONTOLOGY + slot) for slot in row["slots"].split()),
            frozenset(Iri(ONTOLOGY + slot) for slot in row["required"].split()),
        )
        for row in tables.rows("frames.tsv")
    }


def canonical(article: Article, ref: Ref, resolve: Callable[[Iri], Iri], names: Names) -> Iri:
    """The canonical frame of a frame of an article. Frames without their main coordinates stand for themselves alone."""
    kind = ref.type.rsplit("#", 1)[-1].lower()
    slots, required = coordinates()[ref.type]
    parts = [f"{slot.rsplit('#', 1)[-1]}={_value(value, resolve)}" for slot in slots for value in ref.slot(slot)]
    if ref.type == M.Statement:  # the same words of the same speaker are one statement
        words = sorted(text_of(c.value) for c in article.claims_on(ref.iri, M.statedContent))
        parts += [f"words={' '.join(spelling.words(text))}" for text in words]
    if required - {slot for slot, _ in ref.slots}:
        parts.append(ref.iri)
    return names.hashed(kind, *sorted(parts))


def _value(value: Term, resolve: Callable[[Iri], Iri]) -> str:
    return resolve(value) if isinstance(value, Iri) else _text(value)


def _text(value: Literal) -> str:
    return " ".join(spelling.words(value.value)) or value.value
