"""Writes a pattern out: the word lists and macros it names, folded as the text is, so that words may be written as spelled.

`{words.name}` is a word of a list, with a glued و ف س ل if need be; `{any.name}` one of its words just as it stands; a verb
with "+" behind it stands in a list for its forms;
`{name}` is a macro of the file; `{P}`, `{C}`, … a mention of that kind; `{..5}` up to five elements between, `{__5}` such as
are no actor, meeting or new clause. Each is written out once, when it is first asked for: hundreds of rules use the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from ingest.fold import fold
from ingest.mention import Kind
from kg.errors import UsageError

_MACRO = re.compile(r"\{([A-Za-z_.0-9]+)\}")
_ELEMENT = r"\S+ "
_PLAIN = r"(?!<[PTCGOLNM]\d)(?!(?:الذي|التي|ان|ل|ب) )\S+ "  # no actor, no meeting, no new clause


class Macros:
    """The word lists and macros of one file. `texts` are the macros as they are in it, folded."""

    def __init__(self, words: Mapping[str, Sequence[str]], macros: Mapping[str, str]) -> None:
        self._words = {key: sorted({fold(word) for word in listed}) for key, listed in words.items()}
        self.texts = {kind.value: rf"<{kind.value}\d+>" for kind in Kind} | {key: fold(text) for key, text in macros.items()}
        self._known: dict[str, str] = {}
        self._open: set[str] = set()

    def expand(self, text: str, origin: str) -> str:
        """A text with its macros written out. Raises UsageError naming `origin` if there is none of a name."""
        return _MACRO.sub(lambda match: self._one(match[1], origin), fold(text))

    def _one(self, name: str, origin: str) -> str:
        if name.isdigit():
            return f"{{{name}}}"  # a repetition count, not a macro
        if name not in self._known:
            self._known[name] = self._made(name, origin)
        return self._known[name]

    def _made(self, name: str, origin: str) -> str:
        if name.startswith(("..", "__")):
            return rf"(?:{_ELEMENT if name[0] == '.' else _PLAIN}){{0,{int(name[2:])}}}?"
        how, _, listed = name.partition(".")
        if how in ("words", "any") and listed in self._words:
            return _word_of(self._words[listed]) if how == "words" else _any_of(self._words[listed])
        if name not in self.texts:
            raise UsageError(f"{origin}: unknown macro {{{name}}}")
        if name in self._open:
            raise UsageError(f"{origin}: macro {{{name}}} uses itself")
        self._open.add(name)
        return self.expand(self.texts[name], origin)


def inflected(words: Sequence[str]) -> list[str]:
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


def _word_of(words: Sequence[str]) -> str:
    return rf"(?<!\S)[وف]?[سل]?{_letters(words)}(?!\S)"


def _any_of(words: Sequence[str]) -> str:
    """One of some words, written plainly: that is read in a quarter less time, which counts for the longest lists."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _letters(words: Sequence[str]) -> str:
    """One of some sorted words, of two that begin alike the longer first. Written letter by letter ("قال(?:ت|وا)?"), so that
    a word of the text is read once and not once for each word of the list."""
    ends, words = words[:1] == [""], [word for word in words if word]
    branches = [
        re.escape(letter) + _letters([word[1:] for word in alike]) for letter, alike in groupby(words, key=lambda w: w[0])
    ]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{whole}?" if ends else whole
