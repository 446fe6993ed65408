"""Constructed pairs of claims: what contradicts, what is later news, what is more precise, what counts something else.

Half of the cases are false alarms by design: they look like conflicts and are none.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.claim import Modality, PartialDate, Referent
from kg.listing import entries
from kg.vocabulary import SCHEMA, M
from tests.kg.newsroom import ASSERTED, COALITION, COUNTRIES, PLANNED, Paper, facts, store_of

Told = Callable[[], list[Paper]]


def _two(first: str | None, second: str | None) -> tuple[Paper, Paper]:
    return Paper("one", first, "Alpha"), Paper("two", second, "Beta")


def _counts(
    left: tuple[int, str], right: tuple[int, str], comparators: tuple[str, str] = ("Exactly", "Exactly"),
    units: tuple[str, str] = ("States", "States"), as_of: tuple[str | None, str | None] = (None, None),
    words: tuple[str, str] = ("", ""),
) -> Told:
    def papers() -> list[Paper]:
        both = _two(left[1], right[1])
        for paper, number, comparator, unit, date, quote in zip(
            both, (left[0], right[0]), comparators, units, as_of, words, strict=True
        ):
            paper.count(number, getattr(M, unit), getattr(M, comparator), date, quote)
        return list(both)

    return papers


def _presence(left: tuple[str, Modality, str | None], right: tuple[str, Modality, str | None]) -> Told:
    def papers() -> list[Paper]:
        both = _two(left[2], right[2])
        for paper, (what, modality, _) in zip(both, (left, right), strict=True):
            status = M.EventHeld if modality is ASSERTED else SCHEMA.EventScheduled
            meeting = paper.meeting(day="2022-05-11", place="marrakesh", status=status)
            part = paper.part(meeting, paper.person("أنتوني بلينكن", "US"))
            if what == "Absent":
                paper.say(part, M.attendance, M.Absent, modality)
            else:
                paper.say(part, M.role, getattr(M, what), modality)
        return list(both)

    return papers


def _meetings(left: dict[str, str], right: dict[str, str], dates: tuple[str | None, str | None]) -> Told:
    def papers() -> list[Paper]:
        both = _two(*dates)
        for paper, about in zip(both, (left, right), strict=True):
            status = {"planned": SCHEMA.EventScheduled, "cancelled": SCHEMA.EventCancelled,
                      "postponed": SCHEMA.EventPostponed}.get(about.get("status", ""), M.EventHeld)
            paper.meeting(day=about.get("day", "2022-05-11"), place=about.get("place", "marrakesh"), status=status,
                          edition=28, kind=M.Summit)
        return list(both)

    return papers


def _founding(left: PartialDate, right: PartialDate) -> Told:
    def papers() -> list[Paper]:
        both = _two("2022-05-11", "2023-06-08")
        for paper, date in zip(both, (left, right), strict=True):
            frame = Referent(M.Founding, "gc", slots=((M.topicCollective, COALITION),))
            paper.say(frame, M.foundingStatus, M.Founded).say(frame, SCHEMA.foundingDate, date)
        return list(both)

    return papers


def _member(left: tuple[str, str], right: tuple[str, str]) -> Told:
    def papers() -> list[Paper]:
        both = _two(left[1], right[1])
        for paper, (status, _) in zip(both, (left, right), strict=True):
            slots = ((M.topicCollective, COALITION), (M.topicMember, COUNTRIES["MA"]))
            paper.say(Referent(M.Membership, "gc|ma", slots=slots), M.membershipStatus, getattr(M, status))
        return list(both)

    return papers


MAY, JUNE23 = "2022-05-11", "2023-06-08"
# name, papers, predicate, the class found (None: nothing to report)
CASES: list[tuple[str, Told, str, str | None]] = [
    ("two numbers on one day", _counts((84, MAY), (85, MAY)), "memberCount", "Contradiction"),
    ("84 and 85 a year later", _counts((84, MAY), (85, JUNE23)), "memberCount", "Update"),
    ("84 and more than 80", _counts((84, MAY), (80, MAY), ("Exactly", "AtLeast")), "memberCount", "Refinement"),
    ("79 and more than 80, one day", _counts((79, MAY), (80, MAY), ("Exactly", "AtLeast")), "memberCount", "Contradiction"),
    ("79 in 2021 and more than 80", _counts((79, MAY), (80, MAY), ("Exactly", "AtLeast"), as_of=("2021", None)),
     "memberCount", "Update"),
    ("about 80 and 84", _counts((80, MAY), (84, MAY), ("About", "Exactly")), "memberCount", "Refinement"),
    ("84 twice", _counts((84, MAY), (84, JUNE23)), "memberCount", None),
    ("84 of both against 77 states", _counts((84, MAY), (77, MAY), units=("StatesAndOrganizations", "States")),
     "memberCount", "ScopeDifference"),
    ("77 others against 79", _counts((77, MAY), (79, MAY), words=("تضم 77 دولة أخرى", "تضم 79 دولة")),
     "memberCount", "ScopeDifference"),
    ("a number told of an earlier year", _counts((84, MAY), (79, MAY), as_of=(None, "2019")), "memberCount", "Update"),
    ("will come, will not come", _presence(("CoChair", PLANNED, "2022-05-08"), ("Absent", PLANNED, "2022-05-10")),
     "attendance", "Update"),
    ("both announced on one day", _presence(("CoChair", PLANNED, "2022-05-10"), ("Absent", PLANNED, "2022-05-10")),
     "attendance", "Contradiction"),
    ("announced, came", _presence(("CoChair", PLANNED, "2022-05-08"), ("CoChair", ASSERTED, MAY)), "attendance", None),
    ("announced, stayed away", _presence(("CoChair", PLANNED, "2022-05-08"), ("Absent", ASSERTED, MAY)), "attendance",
     "Update"),
    ("came and stayed away", _presence(("Speaker", ASSERTED, MAY), ("Absent", ASSERTED, "2022-05-12")),
     "attendance", "Contradiction"),
    ("invited and stayed away", _presence(("Inviter", ASSERTED, MAY), ("Absent", ASSERTED, MAY)), "attendance", None),
    ("undated plan, undated absence", _presence(("CoChair", PLANNED, None), ("Absent", PLANNED, None)), "attendance",
     "Update"),
    ("planned, held", _meetings({"status": "planned"}, {}, ("2022-05-08", MAY)), "eventStatus", "Update"),
    ("held, cancelled", _meetings({}, {"status": "cancelled"}, (MAY, "2022-05-12")), "eventStatus", "Contradiction"),
    ("planned, postponed", _meetings({"status": "planned"}, {"status": "postponed"}, ("2022-05-01", "2022-05-08")),
     "eventStatus", "Update"),
    ("planned and cancelled on one day", _meetings({"status": "planned"}, {"status": "cancelled"}, (MAY, MAY)),
     "eventStatus", "Contradiction"),
    ("cancelled, then held after all", _meetings({"status": "cancelled"}, {}, ("2022-05-01", MAY)), "eventStatus", "Update"),
    ("held in two towns", _meetings({}, {"place": "riyadh"}, (MAY, "2022-05-12")), "location", "Contradiction"),
    ("moved", _meetings({"status": "planned", "place": "cairo"}, {}, ("2022-04-01", MAY)), "location", "Update"),
    ("Amman and the Dead Sea", _meetings({"place": "amman"}, {"place": "dead-sea"}, (MAY, MAY)), "location", "Refinement"),
    ("a month and its day", _meetings({"day": "2022-05"}, {}, (MAY, MAY)), "startDate", "Refinement"),
    ("two days told as done", _meetings({"day": "2022-05-10"}, {}, (MAY, "2022-05-12")), "startDate", "Contradiction"),
    ("a plan of another day", _meetings({"day": "2022-05-10", "status": "planned"}, {}, ("2022-05-01", MAY)), "startDate",
     "Update"),
    ("founded in 2014 and in September 2014", _founding(PartialDate(2014), PartialDate(2014, 9)), "foundingDate",
     "Refinement"),
    ("founded in 2014 and in 2015", _founding(PartialDate(2014), PartialDate(2015)), "foundingDate", "Contradiction"),
    ("joined, is a member", _member(("Joining", MAY), ("Member", JUNE23)), "membershipStatus", None),
    ("member, then former", _member(("Member", MAY), ("FormerMember", JUNE23)), "membershipStatus", "Update"),
    ("member and former on one day", _member(("Member", MAY), ("FormerMember", MAY)), "membershipStatus", "Contradiction"),
]


@pytest.mark.parametrize(("told", "predicate", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_each_pair_has_its_class(told: Told, predicate: str, expected: str | None) -> None:
    found = {entry.kind for entry in entries(store_of(told())) if entry.predicate == predicate}
    assert found == ({expected} if expected else set())


def test_half_of_the_cases_are_false_alarms() -> None:
    real = sum(case[3] == "Contradiction" for case in CASES)
    assert len(CASES) >= 20
    assert real <= len(CASES) - real


def test_an_entry_names_sentences_outlets_dates_and_origins() -> None:
    papers = _counts((84, MAY), (85, MAY), words=("يضم 84 دولة", "يضم 85 دولة"))()
    entry = next(e for e in entries(store_of(papers)) if e.kind == "Contradiction").as_json()
    assert (entry["class"], entry["predicate"], entry["origins"]) == ("Contradiction", "memberCount", 2)
    assert [(c["value"], c["outlet"], c["published"], c["quote"]) for c in entry["claims"]] == [
        ("84", "Alpha", MAY, "يضم 84 دولة"), ("85", "Beta", MAY, "يضم 85 دولة"),
    ]


def test_a_contested_value_is_no_current_fact() -> None:
    assert not [f for f in facts(store_of(_counts((84, MAY), (85, MAY))())) if f[1] == "memberCount"]
    assert [f[2] for f in facts(store_of(_counts((84, MAY), (85, JUNE23))())) if f[1] == "memberCount"] == ["85"]


def test_two_statements_of_one_article_are_no_disagreement() -> None:
    paper = Paper("one", MAY, "Alpha")
    paper.count(84).count(85)
    assert list(entries(store_of([paper]))) == []
