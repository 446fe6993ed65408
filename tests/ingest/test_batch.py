"""Many articles into a store: the order of the input, whatever the workers do; nothing lost, everything named."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import batch
from ingest.article import Read, record
from ingest.batch import Outcome, ingest, outcomes
from ingest.gate import gate
from ingest.pipeline import Processed
from kg.claim import ArticleRecord, Claim, Modality, Referent, Span
from kg.derive import Derivation
from kg.errors import InputError
from kg.graph import article_quads
from kg.iri import Names
from kg.store import Store
from kg.vocabulary import M
from tests import story


def article(name: str, text: str | None = None) -> ArticleRecord:
    return record(name, text or f"خبر قصير من الرباط رقم {name}.", {"language": "ar", "published": "2022-05-11"})


def test_outcomes_come_in_the_order_of_the_articles() -> None:
    given: list[Read] = [article("b"), InputError("x.txt", "empty"), article("a")]
    found = list(outcomes(given, Names()))
    assert [(o.name, o.state) for o in found] == [("b", "stored"), ("x.txt", "failed"), ("a", "stored")]
    assert found[1].error == "empty"


def test_worker_processes_give_the_same_as_this_process() -> None:
    given: list[Read] = [article(str(i)) for i in range(8)]
    assert list(outcomes(given, Names(), jobs=2)) == list(outcomes(given, Names(), jobs=1))


@pytest.mark.parametrize(("articles", "processors", "most"), [(8, 3, 3), (8, 100, 8), (70, 100, 64)])
def test_no_more_processes_than_processors_or_articles(
    monkeypatch: pytest.MonkeyPatch, articles: int, processors: int, most: int
) -> None:
    started: list[int] = []

    def processes(jobs: int) -> ThreadPoolExecutor:
        started.append(jobs)
        return ThreadPoolExecutor(1)

    monkeypatch.setattr(batch, "_processes", processes)
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    monkeypatch.setattr(batch, "work", lambda record, names: Outcome(record.name, "stored"))
    assert len(list(outcomes([article(str(i)) for i in range(articles)], Names(), jobs=500))) == articles
    assert started == [most]


def test_twice_changes_nothing() -> None:
    store = Store()
    given: list[Read] = [article("a"), article("b")]
    assert [o.state for o in ingest(store, given).outcomes] == ["stored", "stored"]
    before = store.dump()
    assert [o.state for o in ingest(store, given).outcomes] == ["unchanged", "unchanged"]
    assert store.dump() == before


def test_a_corrected_article_replaces_its_earlier_version() -> None:
    store = Store()
    ingest(store, [article("a", "النص الأول للخبر.")])
    ingest(store, [article("a", "النص الثاني للخبر.")])
    assert [name for name, _ in store.articles()] == ["a"]
    assert "الثاني".encode() in store.dump()
    assert "الأول".encode() not in store.dump()


def test_of_copies_the_first_by_name_stays_whatever_came_first() -> None:
    text = "نص واحد هنا."
    together, reverse, later = Store(), Store(), Store()
    ingest(together, [article("a", text), article("b", text)])
    told = ingest(reverse, [article("b", text), article("a", text)])
    ingest(later, [article("b", text)])
    assert ingest(later, [article("a", text)]).count("stored") == 1
    assert [o.state for o in ingest(later, [article("c", text)]).outcomes] == ["copy"]
    assert [(o.name, o.state) for o in told.outcomes] == [("b", "copy"), ("a", "stored")]
    for store in (together, reverse, later):
        Derivation(store).noted()
    assert together.dump() == reverse.dump() == later.dump()


def test_what_was_noted_and_never_derived_is_derived_with_the_next_article() -> None:
    store, whole = Store(), Store()
    ingest(store, [article("a")])
    Derivation(store).noted()
    ingest(store, [article("b")])  # interrupted before the derivation
    ingest(store, [article("c")])
    Derivation(store).noted()
    ingest(whole, [article("a"), article("b"), article("c")])
    Derivation(whole).everything()
    assert store.dump() == whole.dump()


def test_a_copy_is_told_and_not_stored_twice() -> None:
    store = Store()
    summary = ingest(store, [article("a", "نص واحد هنا."), article("b", "نص واحد هنا.")])
    assert [o.state for o in summary.outcomes] == ["stored", "copy"]
    assert "same text as a" in summary.outcomes[1].reason
    assert summary.exit_code == 0


def test_two_articles_of_one_name_are_not_mixed_up() -> None:
    summary = ingest(Store(), [article("a", "نص أول."), article("a", "نص آخر.")])
    assert [o.state for o in summary.outcomes] == ["stored", "failed"]
    assert summary.exit_code == 1


@pytest.mark.parametrize(("given", "code"), [
    ([InputError("x", "empty")], 3), ([InputError("x", "empty"), article("a")], 1), ([article("a")], 0),
])
def test_exit_codes(given: list[Read], code: int) -> None:
    assert ingest(Store(), given).exit_code == code


def test_a_defect_of_a_reader_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(one: ArticleRecord, names: Names) -> Outcome:
        if one.name == "b":
            raise KeyError("oops")
        return Outcome(one.name, "stored", one.sha256, quads=article_quads(one, [], names))

    monkeypatch.setattr(batch, "work", broken)
    summary = ingest(Store(), [article("a"), article("b"), article("c")])
    assert [o.state for o in summary.outcomes] == ["stored", "failed", "stored"]
    assert summary.outcomes[1].reason == "internal error: KeyError: 'oops'"


def claim(rule: str, subject: Referent, value: Referent) -> Claim:
    return Claim(subject, M.ofCoalition, value, Modality.ASSERTED, (Span(0, 5),), 0.9, rule)


def test_a_claim_against_the_shapes_is_held_back_and_the_article_kept() -> None:
    told = story.before()
    armed = Referent(M.ArmedGroup, "x", "تنظيم", "group", surfaces=("تنظيم",))
    claims = (*told.claims, claim("wrong.coalition", told.meeting, armed))
    read = Processed(told.record, claims, article_quads(told.record, claims, Names()))
    gated = gate(read, Names())
    assert gated.conforms
    assert not gated.report.conforms
    assert len(gated.processed.claims) == len(told.claims)
    assert any("belongs to a coalition" in line for line in gated.held_back)


def test_a_sound_article_passes_as_it_is() -> None:
    told = story.after()
    read = Processed(told.record, tuple(told.claims), article_quads(told.record, told.claims, Names()))
    gated = gate(read, Names())
    assert gated.conforms, [str(v) for v in gated.report.violations]
    assert gated.processed is read
    assert gated.held_back == ()


def test_a_quarantined_article_is_not_in_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    ingest(store, [article("a")])

    def refused(one: ArticleRecord, names: Names) -> Outcome:
        return Outcome(one.name, "quarantined", one.sha256, quads=b"")

    monkeypatch.setattr(batch, "work", refused)
    summary = ingest(store, [article("a")])
    assert summary.exit_code == 1
    assert not list(store.articles())
    Derivation(store).noted()
    assert not [quad for quad in store.match() if quad[1] != M.derivedBy]


def test_metadata_changes_are_taken_over(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    one = article("a")
    ingest(store, [one])
    assert [o.state for o in ingest(store, [replace(one, publisher="صحيفة")]).outcomes] == ["stored"]
    assert "صحيفة".encode() in store.dump()
