"""The house rules, checked; and for each rule a planted fault that its check must find."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg import ontology, validate, vocabulary_build
from kg.derive import Derivation
from kg.graph import article_quads
from kg.iri import ONTOLOGY, Names
from kg.store import Store
from kg.vocabulary import RDF, RDFS
from tests import guards, story, wheels
from tests.guards import ROOT
from tests.shapes import sample

CODE = guards.sources("kg", "ingest")
TESTS = guards.sources("tests")

# Addresses that are the point of their module: services it talks to, name spaces of formats it writes.
ADDRESSES = {
    "kg/iri.py": "makes all IRIs",
    "kg/vocabulary.py": "generated from the ontology",
    "kg/wikidata/item.py": "entity name space of Wikidata",
    "kg/wikidata/search.py": "address of the search service",
    "kg/wikidata/live.py": "address of the query service",
    "kg/wikidata/mirror.py": "stands in for the query service",
    "kg/wikidata/sssom.py": "header of the SSSOM format",
    "kg/wikidata/rdf.py": "context of JSON-LD for web pages",
    "kg/wikidata/service/source.py": "template of the reconciliation format",
    "ingest/cli/online.py": "address of the query service",
}
# Each of these libraries is known by one module.
KNOWN_BY = {
    "owlready2": "kg/reason.py",
    "pyshacl": "kg/validate.py",
    "shifty": "kg/validate.py",
    "SPARQLWrapper": "kg/wikidata/live.py",
}
# Finders of mentions, from the words of a language to meetings: each folder knows those before it. The words of meetings are
# known to all.
FINDERS = ("words", "names", "lands", "bodies", "titles", "persons", "meetings")
# Generated: one line per term of the ontology.
GENERATED = {"kg/vocabulary.py"}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def ids(path: Path) -> str:
    return guards.name(path)


# --- source


@pytest.mark.parametrize("path", guards.sources("kg"), ids=ids)
def test_kg_does_not_import_ingest(path: Path) -> None:
    assert "ingest" not in guards.imports(text(path))


@pytest.mark.parametrize("source", [
    "import ingest.fold", "from ingest import fold", "def f():\n    from ingest.cli import main",
    "import importlib\nimportlib.import_module('ingest.fold')",
])
def test_an_import_of_ingest_is_found(source: str) -> None:
    assert "ingest" in guards.imports(source)


@pytest.mark.parametrize("folder", FINDERS)
def test_finders_of_mentions_know_those_before_them(folder: str) -> None:
    later = FINDERS[FINDERS.index(folder) + 1 :]
    paths = sorted((ROOT / "ingest/mentions" / folder).rglob("*.py"))
    assert paths
    assert {path.name: found for path in paths if (found := _from_finders(text(path)).intersection(later))} == {}


def _from_finders(source: str) -> set[str]:
    """The folders of `ingest/mentions` from which a source imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "ingest.mentions":
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ingest.mentions."):
            found.update((node.module or "").split(".")[2:3] if node.module != "ingest.mentions.meetings.lexicon" else ())
    return found


def test_an_import_from_a_later_finder_is_found() -> None:
    assert _from_finders("from ingest.mentions.titles.reader import Titles\n") == {"titles"}
    assert _from_finders("if True:\n    from ingest.mentions import meetings, dates\n") == {"meetings", "dates"}
    assert _from_finders("from ingest.mentions.meetings.lexicon import words\n") == set()


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_no_sparql_in_code(path: Path) -> None:
    assert guards.sparql_texts(text(path)) == []


@pytest.mark.parametrize("source", [
    "q = 'SELECT ?s WHERE { ?s ?p ?o }'",
    "q = f'SELECT ?s {{ ?s a <{kind}> }}'",
    "def f(x):\n    return 'ASK { ?s ?p ' + x + ' }'",
    "q = '''PREFIX m: <https://example.org/>\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }'''",
    "q = 'DELETE WHERE { ?s ?p ?o }'",
])
def test_planted_sparql_is_found(source: str) -> None:
    assert guards.sparql_texts(source)


def test_prose_about_sparql_is_not_sparql() -> None:
    assert guards.sparql_texts("raise E('this is no SELECT query')\nx = 'ASK or CONSTRUCT'") == []
    assert guards.sparql_texts("def f():\n    'A docstring may show SELECT ?s { ?s ?p ?o }.'") == []


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_no_web_address_outside_the_modules_made_for_it(path: Path) -> None:
    assert guards.iri_texts(text(path)) == [] or guards.name(path) in ADDRESSES


