"""Talks on the margins that were to be and did not take place: "ألغي لقاء كان مقررا بين فلان وفلان", "وتأجل لقاؤه مع فلان".

Of what did not take place only talks that had been expected are told: "لم يعقد اللقاء الذي كان متوقعا بين فلان وفلان".
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import STOPS, Clause, words_of
from ingest.claims.modality import modality_of
from ingest.claims.side_meeting.parties import just_before, listed, nations_of, tells, word_at
from ingest.claims.side_meeting.told import Found
from ingest.mention import Kind, Mention
from ingest.sieve import Sieve
from kg.claim import Modality, Referent

_NOUN = 10   # elements from the verb to the noun of meeting: "ألغى الوزير فلان لقاء"
_PARTIES = 18  # elements from the noun to its parties
_may_tell = Sieve(lambda norm: tells(norm, "called_off") or tells(norm, "put_off") or tells(norm, "not_held"))


def called_off(row: Clause, margin: int | None, main: Referent | None, before: Found | None) -> Iterator[Found]:
    """The talks called off or put off in a sentence that is tied to a main meeting, or that goes on with what was told."""
    for _, at in words_of(row.reading, row.sentence, "called off on the margins", _may_tell):
        status = _status(row, at)
        noun = next((i for i in range(at + 1, min(at + _NOUN, len(row.elements))) if tells(word_at(row, i), "noun")), None)
        if not status or noun is None or (margin is None and before is None):
            continue
        expected = any(tells(row.norm(i), "was_to_be") for i in range(noun, min(noun + _PARTIES, len(row.elements))))
        if (status == "not held" or margin is None) and not expected:
            continue
        if margin is None and any(element.kind is Kind.PERSON for element in row.elements[:at]):
            continue  # "قال المبعوث فلان …، فيما ألغي لقاء كان متوقعا بينه وبين علان": nothing puts that on the margins
        own = listed(row, at + 1)[0] or just_before(row, at)
        left, right = _parties(row, noun, own[:1] or (before.left[:1] if before is not None else ()))
        if left and right:
            tie = main if main is not None or before is None else before.main
            rule = "nations" if left == nations_of(row, noun)[:1] else "called_off"
            yield Found(left, right, noun, margin if margin is not None else noun, tie, rule, off=status)


def _status(row: Clause, at: int) -> str:
    """ "cancelled", "postponed" or "not held" by a verb or noun; "" where that itself is denied or still to come."""
    if tells(row.norm(at), "not_held"):
        return "not held" if row.norm(at - 1) in ("لم", "ولم") else ""
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    if modality in (Modality.DENIED, Modality.PLANNED):
        return ""
    return "postponed" if tells(row.norm(at), "put_off") else "cancelled"


def _parties(row: Clause, noun: int, subject: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Both sides behind the noun: "بين فلان وفلان", "بينه وبين فلان", "لقاؤه مع فلان", "لقاء فلان مع فلان"; of nations
    "اجتماع ثلاثي مصري أردني عراقي"."""
    if len(nations := nations_of(row, noun)) > 1:
        return nations[:1], nations[1:]
    for i in range(noun + 1, min(noun + _PARTIES, len(row.elements))):
        norm = row.norm(i)
        if norm in STOPS:
            break
        if tells(norm, "between_him") and row.norm(i + 1) == "وبين":
            return subject, listed(row, i + 2)[0]
        if norm == "بين":
            two = listed(row, i + 1)[0]
            return two[:1], two[1:]
        if tells(norm, "with"):
            return listed(row, noun + 1)[0][:1] or subject, listed(row, i + 1)[0]
    return (), ()
