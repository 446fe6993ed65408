"""The words around a number: the phrase that tells what is counted, and the year it is told for."""

from __future__ import annotations

import unicodedata

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.figure.words import attends, words
from ingest.claims.participation.meeting import is_to_come
from ingest.claims.speech import openings, verb_at
from ingest.mention import Kind, Mention
from ingest.tenses import is_present_form

_BEFORE, _AFTER = 9, 8      # elements of the phrase around a number
_WIDE = 20                  # the same before it, where only so the noun is told that the phrase is about
_LONG = 15                  # elements before a number in a phrase that is cut
_SHORT = 3                  # a phrase of fewer elements before a number says too little
_MARKS = frozenset(":()[]")
_WHAT = 240                 # characters
_RECITED = 0.4              # vowel marks a letter above which a text is recited, not reported


def _stops(row: Clause, at: int, i: int) -> bool:
    """Whether the phrase around the number at `at` ends at element `i`; its own brackets and range do not end it."""
    element, norm = row.elements[i], row.elements[i].norm
    if element.mention is not None:
        return element.mention.quantity is not None and abs(i - at) > 3
    if norm in ("(", ")") and abs(i - at) <= 2:
        return False
    return norm in COMMAS | STOPS | QUOTES | _MARKS or norm in words()["ends"]


def denied(row: Clause, at: int) -> bool:
    """Whether the number stands under the denied verb of its own clause: "ولم تتعهد قطر بتقديم 50 مليون"."""
    for i in range(at - 1, max(-1, at - _BEFORE), -1):
        element, norm = row.elements[i], row.norm(i)
        if norm in words()["not"]:
            verb = row.norm(i + 1)
            return is_present_form(verb) and verb not in words()["not_denying"]
        if _stops(row, at, i) or norm in words()["out_of_denial"]:
            return False
        if element.mention is not None and element.mention.quantity is not None:
            return False
    return False


def _says(norm: str) -> bool:
    """Whether a word opens or reports speech, so that the phrase ends before it."""
    if not norm or norm in words()["amounts"]:
        return False
    return norm in openings()["that"] or (verb_at(norm) is not None and not norm.startswith("ت"))


def _back(row: Clause, at: int, begin: int, reach: int = _BEFORE) -> int:
    while at - begin < reach and not _bounded(row, at, begin):
        begin -= 1
    return begin


def _bounded(row: Clause, at: int, begin: int) -> bool:
    """Whether the phrase around the number at `at` cannot begin before element `begin`."""
    return begin <= 0 or _stops(row, at, begin - 1) or _says(row.norm(begin - 1))


def opened(row: Clause, at: int, begin: int) -> int:
    """Where the words begin that tell what a number counts: before the relative clause it stands in, with the noun that is
    related to; before the number told beside it ("600 كيلومتر غرب ... و400 شرق ..."); at the head of a long clause."""
    for _ in range(3):
        if begin <= 0 or at - begin >= _WIDE:
            break
        before = row.elements[begin - 1]
        if before.norm in openings()["relative"]:
            comma = row.norm(begin - 2) in COMMAS and begin > 2
            begin = _back(row, at, begin - 1 - comma, _WIDE)
        elif begin > 1 and before.norm in COMMAS | QUOTES and _measures(row, begin):
            begin = _back(row, at, begin - 1, _WIDE)
        elif before.mention is not None and before.mention.quantity is not None:
            begin = _back(row, begin - 1, begin - 1, _WIDE - at + begin)
        elif not _bounded(row, at, begin):
            begin = _back(row, at, begin, _WIDE)
        else:
            break
    if begin == at and begin > 0 and row.norm(at + 1) in STOPS | {""}:
        begin = _back(row, at - 1, at - 1, _WIDE)  # "مقابل رفض 20%"
    return begin if _bounded(row, at, begin) else _cut(row, at, begin)


def _measures(row: Clause, begin: int) -> bool:
    """Whether the phrase only measures the noun told before it: "..., بزيادة 5 في المائة", "..., من 10 ملايين إلى"."""
    following = row.elements[begin + 1].mention if begin + 1 < len(row.elements) else None
    change = row.norm(begin) == "من" and following is not None and following.quantity is not None
    return row.norm(begin) in words()["measures"] or change


def _cut(row: Clause, at: int, begin: int) -> int:
    """Where a phrase that is too long may be cut: before a verb, a preposition or a word joined by و."""
    for i in range(max(begin, at - _LONG), at - _SHORT):
        norm = row.norm(i)
        if norm and (norm[0] == "و" or norm in openings()["adjunct"] or is_present_form(norm) or verb_at(norm) is not None):
            return i
    return max(begin, at - _BEFORE)


