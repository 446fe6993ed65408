"""`mahdar diff`: what changed between two stores or N-Quads exports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store

if TYPE_CHECKING:
    from kg.store import Store


@click.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", type=click.Path(path_type=Path, exists=True))
@click.option("--patch", "as_patch", is_flag=True, help="As an RDF patch: D and A lines.")
@click.option("--lang", type=click.Choice(("en", "ar", "fr")), default="en", show_default=True, help="Of names.")
@json_option
def diff(old: Path, new: Path, as_patch: bool, lang: str, as_json: bool) -> None:
    """What changed from OLD to NEW, each the folder of a store or an N-Quads export. Exit code 1 where they differ."""
    from dataclasses import asdict

    from kg.diff import changes, patch

    with _load(old) as before, _load(new) as after:
        if as_patch:
            text = patch(before.dump(), after.dump())
            sys.stdout.buffer.write(text)
            sys.stdout.buffer.flush()
            sys.exit(1 if text.count(b"\n") > 2 else 0)
        found = list(changes(before, after, lang))
    if as_json:
        click.echo(json.dumps([asdict(change) for change in found], ensure_ascii=False, indent=1))
    else:
        for change in found:
            click.echo(f"{change.what} {change.how}: {change.words}")
    sys.exit(1 if found else 0)


def _load(path: Path) -> Store:
    """A store in a folder, or an export read into memory."""
    from kg.store import Store

    return open_store(path) if path.is_dir() else Store.of_quads(path.read_bytes(), path.name)
