"""Reads numbers as papers write them: digits with separators, number words, scale words, and mixtures of these.

The additive grammar is the one of Arabic: units before tens joined by و ("خمسة وثمانون"), a teen without it ("خمسة عشر"),
scales after their multiplier ("ثلاثة آلاف", "10 آلاف"), larger scales first ("مليون و200 ألف").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.parts import Token
from ingest.word_lists import word_lists

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Word:
    """One number word: its value and its class in numbers.tsv."""

    value: Decimal
    kind: str


@dataclass(slots=True, unsafe_hash=True)
class Numeral:
    """A number over tokens `first` to `last` (exclusive). `vague` marks plurals without a count ("آلاف", "ملايين")."""

    first: int
    last: int
    value: Decimal
    ordinal: bool = False
    prefix: str = ""
    digits: bool = False
    vague: bool = False


@lru_cache(maxsize=1)
def words() -> Mapping[str, Word]:
    """Folded number word → value and class."""
    return {fold(r["word"]).lower(): Word(Decimal(r["value"]), r["class"]) for r in read_tsv("numbers.tsv")}


def digits_value(norm: str) -> Decimal | None:
    """The value of a digit token: "1,000" and "1.000" are a thousand, "3.5" three and a half, "4ر1" one point four.

    None where the separators make no number ("10.5.2022").
    """
    norm = norm.replace("٫", ".").replace("،", ",").replace(" ", "").replace("\u202f", "")
    if "ر" in norm:
        fraction, _, whole = norm.partition("ر")
        return Decimal(f"{whole}.{fraction}") if fraction.isdigit() and whole.isdigit() else None
    if norm.isdigit():
        return Decimal(norm)
    if _THOUSANDS.fullmatch(norm) and not norm.startswith("0") and len(set(norm) & {".", ","}) == 1:
        return Decimal(norm.replace(",", "").replace(".", ""))
    if norm.count(".") + norm.count(",") == 1:
        return Decimal(norm.replace(",", "."))
    if norm.count(".") == 1 and _THOUSANDS.fullmatch(norm.partition(".")[0]):
        return Decimal(norm.replace(",", ""))
    return None


# Longer clitics are tried where the shorter leave no number word.
_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")


@lru_cache(maxsize=1 << 15)
def split(norm: str) -> tuple[str, Word | None]:
    """The clitics before a number word, and the word; ("", None) where the token is none."""
    table = words()
    norm = norm.lower()
    found = table.get(norm)
    if found is not None:
        return "", found
    if norm[:1] in "وفبلك":
        for prefix in _CLITICS:
            rest = norm[len(prefix) :]
            if norm.startswith(prefix) and rest in table:
                return prefix, table[rest]
            if prefix.endswith("ل") and norm.startswith(prefix + "ل") and "ا" + norm[len(prefix) :] in table:
                return prefix, table["ا" + norm[len(prefix) :]]
    return "", None


class _Sum:
    """The running value: scales already closed, the open group below them, and the size of the last part."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.room = Decimal("Infinity")  # the next added part must be smaller than this
        self.scale = Decimal("Infinity")  # the next scale must be smaller than this
        self.last_kind = ""

    @property
    def value(self) -> Decimal:
        return _plain(self.total + self.group)

    def start(self, word: Word) -> None:
        if word.kind in ("scale", "dual_scale"):
            self._close(word.value, word.value if word.kind == "scale" else word.value / 2)
        else:
            self.group = word.value
            self.room = _room(word)
        self.last_kind = word.kind

    def multiply(self, word: Word) -> bool:
        """A scale, "hundred" or "-teen" directly after its multiplier."""
        if word.kind == "scale" and self.group and word.value < self.scale:
            self._close(self.group * word.value, word.value)
        elif word.kind == "hundred" and 3 <= self.group <= 9:
            self.group, self.room = self.group * 100, Decimal(100)
        elif word.kind == "ten" and self.last_kind in ("unit", "one", "ordinal", "definite_unit") and 1 <= self.group <= 9:
            self.group, self.room = self.group + 10, Decimal(0)
        else:
            return False
        self.last_kind = word.kind
        return True

    def add(self, word: Word) -> bool:
        """A part joined by و."""
        tens = word.kind in ("tens", "ordinal_tens")
        if tens and self.last_kind in ("unit", "one", "ordinal", "definite_unit") and 1 <= self.group % 100 <= 9:
            self.group, self.room = self.group + word.value, Decimal(0)
        elif word.kind == "fraction" and self.last_kind == "scale":
            self.total, self.room, self.scale = self.total + word.value * self.scale, Decimal(0), Decimal(0)
        elif word.kind in ("scale", "dual_scale") and word.value < self.scale and not self.group:
            base = word.value if word.kind == "scale" else word.value / 2
            self._close(word.value, base)
        elif word.kind not in ("scale", "dual_scale", "fraction", "definite_unit") and word.value < self.room:
            self.group, self.room = self.group + word.value, min(self.room, _room(word))
        else:
            return False
        self.last_kind = word.kind
        return True

    def close_fraction(self) -> bool:
        """Take the repeated scale after a fraction; only once."""
        self.last_kind = "closed"
        return True

    def _close(self, value: Decimal, scale: Decimal) -> None:
        self.total, self.group, self.room, self.scale = self.total + value, Decimal(0), scale, scale


