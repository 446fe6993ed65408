"""From a store to links: the run, the ledger, the graph, what a person says, disagreements, contributions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyshacl import validate
from rdflib import Graph, URIRef
from rdflib.namespace import OWL

from kg import resources
from kg.claim import Claim, Modality, PartialDate
from kg.errors import NetworkError
from kg.iri import Iri, Names
from kg.store import Row, Store
from kg.vocabulary import SCHEMA, M
from kg.wikidata import contribute, entities, ledger, linking, mirror, questions, quickstatements, rdf, snapshot, tables
from kg.wikidata.batch import Batch
from kg.wikidata.features import FEATURES, Query
from kg.wikidata.known import Known
from kg.wikidata.ledger import Entry, State
from kg.wikidata.matcher import ACCEPT, NIL, OUT_OF_SCOPE, REVIEW, Matcher
from kg.wikidata.questions import Select
from kg.wikidata.review import page, shown
from tests.kg.wikidata import newsdesk

SNAPSHOT = snapshot.read()
MATCHER = Matcher(SNAPSHOT)
OFFLINE = mirror.store(SNAPSHOT)
AT = "2026-01-01T00:00:00+00:00"


def offline() -> Select:
    return lambda query: list(OFFLINE.select(query))


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as held:
        newsdesk.fill(held, newsdesk.claims())
        yield held


def run(store: Store, known: list[Entry] | None = None) -> tuple[dict[str, Entry], State]:
    """The new entries by label, and the state after them."""
    listed = known or []
    found = list(
        linking.entries(linking.propose(entities.read(store), MATCHER, ledger.fold(listed)), ledger.fold(listed), AT, "v")
    )
    return {e.label: e for e in found}, ledger.fold([*listed, *found])


def person(name: str, *countries: str, date: str = "2022-05-11") -> Query:
    return Query((name,), "Person", frozenset(countries), dates=(date,))


def test_a_store_is_linked(store: Store) -> None:
    new, state = run(store)
    linked = {label: e.qid for label, e in new.items() if e.action == "accept"}
    assert linked == {
        "المغرب": "Q1028",
        "الولايات المتحدة": "Q30",
        "الأردن": "Q810",
        "بوركينا فاسو": "Q965",
        "الرباط": "Q3551",
        "جامعة الدول العربية": "Q7172",
        "ناصر بوريطة": "Q26036628",
        "أنطوني بلينكين": "Q7821917",
        "أيمن الصفدي": "Q28336737",
    }
    assert new["ليلى بنصالح"].action == "nil"
    assert new["ليلى بنصالح"].reason == "no_candidate"
    assert new["لقاء الرباط"].action == "nil"
    graph = Names().graph(rdf.GRAPH)
    quads = rdf.quads(state, graph)
    assert quads == rdf.quads(state, graph)
    assert (
        b"<https://w3id.org/mahdar/id/country/MA> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q1028>"
        in quads
    )


def test_a_second_run_says_nothing_new(store: Store) -> None:
    new, _ = run(store)
    again, _ = run(store, list(new.values()))
    assert again == {}


def test_human_judgements_survive_and_rejections_are_kept(store: Store) -> None:
    subject = Names().entity("country/MA")
    human = Entry(AT, "human:amal", "reject", subject, "Q1028", label="المغرب")
    new, state = run(store, [human])
    assert all(e.subject != subject or e.qid != "Q1028" for e in new.values())
    for proposal in linking.propose(entities.read(store), MATCHER, state):
        if proposal.entity.iri == subject:
            assert all(c.item.qid != "Q1028" for c in proposal.decision.candidates)
    assert state.refused(subject) == {"Q1028"}
    accepted = Entry(AT, "human:amal", "accept", subject, "Q810", label="المغرب")
    _, state = run(store, [human, accepted])
    assert state.current[subject].qid == "Q810"


@pytest.mark.parametrize(
    ("query", "verdict", "reason"),
    [
        (person("ناصر بوريطة", "Q1028"), ACCEPT, "confident"),
        (person("انطونى بلينكين", "Q30"), ACCEPT, "confident"),
        (person("ألبرت شينغيرو", "Q967"), ACCEPT, "confident"),
        (person("ناصر بوريطة"), ACCEPT, "confident"),
        (person("ناصر بوريطة", date="1985-01-01"), REVIEW, "name_only"),
        (person("محمد الخامس", "Q1028"), NIL, "no_candidate"),
        (person("الوزير", "Q1028"), OUT_OF_SCOPE, "no_name"),
        (person("الرئيس"), OUT_OF_SCOPE, "no_name"),
        (Query(("الكونغو",), "Country"), REVIEW, "ambiguous"),
        (Query(("الجزائر",), "Country"), ACCEPT, "confident"),
        (Query(("الجزائر",), "Place"), NIL, "type_conflict"),
        (Query(("الصحراء الغربية",), "Country"), REVIEW, "weak_evidence"),
        (Query(("داعش",), "ArmedGroup"), REVIEW, "weak_evidence"),
        (Query(("االتحاد االوربي",), "Organization"), ACCEPT, "confident"),
        (Query(("عملية العزم الصلب",), "Coalition"), NIL, "type_conflict"),
        (Query(("مجلس الأمن القومي",), "Organization"), NIL, "no_candidate"),
        (Query(("تركيه",), "Country"), ACCEPT, "confident"),
        (Query(("الدنمرك",), "Country"), ACCEPT, "confident"),
        (Query(("النيجير",), "Country"), ACCEPT, "confident"),
        (Query(("غينا",), "Country"), NIL, "no_candidate"),
        (Query(("ليندن",), "Place"), REVIEW, "low_score"),
        (Query((), "Person"), OUT_OF_SCOPE, "no_name"),
        (Query(("",), "Person"), OUT_OF_SCOPE, "no_name"),
    ],
)
def test_decisions(query: Query, verdict: str, reason: str) -> None:
    decided = MATCHER.decide(query)
    assert (decided.verdict, decided.reason) == (verdict, reason)


@pytest.mark.parametrize(
    "query",
    [
        person("علي صبري"),
        person("علي صبري", date="2022-10-01"),
        person("علي صبري", "Q79", date="1964-01-01"),
        person("محمد مصطفى", date="2024-10-01"),
        person("خالد بن محمد بن زايد آل نهيان", "Q878"),
        person("خالد بن سلمان", "Q851"),
        person("الصادق المهدي", "Q1049"),
        person("بن سلمان", "Q851"),
        person("محمد", "Q1028"),
    ],
)
def test_namesakes_are_never_linked_by_themselves(query: Query) -> None:
    assert MATCHER.decide(query).verdict != ACCEPT


def test_every_candidate_shows_its_features() -> None:
    for candidate in MATCHER.candidates(person("ناصر بوريطة", "Q1028")):
        assert 0 <= candidate.score <= 100
        assert {"name", "country", "office", "type_fit"} <= set(candidate.features)


def test_review_shows_sentence_and_candidates(store: Store) -> None:
    proposals = {p.entity.label: p for p in linking.propose(entities.read(store), MATCHER, State())}
    proposal = proposals["أنطوني بلينكين"]
    text = page(proposal, entities.sentences(store, proposal.entity.iri), SNAPSHOT)
    assert "[أنتوني بلينكن]" in text
    assert "1. Q7821917" in text
    assert "أنتوني بلينكن" in text
    assert "same country" in text
    assert "البلد نفسه" in text
    assert "another country" not in text


def test_review_says_what_speaks_against() -> None:
    entity = entities.Entity(Iri("https://w3id.org/mahdar/id/person/x"), "Person", ["أنطونيو جوتيريش"])
    proposal = linking.Proposal(entity, MATCHER.decide(person("أنطونيو جوتيريش", "Q1028")))
    text = page(proposal, [("one", "قال أنطونيو جوتيريش كلمته\x1b[2J")], SNAPSHOT, "2/5", 80)
    assert "2/5" in text
    assert "name alike" in text
    assert "\x1b" not in text, "what an article says never steers the terminal"
    assert len(shown(proposal.decision)) < len(proposal.decision.candidates), "hopeless candidates are left out"


def test_every_reason_and_feature_has_words() -> None:
    rows = list(tables.read(tables.DATA / "review.tsv"))
    assert all(row["en"] and row["ar"] for row in rows)
    assert {row["id"] for row in rows if row["kind"] in ("for", "against")} <= set(FEATURES)
    said = {d.reason for d in map(MATCHER.decide, map(person, ["الوزير", "محمد", "ناصر بوريطة", "زيد عمرو"]))}
    assert said <= {row["id"] for row in rows if row["kind"] == "reason"}


def test_no_sentence_of_another_entity_is_shown(store: Store) -> None:
    found = entities.sentences(store, Names().entity("country/BF"))
    assert found == [("one", "بوركينا فاسو عضو في جامعة الدول العربية")]


def test_links_conform_and_same_as_does_not(store: Store) -> None:
    _, state = run(store)
    data = Graph().parse(
        data=rdf.quads(state, Names().graph("links")).replace(b" <https://w3id.org/mahdar/graph/links> .", b" ."),
        format="nt",
    )
    shapes = Graph().parse(data=resources.text("shapes", "wikidata.ttl"), format="turtle")
    assert validate(data, shacl_graph=shapes)[0]
    subject, item = URIRef("https://w3id.org/mahdar/id/country/MA"), "http://www.wikidata.org/entity/Q1028"
    match = URIRef("http://www.w3.org/2004/02/skos/core#exactMatch")
    for predicate, value in (
        (OWL.sameAs, item),
        (URIRef("https://schema.org/sameAs"), item),
        (match, item.replace("http:", "https:")),
        (match, "http://www.wikidata.org/wiki/Q1028"),
        (match, "http://www.wikidata.org/entity/Q810"),
    ):
        wrong = Graph() + data
        wrong.add((subject, predicate, URIRef(value)))
        assert not validate(wrong, shacl_graph=shapes)[0], (predicate, value)
    fine = Graph() + data
    fine.add((subject, OWL.sameAs, URIRef("https://example.org/x")))
    assert validate(fine, shacl_graph=shapes)[0]


def test_web_view_has_schema_same_as(store: Store) -> None:
    _, state = run(store)
    view = rdf.same_as(Iri("https://w3id.org/mahdar/id/country/MA"), state)
    assert view["sameAs"] == "http://www.wikidata.org/entity/Q1028"
    assert rdf.same_as(Iri("https://w3id.org/mahdar/id/none"), state) == {}


def test_agreement_is_no_disagreement(store: Store) -> None:
    _, state = run(store)
    assert list(questions.disagreements(store, state, offline())) == []


def test_disagreements_are_listed_with_the_sentence() -> None:
    with Store() as store:
        listed = newsdesk.claims(foreign=newsdesk.JORDAN)
        held = newsdesk.tenure(newsdesk.BLINKEN, newsdesk.STATES)
        later = newsdesk.claim(held, M.since, PartialDate(2023), "أنتوني بلينكن وزير الخارجية الأمريكي")
        newsdesk.fill(store, [*listed, later])
        _, state = run(store)
        state.current.update(
            {s: replace(e, action="accept", qid="Q26036628") for s, e in state.current.items() if e.label == "ناصر بوريطة"}
        )
        found = {(d.kind, d.subject): d for d in questions.disagreements(store, state, offline())}
    assert found["country", "Q26036628"].theirs == "Q1028"
    assert "بوريطة" in found["country", "Q26036628"].quote
    assert found["start", "Q7821917"].ours.endswith("2023")
    assert found["start", "Q7821917"].theirs == "2021-01-26"


def export(store: Store, state: State, select: Select | None = None) -> Batch:
    return contribute.Exporter(store, state, MATCHER, "2026-01-02", Known(SNAPSHOT, select)).run()


def test_contributions_have_references_and_the_rest_has_a_reason(store: Store) -> None:
    _, state = run(store)
    batch = export(store, state)
    rows = list(quickstatements.parse(batch.text()))
    assert batch.text() == export(store, state).text()
    created = rows[[r[0] for r in rows].index("CREATE") :]
    assert ["LAST", "Lar", '"لقاء الرباط"'] in created
    assert ["LAST", "Dar", '"اجتماع في الرباط، 2022-05-11"'] in created
    assert ["LAST", "Den", '"meeting in Rabat, 2022-05-11"'] in created
    assert {(r[1], r[2]) for r in created[1:] if r[1][0] == "P"} == {
        ("P31", "Q1656682"),
        ("P585", "+2022-05-11T00:00:00Z/11"),
        ("P276", "Q3551"),
        ("P664", "Q7172"),
        ("P488", "Q26036628"),
        ("P710", "Q7821917"),
    }
    for row in rows:
        if row[0] != "CREATE" and row[1].startswith("P"):
            assert "S854" in row
            assert row[row.index("S854") + 1] == '"https://news.example/1"'
            assert row[row.index("S813") + 1] == "+2026-01-02T00:00:00Z/11"
            assert row[row.index("S1476") + 1] == 'ar:"لقاء ""الرباط"""'
    assert len({tuple(r) for r in rows}) == len(rows)
    reasons = {(h.reason, h.what) for h in batch.held}
    assert ("planned", "role") in reasons
    assert ("not_linked", "Speaker") in reasons
    assert ("known", "وزير الخارجية") in reasons
    assert ("no_property", "eventStatus") in reasons
    assert "Q28336737" not in {r[2] for r in created if len(r) > 2}, "who stayed away is no participant"


