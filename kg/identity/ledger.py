"""Human judgements of sameness: append-only JSON Lines, never overruled by a rule. The clock is the caller's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import InputError, writing
from kg.iri import Iri


@dataclass(frozen=True, slots=True)
class Judgement:
    """`one` and `other` are profiles, or referents where two have one profile; `verdict` is "same" or "different".

    A later judgement of a pair replaces it.
    """

    one: Iri
    other: Iri
    verdict: str
    who: str
    when: str
    why: str = ""

    @property
    def pair(self) -> tuple[Iri, Iri]:
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)


def beside(folder: Path | None) -> Path | None:
    """Where the ledger of a store lies: beside its folder, so that rebuilding the store keeps it; none in memory."""
    return folder.with_name("judgements.jsonl") if folder else None


def append(path: Path, judgement: Judgement) -> None:
    """Adds one line; nothing already written changes."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(asdict(judgement), ensure_ascii=False, sort_keys=True) + "\n")


def read(path: Path | None) -> dict[tuple[Iri, Iri], Judgement]:
    """The judgements in force by pair. Raises InputError for a damaged line; no file is an empty ledger."""
    found: dict[tuple[Iri, Iri], Judgement] = {}
    if path is None or not path.exists():
        return found
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            judgement = Judgement(Iri(row["one"]), Iri(row["other"]), row["verdict"], row["who"], row["when"],
                                  row.get("why", ""))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path}:{number}", f"not a judgement: {error}") from error
        if judgement.verdict not in ("same", "different"):
            raise InputError(f"{path}:{number}", f"unknown verdict {judgement.verdict!r}")
        found.pop(judgement.pair, None)  # the order is that of the last words
        found[judgement.pair] = judgement
    return found
