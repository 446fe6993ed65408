"""Where the name of a body may begin: a head noun with its clitics and article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.mentions.bodies.heads import Head, heads, words
from ingest.parts import Document, Token

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب")


@dataclass(frozen=True, slots=True)
class Start:
    """A head noun in the text: its clitics, how many folded characters they take, and whether it has the article."""

    head: Head
    prefix: str
    cut: int
    definite: bool


def head_at(norm: str) -> Start | None:
    """Read one token as a head noun with or without clitics and article."""
    return starts().get(norm)


@cache
def starts() -> dict[str, Start]:
    """Every form of a head noun: bare, with clitics, with the article."""
    return forms_of(heads())


def forms_of(nouns: Mapping[str, Head], articled: Mapping[str, Head] | None = None) -> dict[str, Start]:
    """Every form of some nouns with clitics, bare and with the article; `articled`: with the article these instead."""
    found: dict[str, Start] = {}
    for prefix in _CLITICS:
        cut, lam = len(prefix), prefix.endswith("ل")
        for noun, head in nouns.items():
            found.setdefault(prefix + noun, Start(head, prefix, cut, False))
        article = "ل" if lam else "ال"  # "للجنة"
        for noun, head in (nouns if articled is None else articled).items():
            found.setdefault(prefix + article + noun, Start(head, prefix, cut + lam, True))
    return found


def is_no_noun(document: Document, at: int, start: Start) -> bool:
    """ "إليه" (to him), folded like "آلية"; "قمة تجمع قادة الدول", a verb in front of those who come together."""
    if start.definite:
        return False
    if start.head.noun in words("like_a_pronoun") and document.text[document.tokens[at].end - 1] == "ه":
        return True
    behind = document.norms[at + 1] if at + 1 < len(document.norms) else ""
    verb = start.head.noun in words("like_a_verb") and start.prefix in ("", "و", "ف")
    return verb and behind in words("brought_together")


def past_rank(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The end of "رفيعة المستوى"; the token itself if it is not told."""
    told = at + 1 < limit and tokens[at].norm.removeprefix("ال") in words("ranked")
    return at + 2 if told and tokens[at + 1].norm in words("level") else at
