"""The sides of a noun of talks whose verb stands far from it: "أجرى فلان، قبيل انطلاق المؤتمر، محادثات مع فلان"."""

from __future__ import annotations

from ingest.claims.clause import STOPS, Clause
from ingest.claims.participation.encounter_row import PEOPLE, Sides, before_verb, behind_verb, joined, named_at, tells
from ingest.claims.speech import verb_at

_AHEAD = 14  # elements between talks and "with"
_BACK = 26  # elements between a verb and its talks


def talks(row: Clause, at: int) -> Sides | None:
    """Who holds the talks of element `at` and with whom: the subject of a verb of holding, the people behind "with"."""
    ahead = range(at + 1, min(len(row.elements), at + _AHEAD))
    partner = next((i for i in ahead if tells(row.norm(i), "with") or _closes(row, i)), None)
    back = range(at - 1, max(at - _BACK, -1), -1)
    verb = next((i for i in back if tells(row.norm(i), "holds") or _closes(row, i)), None)
    if partner is None or verb is None or not tells(row.norm(partner), "with") or not tells(row.norm(verb), "holds"):
        return None
    named = named_at(row, partner + 1)
    subject = before_verb(row, verb) or behind_verb(row, verb)[0]
    if named is None or subject is None or row.elements[named].kind not in PEOPLE:
        return None
    others, last = joined(row, named)
    return Sides(subject, others, False, last)


def _closes(row: Clause, at: int) -> bool:
    """Whether the clause of the talks ends: a stop, a new clause, another verb."""
    norm = row.norm(at)
    return norm in STOPS or tells(norm, "ends") or (norm != "" and not tells(norm, "holds") and verb_at(norm) is not None)
