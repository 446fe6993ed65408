"""Predicates whose own form says that they are not told as done: "أن يشارك", "قد تشارك", "ما شارك".

And the verb that carries a predicate which is a noun: "أجرى مباحثات", "لم يلق كلمة".
"""

from __future__ import annotations

from bisect import bisect_right

from ingest.cues import BREAKS, HARD_BREAKS, words
from ingest.document import Document, Sentence
from ingest.mention import Mention, Reading
from ingest.tenses import is_future_form, is_present_form
from ingest.word_lists import with_and

_BACK = 12  # tokens before a predicate in which "لولا", or a word that makes "أن يفعل" real, may stand
_LIGHT = 16  # tokens before a noun in which the verb that carries it may stand
_SUPPOSED = 7  # elements before a predicate in which "ستكون … قد" may begin
_MEANS = 16  # tokens before a predicate in which "by means of" may stand
_WITH_OBJECT = 6  # letters of a present with its object
_BETWEEN = 2  # words, besides names, between them
_ENDING = 40  # tokens behind a plan in which it is told to have come to nothing
_OPEN = 20  # tokens behind a noun of presence in which it is said to be open
_TURN = 4  # words behind "لكن" among which a verb tells so


def irrealis(document: Document, sentence: Sentence, predicate: int) -> str | None:
    """ "denied" or "supposed" where the form of a verb, with the word before it, says so."""
    tokens = document.tokens
    if predicate == sentence.first:
        return "denied" if tokens[predicate].norm.startswith("ل") and _if_only(document, sentence, predicate) else None
    norm, before = tokens[predicate].norm, tokens[predicate - 1].norm
    if before in words("to_do") and _is_present(norm) and not _is_heavy(document, predicate - 1):
        return _may_do(document, sentence, predicate)
    if before in words("perhaps") and _is_present(norm):
        return "supposed"
    if before in words("not_to") and _is_present(norm) and not _is_heavy(document, predicate - 1):
        return "denied"  # "تقرر ألا يشارك"; "إلا" is an exception
    if before in words("not_done") and not _is_present(norm) and not norm.endswith(("ه", "ها")):
        return "denied" if predicate - 2 < sentence.first or tokens[predicate - 2].norm in BREAKS else None
    front = range(_from(sentence, predicate), predicate)  # "لولا … لشارك"
    if norm.startswith("ل") and any(tokens[i].norm in words("but_for") for i in front):
        return "denied"
    return "denied" if norm.startswith("ل") and _if_only(document, sentence, predicate) else None


def _if_only(document: Document, sentence: Sentence, predicate: int) -> bool:
    """ "لشارك في القمة لو دعي إليها": whether what would have been is told behind a predicate; "لو دريان" is a name."""
    norms, last = document.norms, min(sentence.last - 1, predicate + _ENDING)
    places = document.places.get("لو", ())
    return any(predicate < i < last and norms[i - 1] != "حتي" and norms[i + 1] in words("if_only") for i in places)


def _from(sentence: Sentence, predicate: int) -> int:
    return max(sentence.first, predicate - _BACK)


def came_to_nothing(document: Document, sentence: Sentence, predicate: int) -> bool:
    """ "كان سيصل … لولا …", "كان مقررا أن يصل … لكنه عدل عن ذلك": what was planned and not done."""
    if document.words.isdisjoint(with_and(words("was"))):
        return False
    norms = document.norms
    first = _from(sentence, predicate)
    was = next((i for i in range(first, predicate) if norms[i].lstrip("وف") in words("was")), None)
    plan = () if was is None else norms[was : predicate + 1]
    would = any(map(is_future_form, plan)) or norms[predicate][:2] in ("لي", "لت")
    if BREAKS.intersection(plan) or not (words("due").intersection(plan) or would):
        return False
    if was is not None and would and _if_only(document, sentence, predicate):
        return True
    last, but = min(sentence.last, predicate + _ENDING), tuple(words("but"))
    for i in range(predicate + 1, last):
        norm, following = norms[i], norms[i + 1] if i + 1 < last else ""
        if norm in words("but_for"):
            return True
        turns = norm.removeprefix("و").startswith(but) or (norm in words("turns_off") and following.startswith("ان"))
        if turns and words("gave_up").intersection(norms[i + 1 : min(last, i + 1 + _TURN)]):
            return words("came_after_all").isdisjoint(norms[i + 1 : last])
    return False


def _is_heavy(document: Document, at: int) -> bool:
    """ "إن", of which no present follows as what is to be done; folded it is as "أن"."""
    token = document.tokens[at]
    return document.text[token.start : token.end].lstrip("وفب").startswith("إ")


