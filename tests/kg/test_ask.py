"""Canned questions over a known store: every one parses, runs, projects its parameters, cites; the answers are right."""

from __future__ import annotations

import re

import pytest

from ingest.keys import name_keys
from kg.ask import Answer, ask
from kg.claim import Referent
from kg.errors import UsageError
from kg.evidence import Evidences, around
from kg.lookup import Labels, find
from kg.question import HIDDEN, catalogue, parse, question
from kg.store import Store, text_of
from kg.vocabulary import M
from tests import story

NAMES = sorted(catalogue())


@pytest.fixture(scope="module")
def store() -> Store:
    return story.store()


def answer(store: Store, name: str, as_of: str | None = None, **params: str) -> Answer:
    return ask(store, question(name), params, name_keys, as_of)


def shown(store: Store, name: str, as_of: str | None = None, **params: str) -> list[tuple[str, ...]]:
    """The rows as text, list cells joined."""
    found = answer(store, name, as_of, **params)
    labels = Labels(store)
    return [tuple("; ".join(labels.text(v) for v in vs) for vs in found.cells(row).values()) for row in found.rows]


def test_there_are_many_questions() -> None:
    assert len(NAMES) >= 16


@pytest.mark.parametrize("name", NAMES)
def test_every_question_answers_the_story(store: Store, name: str) -> None:
    params = {p.name: "after" for p in question(name).params if p.required and p.type == "article"}
    params |= {p.name: "بوريطة" for p in question(name).params if p.required and p.type == "entity"}
    rows = answer(store, name, **params).rows
    assert rows or name == "disagreements"
    assert rows == answer(store, name, **params).rows


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_described_and_returned(store: Store, name: str) -> None:
    q = question(name)
    selected = re.search(r"SELECT (?:DISTINCT )?(.*?)\nWHERE", q.query, re.DOTALL)
    assert selected is not None
    projected = set(re.findall(r"AS \?(\w+)\)", selected.group(1)))
    projected |= set(re.findall(r"\?(\w+)", re.sub(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", selected.group(1))))
    described = {c.name for c in q.columns}
    assert projected - set(HIDDEN) == described
    assert {p.name for p in q.params} <= projected, "a parameter that is not projected cannot be bound"


@pytest.mark.parametrize("name", NAMES)
def test_every_question_speaks_three_languages(name: str) -> None:
    q = question(name)
    assert set(q.title) == {"en", "ar", "fr"}
    assert re.search("[\u0600-\u06ff]", q.title["ar"])
    for label in (*(p.label for p in q.params), *(c.label for c in q.columns)):
        assert set(label) == {"en", "ar", "fr"}
        assert re.search("[\u0600-\u06ff]", label["ar"])


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("entities", "sources")])
def test_every_row_leads_to_a_sentence(store: Store, name: str) -> None:
    params = {p.name: "after" if p.type == "article" else "بوريطة" for p in question(name).params if p.required}
    found = answer(store, name, **params)
    evidences = Evidences(store)
    texts = {"before": story.BEFORE, "after": story.AFTER}
    for row in found.rows:
        cited = list(evidences.of(found.claims(row)))
        assert cited
        for one in cited:
            assert texts[one.article][one.start : one.end] == one.quote
            assert one.sentence[one.at : one.at + len(one.quote)] == one.quote


def test_the_stand_in_with_both_sentences(store: Store) -> None:
    assert shown(store, "stand-ins") == [
        ("ministerial meeting, Marrakesh, 2022-05-11", "Antony Blinken", "Victoria Nuland", "after", "before")
    ]
    found = answer(store, "stand-ins")
    quotes = {e.quote for e in Evidences(store).of(found.claims(found.rows[0]))}
    assert quotes == {"ويترأسه بلينكن وبوريطة", "وغاب عنه بلينكن", "ومثلته نولاند"}


def test_the_ladder_is_in_order_of_publication(store: Store) -> None:
    rows = shown(store, "ladder", actor="أنتوني بلينكن")
    assert [(r[2], r[4], r[5], r[6]) for r in rows] == [
        ("2022-05-09", "role", "co-chair", "planned"),
        ("2022-05-12", "attendance", "absent", "asserted"),
        ("2022-05-12", "replaced by", "Victoria Nuland", "asserted"),
    ]


def test_sizes_side_by_side(store: Store) -> None:
    rows = shown(store, "coalition-size", coalition="Global Coalition against Daesh")
    assert [(r[1], r[2], r[4]) for r in rows] == [("2022-05-09", "before", "84"), ("2022-05-12", "after", "85")]


def test_meetings_with_place_and_both_statuses(store: Store) -> None:
    (row,) = shown(store, "meetings")
    assert row[2:] == ("2022-05-11", "Marrakesh", "Morocco", "planned; held", "2")


def test_a_plan_that_failed(store: Store) -> None:
    assert {(r[1], r[4]) for r in shown(store, "plans")} == {("Antony Blinken", "before"), ("Nasser Bourita", "before")}


def test_as_of_hides_what_was_not_yet_published(store: Store) -> None:
    assert len(shown(store, "coalition-size", as_of="2022-05-10")) == 1
    assert shown(store, "stand-ins", as_of="2022-05-11") == []
    assert len(shown(store, "stand-ins", as_of="2022-05-12")) == 1
    assert len(shown(store, "stand-ins", as_of="2022")) == 1


@pytest.mark.parametrize(("name", "english"), [
    ("بلينكن", "Antony Blinken"), ("أنطوني بلينكن", "Antony Blinken"), ("بلينكين", "Antony Blinken"),
    ("Blinken", "Antony Blinken"),
    ("blinken antony", "Antony Blinken"), ("بوريطه", "Nasser Bourita"), ("ناصر بوريطة", "Nasser Bourita"),
    ("المغرب", "Morocco"), ("مغرب", "Morocco"), ("morocco", "Morocco"), ("حلف الناتو", "NATO"), ("ناتو", "NATO"),
    ("https://w3id.org/mahdar/id/country/MA", "Morocco"),
])
def test_names_in_any_spelling(store: Store, name: str, english: str) -> None:
    matches = find(store, name, (), name_keys)
    assert Labels(store).of(matches[0].iri) == english


@pytest.mark.parametrize("name", ["Makron", "Emmanuel Macron", "ماكرون"])
def test_a_name_known_in_the_other_script_only(name: str) -> None:
    told = story.before()
    person = Referent(M.Person, "macron", "إيمانويل ماكرون", surfaces=("ماكرون",))
    told.tell(told.takes_part(person), M.role, M.Attendee, "ويترأسه بلينكن")
    (match, *_) = find(story.store(told), name, ("Person",), name_keys)
    assert match.name in ("إيمانويل ماكرون", "ماكرون")


def test_a_label_taken_from_a_text_turns_no_direction() -> None:
    told = story.before()
    person = Referent(M.Person, "x", surfaces=("\u202bسامح \u200fشكري\u202c",))
    told.tell(told.takes_part(person), M.role, M.Attendee, "ويترأسه بلينكن")
    filled = story.store(told)
    (match, *_) = find(filled, "سامح شكري", ("Person",), name_keys)
    assert Labels(filled).of(match.iri) == "سامح شكري"
    (row,) = (row for row in answer(filled, "entities", entity="سامح شكري").rows)
    assert text_of(row["names"]) == "سامح شكري"


@pytest.mark.parametrize("name", ["مراكش", "Marrakesh 2022", "2022-05-11", "اجتماع مراكش 2022", "مراكش التحالف الدولي"])
def test_meetings_by_place_and_date(store: Store, name: str) -> None:
    (match, *_) = find(store, name, ("Meeting",), name_keys)
    assert match.type == "Meeting"


def test_a_name_nobody_has(store: Store) -> None:
    assert find(store, "زرقاء اليمامة", (), name_keys) == []
    assert find(store, "،،", (), name_keys) == []
    with pytest.raises(UsageError, match="nothing in the store is called"):
        answer(store, "posts", person="زرقاء اليمامة")


def test_a_parameter_is_a_value_and_never_sparql(store: Store) -> None:
    with pytest.raises(UsageError):
        answer(store, "posts", person='x" } UNION { ?s ?p ?o } #')
    assert answer(store, "posts", person="https://example.org/nobody").rows == []


def test_unknown_names_are_met_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean participants"):
        question("participant")
    with pytest.raises(UsageError, match="it takes: meeting"):
        question("participants").parameter("meting")


def test_a_missing_parameter_comes_with_an_example(store: Store) -> None:
    with pytest.raises(UsageError, match="for example article="):
        answer(store, "contribution")
    with pytest.raises(UsageError, match="no article nowhere"):
        answer(store, "contribution", article="nowhere")


@pytest.mark.parametrize(
    "header", ["", '#+ group = "x"\n', "#+ group = \n", '#+ group = "g"\n#+ [params.a]\n#+ type = "odd"\n']
)
def test_a_broken_header_is_an_error_that_names_the_file(header: str) -> None:
    with pytest.raises(ValueError, match=r"broken\.rq"):
        parse("broken", f"{header}SELECT ?x WHERE {{ ?x ?y ?z }}")


def test_labels_in_three_languages(store: Store) -> None:
    from kg.vocabulary import SCHEMA, M

    assert Labels(store, "en").of(M.CoChair) == "co-chair"
    assert re.search("[\u0600-\u06ff]", Labels(store, "ar").of(M.CoChair))
    assert Labels(store, "fr").of(SCHEMA.EventPostponed) == "reporté"
    assert Labels(store, "ar").of(store.names.entity("country/MA")) == "المغرب"
    assert Labels(store).of(store.names.entity("country/XX")) == "XX"


@pytest.mark.parametrize(("text", "words", "sentence"), [
    ("جملة أولى. جملة ثانية هنا. ثالثة", "ثانية", "جملة ثانية هنا."),
    ("عنوان\nنص بلا نقطة", "بلا", "نص بلا نقطة"),
    ("كلام واحد", "كلام واحد", "كلام واحد"),
    ("هل جاء؟ نعم جاء!", "نعم", "نعم جاء!"),
    ("تأسس في 4.5 سنة. ثم", "سنة", "تأسس في 4.5 سنة."),
])
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    found, at = around(text, start, start + len(words))
    assert found == sentence
    assert found[at : at + len(words)] == words
