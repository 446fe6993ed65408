"""`mahdar query`: free SPARQL, read-only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store, store_option
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.store import Row

_FORMATS = ("table", "csv", "tsv", "json", "xml", "nt")


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--width", type=click.IntRange(40), help="Columns of a table (default: those of the terminal).")
@json_option
@store_option
def query(file: str, form: str, width: int | None, as_json: bool, store_path: Path) -> None:
    """Run a SPARQL 1.1 query from a file or standard input (-). The default graph is the union of all graphs.

    Graphs (CONSTRUCT, DESCRIBE) come as N-Triples. SERVICE and updates are refused.
    """
    from kg.userquery import check

    text = _read(file)
    kind = check(text)
    with open_store(store_path) as store:
        if kind in ("construct", "describe"):
            sys.stdout.buffer.write(store.construct(text))
        elif kind == "ask" or as_json or form != "table":
            chosen = "json" if as_json else "csv" if form in ("table", "nt") else form
            sys.stdout.buffer.write(store.answer(text, chosen))
            if chosen in ("json", "xml"):
                click.echo()
        else:
            _print_table(list(store.select(text)), width)


def _print_table(rows: list[Row], width: int | None) -> None:
    import shutil

    from kg.store import text_of
    from kg.table import render

    header = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[text_of(row[h]) if h in row else "" for h in header] for row in rows]
    if header:
        click.echo("\n".join(render(header, cells, width or shutil.get_terminal_size((140, 40)).columns)))
    click.echo(f"({len(rows)} rows)")


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise InputError(file, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputError(file, "not UTF-8 text") from error
