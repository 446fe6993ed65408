"""How fast articles are read, stage by stage, on one core, and whether the time grows with the length only.

Articles: those of the demo, joined or cut to about 2.5 kB of UTF-8 each. Baseline: folding every text once (`ingest.fold`),
the least that any reading of the text costs; ratios are comparable between machines, seconds are not.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import ingest
from ingest import claims, mentions
from ingest.article import read
from ingest.document import read_document
from ingest.fold import fold_with_offsets
from kg.claim import ArticleRecord
from kg.graph import article_quads, unusable
from kg.iri import Names

SAMPLES = Path(ingest.__file__).parent / "samples"
SIZE = 2500  # bytes of UTF-8, the length of a usual short article


def articles(count: int) -> list[ArticleRecord]:
    """`count` different articles of about SIZE bytes, cut from the samples at paragraph ends."""
    samples = [record for path in sorted(SAMPLES.iterdir()) for record in _readable(path)]
    made: list[ArticleRecord] = []
    for number in range(count):
        record = samples[number % len(samples)]
        text = record.text
        while len(text.encode()) < SIZE:
            text += "\n\n" + samples[(number + 1) % len(samples)].text
        text = text.encode()[:SIZE].decode("utf-8", "ignore") + f"\n{number}"
        made.append(_record(text, record, f"a{number}"))
    return made


def _readable(path: Path) -> Iterator[ArticleRecord]:
    if path.suffix in {".txt", ".html"}:
        yield from read(path)


def _record(text: str, like: ArticleRecord, name: str) -> ArticleRecord:
    return replace(like, sha256=hashlib.sha256(text.encode()).hexdigest(), name=name, text=text, boilerplate=())


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of one call and what it gave."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def stages(records: list[ArticleRecord]) -> dict[str, float]:
    """CPU seconds per stage for all records."""
    names = Names()
    cost: dict[str, float] = {}
    cost["fold (baseline)"], _ = timed(lambda: [fold_with_offsets(r.text) for r in records])
    cost["document"], documents = timed(lambda: [read_document(r) for r in records])
    cost["mentions"], readings = timed(lambda: [mentions.find(d) for d in documents])
    cost["claims"], found = timed(lambda: [claims.extract(r) for r in readings])
    usable = [(d.article, [c for c in cs if not unusable(d.article, c)]) for d, cs in zip(documents, found, strict=True)]
    cost["graph"], _ = timed(lambda: [article_quads(article, cs, names) for article, cs in usable])
    return cost


def growth(records: list[ArticleRecord], copies: int) -> float:
    """CPU time of an article of `2 * copies` texts over that of one of `copies` texts."""

    def whole(times: int) -> float:
        text = "\n\n".join(r.text for r in records[:times])
        record = _record(text, records[0], "long")
        return min(timed(lambda: claims.extract(mentions.find(read_document(record))))[0] for _ in range(2))

    return whole(2 * copies) / whole(copies)


def main() -> None:
    records = articles(60)
    stages(records[:3])  # lexicons are read on first use
    cost = stages(records)
    total = sum(value for name, value in cost.items() if "baseline" not in name)
    out = sys.stdout
    out.write("| stage | ms per article | times the baseline |\n|---|---|---|\n")
    for name, value in cost.items():
        out.write(f"| {name} | {1000 * value / len(records):.2f} | {value / cost['fold (baseline)']:.1f} |\n")
    out.write(f"\narticles of {SIZE} bytes per CPU second: {len(records) / total:.0f}\n")
    longer = articles(160)
    for copies in (20, 40, 80):
        out.write(f"time(2n)/time(n) from {copies * SIZE // 1000} kB: {growth(longer, copies):.2f}\n")


if __name__ == "__main__":
    main()
