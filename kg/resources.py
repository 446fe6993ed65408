"""The one door to the data folders `ontology/`, `shapes/` and `queries/`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# In an installed wheel the folders are mapped below the package; in a checkout they stand beside it.
_ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent


def folder(name: str) -> Path:
    """The data folder `name` ("ontology", "shapes" or "queries")."""
    return _ROOT / name


def text(name: str, file: str) -> str:
    """The text of one data file, for example `text("queries", "meetings.rq")`."""
    return (folder(name) / file).read_text(encoding="utf-8")
