"""Bodies that are told by their meetings: "اجتماع المبادرة الأطلسية", "قمة شركاء الإقليم", "حوار 5+5".

An initiative, a partnership or a circle of friends is no body by its noun; behind the noun of a meeting it is the one that
meets there, and everywhere else in the article where it is called so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.bodies import names as body_names
from ingest.mentions.bodies import starts as body_starts
from ingest.mentions.bodies.candidates import Candidate
from ingest.mentions.bodies.heads import Head
from ingest.mentions.bodies.lands import land_words, place_words
from ingest.mentions.bodies.starts import Start
from ingest.parts import Document, Token
from ingest.word_lists import word_list

_BACK = 7  # tokens from a body to the noun of its meeting
_MEETING = frozenset({"noun", "session", "plural", "works", "edition", "forum"})
_LONGEST = 12


@cache
def _words(name: str) -> frozenset[str]:
    return word_list("met_bodies.toml", name)


def _forms(nouns: Iterable[str]) -> dict[str, Start]:
    return body_starts.forms_of({noun: Head(noun, "Coalition", False) for noun in sorted(nouns)})


@cache
def _heads() -> dict[str, Start]:
    return _forms(body_heads.met_nouns())


@cache
def _meetings() -> dict[str, Start]:
    stems = {fold(row["stem"]) for row in read_tsv("meeting_words.tsv") if row["class"] in _MEETING}
    return _forms(stem for stem in stems if " " not in stem)


def told(document: Document) -> list[Candidate]:
    """Every place where an article names a body that it tells by a meeting of it."""
    places = document.where(_heads().keys() & document.words)
    names: dict[tuple[str, ...], bool] = {}
    for at in places:
        end = _named(document.tokens, at) if _meets(document.tokens, at) else at
        if end > at + 1:
            names[_name(document.tokens, at, end)] = True
    if not names:
        return []
    nouns = {name[0] for name in names} & _words("bare")
    return [found for at in places if (found := _called(document.tokens, at, names) or _again(document.tokens, at, nouns))]


def _name(tokens: Sequence[Token], at: int, end: int) -> tuple[str, ...]:
    return (_heads()[tokens[at].norm].head.noun, *(token.norm for token in tokens[at + 1 : end]))


def _called(tokens: Sequence[Token], at: int, names: dict[tuple[str, ...], bool]) -> Candidate | None:
    """The longest of the names that begins at a token."""
    form = _heads()[tokens[at].norm]
    for end in range(min(at + _LONGEST, len(tokens)), at + 1, -1):
        if _name(tokens, at, end) in names:
            plain = tuple(token.norm for token in tokens[at + 1 : end] if token.is_word or token.is_number)
            first = ("ال" if form.definite else "") + form.head.noun
            lost = form.definite and form.prefix.endswith("ل")
            return Candidate(
                at, end, form.prefix, form.cut, "told by a meeting", None, None, False, (first, *plain), lost
            )
    return None


def _again(tokens: Sequence[Token], at: int, nouns: set[str]) -> Candidate | None:
    """ "المبادرة" alone, where an initiative was told by its meeting."""
    form = _heads()[tokens[at].norm]
    if not form.definite or form.head.noun not in nouns:
        return None
    return Candidate(at, at + 1, form.prefix, form.cut, "points back", head=form.head.noun, coref=True)


def _meets(tokens: Sequence[Token], at: int) -> bool:
    """Does a body begin behind the noun of a meeting, its ordinal and adjectives and the people who meet?"""
    form = _heads()[tokens[at].norm]
    index, bound = at - 1, form.prefix.endswith("ل")
    while index >= max(at - _BACK, 0):
        word = tokens[index].norm
        meeting = _meetings().get(word)
        if meeting is not None:
            owned = meeting.definite and form.prefix.endswith("ل") and not form.definite  # "المؤتمر الأول لشراكة المناخ"
            topic = meeting.head.noun in _words("conferences") and form.head.noun in _words("topics") and not owned
            return not topic and (bound if meeting.definite or index < at - 1 else form.prefix in ("", "ل"))
        if word in _words("people"):
            bound = bound or word.startswith("ل") or form.prefix == ""
        elif not (word.isdigit() or word in _words("between") or (word.startswith("ال") and word not in _ends())):
            return False
        index -= 1
    return False


@cache
def _ends() -> frozenset[str]:
    """Relatives and verbs that begin like words with the article: no adjective of a meeting ("الأول", "السابقة") is one."""
    return frozenset(w for w in body_heads.words("stops") if w.startswith(("الذ", "الت", "الل")))


def _named(tokens: Sequence[Token], at: int) -> int:
    """The end of the name that begins at a token; the next one if nothing but the noun is there."""
    form = _heads()[tokens[at].norm]
    if form.head.noun in _words("heads") or form.definite:
        if at + 1 == len(tokens) or (form.definite and tokens[at + 1].norm in _words("inner")):
            return at + 1
        start = Start(form.head, "", 0, form.definite)
        end = body_names.end_of_name(tokens, at, len(tokens), start)
        if end > at + 1 and (form.definite or form.head.noun not in _words("of_places")):
            return _sums(tokens, end)
    if (end := _sums(tokens, at + 1)) > at + 1:
        return end
    if form.head.noun not in _words("annexed") or form.definite or at + 1 >= len(tokens):
        return at + 1
    word = tokens[at + 1].norm
    if word in place_words() or word in land_words() or word in land_words(definite=True):
        return at + 2
    start = Start(form.head, "", 0, False)
    return body_names.end_of_name(tokens, at, len(tokens), start) if form.head.noun not in _words("of_places") else at + 1


def _sums(tokens: Sequence[Token], at: int) -> int:
    """ "5+5", "3 + 3"."""
    sums = at + 2 < len(tokens) and tokens[at].is_number and tokens[at + 1].norm == "+" and tokens[at + 2].is_number
    return at + 3 if sums else at
