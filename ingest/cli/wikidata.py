"""`mahdar wikidata`: the snapshot, its check against the live service, canned questions, contributions."""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store, say, store_option
from ingest.cli.online import WallClock, network_options, selector
from kg.errors import NetworkError, UsageError, writing

if TYPE_CHECKING:
    from kg.wikidata.ledger import State

def _state(store_path: Path, ledger_path: Path | None) -> State:
    from ingest.cli.judging import standing_judgements
    from kg.wikidata import snapshot

    return standing_judgements(ledger_path or store_path.parent / "wikidata.jsonl", snapshot.read()).state


_ledger = click.option(
    "--ledger",
    "ledger_path",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="MAHDAR_LEDGER",
    help="File of judgements (default: wikidata.jsonl beside the store).",
)


@click.group()
def wikidata() -> None:
    """The Wikidata snapshot: build, refresh, conflicts, questions, contributions."""


@wikidata.command("import")
@click.argument("table", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder for evidence.tsv and unproven.tsv.",
)
def import_(table: Path, out: Path) -> None:
    """Read a table of identifiers with their sources (CSV) through the evidence gate."""
    from kg.wikidata import evidence

    proven, unproven = evidence.read_source(table)
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        evidence.write(proven, unproven, out)
    click.echo(
        f"{len(proven)} proven, {sum(r.trust == 'review' for r in proven)} of them for review only; {len(unproven)} unproven"
    )


@wikidata.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the snapshot is not what its sources give.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where to write (default: the embedded snapshot)."
)
def build(check: bool, out: Path | None) -> None:
    """Build the snapshot from the evidence rows; two builds are byte-identical."""
    from kg.wikidata import snapshot, tables

    text, path = snapshot.build(), out or tables.DATA / "snapshot.tsv"
    if check:
        same = path.exists() and path.read_text(encoding="utf-8") == text
        click.echo(f"{path.name}: {'up to date' if same else 'stale'}")
        sys.exit(0 if same else 1)
    with writing(path):
        path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{path}: version {snapshot.version(text.encode())}")


@wikidata.command()
@json_option
def conflicts(as_json: bool) -> None:
    """Clashes between evidence rows, and everything that is known but not proven. Exit 1 if rows clash."""
    from kg.wikidata import evidence, tables

    clashes = evidence.conflicts(evidence.load())
    unproven = list(tables.read(tables.DATA / "unproven.tsv"))
    if as_json:
        click.echo(json.dumps({"conflicts": clashes, "unproven": unproven}, ensure_ascii=False, sort_keys=True))
    else:
        for line in clashes:
            click.echo(f"conflict  {line}")
        for row in unproven:
            click.echo(f"unproven  {row['kind']}: {row['label_en']}  {row['label_ar']}  ({row['reason'][:90]})")
    sys.exit(1 if clashes else 0)


@wikidata.command()
@network_options
@click.option(
    "--redirects", type=click.Path(path_type=Path), help="Write merged identifiers here, for `mahdar link`."
)
@click.option("--only", multiple=True, metavar="QID", help="Check these items only.")
@json_option
def refresh(
    online: bool,
    contact: str | None,
    endpoint: str,
    cache_path: Path,
    deadline: float,
    redirects: Path | None,
    only: Sequence[str],
    as_json: bool,
) -> None:
    """Check every row of the snapshot against the live service. Exit 1 on findings, 5 if rows could not be checked."""
    from kg.wikidata import refresh as check
    from kg.wikidata import snapshot, tables

    if not online:
        raise UsageError("refresh asks the live service: add --online and --contact")
    table = snapshot.read()
    if only:
        table = snapshot.Snapshot({q: table.items[q] for q in only if q in table.items}, table.version)
    findings = list(check.refresh(table, selector(online, contact, endpoint, cache_path, deadline), say))
    merged = [{"from": f.qid, "to": f.detail} for f in findings if f.kind == "redirect"]
    if redirects is not None and merged:
        known = list(tables.read(redirects)) if redirects.exists() else []
        with writing(redirects):
            redirects.write_text(tables.render(("from", "to"), [*known, *merged]), encoding="utf-8", newline="\n")
    _print([asdict(f) for f in findings if f.kind != "ok"], as_json)
    counts = Counter(f.kind for f in findings)
    say("  ".join(f"{kind} {counts[kind]}" for kind in check.FINDINGS if counts[kind]))
    if counts["unchecked"]:
        raise NetworkError(f"{counts['unchecked']} rows could not be checked; repeat the command, answers so far are kept")
    sys.exit(0 if len(findings) == counts["ok"] else 1)


