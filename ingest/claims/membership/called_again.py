"""Which body a list belongs to that a phrase opens by which members are called again: "وهذه الدول هي …".

Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from ingest.claims.clause import Clause
from ingest.claims.collective.focus import group_of
from ingest.claims.membership.states import words
from ingest.mention import BODIES, Kind, Reading
from ingest.word_lists import is_in
from kg.claim import Referent

_AGAIN = 90    # tokens back in which the members of a body may have been told of
_NEAR = 5      # tokens between a noun of members and its body
_PHRASE = 5    # elements of the phrase that calls members again


def called_again(row: Clause, at: int) -> Referent | None:
    """The body whose members "هذه الدول هي …" means: those told of last as states "of" or "in" it."""
    i = at - 1
    while i >= 0 and at - i <= _PHRASE and row.norm(i) in words()["before_list"] | words()["is"]:
        i -= 1
    if i == at - 1 or not any(row.norm(k) in words()["is"] for k in range(i + 1, at)):
        return None
    told = 0
    while i >= 0 and told < _PHRASE and not is_in(row.norm(i), words()["members"]):
        if row.elements[i].kind not in (None, Kind.NUMBER) or (row.norm(i) and row.norm(i) not in words()["called_so"]):
            return None
        i, told = i - 1, told + 1
    if i < 0 or not row.norm(i).lstrip("و").startswith("ال"):
        return None
    return _part_of(row.reading, row.elements[i].first - 1)


def _part_of(reading: Reading, before: int) -> Referent | None:
    """The body of which the states told of last before a token are a part: "ثماني دول من التحالف", "الدول الأعضاء فيه"."""
    tokens = reading.document.tokens
    at = {m.first: m for m in reading.starting(max(0, before - _AGAIN), before + 1)}
    inside = {i: m for m in at.values() if m.kind is Kind.GROUP for i in range(m.first, m.last)}
    named = {i for m in at.values() if m.kind in BODIES for i in range(m.first, m.last)}
    for i in range(before, max(-1, before - _AGAIN), -1):
        if (group := inside.get(i)) is not None and (body := group_of(group)) is not None:
            return body
        if tokens[i].norm not in words()["counted_nouns"] or i in named:
            continue
        for k in range(i + 1, min(i + 1 + _NEAR, before + 1)):
            mention = at.get(k)
            if mention is not None and mention.kind in BODIES:
                return mention.referent
            if mention is None and tokens[k].norm not in words()["part_of"]:
                break
        return None
    return None
