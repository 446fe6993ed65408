"""Every shape file against its examples: `valid*.ttl` pass, `invalid*.ttl` break exactly the shapes they name.

An example has lines `# expect: NAME` for the shapes that must find something, and may have `# with: FILE` for a shape file
that is needed beside its own.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from pathlib import Path

import pytest
from rdflib import SH, Graph, Literal, URIRef

from kg import ontology, validate
from kg.report import Report

HERE = Path(__file__).parent
FILES = sorted({*ontology.article_shapes(), *ontology.derived_shapes()})
EXAMPLES = sorted(p for p in HERE.glob("*/*.ttl") if p.parent.name in FILES)
# Looked at only through other shapes, which then report.
INNER = {"RealDate"}


def label(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def marks(path: Path, word: str) -> set[str]:
    return set(re.findall(rf"^# {word}: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE))


@cache
def report(path: Path, engine: validate.Engine = "pyshacl") -> Report:
    with validate.quiet():
        graph = Graph().parse(path, format="turtle")
    return validate.check(graph, engine, files=tuple(sorted({path.parent.name, "date", *marks(path, "with")})))


def broken(found: Report) -> set[str]:
    return {r.shape.rpartition("#")[2] for r in found.results}


def named(*files: str) -> set[str]:
    """Names of the shapes that can report: those with a message of their own."""
    return {str(s).rpartition("#")[2] for s in ontology.shapes(*files).subjects(SH.message) if isinstance(s, URIRef)}


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.stem.startswith("valid")], ids=label)
def test_valid_examples_have_no_finding(path: Path) -> None:
    assert report(path).results == ()


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.stem.startswith("invalid")], ids=label)
def test_invalid_examples_break_exactly_the_named_shapes(path: Path) -> None:
    assert marks(path, "expect")
    assert broken(report(path)) == marks(path, "expect")


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_examples_that_break_each_of_its_shapes(name: str) -> None:
    assert (HERE / name / "valid.ttl").exists() or name == "date"
    tried = {mark for path in EXAMPLES if path.parent.name == name for mark in marks(path, "expect")}
    assert named(name) - INNER <= tried


@pytest.mark.parametrize("name", FILES)
def test_every_shape_speaks_english_and_arabic_and_has_a_severity(name: str) -> None:
    graph = ontology.shapes(name)
    for shape in set(graph.subjects(SH.message)):
        spoken = sorted(str(m.language) for m in graph.objects(shape, SH.message) if isinstance(m, Literal))
        assert spoken == ["ar", "en"], shape
        assert list(graph.objects(shape, SH.severity)), shape


def test_severities_are_used_with_care() -> None:
    used = {str(s).rpartition("#")[2] for s in ontology.shapes(*FILES).objects(None, SH.severity)}
    assert used == {"Violation", "Warning", "Info"}


def test_shapes_are_shacl_core() -> None:
    predicates = {str(p).rpartition("#")[2] for p in ontology.shapes(*FILES).predicates() if str(p).startswith(str(SH))}
    assert predicates.isdisjoint({"sparql", "select", "js", "rule", "target", "expression"})


def test_names_of_shapes_are_not_used_twice() -> None:
    seen: dict[str, str] = {}
    for file in FILES:
        for name in named(file):
            assert seen.setdefault(name, file) == file


def test_arabic_messages_are_arabic() -> None:
    for message in ontology.shapes(*FILES).objects(None, SH.message):
        if isinstance(message, Literal) and message.language == "ar":
            assert any("\u0600" <= letter <= "\u06ff" for letter in str(message))


@pytest.mark.parametrize("path", EXAMPLES, ids=label)
def test_pyshifty_agrees_with_pyshacl(path: Path) -> None:
    pytest.importorskip("shifty", reason="pyshifty is not installed (extra `fast`)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        quick = report(path, "pyshifty")
    assert quick == report(path)
