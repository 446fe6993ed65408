"""Letter folding with offsets: match on the folded copy, cite the original.

Folding replaces letter variants one to one and drops marks; nothing else changes, so an offset into the folded text leads
back to the original by one table look-up (and by nothing at all where no mark was dropped).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "ک": "ك", "ی": "ي", "گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ڨ": "ق", "ھ": "ه", "ہ": "ه",
}
_DIGITS = {chr(base + i): str(i) for base in (0x0660, 0x06F0) for i in range(10)}
_SAME = {**_LETTERS, **_DIGITS, "\u00a0": " "}  # one letter for one
_DROPPED = frozenset(
    chr(c)
    for low, high in ((0x064B, 0x065F), (0x0670, 0x0670), (0x0640, 0x0640), (0x200B, 0x200F), (0x202A, 0x202E),
                      (0x2066, 0x2069), (0xFEFF, 0xFEFF), (0x0610, 0x061A), (0x06D6, 0x06ED))
    for c in range(low, high + 1)
)
_FOLDED = {**_SAME, **dict.fromkeys(_DROPPED, "")}
# One search for the few characters that change is several times faster than a look-up of every character; none of them
# stands for another.
_CHANGED = re.compile(f"[{''.join(map(re.escape, sorted(_FOLDED)))}]")
_HAMZA = ("ئو", "ؤو")
"""The hamza before a waw has two seats: "شئون" in Egypt is "شؤون" elsewhere, "مسئول" is "مسؤول"."""
_LONG = 200
_REPLACED = re.compile(f"[{''.join(map(re.escape, sorted(_SAME)))}]")


def fold(text: str) -> str:
    """The folded form, for keys and comparison."""
    text = text.replace(*_HAMZA)
    # In a long text each of these characters is looked for more quickly than the text is gone through once.
    for letter in [c for c in _FOLDED if c in text] if len(text) > _LONG else set(_CHANGED.findall(text)):
        text = text.replace(letter, _FOLDED[letter])
    return text


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """The folded text and, for each of its positions (and the end), the offset in `text`."""
    folded = _REPLACED.sub(lambda match: _SAME[match.group()], text.replace(*_HAMZA))
    if not _DROPPED.intersection(folded):
        return folded, range(len(folded) + 1)
    kept = [i for i, c in enumerate(folded) if c not in _DROPPED]
    return "".join(folded[i] for i in kept), [*kept, len(text)]
