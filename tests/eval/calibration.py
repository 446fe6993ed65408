"""Which rules are right how often, and whether confidence means what it says, on the read articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from tests.eval.run import ARTICLES, GOLD, scorer

# Statements and figures are listed only in part by the gold: a claim it does not list is not thereby wrong.
JUDGED = frozenset({
    "meeting", "participation", "position", "founding", "membership", "membership_count", "side_meeting", "pledge",
})
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def verdicts(lines: Iterable[str], only: Sequence[str]) -> list[tuple[dict[str, Any], bool]]:
    """Each judged fact with whether the gold bears it out; what the gold neither asks for nor forbids is left out."""
    module = scorer()
    names = module.Names(json.loads((GOLD / "names.json").read_text(encoding="utf-8")))
    by_article: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in lines:
        fact = json.loads(one)
        by_article[fact["article"]].append(fact)
    found: list[tuple[dict[str, Any], bool]] = []
    for name in only:
        gold = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
        text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
        wrong: list[int] = []

        class Watched(module.Article):  # type: ignore[misc, name-defined]
            def miss(self, kind: str, what: str, fact: Any) -> None:
                if what == "extra":
                    wrong.append(id(fact))  # noqa: B023 - used inside this turn of the loop
                super().miss(kind, what, fact)

        judge = Watched(gold, by_article[name], text, names)
        if not judge.exhaustive:
            continue
        for fact in by_article[name]:
            if fact["type"] not in JUDGED:
                continue
            if id(fact) in wrong:
                found.append((fact, False))
            elif _borne_out(judge, fact):
                found.append((fact, True))
    return found


def _borne_out(judge: Any, fact: dict[str, Any]) -> bool:
    """True where a fact of the gold, asked for or optional, is the same."""
    kind = fact["type"]
    if kind == "meeting":
        return fact.get("id") in judge.meeting_of
    same = getattr(judge, f"is_{kind}")
    return any(same(fact, gold) for gold in judge.want[kind])


def by_rule(judged: Iterable[tuple[dict[str, Any], bool]]) -> dict[str, tuple[int, int]]:
    """Rule → (right, wrong)."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for fact, right in judged:
        counts[fact["rule"]][0 if right else 1] += 1
    return {rule: (counts[rule][0], counts[rule][1]) for rule in sorted(counts)}


def calibration_table(judged: Sequence[tuple[dict[str, Any], bool]]) -> str:
    """The calibration table: confidence from, to, facts, stated and found share of right ones; and the calibration error."""
    rows, error = [f"{'confidence':14} {'facts':>6} {'stated':>7} {'right':>7}"], 0.0
    for low, high in pairwise(BINS):
        inside = [(f["confidence"], right) for f, right in judged if low <= f["confidence"] < high]
        if inside:
            stated = sum(c for c, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            error += abs(stated - share) * len(inside) / len(judged)
            rows.append(f"{low:.2f} – {min(high, 1.0):.2f}    {len(inside):6} {stated:7.3f} {share:7.3f}")
    sure = [right for f, right in judged if f["confidence"] >= 0.9]
    if sure:
        rows.append(f"confidence ≥ 0.9: {sum(sure)}/{len(sure)} right = {sum(sure) / len(sure):.3f}")
    rows.append(f"expected calibration error {error:.3f}")
    return "\n".join(rows)