def _plain(value: Decimal) -> Decimal:
    """Whole numbers without a fractional part: 1500000, not 1500000.0."""
    return Decimal(int(value)) if value == int(value) else value


def _room(word: Word) -> Decimal:
    if word.kind in ("hundred", "hundreds"):
        return Decimal(100)
    return Decimal(0) if word.kind != "digits" else Decimal(-1)


def read(tokens: Sequence[Token], first: int, last: int) -> Numeral | None:
    """The longest number starting at token `first` and ending before `last`, or None."""
    prefix, word = _part(tokens[first].norm)
    if word is None:
        return None
    running = _Sum()
    i = first + 1
    if word.kind == "fraction":
        return _fraction(tokens, first, last, prefix, word)
    running.start(word)
    kinds = [word.kind]
    while i < last:
        step = _step(running, tokens, i, last)
        if step is None:
            break
        i, kind = step
        kinds.append(kind)
    ordinal = kinds[0] in ("ordinal", "ordinal_tens")
    if kinds == ["one"]:
        return None
    vague = kinds == ["scale"] and tokens[first].norm.endswith(tuple(word_lists("figures.toml")["vague_scales"]))
    value = running.value * 2 if kinds == ["scale"] and _is_dual(tokens, first) else running.value
    return Numeral(first, i, value, ordinal, prefix, kinds[0] == "digits", vague)


def _is_dual(tokens: Sequence[Token], at: int) -> bool:
    """"مليارا دولار": a scale alone in "ا" before its genitive is two; "20 مليارا" has its number before it."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].norm.endswith("ا") and behind is not None and behind.is_word and behind.norm[-1] != "ا"


def _step(running: _Sum, tokens: Sequence[Token], i: int, last: int) -> tuple[int, str] | None:
    """Take one more part at token `i`; return the token after it and its class."""
    if running.last_kind == "fraction":
        # "مليون ونصف المليون" names the scale twice.
        repeated = words().get(tokens[i].norm.removeprefix("ال")) if tokens[i].norm.startswith("ال") else None
        return (i + 1, "scale") if repeated is not None and repeated.kind == "scale" and running.close_fraction() else None
    prefix, word = _part(tokens[i].norm)
    if tokens[i].norm == "و" and i + 1 < last:
        inner, word = _part(tokens[i + 1].norm)
        if word is not None and not inner and _fits_before_scale(running, word, tokens, i + 2, last) and running.add(word):
            return i + 2, word.kind
        return None
    if word is None or word.kind == "digits":
        return None
    if prefix == "" and running.multiply(word):
        return i + 1, word.kind
    if prefix == "و" and _fits_before_scale(running, word, tokens, i + 1, last) and running.add(word):
        return i + 1, word.kind
    return None


def _fits_before_scale(running: _Sum, word: Word, tokens: Sequence[Token], after: int, last: int) -> bool:
    """"مليون و200 ألف" is a sum; in "مليون دينار و200 ألف" no و follows the scale, so it never comes here.

    A unit that carries a scale at least as large as the one already closed starts a number of its own.
    """
    if after < last and word.kind not in ("scale", "dual_scale"):
        _, following = _part(tokens[after].norm)
        if following is not None and following.kind == "scale":
            if not running.scale.is_finite():
                return word.kind != "digits"  # "مئة وخمسين مليون": the scale is of both
            return following.value < running.scale
    return True


def _fraction(tokens: Sequence[Token], first: int, last: int, prefix: str, word: Word) -> Numeral | None:
    """"نصف مليون": a fraction counts only before a scale."""
    if first + 1 < last:
        inner, scale = _part(tokens[first + 1].norm)
        if inner == "" and scale is not None and scale.kind == "scale":
            return Numeral(first, first + 2, _plain(word.value * scale.value), False, prefix)
    return None


@lru_cache(maxsize=1 << 15)
def _part(norm: str) -> tuple[str, Word | None]:
    if norm[0].isdigit():
        value = digits_value(norm)
        return "", None if value is None else Word(value, "digits")
    return split(norm)
