"""The editable tables of identity: weights, synonyms, everyday names, particles, near places, offices."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "data"


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a TSV file by its header; empty cells are empty strings."""
    lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:] if line.strip()]


def texts() -> list[tuple[str, str]]:
    """Name and text of every table, by name: what a change of the decisions can come from."""
    return [(path.name, path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.iterdir())]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a feature adds to a score (None = it keeps the pair apart), and the scores from which a pair counts."""

    accept: float
    review: float
    features: dict[str, float | None]


@cache
def weights(kind: str) -> Weights:
    """The weights of "person", "body" or "meeting" pairs."""
    table = tomllib.loads((_FOLDER / "weights.toml").read_text(encoding="utf-8"))[kind]
    features = {name: None if value == "veto" else float(value) for name, value in table["features"].items()}
    return Weights(float(table["accept"]), float(table["review"]), features)
