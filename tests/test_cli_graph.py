"""Who is who, what changed, what is disputed, from the command line: answers, one-line errors, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.cli import cli
from ingest.cli.build import derive
from kg.store import Store
from kg.vocabulary import SCHEMA, M
from tests.kg.newsroom import PLANNED, Paper

ROOT = Path(__file__).resolve().parents[1]


def mahdar(*arguments: str, code: int = 0) -> str:
    """Runs a command in this process; its output, or the one line that it says on standard error."""
    result: Result = CliRunner().invoke(cli, arguments)
    told = getattr(result.exception, "exit_code", None)
    if told is not None:  # an error of ours, which `main` turns into a line and an exit code
        assert "\n" not in str(result.exception)
        assert told == code, result.exception
        return str(result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result.output


def _paper(name: str, published: str, person: str = "أحمد علي") -> Paper:
    paper = Paper(name, published, name.title())
    meeting = paper.meeting(day="2022-05-11", place="marrakesh")
    paper.say(paper.part(meeting, paper.person(person, "EG")), M.role, M.Speaker, PLANNED)
    return paper


@pytest.fixture
def store(tmp_path: Path) -> str:
    folder = tmp_path / "store"
    with Store(folder) as filled:
        one, other = _paper("one", "2022-05-09"), _paper("other", "2022-05-12")
        one.count(84, words="يضم 84 دولة")
        other.count(85, words="يضم 85 دولة")
        third = _paper("third", "2022-05-12", "سامح شكري").count(86, words="يضم 86 دولة")
        for paper in (one, other, third):
            paper.put(filled)
        derive(filled)
    return str(folder)


def _dump(folder: str) -> bytes:
    with Store(Path(folder)) as store:
        return store.dump()


def test_mentions_that_look_alike_can_be_told_apart_and_joined_again(store: str) -> None:
    pair = ("one:أحمد علي", "other:أحمد علي")
    assert "nothing known of them differs" in mahdar("why", *pair, "--store", store)
    assert "two things" in mahdar("different", *pair, "--by", "r", "--on", "2026-01-01", "--store", store)
    told = json.loads(mahdar("why", *pair, "--json", "--store", store))
    assert not told["same"]
    assert [r["decided_by"] for r in told["reasons"]] == ["r"]
    whole = _dump(store)
    mahdar("derive", "--all", "--store", store)
    assert _dump(store) == whole
    assert "one thing" in mahdar("same", *pair, "--by", "r", "--on", "2026-01-02", "--store", store)
    assert "one thing" in mahdar("why", *pair, "--store", store)


def test_a_mention_told_apart_stays_so_when_another_article_comes(store: str) -> None:
    pair = ("one:أحمد علي", "other:أحمد علي")
    mahdar("different", *pair, "--by", "r", "--on", "2026-01-01", "--store", store)
    with Store(Path(store)) as filled:
        _paper("later", "2022-05-13").put(filled)
    mahdar("derive", "--store", store)
    assert "two things" in mahdar("why", *pair, "--store", store)
    Path(store).with_name("judgements.jsonl").unlink()
    mahdar("derive", "--store", store)
    assert "one thing" in mahdar("why", *pair, "--store", store)


@pytest.mark.parametrize(("arguments", "said"), [
    (("same", "أحمد علي", "Morocco"), "of different kinds (country, person)"),
    (("same", "أحمد علي", "أحمد علي"), "are one thing already"),
    (("different", "أحمد علي", "أحمد علي"), "as ARTICLE:NAME"),
    (("same", "A", "أحمد علي"), "nothing in the store is called A"),
    (("why", "nobody", "أحمد علي"), "nothing in the store is called nobody"),
    (("why", "none:x", "أحمد علي"), "no article none in the store"),
    (("why", "one:الفيل", "أحمد علي"), "one calls nothing الفيل"),
    (("history", "nobody"), "nothing in the store is called nobody"),
    (("history", "أحمد علي", "--as-of", "2022-13-01"), "not a date: 2022-13-01"),
    (("history", "أحمد علي", "--as-of", "yesterday"), "not a date: yesterday"),
    (("ask", "meetings", "--as-of", "2022-5-1"), "not a date: 2022-5-1"),
])
def test_what_cannot_be_is_said_in_one_line(store: str, arguments: tuple[str, ...], said: str) -> None:
    if "Morocco" in arguments:
        arguments = (*arguments[:2], "Egypt")
    before = _dump(store)
    assert said in mahdar(*arguments, "--store", store, code=2)
    assert _dump(store) == before
    assert not Path(store).with_name("judgements.jsonl").exists()


def test_a_judgement_can_be_taken_back_by_name(store: str) -> None:
    assert "one thing" in mahdar("same", "أحمد علي", "سامح شكري", "--by", "r", "--on", "2026-01-01", "--store", store)
    assert "two things" in mahdar("different", "أحمد علي", "سامح شكري", "--by", "r", "--on", "2026-01-02", "--store", store)


def test_contradictions_are_listed_class_by_class(store: str) -> None:
    told = json.loads(mahdar("contradictions", "--json", "--store", store, code=1))
    assert isinstance(told, list)
    classes = [entry["class"] for entry in told]
    assert classes == sorted(classes, key=["Contradiction", "Update", "Refinement", "ScopeDifference"].index)
    assert set(classes) == {"Contradiction", "Update"}
    assert all({"class", "subject", "predicate", "claims"} <= set(entry) for entry in told)
    (conflict,) = (entry for entry in told if entry["class"] == "Contradiction")
    assert [(c["value"], c["outlet"], c["published"], c["quote"]) for c in conflict["claims"]] == [
        ("85", "Other", "2022-05-12", "يضم 85 دولة"), ("86", "Third", "2022-05-12", "يضم 86 دولة")]
    assert conflict["origins"] == 2
    assert json.loads(mahdar("contradictions", "--class", "scope", "--json", "--store", store)) == []
    assert "both cannot hold" in mahdar("contradictions", "--store", store, code=1)


def test_a_question_as_of_a_date_sees_only_what_was_surely_public(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with Store(folder) as filled:
        _paper("month", "2022-05").count(86).put(filled)
        _paper("day", "2022-05-09").count(84).put(filled)
        undated = Paper("undated")
        undated.meeting(day="2022-05-11", place="marrakesh", status=SCHEMA.EventScheduled)
        undated.count(85).put(filled)
        derive(filled)

    def sizes(day: str) -> str:
        return mahdar("ask", "coalition-size", "--as-of", day, "--format", "csv", "--store", str(folder))

    assert all(number in sizes("2022-05-31") for number in ("84", "85", "86"))
    assert "86" not in sizes("2022-05-30")  # some day in May: perhaps the last
    assert "85" in sizes("2022-05-10")      # it announces the meeting of the eleventh
    assert "85" not in sizes("2022-05-09")
    assert "84" in sizes("2022-05-09")
    assert "84" not in sizes("2022-05-08")


def test_a_difference_is_told_in_words_and_as_a_patch(store: str, tmp_path: Path) -> None:
    old = tmp_path / "old.nq"
    old.write_bytes(_dump(store))
    assert mahdar("diff", str(old), store) == ""
    mahdar("remove", "third", "--store", store)
    told = mahdar("diff", str(old), store, code=1).splitlines()
    assert told[0] == "article vanished: third"
    assert any(line.startswith("claim vanished: third: ") and "memberCount: 86" in line for line in told)
    assert any(line.startswith("fact appeared: ") and "85" in line for line in told)
    patch = mahdar("diff", "--patch", str(old), store, code=1).splitlines()
    gone = {line[2:] for line in patch if line.startswith("D ")}
    come = {line[2:] for line in patch if line.startswith("A ")}
    lines = set(old.read_text(encoding="utf-8").splitlines())
    assert (lines - gone) | come == set(_dump(store).decode().splitlines())
    assert "does not exist" in mahdar("diff", str(old), str(tmp_path / "none"), code=2)
    old.write_text("nonsense\n", encoding="utf-8")
    assert "not N-Quads" in mahdar("diff", str(old), store, code=3)


def test_pieces_in_any_order_give_the_bytes_of_one_build(tmp_path: Path) -> None:
    samples = sorted(p for p in (ROOT / "ingest" / "samples").iterdir() if p.suffix in (".txt", ".html"))
    mahdar("build", *map(str, samples), "--out", str(tmp_path / "whole"), "--jobs", "1")
    pieces = str(tmp_path / "pieces")
    for part in (samples[3:5], samples[:3], samples[5:][::-1]):
        if part:
            mahdar("ingest", *map(str, part), "--store", pieces, "--jobs", "1")
    mahdar("derive", "--store", pieces)
    whole = (tmp_path / "whole" / "graph.nq").read_bytes()
    assert mahdar("export", "--format", "nq", "--store", pieces).encode() == whole
    mahdar("remove", samples[1].stem, "--store", pieces)
    assert mahdar("export", "--format", "nq", "--store", pieces).encode() != whole
    mahdar("ingest", str(samples[1]), "--store", pieces, "--jobs", "1")
    assert mahdar("export", "--format", "nq", "--store", pieces).encode() == whole
