"""Words that take a predicate out of plain assertion: each with a side and a reach (`lexicon/modality.tsv`).

Distances count elements: a name with its title is one, however long it is, so "لم يكن" reaches over any subject. Only a
bounded stretch of tokens is read, so a whole article is read in linear time.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.document import Document, Sentence
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Reading
from ingest.tenses import is_present_form
from ingest.word_lists import word_lists

_WINDOW = 28  # tokens before a predicate in which a cue may stand
_WILD = 14  # words a * may stand for, and the word after it
HARD_BREAKS: Final = frozenset("؛.!?؟;…")
BREAKS: Final = HARD_BREAKS | frozenset("،:,")
_ORDER = ("denied", "supposed", "planned", "reported")


def words(name: str) -> frozenset[str]:
    """A word list of `lexicon/modality.toml`, folded."""
    return word_lists("modality.toml")[name]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of the table: its words, what it does, on which side of the predicate and how far."""

    words: tuple[str, ...]
    effect: str
    side: str
    reach: int
    opens: bool


_OPENED: Final[dict[str, tuple[Cue, ...]]] = {}
_REMEMBERED = 1 << 15  # words


@cache
def _cues() -> dict[str, tuple[Cue, ...]]:
    """First word → cues that begin with it, the longest first."""
    table: dict[str, list[Cue]] = {}
    for row in read_tsv("modality.tsv"):
        phrase = tuple(fold(row["phrase"]).split())
        cue = Cue(phrase, row["class"], row["side"], int(row["reach"]), row["opens"] == "yes")
        table.setdefault(phrase[0], []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in table.items()}


def cues_at(reading: Reading, sentence: Sentence, at: int) -> list[tuple[Cue, int]]:
    """The cues whose words stand at token `at`, each with the token after them; a glued و or ف is allowed."""
    found: list[tuple[Cue, int]] = []
    for cue in _opened(reading.document.tokens[at].norm):
        end = _end(reading, sentence, at, cue)
        if end is not None:
            found.append((cue, end))
    return found


def _opened(norm: str) -> tuple[Cue, ...]:
    """The cues that may begin with a word. Remembered up to a bound."""
    try:
        return _OPENED[norm]
    except KeyError:
        if len(_OPENED) > _REMEMBERED:
            _OPENED.clear()
        cues = _cues()
        return _OPENED.setdefault(norm, (*cues.get(norm, ()), *(cues.get(norm[1:], ()) if norm[:1] in ("و", "ف") else ())))


def _end(reading: Reading, sentence: Sentence, at: int, cue: Cue) -> int | None:
    """The token after the words of a cue that begins at `at`, or None where they do not all follow."""
    tokens, i, wild = reading.document.tokens, at + 1, False
    for word in cue.words[1:]:
        if word == "*":
            wild = True
            continue
        limit = min(sentence.last, i + (_WILD if wild else 1))
        # A phrase may end in a preposition that is glued to the next word: "لم يسبق لـ", "طالب بـ".
        while i < limit and tokens[i].norm != word and not (len(word) == 1 and _carries(reading, i, word)):
            if tokens[i].norm in HARD_BREAKS:
                return None
            i += 1
        if i >= limit:
            return None
        i, wild = i + 1, False
    return i


def _carries(reading: Reading, at: int, preposition: str) -> bool:
    """Whether a preposition of one letter is glued to a word: "بعقد", "ببريطانيا", but not "بريطانيا", "بلاده"."""
    norm = reading.document.tokens[at].norm
    if not norm.startswith(preposition) or norm in words("no_object"):
        return False
    k = bisect_right(reading.firsts, at) - 1
    if k < 0 or at >= reading.mentions[k].last:
        return True
    return at == reading.mentions[k].first and reading.mentions[k].prefix.startswith(preposition)


def blocked(document: Document, cue: Cue, first: int, last: int) -> bool:
    """Whether the words between a cue and the predicate end the reach of the cue."""
    tokens = document.tokens
    broken = False
    for i in range(first, last):
        norm = tokens[i].norm
        if norm in HARD_BREAKS or any(norm in words(name) for name in ("relative", "contrast", "goes_on")):
            return True
        after = norm in words("after") and i + 2 <= last and tokens[i + 1].norm in words("after_that")
        if after and not is_present_form(tokens[i + 2].norm):
            return True  # "يتوقع أن تستأنف التجارب بعد أن أجرت 6": what was before is told as done
        if norm in BREAKS:
            broken = True
        elif cue.opens and norm in _that():
            broken = False
    return broken


def _elements(reading: Reading, first: int, last: int) -> int:
    """How many elements stand in a stretch of tokens: a mention is one."""
    inside = 0
    for k in range(max(bisect_right(reading.firsts, first) - 1, 0), len(reading.mentions)):
        mention = reading.mentions[k]
        if mention.first >= last:
            break
        inside += max(0, min(mention.last, last) - max(mention.first, first) - 1)
    return last - first - inside


def _reaches(reading: Reading, cue: Cue, end: int, predicate: int) -> bool:
    """Whether a cue that ends at token `end` (exclusive) still governs the predicate."""
    tokens = reading.document.tokens
    if predicate < end or blocked(reading.document, cue, end, predicate):
        return False
    gap = _elements(reading, end, predicate)
    norm = tokens[predicate].norm
    if cue.effect == "denied" and gap and norm.startswith("و") and norm not in words("own_waw"):
        return False  # "رفض التعليق وحضر"
    if gap <= cue.reach:
        return True
    # After أن the clause begins anew: up to three words may come before its verb.
    that = _that()
    opened = cue.opens and any(
        tokens[i].norm in that and _elements(reading, i, predicate) <= 4 for i in range(max(end, predicate - 16), predicate)
    )
    return opened and gap <= cue.reach + 8


def governing(reading: Reading, sentence: Sentence, predicate: int, *, close: bool = False) -> str | None:
    """The effect of the cues before the predicate: a denial first, else a supposition, a plan, a rumour.

    `close`: only names may stand between, as where the predicate is a noun that many words may govern ("رفض فلان لقاء …").
    """
    what = "governing closely" if close else "governing"
    return reading.once(what, predicate, lambda: _governing(reading, sentence, predicate, close))


def _governing(reading: Reading, sentence: Sentence, predicate: int, close: bool) -> str | None:
    effects = set()
    norms = reading.document.norms
    for at in range(max(sentence.first, predicate - _WINDOW), predicate):
        if not _opened(norms[at]):
            continue
        cues = [(c, end) for c, end in cues_at(reading, sentence, at) if c.side == "before"]
        if any(cue.effect == "none" for cue, _ in cues):
            continue
        for cue, end in cues:
            # The predicate itself may carry the preposition a phrase ends in: "طالب بعقد".
            glued = len(cue.words[-1]) == 1
            if close and not _only_names(reading, end - glued, predicate):
                continue
            if _reaches(reading, cue, end - glued, predicate):
                effects.add(cue.effect)
                break
    return next((effect for effect in _ORDER if effect in effects), None)


def _only_names(reading: Reading, first: int, last: int) -> bool:
    return _elements(reading, first, last) <= len(list(reading.starting(first, last)))


@cache
def _that() -> frozenset[str]:
    """The words that open a clause of their own, as in reported speech."""
    return word_lists("speech.toml")["that"]
