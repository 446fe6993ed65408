"""The commands as a user runs them, each in a process of its own or through click; real files, real sockets."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.wikidata import ledger, mirror, snapshot
from tests.kg.wikidata import newsdesk, servers
from tests.kg.wikidata.servers import serving, sparql_over

REPOSITORY = Path(__file__).resolve().parents[3]
PROGRAM = "import sys; from ingest.cli import main; sys.argv[0] = 'mahdar'; main()"
# The interpreter reports every socket, also those of libraries, before it is made.
NO_SOCKET = """
import os, sys
def watch(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"socket opened: {event}\\n".encode())
        os._exit(99)
sys.addaudithook(watch)
"""
TIME = ("--at", "2026-01-01T00:00:00+00:00")


def mahdar(
    *arguments: str, answers: str = "", before: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    known = {k: v for k, v in os.environ.items() if not k.startswith("MAHDAR_")}
    return subprocess.run(
        [sys.executable, "-c", before + PROGRAM, *arguments],
        cwd=REPOSITORY,
        input=answers,
        capture_output=True,
        text=True,
        timeout=90,
        env={**known, "PYTHONPATH": str(REPOSITORY), **environment},
        check=False,
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return newsdesk.on_disk(tmp_path / "out" / "store")


def test_link_then_review_then_undo(store: Path) -> None:
    book = store.parent / "wikidata.jsonl"
    first = mahdar("link", "--store", str(store), *TIME, "--json")
    assert first.returncode == 0, first.stderr
    report = json.loads(first.stdout)
    assert report["accept"] == report["links"] == 9
    before = book.read_bytes()
    assert json.loads(mahdar("link", "--store", str(store), "--json").stdout)["new_judgements"] == 0
    assert book.read_bytes() == before

    review = mahdar("link", "--store", str(store), "review", "--all", "--by", "amal", *TIME, answers="1\n-1\nwhat\nn\nq\n")
    assert review.returncode == 0, review.stderr
    assert "not understood" in review.stderr
    entries = ledger.read(book)
    assert [e.action for e in entries if e.human] == ["accept", "reject", "nil"]
    assert book.read_bytes().startswith(before)

    rejected = next(e for e in entries if e.action == "reject")
    again = json.loads(mahdar("link", "--store", str(store), "--json").stdout)
    assert again["accept"] < report["accept"]
    undo = mahdar("link", "--store", str(store), "judge", "undo", rejected.id, "--by", "amal", *TIME)
    assert undo.returncode == 0, undo.stderr
    assert (rejected.subject, rejected.qid) not in ledger.fold(ledger.read(book)).rejected


def test_the_store_may_stand_behind_the_subcommand(store: Path, tmp_path: Path) -> None:
    book, nowhere = tmp_path / "book.jsonl", str(tmp_path / "nowhere")
    given = ("--by", "amal", *TIME, "--store", str(store), "--ledger", str(book))
    assert mahdar("link", "judge", "nil", "country/MA", *given).returncode == 0
    assert [entry.action for entry in ledger.read(book)] == ["nil"]
    assert not (store.parent / "wikidata.jsonl").exists()
    assert "nil" in mahdar("link", "log", "--ledger", str(book)).stdout
    mahdar("link", "--store", str(store), "judge", "nil", "country/MA", "--by", "amal", *TIME)
    for arguments in (("--store", nowhere, "log", "--store", str(store)), ("log", "--store", str(store))):
        assert "nil" in mahdar("link", *arguments).stdout, "the ledger beside the store that is named last"
    sheets = tmp_path / "sheets"
    assert mahdar("link", "sssom", "--out", str(sheets), "--store", str(store)).returncode == 0
    assert "country/MA" in (sheets / "nil.sssom.tsv").read_text(encoding="utf-8")
    review = mahdar("link", "review", "--by", "amal", "--store", str(store), answers="q\n")
    assert review.returncode == 0, review.stderr


def test_review_needs_a_name(store: Path) -> None:
    answer = mahdar("link", "--store", str(store), "review")
    assert answer.returncode == 2
    assert "--by" in answer.stderr


def test_a_refused_candidate_leaves_the_entity_open(store: Path) -> None:
    book = store.parent / "wikidata.jsonl"
    mahdar("link", "--store", str(store), *TIME)
    answers = "-1\n" * 12 + "d\ns\nq\n"
    first = mahdar("link", "--store", str(store), "review", "--all", "--by", "amal", *TIME, answers=answers)
    assert first.returncode == 0, first.stderr
    state = ledger.fold(ledger.read(book))
    put_off = [e for e in state.current.values() if e.action == "defer" and e.human]
    assert len(put_off) == 1
    again = mahdar("link", "--store", str(store), "review", "--by", "amal", *TIME, answers="q\n")
    assert put_off[0].label in again.stdout, "what was put off comes again"


def test_judging_what_is_not_there(store: Path) -> None:
    for arguments in (
        ("accept", "country/XX", "Q1028"),
        ("accept", "country/MA", "1028"),
        ("accept", "country/MA", "Q١"),
        ("nil", "country/MA", "Q1028"),
        ("undo", "nothing"),
        ("nil", "country/MA", "--at", "yesterday"),
        ("nil", "country/MA", "--at", "2026-01-01"),
    ):
        answer = mahdar("link", "--store", str(store), "judge", *arguments, "--by", "amal")
        assert answer.returncode == 2, arguments
        assert len(answer.stderr.splitlines()) == 1, answer.stderr
    assert not (store.parent / "wikidata.jsonl").exists()


def test_no_link_without_evidence_or_of_another_kind(store: Path) -> None:
    def accept(*arguments: str) -> subprocess.CompletedProcess[str]:
        return mahdar("link", "--store", str(store), "judge", "accept", *arguments, "--by", "amal", *TIME)

    unknown = f"Q{10**10}"
    refused = accept("country/MA", unknown)
    assert refused.returncode == 2
    assert "--evidence" in refused.stderr
    another = accept("country/MA", "Q7821917")
    assert another.returncode == 2
    assert "Antony Blinken" in another.stderr
    assert accept("country/MA", "Q7821917", "--as", "relatedMatch").returncode == 0
    assert accept("country/MA", unknown, "--evidence", "https://example.org/list").returncode == 0


def test_a_ledger_edited_by_hand_makes_no_unproven_link(store: Path) -> None:
    book, unknown = store.parent / "wikidata.jsonl", f"Q{10**10}"
    subject = "https://w3id.org/mahdar/id/country/MA"
    ledger.append(book, [ledger.Entry("2026-01-01T00:00:00+00:00", "human:amal", "accept", subject, unknown)])
    answer = mahdar("link", "--store", str(store), *TIME)
    assert answer.returncode == 0
    assert unknown in answer.stderr
    assert unknown not in mahdar("export", "--store", str(store), "--format", "nq").stdout
    mahdar("link", "--store", str(store), "sssom", "--out", str(store.parent / "sssom"))
    assert unknown not in (store.parent / "sssom" / "positive.sssom.tsv").read_text(encoding="utf-8")


def test_a_damaged_ledger_is_named_and_not_touched(store: Path) -> None:
    book = store.parent / "wikidata.jsonl"
    book.write_text('{"broken\n', encoding="utf-8")
    answer = mahdar("link", "--store", str(store))
    assert answer.returncode == 3
    assert "wikidata.jsonl:1" in answer.stderr
    assert book.read_text(encoding="utf-8") == '{"broken\n'


def test_exports_are_byte_identical(store: Path, tmp_path: Path) -> None:
    mahdar("link", "--store", str(store), *TIME)
    for folder in ("a", "b"):
        for arguments in (
            ("link", "--store", str(store), "sssom"),
            ("wikidata", "export", "--store", str(store), "--retrieved", "2026-01-02"),
        ):
            assert mahdar(*arguments, "--out", str(tmp_path / folder)).returncode == 0
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert names == ["held-back.tsv", "negative.sssom.tsv", "nil.sssom.tsv", "positive.sssom.tsv", "quickstatements.txt"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_snapshot_commands(tmp_path: Path) -> None:
    assert mahdar("wikidata", "build", "--check").returncode == 0
    out = tmp_path / "snapshot.tsv"
    assert mahdar("wikidata", "build", "--out", str(out)).returncode == 0
    assert snapshot.read(out).version == snapshot.read().version
    out.write_text(out.read_text(encoding="utf-8") + "x", encoding="utf-8")
    assert mahdar("wikidata", "build", "--check", "--out", str(out)).returncode == 1
    found = mahdar("wikidata", "conflicts", "--json")
    assert found.returncode == 1
    assert json.loads(found.stdout)["unproven"]


def test_questions_offline() -> None:
    answer = mahdar("wikidata", "ask", "offices", "Q7821917", "--json")
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout.splitlines()[0])["position"].endswith("/Q14213")
    assert mahdar("wikidata", "ask", "offices", "Blinken").returncode == 2
    empty = mahdar("wikidata", "ask", "members", "Q7172")
    assert empty.returncode == 0
    assert "--online" in empty.stderr
    assert mahdar("wikidata", "search", "مراكش", "--cache", "/nonexistent").returncode == 2


def test_going_online_needs_the_word_and_a_contact() -> None:
    assert mahdar("wikidata", "refresh").returncode == 2
    refused = mahdar("wikidata", "refresh", "--online")
    assert refused.returncode == 2
    assert "MAHDAR_CONTACT" in refused.stderr


def test_no_command_opens_a_socket_unless_asked(store: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("ترأس وزير الخارجية ناصر بوريطة اجتماعا في الرباط.", encoding="utf-8")
    here = ("--store", str(store))
    for arguments in (
        ("build", str(article), "--out", str(tmp_path / "built")),
        ("link", *here),
        ("link", *here, "log"),
        ("link", *here, "review", "--all", "--by", "amal"),
        ("link", *here, "judge", "nil", "country/BF", "--by", "amal"),
        ("link", *here, "sssom", "--out", str(tmp_path / "sssom")),
        ("wikidata", "export", *here, "--out", str(tmp_path / "export")),
        ("wikidata", "disagreements", *here),
        ("wikidata", "ask", "offices", "Q7821917"),
        ("wikidata", "build", "--check"),
    ):
        answer = mahdar(*arguments, before=NO_SOCKET, MAHDAR_CONTACT="tests@example.org", HOME=str(tmp_path))
        assert answer.returncode == 0, (arguments, answer.stderr)
    for refused in (("wikidata", "refresh"), ("wikidata", "search", "مراكش")):
        answer = mahdar(*refused, before=NO_SOCKET, MAHDAR_CONTACT="tests@example.org", HOME=str(tmp_path))
        assert answer.returncode == 2, (refused, answer.stderr)
        assert "--online" in answer.stderr
    online = ("--online", "--endpoint", "http://127.0.0.1:9/sparql", "--cache", str(tmp_path / "cache"))
    watched = mahdar("wikidata", "ask", "offices", "Q1028", *online, before=NO_SOCKET, MAHDAR_CONTACT="tests@example.org")
    assert watched.returncode == 99, "the watch itself works"


@pytest.mark.timeout(90)
def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = mahdar("reconcile", "serve", "--port", str(taken.getsockname()[1]))
    assert answer.returncode == 2
    assert len(answer.stderr.splitlines()) == 1
    assert "--port" in answer.stderr


def test_two_processes_lose_no_judgement(store: Path) -> None:
    book = store.parent / "wikidata.jsonl"
    command = [sys.executable, "-c", PROGRAM, "link", "--store", str(store), "judge", "nil"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    asked = ("country/MA", "country/US", "country/JO")
    running = [
        subprocess.Popen(
            [*command, subject, "--by", "amal"], cwd=REPOSITORY, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for subject in asked
    ]  # fmt: skip
    done = [(process.communicate(timeout=60), process.returncode) for process in running]
    assert {code for _, code in done} <= {0, 6}, done
    assert sum(code == 0 for _, code in done) == len(ledger.read(book))


def test_an_output_that_cannot_be_written_is_one_line(store: Path) -> None:
    book = store.parent / "file"
    book.write_text("x", encoding="utf-8")
    for arguments in (
        ("wikidata", "export", "--store", str(store), "--out", str(book / "below")),
        ("link", "--store", str(store), "sssom", "--out", str(book / "below")),
        ("link", "--store", str(store), "--ledger", str(book / "below.jsonl")),
        ("wikidata", "build", "--out", str(book / "below.tsv")),
    ):
        answer = mahdar(*arguments)
        assert answer.returncode == 7, (arguments, answer.stderr)
        assert len(answer.stderr.splitlines()) == 1, answer.stderr


def test_refresh_against_a_local_service(tmp_path: Path) -> None:
    held = ox.Store()
    held.load(mirror.quads(snapshot.read()), ox.RdfFormat.N_QUADS)
    target, old = "http://www.wikidata.org/entity/Q810", ox.NamedNode("http://www.wikidata.org/entity/Q1028")
    for quad in list(held.quads_for_pattern(old, None, None)):
        held.remove(quad)
    held.add(ox.Quad(old, ox.NamedNode("http://www.w3.org/2002/07/owl#sameAs"), ox.NamedNode(target)))
    merged = tmp_path / "wikidata.redirects.tsv"
    with serving(sparql_over(held)) as server:
        online = ("--online", "--contact", "tests@example.org", "--endpoint", server.url, "--cache", str(tmp_path / "cache"))
        answer = mahdar(
            "wikidata", "refresh", *online, "--redirects", str(merged), "--only", "Q1028", "--only", "Q30", "--json"
        )
    assert answer.returncode == 1, answer.stderr
    assert [json.loads(line) for line in answer.stdout.splitlines()] == [
        {"detail": "Q810", "kind": "redirect", "qid": "Q1028"}
    ]
    assert "Q1028\tQ810" in merged.read_text(encoding="utf-8")


@pytest.mark.parametrize(("fault", "code"), [(servers.page(403), 5), (servers.page(200), 5), (servers.cut_silently, 5)])
def test_a_broken_service_is_no_finding(fault: servers.Answer, code: int, tmp_path: Path) -> None:
    with serving(fault) as server:
        online = ("--online", "--contact", "tests@example.org", "--endpoint", server.url, "--cache", str(tmp_path))
        answer = mahdar("wikidata", "refresh", *online, "--only", "Q1028", "--json", "--deadline", "2")
    assert answer.returncode == code, answer.stderr
    assert json.loads(answer.stdout)["kind"] == "unchecked"


def test_faults_lose_no_judgement(store: Path, tmp_path: Path) -> None:
    mahdar("link", "--store", str(store), *TIME)
    before = (store.parent / "wikidata.jsonl").read_bytes()
    with serving(servers.page(429)) as server:
        online = (
            "--online",
            "--contact",
            "tests@example.org",
            "--endpoint",
            server.url,
            "--cache",
            str(tmp_path),
            "--deadline",
            "1",
        )
        answer = mahdar("wikidata", "disagreements", "--store", str(store), *online)
    assert answer.returncode == 5
    assert (store.parent / "wikidata.jsonl").read_bytes() == before
    state = ledger.fold(ledger.read(store.parent / "wikidata.jsonl"))
    assert sum(e.action == "accept" for e in state.current.values()) == 9


def test_the_service_starts_and_answers(store: Path) -> None:
    refused = mahdar("reconcile", "serve", "--store", str(store / "none"))
    assert refused.returncode == 2
    serve = [sys.executable, "-c", PROGRAM, "reconcile", "serve", "--port", str(free_port()), "--store", str(store)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen(serve, cwd=REPOSITORY, text=True, stderr=subprocess.PIPE, env=environment)
    try:
        assert process.stderr is not None
        found = re.search(r"(http://127\.0\.0\.1:\d+)", process.stderr.readline())
        assert found
        answer = None
        for _ in range(100):
            try:
                answer = httpx.get(found.group(1) + "/entities/ar/api", params={"query": "المغرب"})
                break
            except httpx.TransportError:
                time.sleep(0.1)
        assert answer is not None
        assert answer.json()["result"][0]["id"] == "country/MA"
    finally:
        process.terminate()
        process.wait(10)
        if process.stderr:
            process.stderr.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
