"""Which of two people stands in for the other, where the construction leaves it open: "مثل فلان علانا" has no case endings.

Who is represented is above who comes for him (`lexicon/ranks.toml`).
"""

from __future__ import annotations

from functools import cache

from ingest.mention import Mention
from ingest.pattern import Hit
from ingest.word_lists import word_lists

_ORDER = ("head_of_state", "head_of_government", "minister", "official")


def by_rank(hit: Hit, some: list[Mention], others: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who comes and who is stood in for: the sides of a hit, changed if its rule asks for ranks and the first is higher."""
    if "ranks" not in hit.rule.fields or len(some) != 1 or len(others) != 1:
        return some, others
    mine, his = (_rank(hit, mention) for mention in (some[0], others[0]))
    return (others, some) if mine is not None and his is not None and mine < his else (some, others)


def _rank(hit: Hit, mention: Mention) -> int | None:
    """How many ranks are above that of a person; None where the text does not tell it."""
    norms = hit.skeleton.reading.document.norms
    said = " ".join(norms[max(_before(hit, mention), 0) : mention.last]) + " "
    longest = max((office for office in _ranks() if said.startswith(office + " ")), key=len, default=None)
    return None if longest is None else _ranks()[longest]


def _before(hit: Hit, mention: Mention) -> int:
    """Where the words begin that lead to a person: behind the verb or behind who is named before."""
    verb = hit.token("verb")
    behind = [other.last for other in hit.skeleton.mentions if verb < other.last <= mention.first]
    return max(behind, default=verb + 1)


@cache
def _ranks() -> dict[str, int]:
    lists = word_lists("ranks.toml")
    return {office: number for number, name in enumerate(_ORDER) for office in lists[name]}
