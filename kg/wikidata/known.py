"""What Wikidata says already, so that it is not said again: the snapshot, and the service where the user has it asked."""

from __future__ import annotations

from collections.abc import Sequence

from kg.wikidata import questions
from kg.wikidata.item import ENTITY, Office
from kg.wikidata.questions import Select
from kg.wikidata.snapshot import Snapshot


class Known:
    """Without `select` only the snapshot is asked: it knows offices, but neither members nor items of meetings."""

    def __init__(self, snapshot: Snapshot, select: Select | None = None) -> None:
        self._snapshot = snapshot
        self._select = select
        self._offices: dict[str, list[Office]] = {}
        self._members: dict[str, set[str]] = {}

    def offices(self, person: str) -> list[Office]:
        """The offices of a person. Raises NetworkError where the service does not answer."""
        if person not in self._offices:
            item = self._snapshot.items.get(person)
            held = list(item.offices) if item else []
            if self._select is not None:
                held += [_office(row) for row in questions.ask("offices", [person], self._select)]
            self._offices[person] = held
        return self._offices[person]

    def is_member(self, member: str, collective: str) -> bool:
        """Whether the service names the member, now or once. Raises NetworkError."""
        if collective not in self._members:
            rows = questions.ask("members", [collective], self._select) if self._select is not None else []
            self._members[collective] = {row["member"].removeprefix(ENTITY) for row in rows}
        return member in self._members[collective]

    def named(self, names: Sequence[str]) -> list[str]:
        """Items of the service that bear one of the names. Raises NetworkError."""
        rows = questions.ask("meeting", list(names), self._select) if self._select is not None and names else []
        return sorted({row["item"].removeprefix(ENTITY) for row in rows})


def _office(row: dict[str, str]) -> Office:
    return Office(
        row["position"].removeprefix(ENTITY),
        row.get("country", "").removeprefix(ENTITY),
        _date(row.get("start", "")),
        _date(row.get("end", "")),
    )


def _date(text: str) -> str:
    """The day; 1 January may stand for the year only."""
    return text[:4] if text[4:10] == "-01-01" else text[:10]
