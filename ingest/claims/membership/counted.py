"""Members that are told by their number and listed behind it: "انضمت أربع دول إلى المنظمة، من بينها مصر", "87 شريكا"."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.membership.states import states_from, words
from ingest.claims.phrases import Phrase
from ingest.mention import Kind, Mention
from ingest.word_lists import is_in

MEMBERS = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION})
_LISTED = 30      # elements behind a number of members in which they are listed


def counts_members(row: Clause, phrase: Phrase) -> bool:
    """Whether a phrase tells some members without their names: "أربع دول", "87 شريكا", "أعضاء جددا"."""
    counted = words()["counted_nouns"]
    if phrase.at >= 0 and row.elements[phrase.at].kind is Kind.NUMBER:
        number = row.reading.document.tokens[row.elements[phrase.at].first].norm  # "دولتين" is number and noun
        return number in counted or any(row.norm(i) in counted for i in range(phrase.begin, phrase.end))
    return phrase.at < 0 and any(n.lstrip("بل") in counted and not n.startswith("ال") for n in phrase.nouns[:2])


def list_behind(row: Clause, begin: int, kinds: frozenset[Kind] = MEMBERS) -> tuple[list[Mention], int]:
    """The list that tells who some members are: "…، من بينها المغرب والنيجر", "(مصر وتونس)"; and who comes along."""
    others = False  # behind a further number: "27 دولة، و19 دولة أخرى تراقب أعماله، هي …"
    for at in range(begin, min(len(row.elements), begin + _LISTED)):
        if row.norm(at) in STOPS or (others and is_in(row.norm(at), words()["no_members_yet"])):
            break
        mention = row.elements[at].mention
        others = others or _further(row, at)
        if mention is not None and mention.kind in kinds and _opened(row, at, begin):
            return states_from(row, at, kinds)
    return [], begin


def _further(row: Clause, at: int) -> bool:
    """Whether a number of members more is told: "وخمس دول", "و19 دولة", "ودولتين"."""
    mention = row.elements[at].mention if at < len(row.elements) else None
    if mention is None:
        return row.norm(at)[:1] == "و" and row.norm(at)[1:] in words()["counted_nouns"]
    return mention.kind is Kind.NUMBER and (mention.prefix == "و" or row.norm(at - 1) == "و")


def counted_on(row: Clause, members: list[Mention], end: int) -> tuple[list[Mention], int]:
    """The members with those of a further number: "خمس دول من الشمال هي …، وخمس من الجنوب هي …"."""
    while members:
        at = end + (row.norm(end) in COMMAS)
        at += row.norm(at) == "و"
        if not _further(row, at):
            break
        more, behind = list_behind(row, at + 1)
        others = words()["no_members_yet"] | words()["looking_on"]
        if not more or any(is_in(row.norm(i), others) for i in range(at + 1, behind)):
            break
        members, end = [*members, *more], behind
    return members, end


def _opened(row: Clause, at: int, begin: int) -> bool:
    """Whether words that open a list stand right before an element."""
    i, opened = at - 1, False
    while i >= begin and at - i <= 6:
        norm = row.norm(i)
        if norm in words()["opens"] - COMMAS or norm in words()["last_of_all"]:
            opened = True
        elif norm in words()["no_more"]:
            return False
        elif norm not in words()["before_list"] and norm not in COMMAS:
            break
        i -= 1
    return opened
