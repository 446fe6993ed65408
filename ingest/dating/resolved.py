"""What a date expression comes to, and what it is read against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.dating.classes import Item
from kg.claim import PartialDate


@dataclass(slots=True, unsafe_hash=True)
class Resolved:
    """Start and end (inclusive) of what the expression names.

    `basis`: "text" (complete in the text), "weekday" (the weekday gave or confirmed it), "reference" (computed from the
    reference date), "reference: within" (only the period it lies in is known), "unresolved", "mismatch: weekday".
    """

    start: PartialDate | None
    end: PartialDate | None
    basis: str


@dataclass(slots=True, unsafe_hash=True)
class Context:
    """What an expression is read against: the reference date, the month and the year told last and, for bare weekdays,
    whether the clause looks ahead; `later`: something is put off to the day, which is not today."""

    reference: PartialDate | None
    ahead: bool = False
    month: PartialDate | None = None
    year: int | None = None
    later: bool = False


UNRESOLVED = Resolved(None, None, "unresolved")


def value(parts: Mapping[str, Item], name: str) -> int | None:
    item = parts.get(name)
    return None if item is None else item.value
