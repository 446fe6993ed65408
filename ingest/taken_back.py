"""What is told and then called untrue: "ذكرت قناة أن فلانا شارك …، وهو ما نفته الوزارة", "والوزارة تنفي", "لا صحة لذلك"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ingest.cues import BREAKS, HARD_BREAKS, words
from ingest.document import Document, Sentence
from ingest.word_lists import is_in, with_and

_BACK = 12  # tokens before a denial in which a word turns from what was told
_ENDING = 40  # tokens behind a predicate in which it is taken back
_NEAR = 4  # words between the turn, the denial and what is denied
_TELLS = 24  # tokens before a predicate in which somebody is said to tell of it
_NEXT = 8  # tokens of the next sentence in which it is denied


def taken_back(document: Document, sentence: Sentence, predicate: int) -> bool:
    """Whether what a predicate tells is denied behind it, in its sentence or at the head of the next."""
    if document.words.isdisjoint(_denying()):
        return False
    norms = document.norms
    last = min(sentence.last, predicate + _ENDING)
    places = [i for i in range(predicate + 1, last) if norms[i] in _denying()]
    if any(_denied(norms, i, predicate, last) for i in places):
        return True
    told = any(is_in(norm, words("tells")) for norm in norms[max(sentence.first, predicate - _TELLS) : predicate])
    if not told:
        return False
    if any(_answered(norms, i, sentence.last) for i in places):
        return True
    if sentence.index + 1 >= len(document.sentences):
        return False
    after = document.sentences[sentence.index + 1]
    head = range(after.first, min(after.last, after.first + _NEXT))
    return any(norms[i] in _denying() and _answered(norms, i, after.last) for i in head)


@cache
def _denying() -> frozenset[str]:
    return with_and(words("takes_back") | words("denies_now") | words("untrue") | words("truth"))


def _denied(norms: Sequence[str], at: int, predicate: int, last: int) -> bool:
    """ "لكن الوزارة نفت ذلك", "وهو ما نفته الوزارة", "ما تردد عن لقائه … عار من الصحة"."""
    norm = norms[at]
    if norm in words("untrue") or norm in words("truth"):
        return _is_no_truth(norms, at) or _is_untrue(norms, at, predicate)
    if norm not in words("takes_back"):
        return False
    front = norms[max(predicate, at - _BACK) : at]
    if norm.endswith(("ه", "ها")):
        return any(word in words("which_was") for word in front[-_NEAR:])
    but = tuple(words("but"))
    turned = any(word.removeprefix("و").startswith(but) or word in words("turns_off") for word in front)
    return turned and bool(words("what_was_said").intersection(norms[at + 1 : min(last + _NEAR, at + _NEAR)]))


def _answered(norms: Sequence[str], at: int, end: int) -> bool:
    """ "ونفت الوزارة ذلك", "والوزارة تنفي", "وقالت إنه لا صحة لذلك": of what somebody is said to have told."""
    if norms[at] in words("truth"):
        no_truth = norms[at - 1] == "لا" and at + 1 < end and norms[at + 1] in words("of_that")
        return no_truth and _is_that_news(norms, at + 2, end)
    if not is_in(norms[at], words("takes_back")) and not is_in(norms[at], words("denies_now")):
        return False
    if at + 1 >= end or norms[at + 1] in HARD_BREAKS:
        return True
    for i in range(at + 1, min(end, at + 1 + _NEAR)):
        if norms[i] in BREAKS:
            return False
        if norms[i] in words("what_was_said"):
            return _is_that_news(norms, i + 1, end)
    return False


def _is_that_news(norms: Sequence[str], at: int, end: int) -> bool:
    """Whether the news that is denied is not told as other news: "نفى الأنباء عن استقالته"."""
    return all(norms[i] not in words("other_news") for i in range(at, min(end, at + 2)))


def _is_no_truth(norms: Sequence[str], at: int) -> bool:
    """ "لكن لا صحة لذلك", "والخبر عار من الصحة": whether a clause of its own says that what was told before is untrue."""
    before, front = norms[at - 1].removeprefix("و"), norms[at - 2]
    if norms[at] in words("truth"):
        opens = front in BREAKS or front in words("contrast")
        return before == "لا" and opens and not words("of_that").isdisjoint(norms[at + 1 : at + 2])
    return before.startswith("ال") and before in words("what_was_said") and (front in BREAKS or front in words("contrast"))


def _is_untrue(norms: Sequence[str], at: int, predicate: int) -> bool:
    """ "ما تردد عن لقاء … عار عن الصحة": whether the word that goes round in front is told to be without truth."""
    of_truth = norms[at + 2 : at + 3]
    bare = norms[at + 1 : at + 2] in (["من"], ["عن"]) and not words("soundness").isdisjoint(of_truth)
    return bare and any(norm in words("hearsay") for norm in norms[max(0, predicate - _BACK) : predicate])
