"""`mahdar reconcile serve`: the entity reconciliation service, for OpenRefine."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.cli.common import open_store, say


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
    for prefix, served in sources.items():
        say(f"{served.name['en']} ({len(served.matcher.index.items)}): http://{host}:{port}{prefix}/ar/api and …/en/api")
    uvicorn.run(app.create(sources, draft), host=host, port=port, log_level="warning")
