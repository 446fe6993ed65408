"""The gate: no identifier without an evidence row, anywhere in the repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kg.wikidata import evidence, snapshot, tables
from kg.wikidata.evidence import Evidence, Unproven

REPOSITORY = Path(__file__).resolve().parents[3]
SHARED = REPOSITORY.parent / "shared" / "wikidata" / "ids.csv"
DENIED = Path(__file__).with_name("denylist.tsv")
# The only files that may hold identifiers without evidence: what is listed as wrong, and what waits for a second source.
EXEMPT = {DENIED.relative_to(REPOSITORY).as_posix(), "kg/wikidata/data/unproven.tsv"}
_IDENTIFIER = re.compile(r"(?<![\w.-])Q[1-9]\d*(?![\w-])")


def committed() -> list[Path]:
    """The text files of the repository, as git knows them: new ones included, but no environment made in it."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    environments = {mark.parent.name for mark in REPOSITORY.glob("*/pyvenv.cfg")}
    names = [name for name in listed.stdout.splitlines() if name.split("/")[0] not in environments]
    return [REPOSITORY / name for name in names if (REPOSITORY / name).is_file()]


def identifiers_without_evidence(text: str, proven: set[str]) -> set[str]:
    return {q for q in _IDENTIFIER.findall(text) if q not in proven}


def test_every_identifier_has_an_evidence_row() -> None:
    proven = {row.qid for row in evidence.load()} | ALLOWED
    found: dict[str, set[str]] = {}
    for path in committed():
        name = path.relative_to(REPOSITORY).as_posix()
        if name in EXEMPT or name.endswith(".lock"):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if missing := identifiers_without_evidence(text, proven):
            found[name] = missing
    assert found == {}


# Quarters and numbered questions, and examples of the form of an identifier in comments and help texts.
ALLOWED = {"Q1", "Q2", "Q3", "Q4", "Q10", "Q42"}


def test_the_gate_sees_an_unproven_identifier() -> None:
    unproven = f"Q{10**9}"
    assert identifiers_without_evidence(f"the item {unproven}, said somebody, not Q5", {"Q5"}) == {unproven}


def test_snapshot_is_what_its_sources_give() -> None:
    first = snapshot.build()
    assert first == snapshot.build()
    assert first == (tables.DATA / "snapshot.tsv").read_text(encoding="utf-8")


def test_evidence_is_what_the_source_table_gives(tmp_path: Path) -> None:
    if not SHARED.exists():
        pytest.skip("the source table ../shared/wikidata/ids.csv is not here")
    proven, unproven = evidence.read_source(SHARED)
    evidence.write(proven, unproven, tmp_path)
    for name in ("evidence.tsv", "unproven.tsv"):
        assert (tmp_path / name).read_bytes() == (tables.DATA / name).read_bytes()


@pytest.mark.parametrize(
    ("source", "verified", "expected"),
    [
        ("[tier A] owner/repository@abc123:path.csv", "yes", "auto"),
        ("[tier B] PyPI rigour 2.6.1 territories", "yes", "auto"),
        ("[tier A] GitHub file, repository not recorded", "yes", "review"),
        ("[tier C] owner/repository:list.py", "yes", None),
        ("[tier BC] owner/repository:list.py", "yes", "auto"),
        ("no source found yet", "no", None),
        ("a list without a tier", "yes", None),
    ],
)
def test_tiers(source: str, verified: str, expected: str | None) -> None:
    row = {"kind": "organization", "label_en": "X", "label_ar": "س", "qid": "Q42", "verified": verified, "source": source}
    judged = evidence.judge(row)
    assert (judged.trust if isinstance(judged, Evidence) else None) == expected


def test_a_cut_arabic_label_is_dropped() -> None:
    row = {
        "kind": "position",
        "label_en": "X",
        "label_ar": "وزير خارجية ",
        "qid": "Q42",
        "verified": "yes",
        "source": "[tier A] a/b:c",
    }
    assert evidence.judge(row).label_ar == ""


def test_an_unverified_candidate_is_not_carried_over() -> None:
    row = {"kind": "place", "label_en": "X", "label_ar": "", "qid": "Q42", "verified": "no", "source": "from memory"}
    judged = evidence.judge(row)
    assert isinstance(judged, Unproven)
    assert judged.candidate == ""


def test_known_wrong_pairs_stay_out() -> None:
    items = snapshot.read().items
    for row in tables.read(DENIED):
        item = items.get(row["qid"])
        if item is None:
            continue
        names = {name.casefold() for name in item.names.get("en", ())}
        assert row["label"].casefold() not in names or item.trust == "review", row


def test_clashes_are_found() -> None:
    clean = [row for row in evidence.load() if row.kind in ("country", "organization")]
    assert evidence.conflicts(clean) == []
    injected = []
    for number, row in enumerate(clean[:200]):
        if number % 2:
            injected.append(Evidence(row.qid, "person", row.label_en, "", "A", "auto", "a/b:c"))
        else:
            injected.append(Evidence(f"Q{10**9 + number}", row.kind, row.label_en, "", "A", "auto", "a/b:c"))
    found = "\n".join(evidence.conflicts([*clean, *injected]))
    caught = sum((row.qid if number % 2 else f"Q{10**9 + number}") in found for number, row in enumerate(injected))
    assert caught >= 0.95 * len(injected)


def test_every_alias_and_office_belongs_to_a_proven_item() -> None:
    proven = {row.qid for row in evidence.load()}
    assert {row["qid"] for row in tables.read(tables.DATA / "aliases.tsv")} <= proven
    for item in snapshot.read().items.values():
        for office in item.offices:
            assert {office.position, office.country} - {""} <= proven


def test_every_row_names_its_source_and_the_notice_covers_it() -> None:
    notice = (tables.DATA / "NOTICE").read_text(encoding="utf-8")
    for row in evidence.load():
        assert row.sources
    assert "every-politician-scrapers" in notice
    assert "Unicode" in notice
