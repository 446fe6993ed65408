"""What a construction of a side meeting found, and the claims that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.claims.clause import Clause
from ingest.claims.modality import modality_of
from ingest.claims.side_meeting.parties import clause_end, party, predicate, tells
from ingest.mention import Mention
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M

_EXPECTED = 3  # elements behind the parties in which they are said to have been expected to meet
_TURN = 8  # elements behind a turn in which the meeting is called off


@dataclass(frozen=True, slots=True)
class Found:
    """One construction: the party or parties on either side, the element of its verb or noun, and of its margin words."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    at: int
    margin: int
    main: Referent | None
    rule: str
    off: str = ""   # "cancelled", "postponed", "not held"


def claims(row: Clause, found: Found, seen: dict[frozenset[str], Referent]) -> Iterator[Claim]:
    """One frame for the pair, or for the group where several meet at once; told before: nothing new."""
    left = [party(row, m) for m in found.left]
    right = [party(row, m) for m in found.right]
    together = found.rule in ("verb_noun", "noun_between", "nations") or _of_several(row, found.at)
    pairs = [[*left, *right]] if together and len(right) > 1 else [[left[0], other] for other in right]
    first = min([found.at, found.margin, *_places(row, found)])
    last = max([found.at, found.margin, *_places(row, found)])
    span = row.span(first, min(last + 6, clause_end(row, last))) or Span(row.sentence.start, row.sentence.end)
    held = None if found.off else modality_of(row.reading, row.sentence, row.elements[predicate(row, found.at)].first)
    modality = held or Modality.PLANNED
    if modality is Modality.ASSERTED and _was_to_be(row, found.at, last):
        modality = Modality.PLANNED
    if modality is Modality.DENIED and _called_off(row, last):  # "كان مقررا أن يلتقي فلانا، إلا أن الاجتماع ألغي"
        modality = Modality.PLANNED
    if modality is Modality.DENIED:
        return
    for parties in pairs:
        keys = sorted({f"{p.type}|{p.key}" for p in parties})
        if len(keys) < 2 or frozenset(keys) in seen or (found.main is not None and found.main in parties):
            continue
        slots: list[tuple[Iri, Slot]] = [(M.topicParticipant, p) for p in parties]
        if found.main is not None:
            slots.append((M.topicMainMeeting, found.main))
            keys.append(found.main.key)
        frame = Referent(M.SideMeeting, "|".join(keys), slots=tuple(slots))
        seen[frozenset(keys[: len(parties)])] = frame
        yield Claim(frame, SCHEMA.eventStatus, _status(row, found, modality, last), modality, (span,), 0.88,
                    f"side_meeting.{found.rule}")


def _status(row: Clause, found: Found, modality: Modality, last: int) -> Iri:
    if modality is not Modality.PLANNED:
        return M.EventHeld
    if found.off == "postponed":
        return SCHEMA.EventPostponed
    return SCHEMA.EventCancelled if found.off or _called_off(row, last) else SCHEMA.EventScheduled


def _was_to_be(row: Clause, at: int, last: int) -> bool:
    """ "كان اجتماع ثلاثي مرتقبا": only expected, as the indefinite says."""
    behind = range(at + 1, min(last + _EXPECTED, len(row.elements)))
    return any(tells(row.norm(i), "was_to_be") and not row.norm(i).startswith("ال") for i in behind)


def _of_several(row: Clause, at: int) -> bool:
    """ "اجتماعا ثلاثيا مع نظيريه": one meeting of all, by the adjective behind its noun."""
    element = row.elements[at]
    last = element.mention.last if element.mention is not None else element.first + 1
    return any(tells(norm, "of_several") for norm in row.reading.document.norms[element.first + 1 : last + 1])


def _called_off(row: Clause, last: int) -> bool:
    """ "كان سيلتقي فلانا، لكن الموعد ألغي", "غير أن اللقاء لم يعقد": said at the end of the sentence."""
    turns = [i for i in range(last + 1, len(row.elements)) if tells(row.norm(i), "turns")]
    near = range(turns[0] + 1, min(turns[0] + _TURN, len(row.elements))) if turns else range(0)
    return any(
        tells(row.norm(i), "called_off") or (row.norm(i) == "لم" and tells(row.norm(i + 1), "not_held"))
        for i in near
    )


def _places(row: Clause, found: Found) -> list[int]:
    chosen = {id(m) for m in (*found.left, *found.right)}
    return [i for i, e in enumerate(row.elements) if id(e.mention) in chosen]
