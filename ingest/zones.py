"""Marks what on a page is headline, body and site furniture. Nothing is deleted and no offset moves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from ingest.expressions import compiled
from ingest.fold import fold, fold_with_offsets
from ingest.lexicon import read_toml
from ingest.required import Reader
from kg.claim import Span

_LINE = re.compile(r"[^\n]+")
_TITLE_LIMIT = 200  # code points; longer first lines are lead paragraphs
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Kind of rule → one pattern over folded text, from boilerplate.toml."""
    return {
        kind: compiled("|".join(f"(?:{pattern})" for pattern in _written_out(kind)), re.IGNORECASE)
        for kind in ("line", "tail", "phrase")
    }


def _written_out(kind: str) -> list[str]:
    """The patterns of a kind, folded, with the networks in them."""
    tables = read_toml("boilerplate.toml")
    return [fold(pattern.replace("{networks}", tables["networks"])) for pattern in tables[kind]["patterns"]]


@lru_cache(maxsize=1)
def _needed() -> frozenset[str]:
    """Strings of which a line must have one to hold a phrase of site furniture."""
    musts = [Reader({}, {}).musts(pattern) for pattern in _written_out("phrase")]
    return frozenset(chain.from_iterable(must[0] if must else ("",) for must in musts))


def _phrases(line: str) -> list[re.Match[str]]:
    """The phrases of site furniture in a folded line."""
    small = line.lower()
    return [*_patterns()["phrase"].finditer(line)] if any(map(small.__contains__, _needed())) else []


def title_end(text: str, title: str | None) -> int:
    """The offset at which the headline ends; 0 where the text starts without one.

    The headline is the first line if it equals the title of the metadata, or if it is short, does not end like a sentence
    and more follows.
    """
    lines = _LINE.finditer(text)
    first = next((m for m in lines if m.group().strip()), None)
    if first is None:
        return 0
    line = fold(first.group()).strip()
    if title is not None and line == fold(title).strip():
        return first.end()
    followed = next((m for m in lines if m.group().strip()), None) is not None
    short = len(line) <= _TITLE_LIMIT and not line.rstrip("”\"»)").endswith((".", "،", ":"))
    return first.end() if followed and short else 0


def boilerplate(text: str, given: Sequence[Span] = ()) -> list[Span]:
    """The spans of site furniture, sorted, not overlapping; `given` are those the reader of the page already knew."""
    return _merged([*given, *_found(text)])


def _found(text: str) -> Iterator[Span]:
    patterns = _patterns()
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    for number, match in enumerate(lines):
        folded = fold(match.group())
        line = folded.strip()
        if patterns["tail"].fullmatch(line) and number > len(lines) // 3:
            # Everything after such a line (comment form, related articles, appeal) is furniture.
            yield Span(match.start(), len(text))
            return
        if patterns["line"].fullmatch(line) or not _LETTER.search(line):
            yield Span(match.start(), match.end())
            continue
        hits = _phrases(folded)
        offsets = fold_with_offsets(match.group())[1] if hits else ()
        for hit in hits:
            yield Span(match.start() + offsets[hit.start()], match.start() + offsets[hit.end()])


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.start < span.end:
            merged.append(span)
    return merged
