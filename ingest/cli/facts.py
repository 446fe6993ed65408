"""`mahdar facts`: the facts export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ingest.cli.common import open_store, standard_output, store_option


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE…]")
@store_option
def facts(articles: Sequence[str], store_path: Path) -> None:
    """What the graph says as JSON Lines, one fact a line: all articles, or those named."""
    from kg.facts import facts as all_facts
    from kg.facts import line
    from kg.lookup import article

    standard_output()
    with open_store(store_path) as store:
        for name in articles:
            article(store, name)  # one that is unknown is told before anything is printed
        for fact in all_facts(store, articles or None):
            click.echo(line(fact))
