"""A sentence that has told of one meeting on the margins and goes on with another."""

from __future__ import annotations

from ingest.claims.clause import Clause
from ingest.claims.side_meeting.parties import listed, met_by, tells, with_whom, word_at
from ingest.claims.side_meeting.told import Found
from kg.claim import Referent


def going_on(row: Clause, at: int, margin: int, main: Referent | None, first: Found) -> Found | None:
    """"التقى فلانا على هامش القمة، ثم اجتمع مع فلان", "كما عقد لقاء آخر مع فلان": the subject is that of the first."""
    told = {id(m) for m in (*first.left, *first.right)}
    if row.norm(at) == "مع" and tells(row.norm(at - 1), "then"):  # "تباحث مع فلان، ثم مع فلان"
        right = listed(row, at + 1)[0]
        fresh = right and not any(id(m) in told for m in right)
        return Found(first.left[:1], right, at, margin, main, "going_on") if fresh else None
    light = tells(row.norm(at), "light_verb")
    goes_on = tells(row.norm(at - 1), "goes_on") or word_at(row, at).startswith("و") or _is_to_be(row, at)
    if goes_on and tells(word_at(row, at), "noun") and (two := met_by(row, at + 1)) is not None:
        return Found(*two, at, margin, main, "noun_with")  # "أبرزها لقاء فلان بفلان، ولقاء فلان بفلان"
    if not goes_on or not (light or tells(word_at(row, at), "verb")):
        return None
    if light:
        partner = next((i for i in range(at + 1, min(len(row.elements), at + 6)) if tells(row.norm(i), "with")), None)
        is_meeting = any(tells(word_at(row, i), "noun") for i in range(at + 1, partner or at))
        right = listed(row, partner + 1)[0] if partner is not None and is_meeting else ()
    else:
        near = range(at + 1, min(len(row.elements), at + 5))
        partner = next((i for i in near if row.norm(i) == "مع"), at)  # "تحادث بمقر إقامته مع فلان"
        if (own := met_by(row, at + 1)) is not None or (own := with_whom(row, at + 1, partner)) is not None:
            return Found(*own, at, margin, main, "verb_subject_object")  # "كما اجتمع فلان بفلان": a subject of its own
        right = listed(row, partner + 1)[0]
    if not right or any(id(m) in told for m in right):
        return None
    return Found(first.left[:1], right, at, margin, main, "going_on")


def _is_to_be(row: Clause, at: int) -> bool:
    """ "ومن المقرر أن يلتقي فلانا": what the same subject has still before him."""
    return at > 2 and row.norm(at - 1) == "ان" and row.norm(at - 3) == "ومن" and tells(row.norm(at - 2), "to_be")
