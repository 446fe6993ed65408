"""The gate: a sound article passes, a broken one is named with its sentence, and the report is the same bytes each time."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.compare import isomorphic

from kg import ontology, validate
from kg.errors import InputError
from kg.iri import Names
from kg.report import Report, sentence_at, turtle
from kg.vocabulary import RDF as R
from kg.vocabulary import M
from tests.shapes import sample

SOUND = sample.quads()


def altered(old: str, new: str, only: str = "") -> bytes:
    """The sample graph with `old` replaced in the lines that contain `only`; something must change."""
    lines = [line.replace(old, new) if only in line else line for line in SOUND.decode().splitlines(keepends=True)]
    changed = "".join(lines).encode()
    assert changed != SOUND
    return changed


def shapes_of(report: Report) -> set[str]:
    return {r.shape.rpartition("#")[2] for r in report.results}


def test_an_article_with_every_kind_of_claim_conforms() -> None:
    report = validate.check(SOUND)
    assert report.results == ()
    assert report.conforms
    assert report.article is not None
    assert sample.record().sha256 in report.article


@pytest.mark.parametrize(("old", "new", "only", "shape"), [
    ('"2024-02-29"', '"2024-02-30"', "", "until-object"),
    ('"2022-05-11"', '"2022-05-32"', "datePublished", "Article-published"),
    (f"<{M.Chair}>", f"<{M.Absent}>", "#object", "role-object"),
    (f"<{M.Asserted}>", f"<{M.Host}>", "", "Claim-modality"),
    ('"0.9"', '"9"', "", "Claim-confidence"),
    (f"<{M.Coalition}>", f"<{M.Person}>", "", "ofCoalition-object-type"),
    (f"<{M.topicActor}>", f"<{M.actor}>", "", "Referent"),
    (f"<{M.topicActor}>", f"<{M.topicMember}>", "", "Participation-topicActor"),
    (f"<{M.role}>", f"<{M.attended}>", "", "Claim-predicate"),
    ("sha256:", "sha256:0", "", "Article-identifier"),
    (f"<{M.AtLeast}>", f"<{M.States}>", "", "Count-comparator-type"),
    ("نيابة عن بلاده", "نيابة عن جاره", "#exact", "EvidenceQuotation"),
    ("ترأس", "ترأس السيد", "ontology#text", "EvidenceQuotation"),
    ("ترأس", "ترأس السيد", "ontology#text", "ArticleDigest"),
    ('"128-147"', '"20-60"', "boilerplateSpan", "EvidenceBoilerplate"),
])
def test_a_broken_graph_is_found(old: str, new: str, only: str, shape: str) -> None:
    if "boilerplate" in only:
        span = sample.span(3)
        old = f'"{span.start}-{span.end}"'
    report = validate.check(altered(old, new, only))
    assert not report.conforms
    assert shape in shapes_of(report)


def test_evidence_beyond_the_text_is_found() -> None:
    end = sample.span(1).end
    report = validate.check(altered(f'"{end}"', f'"{end + 4000}"', "oa#end"))
    assert "EvidenceRange" in shapes_of(report)


def test_a_finding_quotes_the_sentence_of_the_claim() -> None:
    report = validate.check(altered(f"<{M.Chair}>", f"<{M.Absent}>", "#object"))
    (finding,) = report.results
    assert finding.sentence == sample.SENTENCES[0]  # the first passage of the claim
    assert sample.SENTENCES[0] in str(finding)
    assert "\n" not in str(finding)
    assert finding.focus.rpartition("/")[0].endswith("id/claim")
    assert finding.path == R.object
    assert (finding.message_en.isascii(), finding.message_ar.isascii()) == (True, False)


def test_a_shape_that_looks_from_a_class_names_the_referent() -> None:
    report = validate.check(altered(f"<{M.AtLeast}>", f"<{M.States}>"))
    (finding,) = report.results
    assert finding.focus.rpartition("/")[0].endswith("id/ref")
    assert finding.path == M.comparator


def test_warnings_do_not_close_the_gate() -> None:
    report = validate.check(altered(f"<{M.memberCount}>", f"<{M.edition}>"))
    assert "Count-head" in shapes_of(report)
    head = next(r for r in report.results if r.shape.endswith("Count-head"))
    assert head.severity == "Warning"
    assert Report(report.article, (head,)).conforms


@pytest.mark.parametrize("data", [b"<a> <b>", b"\x00\xff\x00", '"text"'.encode("utf-16")])
def test_what_is_no_graph_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"article-7: "):
        validate.check(data, name="article-7")


def test_a_graph_and_its_bytes_get_the_same_report() -> None:
    broken = altered('"0.9"', '"9"')
    assert validate.check(broken) == validate.check(validate.read(broken))


def test_report_is_turtle_without_blank_nodes_and_byte_stable() -> None:
    report = validate.check(altered('"2024-02-29"', '"2024-02-30"'))
    once = turtle([report, validate.check(SOUND)], Names())
    again = turtle([validate.check(SOUND), report], Names())
    assert once == again
    graph = Graph().parse(data=once, format="turtle")
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == 1
    assert [str(s) for s in graph.objects(None, URIRef(M.sentence))]


def test_report_says_what_pyshacl_says() -> None:
    """The verdict is pySHACL's own: its public entry point finds the same shapes and focus severities."""
    import pyshacl

    broken = validate.read(altered(f"<{M.Asserted}>", f"<{M.Host}>"))
    _, theirs, _ = pyshacl.validate(broken, shacl_graph=ontology.shapes())
    assert isinstance(theirs, Graph)
    results = list(theirs.objects(None, SH.result))
    said = sorted((str(theirs.value(n, SH.sourceShape)), str(theirs.value(n, SH.focusNode))) for n in results)
    assert sorted((r.shape, r.focus) for r in validate.check(broken).results) == said


