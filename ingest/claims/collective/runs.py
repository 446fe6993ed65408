"""Lists of states in a text, seen from their end: "مالي وبوركينا فاسو والنيجر", told before a verb or called again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.mention import Mention
from ingest.parts import Token
from ingest.word_lists import word_lists

_APART = 4  # tokens between two states of a list


def runs(tokens: Sequence[Token], states: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The lists that these states form, the last first; each in the order of the text."""
    run: list[Mention] = []
    for state in reversed(states):
        if run and not _joined(tokens, state, run[0]):
            yield run
            run = []
        run = [state, *run]
    if run:
        yield run


def _joined(tokens: Sequence[Token], one: Mention, other: Mention) -> bool:
    """Whether a list goes on from one state to the other: nothing but what stands in lists is between them."""
    between = [tokens[i].norm for i in range(one.last, other.first)]
    told = other.prefix == "و" or bool(between)
    return told and len(between) <= _APART and all(norm in word_lists("belonging.toml")["between"] for norm in between)
