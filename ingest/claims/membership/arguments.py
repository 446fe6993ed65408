"""Of whom a predicate of membership tells: members behind it, before it, or in a list that goes with a number of them.

"انضمت مصر", "مصر التي انضمت", "انضمت أربع دول إلى المنظمة، من بينها مصر". The bodies: `bodies.py`.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.claims.clause import COMMAS, DASHES, QUOTES, STOPS, Clause
from ingest.claims.membership.counted import MEMBERS, counts_members, list_behind
from ingest.claims.membership.states import run_before, states_from, words
from ingest.claims.phrases import BESIDE, Phrase, behind_insertion, listed
from ingest.mention import BODIES, Kind, Mention
from ingest.word_lists import is_in

WITH_GROUPS = MEMBERS | {Kind.GROUP}
_PREDICATE = 5    # elements of a noun phrase that says what somebody is
_FOUNDING = 8     # elements of where and when a body was founded
_RELATIVE = 24    # elements between two relative clauses of one noun


def members_of(
    row: Clause, phrase: Phrase, *, acting: bool = False, kinds: frozenset[Kind] = MEMBERS
) -> tuple[list[Mention], int]:
    """The members that a phrase is about, and the end of their list.

    `acting`: their ministers may do it for them, as they sign and preside; who comes and goes are persons.
    """
    if phrase.at >= 0 and row.elements[phrase.at].kind in kinds:
        if not acting and not listed()["ministers"].isdisjoint(phrase.nouns):
            return [], phrase.end
        if all(noun in listed()["people_of"] for noun in phrase.nouns):
            return states_from(row, phrase.at, kinds)
        return [], phrase.end
    if counts_members(row, phrase):
        return list_behind(row, phrase.end, kinds)
    if phrase.at < 0 and phrase.nouns and phrase.nouns[0] in words()["counted_nouns"]:
        members, end = list_behind(row, phrase.end)  # "الدول الأعضاء في الاتحاد، وهي …"
        first = row.where(members[0]) if members else None
        return (members, end) if first is not None and row.norm(first - 1) in listed()["they"] else ([], phrase.end)
    return [], phrase.end


def before(row: Clause, at: int, kinds: frozenset[Kind], *, relative: bool = False) -> tuple[list[Mention], bool]:
    """What stands before a predicate as its subject or the noun of its relative clause, and whether nothing else can be.

    `relative`: the predicate is a participle, which is one by itself ("الآلية، المكونة من …").
    """
    i = at - 1
    while i >= 0:
        norm, element = row.norm(i), row.elements[i]
        if is_in(norm, words()["relative"]):
            if norm.startswith("و") and (first := _first_relative(row, i)) is not None:
                i = first
            relative = True
        elif norm in COMMAS | DASHES or norm == ")":
            if not (relative and _may_be(row, i - 1, kinds)) and (inside := behind_insertion(row, i)) >= 0:
                if kinds is MEMBERS and row.norm(inside) in words()["counted_nouns"]:
                    return list_behind(row, inside + 1)[0], True  # "ثلاث دول، هي مالي والنيجر وتشاد، قررت …"
                i = inside
                continue
            if not relative and norm in COMMAS:
                return [], False
        elif not (norm in QUOTES or is_in(norm, listed()["adverbs"]) or element.kind is Kind.DATE or _dated(row, i)):
            break
        i -= 1
    if relative and kinds is MEMBERS and i >= 0 and not _may_be(row, i, kinds):
        i = _being(row, i)
    if kinds is BODIES and (founded := _founded_in_relative(row, at)) is not None:
        return [founded], True
    if i < 0 or not _may_be(row, i, kinds):
        return [], False
    if kinds is BODIES:
        found = [m] if (m := row.elements[i].mention) is not None else []
        governed = not relative and not _opens_clause(row, i)
        return ([], False) if governed else (found, relative)
    found = _run(row, i, kinds)
    if not found:
        return [], False
    where = row.where(found[0])
    first = i if where is None else where
    if relative:
        return found, True
    beside = all(is_in(row.norm(k), listed()["adverbs"]) for k in range(i + 1, at))  # "كانت مصر وتونس قد وقعتا"
    return (found, beside) if _opens_clause(row, first) else ([], False)


def _founded_in_relative(row: Clause, at: int) -> Mention | None:
    """The body of a relative clause of founding without commas: "المنظمة التي تأسست في بغداد عام 1960 تضم …"."""
    i = at - 1
    spots = (Kind.DATE, Kind.PLACE)
    while i > at - _FOUNDING and (row.elements[i].kind in spots or row.norm(i) in listed()["prepositions"]):
        i -= 1
    if i < 2 or not is_in(row.norm(i), words()["came_to_be"]) or not is_in(row.norm(i - 1), words()["relative"]):
        return None
    mention = row.elements[i - 2].mention
    return mention if mention is not None and mention.kind in BODIES else None


def _being(row: Clause, at: int) -> int:
    """What is said to be that of which a relative clause tells: "كانت السويد الدولة الأخيرة التي تنضم"; -1 if nothing is."""
    i = at
    nouns = words()["counted_nouns"] | words()["member_nouns"]
    while i >= 0 and at - i < _PREDICATE and (row.norm(i)[:2] in ("ال", "وا") or row.norm(i) in words()["first_and_last"]):
        i -= 1
    named = any(row.norm(k).removeprefix("ال") in nouns for k in range(i + 1, at + 1))
    return i if named and i > 0 and is_in(row.norm(i - 1), listed()["clause_heads"]) else -1


def _run(row: Clause, last: int, kinds: frozenset[Kind]) -> list[Mention]:
    """The list that ends with an element, states and bodies in it."""
    first = row.elements[last].mention
    found = run_before(row, last) if row.elements[last].kind is Kind.COUNTRY else [first] if first is not None else []
    at = last
    while found and found[0].prefix == "و":
        at = next(i for i in range(at, -1, -1) if row.elements[i].mention is found[0]) - 1
        mention = row.elements[at].mention if at >= 0 else None
        if mention is None or mention.kind not in kinds:
            break
        found = [mention, *found]
    return found


def _may_be(row: Clause, at: int, kinds: frozenset[Kind]) -> bool:
    return at >= 0 and row.elements[at].kind in kinds


def _first_relative(row: Clause, at: int) -> int | None:
    """The relative pronoun with which "والذي" is joined."""
    word = row.norm(at).removeprefix("و")
    found = (i for i in range(at - 1, max(-1, at - _RELATIVE), -1) if row.norm(i) == word)
    return next(found, None)


def _dated(row: Clause, at: int) -> bool:
    """A preposition before a date, or a place told by the way."""
    if row.elements[at].kind is Kind.PLACE:
        return row.elements[at].prefix == "ب"
    behind = row.elements[at + 1] if at + 1 < len(row.elements) else None
    return behind is not None and behind.kind is Kind.DATE and row.norm(at) in listed()["prepositions"]


def _opens_clause(row: Clause, first: int) -> bool:
    """Whether a noun phrase that begins at an element stands at the head of its clause: it is the subject."""
    if row.elements[first].prefix not in ("", "و", "ف"):
        return False
    i = first - 1
    while i >= 0 and not is_in(row.norm(i), listed()["clause_heads"]) and _is_light(row, i):
        i -= 1
    norm = row.norm(i) if i >= 0 else "."
    return norm in STOPS | COMMAS | DASHES or norm == ":" or is_in(norm, listed()["clause_heads"])


def _is_light(row: Clause, at: int) -> bool:
    """Whether an element may stand before a subject: a mark, an adverb, a date, a noun such as "قادة" or "عضوية"."""
    norm = row.norm(at)
    if norm in QUOTES or is_in(norm, listed()["people_of"]) or norm.removeprefix("ال") in words()["membership"]:
        return True
    return is_in(norm, listed()["adverbs"]) or row.elements[at].kind is Kind.DATE


def subject(row: Clause, at: int, found: list[Phrase], *, acting: bool = False) -> tuple[list[Mention], int]:
    """Who joins or leaves: behind the verb or before it."""
    named, sure = before(row, at, MEMBERS)
    if named and sure:
        return named, at + 1
    bare = [p for p in found if not p.prep and not is_time(row, p)]
    if bare and (bare[0].at < 0 or row.elements[bare[0].at].prefix == ""):
        first = bare[0]
        listing = (_held_in(row, first, found) if acting else None) or members_of(row, first, acting=acting)
        if listing[0] or not named:
            return listing
        return [], at
    if named:
        return named, at + 1
    return same(row, at), at + 1


def _held_in(row: Clause, people: Phrase, found: list[Phrase]) -> tuple[list[Mention], int] | None:
    """The states whose ministers or leaders a phrase without a name tells: "وزراء الطاقة في مصر وتونس"."""
    if people.at >= 0 or not people.nouns or people.nouns[0] not in listed()["office_holders"]:
        return None
    nouns = listed()["people_of"] | listed()["charged_with"]
    of = next((p for p in found if p.begin == people.end), None)
    if of is None or of.at < 0 or of.prep not in ("في", "عن", "ب") or not nouns.issuperset((*people.nouns, *of.nouns)):
        return None
    return states_from(row, of.at) if row.elements[of.at].kind is Kind.COUNTRY else None


def bare_subject(row: Clause, found: list[Phrase]) -> tuple[list[Mention], int]:
    """The members behind a verb."""
    bare = [p for p in found if not p.prep and not is_time(row, p)]
    return members_of(row, bare[0]) if bare else ([], 0)


def is_time(row: Clause, phrase: Phrase) -> bool:
    return phrase.at >= 0 and row.elements[phrase.at].kind in (Kind.DATE, Kind.PLACE)


def along(row: Clause, found: list[Phrase], after: int) -> list[Mention]:
    """Who comes along with the members: "فضلا عن الاتحاد الأوروبي"."""
    beside = [p for p in found if p.prep == BESIDE and p.begin >= after and p.at >= 0]
    members = [m for p in beside for m in states_from(row, p.at, MEMBERS)[0]]
    counted = (p for p in beside if row.elements[p.at].kind is Kind.NUMBER and _of_members(row, p.at))
    members += [m for p in counted for m in list_behind(row, p.end)[0]]
    for mention in (row.elements[p.at].mention for p in beside):
        if mention is not None and mention.kind is Kind.TITLE and mention.post is not None and mention.post.of is not None:
            members.append(replace(mention, kind=Kind.ORGANIZATION, referent=mention.post.of))  # its secretary general
    return members


def inserted(row: Clause, begin: int, end: int) -> list[Mention]:
    """Who is named beside the members in front of them: "تضم المنظمة، إلى جانب تركيا، بلغاريا ورومانيا"."""
    for at in range(begin, min(len(row.elements), end)):
        if row.norm(at) not in COMMAS or not any(is_in(row.norm(k), listed()["beside"]) for k in (at + 1, at + 2)):
            continue
        first = next((k for k in range(at + 2, min(end, at + 5)) if row.elements[k].kind in MEMBERS), None)
        close = next((k for k in range(at + 2, end) if row.norm(k) in COMMAS), None)
        if first is not None and close is not None:
            return [m for m in states_from(row, first, MEMBERS)[0] if m.first < row.elements[close].first]
    return []


def _of_members(row: Clause, at: int) -> bool:
    """Whether it is members that a number counts: "علاوة على بلدين من خارج المنظمة، هما …", "وثلاث دول"."""
    return "ال" + row.text(at, at + 1) in words()["two_states"] or row.norm(at + 1) in words()["counted_nouns"]


def same(row: Clause, at: int) -> list[Mention]:
    """The subject that goes on behind "and": "انضمت قطر إلى أوبك عام 1961 وغادرتها في 2019"."""
    if not row.norm(at).startswith("و"):
        return []
    for i in range(at - 1, max(-1, at - 14), -1):
        if row.norm(i) in STOPS or row.norm(i) == "؛":
            break
        if row.elements[i].kind is Kind.COUNTRY and row.elements[i].prefix in ("", "و"):
            found = run_before(row, i)
            begin = i - len(found)
            verb = row.norm(begin)
            return found if verb.isalpha() and verb not in listed()["prepositions"] | listed()["people_of"] else []
    return []


def past_relative(row: Clause, at: int) -> int | None:
    """The first member behind a relative clause of the body that begins at an element with no comma before it: "كلا من"
    opens the list, or a date ends the clause ("التي تأسست عام 2014 موريتانيا ومالي")."""
    if not is_in(row.norm(at), words()["relative"]):
        return None
    for i in range(at + 1, min(len(row.elements), at + _RELATIVE)):
        if row.norm(i) in STOPS:
            return None
        opened = row.norm(i - 1) in words()["before_list"] and row.norm(i - 2) in words()["each_of"]
        dated = row.elements[i - 1].kind is Kind.DATE and not row.elements[i].prefix
        if row.elements[i].kind in MEMBERS and (opened or dated):
            return i
    return None
