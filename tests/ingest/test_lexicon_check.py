"""`mahdar lexicon check`: planted faults are found, the lexicons that ship are free of conflicts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest import lexicon, lexicon_check, pattern
from ingest.cli.lexicon import lexicon as command
from kg.errors import UsageError


def test_nothing_is_wrong_with_the_shipped_lexicons() -> None:
    assert lexicon_check.check() == []


def test_what_a_pattern_file_says_that_the_code_reads_it_reads() -> None:
    modules = [path.read_text(encoding="utf-8") for path in Path(pattern.__file__).parent.rglob("*.py")]
    code = "".join(module for module in modules if re.search(r"import .*\b(?:macro|macro_rule|words_of)\b", module))
    named = [name for file in sorted(pattern.FOLDER.glob("*.toml")) for name in lexicon.parsed(file).get("read", ())]
    assert named
    assert [name for name in named if not re.search(f"[\"']{name}[\"']", code)] == []


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


def test_a_macro_that_only_a_dead_macro_uses_is_dead_and_words_that_are_needed_or_read_are_not(planted: Path) -> None:
    text = """
read = ["READ"]
[words]
needed = ["قال"]
read = ["زار"]
lost = ["كتب"]
[macro]
READ = "{any.read}"
IDLE = "{LOST}"
LOST = "{words.lost}"
[[rule]]
name = "r1"
pattern = "كلمة"
needs = "needed"
"""
    (planted / "patterns" / "p_closed.toml").write_text(text, encoding="utf-8")
    dead = {f.what for f in lexicon_check.check() if f.where == "patterns/p_closed.toml"}
    assert dead == {"IDLE", "LOST", "lost"}
    assert pattern.macro("p_closed", "READ") == "(?:زار)"
    with pytest.raises(UsageError, match="LOST"):
        pattern.macro("p_closed", "LOST")


def test_a_spelling_that_is_read_is_not_dead(planted: Path) -> None:
    schema = (planted / "schema.toml").read_text(encoding="utf-8")
    (planted / "schema.toml").write_text(schema.replace('["a.tsv"]\n', '["a.tsv"]\nspelled = "\u0651"\n'), encoding="utf-8")
    (planted / "a.tsv").write_text("form\tpath\nعمان|عمّان|عمـان\torg/x\n", encoding="utf-8")
    assert {f.what for f in lexicon_check.check() if f.kind == "dead"} == {"عمـان"}


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


def test_command_exits_with_1_on_findings(planted: Path) -> None:
    done = CliRunner().invoke(command, ["check", "--json"])
    assert done.exit_code == 1
    assert {row["kind"] for row in json.loads(done.stdout)} == {"conflict", "dead"}


def test_command_is_content_with_the_shipped_lexicons() -> None:
    assert CliRunner().invoke(command, ["check"]).exit_code == 0
