"""Matches the patterns of date_patterns.toml over class strings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.dating.classes import OTHER, TELLING, Item, Line, letters, may_tell, plain
from ingest.expressions import compiled
from ingest.lexicon import read_toml
from ingest.parts import Document, Sentence, Token, within
from ingest.sieve import Sieve

_CLASS = re.compile(r"[A-Z]{2,}")
_STRETCH = re.compile(f"[^{OTHER}]+")
_APART = 4  # tokens; no expression of several words is longer
_MACRO = re.compile(r"\{([a-z]\w*)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date."""

    name: str
    resolve: str
    expression: re.Pattern[str]
    latin: bool


@dataclass(slots=True, unsafe_hash=True)
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
        Pattern(p["name"], p["resolve"], compiled(_compiled(p["expression"], macros)), p.get("latin", False))
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
_worth_reading = Sieve(lambda norm: not plain(norm))


def in_sentence(document: Document, sentence: Sentence) -> Sequence[Match]:
    """The date expressions of a sentence. They are looked for once, whatever they are then resolved against."""
    return document.once("dates", lambda: _in_sentences(document)).get(sentence.index, ())


def _in_sentences(document: Document) -> dict[int, list[Match]]:
    """The date expressions of each sentence that has any."""
    sentences = document.sentences
    firsts = [sentence.first for sentence in sentences]
    telling = document.sifted(_telling)
    told = {bisect_right(firsts, at) - 1 for at in telling}
    places = [*_near(document.sifted(_worth_reading), frozenset(telling))] if told else ()
    found = {number: [*_find(document.tokens, sentences[number], within(places, sentences[number]))] for number in told}
    return {number: matches for number, matches in found.items() if matches}


def _near(places: Sequence[int], telling: frozenset[int]) -> Iterator[int]:
    """Those of some tokens that stand in one run with a telling one; between them there may be words of one expression."""
    run: list[int] = []
    for at in places:
        if run and at - run[-1] > _APART:
            if not telling.isdisjoint(run):
                yield from run
            run = []
        run.append(at)
    if not telling.isdisjoint(run):
        yield from run


def _find(tokens: Sequence[Token], sentence: Sentence, places: Sequence[int]) -> Iterator[Match]:
    """Date expressions of a sentence, from left to right, not overlapping, longest first. `places`: its telling tokens."""
    line = Line(tokens, places, sentence.first, sentence.last)
    for stretch in _STRETCH.finditer(line.codes):
        if not _anchors().search(stretch.group()):
            continue
        begin = max(stretch.start() - 1, 0)  # no pattern asks for more than the class in front of it
        codes, items = line.codes[begin : stretch.end()], line.items[begin : stretch.end()]
        position = stretch.start() - begin
        while position < len(codes):
            longest = _longest(codes, position, items[position].latin)
            if longest is None:
                position += 1
            else:
                yield _match(items, *longest)
                position = longest[1].end()


@lru_cache(maxsize=1 << 12)
def _longest(codes: str, position: int, latin: bool) -> tuple[Pattern, re.Match[str]] | None:
    """The pattern that reads most from a place on. Dates are written in few ways: most stretches were read before."""
    best: re.Match[str] | None = None
    chosen: Pattern | None = None
    for pattern in _patterns():
        if pattern.latin and not latin:
            continue
        hit = pattern.expression.match(codes, position)
        if hit is not None and (best is None or hit.end() > best.end()):
            best, chosen = hit, pattern
    return None if best is None or chosen is None or best.end() == position else (chosen, best)


def _match(items: Sequence[Item], pattern: Pattern, hit: re.Match[str]) -> Match:
    groups = hit.groupdict()
    begin, stop = hit.span("date") if "date" in groups else hit.span()
    parts = {name: items[hit.end(name) - 1] for name, text in groups.items() if text and name != "date"}
    for name in ("day", "last"):
        if name in parts:  # the group may end in "st", "th"
            parts[name] = items[hit.start(name)]
    head, tail = items[begin], items[stop - 1]
    return Match(pattern.name, pattern.resolve, head.first, tail.last, head.prefix, parts)
