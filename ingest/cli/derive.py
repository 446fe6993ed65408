"""`mahdar derive`: identity and the current layer from the stored claims."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.cli.common import open_store, store_option


@click.command()
@click.option("--all", "everything", is_flag=True, help="Throw the derived layers away first, whatever has changed.")
@store_option
def derive(everything: bool, store_path: Path) -> None:
    """Bring identity and the current layer up to date with the stored articles and the human judgements.

    The result depends on the set of articles and judgements only, not on the order in which they came.
    """
    from kg.derive import Derivation
    from kg.identity import ledger

    with open_store(store_path) as store:
        derivation = Derivation(store, ledger.read(ledger.beside(store.folder)))
        before = len(store)
        if everything:
            derivation.everything()
        else:
            derivation.changed()
        click.echo(f"{len(store)} quads ({len(store) - before:+d}) in {store_path}")
