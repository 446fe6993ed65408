"""For whom those at a meeting came, with their exact names, on sentences of our own (`representing_cases.tsv`)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.claim import Referent
from kg.vocabulary import M
from tests.ingest.claims.test_participation import read

_ROWS = (Path(__file__).parent / "representing_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [(row["text"], row["expected"]) for row in csv.DictReader(_ROWS, delimiter="\t")]


def represented(text: str) -> set[str]:
    """ "فلان=الدولة" for every person in a role, "فلان=" for one of whom it is not told for whom he came."""
    found: dict[str, str] = {}
    for claim in read(text):
        actor = dict(claim.subject.slots)[M.topicActor]
        assert isinstance(actor, Referent)
        if actor.type != M.Person:
            continue
        name = actor.label_ar or actor.key
        if claim.predicate == M.represents:
            assert isinstance(claim.object, Referent)
            found[name] = claim.object.label_ar or claim.object.key
        elif claim.predicate == M.role:
            found.setdefault(name, "")
    return {f"{name}={state}" for name, state in found.items()}


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_represented(text: str, expected: str) -> None:
    assert represented(text) == set(expected.split("; ") if expected else [])
