"""Sources that will not be named: "مصدر مطلع طلب عدم الكشف عن هويته", "مسؤول لم يذكر اسمه"."""

from __future__ import annotations

from ingest.claims.clause import Clause
from ingest.claims.speech import openings


def anonymous_end(clause: Clause, at: int) -> int:
    """The end of the clause at `at` that tells that somebody's name is kept back; `at` where there is none."""
    words = openings()
    if clause.norm(at) in words["wants"]:
        i = at + 1
    elif clause.norm(at) in words["and_not"] and clause.norm(at + 1) in words["names"]:
        i = at + 2
    else:
        return at
    while clause.norm(i) in words["naming"]:
        i += 1
    return i + 1 if clause.norm(i) in words["identity"] else at
