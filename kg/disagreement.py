"""Claims against claims: contradiction, update, refinement or difference of scope. Pure functions of two statements.

A contradiction needs one key, one single-valued predicate, values that cannot both hold, equal scope, and neither claim as
later news. Which attributes can change, and how their values are held against each other, is the table
`queries/disagreement/predicates.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kg import resources
from kg.comparison import Relation, compare_values
from kg.iri import ONTOLOGY, Iri, Names
from kg.statements import Statement
from kg.store import text_of
from kg.term import Literal, Term
from kg.vocabulary import RDF, SCHEMA, M


class Class(Enum):
    """The verdict on two claims; the value is the class of the ontology."""

    CONTRADICTION = "Contradiction"
    UPDATE = "Update"
    REFINEMENT = "Refinement"
    SCOPE = "ScopeDifference"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`earlier` is the claim that was overtaken, or the coarser one; None where no claim comes first."""

    kind: Class
    reason: str
    earlier: Statement | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """How the values of a predicate compare and when they may change."""

    compare: str
    changes: str


@cache
def rules() -> dict[Iri, Rule]:
    """Predicate → its rule; presence at a meeting stands under `m:attendance`."""
    prefixes = {"m": ONTOLOGY, "schema": SCHEMA.startDate.removesuffix("startDate")}
    found = {M.attendance: Rule("presence", "until_told")}
    for line in resources.text("queries", "disagreement/predicates.tsv").splitlines()[1:]:
        name, compare, changes, _ = line.split("\t")
        prefix, local = name.split(":")
        found[Iri(prefixes[prefix] + local)] = Rule(compare, changes)
    return found


def topic(statement: Statement) -> Iri:
    """The predicate under which a claim is compared: roles that imply presence and absences are one question."""
    if statement.predicate == M.role and statement.value != M.Inviter:
        return M.attendance
    return statement.predicate


def classify(one: Statement, other: Statement) -> Verdict | None:
    """The verdict on two claims of one key; None where they agree, cannot be compared, or are of one article."""
    rule = rules().get(topic(one))
    if rule is None or topic(other) != topic(one) or one.source.iri == other.source.iri:
        return None
    if M.Denied in (one.modality, other.modality) and rule.compare != "presence":
        return None
    relation = compare_values(rule.compare, one, other)
    if relation is Relation.AGREE:
        return None
    if relation is Relation.SCOPE:
        return Verdict(Class.SCOPE, "the claims count different things")
    if relation in (Relation.COARSER, Relation.FINER):
        return Verdict(Class.REFINEMENT, "the same at another precision", one if relation is Relation.COARSER else other)
    return _judge(rule.changes, one, other)


def _judge(changes: str, one: Statement, other: Statement) -> Verdict | None:
    """The verdict on values that cannot both hold, by what may change."""
    conflict = Verdict(Class.CONTRADICTION, "both cannot hold, and neither is later news")
    if changes == "never":
        return Verdict(Class.CONTRADICTION, "this does not change with time")
    if changes == "always":
        return Verdict(Class.UPDATE, "one step follows the other", _first(one, other))
    if changes == "by_date":
        return _by_date(one, other)
    if changes == "by_order":
        return _by_order(one, other)
    told = [s for s in (one, other) if s.modality in (M.Asserted, M.Denied)]
    if len(told) == 2:
        return Verdict(Class.CONTRADICTION, "both are told as done")
    if len(told) == 1:
        plan = other if told[0] is one else one
        if told[0].surely_before(plan):
            return conflict
        return Verdict(Class.UPDATE, "a plan was overtaken by what was done", plan)
    if first := _first(one, other):
        return Verdict(Class.UPDATE, "a later plan takes the place of an earlier one", first)
    if topic(one) == M.attendance and not _same_day(one, other):
        expected = other if one.value == M.Absent else one
        return Verdict(Class.UPDATE, "an absence is announced of those who were expected", expected)
    return conflict


