"""Words in quotation marks behind a body: its name, or what is said of people, or what somebody says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.dating.reading import tense
from ingest.mentions.bodies.heads import words
from ingest.mentions.words.name_words import is_verbal
from ingest.parts import Token

OPENING: frozenset[str] = frozenset("\"“”„«‘'‹")
CLOSING: frozenset[str] = frozenset("\"“”»’'›")
_LONGEST = 10  # words of a name in quotes
_DEFINITE = ("ال", "وال", "لل")


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Is the token a quote that opens, by its sign and by the blanks around it? Many papers use one sign for both."""
    if not 0 < at < len(tokens) - 1 or tokens[at].norm not in OPENING:
        return False
    apart = tokens[at].start > tokens[at - 1].end or tokens[at - 1].norm in ("ل", "ب", "-", "(")
    behind = tokens[at + 1]
    return apart and behind.start == tokens[at].end and (behind.is_word or behind.is_number)


def closing(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Where quotes close over words that may all belong to one name ("شركاء من أجل السلام"); -1 if they do not."""
    for at in range(begin, min(limit, begin + _LONGEST, len(tokens))):
        if tokens[at].norm in CLOSING:
            return at if at > begin else -1
        if not tokens[at].is_word or not _may_name(tokens, at, begin):
            return -1
    return -1


def _may_name(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Whether a word may stand in a name: with the article, before one that has it, between two ("من أجل", "في")."""
    norm, behind = tokens[at].norm, tokens[at + 1].norm if at + 1 < len(tokens) else ""
    inside = norm in words("inside_quoted_names")
    if norm in words("stops") and not inside:
        return False
    if inside or norm in words("links") or norm.startswith(_DEFINITE):
        return True
    if at > begin and (tokens[at - 1].norm in words("inside_quoted_names") or norm.startswith("ل")):
        return True
    second = tokens[at + 2].norm if at + 2 < len(tokens) else ""
    annexed = behind.startswith("ال") or (behind.isalpha() and second.startswith("ال") and behind not in words("stops"))
    return (annexed and not norm.startswith(("ب", "ي", "سي"))) or behind == "من" or behind in words("links")


def enclosed(tokens: Sequence[Token], first: int, definite: bool, limit: int) -> int:
    """The end of a name that quotes hold alone, from its head noun: 'إطلاق "تحالف الغابات من أجل المناخ"'; -1 if none is."""
    if not opens(tokens, first - 1) or first + 1 >= limit or tokens[first - 2].norm in words("telling_that"):
        return -1
    second = tokens[first + 1].norm
    if definite != second.startswith(("ال", "لل")) and (definite or second in words("stops")):
        return -1
    return closing(tokens, first + 1, limit)


def tells_people(tokens: Sequence[Token], at: int) -> bool:
    """ 'أعضاء النقابة الوطنية للصيادلة "الغاضبين والرافضين"': what the quotes hold is said of people in front."""
    first, second = (token.norm for token in tokens[at + 1 : at + 3]) if at + 2 < len(tokens) else ("", "")
    return first.startswith("ال") and first.endswith("ين") and second.startswith("وال") and opens(tokens, at)


def is_spoken(norms: Sequence[str]) -> bool:
    """Whether quoted words begin with a particle, as no name does (but "من أجل …"), or with a verb that a preposition
    follows: 'the alliance "goes on with its operations in …"'."""
    first, *behind = (*norms[:4], "")
    if first in words("unquoted"):
        return behind[0] not in words("sake")
    if not behind[0].isalpha():
        return False
    led = any(one in words("to_somewhere") and two not in words("sake") for one, two in pairwise(behind))
    return tense(first) == "future" or (led and is_verbal(first))
