"""Numbers told together: the two ends of a range, a part of a whole, a change from one value to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest import numerals
from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.figure.words import words
from ingest.mention import Mention, Quantity

_APART = 4       # elements between the two ends of a range
_KEPT = 9         # elements before a number in which it is told that something does not exceed it
_SPREAD = 4      # elements before a range in which "between" or "ranges" stands


def completed(row: Clause, at: int) -> Quantity | None:
    """A number completed by the one it is compared with: "بين 80 إلى 90 دولارا", "8 من أصل 54 دولة"."""
    own = _quantity(row, at)
    assert own is not None
    part = own.unit is not None and own.unit.split()[0] in words()["out_of"]
    if own.unit is not None and not part:
        return None
    for k in range(at + 1, min(at + 4, len(row.elements))):
        other = row.elements[k].mention
        if other is not None and other.quantity is not None:
            joined = k == at + 1 or row.norm(k - 1) in words()["range"] or part or other.prefix.startswith("و")
            scale = Decimal(1) if part or not joined else _scale(row, other)
            value = own.value * (scale if own.value < 1000 else 1)
            return Quantity(value, own.comparator, other.quantity.unit, other.quantity.currency) if joined else None
    return None


def ended(row: Clause, at: int, has_unit: bool) -> Quantity | None:
    """The number that ends a range or tells the whole takes the unit of the one before it: "من 20 مليار دولار إلى 65"."""
    own = _quantity(row, at)
    assert own is not None
    if has_unit or row.norm(at - 1) not in words()["range"] | words()["out_of"]:
        return None
    for i in range(at - 2, max(-1, at - 10), -1):
        other = _quantity(row, i)
        if other is not None:
            return Quantity(own.value, own.comparator, other.unit, other.currency)
    return None


def as_end(row: Clause, at: int, quantity: Quantity) -> Quantity:
    """A figure that is one end of a range says so: of "between 10 and 14 thousand" neither is the number. The same of what
    something does not go beyond."""
    if quantity.comparator == "exactly" and (bound := kept_to(row, at)) is not None:
        return replace(quantity, comparator=bound)
    if is_low(row, at):
        return replace(quantity, comparator="at_least")
    return quantity if low_end(row, at) is None else replace(quantity, comparator="at_most")


def kept_to(row: Clause, at: int) -> str | None:
    """The bound that a denied verb makes of the number at an element."""
    front = range(at - 1, max(-1, at - _KEPT), -1)
    counted = (i for i in front if (m := row.elements[i].mention) is not None and m.quantity is not None)
    return bound_of([row.norm(i) for i in range(next(counted, max(-1, at - _KEPT)) + 1, at)])


def bound_of(near: Sequence[str]) -> str | None:
    """The bound told by the words in front of a number: "لم يتجاوز عدد الحضور 30 شخصا", "لم يقل عدد القتلى عن 40"."""
    for i in range(len(near) - 1, -1, -1):
        if near[i] in COMMAS or near[i] in STOPS:
            return None
        if near[i] in words()["not"] and i + 1 < len(near):
            than = near[-1] in words()["than"]
            if near[i + 1] in words()["exceeds"] or (than and near[i + 1] in words()["grows_more"]):
                return "at_most"
            return "at_least" if than and near[i + 1] in words()["falls_short"] else None
    return None


def low_end(row: Clause, at: int) -> int | None:
    """The lower end of the range whose upper end is the number at an element."""
    before = next((i for i in range(at - 1, max(-1, at - _APART - 1), -1) if _quantity(row, i) is not None), None)
    return before if before is not None and is_low(row, before) and upper_end(row, before) == at else None


def _quantity(row: Clause, i: int) -> Quantity | None:
    mention = row.elements[i].mention if 0 <= i < len(row.elements) else None
    return None if mention is None else mention.quantity


def upper_end(row: Clause, at: int) -> int | None:
    """The next number close by: the upper end, if there is a range."""
    reach = range(at + 1, min(at + 1 + _APART, len(row.elements)))
    return next((k for k in reach if _quantity(row, k) is not None), None)


def is_low(row: Clause, at: int) -> bool:
    """Whether the number at `at` is the lower end of a range: "بين 10 و14 ألفا", "25 إلى 30 عاما", not "from 33 to 36"."""
    other = upper_end(row, at)
    low, high = _quantity(row, at), None if other is None else _quantity(row, other)
    if other is None or low is None or high is None:
        return False
    spread = any(row.norm(k) in words()["spread"] for k in range(max(0, at - _SPREAD), at))
    mention = row.elements[other].mention
    anded = row.norm(other - 1) == "و" or (mention is not None and mention.prefix.startswith("و"))
    if row.norm(at - 1) == "بين" or (spread and anded):
        return anded or row.norm(other - 1) in words()["range"]
    if row.norm(other - 1) not in words()["range"] | words()["either"] or row.norm(other - 1) == "و":
        return False
    if row.norm(at - 1) == "من":
        return spread
    return spread or (low.unit is None and low.currency is None and other == at + 2)


def _scale(row: Clause, mention: Mention) -> Decimal:
    """The scale word of a number ("مليون" → 1,000,000), 1 where it has none."""
    known = numerals.words()
    tokens = row.reading.document.tokens[mention.first : mention.last]
    return next((known[t.norm].value for t in tokens if t.norm in known and known[t.norm].kind == "scale"), Decimal(1))
