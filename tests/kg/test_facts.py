"""The facts export: one line a fact, as the format says, from the store alone."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from kg.claim import Modality
from kg.facts import TYPES, code, facts, line
from kg.vocabulary import SCHEMA, M
from tests import story

STORE = story.store()
FACTS: list[dict[str, Any]] = list(facts(STORE))


def of(kind: str, article: str = "after") -> list[dict[str, Any]]:
    return [f for f in FACTS if f["type"] == kind and f["article"] == article]


def test_every_type_of_the_format_is_there() -> None:
    assert set(TYPES) == {f["type"] for f in FACTS}
    assert len(TYPES) == 10


def test_how_many() -> None:
    assert Counter(f["type"] for f in FACTS) == {
        "meeting": 2, "participation": 5, "membership_count": 2, "pledge": 1, "statement": 1, "membership": 1, "founding": 1,
        "side_meeting": 1, "position": 1, "figure": 1,
    }


def test_every_evidence_is_the_text_at_its_place() -> None:
    texts = {"before": story.BEFORE, "after": story.AFTER}
    for fact in FACTS:
        assert fact["evidence"]
        for e in fact["evidence"]:
            assert texts[fact["article"]][e["start"] : e["end"]] == e["quote"]


def test_lines_are_sorted_and_the_same_again() -> None:
    lines = [line(f) for f in FACTS]
    assert lines == sorted(lines)
    assert lines == [line(f) for f in facts(story.store())]
    assert lines == [line(f) for f in facts(story.store(story.after(), story.before()))]


def test_no_field_is_null_but_in_entities() -> None:
    for fact in FACTS:
        assert None not in fact.values()


def test_meeting() -> None:
    (meeting,) = of("meeting")
    assert meeting["id"] == "https://w3id.org/mahdar/id/meeting/marrakesh-2022"
    assert meeting["kind"] == "ministerial"
    assert meeting["status"] == "held"
    assert meeting["start_date"] == "2022-05-11"
    assert meeting["modality"] == "asserted"
    assert meeting["host_city"] == {
        "iri": "https://w3id.org/mahdar/id/place/marrakesh", "qid": None, "label_en": "Marrakesh", "label_ar": "مراكش",
        "surface": "مراكش",
    }
    assert meeting["of_coalition"]["label_en"] == "Global Coalition against Daesh"


def test_a_later_article_leaves_the_status_of_the_earlier_alone() -> None:
    (meeting,) = of("meeting", "before")
    assert (meeting["status"], meeting["modality"]) == ("planned", "planned")


def test_the_meeting_has_one_id_in_both_articles() -> None:
    assert of("meeting")[0]["id"] == of("meeting", "before")[0]["id"] == of("participation")[0]["meeting"]


def test_absent_with_the_stand_in() -> None:
    (absent,) = [f for f in of("participation") if f["role"] == "absent"]
    assert absent["actor"]["label_en"] == "Antony Blinken"
    assert absent["replaced_by"]["label_en"] == "Victoria Nuland"
    assert "represents" not in absent


def test_the_stand_in_represents_a_country() -> None:
    (stand_in,) = [f for f in of("participation") if f["role"] == "representative"]
    assert stand_in["represents"]["label_en"] == "United States"
    assert stand_in["confidence"] == 0.9


def test_planned_roles_are_planned() -> None:
    roles = {(f["actor"]["label_en"], f["role"], f["modality"]) for f in of("participation", "before")}
    assert roles == {("Antony Blinken", "co_chair", "planned"), ("Nasser Bourita", "co_chair", "planned")}


def test_kinds_of_actors() -> None:
    assert {f["actor_kind"] for f in of("participation")} == {"person", "organization"}


def test_counts_and_amounts_are_numbers() -> None:
    assert of("membership_count")[0]["count"] == 85
    assert of("membership_count")[0]["comparator"] == "exactly"
    assert of("membership_count")[0]["unit"] == "states"
    pledge = of("pledge", "before")[0]
    assert (pledge["amount"], pledge["currency"], pledge["for"], pledge["status"]) == (2500000, "USD", "للتدريب", "promised")
    assert pledge["comparator"] == "at_least"
    assert of("figure")[0]["value"] == 85


def test_position_names_title_and_body() -> None:
    (position,) = of("position")
    assert position["title"]["label_ar"] == "وزير الخارجية"
    assert position["of"]["label_en"] == "Morocco"
    assert position["person"]["label_en"] == "Nasser Bourita"


def test_founding_and_membership() -> None:
    (founding,) = of("founding")
    assert (founding["date"], founding["led_by"]["label_en"]) == ("2014", "United States")
    assert len(founding["evidence"]) == 3
    assert of("membership")[0]["member"]["label_ar"] == "بنين"
    assert of("membership")[0]["status"] == "joining"


def test_side_meeting() -> None:
    (side,) = of("side_meeting")
    assert {p["label_en"] for p in side["participants"]} == {"Nasser Bourita", "Victoria Nuland"}
    assert side["on_margins_of"] == of("meeting")[0]["id"]
    assert side["status"] == "held"


def test_statement_cites_the_reported_words() -> None:
    (statement,) = of("statement")
    assert [e["quote"] for e in statement["evidence"]] == ["سنواصل العمل معا"]
    assert statement["modality"] == "reported"


def test_a_wikidata_link_shows_as_qid() -> None:
    from kg.vocabulary import SKOS

    linked = story.store()
    graph = linked.names.graph("links")
    entity = linked.names.entity("place/marrakesh")
    item = "http://www.wikidata.org/entity/Q101625"
    linked.replace_graph(graph, f"<{entity}> <{SKOS.exactMatch}> <{item}> <{graph}> .\n".encode())
    (meeting,) = [f for f in facts(linked, ["after"]) if f["type"] == "meeting"]
    assert meeting["host_city"]["qid"] == "Q101625"


def test_only_the_articles_named() -> None:
    assert {f["article"] for f in facts(STORE, ["before"])} == {"before"}
    assert list(facts(STORE, ["nowhere"])) == []


def test_a_denial_is_a_line_of_its_own_and_no_attribute() -> None:
    told = story.before()
    told.tell(told.takes_part(told.person("nuland")), M.role, M.Attendee, "ويترأسه بلينكن", Modality.DENIED)
    told.tell(told.meeting, SCHEMA.eventStatus, SCHEMA.EventCancelled, "مراكش تستعد", Modality.DENIED)
    found = list(facts(story.store(told)))
    roles = {f["actor"]["label_en"]: f["modality"] for f in found if f["type"] == "participation"}
    assert roles["Victoria Nuland"] == "denied"
    assert [f["status"] for f in found if f["type"] == "meeting"] == ["planned"]


def test_what_is_told_wins_over_what_is_planned() -> None:
    told = story.before()
    told.tell(told.meeting, SCHEMA.eventStatus, M.EventHeld, "مراكش تستعد", Modality.ASSERTED, 0.5)
    assert [f["status"] for f in facts(story.store(told)) if f["type"] == "meeting"] == ["held"]


@pytest.mark.parametrize(("term", "text"), [
    (M.CoChair, "co_chair"), (M.OtherMeeting, "other"), (M.WorkingGroup, "working_group"),
    (SCHEMA.EventScheduled, "planned"),
    (M.EventHeld, "held"), (M.StatesAndOrganizations, "states_and_organizations"), (M.AtLeast, "at_least"),
])
def test_codes(term: Any, text: str) -> None:
    assert code(term) == text


def test_lines_are_json() -> None:
    for fact in FACTS:
        assert json.loads(line(fact)) == fact
        assert "\n" not in line(fact)
