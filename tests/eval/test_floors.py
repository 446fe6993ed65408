"""Quality floors: what was once reached on the read articles is not lost. `floors.toml` holds them; they only rise."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.eval import floors
from tests.eval.run import SETS, fact_lines, missing, score, stems

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(missing() is not None, reason=str(missing()))]
PINNED = floors.pinned()
ROWS = [(name, kind, floor) for name, kinds in PINNED["sets"].items() for kind, floor in kinds.items()]


@cache
def lines() -> tuple[str, ...]:
    return tuple(fact_lines())


@cache
def reached(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(score(lines(), stems(SETS[name]), as_json=True))
    return found


@pytest.mark.parametrize(("name", "kind", "floor"), ROWS, ids=[f"{name}-{kind}" for name, kind, _ in ROWS])
def test_quality_does_not_fall(name: str, kind: str, floor: dict[str, float]) -> None:
    precision, recall = reached(name)["rows"][kind][3:5]
    assert precision >= floor.get("precision", 0.0)
    assert recall >= floor["recall"]


def test_every_fact_is_grounded() -> None:
    assert reached("all")["grounded"] == 1.0


def test_confidence_is_kept() -> None:
    sure = floors.sure_claims(lines())
    assert len(sure) >= PINNED["confidence"]["sure_claims"]
    assert sum(sure) >= PINNED["confidence"]["right"] * len(sure)
