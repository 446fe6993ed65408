""" "المملكة" alone: the kingdom from whose capital an article is dated, or the only one that it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias

from ingest.mentions.mention import Kind, Mention
from ingest.mentions.trie import name_start
from ingest.parts import Document, Token, Zone
from ingest.word_lists import word_lists
from kg.claim import Referent, Span

Capital: TypeAlias = Callable[[Sequence[Token], int], tuple[str, int, Referent] | None]
_HEAD = 4  # sentences at the head of an article in which it is dated
_DATELINE = 5  # tokens at the head of a sentence in which the place of the dispatch stands
_GLUED = ("", "و", "ف", "ب", "ل", "ول", "وب")


def find(document: Document, countries: Sequence[Mention], capital: Capital) -> list[Mention]:
    """The places where an article calls a kingdom so, none of them within a longer name; `capital` reads one at a token."""
    forms = _forms()
    places = document.where(forms.keys() & document.words)
    state = _kingdom(document, countries, capital) if places else None
    if state is None:
        return []
    taken = {i for mention in countries for i in range(mention.first, mention.last)}
    made = []
    for at in places:
        if at in taken or _goes_on(document, at):
            continue
        prefix, token = forms[document.norms[at]], document.tokens[at]
        name = Span(name_start(token, document.text, prefix), token.end)
        made.append(Mention(Kind.COUNTRY, at, at + 1, name, state, "the kingdom spoken of", prefix, coref=True))
    return made


def _kingdom(document: Document, countries: Sequence[Mention], capital: Capital) -> Referent | None:
    """That of the dispatch; else the only one that is named, of several the one that is named in full."""
    home = _home(document, capital)
    if home is not None:
        return home
    codes = _words("kingdoms") - _words("small_kingdoms")
    of = [m for m in countries if m.referent is not None and _code(m.referent) in codes]
    full = [m for m in of if document.norms[m.first][-6:] == "لمملكه"]
    for named in (of, full):
        states = {m.referent.key: m.referent for m in named if m.referent is not None}
        if len(states) == 1:
            return next(iter(states.values()))
    return None


def _home(document: Document, capital: Capital) -> Referent | None:
    """The kingdom from whose capital an article is dated: "الرياض 09 صفر 1443 هـ", "«عكاظ» (الرياض)"."""
    for sentence in document.sentences[:_HEAD]:
        if sentence.zone is not Zone.BODY:
            continue
        for at in range(sentence.first, min(sentence.last, sentence.first + _DATELINE)):
            hit = capital(document.tokens, at)
            if hit is not None and not hit[0]:
                return hit[2] if _code(hit[2]) in _words("kingdoms") else None
    return None


def _code(state: Referent) -> str:
    return state.key.removeprefix("country/").lower()


def _goes_on(document: Document, at: int) -> bool:
    """ "المملكة المتحدة", "المملكة النباتية": a definite adjective behind it; "جنوب المملكة": a part of the land."""
    following = document.norms[at + 1] if at + 1 < len(document.norms) else ""
    before = document.norms[at - 1] if at else ""
    if not _words("parts_of_a_land").isdisjoint((before, before[1:])):
        return True
    return following.startswith("ال") and following.endswith("يه")


@cache
def _forms() -> dict[str, str]:
    """ "المملكة" with what may be glued to it → what is glued."""
    made = {glued + "المملكه": glued for glued in _GLUED if not glued.endswith("ل")}
    return made | {glued + "لمملكه": glued for glued in _GLUED if glued.endswith("ل")}


def _words(name: str) -> frozenset[str]:
    return word_lists("belonging.toml").get(name, frozenset())
