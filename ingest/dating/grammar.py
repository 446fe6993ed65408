"""Matches the patterns of date_patterns.toml over class strings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.dating.classes import TELLING, Item, Line, letters, may_tell
from ingest.lexicon import read_toml
from ingest.parts import Document, Sentence, Token, within
from ingest.sieve import Sieve
from kg.record import record

_CLASS = re.compile(r"[A-Z]{2,}")
_MACRO = re.compile(r"\{([a-z]\w*)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date."""

    name: str
    resolve: str
    expression: re.Pattern[str]
    latin: bool


@record
class Match:
    """A date expression over tokens `first` to `last` (exclusive); `parts` are its named items."""

    pattern: str
    resolve: str
    first: int
    last: int
    prefix: str
    parts: Mapping[str, Item]


@lru_cache(maxsize=1)
def _patterns() -> tuple[Pattern, ...]:
    data = read_toml("date_patterns.toml")
    macros: dict[str, str] = data["macro"]
    return tuple(
        Pattern(p["name"], p["resolve"], re.compile(_compiled(p["expression"], macros)), p.get("latin", False))
        for p in data["pattern"]
    )


def _compiled(expression: str, macros: Mapping[str, str]) -> str:
    while _MACRO.search(expression):
        expression = _MACRO.sub(lambda m: macros[m[1]], expression)
    # A class name not in the lexicon is a KeyError: a typo must not silently never match.
    return _CLASS.sub(lambda m: letters()[m[0]], expression).replace(" ", "")


@lru_cache(maxsize=1)
def _anchors() -> re.Pattern[str]:
    """Classes of which a stretch of known words needs at least one to hold a date."""
    return re.compile("[" + "".join(letters()[name] for name in TELLING) + "]")


_telling = Sieve(may_tell)


def in_sentence(document: Document, sentence: Sentence) -> Sequence[Match]:
    """The date expressions of a sentence. They are looked for once, whatever they are then resolved against."""
    places = document.once("telling", lambda: document.where(_telling(document.words)))
    if not within(places, sentence):
        return ()
    return document.once(f"dates {sentence.index}", lambda: [*_find(document.tokens, sentence.first, sentence.last)])


def _find(tokens: Sequence[Token], first: int, last: int) -> Iterator[Match]:
    """Date expressions among the tokens `first` to `last`, from left to right, not overlapping, longest first."""
    line = Line(tokens, first, last)
    other = letters()["OTHER"]
    position = 0
    for stretch in re.finditer(f"[^{other}]+", line.codes):
        if not _anchors().search(stretch.group()):
            continue
        position = stretch.start()
        while position < stretch.end():
            match = _longest(line, position, stretch.end())
            if match is None:
                position += 1
            else:
                yield match[0]
                position = match[1]


def _longest(line: Line, position: int, end: int) -> tuple[Match, int] | None:
    best: re.Match[str] | None = None
    chosen: Pattern | None = None
    for pattern in _patterns():
        if pattern.latin and not line.items[position].latin:
            continue
        hit = pattern.expression.match(line.codes, position, end)
        if hit is not None and (best is None or hit.end() > best.end()):
            best, chosen = hit, pattern
    if best is None or chosen is None or best.end() == position:
        return None
    groups = best.groupdict()
    begin, stop = best.span("date") if "date" in groups else best.span()
    parts = {name: line.items[best.end(name) - 1] for name, text in groups.items() if text and name != "date"}
    for name in ("day", "last"):
        if name in parts:  # the group may end in "st", "th"
            parts[name] = line.items[best.start(name)]
    head, tail = line.items[begin], line.items[stop - 1]
    return Match(chosen.name, chosen.resolve, head.first, tail.last, head.prefix, parts), best.end()
