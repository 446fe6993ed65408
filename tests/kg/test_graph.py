"""The article graph: canonical lines, no blank nodes, only evidence that can be cited."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.article import record
from kg.claim import Claim, Modality, PartialDate, Referent, Slot, Span
from kg.errors import EvidenceError
from kg.graph import article_quads, merged, unusable
from kg.iri import Iri, Names
from kg.store import Store
from kg.vocabulary import OA, PROV, RDF, RDFS, SCHEMA, M
from tests import story

TEXT = "عقد وزير \"الخارجية\" لقاء\nفي الرباط\\ أمس"
METADATA = {"published": "2022-05", "publisher": "نشرة", "language": "ar", "url": "https://example.org/ا b"}
RECORD = record("one", TEXT, METADATA)
FIRST = Span(0, 8)
MEETING = Referent(M.Meeting, "m1", surfaces=("لقاء",))


def claim(value: Slot = M.Ministerial, predicate: Iri = M.meetingKind, span: Span = FIRST, subject: Referent = MEETING,
          confidence: float = 0.9) -> Claim:
    return Claim(subject, predicate, value, Modality.ASSERTED, (span,), confidence, "test.rule")


def lines(*claims: Claim) -> list[str]:
    return article_quads(RECORD, claims, Names()).decode().splitlines()


def test_turns_of_direction_stay_in_evidence_and_leave_labels() -> None:
    text = "التقى \u202bناصر \u200fبوريطة\u202c نظيره"
    name = text[7:19]
    marked = record("marked", text, {"publisher": "\u200fنشرة\u200e", "language": "ar"})
    person = Referent(M.Person, "p", name, "\u2067Nasser\u2069 Bourita", "\u200e", surfaces=(name,))
    quads = list(ox.parse(article_quads(marked, [claim(person, M.represents, Span(6, 20))], Names()), ox.RdfFormat.N_QUADS))

    def said(predicate: Iri) -> set[str]:
        return {quad.object.value for quad in quads if quad.predicate.value == predicate}

    assert said(RDFS.label) == {"ناصر بوريطة", "Nasser Bourita", "نشرة"}
    assert said(OA.exact) == {text[6:20]}
    assert said(M.surface) == {name, "لقاء"}
    assert said(M.text) == {text}


def test_lines_are_sorted_unique_and_parse() -> None:
    data = article_quads(RECORD, [claim(), claim(), claim(PartialDate(2022, 5), SCHEMA.startDate)], Names())
    listed = data.split(b"\n")[:-1]
    assert listed == sorted(set(listed))
    assert len(list(ox.parse(data, ox.RdfFormat.N_QUADS))) == len(listed)


def test_no_blank_nodes_and_one_graph() -> None:
    graphs = set()
    for quad in ox.parse(article_quads(RECORD, [claim()], Names()), ox.RdfFormat.N_QUADS):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)
        graphs.add(str(quad.graph_name))
    assert graphs == {f"<{Names().article_graph(RECORD.sha256)}>"}


def test_the_store_gives_back_the_same_bytes() -> None:
    told = story.after()
    data = article_quads(told.record, told.claims, Names())
    store = Store()
    store.replace_article(told.record.sha256, data)
    assert store.dump() == data


def test_text_and_quotes_are_verbatim() -> None:
    store = Store()
    store.replace_article(RECORD.sha256, article_quads(RECORD, [claim(span=Span(4, 19))], Names()))
    assert next(v for _, _, v, _ in store.match(predicate=M.text)).value == TEXT  # type: ignore[union-attr]
    assert next(v for _, _, v, _ in store.match(predicate=OA.exact)).value == TEXT[4:19]  # type: ignore[union-attr]


@pytest.mark.parametrize("span", [Span(5, 5), Span(7, 3), Span(-1, 4), Span(0, len(TEXT) + 1), Span(8, 9)])
def test_evidence_that_cannot_be_cited_is_refused(span: Span) -> None:
    assert unusable(RECORD, claim(span=span))
    with pytest.raises(EvidenceError, match=r"test\.rule"):
        article_quads(RECORD, [claim(span=span)], Names())


@pytest.mark.parametrize(
    ("span", "refused"), [(Span(0, 8), True), (Span(4, 7), True), (Span(5, 12), True), (Span(8, 12), False)]
)
def test_boilerplate_is_never_cited(span: Span, refused: bool) -> None:
    marked = replace(RECORD, boilerplate=(Span(3, 8),))
    assert bool(unusable(marked, claim(span=span))) is refused


def test_the_whole_text_can_be_cited() -> None:
    assert unusable(RECORD, claim(span=Span(0, len(TEXT)))) is None


def test_a_claim_needs_evidence() -> None:
    with pytest.raises(ValueError, match="evidence"):
        Claim(MEETING, M.meetingKind, M.Summit, Modality.ASSERTED, (), 1.0, "r")


def test_referents_of_one_type_and_key_are_one_node() -> None:
    other = replace(MEETING, label_en="Meeting", surfaces=("الاجتماع",))
    found = merged([claim(), claim(subject=other)])
    assert len(found) == 1
    assert found[0].surfaces == ("لقاء", "الاجتماع")
    assert found[0].label_en == "Meeting"


def test_the_first_known_label_and_authority_stay() -> None:
    named = replace(MEETING, label_ar="أول", authority="place/rabat")
    found = merged([claim(), claim(subject=named), claim(subject=replace(named, label_ar="ثان", authority="place/fez"))])
    assert (found[0].label_ar, found[0].authority) == ("أول", "place/rabat")


def test_same_key_of_another_type_is_another_node() -> None:
    assert len(merged([claim(), claim(subject=replace(MEETING, type=M.Person))])) == 2


def test_referents_inside_slots_are_written() -> None:
    person = Referent(M.Person, "p", "فلان")
    frame = Referent(M.Participation, "m1|p", slots=((M.topicMeeting, MEETING), (M.topicActor, person)))
    text = "\n".join(lines(claim(M.Host, M.role, subject=frame)))
    assert '"فلان"@ar' in text
    assert text.count(str(M.topicActor)) == 1


@pytest.mark.parametrize(("value", "written"), [
    (84, '"84"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    (Decimal("2.50"), '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
    (Decimal("1E+6"), '"1000000"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
    (PartialDate(2022), '"2022"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
    (PartialDate(2022, 5), '"2022-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
    (PartialDate(2022, 5, 11), '"2022-05-11"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ("USD", '"USD"'),
    (M.Host, f"<{M.Host}>"),
])
def test_objects_as_terms(value: Slot, written: str) -> None:
    tail = f" <{Names().article_graph(RECORD.sha256)}> ."
    assert any(line.endswith(f"<{RDF.object}> {written}{tail}") for line in lines(claim(value, M.asOf)))


def test_words_of_the_article_carry_its_language() -> None:
    assert any('"كلام"@ar' in line for line in lines(claim("كلام", M.statedContent)))
    assert any('"كلام" ' in line for line in lines(claim("كلام", M.membershipRole)))


def test_claims_of_other_rules_or_places_are_other_claims() -> None:
    def claims_in(*claims: Claim) -> int:
        return sum(f"<{RDF.type}> <{M.Claim}>" in line for line in lines(*claims))

    assert claims_in(claim(), claim()) == 1
    assert claims_in(claim(), claim(confidence=0.1)) == 1
    assert claims_in(claim(), replace(claim(), rule="test.other")) == 2
    assert claims_in(claim(), claim(span=Span(0, 3))) == 2
    assert claims_in(claim(), claim(M.Summit)) == 2


def test_a_claim_said_twice_keeps_its_first_confidence() -> None:
    found = [line for line in lines(claim(confidence=0.9), claim(confidence=0.4)) if f"<{M.confidence}>" in line]
    assert len(found) == 1
    assert '"0.9"' in found[0]


def test_addresses_of_other_schemes_are_not_written() -> None:
    for url, kept in (("https://example.org/x", True), ("javascript:alert(1)", False), ("file:///etc/passwd", False)):
        data = article_quads(replace(RECORD, url=url), [], Names()).decode()
        assert (f"<{SCHEMA.url}>" in data) is kept


def test_no_time_of_the_run_is_written() -> None:
    text = article_quads(RECORD, [claim()], Names()).decode()
    assert str(PROV.Activity) in text
    assert not re.search(r"dateTime|generatedAtTime|endedAtTime", text)


def test_another_base_moves_entities_but_not_the_ontology() -> None:
    text = article_quads(RECORD, [claim()], Names("https://data.example/")).decode()
    assert "https://data.example/id/claim/" in text
    assert "https://w3id.org/mahdar/id/" not in text
    assert str(M.Claim) in text


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_survives_the_way_through_the_store(text: str) -> None:
    one = record("x", f"ا{text}", {}) if not re.search("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]", text) else RECORD
    data = article_quads(one, [], Names())
    store = Store()
    store.replace_article(one.sha256, data)
    assert store.dump() == data
    assert next(v for _, _, v, _ in store.match(predicate=M.text)).value == one.text  # type: ignore[union-attr]
