"""`mahdar demo`: the sample articles, read, checked and questioned."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from ingest.cli.common import filling

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
# The three questions of the demo with their parameters.
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("meetings", {"coalition": "التحالف الدولي ضد داعش"}),
    ("stand-ins", {"meeting": "مراكش 2022"}),
    ("coalition-size", {"coalition": "التحالف الدولي ضد داعش"}),
)


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Keep it here (default: a new folder).")
@click.option("--width", type=click.IntRange(40), help="Columns of the tables.")
def demo(out: Path | None, width: int | None) -> None:
    """Read the eight sample articles on the Marrakesh 2022 and Riyadh 2023 meetings, check them, ask three questions."""
    from ingest.cli.ask import print_answer
    from ingest.cli.build import run
    from ingest.publish import check, publish

    folder = out or Path(tempfile.mkdtemp(prefix="mahdar-demo-"))
    check(folder)
    with filling(folder / "store") as store:
        summary = run(store, [SAMPLES], jobs=1)
        publish(store, summary, folder)
        claims = sum(o.claims for o in summary.outcomes)
        click.echo(f"{summary.stored} articles read and checked against the shapes: {claims} claims, each with its words.\n")
        for name, params in QUESTIONS:
            given = " ".join(f"-p '{key}={value}'" for key, value in params.items())
            click.echo(f"$ mahdar ask {name} {given} --evidence")
            print_answer(store, name, params, evidence=True, width=width)
            click.echo()
    click.echo("\n".join(_next_steps(folder)))
    sys.exit(summary.exit_code)


def _next_steps(folder: Path) -> list[str]:
    store = folder / "store"
    return [
        f"Everything is in {folder}: graph.ttl, graph.nq, report.ttl, summary.md and the store. Try next:",
        f"  mahdar ask --store {store}                                  the questions it can answer",
        f"  mahdar explain 02-absence --store {store}                   an article with all that was read from it",
        f"  mahdar ask ladder -p actor=بلينكن --evidence --store {store}",
        f"  mahdar export --format trig --store {store}                 the graph, article by article",
        "  mahdar build YOUR-ARTICLES --out mahdar-out                 your own texts (.txt, .html, .jsonl)",
    ]