def test_membership_and_office_dates_are_offered(store: Store) -> None:
    _, state = run(store)
    rows = [r[:5] for r in quickstatements.parse(export(store, state).text())]
    assert ["Q965", "P463", "Q7172"] in [r[:3] for r in rows]
    assert ["Q26036628", "P39", "Q24262486", "P580", "+2017-04-05T00:00:00Z/11"] not in rows, "already known with this date"


def test_two_articles_are_one_statement_with_two_references(store: Store) -> None:
    newsdesk.fill(store, newsdesk.claims(), name="second", url="https://other.example/2")
    _, state = run(store)
    rows = [r for r in quickstatements.parse(export(store, state).text()) if r[:3] == ["Q965", "P463", "Q7172"]]
    assert len(rows) == 1
    assert rows[0].count("S854") == 1
    assert rows[0].count("!S854") == 1


def meetings(store: Store, *more: Claim, state: State | None = None) -> Batch:
    newsdesk.fill(store, [*newsdesk.claims(), *more])
    return export(store, state or run(store)[1])


def test_no_item_is_proposed_for_what_cannot_be_told_from_others() -> None:
    with Store() as store:
        newsdesk.fill(store, [c for c in newsdesk.claims() if c.predicate != M.ofCoalition])
        batch = export(store, run(store)[1])
    assert batch.created == {}
    assert ("not_told_apart", "startDate") in {(h.reason, h.what) for h in batch.held}
    with Store() as store:
        year = [replace(c, object=PartialDate(2022)) if c.predicate == SCHEMA.startDate else c for c in newsdesk.claims()]
        newsdesk.fill(store, year)
        assert export(store, run(store)[1]).created == {}
    with Store() as store:
        assert meetings(store, state=State()).created == {}, "no judgement says that there is no item"


