"""The whole path on the read articles, where they are at hand: everything in, conforming or held back, and true answers."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from ingest.cli.build import run
from ingest.keys import name_keys
from ingest.publish import publish
from kg.ask import ask
from kg.evidence import Evidences
from kg.facts import facts, line
from kg.lookup import find
from kg.question import question
from kg.store import Store
from tests.eval.run import ARTICLES, missing, score, stems

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.skipif(missing() is not None, reason=str(missing()))]
QUERIES = Path(__file__).resolve().parents[1] / "queries"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Path]:
    out = tmp_path_factory.mktemp("all")
    store = Store(out / "store")
    summary = run(store, [ARTICLES])
    publish(store, summary, out)
    assert len(summary.outcomes) == len(list(ARTICLES.glob("*.txt")))
    assert summary.count("failed") == 0
    for outcome in summary.outcomes:
        assert outcome.state == "stored" or outcome.reason
    return store, out


def test_turtle_for_two_readers(built: tuple[Store, Path]) -> None:
    data = (built[1] / "graph.ttl").read_bytes()
    assert len(rdflib.Graph().parse(data=data, format="turtle")) == len(set(ox.parse(data, ox.RdfFormat.TURTLE)))


def test_scores_of_the_stored_facts(built: tuple[Store, Path]) -> None:
    lines = [line(fact) for fact in facts(built[0])]
    assert json.loads(score(lines, as_json=True))["grounded"] == 1.0
    precision, _, f1 = json.loads(score(lines, stems(["s"]), as_json=True))["rows"]["CORE"][3:]
    assert precision >= 0.75
    assert f1 >= 0.60


def test_a_plan_its_failure_and_the_stand_in_with_sentences(built: tuple[Store, Path]) -> None:
    store = built[0]
    ladder = ask(store, question("ladder"), {"actor": "بلينكن", "meeting": "مراكش 2022"}, name_keys)
    evidences = Evidences(store)
    told = {(e.article, e.modality) for row in ladder.rows for e in evidences.of(ladder.claims(row))}
    assert {("s000", "planned"), ("s003", "planned"), ("s002", "asserted")} <= told
    absences = ask(store, question("stand-ins"), {"meeting": "مراكش 2022"}, name_keys)
    nuland = find(store, "نولاند", ("Person",), name_keys)[0].iri
    cited = [(e, row) for row in absences.rows for e in evidences.of(absences.claims(row))]
    assert nuland in {row.get("stand_in") for e, row in cited if e.article == "s002" and "absent" in e.rule}


def test_who_stayed_away_did_not_attend(built: tuple[Store, Path]) -> None:
    store = built[0]
    rows = ask(store, question("stand-ins"), {}, name_keys).rows
    away = {(row["actor"], row["meeting"]) for row in rows}
    assert away
    query = (QUERIES / "attended.rq").read_text(encoding="utf-8")
    attended = {(row["actor"], row["meeting"]) for row in store.select(query)}
    assert attended
    assert not away & attended
