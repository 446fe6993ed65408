"""`mahdar link review` and `mahdar link judge`: a person judges links; and what all commands on links share."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import open_store, say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store import Store
    from kg.wikidata.entities import Entity
    from kg.wikidata.ledger import Entry, State
    from kg.wikidata.linking import Proposal
    from kg.wikidata.snapshot import Snapshot
    from kg.wikidata.standing import Standing

_by = click.option("--by", "who", envvar="MAHDAR_REVIEWER", help="Who judges (or MAHDAR_REVIEWER).")
at_option = click.option("--at", help="Time of the judgement, ISO with zone (default: now).")
# "1" accepts candidate 1 as exact match, "1c", "1r", "1b" as close, related, broader; "-1" rejects it.
_ANSWER = re.compile(r"(?P<no>-)?(?P<number>[0-9]{1,3})(?P<how>[crb]?)|(?P<word>[ndsq])")
_HOW = {"": "exactMatch", "c": "closeMatch", "r": "relatedMatch", "b": "broadMatch"}


def moment(at: str | None) -> str:
    """The time of a judgement: now, or what the user gave. Raises UsageError for anything but an ISO time with zone."""
    if at is None:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        zone = datetime.fromisoformat(at).tzinfo
    except ValueError:
        zone = None
    if zone is None:
        raise UsageError(f"--at takes a time with its zone, like 2026-01-01T10:00:00+00:00, not {at!r}")
    return at


def standing_judgements(path: Path, table: Snapshot) -> Standing:
    """The judgements that count; a line on standard error for each link that is left aside."""
    from kg.wikidata import standing

    found = standing.read(path, table)
    for entry in found.unproven:
        say(f"{path}: {entry.id} left aside: nothing proves {entry.qid} ({entry.subject})")
    return found


def proposals(store: Store, path: Path, table: Snapshot) -> tuple[list[Proposal], State]:
    """What the matcher says of all entities of a store, and the judgements that it had to respect."""
    from kg.wikidata import entities, linking
    from kg.wikidata.matcher import Matcher

    state = standing_judgements(path, table).state
    return list(linking.propose(entities.read(store), Matcher(table), state)), state


def write_links(store: Store, path: Path, table: Snapshot) -> int:
    """Writes the graph of links anew from the ledger; returns how many there are."""
    from kg.wikidata import rdf, standing

    held = standing.read(path, table)
    quads = rdf.quads(held.state, store.names.graph(rdf.GRAPH), held.redirects)
    store.replace_graph(store.names.graph(rdf.GRAPH), quads)
    return len(quads.splitlines())


@click.command()
@_by
@at_option
@click.option("--all", "everything", is_flag=True, help="Also what the matcher accepted by itself.")
@click.pass_obj
def review(obj: tuple[Path, Path], who: str | None, at: str | None, everything: bool) -> None:
    """Judge open links one by one: the sentence, the candidates, what speaks for each.

    Answers: 1 accept candidate 1 (1c close, 1r related, 1b broader match), -1 reject it, n no item exists, d decide later,
    s skip, q stop. Each answer is kept at once.
    """
    from kg.wikidata import entities, snapshot

    person, table = _person(who), snapshot.read()
    moment(at)
    store_path, path = obj
    with open_store(store_path) as store:
        found, state = proposals(store, path, table)
        waiting = [p for p in found if _is_open(p, state, everything)]
        sentences = {p.entity.iri: entities.sentences(store, p.entity.iri) for p in waiting}
    # The store is free while the person thinks.
    sitting = _Sitting(path, table, person, at)
    for number, proposal in enumerate(waiting, 1):
        if not sitting.judge(proposal, sentences[proposal.entity.iri], f"{number}/{len(waiting)}"):
            break
    say(f"{sitting.judged} judgements added to {path}" if waiting else "nothing to judge")
    if sitting.judged:
        with open_store(store_path) as store:
            write_links(store, path, table)


def _is_open(proposal: Proposal, state: State, everything: bool) -> bool:
    """Whether a person has something to say: not where one has accepted or found no item; what was put off comes again, and
    where a candidate was refused the next one is never linked by itself."""
    held = state.current.get(proposal.entity.iri)
    verdict = proposal.decision.verdict
    if held is not None and held.human:
        return held.action in ("reject", "defer", "unsure") and verdict in ("review", "accept")
    return verdict == "review" or (everything and verdict == "accept")


def _person(who: str | None) -> str:
    name = " ".join((who or "").split())
    if not name:
        raise UsageError("who judges? give --by NAME or set MAHDAR_REVIEWER")
    return f"human:{name}"


@dataclass
class _Sitting:
    """One person judging, answer by answer."""

    path: Path
    table: Snapshot
    person: str
    at: str | None
    judged: int = 0

    def judge(self, proposal: Proposal, quotes: list[tuple[str, str]], place: str) -> bool:
        """Shows one entity until it is settled; False when the person has had enough."""
        from kg.wikidata import ledger
        from kg.wikidata.review import page, shown

        columns = min(shutil.get_terminal_size().columns, 110)
        while True:
            click.echo(page(proposal, quotes, self.table, place, columns))
            answer = _ask(len(shown(proposal.decision)))
            if answer is None or answer["word"] == "q":
                return False
            if answer["word"] == "s":
                return True
            ledger.append(self.path, [_judged(proposal, answer, self.person, moment(self.at))])
            self.judged += 1
            if not answer["no"]:
                return True
            # One candidate refused: the others are still to be judged.
            number = int(answer["number"]) - 1
            left = tuple(c for n, c in enumerate(proposal.decision.candidates) if n != number)
            proposal = replace(proposal, decision=replace(proposal.decision, candidates=left))
            if not left:
                return True


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


@click.command()
@click.argument("action", type=click.Choice(["accept", "reject", "nil", "undo"]))
@click.argument("subject")
@click.argument("qid", required=False, default="")
@_by
@at_option
@click.option(
    "--as", "how", type=click.Choice(["exactMatch", "closeMatch", "relatedMatch", "broadMatch"]), default="exactMatch"
)
@click.option("--why", default="", help="The reason, in words.")
@click.option("--evidence", default="", help="Where identifier and name stand side by side; needed outside the snapshot.")
@click.pass_obj
def judge(
    obj: tuple[Path, Path],
    action: str,
    subject: str,
    qid: str,
    who: str | None,
    at: str | None,
    how: str,
    why: str,
    evidence: str,
) -> None:
    """Judge one link by name: accept SUBJECT QID, reject SUBJECT QID, nil SUBJECT, undo ENTRY.

    SUBJECT is the IRI of an entity or its end (country/MA); ENTRY the identifier that `link log` shows.
    """
    from kg.wikidata import ledger, snapshot
    from kg.wikidata.ledger import Entry

    store_path, path = obj
    person, when, table = _person(who), moment(at), snapshot.read()
    if action in ("accept", "reject") and not re.fullmatch(r"Q[1-9][0-9]*", qid):
        raise UsageError(f"{action} needs an identifier like Q42, not {qid!r}")
    if action in ("nil", "undo") and qid:
        raise UsageError(f"{action} takes no identifier")
    if action == "undo" and subject not in {entry.id for entry in ledger.read(path)}:
        raise UsageError(f"no judgement {subject} in {path}; see: mahdar link log")
    with open_store(store_path) as store:
        entity = None if action == "undo" else _entity(store, subject)
        if entity is not None and action == "accept":
            _check(entity, qid, how, evidence, table)
        entry = Entry(
            at=when,
            by=person,
            action=action,
            qid=qid,
            predicate=how,
            reason=why,
            evidence=evidence.strip(),
            subject=entity.iri if entity else "",
            label=entity.label if entity else "",
            undoes=subject if action == "undo" else "",
        )
        ledger.append(path, [entry])
        write_links(store, path, table)
    click.echo(entry.id)


def _check(entity: Entity, qid: str, how: str, evidence: str, table: Snapshot) -> None:
    """Raises UsageError for an identifier that nothing proves, and for a thing of another kind said to be the same."""
    from kg.wikidata.features import type_fits

    item = table.items.get(qid)
    if item is None:
        if not evidence.strip():
            raise UsageError(
                f"{qid} is not in the snapshot; say with --evidence where it stands beside the name (an address, a document)"
            )
        return
    if how in ("exactMatch", "closeMatch") and not type_fits().get((entity.type, item.type)):
        raise UsageError(
            f"{qid} ({item.label('en')}) is a {item.type}, {entity.label} a {entity.type}: not the same thing; "
            "--as relatedMatch or broadMatch joins things of different kinds"
        )


def _entity(store: Store, text: str) -> Entity:
    from kg.wikidata import entities

    found = [entity for iri, entity in entities.read(store).items() if iri == text or iri.endswith("/" + text)]
    if len(found) != 1:
        raise UsageError(f"{text}: {'several entities' if found else 'no entity'} of this name in the store")
    return found[0]
