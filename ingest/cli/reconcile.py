"""`mahdar reconcile serve`: the entity reconciliation service, for OpenRefine."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from ingest.cli.common import open_store, say
from kg.errors import UsageError


@click.group()
def reconcile() -> None:
    """Entity reconciliation service, for OpenRefine and other clients."""


@reconcile.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8770, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path),
    envvar="MAHDAR_STORE",
    help="Serve the entities of this store too.",
)
@click.option("--draft", is_flag=True, help="Also answer the 1.0 draft of the protocol.")
def serve(host: str, port: int, store_path: Path | None, draft: bool) -> None:
    """Serve until stopped. In OpenRefine add http://127.0.0.1:8770/ar/api (or /en/api) as standard service."""
    import uvicorn

    from kg.wikidata import entities, snapshot
    from kg.wikidata.service import app, source

    sources = {"": source.wikidata(snapshot.read())}
    if store_path is not None:
        with open_store(store_path) as store:
            sources["/entities"] = source.entities(entities.read(store).values(), store.names.base)
    with _listening(host, port) as listener:
        port = listener.getsockname()[1]
        for prefix, served in sources.items():
            say(f"{served.name['en']} ({len(served.matcher.index.items)}): http://{host}:{port}{prefix}/ar/api and …/en/api")
        uvicorn.Server(uvicorn.Config(app.create(sources, draft), log_level="warning")).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A bound socket. Raises UsageError where the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because only then does the event loop switch off the delay of small packets.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise UsageError(f"cannot serve at {host}:{port}: {error.strerror or error}; choose another with --port") from error
    return listener