def _print(rows: Iterable[dict[str, str]], as_json: bool) -> None:
    for row in rows:
        click.echo(
            json.dumps(row, ensure_ascii=False, sort_keys=True) if as_json else "  ".join(str(v) for v in row.values())
        )


@wikidata.command()
@click.argument("question", type=click.Choice(["offices", "members", "meeting"]))
@click.argument("values", nargs=-1, required=True)
@network_options
@json_option
def ask(
    question: str,
    values: Sequence[str],
    online: bool,
    contact: str | None,
    endpoint: str,
    cache_path: Path,
    deadline: float,
    as_json: bool,
) -> None:
    """A canned question: offices of persons (QID…), members of organizations (QID…), items of a meeting (name…)."""
    from kg.wikidata import questions

    rows = questions.ask(question, list(values), selector(online, contact, endpoint, cache_path, deadline))
    _print(rows, as_json)
    if not rows:
        say("nothing known" if online else "nothing in the snapshot; --online asks the live service")


@wikidata.command()
@store_option
@_ledger
@network_options
@json_option
def disagreements(
    store_path: Path,
    ledger_path: Path | None,
    online: bool,
    contact: str | None,
    endpoint: str,
    cache_path: Path,
    deadline: float,
    as_json: bool,
) -> None:
    """Where our sources and Wikidata disagree on linked entities: offices, dates, members; with our sentence."""
    from kg.wikidata import questions

    state = _state(store_path, ledger_path)
    with open_store(store_path) as store:
        found = list(questions.disagreements(store, state, selector(online, contact, endpoint, cache_path, deadline)))
    _print([asdict(d) for d in found], as_json)
    say(f"{len(found)} disagreements")


@wikidata.command()
@click.argument("name")
@click.option("--language", type=click.Choice(["ar", "en", "fr"]), default="ar", show_default=True)
@network_options
@json_option
def search(
    name: str,
    language: str,
    online: bool,
    contact: str | None,
    endpoint: str,
    cache_path: Path,
    deadline: float,
    as_json: bool,
) -> None:
    """Ask Wikidata's entity search for a name (needs --online): proposals for a person, never evidence."""
    from kg.wikidata.cache import Cache
    from kg.wikidata.search import API, Search
    from kg.wikidata.transport import Policy

    url = API if endpoint.endswith("/sparql") else endpoint
    finder = Search(contact if online else None, WallClock(), random.random, Cache(cache_path), Policy(deadline), url)
    _print([asdict(h) for h in finder.find(name, language)], as_json)


@wikidata.command()
@store_option
@_ledger
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the two files.")
@click.option("--retrieved", help="Day on which the articles were read, ISO (default: today).")
@network_options
def export(
    store_path: Path,
    ledger_path: Path | None,
    out: Path,
    retrieved: str | None,
    online: bool,
    contact: str | None,
    endpoint: str,
    cache_path: Path,
    deadline: float,
) -> None:
    """Write quickstatements.txt (for a person to read and paste, never sent) and held-back.tsv with reasons.

    With --online the service is asked what it says already; else only the snapshot is, which knows offices but no members.
    """
    from kg.wikidata import contribute, snapshot, tables
    from kg.wikidata.known import Known
    from kg.wikidata.matcher import Matcher

    day = retrieved or time.strftime("%Y-%m-%d")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise UsageError(f"--retrieved takes a day like 2026-01-31, not {day!r}")
    state, table = _state(store_path, ledger_path), snapshot.read()
    known = Known(table, selector(online, contact, endpoint, cache_path, deadline) if online else None)
    with open_store(store_path) as store:
        batch = contribute.Exporter(store, state, Matcher(table), day, known).run()
    held = tables.render(("reason", "what", "article", "quote"), [asdict(h) for h in batch.held])
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        (out / "quickstatements.txt").write_text(batch.text(), encoding="utf-8", newline="\n")
        (out / "held-back.tsv").write_text(held, encoding="utf-8", newline="\n")
    counts = f"{len(batch.statements)} statements, {len(batch.created)} new items, {len(batch.held)} claims held back"
    click.echo(f"{counts}: {out}")
    if not online:
        say("compared with the snapshot only; before you contribute, repeat with --online")
