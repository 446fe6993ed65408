"""The command line as a user meets it: commands, streams, exit codes."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OutputError, StoreError, writing
from kg.store import Store
from kg.table import width

PROGRAM = "import sys; sys.argv[0] = 'mahdar'; from ingest.cli import main; main()"
ROOT = Path(__file__).resolve().parents[1]


def mahdar(*arguments: str, stdin: bytes = b"", code: int = 0) -> tuple[str, str]:
    """Runs the program in a process of its own; its standard output and standard error."""
    environment = {**os.environ, "COLUMNS": "160", "PYTHONPATH": str(ROOT)}
    environment.pop("MAHDAR_STORE", None)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], input=stdin, capture_output=True, check=False, timeout=110,
            env=environment,
    )
    output, errors = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, (done.returncode, errors[-2000:], output[-500:])
    assert "Traceback" not in errors
    return output, errors


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built once."""
    folder = tmp_path_factory.mktemp("demo")
    output, _ = mahdar("demo", "--out", str(folder / "out"))
    (folder / "out" / "printed.txt").write_text(output, encoding="utf-8")
    return folder / "out"


def test_help_is_quick_and_lists_the_commands() -> None:
    best = 9.0
    for _ in range(3):
        started = time.monotonic()
        output, _ = mahdar("--help")
        best = min(best, time.monotonic() - started)
    for command in ("build", "ask", "query", "export", "facts", "validate", "demo", "explain", "remove"):
        assert f"\n  {command} " in output
    assert best < 0.6, "the bar is 0.3 s on a quiet machine"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "ingest.cli", "ask"], capture_output=True, check=True, cwd=ROOT)
    assert "stand-ins" in done.stdout.decode()
    wrong = subprocess.run([sys.executable, "-m", "ingest.cli", "nonsense"], capture_output=True, check=False, cwd=ROOT)
    assert wrong.returncode == 2


