"""Patterns over sentence skeletons, kept in TOML so that an analyst can read and extend them.

A pattern file has `[words]` (name = list of words; used as `{words.name}`, with an optional glued و ف س ل; a verb with "+"
behind it stands for its forms), `[macro]` (name = expression; used as `{name}`), and `[[rule]]` tables with `name`,
`pattern`, if wanted `needs` (names of word lists of which a sentence must have a word) and whatever fields their extractor
reads. `{P}`, `{C}`, … stand for one mention of that kind; `{..5}` for up to five elements between, `{__5}` for such as are
no actor, meeting or new clause. Every expression is bounded, so that matching is linear in the length of the sentence.
`case = "any"`: capitals make no difference.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from ingest.fold import fold
from ingest.mentions.mention import Kind, Mention
from ingest.required import Reader
from ingest.skeleton import Skeleton
from kg.claim import Span
from kg.errors import UsageError
from kg.record import record

FOLDER = Path(__file__).parent / "patterns"
_MACRO = re.compile(r"\{([A-Za-z_.0-9]+)\}")
_VERB = re.compile(r"\(\?P<verb>((?:\{words\.\w+\}|[\w |])+)\)")  # a group `verb` of words and word lists
_ELEMENT = r"\S+ "
_MEETING = ("<M",)
_PLAIN = r"(?!<[PTCGOLNM]\d)(?!(?:الذي|التي|ان|ل|ب) )\S+ "  # no actor, no meeting, no new clause


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule: its expression and the fields its extractor reads ("role", "status", …).

    The expression is made when it is first tried: a short run tries few of them, and to make them all takes seconds.
    `needs` are words of which a sentence must have one (none: no such condition), and of each of the sets `musts` the
    skeleton must have one string; `of_meeting`: it must have a meeting. Most rules need not be tried at all.
    """

    name: str
    make: Callable[[], re.Pattern[str]]
    fields: Mapping[str, str]
    needs: frozenset[str] = frozenset()
    musts: tuple[tuple[str, ...], ...] = ()
    of_meeting: bool = False

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return self.make()

    def may_match(self, skeleton: Skeleton) -> bool:
        text = skeleton.text
        for must in self.musts:
            for string in must:
                if string in text:
                    break
            else:
                return False
        return True


@record
class Hit:
    """One match of a rule in one sentence."""

    rule: Rule
    skeleton: Skeleton
    match: re.Match[str]

    def has(self, group: str) -> bool:
        return group in self.rule.expression.groupindex and self.match.group(group) is not None

    def mentions(self, group: str) -> list[Mention]:
        """The mentions inside a named group (none if the group took no part)."""
        return self.skeleton.mentions_between(*self.match.span(group)) if self.has(group) else []

    def span(self, group: str | int = 0) -> Span:
        return self.skeleton.span(*self.match.span(group))

    def token(self, group: str | int = 0) -> int:
        """The document token at which a group begins (the match, if the group took no part)."""
        known = not isinstance(group, str) or self.has(group)
        return self.skeleton.token(self.match.start(group if known else 0))


def _words(words: list[str]) -> str:
    return rf"(?<!\S)[وف]?[سل]?{_any_of(sorted({fold(w) for w in words}))}(?!\S)"


def _any_of(words: list[str]) -> str:
    """One of some sorted words, of two that begin alike the longer first. Written letter by letter ("قال(?:ت|وا)?"), so that
    a word of the text is read once and not once for each word of the list."""
    ends, words = words[:1] == [""], [word for word in words if word]
    branches = [
        re.escape(letter) + _any_of([word[1:] for word in alike]) for letter, alike in groupby(words, key=lambda w: w[0])
    ]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{whole}?" if ends else whole


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


def _inflected(words: list[str]) -> list[str]:
    """A word list with the forms of its verbs: "شارك+" in the past of one, two and many, "يشارك+" in the present."""
    found: list[str] = []
    for word in words:
        stem, marked, _ = word.partition("+")
        if not marked:
            found.append(word)
        elif stem.startswith("ي"):
            found += [person + stem[1:] + ending for person in "يت" for ending in ("", "ا", "ان", "وا", "ون")]
        else:
            found += [stem + ending for ending in ("", "ت", "ا", "تا", "وا")]
    return list(dict.fromkeys(found))


