""" "المملكة" or "السلطنة" alone: the state from whose capital an article is dated, or the only one that it names so.

One that stands beside the word in a list is another ("المملكة والإمارات والبحرين"). Where none is named, the cities of one
such state tell which it is, or the title of its king.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import country, of_capital
from ingest.mentions.lands.places import country_of
from ingest.mentions.trie import name_start
from ingest.parts import Document, Zone
from ingest.word_lists import word_lists
from kg.claim import Referent, Span

_HEAD = 4  # sentences at the head of an article in which it is dated
_DATELINE = 5  # tokens at the head of a sentence in which the place of the dispatch stands
_GLUED = ("", "و", "ف", "ب", "ل", "ول", "وب")
_DATED = 40    # tokens at the head of an article in which its agency stands
_SIGNED = 8    # tokens at its end in which it does
_CUSTODIAN = "sa"  # whose king is called "خادم الحرمين"


def find(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """The places where an article calls a state so, none of them within a name; `found` are its countries and places."""
    lands = sorted((m for m in found if m.kind in (Kind.COUNTRY, Kind.NISBA)), key=lambda m: m.first)
    cities = [m for m in found if m.kind is Kind.PLACE]
    covered = {i for m in found for i in range(m.first, m.last)}
    made: list[Mention] = []
    for called, codes in (("kingdom", _words("kingdoms")), ("sultanate", _words("sultanates"))):
        forms = _forms(called)
        standing = document.where(forms.keys() & document.words)
        places = [at for at in standing if at not in covered and not _goes_on(document, at)]
        home = _home(document) if places else None
        general = _state(document, home, lands, cities, codes, places) if places else None
        for at in places if general is not None else ():
            state = (None if home is not None else _of_sentence(document, lands, codes, at)) or general
            prefix, token = forms[document.norms[at]], document.tokens[at]
            name = Span(name_start(token, document.text, prefix), token.end)
            made.append(Mention(Kind.COUNTRY, at, at + 1, name, state, "the state spoken of", prefix, coref=True))
    return made


def _state(
    document: Document, home: Referent | None, lands: Sequence[Mention], cities: Sequence[Mention], codes: Collection[str],
    places: Sequence[int],
) -> Referent | None:
    """That of the dispatch; else the only one named, of several the one named in full; else the one of the cities."""
    if home is not None:
        return home if _code(home) in codes else None
    beside = {key for at in places for key in _beside(document, lands, at)}
    told = [m for m in lands if m.referent is not None and _code(m.referent) in codes and m.referent.key not in beside]
    kingdom = tuple([word.removeprefix("ا") for word in _words("kingdom")])
    full = [m for m in told if document.norms[m.first].endswith(kingdom)]
    often = [m for m in told if m.referent is not None and _code(m.referent) not in _words("small_kingdoms")]
    for named in (often, full) if told else ():
        states = {m.referent.key: m.referent for m in named if m.referent is not None}
        if len(states) == 1:
            return next(iter(states.values()))
    return None if told else _by_cities(document, cities, codes, beside)


def _of_sentence(
    document: Document, lands: Sequence[Mention], codes: Collection[str], at: int
) -> Referent | None:
    """The only such state that the sentence names in front of the word: "الوفد المغربي سيعرض خطة تشرف عليها المملكة"."""
    begin = bisect_left(lands, document.sentence_at(at).first, key=_first)
    here = lands[begin : bisect_left(lands, at, begin, key=_first)]
    near = {m.referent.key: m.referent for m in here if m.referent is not None}
    named = [state for state in near.values() if _code(state) in codes]
    return named[0] if len(named) == 1 else None


def _first(mention: Mention) -> int:
    return mention.first


def _by_cities(
    document: Document, cities: Sequence[Mention], codes: Collection[str], beside: Collection[str]
) -> Referent | None:
    iso = {country_of(m.referent.key) for m in cities if m.referent is not None}
    free = (code for code in iso if code is not None and f"country/{code.upper()}" not in beside)
    lands = {code.lower() for code in free} & {*codes}
    if not document.words.isdisjoint(_words("custodian")):
        lands = lands & {_CUSTODIAN} or lands
    return country(lands.pop().upper()) if len(lands) == 1 else None


def _home(document: Document) -> Referent | None:
    """The state whose news agency sends it, "المنامة 20 ديسمبر 2016 م واس"; else that from whose capital an article is
    dated, if one is called so: "الرياض 09 صفر 1443 هـ", "«عكاظ» (الرياض)"."""
    if (code := _agency(document)) is not None:
        return country(code.upper())
    for sentence in document.sentences[:_HEAD]:
        if sentence.zone is not Zone.BODY:
            continue
        for at in range(sentence.first, min(sentence.last, sentence.first + _DATELINE)):
            hit = of_capital(document.tokens, at)
            if hit is not None and not hit[0]:
                return hit[2] if _code(hit[2]) in _words("kingdoms") | _words("sultanates") else None
    return None


def _agency(document: Document) -> str | None:
    """The state whose agency is named beside a mark in the dateline or at the very end: "(بترا)", "- بنا"."""
    head = document.sentences[min(_HEAD, len(document.sentences)) - 1].last if document.sentences else 0
    last = len(document.tokens)
    for at in (*range(min(head, _DATED)), *range(max(0, last - _SIGNED), last)):
        code = _agencies().get(document.norms[at])
        beside = document.tokens[at + 1 : at + 2]
        marked = at > 0 and not document.tokens[at - 1].is_word
        ends = not beside or not beside[0].is_word or "\n" in document.text[document.tokens[at].end : beside[0].start]
        if code is not None and (marked or ends):
            return code
    return None


@cache
def _agencies() -> dict[str, str]:
    pairs = [signed.rpartition(" ") for signed in sorted(_words("agencies"))]
    return {word: code for word, _, code in pairs}


def _beside(document: Document, lands: Sequence[Mention], at: int) -> Iterator[str]:
    """The states in one list with the word."""
    end = at + 1
    for mention in (m for m in lands if m.first > at):
        if mention.kind is not Kind.COUNTRY or mention.prefix != "و" or not _joins(document, end, mention.first):
            break
        end = mention.last
        yield "" if mention.referent is None else mention.referent.key
    first = at
    for mention in (m for m in reversed(lands) if m.last <= at) if document.norms[at].startswith("وال") else ():
        if mention.kind is not Kind.COUNTRY or not _joins(document, mention.last, first):
            break
        first = mention.first
        yield "" if mention.referent is None else mention.referent.key


def _joins(document: Document, first: int, last: int) -> bool:
    return all(document.norms[i] in _words("between") for i in range(first, last))


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
def _forms(called: str) -> dict[str, str]:
    """ "المملكة" with what may be glued to it → what is glued."""
    made: dict[str, str] = {}
    for word in _words(called):
        made |= {glued + (word[1:] if glued.endswith("ل") else word): glued for glued in _GLUED}
    return made


def _words(name: str) -> frozenset[str]:
    return word_lists("belonging.toml")[name]
