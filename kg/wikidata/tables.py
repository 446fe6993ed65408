"""Reads and writes the tab-separated tables of this package: UTF-8, header line, sorted, `\\n` line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import InputError

DATA = Path(__file__).resolve().parent / "data"


def read(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a table as dicts. Lines that begin with `#` are comments. Raises InputError on a row of the wrong width."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), str(error)) from error
    rows = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows:
        raise InputError(str(path), "empty table")
    header = rows[0][1].split("\t")
    for number, line in rows[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise InputError(str(path), f"line {number}: {len(cells)} cells, {len(header)} expected")
        yield dict(zip(header, cells, strict=True))


def render(header: Sequence[str], rows: Iterable[Mapping[str, str]], comments: Sequence[str] = ()) -> str:
    """The text of a table: comments, header, rows sorted by all their cells, so that equal content is equal bytes."""
    lines = sorted({"\t".join(_cell(row.get(name, "")) for name in header) for row in rows}, key=_natural)
    return "\n".join([*(f"# {c}" for c in comments), "\t".join(header), *lines]) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split())


def _natural(line: str) -> tuple[int, str]:
    """Sorts Q2 before Q10, everything else by text."""
    first = line.split("\t", 1)[0]
    return (int(first[1:]) if first[:1] in "QP" and first[1:].isdigit() else 0, line)
