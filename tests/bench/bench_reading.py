"""How fast articles are read to quads on one core, stage by stage, and whether the time grows with the length only.

    python -m tests.bench.bench_reading [PATH…]

Articles: those of the demo, joined or cut to 2.5 kB of UTF-8 each. They are denser than the run of papers (three times as
many claims), and only a few different texts, so that the forms of their words are known after the first; where real articles
are at hand (`../shared`), they are measured too. What a word can be
is remembered: a run is slow at first, while lexicons and patterns are read and most words are new, and soon steady. Give
files or folders of articles of your own to have this told apart: the lexicons, the articles in a process that has read no
others, and the same articles again, when it knows all their words. Of a long run the speed lies between the two. Baseline:
folding every text once (`ingest.fold`), the least that any reading of the text costs; ratios are comparable between
machines, seconds are not. CPU seconds too are longer where other work shares the core.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import ingest
from ingest import claims, mentions
from ingest.article import read_all
from ingest.document import read_document
from ingest.fold import fold_with_offsets
from ingest.pipeline import process
from kg.claim import ArticleRecord, PartialDate
from kg.errors import InputError
from kg.graph import article_quads, unusable
from kg.iri import Names
from tests.eval.run import SHARED

SAMPLES = Path(ingest.__file__).parent / "samples"
AT_HAND = {"on politics and coalitions": SHARED / "articles", "of general news": SHARED / "unlabelled" / "articles.jsonl"}
SIZE = 2500  # bytes of UTF-8, the length of a usual short article
_REPEATED = 3  # times that each measurement is made; the shortest counts, of ratios the middle one


def record(text: str, name: str = "long") -> ArticleRecord:
    """An article of a text, dated, in Arabic."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return ArticleRecord(sha256, name, text, "ar", published=PartialDate(2022, 5, 12), published_basis="metadata")


@cache
def samples() -> tuple[ArticleRecord, ...]:
    """The Arabic articles of the demo."""
    found = [one for one in read_all([SAMPLES]) if not isinstance(one, InputError)]
    return tuple(one for one in found if one.language in ("ar", "und"))


def articles(count: int) -> list[ArticleRecord]:
    """`count` different articles of SIZE bytes, made of the samples."""
    known = samples()
    made = []
    for number in range(count):
        like, text = known[number % len(known)], ""
        for one in (*known[number % len(known) :], *known):
            text = f"{text}\n\n{one.text}" if text else one.text
            if len(text.encode()) >= SIZE:
                break
        text = _cut(text, SIZE - 4) + f"\n{number}"
        made.append(replace(record(text, f"a{number}"), published=like.published))
    return made


def joined(size: int, different: int = 0) -> str:
    """A text of so many bytes: the samples (all or the first few) one after another."""
    parts: list[str] = []
    known = [one.text for one in samples()][: different or None]
    length = 0
    while length < size:
        parts.append(known[len(parts) % len(known)])
        length += len(parts[-1].encode()) + 2
    return _cut("\n\n".join(parts), size)


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode("utf-8", "ignore")


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of one call and what it gave."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def stages(records: Sequence[ArticleRecord]) -> dict[str, float]:
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


def end_to_end(records: Sequence[ArticleRecord]) -> tuple[float, int]:
    """CPU seconds from all records to their quads, and the number of claims."""
    names = Names()
    return timed(lambda: sum(len(process(one, names).claims) for one in records))


def growth(text: Callable[[int], str], size: int) -> float:
    """CPU time of an article of twice a size over that of one of the size, measured in turns; the middle of some ratios."""

    def whole(length: int) -> float:
        article = record(text(length))
        return timed(lambda: process(article))[0]

    return median(whole(2 * size) / whole(size) for _ in range(_REPEATED))


def main(own: Sequence[str] = ()) -> None:
    """The tables; with paths of articles of one's own, only the speed on those."""
    if own:
        _own([one for one in read_all([Path(path) for path in own]) if not isinstance(one, InputError)])
        return
    known = articles(60)
    stages(known[:10])  # lexicons are read on first use
    runs = [stages(known) for _ in range(_REPEATED)]
    cost = {name: min(run[name] for run in runs) for name in runs[0]}
    out = sys.stdout
    out.write("| stage | ms per article | times the baseline |\n|---|---|---|\n")
    for name, value in cost.items():
        out.write(f"| {name} | {1000 * value / len(known):.2f} | {value / cost['fold (baseline)']:.1f} |\n")
    out.write(f"\n{_HEAD}")
    _tell("those of the demo, their words known", known, min(end_to_end(known) for _ in range(_REPEATED)))
    for what, path in AT_HAND.items():
        if path.exists():
            real = [one for one in read_all([path]) if not isinstance(one, InputError)]
            _tell(f"{len(real)} {what}, most words new", real, end_to_end(real))
            _tell("the same again, all words known", real, min(end_to_end(real) for _ in range(_REPEATED)))
    sizes = (60_000, 125_000, 250_000, 500_000)
    out.write("\n| time(2n)/time(n) | " + " | ".join(f"{size // 1000} kB" for size in sizes) + " |\n|---|---|---|---|---|\n")
    for shape, text in SHAPES.items():
        out.write(f"| {shape} | " + " | ".join(f"{growth(text, size):.2f}" for size in sizes) + " |\n")


SHAPES: dict[str, Callable[[int], str]] = {
    "articles joined": joined,
    "one article repeated": lambda size: joined(size, different=1),
    "one sentence": lambda size: re.sub(r"[.؟?!…\s]+", " ", joined(size)),
}


def _own(mine: Sequence[ArticleRecord]) -> None:
    """The speed on given articles: at first, and when all their words are known."""
    seconds, _ = timed(lambda: [process(one) for one in samples()[:2]])
    sys.stdout.write(f"lexicons and patterns, with two short articles: {seconds:.1f} CPU seconds, once a process\n\n{_HEAD}")
    _tell(f"{len(mine)} of yours, most words new", mine, end_to_end(mine))
    _tell("the same again, all words known", mine, min(end_to_end(mine) for _ in range(_REPEATED)))


_HEAD = "| articles | 2.5 kB in a CPU second | claims in 2.5 kB |\n|---|---|---|\n"


def _tell(what: str, records: Sequence[ArticleRecord], measured: tuple[float, int]) -> None:
    seconds, told = measured
    pieces = sum(len(one.text.encode()) for one in records) / SIZE
    sys.stdout.write(f"| {what} | {pieces / seconds:.0f} | {told / pieces:.1f} |\n")


if __name__ == "__main__":
    main(sys.argv[1:])
