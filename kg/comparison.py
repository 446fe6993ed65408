"""How two values of one predicate stand to each other: agreeing, finer, coarser, of another scope, or in conflict."""

from __future__ import annotations

from enum import Enum
from functools import cache

from kg import resources
from kg.identity import dates, meetings, spelling
from kg.iri import Iri
from kg.statements import Statement
from kg.store import text_of
from kg.vocabulary import M

ABOUT = 0.1  # how far "about" reaches, as a share of the number


class Relation(Enum):
    """COARSER: the first value is the less precise one; FINER: the second is."""

    AGREE = "agree"
    COARSER = "coarser"
    FINER = "finer"
    SCOPE = "scope"
    CONFLICT = "conflict"


def compare_values(how: str, one: Statement, other: Statement) -> Relation:
    """The relation of the values of two claims, by the way of comparing that the table of predicates gives."""
    if how == "presence":
        return Relation.AGREE if _present(one) == _present(other) else Relation.CONFLICT
    if how in ("count", "figure"):
        return _numbers(one, other)
    if text_of(one.value) == text_of(other.value):
        return Relation.AGREE
    if how == "date":
        return _dates(text_of(one.value), text_of(other.value))
    if how == "place":
        return _places(one, other)
    if how == "membership" and {one.value, other.value} == {M.Member, M.Joining}:
        return Relation.AGREE
    return Relation.CONFLICT


def _present(statement: Statement) -> bool:
    return (statement.value != M.Absent) != (statement.modality == M.Denied)


def _dates(one: str, other: str) -> Relation:
    left, right = dates.stretch(one), dates.stretch(other)
    if left and right and left.precision != right.precision and left.gap(right) == 0:
        return Relation.COARSER if left.precision < right.precision else Relation.FINER
    return Relation.CONFLICT


def _places(one: Statement, other: Statement) -> Relation:
    if isinstance(one.value, Iri) and isinstance(other.value, Iri) and meetings.near(one.value, other.value):
        return Relation.COARSER
    return Relation.CONFLICT


def _numbers(one: Statement, other: Statement) -> Relation:
    if one.slot(M.unit) != other.slot(M.unit) or _partial(one) != _partial(other):
        return Relation.SCOPE
    left, right = _range(one), _range(other)
    if left == right:
        return Relation.AGREE
    if left[0] > right[1] or right[0] > left[1]:
        return Relation.CONFLICT
    return Relation.COARSER if left[1] - left[0] > right[1] - right[0] else Relation.FINER


def _range(statement: Statement) -> tuple[float, float]:
    """The numbers that a count allows, by its comparator."""
    value = float(text_of(statement.value))
    comparator = statement.slot(M.comparator)
    if comparator == M.AtLeast:
        return value, float("inf")
    if comparator == M.AtMost:
        return 0.0, value
    if comparator == M.About:
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value


@cache
def _scope_words() -> frozenset[str]:
    lines = resources.text("queries", "disagreement/scope_words.tsv").splitlines()[1:]
    return frozenset(line.split("\t")[0] for line in lines if line)


def _partial(statement: Statement) -> bool:
    """Whether the cited words count a part ("77 other states")."""
    return any(word in _scope_words() for _, _, quote in statement.spans for word in spelling.words(quote))
