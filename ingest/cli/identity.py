"""`mahdar same`, `different`, `why`: human judgements of sameness, and the reasons for what was decided."""

from __future__ import annotations

import getpass
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli.common import json_option, open_store, store_option
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.derive import Derivation
    from kg.iri import Iri

_things = (click.argument("one"), click.argument("other"))
_by = click.option("--by", default=getpass.getuser, help="Who judges (default: your user name).")


def _a_day(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value} is no day; write it as 2022-05-31") from None


_when = click.option(
    "--on", "when", default=lambda: date.today().isoformat(), callback=_a_day, help="Day of the judgement (default: today)."
)
_because = click.option("--because", default="", help="Why.")


@click.command()
@_things[0]
@_things[1]
@_by
@_when
@_because
@store_option
def same(one: str, other: str, by: str, when: str, because: str, store_path: Path) -> None:
    """Say that two things are one. Each is a name, an IRI, or ARTICLE:NAME for what one article calls so."""
    _judge("same", one, other, by, when, because, store_path)


@click.command()
@_things[0]
@_things[1]
@_by
@_when
@_because
@store_option
def different(one: str, other: str, by: str, when: str, because: str, store_path: Path) -> None:
    """Say that two things are not one. No rule ever overrules it."""
    _judge("different", one, other, by, when, because, store_path)


@click.command()
@_things[0]
@_things[1]
@json_option
@store_option
def why(one: str, other: str, as_json: bool, store_path: Path) -> None:
    """Why two things are held to be one, or not: the features compared, their weights and the score."""
    from kg.identity import explain

    with open_store(store_path) as store:
        derivation = _derivation(store_path, store)
        things = anchor(derivation, one), anchor(derivation, other)
        joined, reasons = explain.why(derivation.resolver, *things)
        closest = [derivation.index.profile(explain.profiles(derivation.index, thing)[0]) for thing in things]
    if as_json:
        click.echo(json.dumps({"same": joined, "reasons": [r.as_json() for r in reasons]}, ensure_ascii=False, indent=1))
        return
    click.echo("one thing" if joined else "two things")
    if not reasons:  # nothing had to be decided
        alike = f"nothing known of them differs: {closest[0].key}"
        click.echo(f"  {alike if joined else 'of different kinds: ' + ', '.join(p.kind for p in closest)}")
    for reason in reasons:
        click.echo(f"  {_brief(reason.one.labels)} / {_brief(reason.other.labels)}: {reason.verdict} {reason.score:.2f} "
                   f"by {reason.decided_by}: {', '.join(reason.features)}")
        for profile in (reason.one, reason.other):
            click.echo(f"    {profile.key}")


def _brief(labels: tuple[str, ...]) -> str:
    return labels[0] if labels else "(no name)"


def _derivation(store_path: Path, store: object) -> Derivation:
    from kg.derive import Derivation
    from kg.identity import ledger
    from kg.store import Store

    assert isinstance(store, Store)
    return Derivation(store, ledger.read(ledger.beside(store_path)))


def _judge(verdict: str, one: str, other: str, by: str, when: str, because: str, store_path: Path) -> None:
    from kg.identity import explain, ledger

    path = ledger.beside(store_path)
    with open_store(store_path) as store:
        derivation = _derivation(store_path, store)
        derivation.noted()
        left, right = _pair(derivation, verdict, one, other)
        assert path is not None
        ledger.append(path, ledger.Judgement(left, right, verdict, by, when, because))
        derivation = _derivation(store_path, store)
        derivation.judged([left, right])
        left, right = (explain.profiles(derivation.index, iri)[0] for iri in (left, right))
        together = derivation.index.entity_of(left) == derivation.index.entity_of(right)
    click.echo(f"noted in {path}; they are now {'one thing' if together else 'two things'}")
    sys.exit(0 if together == (verdict == "same") else 1)


def _pair(derivation: Derivation, verdict: str, one: str, other: str) -> tuple[Iri, Iri]:
    """The profiles that a judgement is on; the mentions themselves where they look alike in all that is known."""
    from kg.identity import explain

    index = derivation.index
    first, second = anchor(derivation, one, sure=True), anchor(derivation, other, sure=True)
    left, right = (explain.profiles(index, iri)[0] for iri in (first, second))
    kinds = {index.profile(iri).kind for iri in (left, right)}
    if len(kinds) > 1:
        raise UsageError(f"{one} and {other} are of different kinds ({', '.join(sorted(kinds))})")
    mentions = first != second and all(index.profile_of(iri) for iri in (first, second))
    if mentions and {first, second} <= derivation.resolver.split:
        return first, second
    if left != right:
        return left, right
    if verdict == "same":
        raise UsageError(f"{one} and {other} are one thing already: nothing known of them differs")
    if not mentions:
        raise UsageError(f"{one} and {other} are one thing in every article; say which mentions differ, as ARTICLE:NAME")
    return first, second


def anchor(derivation: Derivation, name: str, sure: bool = False) -> Iri:
    """The referent, profile or entity that a user names. Raises UsageError where nothing is called so.

    With `sure`, as for a judgement, also where the name fits several things equally well.
    """
    from ingest.keys import name_keys
    from kg.identity import explain
    from kg.lookup import find

    article, colon, called = name.partition(":")
    if colon and not called.startswith("//"):
        return _mention(derivation, article.strip(), called.strip())
    matches = find(derivation.store, name, (), name_keys)
    if not matches:
        raise UsageError(f"nothing in the store is called {name}")
    if sure and len(matches) > 1 and matches[1].score == matches[0].score:
        meant = ", ".join(f"{match.name} <{match.iri}>" for match in matches[:4])
        raise UsageError(f"{name} may mean {meant}; say which by its IRI, or as ARTICLE:NAME")
    found = explain.profiles(derivation.index, matches[0].iri)
    wanted = set(name_keys(name))
    exact = [iri for iri in found if name in derivation.index.profile(iri).labels]
    alike = [iri for iri in found if any(wanted <= set(name_keys(label)) for label in derivation.index.profile(iri).labels)]
    return (exact or alike or [matches[0].iri])[0]


def _mention(derivation: Derivation, article: str, called: str) -> Iri:
    """What one article calls so."""
    from ingest.keys import name_keys
    from kg import lookup

    read = derivation.view(lookup.article(derivation.store, article))
    if read is None:
        raise UsageError(f"{article} calls nothing {called}")
    wanted = name_keys(called)
    for iri in sorted(read.refs):
        ref = read.refs[iri]
        names = (*ref.labels.values(), *ref.surfaces)
        if derivation.index.profile_of(iri) and any(name_keys(label) == wanted for label in names):
            return iri
    raise UsageError(f"{article} calls nothing {called}")
