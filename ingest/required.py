"""What a text must have for a pattern to match in it, read off the pattern before its macros are written out.

Most patterns match in hardly any sentence, and to look for a few strings is far quicker than to try an expression at every
place. Whatever is not understood here asks for nothing, so that no match is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

Musts = list[frozenset[str]]
"""Of each set the text must have one string."""

MACRO = re.compile(r"\{([A-Za-z_][A-Za-z_.0-9]*)\}")
_GAP = re.compile(r"\{(?:\.\.|__)\d+\}")
_GROUP = re.compile(r"\((?:\?(?::|P<\w+>)|(?!\?))")  # one that matches what is in it; not (?=…), (?!…), (?<…)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
REPEATED = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_REPEATING = frozenset("?*+{")
_SHORTEST, _MOST = 2, 40  # letters of a string; strings of a set that are still found quickly


class Reader:
    """Reads the patterns of one file. `words` are its word lists, `macros` the expressions that may be used in others."""

    def __init__(self, words: Mapping[str, Collection[str]], macros: Mapping[str, str]) -> None:
        self._macros = macros
        self._known: dict[str, Musts | None] = {
            f"{how}.{key}": [frozenset(forms)] for key, forms in words.items() if forms for how in ("words", "any")
        }

    def musts(self, pattern: str) -> tuple[tuple[str, ...], ...]:
        """The sets of strings of a pattern that are worth looking for, long strings first, which few texts have."""
        found = {must for must in map(_shortest, self._read(pattern) or ()) if len(must) <= _MOST}
        return tuple(tuple(sorted(must)) for must in sorted(found, key=_rarity))

    def _read(self, text: str) -> Musts | None:
        """What all ways to match a text ask for. None: a macro in it opens alternatives that are not its own."""
        ways = [self._branch(branch) for branch in branches(text)]
        if any(way is None for way in ways):
            return None
        told = [way for way in ways if way]
        if len(ways) == 1 or len(told) < len(ways):
            return told[0] if len(ways) == 1 and told else []
        chosen = [max(branch, key=lambda must: (min(map(len, must)), -len(must))) for branch in told]
        return [frozenset().union(*chosen)]

    def _branch(self, text: str) -> Musts | None:
        found: Musts = []
        run = ""
        for atom in atoms(text):
            repeated = REPEATED.match(text, atom.end())
            optional = repeated is not None and (repeated[0][0] in "?*" or repeated["least"] in ("", "0"))
            letter = _letter(atom[0])
            if letter and not optional:
                run += letter
            else:
                inner = None if letter or optional else self._inside(atom[0])
                if inner is None and not letter and not optional and MACRO.fullmatch(atom[0]):
                    return None
                found += [*_told(run), *(inner or ())]
                run = ""
            if letter and repeated is not None:  # more of the same may follow
                found += _told(run)
                run = ""
        return found + _told(run)

    def _inside(self, atom: str) -> Musts | None:
        """What a macro or a group asks for. None for a macro that cannot be read on its own."""
        macro = MACRO.fullmatch(atom)
        if macro is None:
            opened = _GROUP.match(atom)
            return self._read(atom[opened.end() : -1]) or [] if opened else []
        name = macro[1]
        if name not in self._known:
            self._known[name] = None  # while it is read: macros do not use themselves
            text = self._macros.get(name, "|")  # that there is none of this name is told when the pattern is written out
            self._known[name] = None if len(list(branches(text))) > 1 else self._read(text)
        return self._known[name]


def _shortest(must: frozenset[str]) -> frozenset[str]:
    """Those strings that have no other in them: whoever looks for these finds all."""
    kept: list[str] = []
    for string in sorted(must, key=len):
        if not any(part in string for part in kept):
            kept.append(string)
    return frozenset(kept)


def _rarity(must: frozenset[str]) -> tuple[float, list[str]]:
    return len(must) / 8 - min(map(len, must)), sorted(must)


def _told(run: str) -> Musts:
    return [frozenset({run})] if len(run) >= _SHORTEST else []


def _letter(atom: str) -> str:
    """The one letter that an atom stands for, or ""."""
    if len(atom) == 2 and atom[0] == "\\" and not atom[1].isalnum():
        return atom[1]
    return atom if len(atom) == 1 and atom not in ".^$" else ""


def branches(text: str) -> Iterator[str]:
    """The alternatives of a text."""
    if "|" not in text:
        yield text
        return
    begin = 0
    for atom in atoms(text):
        if atom[0] == "|":
            yield text[begin : atom.start()]
            begin = atom.end()
    yield text[begin:]


_PLAIN = re.compile(r"\\.|.", re.DOTALL)
_ATOM = re.compile(f"{_CLASS.pattern}|{MACRO.pattern}|{_GAP.pattern}|{_PLAIN.pattern}", re.DOTALL)
_BRACKETS = re.compile(f"{_CLASS.pattern}|[^()\\[\\\\]+|{_PLAIN.pattern}", re.DOTALL)


def atoms(text: str) -> Iterator[re.Match[str]]:
    """The elements of an expression, groups in one piece, with "|" among them and without what repeats them."""
    at = 0
    while at < len(text):
        atom = (_whole(text, at) if text[at] == "(" else None) or _ATOM.match(text, at)
        assert atom is not None
        yield atom
        at = atom.end()
        repeated = REPEATED.match(text, at) if text[at : at + 1] in _REPEATING and atom[0] != "|" else None
        at = repeated.end() if repeated else at


def _whole(text: str, at: int) -> re.Match[str] | None:
    """A group from its opening to its closing bracket."""
    depth = 0
    for inner in _BRACKETS.finditer(text, at):
        depth += (inner[0] == "(") - (inner[0] == ")")
        if depth == 0:
            return re.compile(r".+", re.DOTALL).match(text, at, inner.end())
    return None
