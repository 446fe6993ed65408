"""Names of coalitions that papers word in many ways: the patterns of `lexicon/coalition_patterns.toml`.

A bare "التحالف" may mean a coalition that the article never names in full; words of the article then decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mentions.authority import by_path
from ingest.mentions.bodies.candidates import Candidate, closed
from ingest.mentions.gazetteer import Found, Line, found_in, leftmost_longest
from ingest.parts import Document

FILE = "coalitions.tsv"
_START = re.compile(r"(?:(?<=^)|(?<= )|(?<= [وفبلك])|(?<= [وف][بلك]))")


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Path, expression and the words one of which the article must have, for the patterns of one table."""
    found = []
    for row in read_toml("coalition_patterns.toml").get(table, []):
        expression = re.compile(f"(?:{row['pattern']})(?= |$)")
        found.append((row["path"], expression, tuple(fold(word) for word in row.get("context", ()))))
    return tuple(found)


@cache
def _anchors() -> tuple[AhoCorasick, tuple[frozenset[int], ...]]:
    """All words of which patterns for whole names need one, and the numbers of the patterns for each."""
    numbers: dict[str, set[int]] = {}
    for number, (_, _, anchors) in enumerate(_patterns("name")):
        for anchor in anchors:
            numbers.setdefault(anchor, set()).add(number)
    return AhoCorasick(list(numbers)), tuple(frozenset(found) for found in numbers.values())


def _worth_trying(text: str) -> set[int]:
    """The patterns of which an article has a word."""
    automaton, numbers = _anchors()
    found = {anchor for anchor, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}
    return {number for anchor in found for number in numbers[anchor]}


def _hits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches that begin where a word does, perhaps behind a clitic. Asked afterwards: a pattern that begins with plain
    letters is found many times faster."""
    at = 0
    while (match := pattern.search(text, at)) is not None:
        begins = _START.match(text, match.start()) is not None
        at = match.end() if begins else match.start() + 1
        if begins:
            yield match


def worded(document: Document, line: Line) -> list[Candidate]:
    """Hits of the patterns for whole names."""
    hits: list[Found] = []
    paths = [path for path, _, _ in _patterns("name")]
    for number in sorted(_worth_trying(line.text)):
        _, pattern, _ = _patterns("name")[number]
        for match in _hits(pattern, line.text):
            found = found_in(line, match.start(), match.end(), number, match.group())
            if found is not None:
                hits.append(found)
    rows = by_path(FILE)
    return [
        Candidate(
            hit.first,
            closed(document.tokens, hit.first, hit.last),
            hit.prefix,
            hit.cut,
            f"wording: {paths[hit.entry]}",
            rows[paths[hit.entry]],
        )
        for hit in leftmost_longest(hits)
    ]


def bare(line: Line, known: frozenset[str]) -> list[Candidate]:
    """A bare "التحالف" that can only mean the coalition whose context words the article has."""
    rows = by_path(FILE)
    found: list[Candidate] = []
    for path, pattern, context in _patterns("bare"):
        rival = {other for other, _, _ in _patterns("bare")} - {path}
        if (rival & known and path not in known) or not any(word in line.text for word in context):
            continue
        for match in _hits(pattern, line.text):
            hit = found_in(line, match.start(), match.end(), 0, match.group())
            if hit is not None:
                reason, named = f"context: {path}", path in known
                found.append(Candidate(hit.first, hit.last, hit.prefix, hit.cut, reason, rows[path], "تحالف", coref=named))
    return found
