"""A user's query in a process of its own: it can be stopped at a deadline, and if it kills its engine, only itself."""

from __future__ import annotations

import multiprocessing
import tempfile
from pathlib import Path

from kg.errors import MahdarError, OutputError, StoreError, TimeoutReached, UsageError
from kg.export import prefixes
from kg.store import Store

_ERRORS = {error.__name__: error for error in (UsageError, StoreError, OutputError)}


def answer(folder: Path, query: str, form: str, seconds: float) -> bytes:
    """The serialised answer (see `Store.answer`) of the store in a folder, under the prefixes of the exports.

    Raises TimeoutReached after so many seconds, UsageError for a query that is wrong or kills the engine, StoreError.
    """
    with tempfile.TemporaryDirectory() as name:
        result = Path(name) / "result"
        worker = multiprocessing.get_context("spawn").Process(target=_work, args=(folder, query, form, result))
        worker.start()
        worker.join(seconds)
        if worker.is_alive():
            worker.kill()
            worker.join()
            raise TimeoutReached(f"the query was stopped after {seconds:g} s; ask for less, or raise --timeout")
        failed = result.with_suffix(".error")
        if failed.exists():
            kind, _, message = failed.read_text(encoding="utf-8").partition("\n")
            raise _ERRORS.get(kind, MahdarError)(message)
        if worker.exitcode != 0 or not result.exists():
            raise UsageError("the query killed the engine; it is too deep or too large")
        return result.read_bytes()


def _work(folder: Path, query: str, form: str, result: Path) -> None:
    """Runs in the other process: leaves the answer, or the error, in a file."""
    try:
        with Store(folder) as store:
            result.write_bytes(store.answer(query, form, prefixes()))
    except MahdarError as error:
        result.with_suffix(".error").write_text(f"{type(error).__name__}\n{error}", encoding="utf-8")
