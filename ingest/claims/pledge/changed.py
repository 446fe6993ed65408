"""Pledges brought down or up: "خفضت كندا تعهدها من 100 مليون إلى 60 مليون دولار", "تعهدت …، قبل أن تقلص المبلغ إلى …"."""

from __future__ import annotations

from ingest.claims.clause import STOPS, Clause
from ingest.claims.pledge.row import sums, tells
from ingest.claims.speech import openings
from ingest.mentions.mention import Kind

_REACH = 14    # elements between the verb and the sum to which it brings the pledge
_TO = 6        # elements between the old sum and the new one
_THINGS = ("promised_thing", "own_gift", "gift")


def verb(row: Clause, money: int, *, promised: bool) -> int | None:
    """The verb that brings a pledge to the sum at an element; `promised`: a sum is promised before, in the same sentence, so
    that "the amount" is that of the pledge."""
    if row.norm(money - 1) not in sums()["up_to"]:
        return None
    thing = False
    for i in range(money - 2, max(-1, money - _REACH), -1):
        norm = row.norm(i)
        if norm in STOPS or norm in openings()["that"]:
            return None
        if (promised and tells(norm, "changes_it")) or (thing and tells(norm, "changes")):
            return i
        thing = thing or any(tells(norm, name) for name in _THINGS) or (promised and tells(norm, "the_sum"))
    return None


def is_old(row: Clause, money: int, *, promised: bool) -> bool:
    """Whether the sum at an element is what a pledge was before: "من 100 مليون دولار إلى 60"."""
    if row.norm(money - 1) != "من":
        return False
    reach = range(money + 2, min(money + _TO, len(row.elements)))
    new = next((k for k in reach if row.elements[k].kind is Kind.MONEY), None)
    return new is not None and verb(row, new, promised=promised) is not None
