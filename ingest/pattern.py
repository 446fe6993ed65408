"""Patterns over sentence skeletons, kept in TOML so that an analyst can read and extend them.

A pattern file has `[words]` (name = list of words), `[macro]` (name = expression) and `[[rule]]` tables with `name`,
`pattern`, if wanted `needs` (names of word lists of which a sentence must have a word) and whatever fields their extractor
reads. How patterns use lists and macros is told in `ingest.macros`. Every expression is bounded, so that matching is linear
in the length of the sentence. `case = "any"`: capitals make no difference. The rules may also stand in a folder that has the
name of the file: `parts` names the files there, whose rules then follow each other in this order. `read` names the macros
and lists that the code reads, `[needs]` the word lists of which a sentence must have a word for one of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from ingest.candidates import ALWAYS, Candidates, Conditions
from ingest.expressions import compiled
from ingest.fold import fold
from ingest.lexicon import parsed
from ingest.macros import Macros, inflected
from ingest.mention import Mention
from ingest.openings import Openings, places
from ingest.required import Reader
from ingest.skeleton import Skeleton
from kg.claim import Span
from kg.errors import UsageError

FOLDER = Path(__file__).parent / "patterns"
_VERB = re.compile(r"\(\?P<verb>((?:\{words\.\w+\}|[\w |])+)\)")  # a group `verb` of words and word lists
_MEETING = ("<M",)


def _anywhere() -> None:
    """Nothing is known of the words with which a rule begins."""


@dataclass(slots=True, eq=False)
class Rule:
    """One rule: its expression and the fields its extractor reads ("role", "status", …).

    The expression is made when it is first tried: a short run tries few of them, and to make them all takes seconds.
    By its conditions most rules need not be tried at all, and those that begin with words known only where these stand.
    """

    name: str
    make: Callable[[], re.Pattern[str]]
    fields: Mapping[str, str]
    conditions: Conditions = ALWAYS
    open: Callable[[], frozenset[str] | None] = _anywhere
    _made: re.Pattern[str] | None = None
    _opened: bool = False
    _begins: frozenset[str] | None = None
    _kinds: tuple[str, ...] = ()  # of the placeholders among them

    @property
    def expression(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = self.make()
        return self._made

    def matches(self, text: str, words: AbstractSet[str]) -> Iterable[re.Match[str]]:
        """Its matches in a text of some words."""
        if not self._opened:
            self._open()
        if self._begins is None:
            return self.expression.finditer(text)
        begins: Collection[str] = self._begins & words
        if self._kinds:
            begins = [*begins, *[kind for kind in self._kinds if kind in text]]
        found: list[re.Match[str]] = []
        if begins:
            end, match_at = 0, self.expression.match
            for at in places(text, begins):
                if at >= end and (match := match_at(text, at)) is not None:
                    found.append(match)
                    end = match.end()
        return found

    def _open(self) -> None:
        self._opened, begins = True, self.open()
        if begins is not None:
            self._begins = begins
            self._kinds = tuple(sorted([word for word in begins if word.startswith("<")]))


class Rules:
    """Rules in the order of their file."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._all = tuple(rules)
        self._candidates = Candidates([rule.conditions for rule in self._all])

    def worth_trying(self, words: AbstractSet[str], text: str) -> list[Rule]:
        """Those that may match in a text of some words."""
        return [self._all[number] for number in self._candidates.of(words, text)]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, rule: object) -> bool:
        return rule in self._all


@dataclass(slots=True, unsafe_hash=True)
class Hit:
    """One match of a rule in one sentence."""

    rule: Rule
    skeleton: Skeleton
    match: re.Match[str]

    def has(self, group: str) -> bool:
        return group in self.match.re.groupindex and self.match[group] is not None

    def mentions(self, group: str) -> list[Mention]:
        """The mentions inside a named group (none if the group took no part)."""
        return self.skeleton.mentions_between(*self.match.span(group)) if self.has(group) else []

    def span(self, group: str | int = 0) -> Span:
        return self.skeleton.span(*self.match.span(group))

    def token(self, group: str | int = 0) -> int:
        """The document token at which a group begins (the match, if the group took no part)."""
        known = not isinstance(group, str) or self.has(group)
        return self.skeleton.token(self.match.start(group if known else 0))


def _needs(pattern: str, stated: str, words: Mapping[str, list[str]]) -> frozenset[str]:
    """Every form in which the word lists that a rule states may begin, else its group `verb` if that holds only words."""
    group = _VERB.search(pattern)
    parts = [f"{{words.{name}}}" for name in stated.split()] or (group.group(1).split("|") if group else [])
    found: set[str] = set()
    for part in parts:
        if part.startswith("{"):
            first = {fold(word).split()[0] for word in words.get(part[7:-1], [])}
            found |= {a + b + word for word in first for a in ("", "و", "ف") for b in ("", "س", "ل")}
        else:
            first_word = fold(part).split()[0]
            found |= {a + b + first_word for a in ("", "و", "ف") for b in ("", "س", "ل")}
    return frozenset(found)