def test_help_imports_no_engine() -> None:
    program = (
        "import sys\nfrom click.testing import CliRunner\nfrom ingest.cli import cli\nCliRunner().invoke(cli, ['--help'])\n"
        "print(sorted({'rdflib', 'pyoxigraph', 'pyshacl', 'trafilatura', 'owlready2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_demo_prints_three_answers_with_sentences(out: Path) -> None:
    printed = (out / "printed.txt").read_text(encoding="utf-8")
    assert printed.count("$ mahdar ask") == 3
    assert printed.count(" rows)") == 3
    assert "لن يحضر كاتب الدولة الأمريكي أنتوني بلينكن" in printed
    assert "Try next" in printed


def test_a_build_leaves_its_files(out: Path) -> None:
    assert {p.name for p in out.iterdir()} >= {"store", "graph.ttl", "graph.nq", "report.ttl", "summary.md"}
    assert not list(out.glob(".*.part"))
    triples = set(ox.parse((out / "graph.ttl").read_bytes(), ox.RdfFormat.TURTLE))
    quads = {(q.subject, q.predicate, q.object) for q in ox.parse((out / "graph.nq").read_bytes(), ox.RdfFormat.N_QUADS)}
    assert {(t.subject, t.predicate, t.object) for t in triples} == quads


def test_a_second_build_changes_no_byte(out: Path, tmp_path: Path) -> None:
    mahdar("demo", "--out", str(tmp_path / "again"))
    for name in ("graph.ttl", "graph.nq", "report.ttl", "summary.md"):
        assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name


def test_building_into_the_same_folder_changes_nothing(out: Path) -> None:
    before = (out / "graph.nq").read_bytes()
    output, _ = mahdar("build", str(ROOT / "ingest" / "samples"), "--out", str(out), "--json")
    assert json.loads(output)["unchanged"] == 8
    assert (out / "graph.nq").read_bytes() == before


def test_questions_are_listed_and_explained() -> None:
    listed, _ = mahdar("ask")
    assert "stand-ins" in listed
    arabic, _ = mahdar("ask", "--lang", "ar")
    assert "من قيل إنه لن يحضر" in arabic
    explained, _ = mahdar("ask", "posts", "--explain")
    assert "SELECT" in explained
    assert "--param 'person=" in explained
    described = json.loads(mahdar("ask", "--json")[0])
    assert len(described) >= 16


def test_an_answer_as_table_csv_and_json(out: Path) -> None:
    store = str(out / "store")
    table, _ = mahdar("ask", "participants", "-p", "meeting=مراكش 2022", "--store", store, "--lang", "ar")
    assert "مشارك" in table
    rows = list(csv.DictReader(io.StringIO(mahdar("ask", "participants", "--format", "csv", "--store", store)[0])))
    answers = json.loads(mahdar("ask", "participants", "--json", "--store", store)[0])
    assert len(rows) == len(answers) > 5
    for answer in answers:
        assert answer["evidence"]
        assert answer["actor"]["iri"].startswith("https://")


def test_french_tables_have_french_headings(out: Path) -> None:
    store = str(out / "store")
    title, asked, header, *_ = mahdar(
        "ask", "participants", "-p", "meeting=مراكش 2022", "--lang", "fr", "--store", store
    )[0].splitlines()
    assert title.startswith("Qui a participé")
    assert asked.startswith("Réunion: ")
    headings = [cell.strip(" \u200e") for cell in header.split("│")]
    assert headings == ["Acteur", "Rôle", "Représente", "Énoncé comme", "Article"]
    assert "Acteur" in mahdar("ask", "participants", "--explain", "--lang", "fr")[0]


def test_the_absence_with_its_sentence(out: Path) -> None:
    output, _ = mahdar("ask", "stand-ins", "-p", "meeting=مراكش 2022", "--evidence", "--store", str(out / "store"))
    assert "بلينكن" in output
    assert "لن يحضر كاتب الدولة الأمريكي" in output


def test_free_queries(out: Path, tmp_path: Path) -> None:
    store = str(out / "store")
    query = b"SELECT ?name WHERE { ?a <https://w3id.org/mahdar/ontology#articleName> ?name } ORDER BY ?name"
    output, _ = mahdar("query", "-", "--format", "csv", "--store", store, stdin=query)
    assert output.split()[:3] == ["name", "01-announcement", "02-absence"]
    (tmp_path / "q.rq").write_bytes(query)
    assert "(8 rows)" in mahdar("query", str(tmp_path / "q.rq"), "--store", store)[0]
    assert len(json.loads(mahdar("query", "-", "--json", "--store", store, stdin=query)[0])["results"]["bindings"]) == 8
    assert mahdar("query", "-", "--store", store, stdin=b"ASK { ?s ?p ?o }")[0].strip() == "true"
    construct = b"CONSTRUCT { ?s a <x:T> } WHERE { ?s <https://w3id.org/mahdar/ontology#articleName> ?n }"
    assert mahdar("query", "-", "--store", store, stdin=construct)[0].count("<x:T>") == 8


def test_the_prefixes_of_the_exports_need_no_declaration(out: Path) -> None:
    store = str(out / "store")
    bare = b"SELECT ?n { ?a a schema:NewsArticle ; m:articleName ?n ; dct:identifier ?i FILTER(DATATYPE(?i) = xsd:string) }"
    assert "(8 rows)" in mahdar("query", "-", "--store", store, stdin=bare)[0]
    own = b"PREFIX m: <https://schema.org/> SELECT ?a { ?a a m:NewsArticle }"  # what a query declares itself holds
    assert "(8 rows)" in mahdar("query", "-", "--store", store, stdin=own)[0]
    assert "SPARQL" in mahdar("query", "-", "--store", store, stdin=b"SELECT ?a { ?a a mm:NewsArticle }", code=2)[1]


@pytest.mark.parametrize(("query", "message"), [
    (b"SELECT nonsense", "SPARQL"), (b"SELECT * {\n ?s m:a ?o; foo:bar ?x }", "mahdar: SPARQL: unknown prefix foo:\n"),
    (b"SELECT * { ?s ?p ?o", "SPARQL"), (b"DROP ALL", "only reads"), (b"SELECT * { SERVICE <http://x/> {} }", "SERVICE"),
])
def test_wrong_queries_are_one_line_and_exit_code_2(out: Path, query: bytes, message: str) -> None:
    _, errors = mahdar("query", "-", "--store", str(out / "store"), stdin=query, code=2)
    assert message in errors
    assert errors.count("\n") == 1


def test_a_term_that_is_none_is_hinted_at(out: Path) -> None:
    store = str(out / "store")
    printed, errors = mahdar("query", "-", "--store", store, stdin=b"SELECT ?a { ?a m:startDate ?b }")
    assert "(0 rows)" in printed
    assert errors == "m:startDate is no term of the ontology; did you mean schema:startDate?\n"


def test_a_query_is_stopped_at_its_deadline(out: Path) -> None:
    product = b"SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    started = time.monotonic()
    _, errors = mahdar("query", "-", "--timeout", "1", "--store", str(out / "store"), stdin=product, code=4)
    assert "stopped after 1 s" in errors
    assert time.monotonic() - started < 30
    mahdar("query", "-", "--store", str(out / "store"), stdin=b"ASK { ?s ?p ?o }")


@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "jsonld", "csv"])
def test_exports_to_a_file_and_to_standard_output_are_equal(out: Path, tmp_path: Path, form: str) -> None:
    store = str(out / "store")
    printed, _ = mahdar("export", "--format", form, "--store", store)
    mahdar("export", "-o", str(tmp_path / f"g.{form}"), "--store", store)
    assert (tmp_path / f"g.{form}").read_text(encoding="utf-8") == printed
    assert len(printed) > 10_000