def test_a_meeting_that_was_called_off_is_no_event() -> None:
    with Store() as store:
        off = newsdesk.claim(newsdesk.MEETING, SCHEMA.eventStatus, SCHEMA.EventCancelled, "لقاء الرباط")
        batch = meetings(store, off)
    assert batch.created == {}
    assert "called_off" in {h.reason for h in batch.held}


def test_a_meeting_with_an_item_links_both_ways() -> None:
    with Store() as store:
        newsdesk.fill(store, newsdesk.claims())
        _, state = run(store)
        iri = next(s for s, e in state.current.items() if e.label == "لقاء الرباط")
        item = next(i.qid for i in SNAPSHOT.items.values() if i.type == "event")
        state.current[iri] = Entry(AT, "human:amal", "accept", iri, item)
        rows = [r[:3] for r in quickstatements.parse(export(store, state).text())]
    assert [item, "P710", "Q7821917"] in rows
    assert ["Q7821917", "P1344", item] in rows
    assert ["Q7172", "P793", item] in rows
    assert not any(r[0] == "CREATE" for r in rows)


def test_what_the_service_says_already_is_held_back(store: Store) -> None:
    _, state = run(store)
    live = mirror.store(SNAPSHOT)
    wd = "http://www.wikidata.org/"
    live.replace_graph(
        Iri("urn:live"),
        (
            f"<{wd}entity/Q965> <{wd}prop/P463> <{wd}entity/statement/x> <urn:live> .\n"
            f"<{wd}entity/statement/x> <{wd}prop/statement/P463> <{wd}entity/Q7172> <urn:live> .\n"
            f'<{wd}entity/Q1028> <http://www.w3.org/2000/01/rdf-schema#label> "لقاء الرباط"@ar <urn:live> .\n'
        ).encode(),
    )
    batch = export(store, state, lambda query: list(live.select(query)))
    reasons = {(h.reason, h.what) for h in batch.held}
    assert ("known", "member of") in reasons
    assert ("item_exists", "startDate") in reasons
    assert batch.text() == ""


