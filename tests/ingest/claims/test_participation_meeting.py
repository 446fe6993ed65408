"""Which of several meetings somebody took part in, on texts of our own (`participation_meeting_cases.tsv`).

`¶` begins a paragraph behind an empty line, `⏎` a line; what is expected is `actor@word of the meeting's name or its key`,
for every part.
"""

from __future__ import annotations

import pytest

from ingest.claims import participation
from ingest.fold import fold
from kg.claim import Referent
from kg.vocabulary import M
from tests.ingest.claims.cases import claims, label, slot, table

CASES = table("participation_meeting_cases.tsv")


def parts(text: str) -> set[tuple[str, str]]:
    """The actor and the names of the meeting of every part."""
    found = set()
    for claim in claims(participation.extract, text.replace(" ¶ ", "\n\n").replace(" ⏎ ", "\n")):
        meeting = slot(claim, M.topicMeeting)
        if claim.predicate in (M.role, M.attendance) and isinstance(meeting, Referent):
            names = " | ".join((meeting.key, meeting.label_ar or "", *meeting.surfaces))
            found.add((fold(label(slot(claim, M.topicActor))), fold(names)))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_the_meeting_of_a_part(text: str, expected: str) -> None:
    found = parts(text)
    wanted = [part.split("@") for part in expected.split("; ")] if expected else []
    for actor, word in wanted:
        assert any(fold(actor) in name and fold(word) in names for name, names in found), f"{actor} at {word} not in {found}"
    assert len(found) == len(wanted), found
