"""`mahdar explain`: an article with everything that was read from it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store, store_option

if TYPE_CHECKING:
    from kg.explain import Reading


@click.command()
@click.argument("article")
@click.option("--lang", type=click.Choice(("en", "ar", "fr")), default="en", show_default=True)
@json_option
@store_option
def explain(article: str, lang: str, as_json: bool, store_path: Path) -> None:
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
    click.echo("\n".join(over_text(text, readings)))


def over_text(text: str, readings: list[Reading]) -> list[str]:
    """The lines of the rendering: each paragraph of the text followed by the claims that begin in it."""
    from kg.table import clean

    lines: list[str] = []
    start, waiting = 0, list(readings)
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            lines += ["", clean(paragraph)]
        while waiting and waiting[0].spans[0][0] <= end:
            r = waiting.pop(0)
            quotes = " … ".join(f"«{clean(quote)}»" for _, _, quote in r.spans)
            lines.append(f"   ● {r.about}: {r.predicate} = {clean(r.value)}  [{r.modality} {r.confidence:.2f} {r.rule}]")
            lines.append(f"     {quotes}")
        start = end + 1
    return [*lines[1:], "", f"({len(readings)} claims)"]
