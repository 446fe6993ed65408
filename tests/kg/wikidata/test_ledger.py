"""The ledger: append-only, human over machine, rejections for ever, undo, merges, damage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, OutputError
from kg.wikidata import ledger, rdf, snapshot, sssom, standing
from kg.wikidata.errors import LedgerError
from kg.wikidata.ledger import Entry

WHO, MACHINE = "human:amal", "matcher:1"
THING = "https://w3id.org/mahdar/id/country/MA"
MOROCCO, JORDAN = "Q1028", "Q810"


def entry(by: str, action: str, qid: str = "", subject: str = THING, minute: int = 0, undoes: str = "") -> Entry:
    return Entry(f"2026-01-01T10:{minute:02d}:00+00:00", by, action, subject, qid, undoes=undoes)


def test_human_beats_machine_before_and_after() -> None:
    for order in ((MACHINE, WHO), (WHO, MACHINE)):
        listed = [entry(by, "accept", MOROCCO if by == WHO else JORDAN, minute=i) for i, by in enumerate(order)]
        assert ledger.fold(listed).current[THING].qid == MOROCCO


def test_a_rejected_pair_is_remembered_for_ever() -> None:
    listed = [
        entry(WHO, "reject", MOROCCO),
        entry(MACHINE, "accept", MOROCCO, minute=1),
        entry(WHO, "accept", JORDAN, minute=2),
        entry(MACHINE, "accept", MOROCCO, minute=3),
    ]
    state = ledger.fold(listed)
    assert state.refused(THING) == {MOROCCO}
    assert state.current[THING].qid == JORDAN


def test_a_person_may_change_their_mind() -> None:
    state = ledger.fold([entry(WHO, "reject", MOROCCO), entry(WHO, "accept", MOROCCO, minute=1)])
    assert state.refused(THING) == frozenset()
    assert state.current[THING].action == "accept"


def test_undo_and_undo_of_undo() -> None:
    first = entry(WHO, "accept", MOROCCO)
    undo = entry(WHO, "undo", subject="", minute=1, undoes=first.id)
    assert ledger.fold([first, undo]).current == {}
    redo = entry(WHO, "undo", subject="", minute=2, undoes=undo.id)
    assert ledger.fold([first, undo, redo]).current[THING].qid == MOROCCO


def test_a_human_nil_stops_the_machine() -> None:
    state = ledger.fold([entry(WHO, "nil"), entry(MACHINE, "accept", MOROCCO, minute=1)])
    assert state.current[THING].action == "nil"


def test_merges_are_followed_when_read() -> None:
    redirects = {MOROCCO: "Q79", "Q79": JORDAN}
    state = ledger.fold([entry(WHO, "reject", MOROCCO)], redirects)
    assert state.refused(THING) == {JORDAN}
    assert ledger.follow("Q1", {"Q1": "Q2", "Q2": "Q1"}) in ("Q1", "Q2")


def test_appending_keeps_every_line(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "ledger.jsonl"
    first = entry(WHO, "accept", MOROCCO)
    ledger.append(path, [first])
    before = path.read_bytes()
    ledger.append(path, [entry(WHO, "undo", subject="", undoes=first.id)])
    ledger.append(path, [])
    assert path.read_bytes().startswith(before)
    assert len(ledger.read(path)) == 2


def test_a_torn_line_spoils_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger.append(path, [entry(WHO, "accept", MOROCCO)])
    with path.open("ab") as stream:
        stream.write(b'{"action": "acc')
    ledger.append(path, [entry(WHO, "accept", JORDAN, subject=THING + "x")])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    assert ledger.parse(lines[2], "x").qid == JORDAN
    with pytest.raises(LedgerError, match=r"ledger\.jsonl:2"):
        ledger.read(path)


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "{}",
        '{"at":"x","by":"y","action":"guess","subject":"s"}',
        '{"at":"x","by":"y","action":"accept","subject":"s"}',
        "null",
        '{"at":5,"by":"human:a","action":"nil","subject":"https://example.org/x"}',
        '{"at":"x","by":["human:a"],"action":"nil","subject":"https://example.org/x"}',
        '{"at":"x","by":"a","action":"nil","subject":"https://example.org/x"}',
        '{"at":"x","by":"human:a","action":"nil","subject":"country/MA"}',
        '{"at":"x","by":"human:a","action":"nil","subject":"https://example.org/a b"}',
        '{"at":"x","by":"human:a","action":"nil","subject":{"a":1}}',
        '{"at":"x","by":"human:a","action":["nil"],"subject":"https://example.org/x"}',
        '{"at":"x","by":"human:a","action":"accept","subject":"https://example.org/x","qid":"Q1 } x"}',
        '{"at":"x","by":"human:a","action":"nil","subject":"https://example.org/x","score":"high"}',
        '{"at":"x","by":"human:a","action":"nil","subject":"https://example.org/x","score":101}',
        '{"at":"x","by":"human:a","action":"nil","subject":"https://example.org/x","more":"y"}',
        '{"at":"x","by":"human:a","action":"undo"}',
        '{"a":' * 5000,
    ],
)
def test_what_is_no_judgement_is_refused(line: str) -> None:
    with pytest.raises(LedgerError):
        ledger.parse(line, "here")


_text = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), max_size=12)
_entries = st.builds(
    Entry,
    at=st.datetimes().map(lambda d: d.isoformat()),
    by=st.sampled_from([WHO, MACHINE]),
    action=st.sampled_from(["accept", "reject", "nil"]),
    subject=st.sampled_from([THING, "https://example.org/x"]),
    qid=st.sampled_from([MOROCCO, JORDAN]),
    predicate=st.sampled_from(ledger.PREDICATES),
    reason=_text,
    score=st.none() | st.floats(0, 100).map(lambda f: round(f, 1)),
    snapshot=_text,
    evidence=_text,
    label=_text,
).map(lambda e: Entry(**{**{f: getattr(e, f) for f in e.__slots__}, "qid": "" if e.action == "nil" else e.qid}))


@given(st.lists(_entries, max_size=8))
def test_lines_and_sssom_lose_nothing(entries: list[Entry]) -> None:
    assert [ledger.parse(ledger.render(e), "x") for e in entries] == entries
    back = [e for kind in sssom.KINDS for e in sssom.parse(sssom.render(entries, kind))]
    assert sorted(map(ledger.render, back)) == sorted(set(map(ledger.render, entries))) or len(back) == len(entries)
    assert {ledger.render(e) for e in back} == {ledger.render(e) for e in entries}


def test_sssom_keeps_negatives_and_nils_apart() -> None:
    entries = [entry(WHO, "accept", MOROCCO), entry(WHO, "reject", JORDAN), entry(MACHINE, "nil", subject=THING + "x")]
    texts = {kind: sssom.render(entries, kind) for kind in sssom.KINDS}
    assert "\tNot\t" not in texts["positive"] + texts["nil"]
    assert "\tNot\t" in texts["negative"]
    assert "sssom:NoTermFound" in texts["nil"]
    assert texts["positive"] == sssom.render(reversed(entries), "positive")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="file"):
        ledger.append(tmp_path / "file" / "ledger.jsonl", [entry(WHO, "accept", MOROCCO)])


@pytest.mark.parametrize("text", ["x\ny\n", "from\tto\nfoo\tbar\n", "from\tto\nQ1028\tQ79 x\n"])
def test_a_damaged_table_of_merges_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ledger.redirects.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="redirects"):
        rdf.read_redirects(path)


def test_only_proven_links_count(tmp_path: Path) -> None:
    unknown, path, table = f"Q{10**10}", tmp_path / "ledger.jsonl", snapshot.read()
    bare, shown = entry(WHO, "accept", unknown), entry(WHO, "accept", unknown, subject=THING + "x")
    shown = replace(shown, evidence="https://example.org/list")
    machine = replace(entry(MACHINE, "accept", unknown, subject=THING + "y"), evidence="name=1.00")
    ledger.append(path, [bare, shown, machine, entry(WHO, "reject", unknown, subject=THING + "z")])
    found = standing.read(path, table)
    assert set(found.state.current) == {THING + "x", THING + "z"}
    assert {e.subject for e in found.unproven} == {THING, THING + "y"}
    # After a merge an identifier of the snapshot leads to one that it does not know yet: still proven.
    (tmp_path / "ledger.redirects.tsv").write_text(f"from\tto\n{MOROCCO}\t{unknown}\n", encoding="utf-8")
    ledger.append(path, [entry(WHO, "accept", MOROCCO, minute=5)])
    assert THING in standing.read(path, table).state.current
