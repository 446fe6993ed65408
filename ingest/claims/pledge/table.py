"""Rows of a table of donors: "أبرز التعهدات:", and then "- ألمانيا: 150 مليون يورو", a row a line or several in one."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.claims.clause import ACTORS, COMMAS, DASHES, Clause
from ingest.claims.pledge.row import Found, sums, tells
from ingest.claims.speaker import government
from ingest.mention import Kind, Mention
from kg.claim import Referent

_MARKS = DASHES | {":", "(", "=", "|", "/", "ـ"}
_BULLETS = DASHES | frozenset("•*▪●◆■·|/ـ")
_HEADING = 8   # words of a heading behind the noun of promises
_SHORT = 4     # elements before a sum in a row: a mark of the list, the giver, a mark, "the sum of"


@dataclass(slots=True)
class Table:
    """Whether the sentence that is read stands below a heading of promises, in its rows."""

    is_open: bool = False

    def go_on(self, row: Clause) -> None:
        """Takes the next sentence: a heading opens the table, what is no row closes it."""
        number = len(row.elements) <= 2 and any(e.norm[:1].isdigit() for e in row.elements)
        first = next((i for i, e in enumerate(row.elements) if e.kind is Kind.MONEY), None)
        in_rows = number or (first is not None and _giver(row, first) is not None)
        self.is_open = _opens(row, len(row.elements)) or (self.is_open and in_rows)

    def giver(self, row: Clause, money: int) -> Found | None:
        """Who gives the sum at an element, where a table is open or is opened in the sentence itself."""
        found = _giver(row, money)
        if found is None or not (self.is_open or _opens(row, found[0])):
            return None
        return Found(found[0], "promise", found[1])


def _opens(row: Clause, end: int) -> bool:
    """Whether a heading stands before element `end`: a noun of promises, and a colon behind it at the end or before rows."""
    if row.norm(end - 1) in DASHES:
        end -= 1
    colon = next((i for i in range(end - 1, -1, -1) if row.norm(i) == ":" and row.elements[i - 1].mention is None), None)
    if colon is None:
        return False
    near = [row.norm(i) for i in range(max(0, colon - _HEADING), colon)]
    if not sums()["received"].isdisjoint(near):
        return False  # "قيمة التعهدات التي تلقتها الدول: …"
    promised = any(tells(norm, "promise") for norm in near) and any(norm in sums()["these"] for norm in near[-2:])
    return promised or any(tells(norm, "tolls") for norm in near)  # "وتعهدت الدول التالية: …"


def _giver(row: Clause, money: int) -> tuple[int, Referent] | None:
    """The giver at the head of the row in which a sum stands, and the element."""
    at = money - 1
    while at > max(0, money - _SHORT) and (row.norm(at) in _MARKS or row.norm(at) in sums()["before_sum"]):
        at -= 1
    mention: Mention | None = row.elements[at].mention if at >= 0 else None
    if mention is None or mention.prefix not in ("", "و"):
        return None
    bare = at == money - 1 and bool(row.elements[money].prefix)
    begins = at == 0 or row.norm(at - 1) in _BULLETS | COMMAS | {":", ")"} or row.elements[at - 1].kind is Kind.MONEY
    if bare or not (begins or mention.prefix == "و" or row.norm(at - 1).isdigit()):
        return None
    referent = government(row, mention) if mention.kind is Kind.PLACE else mention.referent
    return None if referent is None or mention.kind not in ACTORS | {Kind.PLACE} else (at, referent)
