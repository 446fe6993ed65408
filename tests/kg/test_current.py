"""What holds now: plans are not facts, later news stands, copies count once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg import resources
from kg.claim import Modality, Referent
from kg.derive import Derivation
from kg.iri import Iri
from kg.store import Store
from kg.vocabulary import SCHEMA, M
from tests.kg.newsroom import ASSERTED, COALITION, COUNTRIES, DENIED, PLANNED, Paper, facts, newsroom, store_of

LABEL = "Ministerial meeting, Global Coalition, Marrakesh, 2022-05-11"


def _attendance(*told: tuple[str, Modality, str | None]) -> set[tuple[str, str]]:
    papers = []
    for number, (what, modality, published) in enumerate(told):
        paper = Paper(f"p{number}", published, f"Outlet {number}")
        held = SCHEMA.EventScheduled if modality is PLANNED else M.EventHeld
        meeting = paper.meeting(day="2022-05-11", place="marrakesh", status=held)
        part = paper.part(meeting, paper.person("أنتوني بلينكن"))
        if what == "Absent":
            paper.say(part, M.attendance, M.Absent, modality)
        else:
            paper.say(part, M.role, getattr(M, what), modality)
        papers.append(paper)
    wanted = ("attended", "announcedFor", "absentFrom", "role", "attendance")
    return {(p, "" if p != "role" else v) for _, p, v in facts(store_of(papers)) if p in wanted}


@pytest.mark.parametrize(("told", "expected"), [
    ([("CoChair", PLANNED, "2022-05-08")], {("announcedFor", "")}),
    ([("CoChair", ASSERTED, "2022-05-11")], {("attended", ""), ("role", "CoChair")}),
    ([("CoChair", PLANNED, "2022-05-08"), ("CoChair", ASSERTED, "2022-05-11")],
     {("announcedFor", ""), ("attended", ""), ("role", "CoChair")}),
    ([("CoChair", PLANNED, "2022-05-08"), ("Absent", PLANNED, "2022-05-10")], {("announcedFor", ""), ("absentFrom", "")}),
    ([("Absent", PLANNED, "2022-05-08"), ("CoChair", PLANNED, "2022-05-10")], {("announcedFor", "")}),
    ([("Absent", PLANNED, "2022-05-08"), ("Speaker", ASSERTED, "2022-05-11")], {("attended", ""), ("role", "Speaker")}),
    ([("CoChair", PLANNED, "2022-05-10"), ("Absent", PLANNED, "2022-05-10")], {("announcedFor", "")}),
    ([("Speaker", DENIED, "2022-05-11")], {("absentFrom", "")}),
    ([("Inviter", PLANNED, "2022-05-08"), ("Absent", ASSERTED, "2022-05-11")], {("role", "Inviter"), ("absentFrom", "")}),
    ([("Speaker", Modality.REPORTED, "2022-05-11")], set()),
])
def test_presence(told: list[tuple[str, Modality, str | None]], expected: set[tuple[str, str]]) -> None:
    assert _attendance(*told) == expected


def ladder_papers() -> list[Paper]:
    """Invited, will co-chair, will not attend, somebody else in his place, inviter still."""
    first = Paper("invitation", "2022-05-09", "Alpha")
    meeting = first.meeting(day="2022-05-11", place="marrakesh", status=SCHEMA.EventScheduled)
    part = first.part(meeting, first.person("أنتوني بلينكن", "US"))
    first.say(part, M.role, M.Inviter, PLANNED, "يعقد الاجتماع بدعوة بلينكن")
    plan = Paper("plan", None, "Beta")
    meeting = plan.meeting(day="2022-05-11", place="marrakesh", status=SCHEMA.EventScheduled, kind=M.OtherMeeting)
    plan.say(plan.part(meeting, plan.person("أنتوني بلينكين", "US")), M.role, M.CoChair, PLANNED, "سيترأس بلينكين الاجتماع")
    news = Paper("report", None, "Gamma")
    meeting = news.meeting(place="marrakesh")
    blinken, nuland = news.person("انطوني بلينكن", "US"), news.person("فيكتوريا نولاند", "US", "مساعدة وزير الخارجية")
    news.say(news.part(meeting, blinken), M.attendance, M.Absent, PLANNED, "بلينكن لن يشارك")
    news.say(news.part(meeting, blinken), M.replacedBy, nuland, PLANNED, "تمثله نولاند")
    news.say(news.part(meeting, nuland), M.role, M.Speaker, ASSERTED, "وقالت نولاند في الجلسة")
    news.say(news.part(meeting, blinken), M.role, M.Inviter, ASSERTED, "بدعوة مشتركة من بلينكن")
    return [first, plan, news]


def test_the_ladder_ends_with_the_absence_the_stand_in_and_the_inviter() -> None:
    all_facts = [(s.split(" · "), p, v) for s, p, v in facts(store_of(ladder_papers()))]
    found = {(parts[0], p, v) for parts, p, v in all_facts if LABEL in (v, parts[-1])}
    assert {
        ("أنتوني بلينكن", "announcedFor", LABEL), ("أنتوني بلينكن", "absentFrom", LABEL),
        ("أنتوني بلينكن", "role", "Inviter"),
        ("أنتوني بلينكن", "replacedBy", "فيكتوريا نولاند"),
        ("فيكتوريا نولاند", "attended", LABEL),
        ("فيكتوريا نولاند", "role", "Speaker"),
    } <= found
    assert not {("أنتوني بلينكن", "attended", LABEL), ("أنتوني بلينكن", "role", "CoChair")} & found


def test_one_meeting_node_for_all_that_tell_of_it() -> None:
    found = {(p, v) for s, p, v in facts(store_of(ladder_papers())) if s == LABEL}
    assert {("eventStatus", "EventHeld"), ("startDate", "2022-05-11"), ("location", "Marrakesh"),
            ("meetingKind", "Ministerial"), ("ofCoalition", "Global Coalition")} <= found


@pytest.mark.parametrize(("told", "status"), [
    ([("EventScheduled", "2022-05-01")], "EventScheduled"),
    ([("EventScheduled", "2022-05-01"), ("EventPostponed", "2022-05-05")], "EventPostponed"),
    ([("EventPostponed", "2022-05-01"), ("EventScheduled", "2022-05-05")], "EventScheduled"),
    ([("EventCancelled", "2022-05-01"), ("EventHeld", "2022-05-11")], "EventHeld"),
    ([("EventHeld", "2022-05-11"), ("EventScheduled", "2022-05-12")], "EventHeld"),
    ([("EventHeld", "2022-05-11"), ("EventCancelled", "2022-05-12")], None),
    ([("EventScheduled", "2022-05-01"), ("EventCancelled", "2022-05-01")], None),
])
def test_status(told: list[tuple[str, str]], status: str | None) -> None:
    papers = []
    for number, (name, published) in enumerate(told):
        paper = Paper(f"p{number}", published)
        term = M.EventHeld if name == "EventHeld" else getattr(SCHEMA, name)
        paper.meeting(day="2022-05-11", place="marrakesh", status=term, edition=5)
        papers.append(paper)
    assert [v for _, p, v in facts(store_of(papers)) if p == "eventStatus"] == ([status] if status else [])


def test_of_contested_dates_the_one_with_twice_the_origins_stands() -> None:
    def dated(day: str, outlet: str) -> Paper:
        paper = Paper(f"{day}{outlet}", "2022-06-01", outlet)
        paper.meeting(day=day, place="marrakesh", edition=5, kind=M.Summit)
        return paper

    even = [dated("2022-05-10", "Alpha"), dated("2022-05-11", "Beta")]
    assert [v for _, p, v in facts(store_of(even)) if p == "startDate"] == []
    assert [v for _, p, v in facts(store_of([*even, dated("2022-05-11", "Gamma")])) if p == "startDate"] == ["2022-05-11"]


def test_posts_members_and_pledges_of_the_past_do_not_hold() -> None:
    paper = Paper("p", "2022-05-11")
    paper.person("ناصر بوريطة", "MA")
    slots = ((M.topicCollective, COALITION), (M.topicMember, COUNTRIES["MA"]))
    paper.say(Referent(M.Membership, "gc|ma", slots=slots), M.membershipStatus, M.Member)
    gone = Paper("q", "2023-06-08")
    gone.say(Referent(M.Membership, "gc|ma", slots=slots), M.membershipStatus, M.FormerMember)
    assert ("Morocco", "memberOf", "Global Coalition") in set(facts(store_of([paper])))
    found = set(facts(store_of([paper, gone])))
    assert not [f for f in found if f[1] == "memberOf"]
    assert next(f for f in found if f[1] == "membershipStatus")[2] == "FormerMember"
    assert next(f for f in found if f[1] == "holdsPost")[0] == "ناصر بوريطة"


@pytest.mark.parametrize(("other", "bound"), [(M.AtLeast, M.AtLeast), (M.AtMost, None), (None, None)])
def test_the_amount_of_a_pledge_keeps_a_bound_that_all_give(other: Iri | None, bound: Iri | None) -> None:
    papers = []
    for name, comparator in (("one", M.AtLeast), ("two", other)):
        how = ((M.comparator, comparator),) if comparator else ()
        slots = ((M.topicActor, COUNTRIES["MA"]), (M.amount, Decimal(50)), (M.currency, "USD"), *how)
        papers.append(Paper(name, "2022-05-11").say(Referent(M.Pledge, "p", slots=slots), M.pledgeStatus, M.Promised))
    store = store_of(papers)
    assert [q[2] for q in store.match(None, M.comparator, None, store.names.graph("current"))] == ([bound] if bound else [])


def test_every_rule_gives_its_reason_and_parses() -> None:
    files = sorted((resources.folder("queries") / "rules").glob("*.rq"))
    assert len(files) >= 12
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "# Reason:" in text, file.name
        assert list(Store().triples(text)) == [], file.name


def test_nothing_planned_denied_or_reported_is_told_as_done() -> None:
    done = (M.attended, M.holdsPost, M.memberOf, M.memberCount)
    for seed in range(4):
        store = store_of(newsroom(8, 300 + seed))
        graph = store.names.graph("current")
        for fact, _, predicate, _ in store.match(None, M.factPredicate, None, graph):
            if predicate in done:
                for _, _, claim, _ in store.match(fact, M.supportedBy, None, graph):
                    modalities = [q[2] for q in store.match(claim, M.modality, None)]  # type: ignore[arg-type]
                    assert modalities == [M.Asserted]


def test_article_graphs_are_never_touched() -> None:
    papers = newsroom(6, 5)
    store = Store()
    before = {graph: store.dump(graph) for graph in (paper.put(store) for paper in papers)}
    Derivation(store).everything()
    assert {graph: store.dump(graph) for graph in before} == before
