"""The ledger of judgements: append-only JSON Lines. Nothing is ever changed or removed; the state is folded from the lines.

Human beats machine. A pair that a person rejected is never proposed again by itself. An undo names the entry it takes back.
Merged identifiers are followed when the ledger is read; the lines keep the old ones.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kg.errors import writing
from kg.iri import digest
from kg.wikidata.errors import LedgerError

ACTIONS = ("accept", "reject", "nil", "unsure", "defer", "undo")
PREDICATES = ("exactMatch", "closeMatch", "relatedMatch", "broadMatch")
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|\\^`]+')
_QID = re.compile(r"Q[1-9]\d*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `by` is "human:NAME" or "matcher:VERSION"; `at` an ISO time with zone; `qid` empty for nil, unsure and
    defer; `undoes` the identifier of the entry taken back. `score` is 0 to 100 where a matcher gave one."""

    at: str
    by: str
    action: str
    subject: str = ""
    qid: str = ""
    predicate: str = "exactMatch"
    reason: str = ""
    score: float | None = None
    snapshot: str = ""
    evidence: str = ""
    label: str = ""
    undoes: str = ""

    @property
    def id(self) -> str:
        """Names the entry by what it says."""
        return digest("judgement", *(str(v) for v in asdict(self).values()))

    @property
    def human(self) -> bool:
        return self.by.startswith("human:")


@dataclass
class State:
    """What holds now. `current` is the deciding entry of each subject; `rejected` the pairs that a person refused."""

    current: dict[str, Entry] = field(default_factory=dict)
    rejected: dict[tuple[str, str], Entry] = field(default_factory=dict)

    def refused(self, subject: str) -> frozenset[str]:
        return frozenset(qid for owner, qid in self.rejected if owner == subject)

    def by_human(self, subject: str) -> bool:
        return subject in self.current and self.current[subject].human


def parse(line: str, place: str) -> Entry:
    """One line as an entry. Raises LedgerError that names the place."""
    try:
        row = json.loads(line)
        entry = Entry(**row)
    except (ValueError, TypeError, RecursionError) as error:
        raise LedgerError(place, f"not a judgement: {error}") from error
    wrong = _wrong(entry)
    if wrong:
        raise LedgerError(place, f"not a judgement: {wrong}")
    return entry


def _wrong(entry: Entry) -> str:
    """What is wrong with an entry, for instance after an edit by hand; empty if nothing is."""
    for name, value in asdict(entry).items():
        if name == "score":
            if value is not None and (not isinstance(value, (int, float)) or not 0 <= value <= 100):
                return f"score {value!r} is no number from 0 to 100"
        elif not isinstance(value, str):
            return f"{name} {value!r} is no text"
    if entry.action not in ACTIONS or entry.predicate not in PREDICATES:
        return f"action {entry.action!r}, predicate {entry.predicate!r}"
    if not entry.by.startswith(("human:", "matcher:")) or not entry.at:
        return f"by {entry.by!r} at {entry.at!r}"
    if entry.action == "undo":
        return "" if entry.undoes else "undo of nothing"
    if not _IRI.fullmatch(entry.subject):
        return f"subject {entry.subject!r} is no IRI"
    if entry.action in ("accept", "reject") and not entry.qid:
        return f"{entry.action} without an identifier"
    return "" if not entry.qid or _QID.fullmatch(entry.qid) else f"{entry.qid!r} is no identifier like Q42"


def render(entry: Entry) -> str:
    """One entry as one line, without empty fields."""
    row = {k: v for k, v in asdict(entry).items() if v not in ("", None)}
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def read(path: Path) -> list[Entry]:
    """All entries, oldest first; none where there is no file. Raises LedgerError on the first line that is no judgement."""
    if not path.exists():
        return []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(str(path), str(error)) from error
    return [parse(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]


def append(path: Path, entries: Iterable[Entry]) -> None:
    """Adds entries at the end, in one write, safely on disk before it returns. A line torn by a crash is closed first, so
    that it spoils itself only. Raises OutputError where nothing can be written."""
    text = "".join(render(entry) for entry in entries)
    if not text:
        return
    with writing(path):
        _write(path, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        if stream.seek(0, os.SEEK_END):
            stream.seek(-1, os.SEEK_END)
            text = text if stream.read(1) == b"\n" else "\n" + text
        stream.write(text.encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())


def fold(entries: Iterable[Entry], redirects: Mapping[str, str] | None = None) -> State:
    """The state after all entries. `redirects` maps merged identifiers to the ones that live on."""
    moved = redirects or {}
    listed = list(entries)
    undone: set[str] = set()
    for entry in reversed(listed):  # an undo that was itself undone takes nothing back
        if entry.action == "undo" and entry.id not in undone:
            undone.add(entry.undoes)
    state = State()
    for entry in listed:
        if entry.action == "undo" or entry.id in undone:
            continue
        _apply(state, entry, follow(entry.qid, moved))
    return state


def _apply(state: State, entry: Entry, qid: str) -> None:
    pair = (entry.subject, qid)
    if not entry.human and (state.by_human(entry.subject) or (entry.action == "accept" and pair in state.rejected)):
        return
    if entry.action == "reject":
        state.rejected[pair] = entry
        held = state.current.get(entry.subject)
        if held is None or (held.action == "accept" and held.qid in (qid, entry.qid)):
            state.current[entry.subject] = entry
        return
    if entry.action == "accept":
        state.rejected.pop(pair, None)
    state.current[entry.subject] = entry


def follow(qid: str, redirects: Mapping[str, str]) -> str:
    """Where an identifier leads after merges; loops end at the first repeated one."""
    seen = set()
    while qid in redirects and qid not in seen:
        seen.add(qid)
        qid = redirects[qid]
    return qid