def test_facts_of_all_and_of_one(out: Path) -> None:
    lines = mahdar("facts", "--store", str(out / "store"))[0].splitlines()
    assert len({json.loads(line)["type"] for line in lines}) >= 5
    one = mahdar("facts", "02-absence", "--store", str(out / "store"))[0].splitlines()
    assert set(one) < set(lines)
    assert {json.loads(line)["article"] for line in one} == {"02-absence"}


def test_facts_of_an_unknown_article(out: Path) -> None:
    store = str(out / "store")
    printed, errors = mahdar("facts", "02-absence", "nowhere", "--store", store, code=2)
    assert not printed
    assert errors == "mahdar: no article nowhere in the store; `mahdar ask sources` lists them\n"
    _, errors = mahdar("facts", "02-abscence", "--store", store, code=2)
    assert errors == "mahdar: no article 02-abscence in the store; did you mean 02-absence?\n"


def test_explain_shows_text_and_claims(out: Path) -> None:
    output, _ = mahdar("explain", "02-absence", "--store", str(out / "store"))
    assert "لن يحضر" in output
    assert "attendance = absent" in output
    claims = json.loads(mahdar("explain", "02-absence", "--json", "--store", str(out / "store"))[0])
    assert f"({len(claims)} claims)" in output
    assert "no article nowhere" in mahdar("explain", "nowhere", "--store", str(out / "store"), code=2)[1]


def test_the_first_sample_tells_of_one_meeting(out: Path) -> None:
    printed, _ = mahdar("facts", "01-announcement", "--store", str(out / "store"))
    facts = [json.loads(line) for line in printed.splitlines()]
    assert len([fact for fact in facts if fact["type"] == "meeting"]) == 1


_OF_THE_DATA = re.compile(r"[a-z_]+(\.[a-z_]+)+|0\d-[a-z-]+")  # rules and articles keep their names in every language


@pytest.mark.parametrize("command", [("explain", "02-absence"), ("history", "بلينكن"), ("contradictions",)])
def test_in_arabic_everything_is_told_in_arabic_and_fits(out: Path, command: tuple[str, ...]) -> None:
    printed, _ = mahdar(*command, "--lang", "ar", "--width", "80", "--store", str(out / "store"))
    assert not re.search("[A-Za-z]", _OF_THE_DATA.sub("", printed))
    assert max(width(line) for line in printed.splitlines()) <= 80


@pytest.mark.parametrize(("command", "words"), [
    (("explain", "02-absence"), ("participation (", "présence = absent", "affirmé", " assertions)")),
    (("history", "بلينكن"), ("rôle : invitant (prévu)", "présence : absent")),
    (("contradictions",), ("Mises à jour : ", "tenu (affirmé ; ", "au moins 80", "États et organisations · nombre")),
])
def test_in_french_labels_are_french(out: Path, command: tuple[str, ...], words: tuple[str, ...]) -> None:
    printed, _ = mahdar(*command, "--lang", "fr", "--store", str(out / "store"))
    assert [word for word in words if word not in printed] == []


def test_validate_the_store(out: Path, tmp_path: Path) -> None:
    output, _ = mahdar("validate", "--store", str(out / "store"), "--report", str(tmp_path / "r.ttl"))
    assert "8 graphs checked, 0 with violations" in output
    assert b"ValidationReport" in (tmp_path / "r.ttl").read_bytes()