def test_the_order_of_lines_does_not_matter() -> None:
    broken = altered('"0.9"', '"9"')
    turned = b"".join(reversed(broken.splitlines(keepends=True)))
    assert validate.check(broken) == validate.check(turned)
    assert isomorphic(validate.read(broken), validate.read(turned))


def test_check_runs_in_other_processes() -> None:
    assert pickle.loads(pickle.dumps(validate.check)) is validate.check
    with ProcessPoolExecutor(1) as pool:
        assert list(pool.map(validate.check, [SOUND])) == [validate.check(SOUND)]


def test_a_missing_engine_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shifty", None)
    validate.forget()
    with pytest.raises(validate.ValidationError, match="pyshifty"):
        validate.check(SOUND, engine="pyshifty")


def test_pyshifty_agrees_on_sound_and_broken_articles() -> None:
    pytest.importorskip("shifty", reason="pyshifty is not installed (extra `fast`)")
    for graph in (SOUND, altered('"0.9"', '"9"'), altered(f"<{M.topicActor}>", f"<{M.topicMember}>")):
        assert validate.check(graph, engine="pyshifty") == validate.check(graph)


def test_kg_validate_does_not_load_pyshacl_before_it_is_needed() -> None:
    import subprocess

    code = "import sys, kg.validate; sys.exit('pyshacl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("text", "start", "end", "expected"), [
    ("قال نعم. وانتهى.\nسطر", 0, 3, "قال نعم."),
    ("قال نعم. وانتهى.\nسطر", 9, 15, "وانتهى."),
    ("قال نعم. وانتهى.\nسطر", 17, 20, "سطر"),
    ("هل حضر؟ نعم", 0, 2, "هل حضر؟"),
    ("", 0, 5, ""),
    ("نص", 100, 200, "نص"),
])
def test_sentence_at(text: str, start: int, end: int, expected: str) -> None:
    assert sentence_at(text, start, end) == expected
