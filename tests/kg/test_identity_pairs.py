"""Pairs of profiles that are or are not one thing: what the rules decide, counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.identity import bodies, meetings, persons
from kg.identity.decision import Decision, Verdict
from kg.identity.profile import Profile, make

_COMPARE: dict[str, Callable[[Profile, Profile], Decision]] = {
    "person": persons.compare, "body": bodies.compare, "meeting": meetings.compare,
}
_EMIT = {"person": persons.emit, "body": bodies.emit, "meeting": meetings.emit}
_LOOKUP = {"person": persons.lookup, "body": bodies.emit, "meeting": meetings.lookup}


def _profile(kind: str, text: str) -> Profile:
    fields = dict(part.split("=", 1) for part in text.split(";"))
    return make(kind, **{name: value.split("+") for name, value in fields.items()})


def _pairs() -> list[tuple[str, bool, Profile, Profile, str]]:
    lines = (Path(__file__).with_name("identity_pairs.tsv")).read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line]
    return [(kind, same == "yes", _profile(kind, one), _profile(kind, other), note) for kind, same, one, other, note in rows]


def _decided(kind: str, one: Profile, other: Profile) -> bool:
    return _COMPARE[kind](one, other).verdict is Verdict.SAME


def test_there_are_enough_pairs_of_every_kind() -> None:
    kinds = [kind for kind, *_ in _pairs()]
    assert len(kinds) >= 120
    assert all(kinds.count(kind) >= 20 for kind in _COMPARE)


def test_precision_and_recall() -> None:
    counts = {(truth, decided): 0 for truth in (True, False) for decided in (True, False)}
    wrong = []
    for kind, truth, one, other, note in _pairs():
        decided = _decided(kind, one, other)
        counts[truth, decided] += 1
        if decided != truth:
            wrong.append((note, one.key, other.key, _COMPARE[kind](one, other).words()))
    precision = counts[True, True] / (counts[True, True] + counts[False, True])
    recall = counts[True, True] / (counts[True, True] + counts[True, False])
    assert precision >= 0.99, wrong
    assert recall >= 0.95, wrong


@pytest.mark.parametrize(("kind", "one", "other"), [(p[0], p[2], p[3]) for p in _pairs()])
def test_a_decision_does_not_depend_on_who_comes_first(kind: str, one: Profile, other: Profile) -> None:
    assert _COMPARE[kind](one, other) == _COMPARE[kind](other, one)


def test_one_thing_meets_under_a_blocking_key_from_either_side() -> None:
    for kind, truth, one, other, note in _pairs():
        if truth and _decided(kind, one, other):
            assert _EMIT[kind](one) & _LOOKUP[kind](other), note
            assert _EMIT[kind](other) & _LOOKUP[kind](one), note


def test_every_decision_shows_its_features() -> None:
    for kind, _, one, other, note in _pairs():
        decision = _COMPARE[kind](one, other)
        assert decision.verdict is Verdict.UNRELATED or decision.words(), note
        weights = [weight for _, weight in decision.features if weight is not None]
        assert decision.score == round(min(1.0, max(0.0, sum(weights))), 4)
