"""Lists of states, and of bodies beside them, in a row of elements: where they begin, go on and end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ingest.claims.adjuncts import insertion
from ingest.claims.clause import COMMAS, Clause
from ingest.claims.collective.runs import runs
from ingest.mention import Kind, Mention
from ingest.mentions.bodies.heads import words as body_words
from ingest.word_lists import word_lists

STATES = frozenset({Kind.COUNTRY})
BODIES = frozenset({Kind.ORGANIZATION, Kind.COALITION})
LONGEST = 400
"""Elements of the longest list of states."""
_PHRASE = 9
"""Elements of a phrase in the middle of a list."""
_ROLES = ("observer", "permanent_member", "founding_member")


def role_in(norms: Iterable[str]) -> str | None:
    """The role that words on the sort of a member give: "عضو مراقب", "العضو المؤسس"."""
    sorts = [norm.lstrip("وبلك") for norm in norms]
    if not words()["not_being"].isdisjoint(sorts):
        return None
    return next((role for role in _ROLES if any(norm.removeprefix("ال") in body_words(role) for norm in sorts)), None)


@cache
def words() -> dict[str, frozenset[str]]:
    """The word lists of `lexicon/belonging.toml`."""
    return word_lists("belonging.toml")


def states_from(
    row: Clause, begin: int, kinds: frozenset[Kind] = STATES, *, sides: bool = True
) -> tuple[list[Mention], int]:
    """The states (or members of these kinds) of a list that begins at an element, and its end; `sides`: of every side."""
    found: list[Mention] = []
    i = end = begin
    while i < len(row.elements) and i - end <= 4:
        mention = row.elements[i].mention
        if mention is not None and mention.kind in kinds and (mention.prefix in ("", "و") or i == begin):
            joined = i == begin or mention.prefix == "و" or any(row.norm(k) in words()["joins_on"] for k in range(end, i))
            if not joined:
                break
            found.append(mention)
            end = i + 1
        elif mention is not None and mention.kind is Kind.DATE and _more(row, i + 1):
            end = i + 1  # "السويد عام 2023 وفنلندا عام 2024"
        elif row.norm(i) in COMMAS and row.norm(i + 1) in words()["relative"] and (behind := insertion(row, i)) > i:
            if not _more(row, behind):
                break
            end = i = behind  # "موريتانيا، التي تتولى الرئاسة، وتشاد"
            continue
        elif sides and len(found) > 1 and (other := _other_side(row, i)):
            found.append(other[0])
            end = i = other[1]
            continue
        elif len(found) > 1 and (behind := _beside(row, i + 1) if row.norm(i) in COMMAS else _beside(row, i, close=True)):
            end = i = behind
            continue
        elif (mention is not None or row.norm(i) not in words()["between"]) and not _sides(row, i):
            break
        i += 1
    return found, end


def _beside(row: Clause, at: int, *, close: bool = False) -> int:
    """Where a list goes on behind a phrase that says of those before it where they lie: "المغرب وتونس، عن الضفة الجنوبية،
    وإسبانيا …"; 0 if it does not. `close`: no comma stands before the phrase, so that it must begin with a shore."""
    if row.norm(at).removeprefix("و") not in words()["lying"]:
        return 0
    if close and row.norm(at + 1).removeprefix("ال") not in words()["shores"]:
        return 0
    for i in range(at + 1, min(len(row.elements), at + _PHRASE)):
        if row.norm(i) in COMMAS:
            return i + 1 if _more(row, i + 1) else 0
        definite = row.norm(i)[:2] in ("ال", "لل") or row.elements[i].kind is Kind.PLACE
        if not (definite or row.norm(i) in words()["shores"]):
            return 0
    return 0


def _other_side(row: Clause, at: int) -> tuple[Mention, int] | None:
    """Where a list goes on with those of another side: "… وتونس ومن الضفة الشمالية فرنسا وإسبانيا", the first, its end."""
    at += row.norm(at) in COMMAS
    if row.norm(at)[:1] != "و" or row.norm(at)[1:] not in words()["lying"]:
        return None
    if row.norm(at + 1).removeprefix("ال") not in words()["shores"]:
        return None
    for i in range(at + 2, min(len(row.elements), at + _PHRASE)):
        mention = row.elements[i].mention
        if mention is not None and mention.kind is Kind.COUNTRY and not mention.prefix:
            return (mention, i + 1) if _more(row, i + 1) else None
        adjective = mention is not None and mention.kind in (Kind.NISBA, Kind.PLACE)
        if not adjective and row.norm(i)[:2] not in ("ال", "لل") and row.norm(i) not in words()["opens_names"]:
            return None
    return None


def _more(row: Clause, at: int) -> bool:
    """Whether a list goes on at an element with a state behind "and"."""
    mention = row.elements[at].mention if at < len(row.elements) else None
    return mention is not None and mention.kind is Kind.COUNTRY and mention.prefix == "و"


def _sides(row: Clause, at: int) -> bool:
    """Of words such as "من جهة و… من جهة أخرى"."""
    return row.norm(at) in words()["sides"] and row.norm(at - 1) in words()["sides"] | words()["from"]


def run_before(row: Clause, last: int) -> list[Mention]:
    """The states of the list that ends with element `last`."""
    elements = row.elements[max(0, last - LONGEST) : last + 1]
    states = [e.mention for e in elements if e.mention is not None and e.kind is Kind.COUNTRY]
    return next(runs(row.reading.document.tokens, states), [])
