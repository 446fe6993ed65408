"""Many articles into a store: read side by side, checked one by one, written in the order given by one process.

What is read and checked runs in worker processes (an article that kills its worker costs only itself); what is written is
written here. The result does not depend on the number of workers.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import islice

from ingest.article import Read
from kg.claim import ArticleRecord
from kg.errors import InputError
from kg.freshness import note
from kg.iri import Iri, Names
from kg.report import Report
from kg.store import Store

_WINDOW = 64  # articles in flight: bounds memory, whatever the length of the input
_FEW = 6  # so many articles are read sooner than a worker process has started


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article.

    `state` is "stored", "unchanged", "copy" (an earlier article has the same text), "quarantined" (against the shapes) or
    "failed" (not readable). `held_back` are claims left out, each with the reason and the sentence.
    """

    name: str
    state: str
    sha256: str = ""
    claims: int = 0
    held_back: tuple[str, ...] = ()
    report: Report | None = None
    error: str = ""
    quads: bytes = b""

    @property
    def reason(self) -> str:
        """Why the article is not in the store; the first violations with their sentences."""
        if self.error or self.report is None:
            return self.error
        found = [str(violation) for violation in self.report.violations]
        more = f" (and {len(found) - 2} more)" if len(found) > 2 else ""
        return "; ".join(found[:2]) + more


@dataclass(slots=True)
class Summary:
    """Counts over a batch, and the articles that need a look."""

    outcomes: list[Outcome] = field(default_factory=list)

    def count(self, state: str) -> int:
        return sum(o.state == state for o in self.outcomes)

    @property
    def stored(self) -> int:
        return self.count("stored") + self.count("unchanged")

    @property
    def nothing(self) -> bool:
        """Whether nothing could be read that is not there already: the store is as it was."""
        return not self.stored and not self.count("quarantined")

    @property
    def exit_code(self) -> int:
        """0 all stored, 1 some not, 3 none readable."""
        if self.nothing:
            return InputError.exit_code
        return 1 if self.count("failed") or self.count("quarantined") else 0


def work(record: ArticleRecord, names: Names) -> Outcome:
    """Reads and checks one article; runs in a worker process."""
    from ingest.gate import read_and_check  # workers import the readers and the validator, the parent does not

    gated = read_and_check(record, names)
    done = gated.processed
    state = "stored" if gated.conforms else "quarantined"
    held = (*done.dropped, *gated.held_back)
    return Outcome(record.name, state, record.sha256, len(done.claims), held, gated.report, "", done.quads)


def ingest(
    store: Store, articles: Iterable[Read], jobs: int | None = None, tell: Callable[[Outcome], None] | None = None
) -> Summary:
    """Reads, checks and stores all articles; `tell` hears of each as it is done, in order."""
    summary = Summary()
    places: dict[str, int] = {}
    for outcome in outcomes(_distinct(articles), store.names, jobs):
        summary.outcomes.append(_write(store, outcome))
        if (done := summary.outcomes[-1]).state in ("stored", "unchanged"):
            if (place := places.get(done.sha256)) is not None:
                summary.outcomes[place] = _copy(summary.outcomes[place], done.name)
            places[done.sha256] = len(summary.outcomes) - 1
        if tell:
            tell(summary.outcomes[-1])
    store.flush()
    return summary


def _write(store: Store, outcome: Outcome) -> Outcome:
    """Puts one article into the store, in the place of an earlier version of the same name."""
    if outcome.state in ("failed", "copy"):
        return outcome
    graph = store.names.article_graph(outcome.sha256)
    for kept in store.names_of(graph):
        if kept < outcome.name:
            return _copy(outcome, kept)
    for earlier in store.articles_named(outcome.name):
        if earlier != graph:
            _change(store, earlier)
    changed = _change(store, graph, b"" if outcome.state == "quarantined" else outcome.quads)
    state = "unchanged" if outcome.state == "stored" and not changed else outcome.state
    return replace(outcome, state=state, quads=b"")


