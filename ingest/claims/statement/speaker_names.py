"""Names beside the office or description of a speaker: behind its complement, between dashes, in quotes."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, DASHES, QUOTES, Clause, is_small_quote
from ingest.claims.speaker import bare_words
from ingest.claims.speech import openings
from ingest.claims.statement.noun_phrase import ENDING, may_be_name, unknown_name
from ingest.mention import BODIES, Kind, Mention
from ingest.mentions.words.name_words import Word, classify
from kg.claim import Referent

_ASIDE = 10   # elements of what is told of somebody between dashes


def goes_on(clause: Clause, i: int, before: Mention) -> bool:
    """A comma between bodies that speak together: "ناشدت الحركة، والجبهة، والحزب القوى ..."."""
    row = clause.elements
    following = row[i + 1].mention if i + 1 < len(row) else None
    return (row[i].norm in COMMAS and before.kind in BODIES and following is not None and following.kind in BODIES
            and following.prefix == "و")


def complement(clause: Clause, at: int) -> int:
    """The element behind what an office is of, where a name follows that no list holds: "الأمين التنفيذي للمجموعة فلان"."""
    row, end = clause.elements, at
    while end < min(len(row), at + 4):
        norm, kind = row[end].norm, row[end].kind
        if not (norm.startswith(("لل", "وال", "ال")) or kind in (Kind.ORGANIZATION, Kind.NISBA, Kind.COUNTRY)):
            break
        end += 1
    return end if unknown_name(clause, end) > end else at


def between_dashes(clause: Clause, at: int) -> int:
    """The element behind a name of two or three words between dashes: "الباحث الفرنسي -فلان الفلاني- إن"; `at` if none."""
    if clause.norm(at) not in DASHES:
        return at
    end = at + 1
    row = clause.elements
    if end + 1 < len(row) and row[end].kind is Kind.PERSON and clause.norm(end + 1) in DASHES:
        return end + 2
    while end < at + 5 and may_be_name(clause, end):
        end += 1
    return end + 1 if 2 <= end - at - 1 <= 3 and clause.norm(end) in DASHES else at


def aside(clause: Clause, at: int) -> int:
    """The element behind what is told of somebody between dashes, where the words said follow: "فلان - تاجر - إن"; `at` if
    nothing is."""
    words = openings()
    if clause.norm(at) not in DASHES:
        return at
    for k in range(at + 2, min(len(clause.elements), at + _ASIDE)):
        if clause.norm(k) in DASHES:
            opened = clause.norm(k + 1) in words["that"] or clause.norm(k + 1) == ":"
            return k + 1 if opened else at
    return at


def is_another(clause: Clause, at: int, i: int, bearer: Referent) -> bool:
    """Whether a given name before a family name is not its known bearer's: "جمال مبارك" beside "حسني مبارك"."""
    names = bare_words(" ".join((bearer.label_ar or "", *bearer.surfaces)))
    given = (Word.GIVEN, Word.WEAK)
    return any(classify(clause.norm(k), clause.norm(k)) in given and clause.norm(k) not in names for k in range(at, i))


def name_of_title(clause: Clause, at: int) -> int | None:
    """The name at the end of a long office: "الممثل الأعلى للسياسة الخارجية والأمنية للاتحاد الأوروبي فلان"."""
    words = openings()
    for i in range(at, min(at + 7, len(clause.elements))):
        element = clause.elements[i]
        if element.kind is Kind.PERSON:
            before = clause.norm(i - 1)
            if i > at and before and not before.startswith(("ال", "وال", "لل", "بال")) and before not in COMMAS | QUOTES:
                return None  # "أدان المتحدث باسم الاتحاد مقتل فلان"
            return i if not element.prefix and element.mention is not None and element.mention.referent else None
        if element.norm in QUOTES and is_small_quote(clause, i) and clause.elements[i + 1].kind is Kind.PERSON:
            continue  # "... "فلان""
        if element.mention is None and (not element.norm[0].isalpha() or any(element.norm in words[n] for n in ENDING)):
            return None
    return None


def skips_to_name(clause: Clause, i: int, before: Mention) -> bool:
    """A comma between an office and the name that follows it."""
    row = clause.elements
    following = row[i + 1].mention if i + 1 < len(row) else None
    return (row[i].norm in COMMAS and before.kind is Kind.TITLE and following is not None
            and following.kind is Kind.PERSON and not following.prefix)


def is_led(clause: Clause, mention: Mention) -> bool:
    """Whether a name tells by whom the body is led, so that what is joined to it are more leaders."""
    tokens = clause.reading.document.tokens[mention.first : mention.last]
    return any(token.norm in openings()["led"] for token in tokens)
