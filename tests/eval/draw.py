"""`python -m tests.eval.draw --seed N [--count 100] [--sheet OUT.tsv] | --judge FILE.tsv`: unread articles, judged by hand.

The articles are not part of this repository; they are looked for beside it. A sheet holds digests, rules and verdicts, never
text. The draw spreads evenly over the fact types, so the overall precision is that of the draw, not of all facts together.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.article import read_all
from ingest.pipeline import process
from kg.errors import InputError
from kg.facts import TYPES, Fact, facts
from kg.store import Store
from tests.eval.run import SHARED

UNREAD = SHARED / "unlabelled" / "articles.jsonl"
COLUMNS = ("digest", "type", "rule", "verdict", "note")
VERDICTS = ("right", "wrong", "unsure")
AROUND = 150  # characters of context on each side of the evidence
_SHOWN_APART = {"article", "type", "modality", "confidence", "rule", "evidence", "iri"}


def unread_facts(path: Path = UNREAD) -> tuple[list[Fact], dict[str, str]]:
    """The facts of every readable article of the file, and the text of each; a line that is no article is left out."""
    store, texts = Store(), {}
    for record in read_all([path]):
        if isinstance(record, InputError):
            sys.stderr.write(f"left out: {record}\n")
            continue
        processed = process(record)
        texts[record.name] = record.text
        store.replace_article(processed.record.sha256, processed.quads)
    return list(facts(store)), texts


def digest(fact: Fact) -> str:
    """Twelve hexadecimal digits that stand for what a fact says and where, whatever its confidence and rule."""
    said = {key: fact[key] for key in fact if key not in ("confidence", "rule")}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def draw(found: Sequence[Fact], seed: int, count: int) -> list[Fact]:
    """`count` facts (or all), the same for the same seed and facts: one of each type in turn until there are enough."""
    by_type: dict[str, list[Fact]] = {kind: [] for kind in TYPES}
    for fact in sorted(found, key=digest):
        by_type[fact["type"]].append(fact)
    for kind, group in by_type.items():
        random.Random(f"{seed} {kind}").shuffle(group)
    drawn: list[Fact] = []
    while len(drawn) < count and any(by_type.values()):
        drawn += [group.pop() for group in by_type.values() if group]
    order = list(TYPES)
    return sorted(drawn[:count], key=lambda f: (order.index(f["type"]), f["article"], digest(f)))


def _label(value: Any, meetings: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return " + ".join(_label(one, meetings) for one in value)
    if isinstance(value, dict):
        names = dict.fromkeys(str(value[k]) for k in ("label_ar", "label_en", "surface") if value.get(k))
        return " = ".join(names) or str(value.get("iri"))
    return meetings.get(str(value), str(value))


def shown(fact: Fact, text: str, meetings: Mapping[str, str]) -> str:
    """A fact on a few lines: its fields, and each quotation in its surroundings."""
    fields = [f"{key}: {_label(fact[key], meetings)}" for key in fact if key not in _SHOWN_APART and key != "id"]
    head = f"# {digest(fact)} {fact['article']} {fact['type']} [{fact['modality']}] {fact['rule']}"
    lines = [head, "  " + " | ".join(fields)]
    for place in fact["evidence"]:
        start, end = place["start"], place["end"]
        before, after = text[max(0, start - AROUND):start], text[end:end + AROUND]
        lines.append(f"  … {before}«{text[start:end]}»{after} …".replace("\n", " ⏎ "))
    return "\n".join(lines)


def wilson(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927); (0, 1) where nothing was counted."""
    if not total:
        return 0.0, 1.0
    share = right / total
    middle, spread = share + z * z / (2 * total), z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, (middle - spread) / (1 + z * z / total)), min(1.0, (middle + spread) / (1 + z * z / total))


def precision(rows: Iterable[Mapping[str, str]]) -> str:
    """Right, wrong and unsure by type, with the share of right among the decided. Raises ValueError for another verdict."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(VERDICTS, 0))
    for row in rows:
        if row["verdict"] not in VERDICTS:
            raise ValueError(f"{row['digest']}: no verdict {row['verdict']!r}")
        for group in (row["type"], "all"):
            counts[group][row["verdict"]] += 1
    lines = [f"{'type':18} {'right':>5} {'wrong':>5} {'unsure':>6}  precision"]
    for kind in (*TYPES, "all"):
        if kind in counts:
            right, wrong, unsure = (counts[kind][v] for v in VERDICTS)
            low, high = wilson(right, right + wrong)
            share = f"{right / (right + wrong):.3f} [{low:.3f}, {high:.3f}]" if right + wrong else "-"
            lines.append(f"{kind:18} {right:5} {wrong:5} {unsure:6}  {share}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.eval.draw", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--sheet", type=Path, help="also write an empty sheet for the verdicts here")
    parser.add_argument("--judge", type=Path, help="instead: the precision by a filled sheet")
    options = parser.parse_args()
    if options.judge:
        with options.judge.open(encoding="utf-8", newline="") as sheet:
            sys.stdout.write(precision(csv.DictReader(sheet, delimiter="\t")) + "\n")
        return 0
    if not UNREAD.exists():
        sys.stderr.write(f"tests.eval.draw: no {UNREAD}\n")
        return 3
    found, texts = unread_facts()
    meetings = {f["id"]: f.get("label_ar") or f.get("label_en") or f["id"] for f in found if f["type"] == "meeting"}
    drawn = draw(found, options.seed, options.count)
    sys.stdout.write("".join(f"{shown(fact, texts[fact['article']], meetings)}\n\n" for fact in drawn))
    if options.sheet:
        with options.sheet.open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.writer(sheet, delimiter="\t", lineterminator="\n")
            writer.writerows([COLUMNS, *((digest(f), f["type"], f["rule"], "", "") for f in drawn)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
