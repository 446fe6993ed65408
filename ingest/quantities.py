"""The words around a number: comparators, percent signs, currencies and what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.parts import Token

_CLITICS = ("وب", "ول", "و", "ف", "ب", "ل", "ك")
_NISBA_ENDINGS = ("ي", "يه", "يا", "يين", "يون", "يات")
_ARTICLES = ("ال", "بال", "وال", "لل", "كال", "فال")
UNKNOWN_CURRENCY = "XXX"  # ISO 4217: no currency


@dataclass(frozen=True, slots=True)
class Near:
    """A phrase found beside a number: how many tokens it takes, its value, and clitics before its first word."""

    length: int
    value: str
    prefix: str = ""


class _Phrases:
    """Folded word sequences → value, looked up forwards or backwards from a token."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._table = {tuple(fold(phrase).lower().split()): value for phrase, value in rows.items()}
        self._first = frozenset(words[0] for words in self._table)
        self._last = frozenset(words[-1] for words in self._table)
        self._longest = max(map(len, self._table), default=0)

    def after(self, tokens: Sequence[Token], i: int, last: int) -> Near | None:
        """The longest phrase that starts at token `i`."""
        if i >= last or not self.starts(tokens[i].norm):
            return None
        for length in range(min(self._longest, last - i), 0, -1):
            value = self._table.get(tuple(t.norm.lower() for t in tokens[i : i + length]))
            if value is not None:
                return Near(length, value)
        return None

    def starts(self, norm: str) -> bool:
        """Whether any phrase begins with this word."""
        return norm.lower() in self._first

    def before(self, tokens: Sequence[Token], first: int, i: int) -> Near | None:
        """The longest phrase that ends just before token `i`; its first word may carry clitics."""
        longest = self._longest if i > first and tokens[i - 1].norm.lower() in self._last else 1
        for length in range(min(longest, i - first), 0, -1):
            words = tuple(t.norm.lower() for t in tokens[i - length : i])
            if words in self._table:
                return Near(length, self._table[words])
            for prefix in _CLITICS:
                if words[0].startswith(prefix) and (words[0][len(prefix) :], *words[1:]) in self._table:
                    return Near(length, self._table[(words[0][len(prefix) :], *words[1:])], prefix)
        return None


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, _Phrases]:
    by_class: dict[str, dict[str, str]] = {}
    for row in read_tsv("quantities.tsv"):
        by_class.setdefault(row["class"], {})[row["phrase"]] = row["value"]
    return {name: _Phrases(rows) for name, rows in by_class.items()}


@lru_cache(maxsize=1)
def _currencies() -> _Phrases:
    return _Phrases({row["word"]: row["code"] for row in read_tsv("currencies.tsv")})


@lru_cache(maxsize=256)
def _home_currencies(publisher: str) -> Mapping[str, str]:
    """Bare currency word → code in a paper whose name tells its country."""
    rows = read_tsv("currency_countries.tsv")
    return {fold(row["word"]): row["code"] for row in rows if row["country"].lower() in publisher.lower()}


def comparator_before(tokens: Sequence[Token], first: int, i: int) -> Near | None:
    return _classes()["before"].before(tokens, first, i)


def comparator_after(tokens: Sequence[Token], i: int, last: int) -> str | None:
    """A comparator behind the counted noun: at most three words after the number."""
    for k in range(i, min(last, i + 4)):
        near = _classes()["after"].after(tokens, k, last)
        if near is not None:
            return near.value
        if not tokens[k].is_word:
            return None
    return None


def bound_after(tokens: Sequence[Token], i: int, last: int) -> int:
    """How many tokens a comparator takes that begins at `i`; 0 where there is none."""
    near = _classes()["after"].after(tokens, i, last)
    return near.length if near is not None else 0


def percent(tokens: Sequence[Token], i: int, last: int) -> int:
    """How many tokens the percent sign or phrase at `i` takes; 0 where there is none."""
    near = _classes()["percent"].after(tokens, i, last)
    return near.length if near is not None else 0


def labels(tokens: Sequence[Token], first: int, i: int, end: int, last: int) -> bool:
    """Whether the word before makes the number up to `end` a label (an article of law, a session), not a count of states or
    members ("وتضم المجموعة 11 دولة")."""
    if i > first and tokens[i - 1].norm in ("ال", "-"):
        i -= 1
    label = _classes()["not_a_count"].before(tokens, first, i) is not None
    return label and _classes()["of_members"].after(tokens, end, last) is None


def dual(tokens: Sequence[Token], i: int, last: int) -> Near | None:
    """A dual noun such as "دولتين"; its value is the folded singular."""
    return _classes()["dual"].after(tokens, i, last)


def starts_dual(norm: str) -> bool:
    return _classes()["dual"].starts(norm)


def currency_at(tokens: Sequence[Token], i: int, last: int, publisher: str | None) -> tuple[int, str, str | None] | None:
    """(tokens taken, currency word folded, ISO 4217 code or None where the word names several currencies)."""
    start = i
    if i < last and tokens[i].norm == "من":
        i += 1
    near = _currencies().after(tokens, i, last)
    if near is None:
        return None
    word = " ".join(t.norm for t in tokens[i : i + near.length])
    code: str | None = near.value
    if code == UNKNOWN_CURRENCY:
        code = home_currency(word, publisher or "")
    return i - start + near.length, word, code


def home_currency(word: str, land: str) -> str | None:
    """What a bare currency word (folded) means in a country or in a paper whose name tells its country."""
    home = _home_currencies(land)
    return home.get(word) or next((c for w, c in home.items() if word.startswith(w)), None)


def unit_at(tokens: Sequence[Token], i: int, last: int) -> str | None:
    """The folded noun counted at `i` ("دوله"), with an adjective of belonging behind it ("منظمه دوليه")."""
    if _classes()["skip"].after(tokens, i, last) is not None:
        i += 1
    if i >= last or not tokens[i].is_word or _classes()["stop"].after(tokens, i, last) is not None:
        return None
    noun = tokens[i].norm
    if i + 1 < last and tokens[i + 1].is_word and len(tokens[i + 1].norm) > 3:
        adjective = tokens[i + 1].norm
        same_definiteness = adjective.startswith(_ARTICLES) == noun.startswith(_ARTICLES)
        if _classes()["measure"].starts(adjective):
            return f"{noun} {adjective}"
        same_case = adjective.endswith("يا") == noun.endswith("ا")  # "شابا تونسيا", but "شخص حاليا"
        nisba = adjective.endswith(_NISBA_ENDINGS) and same_case
        if nisba and same_definiteness and not adjective.startswith(("و", "ب")):
            return f"{noun} {adjective}"
    return noun


def definite_noun_before(tokens: Sequence[Token], first: int, i: int) -> str | None:
    """The noun in front of "الـ 79" or "الست", without its article."""
    if i > first and tokens[i - 1].is_word:
        noun = tokens[i - 1].norm
        return noun.removeprefix("ال") if len(noun) > 3 else None
    return None
