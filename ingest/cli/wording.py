"""The program's own words in the languages of `--lang`: the table `words.tsv`, the labels of the ontology."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from kg import terms
from kg.iri import ONTOLOGY, Iri

_TABLE = Path(__file__).resolve().parent / "words.tsv"
_COMMAS = {"ar": "، "}
# French sets a blank in front of its tall marks.
_SEMICOLONS = {"ar": "؛ ", "fr": " ; "}
_COLONS = {"fr": " : "}
_Row: TypeAlias = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """How the commands speak in one language."""

    language: str

    def say(self, english: str, *values: object) -> str:
        """A text of the table with its values in place of `{}`."""
        return _rows()[english][self.language].format(*values)

    def count(self, number: int, noun: str) -> str:
        """So many of a thing: "1 row", "2 rows"; in French none is one too."""
        one = number == 1 or (number == 0 and self.language == "fr")
        return self.say(f"{{}} {noun}" if one else f"{{}} {noun}s", number)

    def said(self, english: str) -> str:
        """What another module said in English, its values as they are; left alone where the table has nothing like it."""
        for pattern, row in _patterns():
            if found := pattern.fullmatch(english):
                return row[self.language].format(*found.groups())
        return english

    def term(self, iri: str, otherwise: str = "") -> str:
        """The label of a term of the ontology."""
        return terms.label(Iri(iri), self.language) or otherwise

    def modality(self, code: str) -> str:
        """How a claim is told, from its code."""
        return self.term(ONTOLOGY + code.capitalize(), code)

    def commas(self, *parts: str | None) -> str:
        """What there is of the parts, in one list."""
        return _COMMAS.get(self.language, ", ").join(filter(None, parts))

    def semicolons(self, *parts: str | None) -> str:
        return _SEMICOLONS.get(self.language, "; ").join(filter(None, parts))

    def colon(self, name: str, value: str) -> str:
        """A value behind its name."""
        return name + _COLONS.get(self.language, ": ") + value


@cache
def _rows() -> dict[str, _Row]:
    """English text → the same in each language."""
    header, *lines = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {line[0]: dict(zip(header, line, strict=True)) for line in lines}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Row], ...]:
    """The texts as patterns, those without values first."""
    rows = sorted(_rows().items(), key=lambda entry: entry[0].count("{}"))
    return tuple((re.compile(re.escape(text).replace(r"\{\}", "(.+?)")), row) for text, row in rows)