@cache
def _words(file: Path) -> dict[str, list[str]]:
    """The word lists of a file with all the forms of their verbs."""
    return {key: inflected(listed) for key, listed in parsed(file).get("words", {}).items()}


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """A word list of `patterns/{name}.toml`, folded. Raises UsageError unless its `read` names it."""
    return frozenset(fold(word) for word in _words(_read_by_code(name, key))[key])


def _read_by_code(name: str, key: str) -> Path:
    file = FOLDER / f"{name}.toml"
    if key not in parsed(file).get("read", ()):
        raise UsageError(f"patterns/{name}.toml: `read` does not name {key}")
    return file


@cache
def _macros(file: Path) -> Macros:
    return Macros(_words(file), parsed(file).get("macro", {}))


@cache
def macro(name: str, key: str) -> str:
    """One macro of `patterns/{name}.toml`, expanded and folded. Raises UsageError unless its `read` names it."""
    return _macros(_read_by_code(name, key)).expand(f"{{{key}}}", f"patterns/{name}.toml")


def tables(name: str) -> list[Mapping[str, Any]]:
    """The rules of `patterns/{name}.toml` and its parts as they are written down."""
    data = parsed(FOLDER / f"{name}.toml")
    parts = [parsed(FOLDER / name / f"{part}.toml")["rule"] for part in data.get("parts", ())]
    return [table for rules in (data.get("rule", ()), *parts) for table in rules]


@cache
def macro_rule(name: str, key: str) -> Rule:
    """One macro that the code reads as a rule of its own; what it needs is told under `needs`."""
    file = FOLDER / f"{name}.toml"
    stated = parsed(file).get("needs", {}).get(key, "")
    conditions = Conditions(_needs("", stated, _words(file)), _reader(file).musts(_macros(file).texts[key]))
    openings = partial(_openings(file).of, _macros(file).texts[key])
    return Rule(key, lambda: compiled(macro(name, key)), {}, conditions, openings)


@cache
def macro_rules(name: str, keys: tuple[str, ...]) -> Rules:
    """Several of them."""
    return Rules([macro_rule(name, key) for key in keys])


@cache
def _reader(file: Path) -> Reader:
    words = {key: {fold(word) for word in forms} for key, forms in _words(file).items()}
    return Reader(words, _macros(file).texts)


@cache
def _openings(file: Path) -> Openings:
    words = {key: {fold(word) for word in forms} for key, forms in _words(file).items()}
    return Openings(words, _macros(file).texts)


@cache
def load(name: str) -> Rules:
    """The rules of `patterns/{name}.toml`, in the order of the file and of its parts."""
    data = parsed(FOLDER / f"{name}.toml")
    macros = _macros(FOLDER / f"{name}.toml")
    case = re.IGNORECASE if data.get("case") == "any" else 0
    listed = _words(FOLDER / f"{name}.toml")
    reader, begins = _reader(FOLDER / f"{name}.toml"), _openings(FOLDER / f"{name}.toml").of
    rules = []
    for table in tables(name):
        fields = {key: str(value) for key, value in table.items() if key not in {"name", "pattern"}}
        make = partial(_compiled, table["pattern"], macros, case, f"patterns/{name}.toml: {table['name']}")
        needs = _needs(table["pattern"], table.get("needs", ""), listed)
        read = () if case else reader.musts(fold(table["pattern"]))
        musts = tuple(must for must in read if must != _MEETING and not needs.issuperset(must))
        of_meeting = _MEETING in read or fields.get("meeting") == "named"
        conditions = Conditions(needs, musts, of_meeting)
        rules.append(Rule(table["name"], make, fields, conditions,
                          _anywhere if case else partial(begins, fold(table["pattern"]))))
    return Rules(rules)


def checked(name: str) -> Rules:
    """The same with every expression made. Raises UsageError naming a faulty rule."""
    for rule in load(name):
        _ = rule.expression
    return load(name)


def _compiled(pattern: str, macros: Macros, flags: int, origin: str) -> re.Pattern[str]:
    try:
        return compiled(macros.expand(pattern, origin), flags)
    except re.error as error:
        raise UsageError(f"{origin}: {error}") from error


def hits(rules: Rules, skeleton: Skeleton, passed_over: Collection[str] = ()) -> Iterator[Hit]:
    """Every match of every rule in a sentence, rule by rule, but for those whose names are passed over."""
    text = skeleton.text
    for rule in rules.worth_trying(skeleton.words, text):
        if rule.name not in passed_over:
            for match in rule.matches(text, skeleton.words):
                yield Hit(rule, skeleton, match)
