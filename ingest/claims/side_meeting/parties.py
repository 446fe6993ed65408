"""The parties of a meeting in a row of elements: a list, the one before a verb, the members of a group told in brackets."""

from __future__ import annotations

from functools import cache

from ingest.claims.adjuncts import insertion
from ingest.claims.clause import COMMAS, DASHES, STOPS, Clause
from ingest.claims.speaker import named
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.word_lists import is_in, word_lists
from kg.claim import Referent

PARTIES = frozenset({Kind.PERSON, Kind.TITLE, Kind.COUNTRY, Kind.ORGANIZATION, Kind.GROUP})
_MAX = 8     # parties of one construction
_NEAR = 12   # elements between words of the margin, or a clause about the main meeting, and the object


@cache
def _words() -> dict[str, frozenset[str]]:
    return word_lists("side_meetings.toml")


def tells(norm: str, name: str) -> bool:
    return is_in(norm, word_lists("side_meetings.toml")[name])


def word_at(row: Clause, at: int) -> str:
    """The folded word at an element; of a mention of a meeting its first word ("يلتقي", "قمة ثنائية")."""
    element = row.elements[at]
    if element.kind is Kind.MEETING:
        return row.reading.document.tokens[element.first].norm
    return element.norm


def referent(row: Clause, at: int) -> Referent | None:
    mention = row.elements[at].mention
    return None if mention is None else mention.referent


def all_before(row: Clause, at: int) -> tuple[Mention, ...]:
    """The persons named before an element whom no preposition governs."""
    here = [e.mention for e in row.elements[:at] if e.kind in (Kind.PERSON, Kind.TITLE) and e.mention is not None]
    return tuple(m for m in here if m.prefix in ("", "و"))


def just_before(row: Clause, at: int) -> tuple[Mention, ...]:
    while at and row.norm(at - 1) in _words()["aside"]:
        at -= 1
    element = row.elements[at - 1] if at else None
    if element is not None and element.mention is not None and element.kind in PARTIES and element.prefix in ("", "و"):
        return (element.mention,)
    return ()


def listed(row: Clause, at: int) -> tuple[tuple[Mention, ...], int]:
    """The parties of a list that begins at `at`, and its end. Persons outrank the countries told beside them."""
    found: list[Mention] = []
    i = at
    while i < len(row.elements) and len(found) < _MAX:
        element = row.elements[i]
        if element.mention is not None and element.kind in PARTIES:
            found.append(element.mention)
        elif element.mention is not None:
            if element.kind not in (Kind.NISBA, Kind.PLACE, Kind.DATE):
                break
        elif element.norm not in COMMAS and not is_in(element.norm, _words()["between"]):
            if not (place := _at_place(row, i)):
                break
            i = place
        i += 1
    persons = [m for m in found if m.kind in (Kind.PERSON, Kind.TITLE)]
    chosen = persons if persons else found
    unique = {m.referent if m.referent is not None else m.name: m for m in reversed(chosen)}
    return tuple(sorted(unique.values(), key=lambda m: m.first)), i


def _at_place(row: Clause, at: int) -> int:
    """ "التقى فلان في قصر قرطاج فلانا": where the place in which they met is told, or 0."""
    if row.norm(at) != "في":
        return 0
    near = range(at + 1, min(at + 3, len(row.elements)))
    return next((i for i in near if row.elements[i].kind is Kind.PLACE), 0)


def nations_of(row: Clause, noun: int) -> tuple[Mention, ...]:
    """The states whose talks they are: "مباحثات مغربية بحرينية", "اجتماع ثلاثي مصري - أردني - عراقي"."""
    found: list[Mention] = []
    i = noun + 1
    while is_in(row.norm(i), _words()["how_many"] | _words()["of_several"]):
        i += 1
    while i < len(row.elements) and (row.elements[i].kind is Kind.NISBA or row.norm(i) in DASHES):
        mention = row.elements[i].mention
        if mention is not None and (mention.prefix == "" or found):
            found.append(mention)
        i += 1
    return tuple(found)


