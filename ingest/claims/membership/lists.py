"""Lists of states that tell who belongs to a body: behind "الدول الأعضاء" and the like, or in brackets behind the body.

"دول المجلس الست: السعودية و…", "الدول العشر هي …", "الترويكا المعنية بالسودان (…)". The body is the one named in the
phrase, or the one spoken of before. Also who leads it ("بقيادة لاتفيا"). Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.collective import body_before, opened, owner
from ingest.claims.collective.focus import group_of, referring, states_of
from ingest.claims.membership import (
    among,
    bodies,
    chairs,
    composed,
    founders,
    frames,
    invited,
    others,
    predicates,
    suspended,
)
from ingest.claims.membership.called_again import called_again
from ingest.claims.membership.forms import form
from ingest.claims.membership.states import role_in, states_from, words
from ingest.claims.membership.told import Belonging
from ingest.claims.modality import modality_of
from ingest.claims.phrases import phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Document, Zone, within
from ingest.word_lists import is_in
from kg.claim import Modality, Referent, Span

_MEMBERS = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION})
_COMMAS = frozenset("،,")
_CLOSING = frozenset("\"”»)")
_COUNTED = 30  # elements back in which the members have been counted
_CALLED = 6  # elements before a list in which its states are called members
_FEW = 4     # states that a bare "الدول الأربع" must have to be the members of the body

_READ = (suspended, frames, predicates, founders, chairs, composed, invited, among)  # by certain words


def in_clauses(reading: Reading) -> Iterator[Belonging]:
    """The memberships of an Arabic article that are read clause by clause: who joins, who is listed, who leads."""
    if reading.document.language not in ("ar", "und"):
        return
    reading = referring(opened(reading))
    telling = reading.document.once("telling of members", lambda: _telling(reading.document))
    last: Belonging | None = None
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        if within(telling, sentence):
            yield from suspended.read(reading, sentence)
            told = [*frames.read(reading, sentence, last), *predicates.read(reading, sentence)]
            last = told[-1] if told else last
            yield from told
            yield from others.read(reading, sentence, told)
            yield from founders.read(reading, sentence)
            yield from chairs.read(reading, sentence)
            yield from composed.read(reading, sentence, last)
            yield from invited.read(reading, sentence)
            yield from among.read(reading, sentence)
        here = [m for m in reading.within(sentence) if m.kind in _MEMBERS]
        if len(here) < 2:
            continue
        row = clause(reading, sentence)
        end = 0
        for mention in here:
            at = row.where(mention)
            if at is None or at < end:
                continue
            if mention.kind in BODIES and is_in(row.norm(at - 1), words()["contain"]):
                continue  # the body itself: "تضم الرباعية كلا من …"
            members, behind = states_from(row, at, _MEMBERS, sides=False)
            found = [*_listed(row, at, behind, members), *_led(row, at, behind, members)]
            end = behind if found or mention.kind is Kind.COUNTRY else at + 1
            yield from found


def _telling(document: Document) -> list[int]:
    """The tokens at which any of the readers by certain words has something to read."""
    return sorted({token for reader in _READ for token in document.sifted(reader.may_tell)})


def _listed(row: Clause, at: int, end: int, states: list[Mention]) -> Iterator[Belonging]:
    """Who is listed as a member."""
    body = _of_members(row, at, states) or _bracketed(row, at, end, states) or _of_counted(row, at)
    if body is None and sum(len(states_of(m)) for m in states) > 1:
        body = called_again(row, at)
    if body is None or any(m.referent == body for m in states):
        return
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    if modality is not Modality.DENIED:
        role = role_in(row.norm(i) for i in range(max(0, at - _CALLED), at))  # "الدول المؤسسة، البرازيل و…"
        told = Modality.REPORTED if row.inside[at] else Modality.ASSERTED  # what somebody is quoted to say
        yield from _claims(row, body, states, max(0, at - _CALLED), end, "member", role, "listed", told)


def _claims(
    row: Clause, body: Referent, states: list[Mention], begin: int, end: int, status: str, role: str | None, rule: str,
    modality: Modality = Modality.ASSERTED,
) -> Iterator[Belonging]:
    span = row.span(begin, end) or Span(row.sentence.start, row.sentence.end)
    for mention in states:
        for state in states_of(mention):
            yield Belonging(body, state, status, role, None, modality, span, f"{status}.{rule}")


def _opening(row: Clause, at: int) -> int | None:
    """The element before what opens a list at `at` ("هي", ":", "، بينها كل من"), None if nothing opens it."""
    i = at - 1
    opened_by = 0
    while i >= 0 and at - i <= 6 and (row.norm(i) in words()["opens"] or row.norm(i) in words()["before_list"]):
        opened_by += row.norm(i) in words()["opens"]
        i -= 1
    return i if opened_by and i >= 0 else None


def _of_members(row: Clause, at: int, states: list[Mention]) -> Referent | None:
    """The body of "الدول الأعضاء في …" before a list."""
    i = _opening(row, at)
    alone = len(states) == 1 and states[0].kind in BODIES  # "وانبثق عن التعاون بين دولها منتدى الغاز"
    if _its_members(row, at - 1) and not alone:
        i = at - 1
    if i is None:
        return None
    number: Mention | None = None
    told = 0
    body: Referent | None = None
    while i >= 0 and told < 8:
        norm, mention = row.norm(i), row.elements[i].mention
        if mention is not None:
            if mention.kind is Kind.NUMBER and number is None:
                number = mention
            elif mention.kind is Kind.GROUP:
                return group_of(mention) if number is not None or told or not _only_comma(row, i, at) else None
            elif mention.kind in BODIES and body is None:
                body = mention.referent
            else:
                return None
        elif _its_members(row, i):
            return owner(row.reading, row.elements[i].first, feminine=norm.endswith("ها"))
        elif norm in words()["members"] and row.norm(i - 1) in words()["not_being"]:
            return None  # "الدول غير الأعضاء (أوبك+)"
        elif norm in words()["members"] and not _held(row, i):
            return body or _unnamed(row, i, number, states)
        elif norm not in words()["member_words"]:
            return None
        i, told = i - 1, told + 1
    return None


def _its_members(row: Clause, at: int) -> bool:
    """ "دوله", and not "دولة", which is folded alike."""
    document = row.reading.document
    last = document.tokens[row.elements[at].last - 1].end if at >= 0 else 0
    return row.norm(at) in words()["its_members"] and document.text[last - 1] != "ة"


def _of_counted(row: Clause, at: int) -> Referent | None:
    """The body whose members have been counted: "عدد أعضاء التحالف 82، بينهم خمس منظمات، من ضمنها …"."""
    i = _opening(row, at)
    noun = i is not None and row.norm(i).lstrip("و") in words()["counted_nouns"]
    if i is None or not (row.elements[i].kind is Kind.NUMBER or (noun and row.elements[i - 1].kind is Kind.NUMBER)):
        return None
    for k in range(i, max(-1, i - _COUNTED), -1):
        if row.norm(k) in STOPS:
            return None
        if row.norm(k) in words()["number_of"] and row.norm(k + 1) in words()["members"]:
            mention = row.elements[k + 2].mention if k + 2 < len(row.elements) else None
            return mention.referent if mention is not None and mention.kind in BODIES else None
        if is_in(row.norm(k), words()["contain"]) and (verb := form(row.norm(k))) is not None:
            return bodies.containing(row, k, verb, phrases(row, k))[0]
    return None


def _bracketed(row: Clause, at: int, end: int, states: list[Mention]) -> Referent | None:
    """The body that a list in brackets spells out: "الترويكا المعنية بالسودان (الولايات المتحدة والنرويج)"."""
    if row.norm(at - 1) != "(" or row.norm(end) != ")" or sum(len(states_of(m)) for m in states) < 2:
        return None
    for i in range(at - 2, max(-1, at - 6), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in BODIES:
            return mention.referent
        if (mention is None and row.norm(i) not in words()["around_body"]) or (mention is not None and not mention.prefix):
            return None
    return None


def _only_comma(row: Clause, begin: int, end: int) -> bool:
    """Whether nothing but a comma parts a group from what follows: "ودول المجلس، وتركيا" goes on with another."""
    return not any(row.norm(i) in words()["opens"] - _COMMAS for i in range(begin + 1, end))


def _held(row: Clause, at: int) -> bool:
    """"الأعضاء" behind "الدول": the noun stands before it."""
    return row.norm(at) in words()["the_members"] and row.norm(at - 1) in words()["members"]


def _unnamed(row: Clause, at: int, number: Mention | None, states: list[Mention]) -> Referent | None:
    """The body spoken of, whose members are called so, or are as many as are listed."""
    between = [row.norm(i) for i in range(at, min(len(row.elements), at + 4))]
    listed = sum(len(states_of(m)) for m in states)
    called = not words()["called_members"].isdisjoint(between)
    quantity = number.quantity if number is not None else None
    same = quantity is not None and quantity.value == listed and listed >= _FEW and between[0].lstrip("ول").startswith("ال")
    if not (called or same):
        return None
    before = body_before(row.reading, row.elements[at].first)
    return before.referent if before is not None else None


def _led(row: Clause, at: int, end: int, states: list[Mention]) -> Iterator[Belonging]:
    """"تحالف المسيرات بقيادة لاتفيا وبريطانيا", "التحالف الذي تقوده السعودية"."""
    i = at - 1
    while i >= 0 and row.norm(i) in words()["before_list"]:
        i -= 1
    if row.norm(i) in words()["leading"]:
        i -= 1
    elif row.norm(i) in words()["led_by"] and row.norm(i - 1) in words()["relative"]:
        i -= 2
    else:
        return
    while i >= 0 and row.norm(i) in COMMAS | _CLOSING:
        i -= 1
    mention = row.elements[i].mention if i >= 0 else None
    if mention is None or mention.kind is not Kind.COALITION or mention.referent is None or row.norm(i) in STOPS:
        return
    leaders = [m for m in states if m.kind is Kind.COUNTRY]
    yield from _claims(row, mention.referent, leaders, i, end, "member", "leader", "led")
