"""What the commands share: the store option, opening a store, progress on a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from kg.errors import OutputError, UsageError, writing

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


def width_option(command: _F) -> _F:
    option = click.option("--width", type=click.IntRange(40), help="Columns of a line (default: those of the terminal).")
    return option(command)


def columns(width: int | None) -> int:
    """The columns that text may fill: those asked for, those of the terminal, or the 80 that any has."""
    return width or shutil.get_terminal_size((80, 24)).columns


def open_store(path: Path) -> Store:
    """The store in a folder, which has to be there. Raises UsageError, StoreError."""
    from kg.store import Store

    if not _holds_store(path):
        raise UsageError(f"no store at {path}; make one with: mahdar build ARTICLES --out DIR, then use --store DIR/store")
    return Store(path)


def _holds_store(path: Path) -> bool:
    return (path / "CURRENT").exists()


@contextmanager
def filling(path: Path) -> Iterator[Store]:
    """The store in a folder, made where there is none; a new one into which nothing was put is taken away again.

    Raises OutputError, StoreError.
    """
    from kg.store import Store

    new = not _holds_store(path)
    made = [folder for folder in (path, *path.parents) if not folder.exists()]
    unused = False
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
        before = set(path.iterdir())
    try:
        with Store(path) as store:
            try:
                yield store
            finally:
                unused = new and next(store.match(), None) is None
    finally:
        if unused:  # we held its lock until just now: what is new in the folder is ours
            for file in set(path.iterdir()) - before:
                file.unlink()
            for folder in made:
                if not any(folder.iterdir()):
                    folder.rmdir()


def standard_output() -> IO[bytes]:
    """Where results go as bytes. Raises OutputError where it is closed, which nobody else would tell."""
    if sys.stdout is None:
        raise OutputError("standard output: closed")
    return sys.stdout.buffer


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
