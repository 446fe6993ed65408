"""Number and money mentions: counts with comparator and counted noun, percentages, sums of money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest import numerals, quantities
from ingest.mention import Kind, Mention, Quantity
from ingest.mentions.gazetteer import name_span
from ingest.numerals import Numeral
from ingest.parts import Document, Token, Zone, within
from ingest.sieve import Sieve
from kg.claim import Span

PERCENT = "%"
_YEARS = (1900, 2100)
_LINKS = frozenset(":+*")


def find(document: Document, taken: Sequence[Mention] = ()) -> list[Mention]:
    """Numbers and sums of money in titles and body text, in order, not overlapping; none that touches a mention of `taken`.

    The tokens cover comparator and number ("أكثر من 80"), for percentages and money also the sign or currency words; `name`
    is the bare number. The unit is the folded counted noun ("دوله", "%"). Ordinals, labels ("المادة 5"), vague plurals
    ("آلاف") and bare years are no numbers here. Tags: "definite" ("الدول الـ 79"), "dual" ("دولتين"), "words".
    """
    used = {i for mention in taken for i in range(mention.first, mention.last)}
    return list(_find(document, used))


def _find(document: Document, used: set[int]) -> Iterator[Mention]:
    places = document.sifted(_starting)
    for sentence in document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        after = sentence.first
        for i in within(places, sentence):
            if i < after or i in used:
                continue
            mention, after = _at(document, i, sentence.first, sentence.last)
            if mention is not None and used.isdisjoint(range(mention.first, mention.last)):
                yield mention
                after = mention.last


def _may_start(norm: str) -> bool:
    """Whether a number, a number word or a dual noun could begin here."""
    return norm[0].isdigit() or numerals.split(norm)[1] is not None or quantities.starts_dual(norm)


_starting = Sieve(_may_start)


def _at(document: Document, i: int, first: int, last: int) -> tuple[Mention | None, int]:
    """The mention that starts at token `i`, if any, and the token at which to go on."""
    tokens = document.tokens
    numeral = numerals.read(tokens, i, last)
    if numeral is None:
        return _dual(tokens, i, last), i + 1
    label = quantities.labels(tokens, first, i, numeral.last, last)
    if numeral.ordinal or numeral.vague or label or _linked(tokens, numeral, first, last):
        return None, numeral.last
    return _mention(document, numeral, first, last), numeral.last


def _dual(tokens: Sequence[Token], i: int, last: int) -> Mention | None:
    near = quantities.dual(tokens, i, last) if tokens[i].is_word else None
    if near is None:
        return None
    span = Span(tokens[i].start, tokens[i + near.length - 1].end)
    quantity = Quantity(Decimal(2), "exactly", near.value)
    return Mention(
        Kind.NUMBER, i, i + near.length, span, None, "number.dual", quantity=quantity, tags=frozenset({"dual"})
    )


def _linked(tokens: Sequence[Token], numeral: Numeral, first: int, last: int) -> bool:
    """Times (10:30), scores, "5+5", list marks and letters glued to digits are no counts."""
    before = tokens[numeral.first - 1] if numeral.first > first else None
    after = tokens[numeral.last] if numeral.last < last else None
    number = tokens[numeral.first]
    if before is not None and before.end == number.start:
        if before.norm in _LINKS or (before.norm.isascii() and before.is_word):
            return True
        if before.norm in ("-", "/") and numeral.first - 1 > first and tokens[numeral.first - 2].is_word:
            return True
    if after is None:
        return False
    touches = after.start == tokens[numeral.last - 1].end
    if before is None and numeral.digits and after.norm in ("-", "–", ".", ")", ":"):
        return True
    return touches and (after.norm in _LINKS or (numeral.digits and after.norm.isascii() and after.is_word))


def _mention(document: Document, numeral: Numeral, first: int, last: int) -> Mention | None:
    tokens, publisher = document.tokens, document.article.publisher
    begin, end = numeral.first, numeral.last
    prefix = numeral.prefix
    tags = set() if numeral.digits else {"words"}
    definite = _definite(tokens, numeral, first)
    if definite:
        tags.add("definite")
    near = quantities.comparator_before(tokens, first, begin)
    if near is not None:
        begin, prefix = begin - near.length, near.prefix
    comparator = near.value if near is not None else quantities.comparator_after(tokens, end, last) or "exactly"
    name = name_span(document, numeral.first, numeral.last, len(numeral.prefix))
    behind = end + _bracketed(tokens, numeral, first, last)  # "(250) ريالا"
    money = quantities.currency_at(tokens, behind, last, publisher)
    if money is None and numeral.first - 1 >= first:
        leading = quantities.currency_at(tokens, numeral.first - 1, numeral.first, publisher)
        if leading is not None and not tokens[numeral.first - 1].is_word:  # "$500"
            money, begin = (0, leading[1], leading[2]), min(begin, numeral.first - 1)
    if money is not None:
        length, word, code = money
        quantity = Quantity(numeral.value, comparator, word, code)
        stop = behind + length if length else end
        return Mention(
            Kind.MONEY, begin, stop, name, None, "money", prefix=prefix, quantity=quantity, tags=frozenset(tags)
        )
    share = quantities.percent(tokens, end, last)
    unit = PERCENT if share else quantities.unit_at(tokens, behind, last)
    if definite and not share:
        unit = quantities.definite_noun_before(tokens, first, begin - (tokens[begin - 1].norm == "ال")) or unit
    if _is_year(tokens[numeral.first], numeral) and near is None and not share and _not_counted(unit):
        return None
    quantity = Quantity(numeral.value, comparator, unit)
    return Mention(
        Kind.NUMBER, begin, end + share, name, None, "number.percent" if share else "number", prefix=prefix,
        quantity=quantity, tags=frozenset(tags),
    )


def _bracketed(tokens: Sequence[Token], numeral: Numeral, first: int, last: int) -> int:
    """1 where the number stands alone in round brackets, else 0."""
    inside = numeral.first > first and tokens[numeral.first - 1].norm == "("
    return int(inside and numeral.last < last and tokens[numeral.last].norm == ")")


def _definite(tokens: Sequence[Token], numeral: Numeral, first: int) -> bool:
    """"الدول الـ 79" and "الدول الست"."""
    if numeral.first == first:
        return False
    before = tokens[numeral.first - 1].norm
    if before in ("ال", "وال"):
        return True
    return not numeral.digits and tokens[numeral.first].norm.startswith("ال") and before.startswith("ال")


def _is_year(token: Token, numeral: Numeral) -> bool:
    return token.norm.isdigit() and len(token.norm) == 4 and _YEARS[0] <= numeral.value <= _YEARS[1]


def _not_counted(unit: str | None) -> bool:
    """A four-digit number between 1900 and 2100 counts something only before an indefinite noun without clitics."""
    return unit is None or unit.startswith(("ال", "ب", "و", "لل", "ل"))
