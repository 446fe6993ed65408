"""A membership that rests, ends or is taken up again: "علقت المنظمة عضوية مصر", "بتجميد عضوية البلاد فيها", "عضويتها معلقة".

Read around the noun "عضوية": a word of suspending beside it, the state behind it or meant by it, the body in the clause.
Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import COMMAS, STOPS, Clause, words_of
from ingest.claims.collective import by_the_way
from ingest.claims.collective.focus import states_of
from ingest.claims.membership.bodies import meant, of_states
from ingest.claims.membership.states import run_before, states_from, words
from ingest.claims.membership.told import Belonging, context, date_at
from ingest.claims.modality import modality_of
from ingest.claims.phrases import behind_insertion, listed
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.sieve import Sieve
from ingest.word_lists import is_in
from kg.claim import Modality, Referent, Span

_VERB = 14   # elements before "عضوية" in which what suspends it may stand
_BEHIND = 8  # elements behind it in which the body or what suspends it may stand
_BACK = 24   # elements before a suffix in which its state may stand
_FAR = 120   # tokens back in which the body is spoken of
_TAKEN = frozenset({Kind.DATE, Kind.NUMBER})
may_tell = Sieve(lambda norm: norm.lstrip("وبل") in words()["membership"])


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """Every membership of a sentence that is suspended or ended."""
    for row, at in words_of(reading, sentence, "membership", may_tell):
        if row.norms[at] in words()["membership"]:
            yield from _at(row, at)


def _at(row: Clause, at: int) -> Iterator[Belonging]:
    told = _suspending(row, at)
    state, behind = _state(row, at)
    if state is None and told is not None:
        state, behind = _own(row, told, at), at + 1
    if told is None or state is None:
        return
    states = _all_of(row, at, told, state)
    if is_in(row.norm(told - 1), words()["undone"]):
        return  # "رفع تعليق عضوية مصر" is told by its own rule
    body, end = _body(row, at, behind, told)
    if body is None:
        return
    verb = row.norm(told).lstrip("وف")
    noun = verb.removeprefix("ب") in words()["suspension"]
    if noun and is_in(row.norm(told - 1), words()["no_fact"]):
        return
    modality = _noun(row, told, end) if noun else _verb(row, told)
    if modality is None or modality is Modality.DENIED or row.norm(told - 1) == "ان":
        return
    date, end = date_at(row, max(end, behind))
    span = row.span(min(told, at), max(end, told + 1)) or Span(row.sentence.start, row.sentence.end)
    for one in (one for mention in states for one in states_of(mention)):
        if one != body:
            yield Belonging(body, one, "leaving", None, date, modality, span, "leaving.suspended_clause")


def _verb(row: Clause, told: int) -> Modality:
    """How a verb is told; the participle of an apposition is a fact: "لن تحضر مالي، المعلقة عضويتها"."""
    beside = row.norm(told).startswith("ال") and row.norm(told) in words()["suspended"]
    return Modality.ASSERTED if beside else modality_of(row.reading, row.sentence, row.elements[told].first)


def _noun(row: Clause, told: int, end: int) -> Modality | None:
    """How "تعليق" is told; it is a fact where somebody is told of it."""
    modality = context(row, told, end, leaving=True)
    informed = modality is None and row.norm(told).lstrip("و").startswith("ب") and _informed(row, told)
    return Modality.ASSERTED if informed else modality


def _informed(row: Clause, told: int) -> bool:
    """Whether somebody is told of it: "أبلغت مصر المنظمة رسميا بتجميد عضويتها"."""
    return any(is_in(row.norm(i), words()["informs"]) for i in range(max(0, told - 16), told))


def _suspending(row: Clause, at: int) -> int | None:
    """The word before or behind "عضوية" that says it rests or ends."""
    suspends = words()["suspends"] | words()["suspension"]
    i = at
    while i > max(0, at - _VERB):
        i -= 1
        norm, mention = row.norm(i), row.elements[i].mention
        if norm in COMMAS and (inside := behind_insertion(row, i)) >= 0:
            i = inside + 1
            continue
        if norm in STOPS or norm in COMMAS:
            break
        if is_in(norm, suspends) or norm.removeprefix("ب") in words()["suspension"]:
            return i
        if mention is None and norm not in words()["aside"] | words()["out_of"] | listed()["adverbs"]:
            break
        if mention is not None and mention.kind not in BODIES | _TAKEN | {Kind.COUNTRY}:
            break
    for i in range(at + 1, min(len(row.elements), at + _BEHIND)):
        if row.norm(i) in STOPS or row.norm(i) in COMMAS:
            break
        if row.norm(i) in words()["suspended"]:
            return i
    return at - 1 if row.norm(at - 1) in words()["suspended"] else None


def _state(row: Clause, at: int) -> tuple[Mention | None, int]:
    """The state whose membership it is: behind the noun, or before its suffix."""
    if row.norm(at).endswith(tuple(words()["membership_of"])):
        element = row.elements[at + 1] if at + 1 < len(row.elements) else None
        found = element.mention if element is not None and element.kind is Kind.COUNTRY and not element.prefix else None
        return found, states_from(row, at + 1)[1] if found is not None else at + 2
    for i in range(at - 1, max(-1, at - _BACK), -1):
        element = row.elements[i]
        if element.kind is Kind.COUNTRY:
            return element.mention, at + 1
        if row.norm(i) in STOPS:
            break
    return None, at


def _all_of(row: Clause, at: int, told: int, state: Mention) -> list[Mention]:
    """All the states of a list whose memberships they are: "مالي وغينيا، المعلقة عضويتهما"."""
    where = row.where(state)
    if where is not None and where > at:
        return states_from(row, where)[0]  # "علقت المنظمة عضوية مالي والنيجر"
    if where is not None and told < where < at and row.norm(at).endswith(("هما", "هم")):
        return run_before(row, where)      # "جمدت مالي والنيجر عضويتهما"
    if where is None or where > told or not (told == at - 1 or row.norm(at).endswith(("هما", "هم"))):
        return [state]
    if row.norm(at).endswith("ها") and row.norm(where - 1) in COMMAS and row.norm(where + 1) not in COMMAS:
        return [state]  # "مصر وتونس، وغينيا المعلقة عضويتها"
    found = run_before(row, where)
    return found if row.norm(at).endswith("ها") or len(found) > 1 else [state]


def _own(row: Clause, told: int, at: int) -> Mention | None:
    """The party that suspends its own membership: "جمد حزب الأمل عضويته في التحالف"."""
    mention = row.elements[told + 1].mention if told + 1 < at else None
    its = row.norm(at).endswith(("ته", "تها")) and row.norm(told).lstrip("وف") in words()["suspends"]
    return mention if its and mention is not None and mention.kind in BODIES and not mention.prefix else None


def _body(row: Clause, at: int, behind: int, told: int) -> tuple[Referent | None, int]:
    """The body: "in" which behind the noun; else the one that suspends, before or behind the verb."""
    for i in range(behind, min(len(row.elements), behind + _BEHIND)):
        norm, mention = row.norm(i), row.elements[i].mention
        if norm in words()["in_it"] and (body := meant(row, i)) is not None:
            return body, i + 1
        inside = row.norm(i - 1) in words()["inside"] or row.elements[i].prefix == "ب"
        if mention is not None and mention.kind in BODIES and inside:
            return mention.referent, i + 1
        if norm in STOPS or norm in COMMAS or (mention is not None and mention.kind not in _TAKEN):
            break
    for i in (told + 1, told - 1):
        mention = row.elements[i].mention if 0 <= i < len(row.elements) else None
        if mention is not None and mention.kind in BODIES and mention.prefix in ("", "و"):
            return mention.referent, behind
    before = [row.elements[i].mention for i in range(told - 1, max(-1, told - 6), -1)]
    informed = next((m for m in before if m is not None and m.kind in BODIES), None)
    if informed is not None and _informed(row, told):
        return informed.referent, behind
    if told == at - 1 and (row.norm(told) in words()["suspended"] or is_in(row.norm(told - 1), words()["since_then"])):
        return _spoken_of(row, at), behind  # "مالي وغينيا، المعلقة عضويتهما"
    return None, at


def _spoken_of(row: Clause, at: int) -> Referent | None:
    """The body of states that was named last, and not by the way."""
    token = row.elements[at].first
    before = reversed([*row.reading.starting(max(0, token - _FAR), token)])
    named = (m for m in before if m.kind in BODIES and m.referent is not None and not by_the_way(row.reading, m))
    return next((m.referent for m in named if m.referent is not None and of_states(m.referent)), None)
