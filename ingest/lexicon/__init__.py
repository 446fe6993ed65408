"""Word lists and tables an Arabic-speaking analyst can edit: the data files of this folder, and how to read them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


def read_tsv(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a header line. Empty lines and lines starting with "#" are passed over.

    Raises ValueError naming file and line where a row has not as many cells as the header.
    """
    rows: list[dict[str, str]] = []
    header: list[str] | None = None
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
        elif len(cells) != len(header):
            raise ValueError(f"{name}, line {number}: {len(cells)} cells instead of {len(header)}")
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return rows


def read_toml(name: str) -> Mapping[str, Any]:
    """The tables of a TOML file of this folder."""
    return parsed(FOLDER / name)


def read_tomls(folder: str) -> dict[str, Any]:
    """The tables of all TOML files of a subfolder, as one. Raises ValueError naming file and key where two have the same."""
    found: dict[str, Any] = {}
    for file in sorted((FOLDER / folder).glob("*.toml")):
        for key, value in read_toml(f"{folder}/{file.name}").items():
            if key in found:
                raise ValueError(f"{folder}/{file.name}: {key} stands in another file of the folder too")
            found[key] = value
    return found


@cache
def parsed(file: Path) -> Mapping[str, Any]:
    """The tables of a TOML file, read once: many ask for one list each of the same file."""
    return tomllib.loads(file.read_text(encoding="utf-8"))
