"""`mahdar contradictions` and `mahdar history`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import columns, json_option, open_store, store_option, width_option
from ingest.cli.wording import Wording

if TYPE_CHECKING:
    from kg.history import Step
    from kg.listing import Entry, Told

_CLASSES = {"contradiction": "Contradiction", "update": "Update", "refinement": "Refinement", "scope": "ScopeDifference"}
_TITLES = {"Contradiction": "Contradictions: both cannot hold", "Update": "Updates: later news",
           "Refinement": "Refinements: the same more precisely", "ScopeDifference": "Differences of scope"}
_lang = click.option("--lang", type=click.Choice(("en", "ar", "fr")), default="en", show_default=True, help="Of all words.")


@click.command()
@click.option("--class", "kind", type=click.Choice(sorted(_CLASSES)), help="Only this class.")
@_lang
@width_option
@json_option
@store_option
def contradictions(kind: str | None, lang: str, width: int | None, as_json: bool, store_path: Path) -> None:
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
            click.echo(f"{Wording(lang).say(_TITLES[name])}\n")
            for entry in group:
                click.echo("\n".join([*_words(entry, Wording(lang), columns(width)), ""]))
    sys.exit(1 if any(entry.kind == "Contradiction" for entry in found) else 0)


def _words(entry: Entry, wording: Wording, width: int) -> Iterator[str]:
    """The verdict, then each claim with its source, and the words of the article below it."""
    from kg.lines import of_language, wrapped

    base = of_language(wording.language)
    about = wording.semicolons(wording.said(entry.reason), wording.say("independent origins: {}", entry.origins))
    head = f"{entry.subject} · {wording.term(entry.predicate_iri, entry.predicate)} ({about})"
    yield from wrapped(head, width, "  ", "    ", base)
    for claim in entry.claims:
        yield from wrapped(_told(claim, wording), width, "    ", "      ", base)
        yield from wrapped(f"«{claim.quote}»", width, "      ")


def _told(claim: Told, wording: Wording) -> str:
    number = wording.term(claim.value_iri or "", claim.value)
    if claim.comparator_iri and claim.comparator != "Exactly":
        number = f"{wording.term(claim.comparator_iri)} {number}"
    when = claim.published or wording.say("between {} and {}", claim.not_before or "?", claim.not_after or "?")
    source = wording.commas(claim.article, claim.outlet, when, claim.speaker and wording.say("says {}", claim.speaker))
    return f"{number} ({wording.semicolons(wording.modality(claim.modality), source)})"


@click.command()
@click.argument("thing")
@click.option("--as-of", metavar="DATE", help="Only what had been published by this date (YYYY-MM-DD).")
@_lang
@width_option
@json_option
@store_option
def history(thing: str, as_of: str | None, lang: str, width: int | None, as_json: bool, store_path: Path) -> None:
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
    for (when, article, outlet), group in groupby(steps, key=lambda step: (step.when, step.article, step.outlet)):
        click.echo("  ".join(filter(None, (Wording(lang).said(when), article, outlet))))
        for step in group:
            click.echo("\n".join(_step(step, Wording(lang), columns(width))))


def _step(step: Step, wording: Wording, width: int) -> Iterator[str]:
    from kg.lines import of_language, wrapped

    predicate, value = wording.term(step.predicate_iri, step.predicate), wording.term(step.value_iri or "", step.value)
    said = f"{step.subject} · {wording.colon(predicate, value)} ({wording.modality(step.modality)})"
    yield from wrapped(said, width, "    ", "      ", of_language(wording.language))
    yield from wrapped(f"«{step.quote}»", width, "      ")
