"""What a person sees when judging a link: the sentence, the candidates, what speaks for and against; Arabic and English.

Pure text in, text out: the terminal belongs to the command line.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.table import clean, width
from kg.wikidata import tables
from kg.wikidata.linking import Proposal
from kg.wikidata.matcher import Candidate, Decision
from kg.wikidata.snapshot import Snapshot

_MARK = "\u200f"  # right-to-left mark: keeps an Arabic line in order behind a number or a Latin word
_TESTS = {">": operator.gt, ">=": operator.ge, "<": operator.lt}
# Candidates with a lower score (of 100) only tire the reader, unless there is no other.
_LEAST = 5.0


@cache
def _texts() -> dict[tuple[str, str], tuple[str, str, str]]:
    """(kind, id) to test, English and Arabic text, in the order in which they are shown."""
    order = {"reason": 0, "for": 1, "against": 2, "describe": 3, "help": 4}
    rows = sorted(tables.read(tables.DATA / "review.tsv"), key=lambda row: order[row["kind"]])
    return {(r["kind"], r["id"]): (r["test"], r["en"], r["ar"]) for r in rows}


def shown(decision: Decision) -> tuple[Candidate, ...]:
    """The candidates that are shown to a person, best first."""
    return tuple(c for c in decision.candidates if c.score >= _LEAST) or decision.candidates[:1]


def page(
    proposal: Proposal, quotes: Sequence[tuple[str, str]], snapshot: Snapshot, place: str = "", columns: int = 100
) -> str:
    """The review of one entity: at most three sentences, then the candidates by number. `place` is like "2/5"."""
    entity = proposal.entity
    _, english, arabic = _texts().get(("reason", proposal.decision.reason), ("", proposal.decision.reason, ""))
    arabic_first = sorted(dict.fromkeys(entity.names), key=lambda name: not _is_arabic(name))
    lines = [
        f"── {place} ".ljust(columns, "─"),
        f"{_MARK}{clean(' ، '.join(arabic_first[:4]))}",
        f"[{entity.type}]  {english}  ·  {_MARK}{arabic}",
        "",
    ]
    for article, quote in quotes[:3]:
        lines += [f"{_MARK}« {_marked(clean(quote), entity.names)} »", f"    {article}"]
    lines.append("")
    for number, candidate in enumerate(shown(proposal.decision), 1):
        lines += _candidate(number, candidate, snapshot, columns)
    if not proposal.decision.candidates:
        lines.append("  –")
    _, english, arabic = _texts()["help", "answers"]
    return "\n".join([*lines, "", english, f"{_MARK}{arabic}"])


def _is_arabic(name: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in name)


def _marked(quote: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        if name and name in quote:
            return quote.replace(name, f"[{name}]", 1)
    return quote


def _candidate(number: int, candidate: Candidate, snapshot: Snapshot, columns: int) -> list[str]:
    item = candidate.item
    arabic = item.names.get("ar", ("",))[0]
    lines = [f"  {number}. {item.qid}  {item.label('en')}  {_MARK}{arabic}  ({item.type}, {candidate.score:.0f}/100)"]
    for office in item.offices[:3]:
        post = snapshot.items[office.position].label("en") if office.position in snapshot.items else ""
        land = snapshot.items[office.country].label("ar") if office.country in snapshot.items else ""
        lines.append(f"       {post}  {_MARK}{land}  {office.start}–{office.end}")
    for sign, kind in (("+", "for"), ("−", "against")):
        lines += _wrapped(f"     {sign} ", [*_spoken(candidate, kind)], columns)
    return lines


def _spoken(candidate: Candidate, kind: str) -> Iterator[str]:
    """What of the features speaks for or against a candidate, in words."""
    for (group, name), (test, english, arabic) in _texts().items():
        if group == kind:
            sign, bound = test.split()
            value = candidate.features[name]
            if _TESTS[sign](value, float(bound)):
                number = f" {value:.2f}" if name == "name" else ""
                yield f"{english}{number} {_MARK}{arabic}"


def _wrapped(start: str, parts: Sequence[str], columns: int) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if lines and width(lines[-1]) + width(part) + 3 <= columns:
            lines[-1] += f" · {part}"
        else:
            lines.append((start if not lines else " " * len(start)) + part)
    return lines