def test_every_exception_for_addresses_is_needed() -> None:
    for file in ADDRESSES:
        assert guards.iri_texts(text(ROOT / file)), file


def test_a_planted_address_is_found() -> None:
    assert guards.iri_texts("x = 'https://example.org/thing'")
    assert guards.iri_texts("x = f'https://example.org/{y}'")
    assert guards.iri_texts("x = y.startswith('https://')\nz = f'http://{host}/api'") == []


@pytest.mark.parametrize("path", [p for p in CODE if guards.name(p) not in GENERATED], ids=ids)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert guards.too_long(text(path)) == []


def test_long_modules_and_functions_are_found() -> None:
    assert guards.too_long("x = 1\n" * 301) == ["module: 301 lines"]
    assert guards.too_long("def f():\n" + "    x = 1\n" * 50) == ["f: 51 lines"]


def test_no_bucket_modules() -> None:
    names = {p.stem for p in (*CODE, *TESTS)} | {p.parent.name for p in CODE}
    assert names.isdisjoint({"util", "utils", "helpers", "common_utils", "misc"})


def test_each_engine_is_known_by_one_module() -> None:
    knows: dict[str, list[str]] = {library: [] for library in KNOWN_BY}
    for path in CODE:
        for library in guards.imports(text(path)) & KNOWN_BY.keys():
            knows[library].append(guards.name(path))
    assert {library: [module] for library, module in KNOWN_BY.items()} == knows


def test_no_python_in_the_data_folders() -> None:
    assert guards.sources("ontology", "shapes", "queries") == []


def published() -> list[Path]:
    kinds = {".py", ".ttl", ".rq", ".ru", ".toml", ".tsv", ".md", ".txt", ".csv", ".json", ".html"}
    folders = ("kg", "ingest", "ontology", "shapes", "queries", "tests")
    files = [p for folder in folders for p in (ROOT / folder).rglob("*") if p.suffix in kinds]
    return sorted([*files, *(p for p in ROOT.glob("*") if p.suffix in kinds)])


def test_nothing_names_a_machine() -> None:
    found = {guards.name(p): hits for p in published() if (hits := guards.places(text(p)))}
    assert found == {}


def test_a_machine_path_is_found() -> None:
    assert guards.places("see /" + "home/someone/file")


# --- vocabulary and data


def test_vocabulary_equals_ontology() -> None:
    assert vocabulary_build.main(["--check"]) == 0


def article_graphs() -> bytes:
    """Sample articles with every frame type and every predicate."""
    names = Names()
    told = [story.before(), story.after()]
    return sample.quads() + b"".join(article_quads(t.record, t.claims, names) for t in told)


def test_articles_use_declared_terms_only() -> None:
    assert guards.undeclared(article_graphs()) == []


def test_every_term_of_article_graphs_is_covered_by_a_shape() -> None:
    assert guards.uncovered(article_graphs(), ontology.shapes()) == []


def test_samples_use_every_class_that_a_referent_can_have() -> None:
    _, classes = guards.used(article_graphs())
    types = {f"{ONTOLOGY}{t}" for t in (
        "Person", "Actor", "Country", "CountryGroup", "Organization", "Coalition", "ArmedGroup", "Place", "Post", "Meeting",
        "Participation", "Tenure", "Membership", "Count", "Founding", "SideMeeting", "Pledge", "Statement", "Figure",
    )}
    assert types <= classes


def test_article_graphs_have_no_blank_nodes_and_pass_the_gate() -> None:
    assert guards.blank_nodes(article_graphs()) == []
    for told in (story.before(), story.after()):
        assert validate.check(article_quads(told.record, told.claims, Names())).conforms


@pytest.fixture(scope="module")
def derived() -> bytes:
    """Entities, identity and current facts of the sample articles."""
    store = Store()
    for told in (story.before(), story.after()):
        store.replace_article(told.record.sha256, article_quads(told.record, told.claims, Names()))
    store.replace_article(sample.record().sha256, sample.quads())
    Derivation(store).everything()
    return b"".join(store.dump(store.names.graph(name)) for name in ("entities", "identity", "current"))


def test_derived_layers_use_declared_terms_only(derived: bytes) -> None:
    assert derived
    assert guards.undeclared(derived) == []
    assert guards.blank_nodes(derived) == []


