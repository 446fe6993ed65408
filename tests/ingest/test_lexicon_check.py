"""`mahdar lexicon check`: planted faults are found, the lexicons that ship are free of conflicts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest import lexicon, lexicon_check, pattern
from ingest.cli.lexicon import lexicon as command


def test_the_shipped_lexicons_have_no_conflicts_and_are_in_shape() -> None:
    assert [f for f in lexicon_check.check() if f.kind != "dead"] == []


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "schema.toml").write_text(
        "".join(f'["{t}.tsv"]\nkeys = ["form"]\nmeans = ["path"]\nspace = "one"\n' for t in "ab"), encoding="utf-8")
    (tmp_path / "a.tsv").write_text("form\tpath\nأكاديمية|اكاديميه\torg/x\nـــ\torg/y\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("form\tpath\nاكاديمية\torg/z\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    monkeypatch.setattr(lexicon_check, "PATTERNS", tmp_path / "patterns")
    monkeypatch.setattr(pattern, "FOLDER", tmp_path / "patterns")
    return tmp_path


def test_a_form_with_two_meanings_in_one_space_is_a_conflict(planted: Path) -> None:
    (found,) = [f for f in lexicon_check.check() if f.kind == "conflict"]
    assert "org/x" in found.why
    assert "org/z" in found.why


def test_spellings_that_fold_together_or_to_nothing_are_dead(planted: Path) -> None:
    dead = {f.what for f in lexicon_check.check() if f.kind == "dead"}
    assert dead == {"اكاديميه", "ـــ"}


def test_a_table_out_of_shape_is_named(planted: Path) -> None:
    (planted / "b.tsv").write_text("form\tpath\nواحد\n", encoding="utf-8")
    (found,) = [f for f in lexicon_check.check() if f.kind == "faulty"]
    assert found.where == "b.tsv"
    assert "line 2" in found.why


def test_unused_words_of_a_pattern_file_are_dead(planted: Path) -> None:
    text = '[words]\nused = ["قال"]\nidle = ["كتب"]\n[[rule]]\nname = "r1"\npattern = "{words.used}"\n'
    (planted / "patterns" / "p_idle.toml").write_text(text, encoding="utf-8")
    assert "idle" in {f.what for f in lexicon_check.check()}
    assert "used" not in {f.what for f in lexicon_check.check()}


def test_rules_may_stand_in_parts_and_a_part_that_is_not_named_is_dead(planted: Path) -> None:
    folder = planted / "patterns" / "p_parts"
    folder.mkdir()
    text = 'parts = ["two", "one"]\n[words]\nused = ["قال"]\nmore = ["زار"]\n'
    (planted / "patterns" / "p_parts.toml").write_text(text, encoding="utf-8")
    for part, words in (("one", "words.used"), ("two", "any.more"), ("three", "words.used")):
        rule = f'[[rule]]\nname = "r_{part}"\npattern = "{{{words}}}"\n'
        (folder / f"{part}.toml").write_text(rule, encoding="utf-8")
    assert [rule.name for rule in pattern.load("p_parts")] == ["r_two", "r_one"]
    assert [f.what for f in lexicon_check.check() if f.where == "patterns/p_parts.toml"] == ["three"]


def test_a_missing_part_is_named(planted: Path) -> None:
    (planted / "patterns" / "p_gone.toml").write_text('parts = ["gone"]\n', encoding="utf-8")
    (found,) = [f for f in lexicon_check.check() if f.kind == "faulty"]
    assert "gone.toml" in found.why


def test_entries_never_met_are_listed(planted: Path) -> None:
    assert [e.table for e in lexicon_check.unmet(["وبأكاديمية"])] == ["a.tsv"]  # only the form that folds to nothing
    assert {e.table for e in lexicon_check.unmet(["كلام آخر"])} == {"a.tsv", "b.tsv"}


def test_command_exits_with_1_on_conflicts(planted: Path) -> None:
    done = CliRunner().invoke(command, ["check", "--json"])
    assert done.exit_code == 1
    assert {row["kind"] for row in json.loads(done.stdout)} == {"conflict", "dead"}


def test_command_is_content_with_the_shipped_lexicons() -> None:
    assert CliRunner().invoke(command, ["check"]).exit_code == 0
