"""What is wrong with the lexicons: forms with two meanings, entries that can never be met, tables and patterns out of shape.

Tables are described in `lexicon/schema.toml`. A *conflict* is one folded form with two meanings where tables are searched
together. An entry is *dead* if folding makes it the same as another spelling of the same entry, if nothing is left of it
after folding, or (in patterns) if no rule uses it; `spelled` in the schema says of a table that the spelling itself is read.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.fold import fold
from ingest.lexicon import parsed, read_toml, read_tsv
from ingest.pattern import FOLDER as PATTERNS
from ingest.pattern import checked, tables
from kg.errors import UsageError

_NAMED = re.compile(r"\{(words\.|any\.)?([A-Za-z_]\w*)\}")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found: `kind` is "conflict", "dead" or "faulty"; `where` the file; `what` the form or the rule."""

    kind: str
    where: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A folded form of one table with what it stands for."""

    table: str
    form: str
    written: str
    meaning: tuple[str, ...]
    row: int


def check() -> list[Finding]:
    """All findings over the tables described in the schema and over the pattern files, sorted."""
    schema: Mapping[str, dict[str, Any]] = read_toml("schema.toml")
    found: list[Finding] = []
    spaces: dict[str, list[Entry]] = defaultdict(list)
    for table, shape in sorted(schema.items()):
        entries = list(_entries(table, shape, found))
        found.extend(_dead(entries, shape.get("spelled", "")))
        if "shared" not in shape:
            spaces[shape.get("space", table)].extend(entries)
    for entries in spaces.values():
        found.extend(conflicts(entries))
    for file in sorted(PATTERNS.glob("*.toml")):
        found.extend(_patterns(file))
    return sorted(set(found))


def unmet(texts: Iterable[str]) -> list[Entry]:
    """The entries whose form occurs in none of the texts, not even with a glued clitic."""
    words: set[str] = set()
    joined: list[str] = []
    for text in texts:
        folded = " ".join(re.findall(r"\w+", fold(text)))
        joined.append(folded)
        words.update(folded.split())
    everything = " \n ".join(joined)
    bare = words | {re.sub(r"^[وف]?[بلك]?(?=..)", "", word) for word in words}
    return [
        entry
        for table, shape in sorted(read_toml("schema.toml").items())
        for entry in _entries(table, shape, [])
        if (entry.form not in everything if " " in entry.form else entry.form not in bare)
    ]


def conflicts(entries: Iterable[Entry]) -> Iterator[Finding]:
    """One form, two meanings."""
    by_form: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_form[entry.form].append(entry)
    for same in by_form.values():
        meanings = sorted({entry.meaning for entry in same})
        if len(meanings) > 1:
            told = " and ".join("/".join(m) for m in meanings)
            tables = ", ".join(sorted({entry.table for entry in same}))
            yield Finding("conflict", tables, same[0].written, f"stands for {told}")


def _entries(table: str, shape: Mapping[str, Any], found: list[Finding]) -> Iterator[Entry]:
    try:
        rows = read_tsv(table)
    except (OSError, ValueError) as error:
        found.append(Finding("faulty", table, table, str(error)))
        return
    for number, row in enumerate(rows, 1):
        unknown = [c for c in (*shape["keys"], *shape["means"]) if c not in row]
        if unknown:
            found.append(Finding("faulty", table, ", ".join(unknown), "no such column"))
            return
        meaning = tuple(row[column] for column in shape["means"])
        for column in shape["keys"]:
            for written in (form.strip() for form in row[column].split("|")):
                if written in ("", "-"):
                    continue
                yield Entry(table, fold(written).strip(), written, meaning, number)


def _dead(entries: Iterable[Entry], spelled: str) -> Iterator[Finding]:
    """Entries without an effect. `spelled`: a sign by which a spelling tells what the folded form does not."""
    seen: dict[tuple[str, str, tuple[str, ...]], Entry] = {}
    for entry in entries:
        if not entry.form:
            yield Finding("dead", entry.table, entry.written, "nothing is left of it after folding")
            continue
        first = seen.setdefault((entry.table, entry.form, entry.meaning), entry)
        told = bool(spelled) and spelled in entry.written
        if first is not entry and first.written != entry.written and not told:
            yield Finding("dead", entry.table, entry.written, f"folds to the same as {first.written}")


def _patterns(file: Path) -> Iterator[Finding]:
    where = f"patterns/{file.name}"
    try:
        rules = checked(file.stem)
    except (UsageError, OSError, tomllib.TOMLDecodeError, KeyError) as error:
        yield Finding("faulty", where, file.stem, str(error))
        return
    names = [rule.name for rule in rules]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield Finding("conflict", where, name, "two rules of one name")
    data = parsed(file)
    for part in sorted({one.stem for one in (PATTERNS / file.stem).glob("*.toml")} - set(data.get("parts", ()))):
        yield Finding("dead", where, part, "a file of rules that `parts` does not name")
    for name in sorted(_unused(data, tables(file.stem))):
        yield Finding("dead", where, name, "no rule uses it and the code does not read it")


def _unused(data: Mapping[str, Any], rules: Iterable[Mapping[str, Any]]) -> set[str]:
    """The word lists and macros of a pattern file that neither its rules nor what the code reads (`read`) come to."""
    macros, lists = data.get("macro", {}), data.get("words", {})
    rules = list(rules)
    met = {name for rule in rules for name in rule.get("needs", "").split()}
    texts = [*(rule["pattern"] for rule in rules), *(f"{{{name}}}" for name in data.get("read", ()))]
    while texts:
        for how, name in _NAMED.findall(texts.pop()):
            if name not in met and not how:
                texts.append(macros.get(name, ""))
            met.add(name)
    return {name for name in (*macros, *lists) if name not in met}
