"""`mahdar build`, `ingest`, `remove`: articles into a store and out of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import Progress, filling, json_option, open_store, say, store_option
from ingest.cli.wording import Wording
from kg.errors import InputError

if TYPE_CHECKING:
    from ingest.batch import Outcome, Summary
    from kg.store import Store

_articles = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
_STATES = ("stored", "unchanged", "copy", "quarantined", "failed")
_jobs = click.option(
    "--jobs", type=click.IntRange(1),
    help="Worker processes, never more than processors or articles (default: one per processor, at most 8).",
)


@click.command()
@_articles
@click.option("--out", type=click.Path(path_type=Path), default=Path("mahdar-out"), show_default=True,
              help="Folder for store, exports and report.")
@_jobs
@json_option
def build(paths: Sequence[str], out: Path, jobs: int | None, as_json: bool) -> None:
    """Read articles (.txt, .html, .jsonl, folders, or - for standard input) and leave in --out: store/, graph.ttl, graph.nq,
    report.ttl and summary.md.

    A store that is already there is added to: articles of the same name are replaced. Where nothing can be read, nothing is
    written.
    """
    from ingest.publish import check, publish

    check(out)
    with filling(out / "store") as store:
        summary = run(store, paths, jobs)
        if not summary.nothing:
            publish(store, summary, out)
        totals = _totals(summary) | {"quads": len(store)}
    _finish(summary, totals, as_json, f"written to {out}: store, graph.ttl, graph.nq, report.ttl, summary.md", out)


@click.command()
@_articles
@store_option
@_jobs
@json_option
def ingest(paths: Sequence[str], store_path: Path, jobs: int | None, as_json: bool) -> None:
    """Read articles into a store. Identity and the current layer follow what changed."""
    with filling(store_path) as store:
        summary = run(store, paths, jobs)
        totals = _totals(summary)  # no count of quads: that would look at the whole store for every article that is added
    _finish(summary, totals, as_json, f"in {store_path}", store_path)


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@store_option
def remove(articles: Sequence[str], store_path: Path) -> None:
    """Remove articles, by name or SHA-256, with everything that they alone said."""
    from kg.freshness import note

    with open_store(store_path) as store:
        missing = []
        for article in articles:
            graphs = [*store.articles_named(article), store.names.article_graph(article)]
            found = [graph for graph in graphs if store.has_graph(graph)]
            for graph in found:
                note(store, graph)
                store.remove_graph(graph)
            if not found:
                missing.append(article)
        derive(store)
    for article in missing:
        say(f"mahdar: {article}: no such article in the store")
    sys.exit(1 if missing else 0)


def run(store: Store, paths: Sequence[str | Path], jobs: int | None = None) -> Summary:
    """Reads everything below the paths into the store; names on standard error what could not be read or was held back.

    Where nothing could be read the store is left as it is.
    """
    from ingest.article import read_all
    from ingest.batch import ingest as ingest_all

    progress = Progress("reading article")

    def tell(outcome: Outcome) -> None:
        progress.step(outcome.name)
        if outcome.state in ("failed", "quarantined"):
            progress.done()
            held = "quarantined: " if outcome.state == "quarantined" else ""
            say(f"mahdar: {outcome.name}: {held}{outcome.reason}")

    summary = ingest_all(store, read_all(paths, sys.stdin.buffer if "-" in paths else None), jobs, tell)
    progress.done()
    if not summary.outcomes:
        raise InputError(", ".join(map(str, paths)), "no articles there (.txt, .html, .jsonl)")
    if not summary.nothing:
        derive(store)
    return summary


def derive(store: Store) -> None:
    """Identity and current layer, brought up to date with the articles that changed."""
    from kg.derive import Derivation
    from kg.identity import ledger

    judgements = ledger.read(ledger.beside(store.folder))
    Derivation(store, judgements).noted()
    store.flush()


def _totals(summary: Summary) -> dict[str, int]:
    claims = sum(o.claims for o in summary.outcomes if o.state in ("stored", "unchanged"))
    return {state: summary.count(state) for state in _STATES} | {"claims": claims}


def _finish(summary: Summary, totals: dict[str, int], as_json: bool, where: str, place: Path) -> None:
    told = ", ".join(f"{totals[state]} {state}" for state in _STATES if totals[state])
    if as_json:
        click.echo(json.dumps(totals))
    elif summary.nothing:
        left = f"{place} is as it was" if place.exists() else f"there is no store at {place}"
        click.echo(f"{told}; nothing written, {left}")
    else:
        size = f", {totals['quads']} quads" if "quads" in totals else ""
        click.echo(f"{told or 'nothing'}; {Wording('en').count(totals['claims'], 'claim')}{size} {where}")
    sys.exit(summary.exit_code)
