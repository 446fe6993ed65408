"""Names of coalitions that only the extractors of membership need: "مبادرة جوار الساحل", "صيغة 3+3", "الرباعية".

Elsewhere an initiative or a dialogue is no actor. Here such a phrase is the body whose members are told; also a name goes
on over its short form in brackets ("رابطة دول جنوب شرق آسيا (آسيان)") and over numbers ("مجموعة الدول الخمس").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.bodies import names as body_names
from ingest.mentions.bodies import quoted_words
from ingest.mentions.bodies.gloss import gloss
from ingest.mentions.bodies.heads import Head
from ingest.mentions.bodies.starts import Start, forms_of
from ingest.mentions.gazetteer import name_span
from ingest.parts import Token
from ingest.word_lists import word_lists
from kg.claim import Referent
from kg.vocabulary import M

_AROUND = frozenset({Kind.PLACE, Kind.COUNTRY, Kind.NISBA, Kind.GROUP})
_QUOTES = quoted_words.OPENING | quoted_words.CLOSING
NAMED = "name of a coalition"
_CHARTER = 3   # tokens behind the name of a charter in which it is told that it founds a body
_BRACKET = 5   # tokens in brackets that may be a short name


@cache
def belonging() -> dict[str, frozenset[str]]:
    """The word lists of `lexicon/belonging.toml`."""
    return word_lists("belonging.toml")


@cache
def _starts() -> dict[str, Start]:
    """Head nouns of such names with their clitics, and numbers that are names ("الرباعية")."""
    lists = (belonging()[name] for name in ("heads", "heads_of_numbers", "alone"))
    heads, numbers, alone = ({noun: Head(noun, "Coalition", False) for noun in nouns} for nouns in lists)
    return forms_of(heads | numbers, heads | alone)


def named(reading: Reading) -> tuple[Mention, ...]:
    """The mentions of a reading, with these names."""
    document = reading.document
    places = document.once("more names", lambda: document.where(_starts().keys() & document.words))
    mentions = [_longer(document.tokens, m) if m.kind in BODIES else m for m in reading.mentions]
    found = list(_found(Reading(document, tuple(mentions)), places))
    taken = {i for m in found for i in range(m.first, m.last)}
    kept: list[Mention] = []
    for mention in sorted([*found, *(m for m in mentions if m.first not in taken)], key=lambda m: m.first):
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return tuple(kept)


def _longer(tokens: Sequence[Token], mention: Mention) -> Mention:
    """The mention with the short name in brackets and the "5+5" that follow it."""
    last = mention.last
    if last < len(tokens) and tokens[last].norm == "(":
        closing = next((i for i in range(last + 1, min(last + _BRACKET, len(tokens))) if tokens[i].norm == ")"), None)
        inside = range(last + 1, closing or last + 1)
        short = all(tokens[i].norm.isascii() or tokens[i].norm in _QUOTES for i in inside) or len(inside) == 1
        if closing is not None and short and not any(tokens[i].is_number for i in inside):
            last = closing + 1
    last = max(last, _plus(tokens, last))
    return replace(mention, last=last) if last != mention.last else mention


def _plus(tokens: Sequence[Token], at: int) -> int:
    """The end of "5+5", "5 زائد 5" at a token, perhaps in quotation marks; the token itself if there is none."""
    i = at + (at < len(tokens) and tokens[at].norm in _QUOTES)
    if i + 2 < len(tokens) and tokens[i].is_number and tokens[i + 1].norm in belonging()["plus"] and tokens[i + 2].is_number:
        end = i + 3
        return end + (i > at and end < len(tokens) and tokens[end].norm in _QUOTES)
    return at


def _short(tokens: Sequence[Token], at: int) -> int:
    """The end of a short name in Latin letters and a number ("A3", «E3») at a token."""
    i = at + (at < len(tokens) and tokens[at].norm in _QUOTES)
    if i + 1 < len(tokens) and tokens[i].norm.isascii() and tokens[i].norm.isalpha() and tokens[i + 1].is_number:
        end = i + 2
        return end + (i > at and end < len(tokens) and tokens[end].norm in _QUOTES)
    return at


def _found(reading: Reading, places: Sequence[int]) -> Iterator[Mention]:
    tokens = reading.document.tokens
    bodies = {i for m in reading.mentions if m.kind in BODIES | {Kind.MEETING} for i in range(m.first, m.last)}
    for at in places:
        start = _starts()[tokens[at].norm]
        if at in bodies:
            continue
        end = _end(reading, at, start)
        if end is not None and not _is_deed(reading, at, end, start):
            yield _mention(reading, at, end, start)


def _is_deed(reading: Reading, at: int, end: int, start: Start) -> bool:
    """Whether a charter is the deed of another body and none itself: "ميثاق التعاون لأوبك+", "الميثاق المؤسس للاتحاد"."""
    if start.head.noun not in belonging()["deed"]:
        return False
    if not belonging()["founding_adjectives"].isdisjoint(reading.document.norms[at + 1 : end + _CHARTER]):
        return True
    return any(m.kind in BODIES and m.prefix == "ل" for m in reading.starting(end, end + 1))


def _end(reading: Reading, at: int, start: Start) -> int | None:
    """The end of the name that begins at a token; None if it is no name."""
    tokens = reading.document.tokens
    limit = reading.document.sentence_at(at).last
    before = tokens[at - 1].norm if at else ""
    alone = start.definite and start.head.noun in belonging()["alone"]
    if alone and before.lstrip("وبل").startswith(("ال", "لل")) and before not in belonging()["at_a_place"]:
        return None  # "اللجنة الرباعية": an adjective
    if (plus := max(_plus(tokens, at + 1), _short(tokens, at + 1))) > at + 1:
        return plus
    if start.head.noun in belonging()["heads_of_numbers"]:
        return None
    end = body_names.end_of_name(tokens, at, limit, start)
    if end == at + 1 and not start.definite:
        place = next((m for m in reading.starting(at + 1, at + 2) if m.kind in _AROUND and not m.prefix), None)
        end = place.last if place is not None else _plain(tokens, at, limit)
    while alone and end > at + 1 and tokens[end - 1].norm in body_heads.words("concerned"):
        end -= 1  # "الترويكا المعنية بالسودان"
    return end if end > at + 1 or alone else None


def _plain(tokens: Sequence[Token], at: int, limit: int) -> int:
    """"مبادرة جوار الساحل", "منصة طاقة المتوسط": an annexation of two nouns."""
    if at + 2 < limit and body_names.is_definite(tokens[at + 2].norm) and tokens[at + 1].is_word:
        inner = tokens[at + 1].norm
        if len(inner) > 2 and inner[0] not in "ولبكف" and inner not in body_heads.words("stops"):
            return at + 3
    return at + 1


def _mention(reading: Reading, at: int, end: int, start: Start) -> Mention:
    document = reading.document
    span = name_span(document, at, end, start.cut)
    text = " ".join(document.text[span.start : span.end].split())
    if start.definite and start.prefix.endswith("ل"):
        text = "ال" + text
    key = fold(text).strip()
    referent = Referent(M.Coalition, key, text, gloss(text), surfaces=(text,))
    return Mention(Kind.COALITION, at, end, span, referent, NAMED, start.prefix)