def bounds(row: Clause, at: int) -> tuple[int, int]:
    """The elements of the phrase around the number at `at`; one that says next to nothing goes on before its comma."""
    begin, end = _back(row, at, at), _end(row, at)
    if end - begin - 1 < _SHORT and begin > 1 and row.norm(begin - 1) in COMMAS | openings()["relative"]:
        begin = _back(row, at, begin - 1 - (row.norm(begin - 2) in COMMAS and begin > 2))
    before = row.elements[begin - 1].mention if begin else None
    if before is not None and before.quantity is not None and (unit := before.quantity.unit):
        for word in unit.split():  # the unit of the number before
            begin += begin < at and row.norm(begin) == word
    while begin < at and row.norm(begin) in (")", "-"):
        begin += 1
    return begin, end


def _end(row: Clause, at: int) -> int:
    """The element after the phrase of the number at `at`: its clause ends there, or another one is joined by و."""
    end = at + 1
    while end < len(row.elements) and end - at <= _AFTER and not _stops(row, at, end):
        verb = verb_at(row.norm(end)) if row.norm(end) else None
        if row.norm(end) in openings()["that"] or (verb is not None and verb.participle and end > at + 1):
            break
        whole = row.elements[at].kind is Kind.MONEY  # with its unit
        if (end > at + 1 or whole) and _joins_clause(row, end):
            break
        end += 1
    while end - 1 > at and row.norm(end - 1) in words()["loose"]:
        end -= 1
    return end


def _joins_clause(row: Clause, i: int) -> bool:
    """Whether a verb joined by و begins at element `i`: "وكان يديرها", "وتشرف على تنفيذه"."""
    norm = row.norm(i)
    if norm == "و":
        return is_present_form(row.norm(i + 1)) and not row.norm(i + 1).endswith("ات")
    if norm in openings()["had_been"]:
        return norm[:1] in "وف"
    return norm[:1] == "و" and is_present_form(norm) and norm[1:2] in "يت" and not norm.endswith("ات")


def recited(text: str) -> bool:
    """Whether a text bears its vowel marks throughout: scripture and verse are quoted so, news is not."""
    marks = [c for c in set(text) if unicodedata.combining(c) > 0]
    return bool(marks) and sum(map(text.count, marks)) > _RECITED * sum(map(str.isalpha, text))


def shortened(text: str) -> str:
    """The phrase on one line, cut at a blank."""
    text = " ".join(text.split())
    return text if len(text) <= _WHAT else text[:_WHAT].rsplit(" ", 1)[0]


def year(row: Clause, at: int) -> int | None:
    """The year said in the same clause: the next one after the number, else the last one before it."""
    for way in (range(at + 1, min(at + 13, len(row.elements))), range(at - 1, max(at - 13, -1), -1)):
        for i in way:
            mention = row.elements[i].mention
            if row.norm(i) in COMMAS | words()["compared"] or (mention is not None and mention.quantity is not None):
                break
            start = None if mention is None or mention.date is None else mention.date.start
            if start is not None and {row.norm(i - 1), row.norm(i - 2)} & words()["between"]:
                return None  # "بين عامي 2006 و2017": told for neither
            if mention is not None and row.norm(i - 1) == "(" and abs(i - at) <= 2:
                break  # "( 2000 ) ألفي ريال": the number itself
            if mention is not None and start is not None and start.month is None and _tells_year(row, mention):
                return start.year
    return None


def _tells_year(row: Clause, mention: Mention) -> bool:
    """Whether a date names a year or tells one ("العام الحالي"); "اليوم" in an article without a date does not."""
    tokens = row.reading.document.tokens[mention.first : mention.last]
    return any(t.norm[-1].isdigit() or words()["years"] & {t.norm, t.norm.removeprefix("ال")} for t in tokens)


def in_series(row: Clause, at: int) -> bool:
    """Whether a number stands in a run of three numbers or more without units, as labels do: "الأهداف 1 و3 و7 و17"."""
    return _run(row, at, -1) + _run(row, at, 1) >= 2


def _run(row: Clause, at: int, way: int) -> int:
    """How many numbers stand directly beside each other, or with a comma or و between, from element `at` on."""
    found = 0
    while True:
        at += 2 * way if row.norm(at + way) in COMMAS or row.norm(at + way) == "و" else way
        mention = row.elements[at].mention if 0 <= at < len(row.elements) else None
        if mention is None or mention.kind is not Kind.NUMBER or "words" in mention.tags:
            return found
        found += 1


def of_a_plan(row: Clause, begin: int, at: int, meeting: Mention | None) -> bool:
    """ "اتفقوا على عقد مؤتمر بمشاركة 20 دولة": who are there at a meeting of the sentence that is not held yet."""
    if meeting is None or not row.sentence.first <= meeting.first < row.elements[at].first or not is_to_come(meeting):
        return False
    return any(attends(row.norm(i)) and row.norm(i).startswith("ب") for i in range(begin, at))
