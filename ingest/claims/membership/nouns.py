"""Verbal nouns of joining and leaving with their arguments: "بعد انضمام توغو إليه", "أعلنت قطر … انسحابها من أوبك".

A noun is a fact only where the words around it tell that it came about (`told.context`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.collective import among_states, owner
from ingest.claims.collective.focus import states_of
from ingest.claims.collective.runs import runs
from ingest.claims.membership import arguments, bodies
from ingest.claims.membership.forms import Form
from ingest.claims.membership.states import run_before, words
from ingest.claims.membership.told import Belonging, context, memberships
from ingest.claims.modality import modality_of
from ingest.claims.phrases import listed, phrases
from ingest.mention import BODIES, Kind, Mention
from ingest.word_lists import is_in
from kg.claim import Modality, Referent

_OWNER = 22      # elements before a noun with a suffix in which its owner stands
_AGREED = 24     # elements before a noun of taking in, in which what agrees to it and the body may stand
_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})


def read(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    found = phrases(row, at)
    if verb.suffix and "object" in verb.body:
        yield from _its_leaving(row, at, verb)
        return
    if verb.suffix:
        members, end = _declared(row, at) or _owners(row, at, verb), at + 1
    else:
        first = found[0] if found and not found[0].prep else None
        members, end = arguments.members_of(row, first) if first is not None else ([], at)
    if not members or (verb.states and any(m.kind is not Kind.COUNTRY for m in members)):
        return
    body, behind = bodies.governed_body(row, at, verb, [p for p in found if p.begin >= end])
    declared = _declared_by(row, at) if body is None and not verb.suffix else None
    if declared is not None and not _body_follows(row, end):
        told = modality_of(row.reading, row.sentence, row.elements[at].first)
        yield from memberships(row, at, verb, None, declared, members, end, told)
        return
    governed = is_in(row.norm(at - 1), words()["done_that"]) or row.norm(at).startswith("ب") or verb.name == "admit"
    if body is None and governed and not verb.suffix and _nothing_follows(row, end):
        body, behind = _named_before(row, at), end
    if body is None and not verb.suffix and any(words()["full_member"] & set(p.nouns) for p in found):
        body, behind = _named_before(row, at), found[-1].end  # "وافق المجلس على عودة سوريا إلى شغل مقعدها"
    if body is None or (verb.strict and not bodies.of_states(body)):
        return
    grown = bodies.widened(row, at) if row.norm(at).startswith("ب") else None
    if grown is not None and grown == body:
        yield from memberships(row, at, verb, None, body, members, behind, Modality.ASSERTED)
        return
    if verb.status != "leaving" and row.norm(at - 1).removeprefix("ب").removeprefix("ل") in words()["acceptance"]:
        modality = _accepted(row, at - 1)
        if modality is not None:
            yield from memberships(row, at, replace(verb, status="joining"), None, body, members, behind, modality)
        return
    modality = context(row, at, behind, leaving=verb.status == "leaving", own=bool(verb.suffix))
    if modality is None and verb.name in ("admit", "return"):
        modality = _agreed(row, at)
    if modality is not None:
        yield from memberships(row, at, verb, None, body, members, behind, modality)


def controlled(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    """"طلبت فنلندا رسميا الانضمام إلى الحلف", "أعلنت قطر … الانسحاب من أوبك": who governs the noun is who joins."""
    governs = _governing(row, at)
    found = phrases(row, at)
    body, behind = bodies.governed_body(row, at, verb, found)
    if governs is None or body is None or (verb.strict and not bodies.of_states(body)):
        return
    members, _ = arguments.subject(row, governs, phrases(row, governs))
    modality = modality_of(row.reading, row.sentence, row.elements[governs].first)
    if not members or modality is Modality.DENIED or row.norm(governs - 1) == "ان":
        return
    done = is_in(row.norm(governs), words()["declares"]) and verb.status == "leaving"
    verb = verb if verb.status == "leaving" else replace(verb, status="joining")
    yield from memberships(row, at, verb, None, body, members, behind, modality if done else Modality.PLANNED)


def _declared(row: Clause, at: int) -> list[Mention]:
    """Who makes it known: "أعلن حزب العمل، أمس، انسحابه من التحالف"."""
    governs = _governing(row, at)
    if governs is None or not is_in(row.norm(governs), words()["declares"]):
        return []
    members = arguments.subject(row, governs, phrases(row, governs))[0]
    return members if all(m.kind in BODIES for m in members) else []


def _governing(row: Clause, at: int) -> int | None:
    """The verb of intending, asking or announcing that governs a noun."""
    for i in range(at - 1, max(-1, at - _OWNER), -1):
        norm = row.norm(i)
        if norm in STOPS or is_in(norm, words()["no_fact"] - words()["intends"]) or is_in(norm, listed()["clause"]):
            return None
        if is_in(norm, words()["intends"] | words()["declares"]):
            return i
    return None


def _its_leaving(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    """"مالي التي كانت السباقة إلى مغادرتها": the suffix is the body, the state stands before."""
    body = owner(row.reading, row.elements[at].first, feminine=verb.suffix == "ها")
    members = _owners(row, at, replace(verb, suffix=""))
    modality = context(row, at, at + 1, leaving=True, own=True)
    if body is not None and members and modality is not None and bodies.of_states(body):
        yield from memberships(row, at, verb, None, body, members, at + 1, modality)


def _agreed(row: Clause, at: int) -> Modality | None:
    """How a noun of taking in is told that a body has agreed to or decided: "وافق قادة المنظمة، …، على قبول مصر"."""
    for i in range(at - 1, max(-1, at - _AGREED), -1):
        if is_in(row.norm(i), words()["no_fact"]) or row.norm(i) in STOPS:
            return None
        if is_in(row.norm(i), words()["agrees"]):
            modality = modality_of(row.reading, row.sentence, row.elements[i].first)
            return None if modality in (Modality.DENIED, Modality.PLANNED) else modality
    return None


def _accepted(row: Clause, at: int) -> Modality | None:
    """How the acceptance of a joining is told: "أعلنت القمة قبول انضمام مصر"; planned where it is still to come."""
    for i in range(at - 1, max(-1, at - _AGREED), -1):
        norm = row.norm(i)
        if norm in STOPS or is_in(norm, words()["no_fact"]):
            return None
        if is_in(norm, words()["expected"]):
            return Modality.PLANNED
        told = is_in(norm, words()["agrees"] | words()["declares"] | words()["witnesses"] | words()["declaring"])
        if told and not (row.norm(i - 1) == "ان" or is_in(row.norm(i - 1), words()["expected"])):
            modality = modality_of(row.reading, row.sentence, row.elements[i].first)
            return None if modality is Modality.DENIED else modality
    return None


def _nothing_follows(row: Clause, end: int) -> bool:
    while is_in(row.norm(end), listed()["adverbs"]):
        end += 1
    behind = row.elements[end] if end < len(row.elements) else None
    return behind is None or behind.kind is Kind.DATE or behind.norm in STOPS | COMMAS | words()["goes_on_with"]


def _declared_by(row: Clause, at: int) -> Referent | None:
    """The body at the head of a sentence that makes it known: "أعلنت المنظمة انضمام مصر", "المنظمة ترحب بانضمام مصر"."""
    i = at - 1
    between = frozenset({"عن"}) | listed()["adverbs"]
    while i > 0 and (is_in(row.norm(i), between) or row.elements[i].kind is Kind.DATE):
        i -= 1
    if i not in (1, 2) or (i == 2 and row.norm(0) not in words()["and_now"]):
        return None
    first, second = row.elements[i - 1], row.elements[i]
    told, of = (row.norm(i), first.mention) if first.kind in BODIES else (row.norm(i - 1), second.mention)
    if of is None or of.kind not in BODIES or of.prefix or not is_in(told, words()["headline"]):
        return None
    return of.referent


def _body_follows(row: Clause, end: int) -> bool:
    """Whether the noun is told of another body, or of none that is known ("انضمام مصر إلى المعاهدة")."""
    return row.norm(end) in ("الي", "من", "ل") or any(e.kind in BODIES for e in row.elements[end : end + 2])


def _named_before(row: Clause, at: int) -> Referent | None:
    """The body that the clause has named before "بعد انضمام مصر وتونس"."""
    named = [e.mention for e in row.elements[max(0, at - _AGREED) : at] if e.kind in BODIES and e.mention is not None]
    if named and among_states(row.reading, named[-1]):
        return bodies.named_before(row, at)  # "تأسس بمبادرة من فرنسا وألمانيا والاتحاد، ويضم 18 عضوا بعد انضمام كندا"
    return named[-1].referent if named else None


def _owners(row: Clause, at: int, verb: Form) -> list[Mention]:
    """The states whose joining "انضمامها" is: the list named last before it, of two for "هما"."""
    begin = max(0, at - _OWNER)
    for i in range(at - 1, begin - 1, -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind is Kind.COUNTRY:
            found = run_before(row, i)
            number = sum(len(states_of(m)) for m in found)
            return found if number == {"ه": 1, "هما": 2}.get(verb.suffix, number) else []
        governed = mention is not None and (mention.prefix not in ("", "و") or row.norm(i - 1) in listed()["prepositions"])
        if mention is not None and mention.kind in BODIES and not governed:
            return []
        if mention is not None and mention.kind in _PEOPLE and verb.suffix == "ه" and verb.member == "object":
            return []  # "الإفراج عن الرئيس وإعادته إلى الحكم": a person is put back
        if row.norm(i) in STOPS:
            return []
    if begin:
        return []
    before = row.reading.starting(max(row.elements[0].first - 30, 0), row.elements[0].first)
    states = [m for m in before if m.kind is Kind.COUNTRY]
    return next(runs(row.reading.document.tokens, states), []) if at <= 4 else []
