"""Evidence rows: which public source prints which label beside which identifier, and how far it can be trusted.

Tiers: A machine-derived from Wikidata with the label beside the identifier; B curated by an institution and checked by
machines; C a hand list that says it was checked. A row enters the snapshot with an A or B source; C alone needs a second
source and is listed as unproven until it has one. A row whose A source names no repository may be proposed to a person
but is never linked by itself.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.wikidata import tables

EVIDENCE = ("qid", "kind", "label_en", "label_ar", "tier", "trust", "sources")
UNPROVEN = ("kind", "label_en", "label_ar", "candidate", "reason")

_TIER = re.compile(r"\[tier ([ABC]+)\]\s*")
# A source that can be looked up: "owner/repository:path", "owner/repository@commit:path", or a named package.
_CITABLE = re.compile(r"[\w.-]+/[\w.-]+(@\w+)?:|[\w.-]+/[\w.-]+@\w+|PyPI \S+|npm \S+")
_QID = re.compile(r"[QP][1-9]\d*")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One identifier with the labels printed beside it. `trust` is "auto" (may be linked by itself) or "review"."""

    qid: str
    kind: str
    label_en: str
    label_ar: str
    tier: str
    trust: str
    sources: str


@dataclass(frozen=True, slots=True)
class Unproven:
    """A thing without a usable identifier, and why. `candidate` is an identifier that must not be emitted."""

    kind: str
    label_en: str
    label_ar: str
    candidate: str
    reason: str


def read_source(path: Path) -> tuple[list[Evidence], list[Unproven]]:
    """Reads a table `kind,label_en,label_ar,qid,verified,source` (CSV, UTF-8) and applies the gate to each row."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), str(error)) from error
    if not rows or not {"kind", "label_en", "label_ar", "qid", "verified", "source"} <= set(rows[0]):
        raise InputError(str(path), "not a table kind,label_en,label_ar,qid,verified,source")
    proven: list[Evidence] = []
    unproven: list[Unproven] = []
    for row in rows:
        judged = judge(row)
        if isinstance(judged, Evidence):
            proven.append(judged)
        else:
            unproven.append(judged)
    return proven, unproven


def judge(row: Mapping[str, str]) -> Evidence | Unproven:
    """One row through the gate. A cut Arabic label (it ends in a blank) is dropped: it names nothing."""
    kind = "country" if row["kind"].startswith("country") else row["kind"]
    label_ar = "" if row["label_ar"] != row["label_ar"].rstrip() else row["label_ar"]
    tier_match = _TIER.match(row["source"])
    sources = _TIER.sub("", row["source"])
    if row["verified"] != "yes" or tier_match is None or not _QID.fullmatch(row["qid"]):
        # The candidate is not carried over: an identifier "from memory" would only invite its use.
        return Unproven(kind, row["label_en"], label_ar, "", sources)
    tier = tier_match.group(1)
    if tier == "C":
        reason = "hand list only; needs a second source: " + sources
        return Unproven(kind, row["label_en"], label_ar, row["qid"], reason)
    disputed = _disputed(row)
    trust = "auto" if _CITABLE.search(sources) and not disputed else "review"
    return Evidence(
        row["qid"], kind, row["label_en"], label_ar, tier, trust, sources + (f" ; {disputed}" if disputed else "")
    )


def _disputed(row: Mapping[str, str]) -> str:
    for known in tables.read(tables.DATA / "disputed.tsv"):
        if known["qid"] == row["qid"] and known["label_en"] == row["label_en"]:
            return f"disputed: {known['reason']}"
    return ""


def load() -> list[Evidence]:
    """The committed evidence rows: the imported table and, for offices read from sources later, `holders.tsv`."""
    rows = [Evidence(**row) for row in tables.read(tables.DATA / "evidence.tsv")]
    known = {row.qid for row in rows}
    for extra in held_evidence():
        if extra.qid not in known:
            known.add(extra.qid)
            rows.append(extra)
    return rows


def held_evidence() -> Iterator[Evidence]:
    """Evidence for countries, offices and persons from the rows of `holders.tsv` (identifier and label side by side)."""
    for row in tables.read(tables.DATA / "holders.tsv"):
        for kind, label in (("country", "country_label"), ("position", "position_label"), ("person", "person_label")):
            if row[kind] and row[label]:
                yield Evidence(row[kind], kind, row[label], "", "A", "auto", row["source"])


def conflicts(rows: Iterable[Evidence]) -> list[str]:
    """Clashes between rows, one line each: one identifier of two kinds, one label and kind with two identifiers."""
    kinds: dict[str, set[str]] = {}
    named: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        kinds.setdefault(row.qid, set()).add(row.kind)
        named.setdefault((row.kind, row.label_en.casefold()), set()).add(row.qid)
    found = [f"{qid}: several kinds: {', '.join(sorted(k))}" for qid, k in kinds.items() if len(k) > 1]
    found += [
        f"{kind} {label!r}: several identifiers: {', '.join(sorted(q))}" for (kind, label), q in named.items() if len(q) > 1
    ]
    return sorted(found)


def write(proven: Iterable[Evidence], unproven: Iterable[Unproven], folder: Path) -> None:
    """Writes `evidence.tsv` and `unproven.tsv`; equal input gives equal bytes."""
    comments = ("An identifier may be emitted only if it stands here. Labels are as printed in the source.",)
    text = tables.render(EVIDENCE, ({n: getattr(r, n) for n in EVIDENCE} for r in proven), comments)
    (folder / "evidence.tsv").write_text(text, encoding="utf-8", newline="\n")
    comments = ("No identifier of this table may be emitted. `candidate` waits for a second source.",)
    text = tables.render(UNPROVEN, ({n: getattr(r, n) for n in UNPROVEN} for r in unproven), comments)
    (folder / "unproven.tsv").write_text(text, encoding="utf-8", newline="\n")
