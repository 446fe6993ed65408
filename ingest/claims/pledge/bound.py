"""How the amount of a pledge is meant: "ما لا يقل عن 50 مليون", "مساعدات قد تصل إلى 30 مليون", "40 مليونا على الأقل"."""

from __future__ import annotations

from dataclasses import replace

from ingest import quantities
from ingest.claims.clause import Clause
from ingest.claims.figure.bounds import completed, is_low, kept_to, low_end, upper_end
from ingest.claims.pledge.row import sums, tells
from ingest.mention import Kind, Quantity
from kg.iri import Iri
from kg.vocabulary import M

_COMPARATORS = {"at_least": M.AtLeast, "about": M.About, "at_most": M.AtMost}


def comparator(row: Clause, money: int, quantity: Quantity) -> Iri | None:
    """The bound of the sum at element `money`; None where the sum is told as it is."""
    if quantity.comparator == "exactly" and reach(row, money) is not None:
        return M.AtMost
    if quantity.comparator == "exactly" and (bound := kept_to(row, money)) is not None:
        return _COMPARATORS[bound]
    return _COMPARATORS.get(quantity.comparator)


def at_least(row: Clause, money: int) -> Quantity | None:
    """The lower end of the range to which a sum belongs, "بين 5 و7 مليارات دولار": so much is promised at least."""
    low = low_end(row, money) if not is_low(row, money) else money
    mention = None if low is None else row.elements[low].mention
    if low is None or mention is None or mention.quantity is None:
        return None
    quantity = mention.quantity if low == money else completed(row, low)
    return None if quantity is None else replace(quantity, comparator="at_least")


def ends_range(row: Clause, money: int) -> bool:
    """Whether a sum is the upper end of a range whose lower end is a sum as well: "بين 50 مليون دولار و70 مليون دولار"."""
    low = low_end(row, money)
    return low is not None and row.elements[low].kind is Kind.MONEY


def reach(row: Clause, money: int) -> int | None:
    """The verb up to which the sum goes, behind what is given: "مساعدات تصل إلى", "قد تصل قيمتها إلى"."""
    if row.norm(money - 1) not in sums()["up_to"]:
        return None
    at = money - 2 - (row.norm(money - 2) in sums()["worth"])
    return at if row.norm(at) in sums()["reaches"] else None


def behind(row: Clause, money: int) -> int:
    """The element behind a bound that follows the sum, "40 مليون يورو على الأقل", "كحد أقصى", or behind its range."""
    upper = upper_end(row, money) if is_low(row, money) else None
    money = money if upper is None else upper
    at, first, last = money + 1, row.elements[money].last, row.sentence.last
    end = first + quantities.bound_after(row.reading.document.tokens, first, last)
    while at < len(row.elements) and row.elements[at].first < end:
        at += 1
    return at


def is_up_to(row: Clause, at: int, money: int) -> bool:
    """Whether the verb at an element only says how high a sum that is given goes, with no clause of its own before it."""
    return reach(row, money) == at and not tells(row.norm(at - 1), "opens_clause")