def _may_do(document: Document, sentence: Sentence, predicate: int) -> str | None:
    """ "دون أن يشارك" denies, "قبل أن يشارك", "استطاع أن يشارك" do not; any other "أن يشارك" is only wanted or possible."""
    tokens = document.tokens
    front = tokens[predicate - 2].norm if predicate - 2 >= sentence.first else ""
    if front in words("without"):
        return "denied"
    if front in words("then"):
        return None
    if any(tokens[i].norm in words("achieves") for i in range(_from(sentence, predicate), predicate)):
        return None
    return "supposed"


def _is_present(norm: str) -> bool:
    """As `is_present_form`, with the short ones ("تضم"), without pasts that begin so ("ترأس")."""
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 3 else norm
    if len(word) >= _WITH_OBJECT and word[0] == "ي" and word[-1] == "ه":
        return True  # "أن يستقبله"
    return (len(word) == 3 and word[0] in "يت" and word[2] != "ه") or (is_present_form(norm) and not _is_past_in_t(norm))


def _is_past_in_t(norm: str) -> bool:
    """A past that begins as a present does: "قد ترأس", "قد تعهدت"."""
    word = norm[1:] if norm[:1] in ("و", "ف") else norm
    if not word.startswith("ت"):
        return False
    return word.endswith(("ت", "وا", "ا")) or word in words("past_in_t")


def light_verb(
    reading: Reading, sentence: Sentence, noun: int, further: frozenset[str] = frozenset()
) -> int | None:
    """The verb or verbal noun that carries a noun, its subject between: "أجرى فلان مباحثات", "إجراء مباحثات".

    `further`: words that carry such a noun besides.
    """
    tokens, steps = reading.document.tokens, 0
    carrying = words("light") | further
    i = noun - 1
    while i >= max(sentence.first, noun - _LIGHT) and steps <= _BETWEEN:
        norm = tokens[i].norm
        if norm in carrying or (norm[:1] in "وفلبس" and norm[1:] in carrying):
            return i
        if norm in BREAKS or norm in words("relative"):
            return None
        mention = covering(reading, i)
        steps += mention is None
        i = i - 1 if mention is None else mention.first - 1
    return None


def foreseen(reading: Reading, sentence: Sentence, predicate: int) -> int | None:
    """The verb of being that makes a perfect foreseen or supposed: "ستكون قطر قد تعهدت", "أن تكون قطر (قد) تعهدت"."""
    tokens, steps = reading.document.tokens, 0
    perfect = predicate > sentence.first and tokens[predicate - 1].norm == "قد"
    i = predicate - 1 - perfect
    while i >= sentence.first and steps < _SUPPOSED:
        norm = tokens[i].norm
        if norm in BREAKS or norm in words("relative") or norm in words("contrast"):
            return None
        if norm.lstrip("وف") in words("supposed"):
            opened = i > sentence.first and tokens[i - 1].norm in words("to_do") and not _is_present(tokens[predicate].norm)
            return i if perfect or opened else None
        mention = covering(reading, i)
        steps += 1
        i = i - 1 if mention is None else mention.first - 1
    return None


def by_plan(document: Document, sentence: Sentence, predicate: int) -> bool:
    """Whether what is told is the means of what will be done: "سيعزز فلان دور بلاده عبر انضمامه إلى … خلال القمة"."""
    norms = document.norms
    if not is_future_form(norms[sentence.first]):
        return False
    for i in range(predicate - 1, max(sentence.first, predicate - _MEANS), -1):
        if norms[i] in HARD_BREAKS or norms[i] in words("relative"):
            return False
        if norms[i] in words("by_means") or f"{norms[i - 1]} {norms[i]}" in words("by_means"):
            return True
    return False


def unsettled(document: Document, sentence: Sentence, predicate: int) -> bool:
    """ "لا تزال مشاركة فلان في القمة غير محسومة": whether a presence is told of as open."""
    norms, last = document.norms, min(sentence.last - 1, predicate + _OPEN)
    if norms[predicate].removeprefix("و") not in words("being_there"):
        return False
    for at in document.places.get("غير", ()):
        if predicate < at < last and norms[at + 1] in words("settled"):
            return BREAKS.isdisjoint(norms[predicate:at]) and words("relative").isdisjoint(norms[predicate:at])
    return False


def conditional(document: Document, sentence: Sentence, predicate: int) -> bool:
    """ "لن يحضر ما لم تشارك سوريا", "لن تأتي إلا إذا": whether what a predicate tells hangs on a condition behind it."""
    norms, last = document.norms, min(sentence.last - 1, predicate + _ENDING)
    pairs = zip(norms[predicate + 1 : last], norms[predicate + 2 : last + 1], strict=False)
    told, listed = (f"{one} {two}" for one, two in pairs), words("on_condition")
    return next((pair for pair in told if pair[0] in HARD_BREAKS or pair in listed), "") in listed


def covering(reading: Reading, token: int) -> Mention | None:
    """The mention that a token belongs to."""
    k = bisect_right(reading.firsts, token) - 1
    return reading.mentions[k] if k >= 0 and token < reading.mentions[k].last else None
