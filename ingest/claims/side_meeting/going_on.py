"""One more meeting on the same margins, told in the sentence of the first."""

from __future__ import annotations

from ingest.claims.clause import Clause
from ingest.claims.side_meeting.parties import listed, met_by, tells, with_whom, word_at
from ingest.claims.side_meeting.told import Found
from ingest.mention import Kind, Mention
from kg.claim import Referent

_FAR = 30    # elements between a light verb and its noun, with a clause about the subject


def joined_by_time(row: Clause, at: int) -> bool:
    """ "قبل أن يستقبل فلانا", "بعد أن التقى فلانا": what was done before or after is told with it."""
    return row.norm(at) == "ان" and tells(row.norm(at - 1), "time")


def other_clause(row: Clause, at: int) -> bool:
    """Whether another clause begins at an element: "ثم …", "قبل أن …", "بينما …"."""
    return tells(row.norm(at), "goes_on") or tells(row.norm(at), "meanwhile") or joined_by_time(row, at)


def _joined(row: Clause, mention: Mention) -> bool:
    """Whether "and" stands before a party, or before what it is styled: "السيدة بنت سعيد والسيد الصغير"."""
    at = row.where(mention)
    return mention.prefix.startswith("و") or (at is not None and row.norm(at - 1).startswith("و"))


def is_to_be(row: Clause, at: int) -> bool:
    """ "ومن المقرر أن يلتقي فلانا", "وينتظر أن …": what the same subject has still before him."""
    if at < 2 or row.norm(at - 1) != "ان":
        return False
    foreseen = row.norm(at - 2).startswith("و") and tells(row.norm(at - 2), "is_to_be")
    return foreseen or (row.norm(at - 3) in ("ومن", "من") and tells(row.norm(at - 2), "to_be"))


def in_a_later_clause(row: Clause, at: int, margin: int) -> bool:
    """Whether the words of the margins behind a predicate are of what is still to come: "عقد مباحثات مع فلان، ومن المقرر أن
    يلتقي على هامش القمة علانا"."""
    return any(is_to_be(row, i) for i in range(at + 3, margin))


def is_besides(row: Clause, at: int) -> bool:
    """Whether a meeting that is one more begins at an element: "إضافة إلى لقاء …"."""
    return at > 1 and tells(word_at(row, at), "noun") and tells(row.norm(at - 2), "besides")


def _one_more(row: Clause, noun: int) -> tuple[Mention, ...]:
    """Whom somebody meets besides: "إضافة إلى لقاء مع فلان", "فضلا عن لقائه فلانا"."""
    near = range(noun + 1, min(len(row.elements), noun + 4))
    partner = next((i for i in near if row.norm(i) == "مع"), None)
    if partner is None and not word_at(row, noun).endswith("ه"):
        return ()
    return listed(row, (noun if partner is None else partner) + 1)[0]


def _goes_on(row: Clause, at: int) -> bool:
    joined = tells(row.norm(at - 1), "goes_on") or word_at(row, at).startswith("و")
    return joined or joined_by_time(row, at - 1) or is_to_be(row, at)


def _noun(row: Clause, verb: int) -> int:
    """The noun of meeting that a light verb takes, past its subject and a clause about him; `verb` where there is none."""
    for i in range(verb + 1, min(len(row.elements), verb + _FAR)):
        if tells(word_at(row, i), "noun"):
            return i
        if tells(word_at(row, i), "verb") or (other_clause(row, i) and row.norm(i) != "كما"):
            break
    return verb


def going_on(row: Clause, at: int, margin: int, main: Referent | None, first: Found) -> Found | None:
    """"التقى فلانا على هامش القمة، ثم اجتمع مع فلان", "كما عقد لقاء آخر مع فلان": the subject is that of the first."""
    told = {id(m) for m in (*first.left, *first.right)}
    if row.norm(at) == "مع" and tells(row.norm(at - 1), "then"):  # "تباحث مع فلان، ثم مع فلان"
        right = listed(row, at + 1)[0]
        fresh = right and not any(id(m) in told for m in right)
        return Found(first.left[:1], right, at, margin, main, "going_on") if fresh else None
    if tells(row.norm(at - 1), "goes_on") and tells(row.norm(at), "brought_together") and _noun(row, at) == at + 1:
        partner = next((i for i in range(at + 2, min(len(row.elements), at + 6)) if tells(row.norm(i), "with")), None)
        right = listed(row, partner + 1)[0] if partner is not None else ()
        himself = any(m.referent == him.referent for m in right for him in first.left[:1])
        fresh = right and not himself  # "كما جمعه لقاء مع فلان"
        return Found(first.left[:1], right, at + 1, margin, main, "going_on") if fresh else None
    if is_besides(row, at) and (right := _one_more(row, at)):
        fresh = not any(id(m) in told or m.referent == him.referent for m in right for him in first.left[:1])
        return Found(first.left[:1], right, at, margin, main, "going_on") if fresh else None
    light, goes_on = tells(row.norm(at), "light_verb"), _goes_on(row, at)
    if goes_on and tells(word_at(row, at), "noun") and (two := met_by(row, at + 1)) is not None:
        return Found(*two, at, margin, main, "noun_with")  # "أبرزها لقاء فلان بفلان، ولقاء فلان بفلان"
    if not (goes_on or tells(row.norm(at - 1), "meanwhile")) or not (light or tells(word_at(row, at), "verb")):
        return None
    if light:
        noun = _noun(row, at)
        partner = next((i for i in range(at + 1, min(len(row.elements), noun + 6)) if tells(row.norm(i), "with")), None)
        is_meeting = noun > at and (partner is None or partner > noun)
        right = listed(row, partner + 1)[0] if partner is not None and is_meeting else ()
        if partner is not None and row.norm(partner) == "بين" and len(right) > 1:  # "فيما عقدت مشاورات بين فلان وفلان"
            return Found(right[:1], right[1:], noun, margin, main, "noun_between")
    else:
        near = range(at + 1, min(len(row.elements), at + 5))
        partner = next((i for i in near if row.norm(i) == "مع"), at)  # "تحادث بمقر إقامته مع فلان"
        if (two := met_by(row, at + 1)) is not None or (two := with_whom(row, at + 1, partner)) is not None:
            return Found(*two, at, margin, main, "verb_subject_object")  # "كما اجتمع فلان بفلان": a subject of its own
        right = listed(row, partner + 1)[0]
    own = listed(row, at + 1)[0] if partner is not None and partner > at + 1 else ()
    own = tuple(m for m in own if m.kind is Kind.PERSON or not light)  # "كما عقد الوزير لقاء": the same one
    left = own[:1] or first.left[:1]
    if len(right) > 1 and not _joined(row, right[1]) and not tells(row.norm(at + 1), "all_of"):
        left, right = right[:1], right[1:]  # "فيما التقى فلان كلا من فلان وفلان": another subject
    elif not (goes_on or own):
        return None
    if not right or any(id(m) in told for m in right):
        return None
    return Found(left, right, at, margin, main, "going_on")