def test_validate_an_export(out: Path, tmp_path: Path) -> None:
    export = out / "graph.nq"
    assert mahdar("validate", str(export))[0] == "8 graphs checked, 0 with violations\n"
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "mixed.nq").write_text("".join(lines[::-1]), encoding="utf-8")
    assert "8 graphs checked, 0 with violations" in mahdar("validate", str(tmp_path / "mixed.nq"))[0]
    exact = next(line for line in lines if "oa#exact" in line)
    broken = [line.replace('oa#exact> "', 'oa#exact> "x') if line == exact else line for line in lines]
    (tmp_path / "broken.nq").write_text("".join(broken), encoding="utf-8")
    assert "8 graphs checked, 1 with violations" in mahdar("validate", str(tmp_path / "broken.nq"), code=1)[0]
    derived = [line for line in lines if "/graph/article/" not in line]
    one = [line.rpartition(" <")[0] + " .\n" for line in lines if line.rpartition(" <")[2] == exact.rpartition(" <")[2]]
    (tmp_path / "one.nt").write_text("".join(one), encoding="utf-8")
    assert "1 graphs checked, 0 with violations" in mahdar("validate", str(tmp_path / "one.nt"))[0]
    (tmp_path / "derived.nq").write_text("".join(derived), encoding="utf-8")
    assert "no article's graph" in mahdar("validate", str(tmp_path / "derived.nq"), code=3)[1]


def test_validate_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text("<x:c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
                                     "<https://w3id.org/mahdar/ontology#Claim> <x:g> .\n", encoding="utf-8")
    output, _ = mahdar("validate", str(tmp_path / "bad.nq"), code=1)
    assert "Violation" in output
    (tmp_path / "junk.nq").write_text("nonsense", encoding="utf-8")
    assert "not N-Quads" in mahdar("validate", str(tmp_path / "junk.nq"), code=3)[1]


def test_validate_says_what_it_wants(out: Path) -> None:
    store = str(out / "store")
    assert f"given with --store {store}" in mahdar("validate", store, code=2)[1]
    assert "Turtle; N-Quads or N-Triples are wanted" in mahdar("validate", str(out / "graph.ttl"), code=3)[1]


@pytest.mark.parametrize(("given", "said"), [
    (("name=",), "--param name= has no value"), (("name= ",), "no value"), (("a=x", "a=y"), "--param a is given twice"),
    (("a",), "takes NAME=VALUE"),
])
def test_parameters_that_say_nothing_or_two_things_are_refused(out: Path, given: tuple[str, ...], said: str) -> None:
    options = [part for one in given for part in ("-p", one)]
    assert said in mahdar("ask", "entities", *options, "--store", str(out / "store"), code=2)[1]


def test_broken_files_among_good_ones(tmp_path: Path) -> None:
    files = tmp_path / "in"
    files.mkdir()
    (files / "good.txt").write_text("التقى الوزير نظيره في الرباط.", encoding="utf-8")
    (files / "junk.txt").write_bytes(os.urandom(64) + b"\x00\xff")
    (files / "empty.txt").write_bytes(b"")
    (files / "latin.txt").write_bytes("خبر".encode("cp1256"))
    (files / "giant.txt").write_bytes(b"a" * 5_000_000)
    output, errors = mahdar("build", str(files), "--out", str(tmp_path / "out"), code=1)
    assert output.startswith("1 stored, 4 failed")
    for name in ("junk", "empty", "latin", "giant"):
        assert sum(f"{name}.txt" in line for line in errors.splitlines()) == 1
    assert len(errors.splitlines()) == 4
    with Store(tmp_path / "out" / "store") as store:
        assert [n for n, _ in store.articles()] == ["good"]


def test_nothing_readable_is_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    mahdar("build", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "o"), code=3)
    mahdar("build", str(tmp_path / "nowhere.txt"), "--out", str(tmp_path / "o"), code=3)
    (tmp_path / "void").mkdir()
    assert "no articles there" in mahdar("build", str(tmp_path / "void"), "--out", str(tmp_path / "o"), code=3)[1]


def test_a_build_of_nothing_readable_leaves_no_store(tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.txt", tmp_path / "new" / "out"
    bad.write_bytes(b"")
    output, _ = mahdar("build", str(bad), "--out", str(out), code=3)
    assert output == f"1 failed; nothing written, there is no store at {out}\n"
    mahdar("ingest", str(bad), "--store", str(out / "store"), code=3)
    mahdar("ingest", str(tmp_path / "nowhere.txt"), "--store", str(out / "store"), code=3)
    assert {path.name for path in tmp_path.iterdir()} == {"bad.txt"}
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "notes.md").write_text("mine", encoding="utf-8")
    mahdar("ingest", str(bad), "--store", str(theirs), code=3)
    assert [path.name for path in theirs.iterdir()] == ["notes.md"]


def test_a_build_of_nothing_readable_leaves_what_was_there(tmp_path: Path) -> None:
    good, bad, out = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "out"
    good.write_text("التقى الوزير نظيره في الرباط.", encoding="utf-8")
    bad.write_bytes(b"")
    mahdar("build", str(good), "--out", str(out))
    before = {name: (out / name).read_bytes() for name in ("graph.ttl", "graph.nq", "report.ttl", "summary.md")}
    output, _ = mahdar("build", str(bad), "--out", str(out), code=3)
    assert output == f"1 failed; nothing written, {out} is as it was\n"
    assert {name: (out / name).read_bytes() for name in before} == before
    assert mahdar("export", "--format", "nq", "--store", str(out / "store"))[0].encode() == before["graph.nq"]


