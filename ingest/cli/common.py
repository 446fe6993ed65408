"""What the commands share: the store option, opening a store, progress on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store import Store

_F = TypeVar("_F", bound=Callable[..., Any])


def store_option(command: _F) -> _F:
    """`--store PATH` or the environment variable MAHDAR_STORE."""
    option = click.option(
        "--store", "store_path", type=click.Path(path_type=Path), envvar="MAHDAR_STORE", default=Path("mahdar-out/store"),
        show_default=True, help="Folder of the store (or MAHDAR_STORE).",
    )
    return option(command)


def json_option(command: _F) -> _F:
    return click.option("--json", "as_json", is_flag=True, help="Machine-readable JSON.")(command)


def open_store(path: Path, create: bool = False) -> Store:
    """The store in a folder; without `create` it has to be there. Raises UsageError, StoreError."""
    from kg.store import Store

    if not create and not (path / "CURRENT").exists():
        raise UsageError(f"no store at {path}; make one with: mahdar build ARTICLES --out DIR, then use --store DIR/store")
    path.mkdir(parents=True, exist_ok=True)
    return Store(path)


class Progress:
    """One line on standard error that counts, on a terminal only."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.count = 0
        self.shown = sys.stderr.isatty()

    def step(self, name: str) -> None:
        self.count += 1
        if self.shown:
            sys.stderr.write(f"\r\x1b[K{self.what} {self.count}: {name[:60]}")
            sys.stderr.flush()

    def done(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def say(message: str) -> None:
    """A line for the user on standard error."""
    click.echo(message, err=True)
