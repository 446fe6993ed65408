"""How a predicate is held by the text: told as done, as not so, as still to come or merely possible, or as somebody's words.

The cues are words with a side and a reach (`lexicon/modality.tsv`); the nearest applicable denial wins over any plan, a plan
over a report. Only a bounded window around the predicate is read, so a whole article is read in linear time.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.claims import speech
from ingest.document import Document, Sentence
from ingest.fold import fold
from ingest.lexicon import read_toml, read_tsv
from ingest.mentions.mention import Mention, Reading
from kg.claim import Modality

_WINDOW = 20          # tokens before the predicate in which a cue may stand
_REPORT_WINDOW = 60   # tokens before the predicate in which a verb of saying may stand
_WILD = 9             # words a * may stand for, and the word after it
_SUPPOSED = 7         # tokens before the predicate in which "ستكون … قد" may begin
_BREAKS = frozenset("،؛:.!?؟,;…")
_HARD_BREAKS = frozenset("؛.!?؟;…")
_QUOTES = frozenset("\"“”«»„")


@cache
def _words(name: str) -> frozenset[str]:
    """A word list of `lexicon/modality.toml`, folded."""
    return frozenset(fold(word) for word in read_toml("modality.toml")["words"][name])


@cache
def _not_future() -> tuple[str, ...]:
    return tuple(sorted(_words("not_future")))


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
        words = tuple(fold(row["phrase"]).split())
        cue = Cue(words, row["class"], row["side"], int(row["reach"]), row["opens"] == "yes")
        table.setdefault(words[0], []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in table.items()}


def _cues_at(document: Document, sentence: Sentence, at: int) -> list[tuple[Cue, int]]:
    """The cues whose words stand at token `at`, each with the token after them; a glued و or ف is allowed."""
    found: list[tuple[Cue, int]] = []
    for cue in _opened(document.tokens[at].norm):
        end = _end(document, sentence, at, cue)
        if end is not None:
            found.append((cue, end))
    return found


@lru_cache(maxsize=1 << 15)
def _opened(norm: str) -> tuple[Cue, ...]:
    """The cues that may begin with a word."""
    cues = _cues()
    return (*cues.get(norm, ()), *(cues.get(norm[1:], ()) if norm[:1] in ("و", "ف") else ()))


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
            if tokens[i].norm in _HARD_BREAKS:
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


def _blocked(document: Document, cue: Cue, first: int, last: int) -> bool:
    """Whether the words between a cue and the predicate end the reach of the cue."""
    tokens = document.tokens
    broken = False
    for i in range(first, last):
        norm = tokens[i].norm
        if norm in _HARD_BREAKS or norm in _words("relative") or norm in _words("contrast"):
            return True
        after = norm in _words("after") and i + 2 <= last and tokens[i + 1].norm in _words("after_that")
        if after and not is_present_form(tokens[i + 2].norm):
            return True  # "يتوقع أن تستأنف التجارب بعد أن أجرت 6": what was before is told as done
        if norm in _BREAKS:
            broken = True
        elif cue.opens and norm in speech.openings()["that"]:
            broken = False
    return broken


def _reaches(document: Document, cue: Cue, end: int, predicate: int) -> bool:
    """Whether a cue that ends at token `end` (exclusive) still governs the predicate."""
    tokens = document.tokens
    gap = predicate - end
    if gap < 0 or _blocked(document, cue, end, predicate):
        return False
    if cue.effect == "denied" and gap and tokens[predicate].norm.startswith("و") and speech.verb_at(tokens[predicate].norm):
        return False
    if gap <= cue.reach:
        return True
    # After أن the clause begins anew: up to three words may come before its verb.
    that = speech.openings()["that"]
    opened = cue.opens and any(tokens[i].norm in that for i in range(max(end, predicate - 4), predicate))
    return opened and gap <= cue.reach + 8


def _before(document: Document, sentence: Sentence, predicate: int) -> str | None:
    """The effect of the cues before the predicate: a denial first, else a plan."""
    effects = set()
    for at in range(max(sentence.first, predicate - _WINDOW), predicate):
        cues = [(c, end) for c, end in _cues_at(document, sentence, at) if c.side == "before"]
        if any(cue.effect == "none" for cue, _ in cues):
            continue
        for cue, end in cues:
            # The predicate itself may carry the preposition a phrase ends in: "طالب بعقد".
            glued = len(cue.words[-1]) == 1
            if _reaches(document, cue, end - glued, predicate):
                effects.add(cue.effect)
                break
    return "denied" if "denied" in effects else "planned" if "planned" in effects else None


def _after(document: Document, sentence: Sentence, predicate: int, end: int) -> set[str]:
    """The effects of the cues after the predicate, whose phrase ends at token `end` (exclusive)."""
    effects = set()
    for at in range(end, min(sentence.last, end + 5)):
        for cue, _ in _cues_at(document, sentence, at):
            if cue.side == "after" and at - end <= cue.reach and not _blocked(document, cue, end, at):
                effects.add(cue.effect)
    return effects


def _future_date(document: Document, sentence: Sentence, predicate: int) -> bool:
    for at in range(max(sentence.first, predicate - 16), min(sentence.last, predicate + 17)):
        for cue, _ in _cues_at(document, sentence, at):
            between = (at, predicate) if at < predicate else (predicate + 1, at)
            if cue.effect == "future" and not any(
                document.tokens[i].norm in _HARD_BREAKS or document.tokens[i].norm in _words("relative")
                for i in range(*between)
            ):
                return True
    return False


def _reported(document: Document, sentence: Sentence, predicate: int) -> bool:
    """Whether the predicate stands in a clause that somebody in this sentence is said to have said."""
    tokens = document.tokens
    opened = False
    for i in range(predicate - 1, max(sentence.first, predicate - _REPORT_WINDOW) - 1, -1):
        norm = tokens[i].norm
        opened = opened or norm in speech.openings()["that"] or norm == ":" or norm in _QUOTES
        if opened and speech.verb_at(norm) is not None:
            return True
    return _sourced(document, sentence, predicate)


def _sourced(document: Document, sentence: Sentence, predicate: int) -> bool:
    """Whether the sentence names a document or a telling as its source: "بحسب البيان", "وفق ما ذكرته"."""
    tokens, words = document.tokens, speech.openings()
    first = max(sentence.first, predicate - _REPORT_WINDOW)
    last = min(sentence.last, predicate + _REPORT_WINDOW)
    for i in range(first, last - 1):
        if tokens[i].norm not in words["source"]:
            continue
        following = [tokens[k].norm for k in range(i + 1, min(last, i + 4))]
        if any(w in words["document"] or w.removeprefix("ل") in words["document"] or speech.verb_at(w) or w in words["voice"]
               for w in following):
            return True
    return False


def _first(mention: Mention) -> int:
    return mention.first


def _perhaps(document: Document, predicate: int) -> bool:
    """"قد يشارك": may take part. Before a verb with ت "قد" may as well stand with a past ("قد ترأس")."""
    maybe = predicate > 0 and document.tokens[predicate - 1].norm in _words("perhaps")
    return maybe and document.tokens[predicate].norm.startswith("ي") and is_present_form(document.tokens[predicate].norm)


def is_supposed(document: Document, sentence: Sentence, predicate: int) -> bool:
    """"ستكون قطر قد تعهدت", "أن تكون قطر قد تعهدت": a perfect that is only foreseen or supposed."""
    tokens = document.tokens
    if predicate == sentence.first or tokens[predicate - 1].norm != "قد":
        return False
    for i in range(predicate - 2, max(sentence.first, predicate - _SUPPOSED) - 1, -1):
        norm = tokens[i].norm
        if norm in _BREAKS or norm in _words("relative") or norm in _words("contrast"):
            return False
        if norm.lstrip("وف") in _words("supposed"):
            return True
    return False


def modality_of(reading: Reading, sentence: Sentence, token_index: int) -> Modality:
    """How the predicate at a token is held: DENIED over PLANNED over REPORTED over ASSERTED.

    `token_index` is the document index of the verb or noun that carries the predicate; if a mention begins there, cues after
    it are sought behind the whole mention.
    """
    document = reading.document
    norm = document.tokens[token_index].norm
    k = bisect_right(reading.mentions, token_index, key=_first) - 1
    covered = k >= 0 and token_index < reading.mentions[k].last
    end = min(reading.mentions[k].last, sentence.last) if covered else token_index + 1
    before = _before(document, sentence, token_index)
    after = _after(document, sentence, token_index, end)
    if before == "denied" and "except" not in after:
        return Modality.DENIED
    if before == "planned" or "planned" in after or is_future_form(norm) or _perhaps(document, token_index):
        return Modality.PLANNED
    if is_supposed(document, sentence, token_index):
        return Modality.PLANNED
    if is_present_form(norm) and _future_date(document, sentence, token_index):
        return Modality.PLANNED
    return Modality.REPORTED if _reported(document, sentence, token_index) else Modality.ASSERTED
