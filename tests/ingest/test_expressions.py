"""Expressions whose code is kept on disk match what freshly compiled ones match, and nothing on disk can break reading."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest import expressions
from ingest.expressions import compiled
from ingest.pattern import load

LONG = "(?P<who>" + "|".join(f"وزير{chr(0x621 + n % 25)}{n}" for n in range(120)) + ") (?:و(?P<other>\\w+))?"
TEXT = f"حضر وزير{chr(0x621 + 7)}7 وغيره، ثم وزير{chr(0x621 + 9)}109 وحده"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own for each test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for one in (expressions.folder, expressions._room):
        one.cache_clear()
    yield tmp_path
    for one in (expressions.folder, expressions._room):
        one.cache_clear()


def kept(home: Path) -> list[Path]:
    return [file for file in home.rglob("*") if file.is_file()]


def found(pattern: re.Pattern[str], text: str = TEXT) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(match.span(), match.groupdict()) for match in pattern.finditer(text)]


def test_what_is_kept_matches_as_what_is_compiled(home: Path) -> None:
    plain = re.compile(LONG)
    first = compiled(LONG)
    assert len(kept(home)) == 1
    again = compiled(LONG)
    assert found(plain) == found(first) == found(again) != []
    for one in (first, again):
        assert (one.pattern, one.flags, one.groups, one.groupindex) == (LONG, plain.flags, 2, plain.groupindex)


def test_flags_are_told_apart(home: Path) -> None:
    text = "x" * 600
    assert compiled(text, re.IGNORECASE).match(text.upper())
    assert not compiled(text).match(text.upper())
    assert len(kept(home)) == 2
    assert compiled(text, re.IGNORECASE).match(text.upper())


def test_a_short_one_is_not_kept(home: Path) -> None:
    assert compiled("a(b)").groups == 1
    assert kept(home) == []


WRONG_SUM = b'{"crc": 1, "flags": 32, "groups": 0, "names": {}}\n\x01\x00\x00\x00'


@pytest.mark.parametrize("damage", [b"", b"\n", b"{}", b"[]\nabcd", WRONG_SUM])
def test_a_damaged_file_is_made_anew(home: Path, damage: bytes) -> None:
    compiled(LONG)
    file, = kept(home)
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert found(compiled(LONG)) == found(re.compile(LONG))
    assert file.read_bytes() == whole


@pytest.mark.parametrize("cut", [1, 5, 400])
def test_a_file_cut_short_is_made_anew(home: Path, cut: int) -> None:
    compiled(LONG)
    file, = kept(home)
    file.write_bytes(file.read_bytes()[:-cut])
    assert found(compiled(LONG)) == found(re.compile(LONG))


def test_where_nothing_can_be_written_all_is_read(home: Path) -> None:
    (home / "mahdar").write_text("a file where the folder would be")
    assert found(compiled(LONG)) == found(re.compile(LONG))
    assert len(kept(home)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_rights_is_no_error(home: Path) -> None:
    home.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert found(compiled(LONG)) == found(re.compile(LONG))


def test_a_faulty_expression_is_told_as_by_re(home: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(" + "a" * 600)
    assert kept(home) == []


def test_several_at_once_leave_whole_files(home: Path) -> None:
    with ThreadPoolExecutor(8) as several:
        assert all(found(one) == found(re.compile(LONG)) for one in several.map(compiled, [LONG] * 32))
    assert len(kept(home)) == 1


def test_a_folder_of_many_versions_begins_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_MOST", 3)
    for number in range(5):
        compiled(LONG + str(number))
    assert len(kept(home)) == 5  # within a run nothing is taken away
    expressions._room.cache_clear()
    compiled(LONG)
    assert len(kept(home)) == 1


def test_without_a_known_engine_they_are_compiled(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_engine", lambda: None)
    assert found(compiled(LONG)) == found(re.compile(LONG))
    assert kept(home) == []


def test_every_rule_has_the_same_code_from_its_file() -> None:
    """`re.Pattern` compares the code: what comes from a file is what `re` makes."""
    for rule in load("membership"):
        made = rule.make()
        assert rule.make() == made == re.compile(made.pattern, made.flags)
