"""Going online to Wikidata: only on the user's word, with a contact; else the snapshot answers."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.store import Row

_F = TypeVar("_F", bound=Callable[..., Any])


class WallClock:
    """The wall clock."""

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def network_options(command: _F) -> _F:
    """Going online is the user's word: --online and a contact for the User-Agent."""
    for option in (
        click.option("--online", is_flag=True, help="Ask the live service (default: only what is here)."),
        click.option(
            "--contact", envvar="MAHDAR_CONTACT", help="E-mail or web address for the User-Agent (or MAHDAR_CONTACT)."
        ),
        click.option("--endpoint", default="https://query.wikidata.org/sparql", show_default=True, help="SPARQL endpoint."),
        click.option(
            "--cache",
            "cache_path",
            type=click.Path(path_type=Path, file_okay=False),
            default=Path.home() / ".cache/mahdar",
            help="Folder of kept answers.",
        ),
        click.option(
            "--deadline", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds for one request."
        ),
    ):
        command = option(command)
    return command


def selector(
    online: bool, contact: str | None, endpoint: str, cache_path: Path, deadline: float
) -> Callable[[str], list[Row]]:
    """What answers questions: the service, or offline the snapshot."""
    if not online:
        from kg.wikidata import mirror, snapshot

        held = mirror.store(snapshot.read())
        return lambda query: list(held.select(query))
    from kg.wikidata.cache import Cache
    from kg.wikidata.live import Endpoint
    from kg.wikidata.transport import Policy, agent

    agent(contact or "")  # refused here, before anything is sent
    return Endpoint(endpoint, contact, WallClock(), random.random, Cache(cache_path), Policy(deadline)).select