def _read(name: str) -> dict[str, Any]:
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    data["words"] = {key: _inflected(listed) for key, listed in data.get("words", {}).items()}
    return data


def _expand(text: str, macros: Mapping[str, str], origin: str) -> str:
    def one(match: re.Match[str]) -> str:
        name = match.group(1)
        if name.startswith(".."):
            return rf"(?:{_ELEMENT}){{0,{int(name[2:])}}}?"
        if name.startswith("__"):
            return rf"(?:{_PLAIN}){{0,{int(name[2:])}}}?"
        if name.isdigit():
            return match.group(0)  # a repetition count, not a macro
        if name not in macros:
            raise UsageError(f"{origin}: unknown macro {{{name}}}")
        return macros[name]

    for _ in range(6):  # macros may use macros, six levels deep
        expanded = _MACRO.sub(one, text)
        if expanded == text:
            return expanded
        text = expanded
    return text


def _macros(data: Mapping[str, Any]) -> dict[str, str]:
    macros = {kind.value: rf"<{kind.value}\d+>" for kind in Kind}
    macros.update({f"words.{key}": _words(value) for key, value in data["words"].items()})
    macros.update(data.get("macro", {}))
    return macros


@cache
def macro(name: str, key: str) -> str:
    """One macro of `patterns/{name}.toml`, expanded and folded. Raises UsageError if the file has none of that name."""
    macros = _macros(_read(name))
    return fold(_expand(f"{{{key}}}", macros, f"patterns/{name}.toml"))


@cache
def load(name: str) -> tuple[Rule, ...]:
    """The rules of `patterns/{name}.toml`, in the order of the file."""
    data = _read(name)
    macros = _macros(data)
    case = re.IGNORECASE if data.get("case") == "any" else 0
    words = {key: {fold(word) for word in listed} for key, listed in data["words"].items()}
    reader = Reader(words, {key: fold(text) for key, text in macros.items()})
    rules = []
    for table in data["rule"]:
        fields = {key: str(value) for key, value in table.items() if key not in {"name", "pattern"}}
        make = partial(_compiled, table["pattern"], macros, case, f"patterns/{name}.toml: {table['name']}")
        needs = _needs(table["pattern"], table.get("needs", ""), data["words"])
        read = () if case else reader.musts(fold(table["pattern"]))
        musts = tuple(must for must in read if must != _MEETING and not needs.issuperset(must))
        of_meeting = _MEETING in read or fields.get("meeting") == "named"
        rules.append(Rule(table["name"], make, fields, needs, musts, of_meeting))
    return tuple(rules)


def checked(name: str) -> tuple[Rule, ...]:
    """The same with every expression made. Raises UsageError naming a faulty rule."""
    for rule in load(name):
        _ = rule.expression
    return load(name)


def _compiled(pattern: str, macros: Mapping[str, str], flags: int, origin: str) -> re.Pattern[str]:
    try:
        # folded as the text is, so that an analyst may write words as they are spelled
        return re.compile(fold(_expand(pattern, macros, origin)), flags)
    except re.error as error:
        raise UsageError(f"{origin}: {error}") from error


def hits(rules: tuple[Rule, ...], skeleton: Skeleton) -> Iterator[Hit]:
    """Every match of every rule in a sentence, rule by rule."""
    always, by_word = _by_word(rules, "<M" in skeleton.text)
    known = by_word.keys() & skeleton.words
    for number in sorted(always.union(*[by_word[word] for word in known])):
        rule = rules[number]
        if rule.may_match(skeleton):
            for match in rule.expression.finditer(skeleton.text):
                yield Hit(rule, skeleton, match)


@lru_cache(maxsize=64)
def _by_word(rules: tuple[Rule, ...], meeting: bool) -> tuple[frozenset[int], dict[str, tuple[int, ...]]]:
    """The numbers of the rules that may match in any sentence with (or without) a meeting, and of those that a word makes
    worth trying there."""
    found: dict[str, list[int]] = {}
    fitting = [(number, rule) for number, rule in enumerate(rules) if meeting or not rule.of_meeting]
    for number, rule in fitting:
        for word in rule.needs:
            found.setdefault(word, []).append(number)
    always = frozenset(number for number, rule in fitting if not rule.needs)
    return always, {word: tuple(numbers) for word, numbers in found.items()}
