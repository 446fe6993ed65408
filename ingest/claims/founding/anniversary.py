"""Foundings told by their anniversary: "الذكرى الأربعون لتأسيس المجلس", "مرور عشرين عاما على إنشاء الوكالة".

That the body was founded is taken for granted there, so it is told as done however the feast itself stands. The year follows
from the number of years and the year in which the article appeared. Words: `lexicon/founding.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest import numerals
from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, words_of
from ingest.claims.collective import opened, owner
from ingest.claims.founding.predicates import is_formed
from ingest.claims.founding.telling import Telling, words
from ingest.mention import BODIES, Reading
from ingest.parts import Zone
from ingest.sieve import Sieve
from ingest.tenses import is_future_form
from ingest.word_lists import is_in
from kg.claim import Modality, PartialDate, Referent, Span

_REACH = 8      # elements from "anniversary" to the noun of founding
_MOST = 300     # years
_NAME = 2       # words of a name


def _opens(norm: str) -> bool:
    """Whether a word is of a feast or of years that pass, perhaps behind "ب"."""
    return is_in(norm, words()["anniversary"]) or is_in(norm.removeprefix("ب"), words()["passing"])


_may_tell = Sieve(_opens)


def read(reading: Reading) -> Iterator[Telling]:
    """The foundings of an Arabic article that an anniversary tells."""
    if reading.document.language not in ("ar", "und"):
        return
    reading = opened(reading)
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        for row, at in words_of(reading, sentence, "anniversaries", _may_tell):
            if (telling := _told(row, at)) is not None:
                yield telling


def _told(row: Clause, at: int) -> Telling | None:
    passing = not is_in(row.norm(at), words()["anniversary"])
    making = _making(row, at, passing=passing)
    years = None if making is None else _years(row, at, making)
    if making is None or years is None:
        return None  # "في ذكرى تأسيس الحلف" tells nothing of the founding
    body, end = _body(row, making)
    if body is None or (body.authority is None and (len(body.key.split()) < _NAME or is_formed(body, row.norm(making)))):
        return None
    span = row.span(at, end) or Span(row.sentence.start, row.sentence.end)
    return Telling(body, Modality.ASSERTED, span, "founding.anniversary", _year(row, at, making, years), (), None)


def _making(row: Clause, at: int, *, passing: bool) -> int | None:
    """The noun of founding: "الذكرى … لتأسيس", "ذكرى تأسيس", "مرور … على تأسيس"."""
    for i in range(at + 1, min(at + _REACH, len(row.elements))):
        norm = row.norm(i)
        if norm in STOPS | COMMAS:
            return None
        noun = norm.removeprefix("ل")
        if noun in words()["making"] | words()["its_making"]:
            governed = row.norm(i - 1) == "علي" if passing else noun != norm or i == at + 1
            return i if governed else None
    return None


def _body(row: Clause, making: int) -> tuple[Referent | None, int]:
    """What was founded, behind the noun or by its suffix, and the element behind it."""
    noun = row.norm(making).removeprefix("ل")
    if noun in words()["its_making"]:
        return owner(row.reading, row.elements[making].first, feminine=noun.endswith("ها")), making + 1
    at = making + 1 + (row.norm(making + 1) in QUOTES)
    mention = row.elements[at].mention if at < len(row.elements) else None
    if mention is None or mention.kind not in BODIES or mention.prefix:
        return None, at
    return mention.referent, at + 1


def _years(row: Clause, at: int, making: int) -> numerals.Numeral | None:
    """How many years ago it was."""
    first, last = row.elements[at + 1].first, row.elements[making].first
    found = (numerals.read(row.reading.document.tokens, i, last) for i in range(first, last))
    number = next((n for n in found if n is not None), None)
    return number if number is not None and 0 < number.value < _MOST and not number.vague else None


def _year(row: Clause, at: int, making: int, years: numerals.Numeral) -> PartialDate | None:
    """The year of publication less the years; none where they are told roughly, or the sentence names another time."""
    published = row.reading.document.article.published
    told = {e.mention.date.start.year for e in row.elements if e.mention is not None and e.mention.date is not None
            and e.mention.date.start is not None}
    rough = any(e.mention is not None and e.mention.quantity is not None and e.mention.quantity.comparator != "exactly"
                for e in row.elements[at:making])
    if published is None or rough or told - {published.year} or _elsewhen(row, at):
        return None
    return PartialDate(published.year - int(years.value))


def _elsewhen(row: Clause, at: int) -> bool:
    """Whether a word is of another time than that of the article: "قبل", "كان", a verb to come; not "بعد مرور"."""
    after = at - 1 if is_in(row.norm(at), words()["passing"]) and row.norm(at - 1) == "بعد" else -1
    norms = (row.norm(i) for i in range(len(row.elements)) if i != after)
    return any(is_in(norm, words()["other_time"]) or is_future_form(norm) for norm in norms)
