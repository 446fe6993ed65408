"""Scores by outlet, so that rules tuned to one paper show; and calibration with each outlet left out in turn."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ingest.claims.confidence import estimate
from tests.eval.calibration import by_rule, calibration_table, verdicts
from tests.eval.run import ARTICLES, score, stems


def outlets() -> dict[str, list[str]]:
    """Outlet → the read articles it published; those without a sidecar are one group."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in stems(("",)):
        sidecar = ARTICLES / f"{name}.json"
        known = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.exists() else {}
        found[known.get("publisher") or "unknown"].append(name)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def outlet_table(lines: Sequence[str]) -> str:
    """CORE precision, recall and F1 of each outlet."""
    rows = [f"{'outlet':34} {'articles':>8} {'P':>6} {'R':>6} {'F1':>6}"]
    for outlet, names in outlets().items():
        core = json.loads(score(lines, names, as_json=True))["rows"]["CORE"]
        rows.append(f"{outlet[:34]:34} {len(names):8} {core[3]:6.3f} {core[4]:6.3f} {core[5]:6.3f}")
    return "\n".join(rows)


def left_out_calibration(lines: Iterable[str]) -> str:
    """The calibration table where each outlet's claims get the confidence that the other outlets' claims earned."""
    every = list(lines)
    judged: dict[str, list[tuple[dict[str, Any], bool]]] = {o: verdicts(every, names) for o, names in outlets().items()}
    moved: list[tuple[dict[str, Any], bool]] = []
    for outlet, own in judged.items():
        others: Mapping[str, tuple[int, int]] = by_rule(v for o, vs in judged.items() if o != outlet for v in vs)
        learned = estimate((rule, right, wrong) for rule, (right, wrong) in others.items())
        moved += [({**fact, "confidence": learned.of(fact["rule"])}, right) for fact, right in own]
    return calibration_table(moved)
