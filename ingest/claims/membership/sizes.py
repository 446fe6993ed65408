"""How many members a body has, where a predicate of containing takes a number of them: "ويتشكل التكتل، الذي …، من 43 بلدا".

Also what a membership or a number of members has come to: "لترتفع بذلك عضوية الرابطة إلى 56 دولة".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.claims.clause import Clause, words_of
from ingest.claims.collective import opened
from ingest.claims.collective.focus import calling
from ingest.claims.membership import bodies, nth
from ingest.claims.membership.forms import Form, form
from ingest.claims.membership.states import words
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence, Zone, within
from ingest.sieve import Sieve
from ingest.word_lists import is_in, listed
from kg.claim import Modality, Referent, Span
from kg.vocabulary import M

_HOLDS = frozenset({"contain", "gather", "consist", "be limited"})
_VERB = 5    # elements before "عضوية" in which the verb of growing stands


def _tells(norm: str) -> bool:
    verb = form(norm)
    holds = verb is not None and verb.name in _HOLDS and not verb.noun
    grown = norm in listed("belonging.toml", "nth", "its_nth", "grows_to", "but", "as_nth")
    holds = holds or (verb is not None and verb.name == "join")
    return holds or grown or norm in words()["number_of"] or norm.removeprefix("ال") in words()["membership"]


_may_tell = Sieve(_tells)
_of_size = Sieve(lambda norm: _tells(norm) or is_in(norm.removeprefix("ل"), words()["grows_to"]))


@dataclass(frozen=True, slots=True)
class Sized:
    """A number of members that is told of a body, with the words behind it; `of_members`: by the construction."""

    body: Referent
    number: Mention
    tail: str
    of_members: bool
    modality: Modality
    evidence: Span
    rule: str


def in_clauses(reading: Reading) -> Iterator[Sized]:
    """The sizes that predicates tell, sentence by sentence."""
    if reading.document.language not in ("ar", "und"):
        return
    reading, document = calling(opened(reading)), reading.document
    places = document.once("sizes", lambda: document.sifted(_may_tell))
    for sentence in document.sentences if places else ():
        if sentence.zone is Zone.BOILERPLATE or not within(places, sentence):
            continue
        yield from _sentence(reading, sentence)


def _sentence(reading: Reading, sentence: Sentence) -> Iterator[Sized]:
    for row, at in words_of(reading, sentence, "words of size", _of_size):
        norm = row.norms[at]
        verb = form(norm)
        told = nth.of_member(row, at) or nth.come_to(row, at) or nth.joined_as(row, at) or nth.remaining(row, at)
        if told is not None and told[2] not in (Modality.DENIED, Modality.PLANNED):
            span = row.span(at, told[3])
            if span is not None:
                yield Sized(told[0], told[1], "", True, told[2], span, "nth" if told[1].reason == nth.WHICH else "grown_to")
        elif verb is not None and verb.name in _HOLDS and not verb.noun:
            yield from _held(row, at, verb)
        elif verb is not None and verb.name == "join" and not verb.noun:
            yield from _so_far(row, at, verb)
        elif norm.removeprefix("ال") in words()["membership"] and _grown(row, at):
            yield from _come_to(row, at, phrases(row, at))
        elif norm in words()["number_of"] and _grown(row, at):
            found = phrases(row, at)
            of_members = found and any(n in words()["members"] for n in found[0].nouns)
            yield from _come_to(row, at, found[_behind_members(found) :] if of_members else [])


def _held(row: Clause, at: int, verb: Form) -> Iterator[Sized]:
    found = phrases(row, at)
    number = next((p for p in found if p.at >= 0 and row.elements[p.at].kind is Kind.NUMBER and not p.nouns), None)
    wanted = "" if verb.member == "object" else verb.member
    if number is None or number.prep.lstrip("و") != wanted or not _first(row, found, number):
        return
    if row.reading.document.tokens[row.elements[number.at].first].norm.startswith("ال"):
        return  # "الخمس دول النووية": some that are known
    body, _ = bodies.containing(row, at, verb, found)
    states = at > 0 and verb.name in ("contain", "consist") and row.norm(number.at + 1) in words()["states_counted"]
    supposed = bodies.founded_as(row, at) in (Modality.DENIED, Modality.PLANNED)
    if body is not None and not supposed and (bodies.of_states(body) or states):
        yield from _sized(row, at, body, number, "held")


def _so_far(row: Clause, at: int, verb: Form) -> Iterator[Sized]:
    """"انضمت إليه حتى الآن 45 دولة": as many as have joined up to now."""
    found = phrases(row, at)
    until = any(p.prep in words()["up_to"] and not words()["so_far"].isdisjoint(p.nouns) for p in found)
    number = next((p for p in found if not p.prep and p.at >= 0 and row.elements[p.at].kind is Kind.NUMBER), None)
    if not until or number is None or row.norm(number.at + 1) not in words()["states_counted"] | words()["counted_nouns"]:
        return
    body = bodies.resumed(row, at, found) or bodies.governed_body(row, at, verb, found)[0]
    if body is not None and (bodies.of_states(body) or body.type == M.Coalition):
        yield from _sized(row, at, body, number, "joined_so_far")


def _first(row: Clause, found: list[Phrase], number: Phrase) -> bool:
    """Whether nothing else that might be contained stands before the number."""
    before = [p for p in found if p.begin < number.begin and p.prep == number.prep]
    return all(p.at >= 0 and row.elements[p.at].kind in BODIES | {Kind.DATE, Kind.PLACE} for p in before)


def _grown(row: Clause, at: int) -> bool:
    return any(is_in(row.norm(i).removeprefix("ل"), words()["comes_to"]) for i in range(max(0, at - _VERB), at))


def _behind_members(found: list[Phrase]) -> int:
    """The phrase about the body: "عدد الدول الأعضاء | في المنظمة"."""
    return 1 if found[0].at < 0 else 0


def _come_to(row: Clause, at: int, found: list[Phrase]) -> Iterator[Sized]:
    inside = found and found[0].at >= 0 and (not found[0].prep or found[0].prep in words()["in_body"])
    first = found[0] if inside else None
    of = row.elements[first.at].mention if first is not None and row.elements[first.at].kind in BODIES else None
    numbers = (p for p in found if p.prep in ("الي", "") and p.at >= 0 and row.elements[p.at].kind is Kind.NUMBER)
    number = next(numbers, None)
    if of is not None and of.referent is not None and number is not None and bodies.of_states(of.referent):
        yield from _sized(row, at, of.referent, number, "come_to")


def _sized(row: Clause, at: int, body: Referent, number: Phrase, rule: str) -> Iterator[Sized]:
    mention = row.elements[number.at].mention
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    span = row.span(min(at, number.begin), number.end)
    if mention is not None and span is not None and modality not in (Modality.DENIED, Modality.PLANNED):
        tail = " ".join(row.norm(i) for i in range(number.at + 1, number.end + 2))
        yield Sized(body, mention, tail, False, modality, span, rule)
