"""QuickStatements, version 1: lines for a person to read and paste. Written and read back here; nothing is ever uploaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.errors import InputError

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_CELL = re.compile(r'"(?:[^"]|"")*"|[^\t]+')


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a statement was read: address, quoted title and its language, dates ("2022-05-11"; empty when unknown)."""

    url: str
    title: str
    language: str
    published: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: `subject` an identifier or LAST, `value` and the values of `qualifiers` in QuickStatements notation."""

    subject: str
    property: str
    value: str
    qualifiers: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]


def date(text: str) -> str:
    """A date of ours in QuickStatements notation: `+2022-05-11T00:00:00Z/11` (11 day, 10 month, 9 year)."""
    if not _DATE.fullmatch(text):
        raise InputError(text, "not a date")
    year, month, day = (*text.split("-"), "00", "00")[:3]
    return f"+{year}-{month}-{day}T00:00:00Z/{9 + text.count('-')}"


def string(text: str) -> str:
    """A quoted string; line ends and tabs become blanks, quotation marks are doubled."""
    return '"' + " ".join(text.split()).replace('"', '""') + '"'


def line(statement: Statement) -> str:
    """One line: statement, qualifiers, references. Every reference but the first opens with `!`."""
    cells = [statement.subject, statement.property, statement.value]
    for pid, value in statement.qualifiers:
        cells += [pid, value]
    for number, reference in enumerate(statement.references):
        parts = [("S854", string(reference.url))]
        if reference.title:
            parts.append(("S1476", f"{reference.language}:{string(reference.title)}"))
        if reference.published:
            parts.append(("S577", date(reference.published)))
        parts.append(("S813", date(reference.retrieved)))
        for index, (pid, value) in enumerate(parts):
            cells += [("!" if number and not index else "") + pid, value]
    return "\t".join(cells)


def parse(text: str) -> Iterator[list[str]]:
    """The cells of each line of a file; strings keep their quotation marks."""
    for row in text.split("\n"):
        if row:
            yield _CELL.findall(row)


def create(labels: Sequence[tuple[str, str]], statements: Sequence[Statement]) -> list[str]:
    """Lines that propose a new item: CREATE, its labels ("Lar") and descriptions ("Dar"), its statements on LAST."""
    return ["CREATE", *(f"LAST\t{key}\t{string(text)}" for key, text in labels), *map(line, statements)]
