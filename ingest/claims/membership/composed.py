"""Who makes up a body, told by the noun: "لجنة وزارية برئاسة الأردن وعضوية مصر والسعودية", "تأسس بعضوية ثماني دول هي …", and
who has the place of an observer: "فيما يحظى كل من الاتحاد والولايات المتحدة بصفة مراقب".

The body is the one named in front of "under the presidency of", or one without a name there ("مكتبا تنفيذيا جديدا"). Words:
`lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import COMMAS, STOPS, Clause, words_of
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import arguments, bodies, counted
from ingest.claims.membership.counted import MEMBERS
from ingest.claims.membership.states import states_from, words
from ingest.claims.membership.told import Belonging
from ingest.claims.modality import modality_of
from ingest.claims.phrases import phrases
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies.candidates import type_of
from ingest.mentions.bodies.gloss import gloss
from ingest.parts import Sentence
from ingest.word_lists import is_in, sieve_of
from kg.claim import Modality, Referent, Span

_CHAIRED = 24   # elements before "and the membership of" in which it is told who presides
_BODY = 16      # elements before these in which the body stands
_NAME = 4       # adjectives of a body without a name
_HOLDS = 16     # elements before "observer" in which the verb stands
may_tell = sieve_of("belonging.toml", "with_members", "observer_place")


def read(reading: Reading, sentence: Sentence, last: Belonging | None = None) -> Iterator[Belonging]:
    """The members of the bodies that a sentence tells so; `last`: the membership told before."""
    for row, at in words_of(reading, sentence, "made up of", may_tell):
        if is_in(row.norm(at), words()["observer_place"]):
            yield from _observes(row, at, last)
        else:
            yield from _made_up(row, at)


def _made_up(row: Clause, at: int) -> Iterator[Belonging]:
    first = at + 1
    while row.norm(first) in words()["before_list"]:
        first += 1
    chair = _chaired(row, at)
    if chair is None and not row.norm(at).lstrip("و").startswith("ب"):
        return
    members, end = states_from(row, first, MEMBERS) if first < len(row.elements) else ([], first)
    if not members:
        members, end = counted.list_behind(row, first)
    if not members or (chair is None and members[0].kind is not Kind.COUNTRY):
        return  # "فازت بعضوية المجلس"
    begin = at if chair is None else chair
    found = _body(row, begin)
    if found is None or found[0].key in {m.referent.key for m in members if m.referent is not None}:
        return
    body, where = found
    modality = modality_of(row.reading, row.sentence, row.elements[begin].first)
    near = [row.norm(i) for i in range(max(0, where - _NAME), where)]
    if modality in (Modality.DENIED, Modality.PLANNED) or any(is_in(norm, words()["no_fact"]) for norm in near):
        return
    span = row.span(where, end) or Span(row.sentence.start, row.sentence.end)
    heading = _heading(row, chair) if chair is not None else []
    for mention in (*heading, *members):
        role = "chair" if mention in heading else None
        for state in states_of(mention):
            yield Belonging(body, state, "member", role, None, modality, span, "member.made_up")


def _chaired(row: Clause, at: int) -> int | None:
    """Where "under the presidency of" stands before "and the membership of"."""
    for i in range(at - 1, max(-1, at - _CHAIRED), -1):
        if row.norm(i) in STOPS:
            return None
        if row.norm(i) in words()["under_chair"]:
            return i
    return None


def _heading(row: Clause, chair: int) -> list[Mention]:
    """The state that presides; a person told by name does not make one of his state."""
    mention = row.elements[chair + 1].mention if chair + 1 < len(row.elements) else None
    return [mention] if mention is not None and mention.kind is Kind.COUNTRY and not mention.prefix else []


def _body(row: Clause, end: int) -> tuple[Referent, int] | None:
    """The body before element `end`, and where it stands."""
    for i in range(end - 1, max(-1, end - _BODY), -1):
        norm, mention = row.norm(i), row.elements[i].mention
        if norm in STOPS or is_in(norm, words()["not_a_body"]):
            return None
        if mention is not None and mention.kind in BODIES:
            return None if mention.referent is None or mention.prefix == "ب" else (mention.referent, i)
        if mention is not None and mention.kind in (Kind.MEETING, Kind.PERSON, Kind.TITLE):
            return None
        if is_in(norm, words()["new_bodies"] | words()["new_offices"]):
            return (_unnamed(row, i, end), i) if i + 1 < end and row.norm(i + 1) else None
    return None


def _unnamed(row: Clause, at: int, before: int) -> Referent:
    """A body without a name, by its noun and the adjectives behind it."""
    end = at + 1
    while end < min(before, at + _NAME) and row.norm(end).isalpha() and row.norm(end).endswith(("ي", "يه", "ا", "ه")):
        if row.norm(end) in words()["no_adjective"]:
            break
        end += 1
    text = " ".join(row.text(at, end).split())
    key = fold(text).strip()
    return Referent(type_of(key.split()[0]), key, text, gloss(text), surfaces=(text,))


def _observes(row: Clause, at: int, last: Belonging | None) -> Iterator[Belonging]:
    """Who has the place of an observer in a body that is named behind it, or is told of."""
    if row.norm(at + 1).removeprefix("ال") not in words()["observer_noun"]:
        return
    verb = next((i for i in range(at - 1, max(-1, at - _HOLDS), -1) if is_in(row.norm(i), words()["has_a_place"])), None)
    if verb is None:
        return
    found = [p for p in phrases(row, verb) if p.begin < at]
    members, _ = arguments.subject(row, verb, found)
    behind = row.elements[at + 3].mention if at + 3 < len(row.elements) and row.norm(at + 2) in words()["inside"] else None
    body = behind.referent if behind is not None and behind.kind in BODIES else None if last is None else last.body
    modality = modality_of(row.reading, row.sentence, row.elements[verb].first)
    if body is None or not members or modality is Modality.DENIED or (behind is None and not _ends(row, at + 2)):
        return
    span = row.span(verb, at + 2) or Span(row.sentence.start, row.sentence.end)
    for state in (one for mention in members for one in states_of(mention)):
        if state != body and bodies.of_states(body):
            yield Belonging(body, state, "member", "observer", None, modality, span, "member.observer_place")


def _ends(row: Clause, at: int) -> bool:
    return at >= len(row.elements) or row.norm(at) in STOPS | COMMAS | words()["in_it"]
