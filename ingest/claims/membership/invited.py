"""Who is invited into a body: "دعت المجموعة مصر إلى الانضمام إليها", "وجهت دعوة إلى تونس لنيل العضوية", "دعيت السويد إلى …".

An invitation is a joining that is to come. Of a verb with one name alone it is open who invites and who is invited: it tells
nothing, and neither does what is refused or only asked for. Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import STOPS, Clause, words_of
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import arguments, bodies, counted
from ingest.claims.membership.states import states_from, words
from ingest.claims.membership.told import Belonging, date_at
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase, listed, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.word_lists import is_in, sieve_of
from kg.claim import Modality, Referent, Span

_REACH = 26   # elements behind an invitation in which it is told into what
_BODY = 5     # elements behind "the joining" in which the body stands
_DOUBT = 8    # elements before it in which it may be doubted
_GOVERNS = 12 # elements before the noun in which what is done with the invitation stands
_ACTORS = BODIES | {Kind.COUNTRY, Kind.PERSON, Kind.TITLE, Kind.GROUP}
may_tell = sieve_of("belonging.toml", "invites", "is_invited", "invitation")


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """Every invitation of a sentence into a body."""
    for row, at in words_of(reading, sentence, "invitations", may_tell):
        into = _into(row, at)
        if into is not None and not _refused(row, at):
            yield from _invited(row, at, into)


def _into(row: Clause, at: int) -> int | None:
    """The word of joining or membership into which it is invited."""
    for i in range(at + 1, min(len(row.elements), at + _REACH)):
        if row.norm(i) in STOPS or is_in(row.norm(i), words()["relative"]) or is_in(row.norm(i), words()["invites"]):
            return None
        if row.norm(i) in words()["into_membership"]:
            return i if _leads_to(row, i) else None
    return None


def _leads_to(row: Clause, into: int) -> bool:
    """Whether the invitation is to join, and not to something about the membership: "إلى الكف عن معارضة انضمام …"."""
    before = row.norm(into - 1)
    if row.norm(into).startswith(("ل", "ب")):
        return row.elements[into - 1].mention is not None or before in words()["before_joining"]
    return before in words()["to_join"] and row.norm(into - 2) != "لا"


def _refused(row: Clause, at: int) -> bool:
    behind = (row.norm(i) for i in range(at + 1, min(len(row.elements), at + 2 * _REACH)))
    if any(is_in(norm, words()["declined"]) for norm in behind):
        return True  # "… لكنها رفضت الدعوة", "ثم سحبت الدعوة"
    near = [row.norm(i) for i in range(max(0, at - _DOUBT), at)]
    begin = max((i + 1 for i, norm in enumerate(near) if norm in STOPS), default=0)
    return any(is_in(norm, words()["no_fact"] | words()["not_done"] | words()["wishes"]) for norm in near[begin:])


def _invited(row: Clause, at: int, into: int) -> Iterator[Belonging]:
    members = _guests(row, at, into)
    body, end = _body(row, at, into)
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    if body is None or not bodies.of_states(body) or modality is Modality.DENIED:
        return
    date, behind = date_at(row, end)
    span = row.span(min([at, *(w for m in members if (w := row.where(m)) is not None)]), max(end, behind))
    for state in (one for m in members if m.kind is Kind.COUNTRY for one in states_of(m)):
        yield Belonging(body, state, "joining", None, date, Modality.PLANNED,
                        span or Span(row.sentence.start, row.sentence.end), "joining.invited")


def _guests(row: Clause, at: int, into: int) -> list[Mention]:
    """The states that are invited."""
    found = [p for p in phrases(row, at) if p.begin < into and p.at < into]
    if is_in(row.norm(at), words()["is_invited"]):
        return arguments.subject(row, at, found)[0]
    if is_in(row.norm(at), words()["invites"]):
        bare = [p for p in found if not p.prep and not arguments.is_time(row, p)]
        first = bare[0] if bare else None
        inviting = first is not None and first.at >= 0 and row.elements[first.at].kind in _ACTORS
        if arguments.before(row, at, BODIES | {Kind.COUNTRY})[0]:
            return _listed(row, bare[0], into) if bare else []
        return _listed(row, bare[1], into) if inviting and len(bare) > 1 else []
    to = next((p for p in found if p.prep in ("ل", "لل", "الي") and p.at >= 0), None)
    if to is not None:
        return _listed(row, to, into)
    back = range(at - 1, max(-1, at - _GOVERNS), -1)
    governs = next((i for i in back if is_in(row.norm(i), words()["gets_invitation"])), None)
    if governs is not None:
        return arguments.subject(row, governs, phrases(row, governs))[0]
    offered = row.norm(into) in words()["membership_itself"] or any(is_in(row.norm(i), words()["agrees"]) for i in back)
    return _listed(row, found[0], into) if found and not found[0].prep and offered else []


def _listed(row: Clause, phrase: Phrase, into: int) -> list[Mention]:
    """The states of a phrase, or those of a number that are named behind the body: "دعت ست دول إلى الانضمام، هي …"."""
    if phrase.at >= 0 and row.elements[phrase.at].kind is Kind.COUNTRY:
        return states_from(row, phrase.at)[0] if set(phrase.nouns) <= listed()["people_of"] else []
    members, _ = arguments.members_of(row, phrase)
    return members if members or row.elements[phrase.at].kind is not Kind.NUMBER else counted.list_behind(row, into)[0]


def _body(row: Clause, at: int, into: int) -> tuple[Referent | None, int]:
    """The body: behind the word of joining, by a pronoun there, or the one that invites or is spoken of."""
    for i in range(into + 1, min(len(row.elements), into + _BODY)):
        mention, norm = row.elements[i].mention, row.norm(i)
        if mention is not None and mention.kind in BODIES:
            return mention.referent, i + 1
        if norm in words()["in_it"]:
            return bodies.meant(row, i), i + 1
        if mention is not None or norm in STOPS or norm not in words()["around_membership"] | listed()["prepositions"]:
            if i > into + 1 and mention is None and norm not in STOPS:
                return None, i  # "إلى الانضمام إلى المعاهدة"
            break
    if row.norm(into).endswith(("ها", "ته")):
        return bodies.meant(row, into), into + 1
    inviting = next((e.mention for e in row.elements[at + 1 : into] if e.kind in BODIES and e.mention is not None), None)
    return (inviting.referent if inviting is not None else bodies.named_before(row, at)), into + 1