def _by_order(one: Statement, other: Statement) -> Verdict | None:
    values = {one.value, other.value}
    if values == {M.EventHeld, SCHEMA.EventScheduled}:
        return Verdict(Class.UPDATE, "the plan was carried out", one if one.value == SCHEMA.EventScheduled else other)
    first = _first(one, other)
    if first and not (first.value == M.EventHeld and first.modality == M.Asserted):
        return Verdict(Class.UPDATE, "later news", first)
    if first or M.EventHeld in values:
        return Verdict(Class.CONTRADICTION, "what was held cannot have been called off")
    if one.source.not_before and other.source.not_before:
        return Verdict(Class.CONTRADICTION, "told at the same time, and both cannot hold")
    return Verdict(Class.CONTRADICTION, "told in unknown order") if _is_status(one) else None


def _is_status(statement: Statement) -> bool:
    return statement.predicate == SCHEMA.eventStatus


def _by_date(one: Statement, other: Statement) -> Verdict | None:
    """Numbers hold for their date: their own, or that of the article."""
    dates = [_valid(s) for s in (one, other)]
    if all(dates) and not dates[0].startswith(dates[1]) and not dates[1].startswith(dates[0]):
        return Verdict(Class.UPDATE, f"{min(dates)} against {max(dates)}", one if dates[0] < dates[1] else other)
    if not all(dates):
        return None
    return Verdict(Class.CONTRADICTION, f"two numbers for {max(dates)}")


def _valid(statement: Statement) -> str:
    for slot in (M.asOf, M.figureYear):
        if (given := statement.slot(slot)) is not None:
            return text_of(given)
    return statement.source.published


def _same_day(one: Statement, other: Statement) -> bool:
    days = {s.source.not_before for s in (one, other)} | {s.source.not_after for s in (one, other)}
    return len(days) == 1 and "" not in days


def _first(one: Statement, other: Statement) -> Statement | None:
    if one.surely_before(other):
        return one
    return other if other.surely_before(one) else None


def relations(statements: Sequence[Statement]) -> dict[tuple[Iri, Class, str, str], tuple[Verdict, set[Iri], set[Iri]]]:
    """All verdicts on the claims of one key, by predicate, class and pair of values.

    Each with the claims on either side: first those overtaken, coarser or with the smaller value. Claims that cannot be told
    apart by value, manner and time of telling are compared once.
    """
    alike: dict[tuple[str, ...], list[Statement]] = {}
    for said in sorted(statements, key=lambda s: s.claim):
        if topic(said) in rules():
            alike.setdefault(_signature(said), []).append(said)
    groups = list(alike.values())
    found: dict[tuple[Iri, Class, str, str], tuple[Verdict, set[Iri], set[Iri]]] = {}
    for i, left in enumerate(groups):
        for right in groups[i + 1 :]:
            pair = next(((a, b) for a in left for b in right if a.source.iri != b.source.iri), None)
            verdict = classify(*pair) if pair else None
            if pair is None or verdict is None:
                continue
            before, after = (left, right) if verdict.earlier in (None, pair[0]) else (right, left)
            if verdict.earlier is None and text_of(after[0].value) < text_of(before[0].value):
                before, after = after, before
            place = (topic(pair[0]), verdict.kind, _shown(before[0]), _shown(after[0]))
            entry = found.setdefault(place, (verdict, set(), set()))
            entry[1].update(s.claim for s in before)
            entry[2].update(s.claim for s in after)
    return found


def _signature(said: Statement) -> tuple[str, ...]:
    scope = (M.asOf, M.comparator, M.figureYear)
    context = " ".join(f"{slot}={text_of(value)}" for slot, value in said.context if slot in scope)
    source = said.source
    return (topic(said), text_of(said.value), said.modality, source.not_before, source.not_after, source.published, context)


def _shown(said: Statement) -> str:
    return text_of(said.value)


def triples(names: Names, key: Iri, statements: Sequence[Statement]) -> Iterable[tuple[Iri, Iri, Term]]:
    """The verdict nodes of a key."""
    for (predicate, kind, one, other), (verdict, before, after) in sorted(relations(statements).items(), key=str):
        node = names.hashed("relation", key, predicate, kind.value, one, other)
        yield node, RDF.type, Iri(ONTOLOGY + kind.value)
        yield node, M.ofKey, key
        yield node, M.ofSubject, key
        yield node, M.ofPredicate, predicate
        yield node, M.reason, Literal(verdict.reason)
        for claim in before | after:
            yield node, M.between, claim
        if kind is Class.UPDATE and verdict.earlier is not None:
            yield from ((node, M.earlier, claim) for claim in before - after)
            yield from ((node, M.later, claim) for claim in after - before)
