"""Canned questions: one `.rq` file each in `queries/`, with a header that says what it asks, takes and returns.

The header is TOML behind `#+`: `group`, `title.{en,ar,fr}`, `[params.NAME]` (type, en, ar, fr, example, classes,
required) and `[columns]` (NAME = {en, ar, fr, list}). A column `claim`, or `claims` with several, leads to the evidence and
is not shown.
Types of parameters: `entity` (a name in any spelling, an IRI or a Wikidata id), `entities` (all that match), `article`
(its name), `text`.
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import resources
from kg.errors import UsageError

_LANGUAGES = ("en", "ar", "fr")
TYPES = ("entity", "entities", "article", "text")
HIDDEN = ("claim", "claims")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked about. `classes` are local names in the ontology; empty means any."""

    name: str
    type: str
    label: dict[str, str]
    example: str
    classes: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer. `list`: the cell holds several values separated by blanks."""

    name: str
    label: dict[str, str]
    list: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A canned question."""

    name: str
    group: str
    title: dict[str, str]
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    query: str

    def parameter(self, name: str) -> Parameter:
        """Raises UsageError with the nearest name for a parameter that the question does not take."""
        for param in self.params:
            if param.name == name:
                return param
        known = ", ".join(p.name for p in self.params) or "none"
        raise UsageError(f"{self.name} takes no parameter {name}; it takes: {known}")


@cache
def catalogue() -> dict[str, Question]:
    """All canned questions by name, in order of group and name."""
    found = [parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(resources.folder("queries").glob("*.rq"))]
    return {q.name: q for q in sorted(found, key=lambda q: (q.group, q.name))}


def question(name: str) -> Question:
    """Raises UsageError that names the nearest questions."""
    known = catalogue()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `mahdar ask` lists all questions"
        raise UsageError(f"no question {name}{hint}")
    return known[name]


def parse(name: str, source: str) -> Question:
    """The question of one file. Raises ValueError naming the file where the header is not as described above."""
    lines = source.splitlines(keepends=True)
    header = "".join(line[2:].removeprefix(" ") for line in lines if line.startswith("#+"))
    try:
        told: dict[str, Any] = tomllib.loads(header)
        params = tuple(_parameter(key, entry) for key, entry in told.get("params", {}).items())
        columns = tuple(Column(key, _labels(entry), bool(entry.get("list"))) for key, entry in told["columns"].items())
        return Question(name, str(told["group"]), {k: str(told["title"][k]) for k in _LANGUAGES}, params, columns, source)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ValueError(f"{name}.rq: header: {error}") from error


def _parameter(name: str, entry: dict[str, Any]) -> Parameter:
    if entry["type"] not in TYPES:
        raise KeyError(f"type of {name}: {entry['type']}")
    classes, required = tuple(entry.get("classes", ())), bool(entry.get("required"))
    return Parameter(name, entry["type"], _labels(entry), str(entry["example"]), classes, required)


def _labels(entry: dict[str, Any]) -> dict[str, str]:
    return {k: str(entry[k]) for k in _LANGUAGES}
