"""`mahdar ask`: the canned questions."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.common import json_option, open_store, say, store_option
from ingest.cli.wording import Wording
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.ask import Answer
    from kg.evidence import Evidence, Evidences
    from kg.lookup import Labels
    from kg.question import Question
    from kg.store import Row, Store

_LANGUAGES = ("en", "ar", "fr")


@click.command()
@click.argument("name", required=False)
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="A parameter, for example coalition=…")
@click.option("--explain", is_flag=True, help="Say what the question takes and returns, and show its SPARQL.")
@click.option("--evidence", is_flag=True, help="Show the sentences behind every row.")
@click.option("--as-of", metavar="DATE", help="Answer from what had been published by this date.")
@click.option("--lang", type=click.Choice(_LANGUAGES), default="en", show_default=True, help="Of titles and labels.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True)
@click.option("--width", type=click.IntRange(40), help="Columns of a table (default: those of the terminal).")
@json_option
@store_option
def ask(
    name: str | None, params: Sequence[str], explain: bool, evidence: bool, as_of: str | None, lang: str, form: str,
    width: int | None, as_json: bool, store_path: Path,
) -> None:
    """Answer a canned question. Without NAME: list the questions; with --explain: describe one.

    Entities are given by name in any spelling, by IRI or by Wikidata id.
    """
    from kg.question import catalogue, question

    if name is None:
        click.echo(_listing(list(catalogue().values()), lang, as_json))
        return
    asked = question(name)
    if explain:
        click.echo(_explained(asked, lang, as_json))
        return
    given = _given(params)
    with open_store(store_path) as store:
        print_answer(store, name, given, evidence, width, lang, "json" if as_json else form, as_of)


def print_answer(
    store: Store, name: str, params: dict[str, str], evidence: bool = False, width: int | None = None, lang: str = "en",
    form: str = "table", as_of: str | None = None,
) -> None:
    """Asks a question of an open store and prints the answer."""
    from ingest.keys import name_keys
    from kg.ask import ask as answer
    from kg.evidence import Evidences
    from kg.lookup import Labels
    from kg.question import question

    found = answer(store, question(name), params, name_keys, as_of)
    labels = Labels(store, lang)
    _tell_choice(found, labels)
    shown = Evidences(store) if evidence or form == "json" else None
    _WRITERS[form](found, labels, shown, lang, width)


def _given(params: Sequence[str]) -> dict[str, str]:
    given = {}
    for param in params:
        key, sign, value = param.partition("=")
        if not sign:
            raise UsageError(f"--param takes NAME=VALUE, not {param}")
        key = key.strip()
        if not value.strip():
            raise UsageError(f"--param {key}= has no value; leave it out to ask about everything")
        if key in given:
            raise UsageError(f"--param {key} is given twice")
        given[key] = value
    return given


def _listing(questions: Sequence[Question], lang: str, as_json: bool) -> str:
    if as_json:
        return json.dumps([_described(q) for q in questions], ensure_ascii=False, indent=1)
    lines = []
    for number, q in enumerate(questions):
        if number == 0 or q.group != questions[number - 1].group:
            lines += ["", q.group]
        takes = ", ".join(p.name if p.required else f"[{p.name}]" for p in q.params)
        lines.append(f"  {q.name:16} {q.title[lang]}" + (f"  ({takes})" if takes else ""))
    return "\n".join([*lines[1:], "", "mahdar ask NAME --param KEY=VALUE --evidence; mahdar ask NAME --explain"])


def _described(q: Question) -> dict[str, Any]:
    params = [
        {"name": p.name, "type": p.type, "required": p.required, "label": p.label, "example": p.example} for p in q.params
    ]
    return {"name": q.name, "group": q.group, "title": q.title, "params": params,
            "columns": [{"name": c.name, "label": c.label} for c in q.columns]}


def _explained(q: Question, lang: str, as_json: bool) -> str:
    if as_json:
        return json.dumps({**_described(q), "sparql": q.query}, ensure_ascii=False, indent=1)
    lines = [q.title["en"], q.title["ar"], q.title["fr"], "", "Parameters:"]
    for p in q.params:
        need = ", required" if p.required else ""
        lines.append(f"  {p.name} ({p.type}{need}): {p.label[lang]}; for example --param '{p.name}={p.example}'")
    lines += ["", "Columns: " + ", ".join(f"{c.name} ({c.label[lang]})" for c in q.columns), ""]
    body = [line for line in q.query.splitlines() if not line.startswith("#+")]
    return "\n".join([*lines, *body])


def _tell_choice(found: Answer, labels: Labels) -> None:
    """On standard error: which of several things a name was taken for."""
    for param, matches in found.chosen.items():
        others = [labels.of(m.iri) for m in matches[1:4]]
        if others:
            more = f" and {len(matches) - 4} more" if len(matches) > 4 else ""
            say(f"{param}: {labels.of(matches[0].iri)} <{matches[0].iri}>; it could also mean {'; '.join(others)}{more}")


def _texts(found: Answer, row: Row, labels: Labels) -> list[str]:
    return ["; ".join(labels.text(v) for v in values) for values in found.cells(row).values()]


def _table(found: Answer, labels: Labels, evidences: Evidences | None, lang: str, width: int | None) -> None:
    from kg.layout import laid_out
    from kg.table import cell

    q = found.question
    limit = width or shutil.get_terminal_size((140, 40)).columns
    header = [c.label[lang] for c in q.columns]
    rows = [_texts(found, row, labels) for row in found.rows]
    click.echo(q.title[lang])
    for i in reversed(range(len(header))):  # what was asked for is the same in every row: said once, above
        if rows and q.columns[i].name in found.chosen and len({row[i] for row in rows}) == 1:
            click.echo(f"{header.pop(i)}: {cell(rows[0][i])}")
            rows = [row[:i] + row[i + 1 :] for row in rows]
    shown = laid_out(header, rows, limit)
    for line in shown.head:
        click.echo(line)
    for row, told in zip(found.rows, shown.rows, strict=True):
        cited = _cited(evidences.of(found.claims(row)), limit) if evidences is not None else ()
        for line in (*told, *cited):
            click.echo(line)
    click.echo(f"({Wording(lang).count(len(found.rows), 'row')})")


def _cited(found: Iterable[Evidence], limit: int) -> Iterator[str]:
    """Each sentence once, in the order of publication, with the rules that read it, in lines of `limit` columns."""
    from kg.lines import wrapped

    by_sentence: dict[tuple[str, str, int, str], list[Evidence]] = {}
    for e in found:
        by_sentence.setdefault((e.published or "9999", e.article, e.start - e.at, e.sentence), []).append(e)
    for (_, _, _, sentence), group in sorted(by_sentence.items()):
        one = group[0]
        source = ", ".join(part for part in (one.article, one.outlet, one.published) if part)
        rules = ", ".join(sorted({f"{e.modality} {e.confidence:.2f} {e.rule}" for e in group}))
        yield from wrapped(f"{source} [{rules}]", limit, "      ↳ ", "        ", "ltr")
        yield from wrapped(sentence, limit, "        ")


def _csv(found: Answer, labels: Labels, evidences: Evidences | None, lang: str, width: int | None) -> None:
    from kg.export import safe_cell

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    extra = ["evidence"] if evidences else []
    writer.writerow([c.name for c in found.question.columns] + extra)
    for row in found.rows:
        quotes = [" | ".join(e.quote for e in evidences.of(found.claims(row)))] if evidences else []
        writer.writerow([safe_cell(cell) for cell in _texts(found, row, labels) + quotes])
    click.echo(text.getvalue(), nl=False)


def _json(found: Answer, labels: Labels, evidences: Evidences | None, lang: str, width: int | None) -> None:
    from dataclasses import asdict

    from kg.iri import Iri

    rows = []
    for row in found.rows:
        cells: dict[str, Any] = {}
        for name, values in found.cells(row).items():
            shown = [{"iri": v, "label": labels.of(v)} if isinstance(v, Iri) else v.value for v in values]
            is_list = next(c.list for c in found.question.columns if c.name == name)
            cells[name] = shown if is_list else (shown[0] if shown else None)
        claims = found.claims(row)
        cells["claims"] = claims
        cells["evidence"] = [asdict(e) for e in evidences.of(claims)] if evidences else []
        rows.append(cells)
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))


_WRITERS = {"table": _table, "csv": _csv, "json": _json}
