"""Identity over whole stores: explained, reversible, never over a human "different"; and on the real articles, from gold."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg.derive import Derivation
from kg.errors import InputError, UsageError
from kg.graph import article_quads
from kg.identity import explain, ledger
from kg.identity.index import Index
from kg.identity.ledger import Judgement
from kg.iri import Iri
from kg.store import Store, text_of
from kg.vocabulary import M
from tests.kg import gold_claims
from tests.kg.newsroom import LEAGUE, Paper, store_of


def _persons(*named: tuple[str, str]) -> Store:
    papers = []
    for number, (name, country) in enumerate(named):
        paper = Paper(f"p{number}", "2022-05-11")
        meeting = paper.meeting(day="2022-05-11", place="marrakesh")
        paper.say(paper.part(meeting, paper.person(name, country)), M.role, M.Speaker)
        papers.append(paper)
    return store_of(papers)


def _entities(store: Store, kind: str = "person") -> list[set[str]]:
    index = Index(store, store.names)
    found: dict[Iri, set[str]] = defaultdict(set)
    for profile, _, entity, _ in store.match(None, M.profileOf, None, index.graph):
        if index.profile(profile).kind == kind:
            found[Iri(text_of(entity))].update(index.profile(profile).labels)
    return sorted(found.values(), key=sorted)


def _profile(store: Store, label: str, country: str = "") -> Iri:
    index = Index(store, store.names)
    return next(q[0] for q in store.match(None, M.profileOf, None, index.graph)
                if label in index.profile(q[0]).labels and country in "".join(index.profile(q[0]).get("countries"))[-2:])


def test_spellings_of_one_name_are_one_person() -> None:
    store = _persons(("أنتوني بلينكن", "US"), ("انطوني بلينكين", ""), ("بلينكن", "US"))
    assert _entities(store) == [{"أنتوني بلينكن", "انطوني بلينكين", "بلينكن"}]


def test_namesakes_stay_apart_and_are_shown_for_review() -> None:
    store = _persons(("محمد صالح", "SA"), ("محمد صالح", "EG"))
    index = Index(store, store.names)
    one, other = _profile(store, "محمد صالح", "SA"), _profile(store, "محمد صالح", "EG")
    assert index.entity_of(one) != index.entity_of(other)
    shared = set(index.judgements_on(one)) & set(index.judgements_on(other))
    assert [index.values(node, M.verdict) for node in shared] == [[M.Different]]


def test_a_bare_name_joins_neither_of_two_namesakes() -> None:
    bare = _persons(("محمد صالح", "SA"), ("محمد صالح", ""))
    assert len({Index(bare, bare.names).entity_of(_profile(bare, "محمد صالح", c)) for c in ("SA", "")}) == 1
    store = _persons(("محمد صالح", "SA"), ("محمد صالح", "EG"), ("محمد صالح", ""))
    assert len(_entities(store)) == 3


def test_a_family_name_of_two_ministers_goes_to_review() -> None:
    store = _persons(("نوري المالكي", "EG"), ("رياض المالكي", "EG"), ("المالكي", "EG"))
    assert len(_entities(store)) == 3


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_human_judgement_wins_and_can_be_taken_back(verdict: str) -> None:
    joined, apart = (("أنتوني بلينكن", "US"), ("انطوني بلينكين", "US")), (("علي بن حسن", "EG"), ("حسن علي", "EG"))
    people = joined if verdict == "different" else apart
    store = _persons(*people)
    before = store.dump()
    one, other = sorted((_profile(store, people[0][0]), _profile(store, people[1][0])))
    index = Index(store, store.names)
    together = index.entity_of(one) == index.entity_of(other)
    assert together == (verdict == "different")
    judged = {(one, other): Judgement(one, other, verdict, "reader", "2026-01-01", "seen on a photograph")}
    Derivation(store, judged).judged((one, other))
    assert (index.entity_of(one) == index.entity_of(other)) != together
    same, reasons = explain.why(Derivation(store, judged).resolver, one, other)
    assert same != together
    assert (reasons[0].verdict, reasons[0].decided_by) == (verdict, "reader")
    Derivation(store).changed()
    assert store.dump() == before


def test_different_keeps_apart_even_what_later_articles_would_join() -> None:
    store = _persons(("أنتوني بلينكن", "US"), ("انطوني بلينكين", "US"))
    pair = tuple(sorted((_profile(store, "أنتوني بلينكن"), _profile(store, "انطوني بلينكين"))))
    judged = {(pair[0], pair[1]): Judgement(pair[0], pair[1], "different", "reader", "2026-01-01")}
    derivation = Derivation(store, judged)
    derivation.changed()
    bridge = Paper("bridge", "2022-05-12")
    bridge.person("أنطوني بلينكن", "US")
    derivation.update([bridge.put(store)])
    assert derivation.index.entity_of(pair[0]) != derivation.index.entity_of(pair[1])


def test_why_shows_the_features_of_a_chain() -> None:
    store = _persons(("أنتوني بلينكن", "US"), ("انطوني بلينكين", "US"))
    resolver = Derivation(store).resolver
    same, reasons = explain.why(resolver, _profile(store, "أنتوني بلينكن"), _profile(store, "انطوني بلينكين"))
    assert same
    assert "country=+0.30" in reasons[0].features
    with pytest.raises(UsageError):
        explain.why(resolver, Iri("https://example.org/nobody"), _profile(store, "أنتوني بلينكن"))


def test_the_ledger_is_append_only_and_the_last_word_counts(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    one, other = Iri("https://example.org/a"), Iri("https://example.org/b")
    ledger.append(path, Judgement(other, one, "same", "r", "2026-01-01"))
    first = path.read_bytes()
    ledger.append(path, Judgement(one, other, "different", "r", "2026-01-02"))
    assert path.read_bytes().startswith(first)
    assert ledger.read(path)[one, other].verdict == "different"
    assert ledger.read(tmp_path / "none.jsonl") == {}
    path.write_text('{"one": 1}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"judgements\.jsonl:1"):
        ledger.read(path)


def test_two_meetings_that_one_article_tells_apart_stay_apart() -> None:
    paper = Paper("one", "2022-05-11")
    paper.meeting("m1", day="2022-05-11", place="marrakesh")
    paper.meeting("m2", day="2022-05-11", place="marrakesh")
    assert len(_meetings(store_of([paper]))) == 2


def test_a_meeting_of_another_body_or_edition_is_another() -> None:
    one, two, three = Paper("one", "2017-03-29"), Paper("two", "2017-03-29"), Paper("three", "2016-07-25")
    one.meeting(day="2017-03-29", place="amman", body=LEAGUE, kind=M.Summit, edition=28)
    two.meeting(day="2017-03-29", place="amman", kind=M.Summit)
    three.meeting(day="2016-07-25", place="cairo", body=LEAGUE, kind=M.Summit, edition=27)
    assert len(_meetings(store_of([one, two, three]))) == 3


def _meetings(store: Store) -> dict[Iri, set[str]]:
    """Meeting → the articles that tell of it, by name."""
    index = Index(store, store.names)
    names = {graph: name for name, graph in store.articles()}
    found: dict[Iri, set[str]] = defaultdict(set)
    for ref, _, entity, _ in store.match(None, M.denotes, None, index.graph):
        if text_of(entity).startswith(store.names.entity("meeting/")):
            article = index.article_of(ref)
            assert article is not None
            found[Iri(text_of(entity))].add(names[store.names.article_graph(article.rsplit("/", 1)[-1])])
    return found


# What the articles of the gold share, by reading: Marrakesh 2022, the Arab summit of 2017, Nairobi 2015, Madrid 2022.
SHARED_MEETINGS = (
    {"s000", "s001", "s002", "s003", "d003", "d005", "d009", "d013", "d015"}, {"d034", "u110", "u227"}, {"u025", "u116"},
    {"u033", "u049"},
)


@pytest.mark.skipif(not (gold_claims.SHARED / "gold").is_dir(), reason="the shared articles are not here")
def test_meetings_of_the_gold_are_joined_as_they_should_be() -> None:
    store = Store()
    for record, claims in gold_claims.articles():
        store.replace_article(record.sha256, article_quads(record, claims, store.names))
    Derivation(store).everything()
    several = [articles for articles in _meetings(store).values() if len(articles) > 1]
    assert sorted(map(sorted, several)) == sorted(map(sorted, SHARED_MEETINGS))
