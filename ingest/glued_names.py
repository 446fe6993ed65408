"""Listed names whose words were run together when a page was copied: "الولاياتالمتحدة", "موريتانياوتشاد".

Sites that link the names of a text often lose the blanks inside and between them. Only what is put together of words of one
listed name, the second of them with its article, or of names of states joined by "and", is taken apart again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.sieve import Sieve

Piece = tuple[int, int, str]  # start, end, folded form

_FILES = ("countries.tsv", "organizations.tsv", "coalitions.tsv", "places.tsv")
_COLUMNS = ("label_ar", "names", "aliases")
_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول")
_SHORTEST = 8   # letters of the shortest token that may be two names or words
_LONGEST = 40
_WORD = 3       # letters of the shortest word that is taken off
_STATE = 3      # letters of the shortest name of a state
_NO_HEADS = frozenset({"عبد", "ابو", "ام", "بن", "ابن", "بني"})
"""Words that are written together with the next as often as not."""


def _listed(files: Iterable[str]) -> Iterator[list[str]]:
    """The words of every name of some authority files."""
    for file in files:
        for row in read_tsv(file):
            for name in "|".join(row.get(column) or "" for column in _COLUMNS).split("|"):
                yield fold(name).split()


@cache
def _joined() -> dict[str, tuple[int, ...]]:
    """Words of a name run together → where the second, third … of them begin."""
    found: dict[str, tuple[int, ...]] = {}
    single = set()
    for words in _listed(_FILES):
        single.update(words)
        for first in range(len(words) - 1):
            cuts: tuple[int, ...] = ()
            glued = words[first]
            for word in words[first + 1 :]:
                if not word.startswith("ال") or len(word) < _WORD + 2 or words[first] in _NO_HEADS:
                    break
                cuts = (*cuts, len(glued))
                glued += word
                if len(glued) >= _SHORTEST and len(words[first]) >= _WORD:
                    found[glued] = cuts
    return {glued: cuts for glued, cuts in found.items() if glued not in single}


@cache
def _states() -> frozenset[str]:
    """Names of states of one word."""
    return frozenset(w[0] for w in _listed(_FILES[:1]) if len(w) == 1 and len(w[0]) >= _STATE and w[0].isalpha())


@lru_cache(maxsize=16384)
def cuts(norm: str) -> tuple[int, ...]:
    """Where the words begin that are glued to the first of a token; none for nearly every word."""
    if not _SHORTEST <= len(norm) <= _LONGEST:
        return ()
    for clitic in _CLITICS:
        rest = norm[len(clitic) :]
        if norm.startswith(clitic) and (found := _joined().get(rest) or _joined().get("ا" + rest * (clitic[-1:] == "ل"))):
            shift = len(clitic) - (rest not in _joined())
            return tuple(at + shift for at in found)
    for clitic in ("", "و", "ب", "ل"):
        if norm.startswith(clitic) and (found := _row(norm[len(clitic) :])):
            return tuple(at + len(clitic) for at in found)
    return ()


def _row(norm: str) -> tuple[int, ...]:
    """Where "and" begins each time in names of states that are joined by it: "موريتانياوتشادوالنيجر"."""
    found, begin = [], 0
    for at in range(_STATE, len(norm) - _STATE):
        if norm[at] == "و" and norm[begin:at] in _states():
            found.append(at)
            begin = at + 1
    return tuple(found) if found and norm[begin:] in _states() else ()


any_glued = Sieve(cuts)


def split(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The tokens, those glued together one by one."""
    for start, end, norm in pieces:
        places = cuts(norm) if end - start == len(norm) else ()
        for low, high in zip((0, *places), (*places, len(norm)), strict=True):
            yield start + low, start + high if places else end, norm[low:high]
