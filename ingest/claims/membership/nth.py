"""How many members a body has, told by which one a member is: "صارت سوريا العضو التسعين في التحالف", "لتصبح عضوه الـ85".

Also what a body has shrunk or grown to: "تقلصت المجموعة إلى أربع دول". Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from decimal import Decimal

from ingest import numerals
from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.collective import body_before, owner
from ingest.claims.membership import bodies
from ingest.claims.membership.forms import form
from ingest.claims.membership.predicates import left_in
from ingest.claims.membership.states import words
from ingest.claims.modality import modality_of
from ingest.claims.phrases import phrases
from ingest.mention import BODIES, Kind, Mention, Quantity
from ingest.word_lists import is_in
from kg.claim import Modality, Referent, Span

WHICH = "which member it is"
_VERB = 9        # elements before the noun in which the verb of becoming stands
_JOINING = 14    # elements before "as a twelfth member" in which somebody joins
_LEFT = 26       # elements before "سوى" in which the verb of being left stands
_BODY = 6        # elements behind the number in which the body stands
_LAST = Decimal(10)  # of a lower number of states it may be told which one of several it is


def of_member(row: Clause, at: int) -> tuple[Referent, Mention, Modality, int] | None:
    """The body that has as many members as the noun at an element says, the number, how it is told, and the end."""
    own = row.norm(at) in words()["its_nth"]
    if not own and not is_in(row.norm(at), words()["nth"]):
        return None
    number = _number(row, at + 1)
    verb = next((i for i in range(at - 1, max(-1, at - _VERB), -1) if _tells(row, i)), None)
    if verb is None and row.norm(at - 1) in COMMAS and row.norm(at + 1) in words()["before_number"]:
        verb = at  # "قطر، العضو رقم 32 في الحلف، …"
    if number is None or number.quantity is None or verb is None:
        return None
    if number.quantity.value < _LAST and row.norm(at) not in words()["nth_member"]:
        return None
    last = len(row.elements)
    end = next((i for i in range(at + 1, last) if row.elements[i].first >= number.last), last)
    body = owner(row.reading, row.elements[at].first, feminine=row.norm(at).endswith("ها")) if own else _behind(row, end)
    if body is None and is_in(row.norm(at), words()["member"]):
        named = body_before(row.reading, row.elements[at].first)
        body = None if named is None else named.referent
    modality = _modality(row, verb)
    return (body, number, modality, end) if body is not None and bodies.of_states(body) else None


def _modality(row: Clause, verb: int) -> Modality:
    """How a verb of becoming is told; behind "so that" (لتصبح) as the joining before it: "قد تنضم … لتصبح العضو العاشر"."""
    front = range(verb - 1, max(-1, verb - _JOINING), -1) if row.norm(verb).startswith("ل") else ()
    at = next((i for i in front if _joins(row, i)), verb)
    return modality_of(row.reading, row.sentence, row.elements[at].first)


def joined_as(row: Clause, at: int) -> tuple[Referent, Mention, Modality, int] | None:
    """The same of one that joins "as a twelfth member": "انضمت كينيا إلى الاتحاد عضوا ثاني عشر"."""
    if row.norm(at) not in words()["as_nth"] or at + 1 >= len(row.elements):
        return None
    numbered = row.norm(at + 1) in words()["before_number"] and at + 2 < len(row.elements)
    number = _at(row, at + 2) if numbered else _at(row, at + 1, ordinal=True)  # "كعضو رقم 32"
    verb = next((i for i in range(at - 1, max(-1, at - _JOINING), -1) if _joins(row, i)), None)
    if number is None or number.quantity is None or verb is None or number.quantity.value < _LAST:
        return None
    body = next((m for e in row.elements[verb + 1 : at] if (m := e.mention) is not None and m.kind in BODIES), None)
    end = next((i for i in range(at + 1, len(row.elements)) if row.elements[i].first >= number.last), len(row.elements))
    if body is None or body.referent is None or not bodies.of_states(body.referent):
        return None
    return body.referent, number, modality_of(row.reading, row.sentence, row.elements[verb].first), end


def _joins(row: Clause, at: int) -> bool:
    verb = form(row.norm(at))
    return verb is not None and verb.name == "join"


def remaining(row: Clause, at: int) -> tuple[Referent, Mention, Modality, int] | None:
    """How many alone are left: "لم يبق في المجموعة، …، سوى أربع دول", "لم تعد المنظمة تضم إلا 12 عضوا"."""
    number = row.elements[at + 1].mention if at + 1 < len(row.elements) else None
    if row.norm(at) not in words()["but"] or number is None or number.kind is not Kind.NUMBER:
        return None
    if row.norm(at + 2) not in words()["states_counted"] | words()["counted_nouns"]:
        return None
    verb = next((k for k in range(at - 1, max(-1, at - _LEFT), -1) if _is_left(row, k)), None)
    body = left_in(row, verb, at) if verb is not None else None
    return (body, number, Modality.ASSERTED, at + 3) if body is not None and bodies.of_states(body) else None


def _is_left(row: Clause, at: int) -> bool:
    """Whether a verb of being left or containing is denied: "لم يبق", "لم تعد المنظمة تضم"."""
    near = range(max(0, at - 3), at)
    return row.norm(at) in words()["remains"] and any(is_in(row.norm(k), words()["denied"]) for k in near)


def _tells(row: Clause, at: int) -> bool:
    if row.norm(at - 1) == "ان" and row.norm(at - 2).lstrip("و") not in words()["done_that"]:
        return False
    becoming = words()["becomes"] | words()["comes_to_be_nth"]
    return is_in(row.norm(at), becoming) or row.norm(at).removeprefix("س") in becoming


def _number(row: Clause, at: int) -> Mention | None:
    """The ordinal or the number with the article at an element: "الخامس والثمانين", "الـ85"."""
    if at < len(row.elements) and row.norm(at) in words()["before_number"]:
        at += 1
    elif not row.norm(at).startswith("ال") and not (at < len(row.elements) and row.elements[at].kind is Kind.NUMBER):
        return None
    return _at(row, at) if at < len(row.elements) else None


def _at(row: Clause, at: int, *, ordinal: bool = False) -> Mention | None:
    tokens, first = row.reading.document.tokens, row.elements[at].first
    read = numerals.read(tokens, first, min(first + 4, row.sentence.last))
    if read is None or (ordinal and not read.ordinal):
        return None
    name = Span(tokens[first].start, tokens[read.last - 1].end)
    return Mention(Kind.NUMBER, first, read.last, name, None, WHICH, quantity=Quantity(read.value, "exactly"))


def _behind(row: Clause, at: int) -> Referent | None:
    """The body behind "في", or in which something is that stands between ("المنضمة إلى التحالف")."""
    for i in range(at, min(len(row.elements), at + _BODY)):
        mention = row.elements[i].mention
        if mention is not None:
            inside = mention.prefix in ("ب", "ل") or row.norm(i - 1) in words()["inside"] | words()["members"] | {"الي"}
            return mention.referent if mention.kind in BODIES and inside else None
        if row.norm(i) in STOPS | COMMAS:
            break
    return None


def come_to(row: Clause, at: int) -> tuple[Referent, Mention, Modality, int] | None:
    """What a body has grown or shrunk to by the verb at an element."""
    if not is_in(row.norm(at).removeprefix("ل"), words()["grows_to"]):
        return None
    found = phrases(row, at)
    number = next((p for p in found if p.prep == "الي" and p.at >= 0 and row.elements[p.at].kind is Kind.NUMBER), None)
    first = found[0] if found and not found[0].prep and not found[0].nouns and found[0].at >= 0 else None
    if number is None or first is None:
        return None
    body, count = row.elements[first.at].mention, row.elements[number.at].mention
    unit = "" if count is None or count.quantity is None else count.quantity.unit or ""
    if body is None or body.kind not in BODIES or body.referent is None or count is None or not unit:
        return None
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    return (body.referent, count, modality, number.end) if bodies.of_states(body.referent) else None
