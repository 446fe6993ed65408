"""`mahdar link`: link entities to Wikidata, review the links, take them back, export them."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store, say, store_option
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store import Store
    from kg.wikidata.ledger import Entry, State
    from kg.wikidata.linking import Proposal

_ledger = click.option(
    "--ledger",
    "ledger_path",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="MAHDAR_LEDGER",
    help="File of judgements (default: wikidata.jsonl beside the store).",
)
_by = click.option("--by", "who", envvar="MAHDAR_REVIEWER", help="Who judges (or MAHDAR_REVIEWER).")
_at = click.option("--at", help="Time of the judgement, ISO (default: now).")
# "1" accepts candidate 1 as exact match, "1c", "1r", "1b" as close, related, broader; "-1" rejects it.
_ANSWER = re.compile(r"(?P<no>-)?(?P<number>\d+)(?P<how>[crb]?)|(?P<word>[ndsq])")
_HOW = {"": "exactMatch", "c": "closeMatch", "r": "relatedMatch", "b": "broadMatch"}


def _now(at: str | None) -> str:
    return at or datetime.now(UTC).isoformat(timespec="seconds")


def _place(store_path: Path, ledger_path: Path | None) -> Path:
    return ledger_path or store_path.parent / "wikidata.jsonl"


@click.group(invoke_without_command=True)
@store_option
@_ledger
@_at
@json_option
@click.pass_context
def link(ctx: click.Context, store_path: Path, ledger_path: Path | None, at: str | None, as_json: bool) -> None:
    """Link all entities of the store to the snapshot and write the accepted links (graph `links`).

    Without a subcommand: runs the matcher, adds what changed to the ledger. A person's judgement is never overruled.
    """
    ctx.obj = (store_path, _place(store_path, ledger_path))
    if ctx.invoked_subcommand is not None:
        return
    from kg.wikidata import ledger, linking

    with open_store(store_path) as store:
        proposals, state, version = _proposals(store, ctx.obj[1])
        added = list(linking.entries(iter(proposals), state, _now(at), version))
        ledger.append(ctx.obj[1], added)
        links = _write_links(store, ctx.obj[1])
    verdicts = Counter(p.decision.verdict for p in proposals)
    reasons = Counter(p.decision.reason for p in proposals if p.decision.verdict != "accept")
    report = {
        "entities": len(proposals),
        **{v: verdicts[v] for v in ("accept", "review", "nil", "out_of_scope")},
        "reasons": dict(sorted(reasons.items())),
        "new_judgements": len(added),
        "links": links,
        "snapshot": version,
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


def _proposals(store: Store, path: Path) -> tuple[list[Proposal], State, str]:
    from kg.wikidata import entities, ledger, linking, rdf, snapshot
    from kg.wikidata.matcher import Matcher

    table = snapshot.read()
    state = ledger.fold(ledger.read(path), rdf.read_redirects(_redirects(path)))
    return list(linking.propose(entities.read(store), Matcher(table), state)), state, table.version


def _redirects(ledger_path: Path) -> Path:
    return ledger_path.with_suffix(".redirects.tsv")


def _write_links(store: Store, path: Path) -> int:
    from kg.wikidata import ledger, rdf

    redirects = rdf.read_redirects(_redirects(path))
    quads = rdf.quads(ledger.fold(ledger.read(path), redirects), store.names.graph(rdf.GRAPH), redirects)
    store.replace_graph(store.names.graph(rdf.GRAPH), quads)
    return len(quads.splitlines())


@link.command()
@_by
@_at
@click.option("--all", "everything", is_flag=True, help="Also what the matcher accepted by itself.")
@click.pass_obj
def review(obj: tuple[Path, Path], who: str | None, at: str | None, everything: bool) -> None:
    """Judge open links one by one: the sentence, the candidates, what speaks for each.

    Answers: 1 accept candidate 1 (1c close, 1r related, 1b broader match), -1 reject it, n no item exists, d decide later,
    s skip, q stop.
    """
    from kg.wikidata import entities, ledger, snapshot
    from kg.wikidata.review import page

    person = _person(who)
    store_path, path = obj
    judged = 0
    with open_store(store_path) as store:
        proposals, state, _ = _proposals(store, path)
        wanted = ("review", "accept") if everything else ("review",)
        for proposal in proposals:
            if proposal.decision.verdict not in wanted or state.by_human(proposal.entity.iri):
                continue
            click.echo(page(proposal, entities.sentences(store, proposal.entity.iri), snapshot.read()))
            answer = _ask(len(proposal.decision.candidates))
            if answer is None or answer["word"] == "q":
                break
            if answer["word"] != "s":
                ledger.append(path, [_judged(proposal, answer, person, _now(at))])
                judged += 1
        _write_links(store, path)
    say(f"{judged} judgements added to {path}")


def _person(who: str | None) -> str:
    if not who:
        raise UsageError("who judges? give --by NAME or set MAHDAR_REVIEWER")
    return f"human:{who}"


def _ask(candidates: int) -> re.Match[str] | None:
    """One valid answer; None at the end of the input."""
    while True:
        try:
            text = click.prompt("→", prompt_suffix=" ", err=True).strip()
        except click.Abort:
            return None
        answer = _ANSWER.fullmatch(text)
        if answer and (answer["word"] or 1 <= int(answer["number"]) <= candidates):
            return answer
        say("not understood; 1 accepts, -1 rejects, n none, d later, s skip, q stop")


def _judged(proposal: Proposal, answer: re.Match[str], person: str, at: str) -> Entry:
    from kg.wikidata.ledger import Entry

    entity = proposal.entity
    if answer["word"]:
        action = {"n": "nil", "d": "defer"}[answer["word"]]
        return Entry(at=at, by=person, action=action, subject=entity.iri, label=entity.label, reason="reviewed")
    chosen = proposal.decision.candidates[int(answer["number"]) - 1]
    action = "reject" if answer["no"] else "accept"
    return Entry(
        at=at,
        by=person,
        action=action,
        subject=entity.iri,
        qid=chosen.item.qid,
        predicate=_HOW[answer["how"]],
        label=entity.label,
        reason="reviewed",
        score=round(chosen.score, 1),
    )


@link.command()
@click.argument("action", type=click.Choice(["accept", "reject", "nil", "undo"]))
@click.argument("subject")
@click.argument("qid", required=False, default="")
@_by
@_at
@click.option(
    "--as", "how", type=click.Choice(["exactMatch", "closeMatch", "relatedMatch", "broadMatch"]), default="exactMatch"
)
@click.option("--why", default="", help="The reason, in words.")
@click.pass_obj
def judge(
    obj: tuple[Path, Path], action: str, subject: str, qid: str, who: str | None, at: str | None, how: str, why: str
) -> None:
    """Judge one link by name: accept SUBJECT QID, reject SUBJECT QID, nil SUBJECT, undo ENTRY.

    SUBJECT is the IRI of an entity or its end (country/MA); ENTRY the identifier that `link log` shows.
    """
    from kg.wikidata import ledger
    from kg.wikidata.ledger import Entry

    store_path, path = obj
    if action in ("accept", "reject") and not re.fullmatch(r"Q[1-9]\d*", qid):
        raise UsageError(f"{action} needs an identifier like Q42, not {qid!r}")
    known = ledger.read(path)
    if action == "undo" and subject not in {entry.id for entry in known}:
        raise UsageError(f"no judgement {subject} in {path}; see: mahdar link log")
    with open_store(store_path) as store:
        entry = Entry(
            at=_now(at),
            by=_person(who),
            action=action,
            qid=qid,
            predicate=how,
            reason=why,
            subject="" if action == "undo" else _subject(store, subject),
            undoes=subject if action == "undo" else "",
        )
        ledger.append(path, [entry])
        _write_links(store, path)
    click.echo(entry.id)


def _subject(store: Store, text: str) -> str:
    from kg.wikidata import entities

    found = [iri for iri in entities.read(store) if iri == text or iri.endswith("/" + text)]
    if len(found) != 1:
        raise UsageError(f"{text}: {'several entities' if found else 'no entity'} of this name in the store")
    return found[0]


@link.command()
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


@link.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the three files.")
@click.pass_obj
def sssom(obj: tuple[Path, Path], out: Path) -> None:
    """Write the judgements in force as SSSOM: positive.sssom.tsv, negative.sssom.tsv, nil.sssom.tsv."""
    from kg.wikidata import ledger, rdf
    from kg.wikidata import sssom as tables

    state = ledger.fold(ledger.read(obj[1]), rdf.read_redirects(_redirects(obj[1])))
    entries = [*{e.id: e for e in (*state.current.values(), *state.rejected.values())}.values()]
    out.mkdir(parents=True, exist_ok=True)
    for kind in tables.KINDS:
        (out / f"{kind}.sssom.tsv").write_text(tables.render(entries, kind), encoding="utf-8", newline="\n")
    click.echo(f"written to {out}: " + ", ".join(f"{kind}.sssom.tsv" for kind in tables.KINDS))
