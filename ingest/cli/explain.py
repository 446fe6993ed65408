"""`mahdar explain`: an article with everything that was read from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import columns, json_option, open_store, store_option, width_option
from ingest.cli.wording import Wording

if TYPE_CHECKING:
    from kg.explain import Reading


@click.command()
@click.argument("article")
@click.option("--lang", type=click.Choice(("en", "ar", "fr")), default="en", show_default=True)
@width_option
@json_option
@store_option
def explain(article: str, lang: str, width: int | None, as_json: bool, store_path: Path) -> None:
    """Every claim over the text of one article (by name), with the rule that made it.

    Paragraph by paragraph: the text, then what was read from it, each with the words it rests on.
    """
    from kg import lookup
    from kg.evidence import article_text
    from kg.explain import explain as read_claims

    with open_store(store_path) as store:
        graph = lookup.article(store, article)
        readings = read_claims(store, graph, lang)
        text = article_text(store, store.names.article(graph.rsplit("/", 1)[-1]))
    if as_json:
        click.echo(json.dumps([asdict(r) for r in readings], ensure_ascii=False, indent=1))
        return
    click.echo("\n".join(over_text(text, readings, lang, columns(width))))


def over_text(text: str, readings: list[Reading], language: str, width: int) -> list[str]:
    """The lines of the rendering: each paragraph of the text followed by the claims that begin in it."""
    from kg.lines import wrapped

    lines: list[str] = []
    start, waiting = 0, list(readings)
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            lines += ["", *wrapped(paragraph, width)]
        while waiting and waiting[0].spans[0][0] <= end:
            lines += _claim(waiting.pop(0), language, width)
        start = end + 1
    return [*lines[1:], "", f"({Wording(language).count(len(readings), 'claim')})"]


def _claim(reading: Reading, language: str, width: int) -> Iterator[str]:
    """What was read, how it is told and by which rule, then the words it rests on."""
    from kg.lines import of_language, wrapped

    told_as = Wording(language).modality(reading.modality)
    said = (f"● {reading.about}: {reading.predicate} = {reading.value}  "
            f"[{told_as} {reading.confidence:.2f} {reading.rule}]")
    yield from wrapped(said, width, "   ", "     ", of_language(language))
    yield from wrapped(" … ".join(f"«{quote}»" for _, _, quote in reading.spans), width, "     ")
