"""The one state of an article that "المملكة" or "السلطنة" calls, which is a mention of it then.

Where the place of the dispatch or the only kingdom named tells it, `ingest.mentions.realms` has read it before. Else it is
the only kingdom that is named, itself or by an office. One that stands beside the word in a list is another ("المملكة
والإمارات والبحرين"); where none is left, the cities of one kingdom, or the title of its king, tell it.
"""

from __future__ import annotations

from functools import cache

from ingest.mentions.countries import country
from ingest.mentions.mention import Kind, Mention, Reading
from ingest.mentions.places import country_of
from ingest.sieve import Sieve
from ingest.word_lists import word_lists
from kg.claim import Referent, Span

_LISTED = 30  # tokens on either side in which the list goes on
_CUSTODIAN = "sa"  # whose king is called "خادم الحرمين"


@cache
def _lists() -> dict[str, frozenset[str]]:
    return word_lists("belonging.toml")


_called = Sieve(lambda norm: norm in _lists()["kingdom"] | _lists()["sultanate"])


def with_realms(reading: Reading) -> Reading:
    """The reading in which these words are mentions, where nothing else covers them."""
    places = reading.document.once("realm words", lambda: reading.document.sifted(_called))
    if not places:
        return reading
    covered = {i for m in reading.mentions for i in range(m.first, m.last)}
    found = [m for at in places if at not in covered and (m := realm(reading, at)) is not None]
    if not found:
        return reading
    return Reading(reading.document, tuple(sorted((*reading.mentions, *found), key=lambda m: m.first)))


def realm(reading: Reading, at: int) -> Mention | None:
    """The mention of a state that such a word is."""
    token = reading.document.tokens[at]
    called = token.norm in _lists()["sultanate"]
    names = (("kingdom", "kingdoms"), ("sultanate", "sultanates"))
    state = reading.once("realms", 0, lambda: tuple(_realm(reading, *name) for name in names))[called]
    if state is None:
        return None
    prefix = "و" if token.norm.startswith("وال") else ""
    return Mention(Kind.COUNTRY, at, at + 1, Span(token.start, token.end), state, "realm", prefix, coref=True)


def _realm(reading: Reading, called: str, states: str) -> Referent | None:
    codes, document = _lists()[states], reading.document
    places = [at for word in _lists()[called] for at in document.places.get(word, ())]
    if not places:
        return None
    of = {r.key: r for m in reading.mentions if (r := m.post.of if m.post is not None else m.referent) is not None}
    beside = {key for at in places for key in _beside(reading, at)}
    named = [r for key, r in of.items() if key.removeprefix("country/").lower() in codes and key not in beside]
    if named:
        return named[0] if len(named) == 1 else None
    cities = {country_of(m.referent.key) for m in reading.mentions if m.kind is Kind.PLACE and m.referent is not None}
    lands = {code.lower() for code in cities if code is not None and f"country/{code.upper()}" not in beside} & codes
    if not document.words.isdisjoint(_lists()["custodian"]):
        lands = lands & {_CUSTODIAN} or lands
    return country(lands.pop().upper()) if len(lands) == 1 else None


def _beside(reading: Reading, at: int) -> set[str]:
    """The states in one list with the word."""
    tokens, found = reading.document.tokens, set()
    end = at + 1
    for mention in reading.starting(at + 1, at + _LISTED):
        if mention.kind is not Kind.COUNTRY or mention.prefix != "و" or any(
            tokens[i].norm not in _lists()["between"] for i in range(end, mention.first)
        ):
            break
        end = mention.last
        found.add("" if mention.referent is None else mention.referent.key)
    first = at if tokens[at].norm.startswith("وال") else -1
    for mention in reversed([*reading.starting(max(0, at - _LISTED), at)] if first >= 0 else []):
        if mention.kind is not Kind.COUNTRY or any(
            tokens[i].norm not in _lists()["between"] for i in range(mention.last, first)
        ):
            break
        first = mention.first
        found.add("" if mention.referent is None else mention.referent.key)
    return found
