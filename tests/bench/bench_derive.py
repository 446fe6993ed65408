"""What one more article costs, derivation included, in stores of 1,000, 10,000 and 100,000 articles.

The stores hold generated articles: people, bodies and meetings grow with the store, as they do in life, and each is told by
several articles. Sizes are arguments: `python -m tests.bench.bench_derive 1000 10000`.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from kg.claim import Referent
from kg.derive import Derivation
from kg.store import Store
from kg.vocabulary import SCHEMA, M
from tests.kg.newsroom import ASSERTED, COUNTRIES, PLANNED, Paper

PROBES = 40        # articles added one by one to each store
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


def build(folder: Path, count: int) -> Store:
    """A derived store of `count` generated articles on disk."""
    store = Store(folder)
    derivation = Derivation(store)
    for first in range(0, count, 500):
        derivation.update([article(number, count).put(store) for number in range(first, min(first + 500, count))])
    store.flush()
    return store


def probe(store: Store, count: int) -> tuple[float, float]:
    """Median seconds to add one article: (in all, derivation alone). The articles fall on events all over the store."""
    derivation = Derivation(store)
    whole, derived = [], []
    random = Random(5)
    for number in range(PROBES):
        paper = article(random.randrange(count), count + 1 + number)
        paper.say(Referent(M.Founding, f"x{number}"), M.foundingStatus, M.Founded)
        start = time.perf_counter()
        graph = paper.put(store)
        stored = time.perf_counter()
        derivation.update([graph])
        end = time.perf_counter()
        whole.append(end - start)
        derived.append(end - stored)
    return statistics.median(whole), statistics.median(derived)


def peak() -> float:
    """The largest resident size of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the table; returns 1 where the largest store costs 1.5 times the smallest or more."""
    sizes = [int(a) for a in arguments] or [1000, 10000]
    out = sys.stdout
    out.write("| articles | quads | build, articles/s | one more, ms | of it derivation, ms | against first | peak MB |\n")
    out.write("|---|---|---|---|---|---|---|\n")
    first = ratio = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            store = build(Path(folder), size)
            speed = size / (time.perf_counter() - start)
            quads = len(store)
            whole, derived = probe(store, size)
            store.close()
            del store
            gc.collect()
        first = first or whole
        ratio = whole / first
        out.write(f"| {size:,} | {quads:,} | {speed:.0f} | {whole * 1000:.1f} | {derived * 1000:.1f} | {ratio:.2f} | "
                  f"{peak():.0f} |\n")
        out.flush()
    return int(ratio >= 1.5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
