"""Reading a clause element by element around a verb of meeting: who acts, who is reached, what only tells when and where."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause
from ingest.claims.governed import in_adjunct
from ingest.claims.speech import verb_at
from ingest.mention import Kind, Mention
from ingest.word_lists import is_in, word_lists

PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})
FAR = 26  # elements in which a side is looked for
_BESIDE = frozenset({Kind.DATE, Kind.PLACE, Kind.NISBA, Kind.NUMBER})
_MOST = 8  # parties on one side
_STRANGE = 3  # words of an office that is no mention


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts and whom it reaches; `received`: the first is the host. `last` is the element behind the construction."""

    subject: Mention | None
    others: tuple[Mention, ...]
    received: bool
    last: int
    needs_subject: bool = False  # the one spoken of before is the subject
    needs_object: bool = False  # the one spoken of before is the object
    needs_pair: bool = False  # the two spoken of before are the object
    courtesy: str = ""  # "سموه": the subject as it is called


def tells(norm: str, name: str) -> bool:
    return is_in(norm, word_lists("encounters.toml")[name])


def is_kin(norm: str) -> bool:
    """A word for a relative ("زوجة الوزير"): who is named behind it is not the one who came."""
    return is_in(norm, word_lists("left_out.toml")["kin"])


def before_verb(row: Clause, at: int) -> Mention | None:
    """The subject in front of its verb: "الرئيس فلان، قد التقى"."""
    i = at - 1
    verb = row.elements[at]
    if verb.mention is not None and verb.mention.prefix:
        return None  # "زار فلان تونس والتقى …"
    while i >= 0 and (row.norm(i) in COMMAS or tells(row.norm(i), "aside") or row.elements[i].kind is Kind.DATE):
        i -= 1
    mention = row.elements[i].mention if i >= 0 else None
    if mention is None or mention.kind not in PEOPLE or mention.prefix not in ("", "و"):
        return None
    return None if in_adjunct(row.reading, row.sentence, mention) else mention


def behind_verb(row: Clause, at: int) -> tuple[Mention | None, int | None]:
    """The first actor behind the verb that no preposition governs, and where the object may begin."""
    i = skip(row, at + 1)
    if i >= len(row.elements):
        return None, None
    named = _named(row, i)
    mention, i = (row.elements[i].mention, i) if named is None else (row.elements[named].mention, named)
    if mention is None or mention.kind not in ACTORS:
        return None, None
    if mention.prefix:
        return None, at + 1  # "والتقى بفلان": the subject was told before
    if mention.kind not in PEOPLE:
        return None, None
    return mention, i + 1


def _named(row: Clause, at: int) -> int | None:
    """The person behind the words of an office that is no mention: "سلطان الدولة فلان"."""
    for i in range(at, min(len(row.elements), at + _STRANGE + 1)):
        element = row.elements[i]
        if element.kind is Kind.PERSON:
            return i if not element.prefix else None
        known = element.mention is not None and element.kind not in (Kind.NISBA, Kind.ORGANIZATION, Kind.COUNTRY, Kind.PLACE)
        if known or element.norm in COMMAS | STOPS or verb_at(element.norm) is not None or _closes(element.norm):
            return None
    return None


def named_at(row: Clause, at: int) -> int | None:
    """The actor behind circumstances and forms of address, or behind the words of an office that is no mention."""
    i = skip(row, at)
    return i if i < len(row.elements) and row.elements[i].is_actor else _named(row, i)


def _closes(norm: str) -> bool:
    return is_kin(norm) or tells(norm, "ends") or tells(norm, "with") or tells(norm, "opens") or norm == "و"


def skip(row: Clause, at: int) -> int:
    """Past circumstances and forms of address, to the next actor or to what is none of these."""
    i, end = at, min(len(row.elements), at + FAR)
    while i < end:
        element = row.elements[i]
        if element.kind in _BESIDE or (element.kind is Kind.COUNTRY and element.prefix):
            i += 1
        elif element.mention is not None:
            return i
        elif tells(element.norm, "opens"):
            i = _past_circumstance(row, i + 1)
        elif element.norm in COMMAS or tells(element.norm, "address") or tells(element.norm, "circumstance"):
            i += 1
        else:
            return i
    return i


def _past_circumstance(row: Clause, at: int) -> int:
    """Behind the noun of a circumstance: words up to the first definite one or mention, and definite words behind."""
    i, end = at, min(len(row.elements), at + 7)
    definite = False
    while i < end:
        element = row.elements[i]
        if element.mention is not None:
            owned = element.kind in (Kind.PLACE, Kind.COUNTRY, Kind.ORGANIZATION, Kind.TITLE, Kind.DATE, Kind.NISBA)
            if definite and element.kind not in _BESIDE:
                return i
            if not owned:
                return i
            if element.kind is Kind.TITLE and i > at and row.norm(i - 1) in COMMAS:
                return i
            definite, i = True, i + 1
        elif element.norm.startswith(("ال", "لل")) or element.norm.endswith("ه"):
            if definite and not element.norm.startswith("ال"):
                return i
            definite, i = True, i + 1
        elif definite or element.norm in COMMAS | STOPS or verb_at(element.norm) is not None or tells(element.norm, "with"):
            return i
        else:
            i += 1
    return i


def joined(row: Clause, at: int) -> tuple[tuple[Mention, ...], int]:
    """An actor and those joined to it by و; appositions and what only tells of them are passed over."""
    found: list[Mention] = []
    i, wanted = at, True
    while i < len(row.elements) and len(found) < _MOST:
        element = row.elements[i]
        mention = element.mention
        if mention is not None and mention.kind in ACTORS:
            behind_title = bool(found) and found[-1].kind is Kind.TITLE and row.elements[i - 1].mention is found[-1]
            if behind_title and mention.kind is Kind.PERSON and not mention.prefix:
                found[-1] = mention
            elif wanted or mention.prefix == "و":
                if mention.kind in PEOPLE or not found or found[-1].kind not in PEOPLE:
                    found.append(mention)
            elif mention.kind in PEOPLE and row.norm(i - 1) not in COMMAS:
                break
            wanted = False
        elif mention is not None and mention.kind not in _BESIDE:
            break
        elif mention is None and element.norm == "و":
            wanted = True
        elif mention is None and element.norm not in COMMAS and not tells(element.norm, "address"):
            break
        i += 1
    return tuple(found), i
