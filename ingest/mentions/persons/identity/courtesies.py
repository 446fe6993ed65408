"""A courtesy alone means somebody who was told with it before: "سموه", "معاليه", "سمو الأمير"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import verb_forms
from ingest.mentions.trie import name_start
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.sayings import sayings
from ingest.word_lists import word_list
from kg.claim import Span

_GLUED = ("", "و", "ف", "ب", "ل")


@dataclass(frozen=True, slots=True)
class _Courtesy:
    """The prefix and the words of one that stands at a token; with which words he was told who is meant."""

    prefix: str
    last: int
    styles: frozenset[str]
    ranks: frozenset[str]


def find(document: Document, persons: Sequence[Mention]) -> list[Mention]:
    """The courtesies that mean one person of the article."""
    forms = _forms()
    places = document.where(forms.keys() & document.words)
    if not places:
        return []
    taken = {i for m in persons for i in range(m.first, m.last)}
    named = sorted((m for m in persons if m.referent is not None), key=lambda m: m.first)
    made = []
    for at in places:
        found = _at(document, at) if at not in taken else None
        if found is None or not taken.isdisjoint(range(at, found.last + 1)):
            continue
        meant = _meant(document, named, at, found)
        if meant is not None:
            span = Span(name_start(document.tokens[at], document.text, found.prefix), document.tokens[found.last - 1].end)
            who, reason = meant.referent, "courtesy of a person named before"
            made.append(Mention(Kind.TITLE, at, found.last, span, who, reason, found.prefix, meant.post, coref=True))
    return made


def _at(document: Document, at: int) -> _Courtesy | None:
    norms = document.norms
    prefix, word = _forms()[norms[at]]
    before = norms[at - 1] if at else ""
    if word in _words("highness"):  # "سمو الأمير": the ruler or prince spoken of
        royal = norms[at + 1] if at + 1 < len(norms) else ""
        return _Courtesy(prefix, at + 2, frozenset(), frozenset({royal, royal[2:]})) if royal in _royal() else None
    if before == "ما" or (word in _words("doubtful") and before not in sayings() and before not in _verbs()):
        return None  # "ما سموه هدنة", "سيادته على أراضيه"
    ranks = _told()[word]
    stem = word.removesuffix("ها").removesuffix("ه")
    styles = frozenset(rank for rank in ranks if rank.removeprefix("ال")[:3] == stem[:3]) if word.endswith("ه") else ranks
    return _Courtesy(prefix, at + 1, styles, ranks)


def _meant(document: Document, named: Sequence[Mention], at: int, found: _Courtesy) -> Mention | None:
    """Who was told with the courtesy, else with an office it goes with; of several the last who did something."""
    before = [m for m in named if m.first < at]
    people = [m for m in before if m.kind is Kind.PERSON]
    told = [m for m in people if not found.styles.isdisjoint(_words_of(document, m))]
    if not told and (not found.styles or len({m.referent for m in people}) == 1):
        told = [m for m in people if not found.ranks.isdisjoint(_words_of(document, m))]
    meant = {m.referent: m for m in reversed(told)}  # as he was told first
    if len(meant) < 2:
        return told[0] if told else None
    acting = (m for m in reversed(before) if m.referent in meant and _acts(document, m))
    return next((meant[m.referent] for m in acting), None)


def _acts(document: Document, person: Mention) -> bool:
    at = person.first
    while at and is_courtesy(document.norms[at - 1]):
        at -= 1  # "وأكد معالي الوزير"
    before = document.norms[at - 1] if at else ""
    return not person.prefix and (before in sayings() or before in _verbs())


def _words_of(document: Document, person: Mention) -> frozenset[str]:
    norms = document.norms[max(0, person.first - 2) : person.last]
    return frozenset(rest for norm in norms for rest in (norm, norm.lstrip("وفبل")))  # "ومعالي فلان"


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Courtesies, perhaps with what is glued to them → what is glued, and the courtesy."""
    return {glued + word: (glued, word) for word in (*_told(), *_words("highness")) for glued in _GLUED}


@cache
def _told() -> dict[str, frozenset[str]]:
    return {fold(word): frozenset(map(fold, told)) for word, told in read_toml("honours.toml")["words"].items()}


@cache
def _royal() -> frozenset[str]:
    return _words("royal")


@cache
def _words(name: str) -> frozenset[str]:
    return word_list("honours.toml", name)


@cache
def _verbs() -> frozenset[str]:
    """Verbs behind which a doubtful courtesy is one."""
    return _words("doing") | {"و" + word for word in _words("doing")} | frozenset(verb_forms())