def test_ingest_from_standard_input_and_remove(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    text = "عقد وزراء خارجية دول التحالف اجتماعا في الرباط يوم 3 يناير 2020.".encode()
    assert "1 stored" in mahdar("ingest", "-", "--store", store, stdin=text)[0]
    before = mahdar("export", "--format", "nq", "--store", store)[0]
    mahdar("remove", "stdin", "--store", store)
    left = mahdar("export", "--format", "nq", "--store", store)[0]
    assert "/graph/article/" not in left
    assert "الرباط" not in left
    mahdar("ingest", "-", "--store", store, stdin=text)
    assert mahdar("export", "--format", "nq", "--store", store)[0] == before
    assert "no such article" in mahdar("remove", "nowhere", "--store", store, code=1)[1]


def test_usage_errors_are_exit_code_2(tmp_path: Path, out: Path) -> None:
    assert "mahdar build" in mahdar("ask", "meetings", "--store", str(tmp_path / "none"), code=2)[1]
    assert "did you mean" in mahdar("ask", "meeting-s", "--store", str(out / "store"), code=2)[1]
    assert "NAME=VALUE" in mahdar("ask", "meetings", "-p", "x", "--store", str(out / "store"), code=2)[1]
    mahdar("nonsense", code=2)
    mahdar("build", code=2)


def test_a_store_in_use_is_exit_code_6(tmp_path: Path) -> None:
    with Store(tmp_path / "store"):
        _, errors = mahdar("facts", "--store", str(tmp_path / "store"), code=6)
    assert "in use by another process" in errors


def test_an_output_that_cannot_be_written_is_exit_code_7(tmp_path: Path, out: Path) -> None:
    article, store = str(ROOT / "ingest" / "samples" / "01-announcement.txt"), str(out / "store")
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_text("x", encoding="utf-8")
    (folder / "graph.ttl").mkdir(parents=True)
    for arguments in (
        ("build", article, "--out", str(file)), ("build", article, "--out", str(file / "below")),
        ("ingest", article, "--store", str(file)), ("build", article, "--out", str(folder)),
        ("export", "-o", str(folder), "--store", store), ("export", "-o", str(file / "below"), "--store", store),
        ("export", "-o", str(tmp_path / "none" / "g.ttl"), "--store", store),
        ("validate", "--store", store, "--report", str(folder)), ("link", "--store", store, "sssom", "--out", str(file)),
    ):
        _, errors = mahdar(*arguments, code=7)
        assert errors.count("\n") == 1
        assert "cannot be written" in errors
    assert file.read_text(encoding="utf-8") == "x"
    assert [path.name for path in folder.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("arguments", [("facts",), ("export",), ("ask", "sources"), ("query", "-")])
def test_a_standard_output_that_cannot_be_written_is_exit_code_7(out: Path, arguments: tuple[str, ...]) -> None:
    with open(os.devnull, "rb") as nowhere:  # open, but not for writing
        done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments, "--store", str(out / "store")], stdout=nowhere,
                              env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, check=False,
                              input=b"ASK {}")
    assert done.returncode == 7
    assert done.stderr.count(b"\n") == 1


def test_a_folder_without_the_right_to_write(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    article = str(ROOT / "ingest" / "samples" / "01-announcement.txt")
    assert "cannot be written" in mahdar("build", article, "--out", str(folder), code=7)[1]
    assert "cannot be written" in mahdar("export", "-o", str(folder / "g.ttl"), "--store", str(out / "store"), code=7)[1]
    assert not list(folder.iterdir())


@pytest.mark.parametrize(("number", "error"), [(errno.EACCES, OutputError), (errno.EROFS, OutputError),
                                               (errno.EISDIR, OutputError), (errno.ENOSPC, StoreError)])
def test_what_the_system_says_while_writing_names_the_place(number: int, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"here\.ttl"), writing("here.ttl"):
        raise OSError(number, os.strerror(number), "elsewhere")


def test_the_store_from_the_environment(out: Path) -> None:
    environment = {**os.environ, "MAHDAR_STORE": str(out / "store"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", PROGRAM, "ask", "sources"], capture_output=True, check=True,
        env=environment)
    assert "(8 rows)" in done.stdout.decode()
