"""Words in quotation marks behind a body: its name, or what is said of people, or what somebody says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.dating.reading import tense
from ingest.mentions.body_heads import words
from ingest.mentions.words import is_verbal
from ingest.parts import Token

OPENING: frozenset[str] = frozenset("\"“”„«‘'‹")
CLOSING: frozenset[str] = frozenset("\"“”»’'›")


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Is the token a quote that opens, by its sign and by the blanks around it? Many papers use one sign for both."""
    if not 0 < at < len(tokens) - 1 or tokens[at].norm not in OPENING:
        return False
    apart = tokens[at].start > tokens[at - 1].end or tokens[at - 1].norm in ("ل", "ب", "-", "(")
    behind = tokens[at + 1]
    return apart and behind.start == tokens[at].end and (behind.is_word or behind.is_number)


def tells_people(tokens: Sequence[Token], at: int) -> bool:
    """ 'أعضاء النقابة الوطنية للصيادلة "الغاضبين والرافضين"': what the quotes hold is said of people in front."""
    first, second = (token.norm for token in tokens[at + 1 : at + 3]) if at + 2 < len(tokens) else ("", "")
    return first.startswith("ال") and first.endswith("ين") and second.startswith("وال") and opens(tokens, at)


def is_spoken(norms: Sequence[str]) -> bool:
    """Whether quoted words begin with a particle, as no name does (but "من أجل …"), or with a verb that a preposition
    follows: 'the alliance "goes on with its operations in …"'."""
    first, *behind = (*norms[:4], "")
    if first in words("unquoted"):
        return behind[0] != "اجل"
    if not behind[0].isalpha():
        return False
    led = any(one in words("to_somewhere") and two != "اجل" for one, two in pairwise(behind))
    return tense(first) == "future" or (led and is_verbal(first))
