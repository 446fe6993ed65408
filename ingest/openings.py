"""With which words the matches of a pattern begin, read off the pattern before its macros are written out.

An expression is tried at every letter of a sentence, and mostly in vain: it begins with one of some verbs, say. Where these
words are known it is tried at them alone. Whatever is not understood here may be any word, so that no match is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from ingest.required import MACRO, REPEATED, atoms, branches

_Way: TypeAlias = tuple[str, bool, bool]
"""One way to begin: its letters so far or a word list, whether it begins where a word does, whether the word is over."""
_ANY: Iterable[_Way] = (("", False, False),)
_MOST = 2000  # ways
_KIND = 2     # letters of a placeholder that tell its kind
_CLITICS = tuple([a + b for a in ("", "و", "ف") for b in ("", "س", "ل")])
_LOOKING = re.compile(r"\(\?<?[=!]")
_BEHIND_BLANK = re.compile(r"\^|\(\?<!\\S\)|\(\?<=[^()|]* \)")
_GROUP = re.compile(r"\((?:\?(?::|P<\w+>)|(?!\?))")
_LETTERS = re.compile(r"\[[^\\\]^-]+\]")


def places(text: str, words: Iterable[str]) -> list[int]:
    """Where some words of a text begin, in order; of a placeholder given by its kind ("<M") all of this kind."""
    found: list[int] = []
    spaced = f" {text} "
    for word in words:
        sought = f" {word} " if word[0] != "<" else f" {word}"
        at = spaced.find(sought)
        while at >= 0:
            found.append(at)
            at = spaced.find(sought, at + len(word))
    found.sort()
    return found


class _UnknownError(Exception):
    """A pattern may begin with any word."""


class Openings:
    """Reads the patterns of one file. `words` are its word lists, `macros` the expressions that may be used in others."""

    def __init__(self, words: Mapping[str, Collection[str]], macros: Mapping[str, str]) -> None:
        self._words, self._macros = words, macros
        self._known: dict[str, frozenset[_Way] | None] = {}
        self._lists: dict[str, frozenset[str]] = {}

    def of(self, pattern: str) -> frozenset[str] | None:
        """The words with which a match may begin, of a placeholder its kind ("<M"); None if they are not known."""
        try:
            ways = self._read(pattern)
        except _UnknownError:
            return None
        if not all(word and begins and over for word, begins, over in ways):
            return None
        return frozenset().union(*[self._listed(word) if word.startswith("{words.") else (word,) for word, _, _ in ways])

    def _listed(self, macro: str) -> frozenset[str]:
        """The first words of a word list in all the forms in which they may stand."""
        if macro not in self._lists:
            first = {word.partition(" ")[0] for word in self._words[macro[len("{words.") : -1]]}
            self._lists[macro] = frozenset([clitic + word for word in first for clitic in _CLITICS])
        return self._lists[macro]

    def _read(self, text: str) -> frozenset[_Way]:
        return frozenset().union(*[self._branch(branch) for branch in branches(text)])

    def _branch(self, text: str) -> set[_Way]:
        over: set[_Way] = set()
        ways: set[_Way] = {("", False, False)}
        for atom in atoms(text):
            longer = {joint for end in self._atom(atom[0]) for way in ways if (joint := _joined(way, end)) is not None}
            repeated = REPEATED.match(text, atom.end())
            if repeated is not None:
                if repeated[0][0] != "?" and not all(ended for _, _, ended in longer):
                    raise _UnknownError
                if repeated[0][0] in "?*" or repeated["least"] in ("", "0"):
                    longer |= ways
            over.update([way for way in longer if way[2]])
            ways = {way for way in longer if not way[2]}
            if not ways or len(ways) + len(over) > _MOST:
                break
        if len(ways) + len(over) > _MOST:
            raise _UnknownError
        return over | ways

    def _atom(self, atom: str) -> Iterable[_Way]:
        """The ways to begin with an element of an expression."""
        if (len(atom) == 1 and atom not in ".$^ ") or (len(atom) == 2 and atom[0] == "\\" and not atom[1].isalnum()):
            return [(atom[-1], False, False)]
        if atom in (" ", r"(?!\S)"):
            return [("", False, True)]
        if _BEHIND_BLANK.fullmatch(atom):
            return [("", True, False)]
        if _LOOKING.match(atom):
            return self._ahead(atom[3:-1]) if atom.startswith("(?=") else _ANY
        if _LETTERS.fullmatch(atom):
            return [("" if letter == " " else letter, False, letter == " ") for letter in atom[1:-1]]
        if macro := MACRO.fullmatch(atom):
            return self._macro(macro[1])
        if opened := _GROUP.match(atom):
            return self._read(atom[opened.end() : -1])
        raise _UnknownError

    def _ahead(self, text: str) -> Iterable[_Way]:
        """The ways to begin with what has to follow, where that is whole words."""
        try:
            ways = self._read(text)
        except _UnknownError:
            return _ANY
        return ways if all(word and over for word, _, over in ways) else _ANY

    def _macro(self, name: str) -> frozenset[_Way]:
        if name not in self._known:
            self._known[name] = None  # while it is read
            how, _, listed = name.partition(".")
            if how == "words" and listed in self._words:
                self._known[name] = frozenset({(f"{{{name}}}", True, True)})
            elif how == "any" and listed in self._words:
                parts = [word.partition(" ") for word in self._words[listed]]
                self._known[name] = frozenset([(first, False, bool(blank)) for first, blank, _ in parts])
            elif name in self._macros and len([*branches(self._macros[name])]) == 1:
                self._known[name] = self._read(self._macros[name])
        known = self._known[name]
        if known is None:
            raise _UnknownError
        return known


def _joined(way: _Way, end: _Way) -> _Way | None:
    """A way to begin with more behind it; None if that would begin within a word."""
    (word, begins, _), (more, must_begin, over) = way, end
    if word and must_begin:
        return None
    word, begins = word + more, begins or must_begin or (not word and more[:1] == "<")
    if word[:1] == "<" and len(word) >= _KIND:
        return word[:_KIND], True, True
    return word, begins, over
