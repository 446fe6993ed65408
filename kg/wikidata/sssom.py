"""The ledger as SSSOM tables (Simple Standard for Sharing Ontological Mappings), and back.

Readers of SSSOM are known to overlook the modifier "Not", so positive, negative and "no such term" mappings go into three
files. Every column of a judgement survives the round trip; what SSSOM has no column for stands in `other`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from kg.iri import ONTOLOGY
from kg.wikidata.errors import LedgerError
from kg.wikidata.item import ENTITY
from kg.wikidata.ledger import Entry

HEADER = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "mapping_justification",
    "confidence",
    "author_id",
    "mapping_tool",
    "mapping_tool_version",
    "object_source_version",
    "mapping_date",
    "comment",
    "other",
)
KINDS = ("positive", "negative", "nil")
_CURIES = {
    "mahdar": ONTOLOGY.removesuffix("ontology#"),
    "wikidata": ENTITY,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "sssom": "https://w3id.org/sssom/",
}
_NONE = "sssom:NoTermFound"
_KIND = {"accept": "positive", "reject": "negative", "nil": "nil"}


def render(entries: Iterable[Entry], kind: str) -> str:
    """One SSSOM/TSV file with its metadata block; `kind` is positive, negative or nil. Equal input is equal bytes."""
    rows = sorted(_row(e) for e in entries if _KIND.get(e.action) == kind)
    head = [
        "#curie_map:",
        *(f"#  {p}: {u}" for p, u in sorted(_CURIES.items())),
        f"#mapping_set_id: {_CURIES['mahdar']}mappings/wikidata-{kind}",
        "#license: https://creativecommons.org/publicdomain/zero/1.0/",
    ]
    return "\n".join([*head, "\t".join(HEADER), *("\t".join(row) for row in rows)]) + "\n"


def _row(entry: Entry) -> tuple[str, ...]:
    cells: Mapping[str, str] = {
        "subject_id": _curie(entry.subject),
        "subject_label": entry.label,
        "predicate_id": f"skos:{entry.predicate}",
        "predicate_modifier": "Not" if entry.action == "reject" else "",
        "object_id": f"wikidata:{entry.qid}" if entry.qid else _NONE,
        "mapping_justification": "semapv:ManualMappingCuration" if entry.human else "semapv:CompositeMatching",
        "confidence": f"{entry.score / 100:.3f}" if entry.score is not None else "",
        "author_id": entry.by if entry.human else "",
        "mapping_tool": "" if entry.human else "mahdar",
        "mapping_tool_version": "" if entry.human else entry.by.removeprefix("matcher:"),
        "object_source_version": entry.snapshot,
        "mapping_date": entry.at[:10],
        "comment": entry.reason,
        "other": json.dumps(
            {k: v for k, v in asdict(entry).items() if k in ("at", "evidence", "score") and v not in ("", None)},
            ensure_ascii=False,
            sort_keys=True,
        ),
    }
    return tuple(" ".join(cells[name].split()) for name in HEADER)


def _curie(iri: str) -> str:
    base = _CURIES["mahdar"]
    return "mahdar:" + iri.removeprefix(base) if iri.startswith(base) else iri


def _iri(curie: str) -> str:
    return _CURIES["mahdar"] + curie.removeprefix("mahdar:") if curie.startswith("mahdar:") else curie


def parse(text: str) -> Iterator[Entry]:
    """The judgements of an SSSOM/TSV file written by `render`. Raises LedgerError on a row that is none."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    if not lines or tuple(lines[0].split("\t")) != HEADER:
        raise LedgerError("SSSOM", "not a table with the expected columns")
    for number, line in enumerate(lines[1:], 2):
        row = dict(zip(HEADER, line.split("\t"), strict=False))
        if len(row) != len(HEADER):
            raise LedgerError(f"SSSOM row {number}", "wrong number of columns")
        try:
            other = json.loads(row["other"])
            at = other["at"]
        except (ValueError, KeyError, TypeError) as error:
            raise LedgerError(f"SSSOM row {number}", f"not what was written in `other`: {error}") from error
        found = row["object_id"] != _NONE
        yield Entry(
            at=at,
            by=row["author_id"] or f"matcher:{row['mapping_tool_version']}",
            action="nil" if not found else "reject" if row["predicate_modifier"] == "Not" else "accept",
            subject=_iri(row["subject_id"]),
            qid=row["object_id"].removeprefix("wikidata:") if found else "",
            predicate=row["predicate_id"].removeprefix("skos:"),
            reason=row["comment"],
            score=other.get("score"),
            snapshot=row["object_source_version"],
            evidence=other.get("evidence", ""),
            label=row["subject_label"],
        )
