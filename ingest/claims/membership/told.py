"""A membership as it is read in a clause, and how the words around a noun of joining or leaving tell it.

A noun ("انضمام مصر") is a fact only where the words around it tell that it came about. Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.collective.focus import states_of
from ingest.claims.membership.forms import Form
from ingest.claims.membership.states import states_from, words
from ingest.claims.speech import PRONOUNS
from ingest.mention import Kind, Mention
from ingest.word_lists import is_in
from kg.claim import Modality, Referent, Span

_CUE = 7      # elements before a noun in which its context is told
_OWN_CUE = 22
_GOVERNS = 4  # elements before a noun in which a word makes a fact of it


@dataclass(frozen=True, slots=True)
class Belonging:
    """A membership told in a clause: the body, a state, what is told of it, when, and the words."""

    body: Referent
    member: Referent
    status: str
    role: str | None
    date: Mention | None
    modality: Modality
    evidence: Span
    rule: str


def _stem(norm: str) -> str:
    """A word without what is glued before and behind it: "وتحفظه" is "تحفظ"."""
    if norm in words()["no_fact"]:
        return norm
    for glued in ("و", "ف", "ب", "ل", "وب", "ول"):
        if norm.startswith(glued) and norm[len(glued):] in words()["no_fact"]:
            return norm[len(glued):]
    for suffix in PRONOUNS:
        if norm.endswith(suffix) and len(norm) > len(suffix) + 2:
            return norm.removesuffix(suffix)
    return norm.removeprefix("ال")


def _of_the_clause(near: list[str]) -> list[str]:
    """What stands before a noun without what is before its relative clause: "لم تشارك مالي التي أعلنت انسحابها"."""
    relative = max((i for i, norm in enumerate(near) if is_in(norm, words()["relative"])), default=-1)
    return near if COMMAS & set(near[relative + 1 :]) else near[relative + 1 :]


def context(row: Clause, at: int, behind: int, *, leaving: bool, own: bool = False) -> Modality | None:
    """How a noun of joining is told, by the words before it and some behind the body. To agree to a joining is none.

    `own`: the noun has the suffix of who does it ("أعلنت قطر … انسحابها"): what governs it may stand farther off.
    """
    near = _of_the_clause([row.norm(i) for i in range(max(0, at - (_OWN_CUE if own else _CUE)), at)])
    if row.norm(at).lstrip("و").startswith("ب") and (at <= 1 or is_in(row.norm(at - 2), words()["widened"])):
        return Modality.ASSERTED  # "وبانضمام كرواتيا …، ارتفع"
    if any(_stem(norm) in words()["no_fact"] for norm in near):
        return None
    if is_in(row.norm(at - 1), words()["was"]) and (at < 2 or row.norm(at - 2) in STOPS | COMMAS):
        return Modality.ASSERTED  # "كان انضمام مصر إلى المنظمة حدثا"
    if leaving and row.norm(at - 1) in words()["ever_since"]:
        return Modality.ASSERTED  # "منذ تعليق عضويتها"
    if is_in(row.norm(at - 1), words()["came_of_it"]):
        return Modality.ASSERTED  # "أدى انسحاب مالي من المجموعة إلى …"
    back = 0
    for i, norm in zip(range(at - 1, -1, -1), reversed(near), strict=False):
        if norm in STOPS or (norm in COMMAS and not own):
            break
        if own and _announced_before(row, i):
            return Modality.ASSERTED
        if is_in(norm, words()["plan"]):
            return Modality.PLANNED if leaving else None
        if is_in(norm, words()["fact"]) and (own or back < _GOVERNS):
            return Modality.ASSERTED
        back += row.elements[i].mention is None or row.elements[i].prefix not in ("", "و")
    after = [row.norm(i) for i in range(behind, min(len(row.elements), behind + 4))]
    if any(norm in words()["fact"] for norm in after):
        return Modality.ASSERTED
    dated = row.elements[behind].mention if behind < len(row.elements) else None
    dated = dated or (row.elements[behind + 1].mention if behind + 1 < len(row.elements) else None)
    return Modality.ASSERTED if dated is not None and dated.kind is Kind.DATE and near[-1:] != ["قبل"] else None


def _announced_before(row: Clause, at: int) -> bool:
    """ "قبل أن تعلن مصر انسحابها": behind "before" or "after" it has come about."""
    told = is_in(row.norm(at), words()["declaring"]) and row.norm(at - 1) == "ان"
    return told and is_in(row.norm(at - 2), words()["done_that"])


def date_at(row: Clause, end: int) -> tuple[Mention | None, int]:
    for i in range(end, min(len(row.elements), end + 4)):
        mention = row.elements[i].mention
        if mention is not None:
            return (mention, i + 1) if mention.kind is Kind.DATE else (None, end)
        if row.norm(i) in STOPS | COMMAS or is_in(row.norm(i), words()["relative"]):
            break  # "الحلف الذي أنشئ عام 1949": that is told of the body
    return None, end


def _date_inside(row: Clause, at: int, end: int) -> Mention | None:
    """ "انسحبت كندا عام 2011 من البروتوكول": the only date between the predicate and the body, and not "قبل عام 2011"."""
    inside = [i for i in range(at + 1, end) if row.elements[i].kind is Kind.DATE]
    if len(inside) != 1 or is_in(row.norm(inside[0] - 1), words()["up_to_then"]):
        return None
    if any(is_in(row.norm(i), words()["relative"]) for i in range(at + 1, inside[0])):
        return None  # "ويضم الاتحاد الذي أنشئ عام 1989 …"
    return row.elements[inside[0]].mention


def memberships(
    row: Clause, at: int, verb: Form, role: str | None, body: Referent, members: list[Mention], end: int, modality: Modality
) -> Iterator[Belonging]:
    """The memberships of a predicate, and of the states that go on with it ("ثم نيامي في ديسمبر 2023")."""
    tokens = row.reading.document.tokens
    members = [m for m in members if tokens[m.first].norm.removeprefix("ال") not in words()["seats"]]
    while members:
        date, behind = date_at(row, end)
        date = date or _date_inside(row, at, end)
        if date is not None and date.reason == "date.year_range" and len(members) > 1:
            date = None  # "انضمت فنلندا والسويد في 2023 و2024": it is not told of both
        first = min(at, where) if (where := row.where(members[0])) is not None else at
        span = row.span(first, max(behind, end)) or Span(row.sentence.start, row.sentence.end)
        for member in members:
            for state in states_of(member):
                if state != body:
                    yield Belonging(body, state, verb.status, role, date, modality, span, f"{verb.status}.{verb.rule}")
        members, end = _going_on(row, behind)


def _going_on(row: Clause, end: int) -> tuple[list[Mention], int]:
    i = end
    while i < min(len(row.elements), end + 6) and (row.norm(i) in COMMAS or row.norm(i) in words()["aside"]):
        i += 1
    begin = i
    while i < min(len(row.elements), begin + 4) and row.norm(i) in words()["and_then"] | words()["before_list"]:
        i += 1
    if i == begin or row.norm(begin) not in words()["and_then"]:
        return [], end
    mention = row.elements[i].mention if i < len(row.elements) else None
    if mention is None or mention.kind is not Kind.COUNTRY or mention.prefix not in ("", "و"):
        return [], end
    return states_from(row, i)
