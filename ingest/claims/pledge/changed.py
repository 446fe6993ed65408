"""Pledges brought down or up: "خفضت كندا تعهدها من 100 مليون إلى 60 مليون دولار", "تعهدت …، قبل أن تقلص المبلغ إلى …"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.pledge.row import sums, tells
from ingest.claims.speech import openings
from ingest.mention import Kind
from ingest.tenses import is_future_form

_REACH = 14    # elements between the verb and the sum to which it brings the pledge
_TO = 6        # elements between the old sum and the new one
_SIZE = ("own_gift", "gift", "the_sum")


@dataclass(frozen=True, slots=True)
class Change:
    """The verb that changes a pledge; `told`: it tells to what sum, and is no more than a noun that something else governs;
    `own`: it must be said of the one who gave before ("رفعت دعمها إلى")."""

    at: int
    told: bool
    own: bool


def read(row: Clause, money: int, *, promised: bool) -> Change | None:
    """The change of a pledge to, or by, the sum at an element; `promised`: a sum is promised before in the same sentence, so
    that "the amount" is that of the pledge."""
    to = row.norm(money - 1) in sums()["up_to"]
    pledge = size = False
    for i in range(money - 1 - to, max(-1, money - _REACH), -1):
        norm = row.norm(i)
        if norm in STOPS or norm in openings()["that"] or (not to and norm in COMMAS):
            return None
        if promised and to and tells(norm, "changes_it"):
            return Change(i, told=True, own=True)
        if (pledge or size) and _changes(norm):
            return Change(i, told=to and _happens(row, i), own=not pledge)
        pledge = pledge or tells(norm, "promised_thing")
        size = size or (promised and to and any(tells(norm, name) for name in _SIZE) and _at_once(row, i, money))
        size = size or (to and tells(norm, "own_gift") and row.norm(money - 3) == "من")  # "مساهمتها من 50 مليونا إلى 30"
    return None


def is_old(row: Clause, money: int, *, promised: bool) -> bool:
    """Whether the sum at an element is what a pledge was before: "من 100 مليون دولار إلى 60"."""
    if row.norm(money - 1) != "من":
        return False
    reach = range(money + 2, min(money + _TO, len(row.elements)))
    new = next((k for k in reach if row.elements[k].kind is Kind.MONEY), None)
    return new is not None and read(row, new, promised=promised) is not None


def has_been(row: Clause, money: int) -> bool:
    """Whether the sum at an element is the size of a gift that is to grow: "بمضاعفة مساهمتها البالغة 100 مليون يورو"."""
    gift = money - 2 - (row.norm(money - 1) in sums()["before_sum"] and row.norm(money - 2) in sums()["so_large"])
    if row.norm(gift + 1) not in sums()["so_large"] | {"من"}:
        return False
    gift -= row.norm(gift) in sums()["his_country"]
    if not any(tells(row.norm(gift), name) for name in _SIZE):
        return False
    return any(_changes(row.norm(i)) or _changes(row.norm(i).removeprefix("ب")) for i in (gift - 1, gift - 2))


def grown_from(row: Clause, money: int) -> int | None:
    """The sum before one at an element to which a gift is to grow: "… البالغة 100 مليون لتصبح 200 مليون", "من 50 إلى 80"."""
    to = row.norm(money - 1) in sums()["up_to"]
    becomes = tells(row.norm(money - 1 - to), "becomes")
    for i in range(money - 1, max(-1, money - _REACH), -1) if to or becomes else ():
        if row.elements[i].kind is Kind.MONEY:
            return i if has_been(row, i) and (becomes or i >= money - 2) else None
        if row.norm(i) in STOPS:
            break
    return None


def _changes(norm: str) -> bool:
    """A verb of bringing down or up, also to come ("ستخفض"), or its noun."""
    bare = norm.lstrip("وف").removeprefix("س") if is_future_form(norm) else norm
    return tells(bare, "changes") or tells(norm, "changing")


def _happens(row: Clause, at: int) -> bool:
    """Whether a change is told by a verb, or by a noun right behind one of announcing: not "هددت بتخفيض تعهدها"."""
    if not tells(row.norm(at), "changing"):
        return True
    i = at - 1 - (row.norm(at - 1) == "عن")
    i -= i >= 0 and row.elements[i].mention is not None
    return i >= 0 and tells(row.norm(i), "announce")


def _at_once(row: Clause, thing: int, money: int) -> bool:
    """Whether the new sum follows the thing, but for the old one: "رفعت دعمها للزراعة إلى" is of other money."""
    between = range(thing + 1, money - 1)
    return all(row.norm(i) == "من" or row.elements[i].kind is Kind.MONEY for i in between)
