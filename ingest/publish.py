"""What a build leaves beside the store: exports, the validation report and a page to read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ingest.batch import Summary
from kg import report, resources
from kg.errors import OutputError, writing
from kg.export import nquads, turtle
from kg.store import Store, text_of

_HELD = {"quarantined": "Quarantined: against the shapes", "failed": "Could not be read", "copy": "Copies"}


FILES = ("graph.ttl", "graph.nq", "report.ttl", "summary.md")


def check(out: Path) -> None:
    """Raises OutputError where a folder is in the way of a file: better before the articles are read than after."""
    for name in FILES:
        if (out / name).is_dir():
            raise OutputError(f"{out / name}: cannot be written: it is a folder")


def publish(store: Store, summary: Summary, out: Path) -> None:
    """Writes graph.ttl, graph.nq, report.ttl and summary.md; each file appears whole or not at all."""
    _write(out / "graph.ttl", lambda file: turtle(store, file))
    _write(out / "graph.nq", lambda file: nquads(store, file))
    reports = [o.report for o in summary.outcomes if o.report is not None and o.report.results]
    _write(out / "report.ttl", lambda file: file.write(report.turtle(reports, store.names)))
    page = summary_page(store, summary)
    _write(out / "summary.md", lambda file: file.write(page.encode("utf-8")))


def _write(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    part = path.with_name(f".{path.name}.part")
    with writing(path):
        try:
            with part.open("wb") as file:
                fill(file)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def summary_page(store: Store, summary: Summary) -> str:
    """Counts, and every article that was not stored with the reason, as Markdown; the same from run to run."""
    lines = ["# Build summary", ""]
    stored = [o for o in summary.outcomes if o.state in ("stored", "unchanged")]
    lines += [f"- articles read into the graph: {len(stored)}", f"- claims: {sum(o.claims for o in stored)}",
              f"- quads in the store: {len(store)}", ""]
    rows = [(text_of(r["type"]), text_of(r["count"])) for r in store.select(resources.text("queries", "export/counts.rq"))]
    lines += ["| what the articles speak of | referents |", "|---|---|"]
    lines += [f"| {name} | {count} |" for name, count in rows]
    for state, title in _HELD.items():
        held = [o for o in summary.outcomes if o.state == state]
        if held:
            lines += ["", f"## {title}", ""]
            lines += [f"- {o.name}: {o.reason}" for o in held]
    held_back = [f"- {o.name}: {reason}" for o in stored for reason in o.held_back]
    if held_back:
        lines += ["", "## Claims held back", "", *held_back]
    return "\n".join(lines) + "\n"
