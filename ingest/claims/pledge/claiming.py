"""The claim of a pledge: how it stands and is told, what it is for, the words it rests on."""

from __future__ import annotations

from ingest import quantities
from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.modality import is_supposed, modality_of
from ingest.claims.pledge import bound, withdrawn
from ingest.claims.pledge.row import Found, starts_another, sums, tells
from ingest.claims.speech import openings, verb_at
from ingest.mention import Mention, Quantity
from ingest.tenses import is_future_form
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import M

_PURPOSE = 16    # elements of the purpose
_WAS = 4         # elements before a verb in which it is told that it was so once
_NO_PURPOSE = STOPS | COMMAS | QUOTES | {"و", "(", ")", "-", ":"}


def claim_of(row: Clause, money: int, mention: Mention, quantity: Quantity, found: Found) -> Claim | None:
    """What is claimed of a sum that somebody gives; None where it is denied."""
    held = _held(row, money, found)
    if held is None:
        return None
    status, modality, rule, back = held
    slots: list[tuple[Iri, Slot]] = [(M.topicActor, found.actor), (M.amount, quantity.value)]
    bounded = bound.comparator(row, money, quantity)
    if bounded is not None:
        slots.append((M.comparator, bounded))
    land = found.actor.label_en if found.actor.type == M.Country else None
    currency = quantity.currency or quantities.home_currency(quantity.unit or "", land or "")  # "والسويد 20 مليون كرونة"
    if currency:
        slots.append((M.currency, currency))
    behind = bound.behind(row, money)
    end = _purpose_end(row, behind)
    purpose = row.text(behind, end)
    if purpose:
        slots.append((M.pledgePurpose, " ".join(purpose.split())))
    begin = min(found.at, _first(row, found), money if back is None else back)
    span = row.span(begin, end) or row.reading.span(mention)
    evidence: tuple[Span, ...] = (Span(span.start, span.end),)
    if back is not None and back >= end:
        evidence += withdrawn.words(row, back)
    frame = Referent(M.Pledge, f"{found.actor.type}|{found.actor.key}|{quantity.value.normalize()}|{mention.name.start}",
                     slots=tuple(slots))
    return Claim(frame, M.pledgeStatus, status, modality, evidence, 0.85, f"pledge.{rule}")


def _held(row: Clause, money: int, found: Found) -> tuple[Iri, Modality, str, int | None] | None:
    """How a pledge stands and is told, by which rule, and the word that takes it back; None where it is denied."""
    back = withdrawn.before(row, found.at)
    back = withdrawn.afterwards(row, money) if back is None else back
    token = row.elements[found.at if back is None else back].first
    modality = modality_of(row.reading, row.sentence, token)
    if modality is Modality.DENIED or (back is None and _was_meant(row, found.at)):
        return None
    if back is not None:
        return M.Withdrawn, modality, "withdrawn", back
    supposed = is_supposed(row.reading, row.sentence, token)
    if modality is Modality.PLANNED and not supposed and found.kind in ("give_future", "announce"):
        modality = Modality.ASSERTED  # giving to come is what is announced
    if modality is Modality.ASSERTED and on_condition(row, _purpose_end(row, bound.behind(row, money))):
        modality = Modality.PLANNED
    return M.Promised if found.kind == "promise" else M.Announced, modality, found.kind, None


def _first(row: Clause, found: Found) -> int:
    """The element of the giver where it stands before its verb."""
    for i in range(found.at - 1, max(-1, found.at - 12), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.referent == found.actor:
            return i
    return found.at


def on_condition(row: Clause, at: int) -> bool:
    """Whether a condition begins at an element: "إذا وافق", "في حال موافقة"."""
    at += row.norm(at) in ("في", "وفي")
    return row.norm(at) in sums()["on_condition"]


def _was_meant(row: Clause, at: int) -> bool:
    """Whether a verb of giving, or of meaning to, only tells what was once meant: "كانت فرنسا تعتزم تقديم"."""
    if not (tells(row.norm(at), "means_to") or is_future_form(row.norm(at))):
        return False
    for i in range(at - 1, max(-1, at - _WAS), -1):
        if row.norm(i) in openings()["that"] or verb_at(row.norm(i)) is not None:
            return False
        if tells(row.norm(i), "was"):
            return True
    return False


def _purpose_end(row: Clause, begin: int) -> int:
    """The end of the words from element `begin` that tell what the sum is for."""
    i = begin
    while i < len(row.elements) and i - begin < _PURPOSE:
        norm = row.norm(i)
        told = norm in sums()["tells_of_sum"] or (norm == "عن" and row.norm(i + 1) in sums()["for_years"])
        if (i == begin and told) or on_condition(row, i):
            break  # "عن عامي 2025 و2026", "إذا وافق البرلمان"
        if starts_another(row, i) or (norm and (norm in _NO_PURPOSE or withdrawn.turns(row, i))):
            break
        i += 1
    return i
