"""Whom a number is about, where the grammar leaves no doubt: the subject of its verb, the owner of what is measured
("صادرات تونس"), or the place in which the counted things are said to be ("نسبة البطالة في المغرب", "30 مدرسة بتونس").

A name after "from", "to" or "beside" is a point of reference, and a name that the phrase merely holds may be anything:
such a number is about nobody.
"""

from __future__ import annotations

from ingest.claims.clause import Clause
from ingest.claims.figure.words import words
from ingest.claims.speech import openings
from ingest.mention import Kind, Mention
from ingest.mentions.bodies import heads as body_heads
from kg.claim import Referent

ABOUT = frozenset({Kind.COUNTRY, Kind.PLACE, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP})
_PLACES = frozenset({Kind.COUNTRY, Kind.PLACE})
_CHAIN = 4       # bare nouns between the head of a phrase and the owner: "عدد سكان مدينة"
_ACTS = 5        # elements between the subject of a verb and the number
_COUNTED = 4     # elements of the counted noun with its adjectives
_SPELLED = frozenset("()")
_GLUED = ("ال", "وال", "بال", "لل", "كال", "فال")


def about(row: Clause, at: int, begin: int, end: int, unit: str | None) -> Referent | None:
    """The place or body that the number at `at` is about, in the phrase from `begin` to `end`."""
    if row.norm(at - 1).endswith(("ها", "هم")) and row.norm(at - 1) not in words()["counting"]:
        return None  # "ومساحتها 15 كيلومترا": the owner stands further off
    found = _listed(row, at) or _behind(row, at, end, (unit or "").split(" ")[0]) or _before(row, at, begin)
    return None if found is None else found.referent


def _named(row: Clause, i: int, kinds: frozenset[Kind] = ABOUT) -> Mention | None:
    """The mention at element `i` that may be what a number is about; "الوزارة" alone may be any."""
    mention = row.elements[i].mention if 0 <= i < len(row.elements) else None
    if mention is None or mention.kind not in kinds or mention.referent is None:
        return None
    return None if mention.coref and mention.kind is Kind.ORGANIZATION else mention


def _listed(row: Clause, at: int) -> Mention | None:
    """An item of a list with its number in brackets: "تونس (97 مسكنا) وأريانة (149)"."""
    return _named(row, at - 2, _PLACES) if row.norm(at - 1) == "(" else None


def _before(row: Clause, at: int, begin: int) -> Mention | None:
    for i in range(begin, at):
        mention = _named(row, i)
        if mention is None or _broken(row, i + 1, at):
            continue
        if mention.prefix in ("", "و") and _heads(row, begin, i, at):
            return mention
        if _measured(row, begin, i) and _in(row, i, begin) and mention.kind in _PLACES:
            return mention
    return None


def _broken(row: Clause, first: int, last: int) -> bool:
    """Whether another clause or item begins between the name and the number: "زار تونس ووقع 5 اتفاقيات"."""
    return any(e.norm[:1] == "و" and not e.norm.startswith("وال") for e in row.elements[first:last])


def _heads(row: Clause, begin: int, i: int, at: int) -> bool:
    """Whether the name at `i` is the subject or the owner: only bare nouns or the verb stand before it in its phrase."""
    if i == begin:
        return at - i - 1 <= _ACTS and _opens(row, begin)
    if row.elements[i].prefix or row.norm(i - 1).removeprefix("و") in body_heads.heads():
        return False  # "صندوق أبوظبي": part of the name of a body
    k = i - 1
    while k >= begin and i - k <= _CHAIN and _bare(row, k):
        if row.norm(k) in words()["quantity"] and not _glued_quantity(row, k):
            return True
        k -= 1
    return k < begin and k < i - 1 and at - i - 1 <= _ACTS and _opens(row, begin)


def _glued_quantity(row: Clause, k: int) -> bool:
    return row.norm(k - 1) in words()["reference"]


def _opens(row: Clause, begin: int) -> bool:
    """Whether a clause begins at `begin` and no window merely ends there."""
    return begin == 0 or (row.elements[begin - 1].mention is None and not _bare(row, begin - 1))


def _bare(row: Clause, k: int) -> bool:
    """Whether element `k` is an indefinite noun or a verb, which a name may follow as its owner or subject."""
    norm = row.norm(k)
    if not norm or not norm[0].isalpha() or norm.startswith(_GLUED):
        return False
    plain = norm[1:] if norm[0] == "و" else norm
    if plain in openings()["adjunct"] or plain in openings()["that"] or plain in words()["reference"]:
        return False
    return plain not in words()["beside"] and plain not in words()["ends"] and plain not in openings()["relative"]


def _measured(row: Clause, begin: int, i: int) -> bool:
    """Whether the phrase measures something before element `i`: "يقدر عدد الدروز في سوريا بـ700 ألف"."""
    return any(row.norm(k) in words()["quantity"] for k in range(begin, i))


def _in(row: Clause, i: int, begin: int) -> bool:
    """Whether the place at `i` is said with "in", perhaps as "in the city of"."""
    if row.elements[i].prefix in ("ب", "وب"):
        return True
    k = i - 1
    k -= row.norm(k) in words()["place_head"]
    if k + 1 < i and row.norm(k + 1)[:1] == "ب":
        return True
    return k >= begin and row.norm(k) in words()["located"]


def _behind(row: Clause, at: int, end: int, unit: str) -> Mention | None:
    """The place in which the counted things are, directly behind them, or the whole of which a share is told."""
    if row.elements[at].kind is Kind.MONEY or unit in words()["time"] or unit in words()["distance"]:
        return None
    k = at + 1
    while k < min(end, at + 1 + _COUNTED) and (row.elements[k].kind is Kind.NISBA or _is_unit(row, k)):
        k += 1
    if k >= end:
        return None
    if row.norm(k) == "من":
        return _of_whole(row, k + 1, end, unit)
    for i in range(k, min(end, k + 3)):
        mention = _named(row, i)
        if mention is not None:
            return mention if _in(row, i, k) and (mention.kind in _PLACES or not mention.prefix) else None
    return None


def _is_unit(row: Clause, k: int) -> bool:
    """Whether element `k` may belong to the counted noun: a noun or adjective without clitic, no verb and no preposition."""
    norm = row.norm(k)
    if norm in _SPELLED:
        return True
    head = norm in words()["place_head"] or (norm[:1] == "ب" and norm[1:] in words()["place_head"])
    return _bare(row, k) and norm[0] != "و" and not head and norm not in words()["located"]


def _of_whole(row: Clause, first: int, end: int, unit: str) -> Mention | None:
    """"20 في المائة من صادرات تونس", "5 ملايين من سكان تونس"."""
    if unit != "%" and row.norm(first) not in words()["part_of"]:
        return None
    for i in range(first, min(end, first + _CHAIN)):
        mention = _named(row, i)
        if mention is not None:
            return None if mention.prefix or i == first else mention
        if not _bare(row, i):
            return None
    return None
