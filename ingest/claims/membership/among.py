"""Who is told of as one of the members or observers, by the way: "حضر من الأعضاء رؤساء مصر وتونس، ومن المراقبين أمير قطر",
"تركمانستان، المراقبة في المنظمة". States stand for themselves or are told by who holds office in them.

Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import COMMAS, STOPS, Clause, words_of
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import bodies
from ingest.claims.membership.states import run_before, words
from ingest.claims.membership.told import Belonging, date_at
from ingest.claims.modality import modality_of
from ingest.claims.phrases import listed
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.sieve import Sieve
from ingest.word_lists import is_in
from kg.claim import Modality, Referent, Span
from kg.vocabulary import M

_SORT = 4      # words of the noun phrase that says of whom they are
may_tell = Sieve(lambda norm: norm in words()["of_the_members"] | words()["of_the_observers"] | words()["an_observer"])


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """Every member and observer that a sentence tells so."""
    for row, at in words_of(reading, sentence, "among members", may_tell):
        if row.norm(at) in words()["an_observer"] and row.norm(at - 1) in COMMAS:
            yield from _beside(row, at)
        elif row.norm(at) in words()["of_the_members"] | words()["of_the_observers"]:
            yield from _among(row, at)


def _among(row: Clause, at: int) -> Iterator[Belonging]:
    """"من الأعضاء رؤساء …", "من الدول الأعضاء في المنظمة مصر وتونس"."""
    begin = at
    while row.norm(begin - 1) in words()["of_the_members"] | words()["members"]:
        begin -= 1
    observing = row.norm(at + 1) in words()["of_the_observers"]  # "الأعضاء المراقبين" are read at the second word
    if row.norm(begin - 1) not in words()["from"] or not _parted(row, begin - 2) or observing:
        return
    body, i = _body(row, at)
    states, end = _with_offices(row, i)
    if body is None or not states or not bodies.of_states(body):
        return
    observers = row.norm(at) in words()["of_the_observers"]
    yield from _told(row, begin - 1, end, body, states, "observer" if observers else None, None)


def _beside(row: Clause, at: int) -> Iterator[Belonging]:
    """"المجر، المراقبة في المنظمة منذ 2018، …"."""
    found = run_before(row, at - 2) if at > 1 and row.elements[at - 2].kind is Kind.COUNTRY else []
    body, end = _body(row, at)
    date, behind = date_at(row, end)
    named = end > at + 1 or is_in(row.norm(at + 1), words()["since"])
    if len(found) == 1 and body is not None and named and bodies.of_states(body):
        states = [state for mention in found for state in states_of(mention)]
        yield from _told(row, at - 2, max(end, behind), body, states, "observer", date)


def _told(
    row: Clause, begin: int, end: int, body: Referent, states: list[Referent], role: str | None, date: Mention | None
) -> Iterator[Belonging]:
    modality = modality_of(row.reading, row.sentence, row.elements[begin].first)
    span = row.span(begin, end) or Span(row.sentence.start, row.sentence.end)
    for state in states if modality is not Modality.DENIED else ():
        if state != body:
            yield Belonging(body, state, "member", role, date, Modality.ASSERTED, span, "member.among_members")


def _parted(row: Clause, at: int) -> bool:
    """Whether what stands before "of the members" is none of those that are some of them: "عدد من الأعضاء"."""
    norm = row.norm(at) if at >= 0 else "."
    other = norm in words()["some_of"] or is_in(norm, words()["asks_of"])
    return row.elements[at].kind is not Kind.NUMBER and not other


def _body(row: Clause, at: int) -> tuple[Referent | None, int]:
    """The body of which they are: behind the noun, or the one spoken of."""
    while row.norm(at + 1) in words()["sorts_of_members"]:
        at += 1
    for i in range(at + 1, min(len(row.elements), at + _SORT)):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in BODIES and not mention.prefix.startswith("و"):
            return mention.referent, i + 1
        if mention is not None or row.norm(i) not in words()["inside"]:
            break
    return bodies.named_before(row, at), at + 1


def _with_offices(row: Clause, at: int) -> tuple[list[Referent], int]:
    """The states of a list, each by its name or by who holds office in it."""
    found: list[Referent] = []
    i = end = at
    while i < len(row.elements):
        element, mention, norm = row.elements[i], row.elements[i].mention, row.norm(i)
        if mention is None:
            light = norm in listed()["people_of"] or norm in words()["before_list"] or norm == ":"
            if norm in STOPS or not (light or (norm in COMMAS and _goes_on(row, i + 1))):
                break
        elif (states := _states(mention)) and (not found or element.prefix == "و" or _joined(row, i - 1)):
            found.extend(states)
            end = i + 1
        else:
            break
        i += 1
    return found, end


def _states(mention: Mention) -> list[Referent]:
    """The states that a mention names, or the one in which it has an office."""
    of = mention.post.of if mention.post is not None else None
    if mention.kind is Kind.COUNTRY:
        return states_of(mention)
    return [of] if of is not None and of.type == M.Country else []


def _joined(row: Clause, at: int) -> bool:
    return row.norm(at) in COMMAS or is_in(row.norm(at), listed()["people_of"])


def _goes_on(row: Clause, at: int) -> bool:
    return at < len(row.elements) and row.elements[at].mention is not None and row.elements[at].prefix in ("", "و")
