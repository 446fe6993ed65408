"""Words that take a predicate out of plain assertion: each with a side and a reach (`lexicon/modality.tsv`).

Distances count elements: a name with its title is one, however long it is, so "لم يكن" reaches over any subject. Only a
bounded stretch of tokens is read, so a whole article is read in linear time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.document import Document, Sentence
from ingest.fold import fold
from ingest.lexicon import read_toml, read_tsv

_WILD = 11  # words a * may stand for, and the word after it
HARD_BREAKS = frozenset("؛.!?؟;…")
BREAKS = HARD_BREAKS | frozenset("،:,")


@cache
def words(name: str) -> frozenset[str]:
    """A word list of `lexicon/modality.toml`, folded."""
    return frozenset(fold(word) for word in read_toml("modality.toml")["words"][name])


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of the table: its words, what it does, on which side of the predicate and how far."""

    words: tuple[str, ...]
    effect: str
    side: str
    reach: int
    opens: bool


@cache
def _cues() -> dict[str, tuple[Cue, ...]]:
    """First word → cues that begin with it, the longest first."""
    table: dict[str, list[Cue]] = {}
    for row in read_tsv("modality.tsv"):
        phrase = tuple(fold(row["phrase"]).split())
        cue = Cue(phrase, row["class"], row["side"], int(row["reach"]), row["opens"] == "yes")
        table.setdefault(phrase[0], []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in table.items()}


def cues_at(document: Document, sentence: Sentence, at: int) -> list[tuple[Cue, int]]:
    """The cues whose words stand at token `at`, each with the token after them; a glued و or ف is allowed."""
    norm = document.tokens[at].norm
    found: list[tuple[Cue, int]] = []
    for first in (norm, norm[1:] if norm[:1] in ("و", "ف") else ""):
        for cue in _cues().get(first, ()):
            end = _end(document, sentence, at, cue)
            if end is not None:
                found.append((cue, end))
    return found


def _end(document: Document, sentence: Sentence, at: int, cue: Cue) -> int | None:
    """The token after the words of a cue that begins at `at`, or None where they do not all follow."""
    tokens, i, wild = document.tokens, at + 1, False
    for word in cue.words[1:]:
        if word == "*":
            wild = True
            continue
        limit = min(sentence.last, i + (_WILD if wild else 1))
        # A phrase may end in a preposition that is glued to the next word: "لم يسبق لـ", "طالب بـ".
        while i < limit and tokens[i].norm != word and not (len(word) == 1 and tokens[i].norm.startswith(word)):
            if tokens[i].norm in HARD_BREAKS:
                return None
            i += 1
        if i >= limit:
            return None
        i, wild = i + 1, False
    return i


def is_future_form(norm: str) -> bool:
    """Whether a word looks like a verb with the future prefix ("سيعقد", "وستشارك")."""
    word = norm[1:] if norm[:1] in ("و", "ف") else norm
    return len(word) > 3 and word[0] == "س" and word[1] in "يتن" and not word.startswith(_not_future())


def is_present_form(norm: str) -> bool:
    """Whether a word looks like a verb in the present ("يعقد", "وتشارك")."""
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 4 else norm
    return len(word) > 3 and word[0] in "يت" and not word.endswith("ه")


@cache
def _not_future() -> tuple[str, ...]:
    return tuple(sorted(words("not_future")))
