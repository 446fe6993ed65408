"""`mahdar query`: free SPARQL, read-only, in a process of its own."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from pathlib import Path

import click

from ingest.cli.common import json_option, open_store, say, standard_output, store_option
from ingest.cli.wording import Wording
from kg.errors import InputError

_FORMATS = ("table", "csv", "tsv", "json", "xml")


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True, help="Of tables.")
@click.option("--timeout", type=click.FloatRange(0.1), default=60.0, show_default=True, help="Seconds until it is stopped.")
@click.option("--width", type=click.IntRange(40), help="Columns of a table (default: those of the terminal).")
@json_option
@store_option
def query(file: str, form: str, timeout: float, width: int | None, as_json: bool, store_path: Path) -> None:
    """Run a SPARQL 1.1 query from a file or standard input (-). The default graph is the union of all graphs.

    Graphs (CONSTRUCT, DESCRIBE) come as N-Triples. SERVICE and updates are refused. The prefixes of the exports (m:,
    rdf:, rdfs:, schema:, prov:, oa: …) need no declaration.
    """
    from kg.isolated import answer
    from kg.unknown_terms import hints
    from kg.userquery import check

    text = _read(file)
    kind = check(text)
    open_store(store_path).close()  # says in one line where there is none, or where it is in use
    form = "json" if as_json else form
    data = answer(store_path, text, "csv" if form == "table" else form, timeout)
    for hint in hints(text):
        say(hint)
    if kind == "select" and form == "table":
        _print_table(data, width)
        return
    standard_output().write(data)
    if form in ("json", "xml") and kind in ("select", "ask"):
        standard_output().write(b"\n")


def _print_table(data: bytes, width: int | None) -> None:
    from kg.layout import laid_out

    csv.field_size_limit(2**31 - 1)  # a cell may hold the text of an article
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    if header:
        click.echo("\n".join(laid_out(header, rows, width or shutil.get_terminal_size((140, 40)).columns).lines()))
    click.echo(f"({Wording('en').count(len(rows), 'row')})")


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise InputError(file, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputError(file, "not UTF-8 text") from error
