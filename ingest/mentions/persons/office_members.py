"""Holders of an office of several who are told as some of them: "رؤساء سابقون من بينهم X وY", "السفراء، ومنهم X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.mention import Kind, Mention
from ingest.mentions.names.bounds import Name
from ingest.mentions.persons.phrases import COMMA, Person, Phrases
from ingest.mentions.titles.posts import portfolio
from ingest.mentions.words.courtesy import skip_honorifics
from ingest.mentions.words.name_words import is_verbal
from ingest.mentions.words.title_heads import SEVERAL, Title, heads, title_words

_REASON = "list of holders of one office"
_LONG = 8  # tokens of the longest office of several
_MOST = 12  # names of the longest list
_PLURAL = ("ون", "ين", "ان")
_LED = frozenset({"من", "ومن", "في", "وفي", "علي", "وعلي"})
_LANDS = frozenset({Kind.COUNTRY, Kind.NISBA})


def members(phrases: Phrases) -> Iterator[Person]:
    """Those named behind "among them", each with the office of all."""
    document = phrases.document
    for at in document.where(title_words()["among"] & document.words):
        end = at - (at > 0 and document.norms[at - 1] in _LED)
        end -= end > 0 and document.norms[end - 1] in COMMA
        title = _office(phrases, end) if end > 0 else None
        if title is None:
            continue
        row = _row(phrases, at + 1)
        for name in row if any(one.sure for one in row) else ():
            yield Person(phrases.honorifics_before(name.first), name.last, name, [title], _REASON)


def _office(phrases: Phrases, end: int) -> Title | None:
    """The office of several that ends at a token."""
    home = phrases.names.sentence
    for first in range(end - 1, max(-1, end - 1 - _LONG), -1):
        if home[first] != home[end]:
            return None
        hit = heads().with_clitics(phrases.tokens, first)
        whole = heads().with_clitics(phrases.tokens, first - 1) if first and hit is not None else None
        if hit is None or hit[2].form not in SEVERAL or (whole is not None and whole[1] >= hit[1]):
            continue  # "رؤساء وزراء"
        title = phrases.title_at.get(first) or Title(
            first, hit[1], hit[1], hit[0], hit[2], hit[1], False, False, False, False, (), None
        )
        return _whole(phrases, title, end)
    return None


def _whole(phrases: Phrases, title: Title, end: int) -> Title | None:
    """An office with all that stands behind its head up to a token, where these words are its matter and adjectives."""
    starts, at = phrases.reader.starts, title.head_last
    lands: list[Mention] = []
    while at < end:
        mention = starts.get(at)
        if mention is not None and mention.kind in _LANDS and not mention.prefix:
            lands.append(mention)
            at = mention.last
        elif _agrees(phrases, at) or (at == title.head_last and portfolio(phrases.tokens, at)):
            at += 1
        else:
            return None
    norms = phrases.document.norms[title.head_last : end]
    former = title.former or any(_is_former(norm) for norm in norms)
    told = former or bool(lands) or at > title.head_last
    if at != end or not (told or title.head.definite):
        return None
    return replace(title, last=end, safe=end, extended=title.extended or told, former=former, inside=tuple(lands))


def _agrees(phrases: Phrases, at: int) -> bool:
    """Whether a word may be an adjective of several persons."""
    norm = phrases.tokens[at].norm
    return norm in title_words()["plural"] or (len(norm) > 3 and norm.endswith(_PLURAL) and not is_verbal(norm))


def _is_former(norm: str) -> bool:
    words = title_words()["former"]
    return norm in words or norm.removesuffix("ون").removesuffix("ين").removesuffix("ان") in words


def _row(phrases: Phrases, at: int) -> Sequence[Name]:
    """Full names joined by "and" or by commas, up to the first item that is none or has an office of its own."""
    tokens, home = phrases.tokens, phrases.names.sentence
    at += at < len(tokens) and tokens[at].norm == ":"
    found: list[Name] = []
    while at < len(tokens) and home[at] == home[at - 1] and len(found) < _MOST:
        start = skip_honorifics(phrases.document, at)
        name = None if start in phrases.title_at else phrases.names.forward(start, clitics=bool(found))
        beside = bool(found) and at == found[-1].last  # with no comma between
        joined = name is not None and (name.prefix == "و" or (name.prefix == "" and not beside))
        if name is None or name.parts < 2 or not joined:
            break
        found.append(name)
        at = name.last
        at += at < len(tokens) and tokens[at].norm in "،,"
    return found
