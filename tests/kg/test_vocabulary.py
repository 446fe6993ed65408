"""The closed vocabulary equals the ontology, and says so when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import ontology, vocabulary, vocabulary_build
from kg.iri import ONTOLOGY, Iri


def terms(owner: type) -> dict[str, Iri]:
    return {name: value for name, value in vars(owner).items() if isinstance(value, Iri)}


def test_own_terms_are_exactly_those_of_the_ontology() -> None:
    assert sorted(terms(vocabulary.M)) == ontology.own_terms()


def test_every_own_term_lies_in_the_namespace_of_the_ontology() -> None:
    assert all(value == ONTOLOGY + name for name, value in terms(vocabulary.M).items())


def test_reused_vocabularies_are_exactly_the_listed_ones() -> None:
    for name, (namespace, local_names) in ontology.reused_terms().items():
        found = terms(getattr(vocabulary, name))
        assert sorted(found.values()) == sorted(namespace + local for local in local_names)


def test_a_typo_does_not_run() -> None:
    with pytest.raises(AttributeError):
        getattr(vocabulary.M, "Partcipation")  # noqa: B009 - the point is the missing name


def test_the_committed_module_is_fresh() -> None:
    assert vocabulary_build.main(["--check"]) == 0


def test_a_stale_module_fails_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "vocabulary.py"
    stale.write_text(vocabulary_build.TARGET.read_text(encoding="utf-8").replace("Absent", "Abcent"), encoding="utf-8")
    monkeypatch.setattr(vocabulary_build, "TARGET", stale)
    assert vocabulary_build.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().err
    assert vocabulary_build.main([]) == 0
    assert vocabulary_build.main(["--check"]) == 0


def test_a_term_that_is_a_word_of_python_gets_an_underscore() -> None:
    assert vocabulary.SH.in_.endswith("#in")
