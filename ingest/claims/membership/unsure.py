"""Memberships that somebody only claims, or that are still to come: "تزعم … أنها عضو", "العضو المحتمل في الاتحاد"."""

from __future__ import annotations

from bisect import bisect_left

from ingest.claims.clause import COMMAS, STOPS
from ingest.claims.membership.states import words
from ingest.mention import Mention, Reading
from ingest.mentions.words.name_words import quotes
from ingest.word_lists import is_in, with_and
from kg.claim import Referent, Span

_BACK = 8   # tokens in front of the words that tell a membership, in which it is doubted
_WEIGHED = 12  # tokens in front of a noun of taking in, in which it is weighed or decided
_BEHIND = 4  # tokens behind "member" in which it is told as one to come


def is_unsure(reading: Reading, evidence: Span) -> bool:
    """Whether the words around a membership doubt it or tell it as one that is not there yet."""
    document = reading.document
    if document.words.isdisjoint(with_and(words()["doubts"])) and document.words.isdisjoint(words()["not_yet"]):
        return False
    tokens, norms = document.tokens, document.norms
    first = bisect_left(tokens, evidence.start, key=lambda token: token.start)
    for at in range(first - 1, max(first - _BACK, 0) - 1, -1):
        if norms[at] in STOPS or norms[at] in COMMAS:
            break
        if is_in(norms[at], words()["doubts"]):
            return True
    last = bisect_left(tokens, evidence.end, first, key=lambda token: token.start)
    if first < last and not words()["not_yet"].isdisjoint(norms[first + 1 : min(first + _BEHIND, last)]):
        return True  # "عودة سوريا المرتقبة إلى المنظمة"
    members = (at for at in range(first, last) if is_in(norms[at], words()["member"]))
    return any(not words()["not_yet"].isdisjoint(norms[at + 1 : at + 1 + _BEHIND]) for at in members)


def is_planned(reading: Reading, body: Mention | None, verb: int) -> bool:
    """Whether a relative clause tells of a body that is only to be founded: "يعتزمون إنشاء المجلس الذي يضم …"."""
    norms = reading.document.norms
    known = body is not None and body.referent is not None and body.referent.authority is not None
    making = -1 if body is None or known else body.first - 1 - (body.first > 1 and quotes(norms[body.first - 1]))
    if making < 1 or norms[verb - 1] not in words()["relative"] or norms[making] not in words()["foundation"]:
        return False
    for at in range(making - 1, max(making - _BACK, 0) - 1, -1):
        if norms[at] in STOPS or norms[at] in COMMAS:
            return False
        if is_in(norms[at], words()["founding_planned"]):
            return True
    return False


def is_weighed(reading: Reading, at: int) -> bool:
    """Whether a form that is both "took in" and "taking in" is what the body weighs: "بحث المجلس ضم الأردن"."""
    norms = reading.document.norms
    if norms[at] not in words()["taking_in"]:
        return False
    for i in range(at - 1, max(at - _WEIGHED, 0) - 1, -1):
        begun = (i == at - 1 and norms[i] in COMMAS) or norms[i] in words()["foundation"]
        if begun or norms[i] in STOPS or is_in(norms[i], words()["relative"]):
            return False  # "قررت الدول تشكيل تحالف عسكري، ضم الأردن"
        if is_in(norms[i], words()["weighs"]):
            return True
    return False


def is_no_member(body: Referent, member: Referent, role: str | None) -> bool:
    """Whether a body that takes in states alone is told to have another body of states in it."""
    both = body.authority in words()["states_alone"] and member.authority in words()["states_alone"]
    return both and role != "observer"
