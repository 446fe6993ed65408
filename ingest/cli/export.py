"""`mahdar export`: the graph as a file."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.cli.common import open_store, standard_output, store_option
from kg.errors import UsageError, writing

_FORMATS = ("ttl", "trig", "nq", "jsonld", "csv")


@click.command()
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: by the suffix of --output, else ttl.")
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"),
              help="File to write (default: standard output).")
@store_option
def export(form: str | None, output: Path, store_path: Path) -> None:
    """Write the graph: Turtle (all graphs as one), TriG, N-Quads, JSON-LD, or the claims as CSV. The bytes depend on the
    content alone."""
    from kg.export import FORMATS

    chosen = form or output.suffix.lstrip(".") or "ttl"
    write = FORMATS.get(chosen)
    if write is None:
        raise UsageError(f"unknown format {chosen}; there are {', '.join(_FORMATS)}")
    with open_store(store_path) as store:
        if str(output) == "-":
            write(store, standard_output())
            return
        with writing(output), output.open("wb") as file:
            write(store, file)
