"""`mahdar lexicon check`."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from ingest.cli.common import json_option


@click.group()
def lexicon() -> None:
    """The word lists, names and constructions Mahdar reads with."""


@lexicon.command()
@click.option("--articles", type=click.Path(exists=True, path_type=Path), multiple=True,
              help="Also list the entries that occur in none of these articles.")
@json_option
def check(articles: tuple[Path, ...], as_json: bool) -> None:
    """Find conflicts, dead entries and faulty tables. Exit code 1 if there is any."""
    from ingest.article import read
    from ingest.lexicon_check import check as run
    from ingest.lexicon_check import unmet

    found = run()
    never = unmet(record.text for path in articles for record in read(path)) if articles else []
    if as_json:
        rows = [dataclasses.asdict(f) for f in found]
        rows += [{"kind": "unmet", "where": e.table, "what": e.written, "why": "in none of the articles"} for e in never]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for finding in found:
            click.echo(f"{finding.kind:9} {finding.where}: {finding.what}: {finding.why}")
        for entry in never:
            click.echo(f"unmet     {entry.table}: {entry.written}")
        click.echo(f"{len(found)} findings", err=True)
    if found:
        raise click.exceptions.Exit(1)
