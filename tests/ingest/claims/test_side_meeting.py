"""Side meetings over the whole reading path, on sentences of our own (`side_meeting_cases.tsv`: parties and status)."""

from __future__ import annotations

import pytest

from ingest.claims import side_meeting
from kg.claim import Referent
from kg.vocabulary import M
from tests.ingest.claims.cases import claims, label, reading, slot, table

BASE = "التقى وزير الخارجية التونسي نبيل عمار نظيره المصري سامح شكري على هامش القمة العربية."


def told(text: str) -> list[str]:
    found = []
    for claim in claims(side_meeting.extract, text):
        parties = [label(value) for name, value in claim.subject.slots if name == M.topicParticipant]
        found.append(" + ".join(parties) + " " + str(claim.object).replace("#", "/").rsplit("/", 1)[1])
    return found


@pytest.mark.parametrize(("text", "expected"), table("side_meeting_cases.tsv"))
def test_who_met_whom(text: str, expected: str) -> None:
    assert told(text) == [one for one in expected.split(" | ") if one]


def test_the_main_meeting_is_named() -> None:
    (claim,) = claims(side_meeting.extract, BASE)
    main = slot(claim, M.topicMainMeeting)
    assert isinstance(main, Referent)
    assert main.type == M.Meeting


def test_the_main_meeting_may_be_named_before() -> None:
    text = "انعقدت القمة العربية في الرياض. والتقى وزير الخارجية التونسي نبيل عمار نظيره المصري سامح شكري على هامشها."
    (claim,) = claims(side_meeting.extract, text)
    assert label(slot(claim, M.topicMainMeeting)).startswith("القمة العربية")


def test_without_the_margin_it_is_no_side_meeting() -> None:
    assert told(BASE)
    assert not told(BASE.replace(" على هامش القمة العربية", ""))


def test_negation_and_future() -> None:
    assert not told("لم يلتق" + BASE.removeprefix("التقى"))
    (planned,) = told("سيلتقي" + BASE.removeprefix("التقى"))
    assert planned.endswith("EventScheduled")


def test_swapping_the_parties_keeps_the_pair() -> None:
    other = "التقى وزير الخارجية المصري سامح شكري نظيره التونسي نبيل عمار على هامش القمة العربية."
    assert {frozenset(t.rsplit(" ", 1)[0].split(" + ")) for t in told(BASE)} == {
        frozenset(t.rsplit(" ", 1)[0].split(" + ")) for t in told(other)
    }


def test_told_twice_is_one_meeting() -> None:
    assert len(told(BASE + " " + BASE)) == 1


def test_other_languages_are_left_alone() -> None:
    english = "The two ministers met on the sidelines of the Arab summit and discussed trade between their countries. " * 3
    assert not list(side_meeting.extract(reading(english, "en")))
