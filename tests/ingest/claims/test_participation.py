"""Participation over the whole reading path, on sentences of our own (`participation_cases.tsv`)."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from ingest import mentions
from ingest.claims import participation
from ingest.document import read_document
from ingest.fold import fold
from kg.claim import ArticleRecord, Claim, PartialDate, Referent
from kg.vocabulary import M

CASES = [
    (row["text"], row["expected"])
    for row in csv.DictReader((Path(__file__).parent / "participation_cases.tsv").open(encoding="utf-8"), delimiter="\t")
]
_NAMES = {iri: name for name, iri in participation.ROLES.items()}


def read(text: str) -> list[Claim]:
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar", published=PartialDate(2023, 5, 10))
    return list(participation.extract(mentions.find(read_document(record))))


def parts(text: str) -> set[tuple[str, frozenset[str]]]:
    """(role, folded names of the actor) of every participation."""
    found = set()
    for claim in read(text):
        if claim.predicate in (M.role, M.attendance):
            actor = dict(claim.subject.slots)[M.topicActor]
            assert isinstance(actor, Referent)
            role = "absent" if claim.object == M.Absent else _NAMES[claim.object]  # type: ignore[index]
            names = frozenset(fold(n) for n in (actor.label_ar, *actor.surfaces) if n)
            found.add((role, names))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_roles(text: str, expected: str) -> None:
    found = parts(text)
    wanted = [part.partition("=")[::2] for part in expected.split("; ")] if expected else []
    for role, name in wanted:
        assert any(role == r and any(fold(name) in n or n in fold(name) for n in names) for r, names in found), \
            f"{role} {name} not in {found}"
    assert len(found) == len(wanted), found


def test_every_claim_quotes_its_actor() -> None:
    for text, _ in CASES:
        for claim in read(text):
            for span in claim.evidence:
                assert text[span.start:span.end].strip()


def test_the_stand_in_is_told_with_the_absent() -> None:
    text = "شاركت في الاجتماع الوزاري بالرياض وكيلة الوزارة سارة مورغان، التي نابت عن وزير الخارجية الأمريكي توماس كلارك في المؤتمر."
    claims = read(text)
    assert M.replacedBy in {c.predicate for c in claims}