def met_by(row: Clause, at: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Who meets whom behind a verb or noun of meeting: "اجتمع فلان بفلان", "لقاء فلان بالرئيس فلان", "التقى فلان فلانا"."""
    if at >= len(row.elements) or row.elements[at].kind not in PARTIES or row.elements[at].prefix:
        return None
    found, end = listed(row, at)
    if end < len(row.elements) - 1 and row.norm(end) in _words()["with_style"] and row.elements[end + 1].kind is Kind.PERSON:
        return (found[:1], listed(row, end + 1)[0]) if len(found) == 1 else None
    if len(found) < 2 or found[0] is not row.elements[at].mention:
        return None
    each = row.reading.document.norms[found[0].last] in _words()["all_of"]  # "كلا من فلان وفلان"
    there = found[1].prefix == "ب" and found[1].kind is Kind.COUNTRY  # "المجلس الذي اجتمع بتونس"
    beside = (found[1].prefix == "ب" and not there) or (not found[1].prefix and (each or found[1].first == found[0].last))
    return (found[:1], found[1:]) if beside else None


def with_whom(row: Clause, at: int, partner: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """The same where "with" tells whom: "تباحث فلان مع فلان"."""
    own, end = listed(row, at)
    right = listed(row, partner + 1)[0] if partner == end and end > at else ()
    return (own[:1], right) if len(own) == 1 and right and not own[0].prefix else None


def behind_insertion(row: Clause, end: int) -> Mention | None:
    """Whom somebody meets, behind a clause about himself: "التقى فلان، الذي …، بفلان"."""
    comma = end - 1 if row.norm(end - 1) in COMMAS else end
    behind = insertion(row, comma)
    element = row.elements[behind] if comma < behind < len(row.elements) else None
    return element.mention if element is not None and element.kind is Kind.PERSON and element.prefix == "ب" else None


def object_behind(row: Clause, begin: int) -> int:
    """Where the object is, past a clause about the meeting: "على هامش القمة، التي غاب عنها فلان، كلا من …"."""
    i, end = begin, begin + _NEAR
    while i < min(len(row.elements), end) and (not row.elements[i].is_actor or _of_main(row, i)):
        if row.norm(i) in _words()["relative"]:
            i = _behind_relative(row, i)
            end = i + _NEAR
        i += 1
    return min(i, len(row.elements)) if i < end else len(row.elements)


def person_behind(row: Clause, begin: int) -> int:
    """Where the first person behind the main meeting stands, past the body that holds it."""
    end = min(len(row.elements), begin + _NEAR)
    return next((i for i in range(begin, end) if row.elements[i].kind in (Kind.PERSON, Kind.TITLE)), len(row.elements))


def _of_main(row: Clause, at: int) -> bool:
    """ "على هامش الدورة العادية للجمعية العامة", "على هامش قمة الاتحاد": the body whose meeting it is."""
    element = row.elements[at]
    if element.kind not in COLLECTIVES:
        return False
    return element.prefix.endswith("ل") or (at > 0 and row.elements[at - 1].kind is Kind.MEETING and not element.prefix)


def _behind_relative(row: Clause, at: int) -> int:
    """The comma that closes a relative clause, or what comes before the first word of its list; else the end."""
    for i in range(at + 1, len(row.elements)):
        if row.norm(i) in COMMAS:
            return i
        if row.norm(i) in _words()["all_of"]:
            return i
    return len(row.elements)


def in_brackets(row: Clause, begin: int, end: int) -> tuple[Mention, ...]:
    """The members of a group told in brackets: "دول الخماسية (أ، ب، ج)"."""
    for i in range(begin, end):
        if row.norm(i) == "(":
            return listed(row, i + 1)[0]
    return ()


def party(row: Clause, mention: Mention) -> Referent:
    """The party as it is told of: a person without a name by the words that call him."""
    text = row.reading.document.text
    return named(mention, text[mention.name.start : mention.name.end])


def clause_end(row: Clause, at: int) -> int:
    """Where the clause of an element ends: the next mark, or the end of the sentence."""
    return next((i for i in range(at + 1, len(row.elements)) if row.norm(i) in COMMAS | STOPS), len(row.elements))


def fronted_partner(row: Clause, verb: int, noun: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Both parties where "with" comes before the noun: "وعقد مع فلان لقاء", "عقد فلان مع فلان لقاء"."""
    partner = next((i for i in range(verb + 1, noun) if row.norm(i) == "مع"), None)
    if partner is None:
        return None
    right, end = listed(row, partner + 1)
    own = listed(row, verb + 1)[0] if partner > verb + 1 else just_before(row, verb) or all_before(row, verb)[-1:]
    return (own[:1], right[:1]) if own and right and end >= noun - 3 else None


def predicate(row: Clause, at: int) -> int:
    """The verb that carries the meeting: itself, or the light verb before a noun."""
    if tells(row.norm(at), "verb") or tells(row.norm(at), "light_verb"):
        return at
    return next((i for i in range(at - 1, max(-1, at - 20), -1) if tells(row.norm(i), "light_verb")), at)
