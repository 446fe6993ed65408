"""What is too vague to be one thing stays apart: holders of an office without a name, everyday names, undated sittings."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg.derive import Derivation
from kg.identity import posts, spelling
from kg.identity.decision import Verdict
from kg.identity.index import Index
from kg.identity.profile import make, offices, titles_of, unnamed
from kg.iri import Iri
from kg.store import Store, text_of
from kg.vocabulary import SCHEMA, M
from tests.kg.newsroom import COUNTRIES, LEAGUE, Paper, store_of

ROOT = Path(__file__).resolve().parents[2]


def _parts(store: Store, kind: str) -> list[list[str]]:
    """The articles of each entity of a kind, sorted."""
    index = Index(store, store.names)
    names = {graph: name for name, graph in store.articles()}
    found: dict[str, list[str]] = defaultdict(list)
    for profile, _, entity, _ in store.match(None, M.profileOf, None, index.graph):
        if index.profile(profile).kind == kind:
            for ref in index.bearers(profile):
                article = index.article_of(ref)
                assert article is not None
                found[text_of(entity)].append(names[store.names.article_graph(article.rsplit("/", 1)[-1])])
    return sorted(sorted(articles) for articles in found.values())


def _told(name: str, person: str, country: str = "") -> Paper:
    paper = Paper(name, "2022-05-11")
    ref = paper.person(person, country)
    return paper.say(paper.part(paper.meeting(day="2022-05-11", place="marrakesh"), ref), M.role, M.Speaker)


@pytest.mark.parametrize("label", ["وزير الخارجية", "المتحدثة باسم الشرطة", "رئيس لجنة الدفاع", "ولي العهد", "Minister"])
def test_an_office_is_no_name(label: str) -> None:
    assert unnamed(label)


@pytest.mark.parametrize("label", ["أمين الحسيني", "قائد السبسي", "سلطان بن سلمان", "Dean Acheson", "ناصر بوريطة"])
def test_a_name_that_is_also_a_word_for_an_office_is_a_name(label: str) -> None:
    assert not unnamed(label)


def test_every_head_of_a_title_is_known_or_also_a_given_name() -> None:
    lines = (ROOT / "ingest" / "lexicon" / "titles.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    offices_told = [form for row in rows if row[1] in ("state", "envoy", "member") for form in row[0].split("|")]
    assert [form for form in offices_told if not unnamed(form + " الجديد")] == ["مرشد"]  # also a given name


def test_holders_of_an_office_without_a_name_are_not_one_person() -> None:
    store = store_of([_told("a", "وزير الخارجية"), _told("b", "وزير الخارجية"), _told("c", "وزير الخارجية", "MA")])
    assert _parts(store, "person") == [["a"], ["b"], ["c"]]


def test_an_everyday_name_alone_joins_only_the_one_namesake_that_is_known() -> None:
    bare = [_told("a", "محمد صالح"), _told("b", "محمد صالح")]
    assert _parts(store_of(bare), "person") == [["a"], ["b"]]
    assert _parts(store_of([*bare, _told("c", "محمد صالح", "EG")]), "person") == [["a", "b", "c"]]
    known = [_told("c", "محمد صالح", "EG"), _told("d", "محمد صالح", "SA")]
    assert _parts(store_of([*bare, *known]), "person") == [["a"], ["b"], ["c"], ["d"]]


def test_three_everyday_names_in_one_order_are_a_name() -> None:
    papers = [_told("a", "محمد بن نايف بن عبد العزيز"), _told("b", "محمد بن نايف بن عبدالعزيز")]
    assert _parts(store_of(papers), "person") == [["a", "b"]]
    assert len(_parts(store_of([*papers, _told("c", "محمد بن عبد العزيز بن نايف")]), "person")) == 2


def test_vague_mentions_leave_no_trace_of_their_order() -> None:
    papers = [_told("a", "محمد صالح"), _told("b", "محمد صالح"), _told("c", "محمد صالح", "EG"), _told("d", "محمد صالح", "SA")]
    whole = store_of(papers).dump()
    for order in ((3, 0, 2, 1), (0, 1, 3, 2), (2, 0, 1, 3)):
        store = Store()
        for number in order:
            Derivation(store).update([papers[number].put(store)])
        assert store.dump() == whole


def _sitting(name: str, published: str, status: Iri = M.EventHeld) -> Paper:
    paper = Paper(name, published)
    paper.meeting(body=LEAGUE, kind=M.OtherMeeting, status=status)
    return paper


def test_undated_sittings_of_one_body_are_not_one_meeting() -> None:
    assert _parts(store_of([_sitting("a", "2022"), _sitting("b", "2022")]), "meeting") == [["a"], ["b"]]
    assert _parts(store_of([_sitting("a", "2022-05"), _sitting("b", "2022-05")]), "meeting") == [["a"], ["b"]]


def test_two_visits_of_a_year_are_not_one_meeting() -> None:
    papers = []
    for name in ("a", "b"):
        paper = Paper(name, "2022")
        meeting = paper.meeting(day=None, body=None, kind=M.Bilateral)
        paper.say(meeting, SCHEMA.startDate, 2022)
        for country in ("MA", "EG"):
            paper.say(paper.part(meeting, COUNTRIES[country]), M.role, M.Attendee)
        papers.append(paper)
    assert _parts(store_of(papers), "meeting") == [["a"], ["b"]]


def test_an_undated_report_still_joins_the_one_meeting_of_its_time() -> None:
    dated = Paper("c", "2022-05-12")
    dated.meeting(day="2022-05-11", place="cairo", body=LEAGUE, kind=M.Ministerial)
    papers = [dated]
    for name in ("a", "b"):
        paper = Paper(name, "2022-05")
        paper.meeting(body=LEAGUE, kind=M.Ministerial)
        papers.append(paper)
    assert _parts(store_of(papers), "meeting") == [["a", "b", "c"]]


@pytest.mark.parametrize(("one", "other", "same"), [
    ("صغير", "شقير", False), ("رميان", "عرمان", False), ("خالد", "غالد", False), ("حمدان", "همدان", False),
    ("سيرغي", "سيرجي", True), ("بلينكن", "بلينكين", True), ("انتوني", "انطوني", True), ("خوسيه", "خوسي", True),
    ("ستولتنبرغ", "شتولتنبرغ", True), ("kirill", "cyril", False), ("smith", "smyth", True),
])
def test_letters_of_one_class_tell_names_of_one_script_apart(one: str, other: str, same: bool) -> None:
    assert (spelling.agreement(one, other) == 2) == same


@pytest.mark.parametrize(("title", "expected"), [
    ("نائب وزير الخارجية", {"deputy"}), ("المتحدث باسم الرئيس التركي", {"spokesperson"}),
    ("المستشار السياسي لوزير الخارجية", {"adviser"}), ("الأمين العام المساعد للاتحاد", {"deputy"}),
    ("Under Secretary of State for Political Affairs", {"deputy"}), ("Head of the Working Group", set()),
    ("وزير الخارجية المغربي", {"foreign_minister"}), ("كاتب الدولة الأمريكي", {"foreign_minister"}),
    ("كاتب الدولة المكلف بالماء", {"secretary_of_state"}), ("رئيس مجلس النواب", {"head"}),
    ("رئيسة الوزراء", {"prime_minister"}), ("المستشار الألماني", {"prime_minister"}),
    ("رئيس الدبلوماسية الأمريكية", {"foreign_minister"}),
])
def test_a_title_has_the_office_that_it_begins_with(title: str, expected: set[str]) -> None:
    assert offices([title]) == expected


def test_the_arabic_title_tells_the_office_where_it_can() -> None:
    assert offices(titles_of({"ar": "رئيس مجلس الأمة", "en": "President"})) == {"head"}
    assert offices(titles_of({"ar": "رئيس فنلندا", "en": "President"})) == {"president"}


@pytest.mark.parametrize(("one", "other", "same"), [
    ("المتحدث باسم الجيش", "المتحدث باسم الوزارة", False), ("نائب الرئيس", "الرئيس", False),
    ("رئيسة الوزراء", "رئيسة وزراء السويد", True), ("وزير الخارجية", "وزير الشؤون الخارجية", True),
])
def test_posts_of_one_state(one: str, other: str, same: bool) -> None:
    left, right = (make("post", ar=[t], en=["Officer"], bodies=["s"], offices=offices([t])) for t in (one, other))
    assert (posts.compare(left, right).verdict is Verdict.SAME) == same
