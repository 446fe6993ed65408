"""The tables of the benches as they were last measured: RESULTS.md, and the part of the README that quotes it."""

from __future__ import annotations

import importlib
import os
import platform
import re
from collections.abc import Mapping
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_HEAD = "# Measurements\n\nMade by `python -m tests.bench --write`. Seconds depend on the machine.\n"


def sections(text: str) -> dict[str, str]:
    """The sections of RESULTS.md by the name of their bench."""
    parts = re.split(r"^## (\w+)\n\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def tables(section: str) -> str:
    """The Markdown tables of a section, and what is said of their rows."""
    blocks = (block.strip("\n") for block in section.split("\n\n"))  # a table ends at an empty line, or the next is its rows
    return "\n\n".join(block for block in blocks if block.startswith(("|", ">"))) + "\n"


def quoted(text: str) -> str:
    """What the README quotes of RESULTS.md: of each bench what it measures, and its tables."""
    parts = [
        f"{(importlib.import_module(f'tests.bench.bench_{name}').__doc__ or '').split(chr(10) * 2)[0]}\n\n{tables(section)}"
        for name, section in sections(text).items()
    ]
    return "\n".join(parts)


def write(made: Mapping[str, str]) -> None:
    """Keeps new tables; those of benches that did not run stay as they are."""
    known = sections(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores."
    new = {**known, **{name: f"{machine}\n\n{told.strip()}\n\n" for name, told in made.items()}}
    text = _HEAD + "".join(f"\n## {name}\n\n{section.strip()}\n" for name, section in sorted(new.items()))
    RESULTS.write_text(text, encoding="utf-8", newline="\n")
    page = README.read_text(encoding="utf-8")
    if BEGIN in page and END in page:
        before, rest = page.split(BEGIN, 1)
        after = rest.split(END, 1)[1]
        README.write_text(f"{before}{BEGIN}\n{quoted(text)}{END}{after}", encoding="utf-8", newline="\n")
