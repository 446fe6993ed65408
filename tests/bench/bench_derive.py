"""What one more article costs, derivation included, in stores of growing size (say 1,000, 10,000 and 100,000 articles).

The stores hold generated articles: people, bodies and meetings grow with the store, as they do in life, and each is told by
several articles. Sizes are arguments: `python -m tests.bench.bench_derive 1000 10000 100000`.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

from kg.claim import Referent
from kg.derive import Derivation
from kg.freshness import note
from kg.store import Store
from kg.vocabulary import SCHEMA, M
from tests.bench.replicas import fill
from tests.kg.newsroom import ASSERTED, COUNTRIES, PLANNED, Paper

PROBES = 10        # articles added one by one to each store in one round
ROUNDS = 4
BLOCK = 1000       # articles that are derived; larger stores are filled up with renamed copies of them
PER_MEETING = 8    # articles that tell of one meeting
_CONSONANTS = "بدكلمنرستف"
_VOWELS = "ايو"
_TOWNS = ("marrakesh", "riyadh", "cairo", "amman")


def name(number: int) -> str:
    """A made-up full name for a number: three consonants for the given name, five for the family name."""
    random = Random(number)
    return " ".join("".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(n)) for n in (3, 5))


def article(number: int, total: int) -> Paper:
    """One generated article: a meeting that its neighbours tell of too, its people, a count, a plan or a report."""
    random = Random(number * 7919 + total)
    event = number // PER_MEETING
    year, month, day = 2001 + event // 336 % 24, event // 28 % 12 + 1, event % 28 + 1
    date = f"{year}-{month:02d}-{day:02d}"
    paper = Paper(f"n{number}", date, f"Outlet {number % 50}")
    planned = random.random() < 0.3
    body = Referent(M.Organization, f"org/{event % 4000}", label_en=f"Organization {event % 4000}",
                    authority=f"org/o{event % 4000}")
    meeting = paper.meeting("m1", date, _TOWNS[event % 4], body, M.Ministerial,
                            SCHEMA.EventScheduled if planned else M.EventHeld)
    for place in range(6):
        who = event * 2 + random.randrange(6)
        person = paper.person(name(who), tuple(COUNTRIES)[who % 4])
        role = (M.Attendee, M.Speaker, M.CoChair, M.Inviter)[place % 4]
        paper.say(paper.part(meeting, person), M.role, role, PLANNED if planned else ASSERTED)
    return paper


def build(folder: Path, count: int) -> None:
    """A derived store of `count` generated articles on disk: the first block derived, the rest renamed copies of it."""
    first = min(count, BLOCK)
    with Store() as store:
        derive(store, first)
        block = store.dump()
    fill(folder, block, -(-count // first) - 1)


def derive(store: Store, count: int) -> None:
    """Adds `count` generated articles, in batches."""
    derivation = Derivation(store)
    for start in range(0, count, 500):
        derivation.update([article(number, count).put(store) for number in range(start, min(start + 500, count))])


def probe(store: Store, block: int, start: int) -> list[tuple[float, float, float]]:
    """Adds a few articles, one by one: for each the seconds by the clock, of this thread, and of it the derivation.

    Each goes the way of one run of `mahdar ingest`: nothing is remembered from the article before.
    """
    found = []
    random = Random(start)
    for number in range(start, start + PROBES):
        paper = article(random.randrange(block), block)
        paper.name = f"probe-{number}"
        paper.say(Referent(M.Founding, f"x{number}"), M.foundingStatus, M.Founded)
        clock, begin = time.perf_counter(), time.thread_time()
        note(store, store.names.article_graph(paper.record().sha256))
        paper.put(store)
        stored = time.thread_time()
        Derivation(store).noted()
        end = time.thread_time()
        found.append((time.perf_counter() - clock, end - begin, end - stored))
    return found


def peak() -> float:
    """The largest resident size of this process so far, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage counts what the parent process used
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


class Writer:
    """A process of its own that adds articles to one store, so that its peak of memory is that of this size."""

    def __init__(self, folder: Path, size: int) -> None:
        build(folder, size)
        self.folder, self.size = folder, size
        self.pool = ProcessPoolExecutor(1, get_context("spawn"))
        self.found: list[tuple[float, float, float]] = []
        self.peak = 0.0

    def round(self, start: int) -> None:
        found, self.peak = self.pool.submit(_round, str(self.folder), min(self.size, BLOCK), start).result()
        self.found += found

    def medians(self) -> tuple[float, float, float]:
        clock, thread, derived = (statistics.median(column) * 1000 for column in zip(*self.found, strict=True))
        return clock, thread, derived


def _round(folder: str, block: int, start: int) -> tuple[list[tuple[float, float, float]], float]:
    with Store(Path(folder)) as store:
        return probe(store, block, start), peak()


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the table; returns 1 where the largest store costs 1.5 times the smallest or more.

    The sizes take turns, so that what else the machine does hits all alike; the ratio is of the time of the writing thread.
    """
    sizes = [int(a) for a in arguments] or [1000, 10000]
    with tempfile.TemporaryDirectory() as folder:
        writers = [Writer(Path(folder) / str(size), size) for size in sizes]
        for start in range(0, ROUNDS * PROBES, PROBES):
            for writer in writers:
                writer.round(start)
        for writer in writers:
            writer.pool.shutdown()
    out = sys.stdout
    out.write("| articles | one more article, ms | of the thread, ms | of it derivation, ms | against first | peak, MB |\n")
    out.write("|---|---|---|---|---|---|\n")
    for writer in writers:
        clock, thread, derived = writer.medians()
        ratio = thread / writers[0].medians()[1]
        out.write(f"| {writer.size:,} | {clock:.1f} | {thread:.1f} | {derived:.1f} | {ratio:.2f} | {writer.peak:.0f} |\n")
    return int(ratio >= 1.5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