def _copy(outcome: Outcome, kept: str) -> Outcome:
    """The outcome of an article whose text stands under another name: the first by name, whichever came first."""
    return Outcome(outcome.name, "copy", error=f"same text as {kept}")


def _change(store: Store, graph: Iri, quads: bytes = b"") -> bool:
    """Makes a graph hold these quads, or drops it; what is derived from it is noted as out of date first."""
    if not quads and not store.has_graph(graph):
        return False
    note(store, graph)
    return store.replace_graph(graph, quads) if quads else store.remove_graph(graph)


class _CopyError(InputError):
    """An article whose text was read already."""


def _distinct(articles: Iterable[Read]) -> Iterator[Read]:
    """Every text and every name once: a copy or a second article of one name is handed on as an error.

    Of copies the first by name is kept, so that their order leaves no trace; one that comes late is read again.
    """
    seen: dict[str, str] = {}
    names: dict[str, str] = {}
    for article in articles:
        if isinstance(article, InputError):
            yield article
        elif article.sha256 in seen and seen[article.sha256] < article.name:
            yield _CopyError(article.name, f"same text as {seen[article.sha256]}")
        elif article.name in names:
            yield InputError(article.name, "another article of this name was read already")
        else:
            seen[article.sha256] = names[article.name] = article.name
            yield article


def outcomes(articles: Iterable[Read], names: Names, jobs: int | None = None) -> Iterator[Outcome]:
    """The outcome of each article, in order. Few articles, or `jobs=1`, are read in this process.

    Never more processes are started than there are processors, or articles to hand out at first.
    """
    queue = iter(articles)
    first = list(islice(queue, _FEW))
    jobs = jobs or min(os.cpu_count() or 1, 8)
    if jobs == 1 or len(first) < _FEW:
        with ThreadPoolExecutor(1) as executor:
            yield from _run(executor, [*first], names)
            for article in queue:
                yield from _run(executor, [article], names)
        return
    window: list[Read] = [*first, *islice(queue, _WINDOW - len(first))]
    jobs = min(jobs, os.cpu_count() or 1, len(window))
    pool = _processes(jobs)
    try:
        while window:
            window += islice(queue, _WINDOW - len(window))
            results = list(_run(pool, window, names))
            if any(o.error == _BROKEN for o in results):
                pool.shutdown(wait=False, cancel_futures=True)
                results = [_alone(a, names) if o.error == _BROKEN else o for a, o in zip(window, results, strict=True)]
                pool = _processes(jobs)
            yield from results
            window = list(islice(queue, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_BROKEN = "the process that read it died"


def _processes(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _alone(article: Read, names: Names) -> Outcome:
    """One article in a process of its own: the one that kills it is named, the others of its window are not lost."""
    with _processes(1) as executor:
        return next(_run(executor, [article], names))


def _run(executor: Executor, articles: list[Read], names: Names) -> Iterator[Outcome]:
    futures: list[Future[Outcome] | InputError] = [
        a if isinstance(a, InputError) else _submit(executor, a, names) for a in articles
    ]
    for article, future in zip(articles, futures, strict=True):
        if isinstance(future, InputError):
            state = "copy" if isinstance(future, _CopyError) else "failed"
            yield Outcome(future.name, state, error=future.reason)
            continue
        assert isinstance(article, ArticleRecord)
        error = future.exception()
        if error is None:
            yield future.result()
        elif isinstance(error, BrokenProcessPool):
            yield Outcome(article.name, "failed", article.sha256, error=_BROKEN)
        else:  # a defect of ours: this article is lost and says so, the others go on
            yield Outcome(article.name, "failed", article.sha256, error=f"internal error: {type(error).__name__}: {error}")


def _submit(executor: Executor, article: ArticleRecord, names: Names) -> Future[Outcome]:
    try:
        return executor.submit(work, article, names)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken
