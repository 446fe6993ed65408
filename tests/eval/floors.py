"""The quality floors: written from what is reached, and never lowered."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.eval.calibration import verdicts
from tests.eval.run import SETS, score, stems

FILE = Path(__file__).parent / "floors.toml"
SURE = 0.9
RECALL_ONLY = ("statement", "figure")  # the gold lists only the main ones


def pinned() -> dict[str, Any]:
    """The floors in force: set → fact type → precision, recall; and for confidence the share right and the claims."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {"sets": {}, "confidence": {}}


def sure_claims(lines: Sequence[str]) -> list[bool]:
    """Of each judged claim with a confidence of 0.9 or more, whether it is right."""
    return [right for fact, right in verdicts(lines, stems(SETS["all"])) if fact["confidence"] >= SURE]


def raised(lines: Sequence[str]) -> str:
    """The text of a new floors file: what these facts reach, or the old floor where that is higher."""
    old = pinned()
    rows = ["# What extraction has reached on the read articles, rounded down. Written by `python -m tests.eval --floors`."]
    for name, prefixes in SETS.items():
        rows.append(f"\n[sets.{name!r}]".replace("'", '"'))
        before = old["sets"].get(name, {})
        for kind, values in json.loads(score(lines, stems(prefixes), as_json=True))["rows"].items():
            floor = before.get(kind, {})
            shown = [f"recall = {_higher(values[4], floor.get('recall'))}"]
            if kind not in RECALL_ONLY:
                shown.insert(0, f"precision = {_higher(values[3], floor.get('precision'))}")
            rows.append(f"{kind} = {{ {', '.join(shown)} }}")
    sure, before = sure_claims(lines), old["confidence"]
    share = sum(sure) / len(sure) if sure else 0.0
    rows += ["\n[confidence]", f"right = {_higher(share, before.get('right'))}",
             f"sure_claims = {max(len(sure), before.get('sure_claims', 0))}"]
    return "\n".join(rows) + "\n"


def _higher(reached: float, floor: float | None) -> float:
    return max(math.floor(reached * 1000) / 1000, floor or 0.0)
