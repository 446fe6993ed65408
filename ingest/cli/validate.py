"""`mahdar validate`: a store or an RDF file against the shapes."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import Progress, json_option, open_store, store_option
from kg.errors import InputError, UsageError, writing

if TYPE_CHECKING:
    from kg.report import Report

_ENGINES = ("pyshacl", "pyshifty")
_WANTED = "N-Quads or N-Triples are wanted"
_OTHERS = {".ttl": "Turtle", ".turtle": "Turtle", ".trig": "TriG", ".jsonld": "JSON-LD", ".rdf": "RDF/XML"}


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--engine", type=click.Choice(_ENGINES), default="pyshacl", show_default=True)
@click.option("--report", "report_file", type=click.Path(path_type=Path), help="Write the report as Turtle.")
@json_option
@store_option
def validate(file: Path | None, engine: str, report_file: Path | None, as_json: bool, store_path: Path) -> None:
    """Check every article of the store, or of a FILE of N-Quads or N-Triples, against the shapes, each graph on its own.

    A store is given with --store. Turtle is not read: it does not say which article a statement is from.
    Exit code 1 where something violates them; each violation quotes its sentence.
    """
    reports = _of_file(file, engine) if file else _of_store(store_path, engine)
    results = [result for report in reports for result in report.results]
    if as_json:
        click.echo(json.dumps([asdict(r) for r in results], ensure_ascii=False, indent=1))
    else:
        for result in results:
            if result.severity != "Info":
                click.echo(str(result))
        wrong = sum(not r.conforms for r in reports)
        click.echo(f"{len(reports)} graphs checked, {wrong} with violations")
    if report_file:
        from kg.iri import Names
        from kg.report import turtle

        with writing(report_file):
            report_file.write_bytes(turtle(reports, Names()))
    sys.exit(1 if any(not r.conforms for r in reports) else 0)


def _of_file(file: Path, engine: str) -> list[Report]:
    from kg.iri import Names
    from kg.validate import article_graphs, check

    if file.is_dir():
        raise UsageError(f"{file}: a folder, not a file; a store is given with --store {file}")
    if other := _OTHERS.get(file.suffix.lower()):
        raise InputError(str(file), f"{other}; {_WANTED} (as in graph.nq), which keep the articles apart")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(str(file), error.strerror or str(error)) from error
    progress = Progress("checking graph")
    reports = []
    for graph in article_graphs(data, str(file), Names()):
        progress.step(str(file))
        reports.append(check(graph, "pyshifty" if engine == "pyshifty" else "pyshacl"))
    progress.done()
    return reports


def _of_store(path: Path, engine: str) -> list[Report]:
    from kg.validate import check

    progress = Progress("checking article")
    reports = []
    with open_store(path) as store:
        for name, graph in store.articles():
            progress.step(name)
            reports.append(check(store.dump(graph), "pyshifty" if engine == "pyshifty" else "pyshacl", name))
    progress.done()
    return reports
