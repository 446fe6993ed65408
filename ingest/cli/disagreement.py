"""`mahdar contradictions` and `mahdar history`."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store, store_option

if TYPE_CHECKING:
    from kg.listing import Entry

_CLASSES = {"contradiction": "Contradiction", "update": "Update", "refinement": "Refinement", "scope": "ScopeDifference"}
_TITLES = {"Contradiction": "Contradictions: both cannot hold", "Update": "Updates: later news",
           "Refinement": "Refinements: the same more precisely", "ScopeDifference": "Differences of scope"}
_lang = click.option("--lang", type=click.Choice(("en", "ar", "fr")), default="en", show_default=True, help="Of names.")


@click.command()
@click.option("--class", "kind", type=click.Choice(sorted(_CLASSES)), help="Only this class.")
@_lang
@json_option
@store_option
def contradictions(kind: str | None, lang: str, as_json: bool, store_path: Path) -> None:
    """Claims on one thing that do not agree: contradictions, updates, differences of precision and of scope.

    Exit code 1 where there are contradictions.
    """
    from kg.listing import entries

    with open_store(store_path) as store:
        found = list(entries(store, lang, _CLASSES[kind] if kind else None))
    if as_json:
        click.echo(json.dumps([entry.as_json() for entry in found], ensure_ascii=False, indent=1))
    else:
        for name, group in groupby(found, key=lambda entry: entry.kind):
            click.echo(f"{_TITLES[name]}\n")
            for entry in group:
                click.echo(_words(entry))
    sys.exit(1 if any(entry.kind == "Contradiction" for entry in found) else 0)


def _words(entry: Entry) -> str:
    lines = [f"  {entry.subject} · {entry.predicate} ({entry.reason}; independent origins: {entry.origins})"]
    for claim in entry.claims:
        number = " ".join(filter(None, [claim.comparator if claim.comparator != "Exactly" else None, claim.value]))
        when = claim.published or f"between {claim.not_before or '?'} and {claim.not_after or '?'}"
        source = ", ".join(filter(None, [claim.article, claim.outlet, when, claim.speaker and f"says {claim.speaker}"]))
        lines.append(f"    {number} ({claim.modality}; {source}) «{claim.quote}»")
    return "\n".join([*lines, ""])


@click.command()
@click.argument("thing")
@click.option("--as-of", metavar="DATE", help="Only what had been published by this date (YYYY-MM-DD).")
@_lang
@json_option
@store_option
def history(thing: str, as_of: str | None, lang: str, as_json: bool, store_path: Path) -> None:
    """What was known when about a meeting, a person or a coalition, each step with its sentence."""
    from ingest.keys import name_keys
    from kg.errors import UsageError
    from kg.history import ladder
    from kg.lookup import find

    with open_store(store_path) as store:
        matches = find(store, thing, (), name_keys)
        if not matches:
            raise UsageError(f"nothing in the store is called {thing}")
        steps = ladder(store, matches[0].iri, as_of, lang)
    if as_json:
        click.echo(json.dumps([step.as_json() for step in steps], ensure_ascii=False, indent=1))
        return
    for when, group in groupby(steps, key=lambda step: (step.when, step.article, step.outlet)):
        click.echo("  ".join(filter(None, when)))
        for step in group:
            click.echo(f"    {step.subject} · {step.predicate}: {step.value} ({step.modality}) «{step.quote}»")