def test_every_term_of_the_derived_layers_is_covered_by_a_shape(derived: bytes) -> None:
    assert guards.uncovered(derived, ontology.shapes(*ontology.derived_shapes())) == []


def test_derived_layers_conform(derived: bytes) -> None:
    assert validate.check(derived, files=tuple(ontology.derived_shapes())).results == ()


def test_article_and_derived_layers_share_no_predicate_that_states_a_fact(derived: bytes) -> None:
    stated = {q.predicate.value for q in ox.parse(derived, format=ox.RdfFormat.N_QUADS)}
    said = {q.predicate.value for q in ox.parse(article_graphs(), format=ox.RdfFormat.N_QUADS)}
    values = {"comparator", "unit", "asOf", "amount", "currency", "pledgePurpose", "unitText", "figureWhat", "figureYear"}
    assert stated & said <= {RDF.type, RDFS.label, *(ONTOLOGY + v for v in values)}


PLANTED = f"""<https://example.org/s> <{ONTOLOGY}atended> _:b .
<https://example.org/s> <{RDF.type}> <{ONTOLOGY}Metting> .
""".encode()


def test_planted_terms_and_blank_nodes_are_found() -> None:
    wrong = [ONTOLOGY + "Metting", ONTOLOGY + "atended"]
    assert guards.undeclared(PLANTED) == wrong
    assert guards.uncovered(PLANTED, ontology.shapes()) == wrong
    assert len(guards.blank_nodes(PLANTED)) == 1


def test_a_term_without_its_shape_is_found() -> None:
    without = Graph()
    for file in ontology.article_shapes():
        if file != "pledge":
            without += ontology.shapes(file)
    assert f"{ONTOLOGY}pledgeStatus" in guards.uncovered(sample.quads(), without)


# --- values that do not change


def test_nothing_is_assigned_to_a_field_of_a_value(tmp_path: Path) -> None:
    """Values that a run makes by the million are dataclasses with a hash but not frozen, which Python makes in a quarter of
    the time: here the type checker sees them frozen, with one planted fault that it must find."""
    pytest.importorskip("mypy")
    for path in CODE:
        copy = tmp_path / guards.name(path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text(path).replace("unsafe_hash=True", "frozen=True"), encoding="utf-8")
    planted = "from kg.claim import Span\n\nspan = Span(1, 2)\nspan.start = 3\n"
    (tmp_path / "kg" / "planted.py").write_text(planted, encoding="utf-8")
    settings = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(tmp_path / "cache")]
    command = [sys.executable, "-m", "mypy", *settings, "kg", "ingest"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    faults = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert [fault.split(":")[:2] for fault in faults] == [["kg/planted.py", "4"]], done.stdout + done.stderr


# --- the lock and the wheel


def test_everything_that_is_required_is_in_the_lock_with_its_hashes() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    wanted += [one for extra in project["project"]["optional-dependencies"].values() for one in extra]
    lock = text(ROOT / "requirements.lock")
    pinned = set(re.findall(r"^([a-z0-9-]+)==\S+(?: ; [^\n\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE))
    names = {match.group().lower() for one in wanted if (match := re.match(r"[A-Za-z0-9-]+", one))}
    assert names - pinned == set()
    assert "://" not in lock, "no address of a registry"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: no wheel can be built without network")
    with zipfile.ZipFile(wheels.wheel(ROOT, tmp_path_factory.mktemp("wheel"), compiled=False)) as archive:
        return set(archive.namelist())


@pytest.mark.slow
def test_wheel_has_two_top_levels(wheel: set[str]) -> None:
    assert {n.split("/")[0] for n in wheel if ".dist-info/" not in n} == {"kg", "ingest"}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["ontology", "shapes", "queries"])
def test_wheel_has_all_data_files(wheel: set[str], folder: str) -> None:
    files = [p for p in (ROOT / folder).rglob("*") if p.is_file()]
    assert files
    assert {f"kg/_data/{guards.name(p)}" for p in files} <= wheel


@pytest.mark.slow
def test_wheel_has_the_lexicons_and_samples(wheel: set[str]) -> None:
    files = [p for p in (ROOT / "ingest").rglob("*") if p.is_file() and p.suffix != ".pyc"]
    assert {guards.name(p) for p in files} <= wheel
