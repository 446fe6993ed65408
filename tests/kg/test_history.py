"""The ladder of what was known when."""

from __future__ import annotations

from kg.history import ladder
from kg.iri import Iri
from kg.store import Store, text_of
from kg.vocabulary import RDFS, M
from tests.kg.newsroom import COALITION, Paper, store_of
from tests.kg.test_current import ladder_papers


def _named(store: Store, label: str) -> Iri:
    graph = store.names.graph("entities")
    return next(q[0] for q in store.match(None, RDFS.label, None, graph) if text_of(q[2]) == label)


def test_the_ladder_of_a_person_with_dates_and_sentences() -> None:
    store = store_of(ladder_papers())
    steps = [s for s in ladder(store, _named(store, "أنتوني بلينكن")) if s.predicate in ("role", "attendance", "replacedBy")]
    assert [(s.when, s.article, s.value, s.modality, s.quote) for s in steps] == [
        ("2022-05-09", "invitation", "Inviter", "planned", "يعقد الاجتماع بدعوة بلينكن"),
        ("not after 2022-05-10", "plan", "CoChair", "planned", "سيترأس بلينكين الاجتماع"),
        ("not before 2022-05-11", "report", "Absent", "planned", "بلينكن لن يشارك"),
        ("not before 2022-05-11", "report", "فيكتوريا نولاند", "planned", "تمثله نولاند"),
        ("not before 2022-05-11", "report", "Inviter", "asserted", "بدعوة مشتركة من بلينكن"),
    ]


def test_as_of_shows_only_what_was_surely_public() -> None:
    store = store_of(ladder_papers())
    person = _named(store, "أنتوني بلينكن")
    assert {s.article for s in ladder(store, person, "2022-05-09")} == {"invitation"}
    assert {s.article for s in ladder(store, person, "2022-05-10")} == {"invitation", "plan"}
    assert {s.article for s in ladder(store, person, "2022")} == {"invitation", "plan"}
    assert ladder(store, person, "2022-05-08") == []


def test_the_history_of_a_meeting_and_of_a_coalition() -> None:
    count = Paper("count", "2023-06-08")
    count.count(85)
    store = store_of([*ladder_papers(), count])
    meeting = _named(store, "Ministerial meeting, Global Coalition, Marrakesh, 2022-05-11")
    values = {s.value for s in ladder(store, meeting)}
    assert {"EventScheduled", "EventHeld", "Absent", "Speaker", "2022-05-11"} <= values
    coalition = store.names.entity(str(COALITION.authority))
    assert ladder(store, coalition)[-1].when == "2023-06-08"
    assert ladder(store, coalition)[-1].predicate == "memberCount"
    assert [s for s in ladder(store, coalition) if s.predicate == str(M.statedContent)] == []
