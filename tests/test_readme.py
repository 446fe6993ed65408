"""The README tells the truth: its commands run, its answers are the answers, its links lead somewhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from ingest.cli import COMMANDS
from tests.readme import README, ROOT, answered, commands

TEXT = README.read_text(encoding="utf-8")


def test_every_answer_is_what_the_command_prints() -> None:
    assert answered(TEXT) == TEXT, "run: python -m tests.readme"


def test_there_are_five_real_questions() -> None:
    assert len(commands(TEXT)) >= 5
    assert all(command.startswith("mahdar ") for command in commands(TEXT))


def test_every_command_it_names_exists() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", TEXT, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    assert named
    assert named <= set(COMMANDS)
    assert set(COMMANDS) - named == {"demo"}


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (ROOT / target).exists(), target


def test_the_picture_is_well_formed_and_calls_nothing_from_outside() -> None:
    source = (ROOT / "ontology" / "mahdar.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(source)
    assert root.tag.endswith("svg")
    assert "href" not in source
    assert "<script" not in source
