"""Turns tokens into the word classes that date patterns are written in.

Every item is one letter in a class string, with its value and its token beside it. A glued و stands as an item of its own,
so that "8 و9 يونيو" and "ماي ويونيو" read alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest import numerals
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.parts import Token

_PUNCTUATION = {
    "/": "SLASH", "-": "DASH", "–": "DASH", "—": "DASH", "ـ": "DASH", "،": "COMMA", ",": "COMMA", "(": "OPEN", ")": "CLOSE",
}
_COMPUTED = ("OTHER", "MONTH", "HMONTH", "WEEKDAY", "DAYNUM", "DAYORD", "YEAR", "NUMBER", "FULLDATE", *_PUNCTUATION.values())
_FULL = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})[./](\d{1,2})[./](\d{1,2})")
TELLING = frozenset((
    "MONTH", "HMONTH", "WEEKDAY", "YEAR", "FULLDATE", "TODAY", "YESTERDAY", "TOMORROW", "MONTHWORD", "YEARWORD", "WEEKWORD",
    "SEASON", "AGO", "THIS",
))
"""Classes of which a stretch of known words needs at least one to hold a date."""
OTHER = "\x02"
_FIRST_LETTER = 0x100  # class letters start here: no metacharacter of `re` among them


@dataclass(slots=True, unsafe_hash=True)
class Item:
    """One element of a class string: its class, value and tokens `first` to `last` (exclusive)."""

    name: str
    value: int
    first: int
    last: int
    prefix: str = ""
    latin: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    rest: tuple[str, ...]
    name: str
    value: int


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """First folded word → entries, those with most words first."""
    found: dict[str, list[_Entry]] = {}

    def put(surface: str, name: str, value: int) -> None:
        first, *rest = fold(surface).lower().split()
        found.setdefault(first, []).append(_Entry(tuple(rest), name, value))

    for row in read_tsv("date_words.tsv"):
        put(row["word"], row["class"], int(row["value"]))
    for row in read_tsv("months.tsv"):
        put(row["name"], "HMONTH" if row["calendar"] == "hijri" else "MONTH", int(row["month"]))
    for row in read_tsv("weekdays.tsv"):
        put(row["name"], "WEEKDAY", int(row["weekday"]))
    return {word: tuple(sorted(entries, key=lambda e: -len(e.rest))) for word, entries in found.items()}


@lru_cache(maxsize=1)
def letters() -> Mapping[str, str]:
    """Class name → its letter in class strings."""
    names = [*_COMPUTED[1:], *sorted({row["class"] for row in read_tsv("date_words.tsv")})]
    table = {"OTHER": OTHER}
    for name in names:
        table.setdefault(name, chr(_FIRST_LETTER + len(table)))
    return table


# Clitics stand before any of these words; longest first.
_CLITICS = ("وب", "ول", "فب", "و", "ف", "ب", "ل", "ك")


@lru_cache(maxsize=1 << 15)
def _look_up(norm: str) -> tuple[str, tuple[_Entry, ...], bool]:
    """(clitics, entries, may start a number word) of one folded word."""
    entries = _entries()
    norm = norm.lower()
    number = numerals.split(norm)[1] is not None
    if norm in entries:
        return "", entries[norm], number
    for prefix in _CLITICS if norm[:1] in "وفبلك" else ():
        if norm.startswith(prefix):
            rest = norm[len(prefix) :]
            if rest in entries:
                return prefix, entries[rest], number
            if prefix.endswith("ل") and "ا" + norm[len(prefix) - 1 :] in entries and rest.startswith("ل"):
                return prefix, entries["ا" + norm[len(prefix) - 1 :]], number
    return "", (), number


def plain(norm: str) -> bool:
    """Whether a token can be no part of a date, as most words of a text."""
    if norm[0].isdigit() or norm in _PUNCTUATION:
        return False
    if not norm[0].isalpha():
        return True
    _, entries, number = _look_up(norm)
    return not entries and not number


@lru_cache(maxsize=1 << 15)
def may_tell(norm: str) -> bool:
    """Whether a word of the telling classes may begin with a token: most sentences have none, and no date."""
    if norm[0].isdigit():
        return _digits(norm, 0).name in TELLING
    _, entries, number = _look_up(norm)
    return number or any(entry.name in TELLING for entry in entries)


class Line:
    """The class string of a stretch of tokens: `codes` and, position by position, `items`; other words in one lump."""

    def __init__(self, tokens: Sequence[Token], places: Sequence[int], first: int, last: int) -> None:
        """Of the tokens `first` to `last` (exclusive) only those at `places` may be part of a date."""
        self.items: list[Item] = []
        codes: list[str] = []
        table = letters()
        reached = first
        for i in places:
            if i < reached:
                continue
            if i > reached and (not codes or codes[-1] != OTHER):
                codes.append(OTHER)
                self.items.append(Item("OTHER", 0, reached, i))
            for item in _read(tokens, i, last):
                codes.append(table[item.name])
                self.items.append(item)
            reached = self.items[-1].last
        self.codes = "".join(codes)


def _read(tokens: Sequence[Token], i: int, last: int) -> list[Item]:
    norm = tokens[i].norm
    if tokens[i].is_number:
        return [_digits(norm, i)]
    if not tokens[i].is_word:
        return [Item(_PUNCTUATION.get(norm, "OTHER"), 0, i, i + 1)]
    prefix, entries, number = _look_up(norm)
    for entry in entries:
        end = i + 1 + len(entry.rest)
        if end <= last and all(tokens[i + 1 + k].norm.lower() == word for k, word in enumerate(entry.rest)):
            return _with_and(Item(entry.name, entry.value, i, end, prefix, norm.isascii()))
    if number:
        item = _number(tokens, i, last)
        if item is not None:
            return _with_and(item)
    return [Item("OTHER", 0, i, i + 1)]


def _with_and(item: Item) -> list[Item]:
    if not item.prefix.startswith("و"):
        return [item]
    return [Item("ANDWORD", 0, item.first, item.first), item]


def _digits(norm: str, i: int) -> Item:
    if norm.isdigit():
        value = int(norm) if len(norm) <= 9 else 0
        name = "DAYNUM" if len(norm) <= 2 and 1 <= value <= 31 else "NUMBER"
        if len(norm) == 4 and 1300 <= value <= 2100:
            name = "YEAR"
        return Item(name, value, i, i + 1)
    full = _FULL.fullmatch(norm)
    if full:
        day, month, year = (full[1], full[2], full[3]) if full[1] else (full[6], full[5], full[4])
        return Item("FULLDATE", int(year) * 10000 + int(month) * 100 + int(day), i, i + 1)
    return Item("OTHER", 0, i, i + 1)


def _number(tokens: Sequence[Token], i: int, last: int) -> Item | None:
    numeral = numerals.read(tokens, i, last)
    if numeral is None or numeral.value != int(numeral.value):
        return None
    value = int(numeral.value)
    if 1 <= value <= 31:
        name = "DAYORD" if numeral.ordinal else "DAYNUM"
    else:
        name = "YEAR" if 1900 <= value <= 2100 else "NUMBER"
    return Item(name, value, i, numeral.last, numeral.prefix)