def test_a_service_that_fails_leaves_no_file(store: Store) -> None:
    _, state = run(store)

    def broken(_: str) -> list[Row]:
        raise NetworkError("no answer")

    with pytest.raises(NetworkError):
        export(store, state, broken)


def test_a_title_is_quoted_in_its_own_language(store: Store) -> None:
    with Store() as other:
        newsdesk.fill(other, newsdesk.claims(), language="fr")
        text = export(other, run(other)[1]).text()
    assert "S1476\tfr:" in text
    with Store() as other:
        newsdesk.fill(other, newsdesk.claims(), language="")
        assert "S1476" not in export(other, run(other)[1]).text()


def test_without_an_address_nothing_leaves() -> None:
    with Store() as store:
        newsdesk.fill(store, newsdesk.claims(), url=None)
        _, state = run(store)
        batch = export(store, state)
    assert batch.text() == ""
    assert {h.reason for h in batch.held} == {"no_url", "planned"}


def test_reported_and_denied_are_held_back() -> None:
    with Store() as store:
        told = newsdesk.claims()[-1]
        elsewhere = newsdesk.at("بوركينا فاسو")
        said = [replace(told, modality=Modality.REPORTED), replace(told, modality=Modality.DENIED, evidence=elsewhere)]
        newsdesk.fill(store, [*newsdesk.claims()[:4], *said])
        _, state = run(store)
        batch = export(store, state)
    assert {"reported_only", "denied"} <= {h.reason for h in batch.held}
    assert not any(key[1] == "P463" for key in batch.statements)
