"""`mahdar link`: link entities to Wikidata, review the links, take them back, export them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from ingest.cli.common import json_option, open_store, say, store_option
from ingest.cli.judging import at_option, judge, moment, proposals, review, standing_judgements, write_links
from kg.errors import writing

_ledger = click.option(
    "--ledger",
    "ledger_path",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="MAHDAR_LEDGER",
    help="File of judgements (default: wikidata.jsonl beside the store).",
)


def _place(store_path: Path, ledger_path: Path | None) -> Path:
    return ledger_path or store_path.parent / "wikidata.jsonl"


def _takes_store(command: click.Command) -> click.Command:
    """Lets a subcommand take --store and --ledger behind its name as well as before it; what stands behind holds."""
    for name, what in (("store", "Folder of the store."), ("ledger", "File of judgements.")):
        option = click.Option(
            [f"--{name}", f"late_{name}"], type=click.Path(path_type=Path), expose_value=False, help=what, callback=_moved
        )
        command.params.append(option)
    return command


def _moved(ctx: click.Context, option: click.Parameter, value: Path | None) -> None:
    """Puts what was given behind the name of a subcommand into the place of what was given before it."""
    if value is None:
        return
    assert ctx.parent is not None
    given = ctx.parent.params
    given["store_path" if option.name == "late_store" else "ledger_path"] = value
    ctx.obj = (given["store_path"], _place(given["store_path"], given["ledger_path"]))


@click.group(invoke_without_command=True)
@store_option
@_ledger
@at_option
@json_option
@click.pass_context
def link(ctx: click.Context, store_path: Path, ledger_path: Path | None, at: str | None, as_json: bool) -> None:
    """Link all entities of the store to the snapshot and write the accepted links (graph `links`).

    Without a subcommand: runs the matcher, adds what changed to the ledger. A person's judgement is never overruled.
    """
    ctx.obj = (store_path, _place(store_path, ledger_path))
    if ctx.invoked_subcommand is not None:
        return
    from kg.wikidata import ledger, linking, snapshot

    now, table = moment(at), snapshot.read()
    with open_store(store_path) as store:
        found, state = proposals(store, ctx.obj[1], table)
        added = list(linking.entries(iter(found), state, now, table.version))
        ledger.append(ctx.obj[1], added)
        links = write_links(store, ctx.obj[1], table)
    verdicts = Counter(p.decision.verdict for p in found)
    reasons = Counter(p.decision.reason for p in found if p.decision.verdict != "accept")
    report = {
        "entities": len(found),
        **{v: verdicts[v] for v in ("accept", "review", "nil", "out_of_scope")},
        "reasons": dict(sorted(reasons.items())),
        "new_judgements": len(added),
        "links": links,
        "snapshot": table.version,
    }
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False, sort_keys=True))
        return
    click.echo(
        "  ".join(f"{name} {report[name]}" for name in ("entities", "accept", "review", "nil", "out_of_scope", "links"))
    )
    for reason, count in sorted(reasons.items()):
        click.echo(f"  {reason}: {count}")
    if verdicts["review"]:
        say("to judge the open ones: mahdar link review --by NAME")


@click.command()
@click.argument("subject", required=False, default="")
@json_option
@click.pass_obj
def log(obj: tuple[Path, Path], subject: str, as_json: bool) -> None:
    """Show the judgements, oldest first, of all entities or of one."""
    from kg.wikidata import ledger

    for entry in ledger.read(obj[1]):
        if subject and not entry.subject.endswith(subject) and entry.id != subject:
            continue
        if as_json:
            click.echo(json.dumps({"id": entry.id, **json.loads(ledger.render(entry))}, ensure_ascii=False, sort_keys=True))
        else:
            score = f" {entry.score:.0f}/100" if entry.score is not None else ""
            what = f"{entry.action} {entry.qid or entry.undoes}{score} {entry.reason}".rstrip()
            click.echo(f"{entry.id}  {entry.at}  {entry.by}  {what}  {entry.label or entry.subject}")


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the three files.")
@click.pass_obj
def sssom(obj: tuple[Path, Path], out: Path) -> None:
    """Write the judgements in force as SSSOM: positive.sssom.tsv, negative.sssom.tsv, nil.sssom.tsv."""
    from kg.wikidata import snapshot
    from kg.wikidata import sssom as tables

    state = standing_judgements(obj[1], snapshot.read()).state
    entries = [*{e.id: e for e in (*state.current.values(), *state.rejected.values())}.values()]
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    for kind in tables.KINDS:
        with writing(out / f"{kind}.sssom.tsv"):
            (out / f"{kind}.sssom.tsv").write_text(tables.render(entries, kind), encoding="utf-8", newline="\n")
    click.echo(f"written to {out}: " + ", ".join(f"{kind}.sssom.tsv" for kind in tables.KINDS))


for subcommand in (log, sssom, review, judge):
    link.add_command(_takes_store(subcommand))
