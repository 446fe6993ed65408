"""Who belongs to a coalition or organization, joins it, leaves it, or helps to lead it.

The constructions are in `patterns/membership.toml`. Persons are members only where a construction is about persons (a list
of those in a committee, one who joins or leaves a party): an office ("عضو مجلس الشيوخ") is told as a position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.claims.clause import COMMAS
from ingest.claims.collective import Said, agrees, body_before, its_owner, read, worded
from ingest.claims.collective.coalition_names import NAMED
from ingest.claims.collective.focus import referring, states_of
from ingest.claims.membership.bodies import shared
from ingest.claims.membership.governed import held
from ingest.claims.membership.lists import in_clauses
from ingest.claims.membership.states import role_in
from ingest.claims.membership.told import Belonging
from ingest.claims.membership.unsure import is_no_member, is_planned, is_unsure, is_weighed
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies.candidates import type_of
from ingest.mentions.bodies.gloss import gloss
from ingest.mentions.bodies.heads import words
from ingest.mentions.lands.countries import of_capital
from ingest.word_lists import is_in, word_lists
from kg.claim import Claim, Modality, Referent, Slot
from kg.iri import Iri
from kg.vocabulary import M

_STATUS = {"member": M.Member, "joining": M.Joining, "leaving": M.Leaving}
_MEMBER = re.compile(r"(?:[\"“«] )?<[A-Z]\d+>(?: [\"”»])?|[\"“«] (?P<words>(?:[^<>\"“”«».،؛:]+ ){1,6}?)[\"”»]")
"""One member in a list: a mention, perhaps in quotation marks, or a name in quotation marks that no list knows."""
_MEMBERS = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP})
_TOLD_OF = BODIES | {Kind.COUNTRY}  # "اللجنة الثلاثية المكونة من مصر والسودان" has a body that is no mention
_CALLED = 8   # tokens before a body without a name in which it is called for
_OFFICES = ("chair", "co_chair", "leader")


def extract(reading: Reading) -> Iterator[Claim]:
    """The memberships of an article, each once."""
    return (claim for claim in _told(reading) if not is_unsure(reading, claim.evidence[0]))


def _told(reading: Reading) -> Iterator[Claim]:
    seen: set[str] = set()
    for said in read(reading, "membership", _TOLD_OF, referring):
        body, skeleton = _body(said.hit.skeleton.reading, said), said.hit.skeleton
        if told := said.hit.mentions("members"):
            how = held(skeleton.reading, skeleton.sentence, min(m.first for m in told), said.modality)
            said = replace(said, modality=how)
        weighed = said.hit.has("verb") and is_weighed(skeleton.reading, said.hit.token("verb"))
        if body is None or said.modality is Modality.DENIED or weighed:
            continue
        if said.hit.rule.fields.get("modality") == "planned":
            if said.modality is Modality.PLANNED:
                continue  # only expected to be asked for or decided
            said = replace(said, modality=Modality.PLANNED)
        if said.hit.has("verb") and is_planned(skeleton.reading, said.body, said.hit.token("verb")):
            said = replace(said, modality=Modality.PLANNED)
        for member in _members(reading, said, body):
            yield from claims_of(said, body, member, seen)
    for belonging in in_clauses(reading):
        yield from _belonging(belonging, seen)


def _belonging(found: Belonging, seen: set[str]) -> Iterator[Claim]:
    """The claims of a membership that was read in a clause, if it has not been told before."""
    body, member, rule = found.body, found.member, f"membership.{found.rule}"
    when = found.date.date.start if found.date is not None and found.date.date is not None else None
    if (frame := _frame(body, member, found.role, seen)) is None:
        return
    told: list[tuple[Iri, Slot]] = [(M.membershipStatus, _STATUS[found.status])]
    if found.role is not None:
        told.append((M.membershipRole, found.role))
    if when is not None:
        told.append((M.until if found.status == "leaving" else M.since, when))
    for predicate, value in told:
        yield Claim(frame, predicate, value, found.modality, (found.evidence,), 0.8, rule)


def _frame(body: Referent, member: Referent, role: str | None, seen: set[str]) -> Referent | None:
    """The frame of a membership, None if it has been told before or is none."""
    if body.key == member.key or M.ArmedGroup in (body.type, member.type) or is_no_member(body, member, role):
        return None
    key = f"{body.key}|{member.key}" + (f"|{role}" if role in _OFFICES else "")  # to preside is told beside belonging
    if key in seen:
        return None
    seen.add(key)
    return Referent(M.Membership, key, slots=((M.topicCollective, body), (M.topicMember, member)))


def _body(reading: Reading, said: Said) -> Referent | None:
    """The body named in the construction, or in words of its own, or (`body` = "before") before it."""
    where = said.hit.rule.fields.get("body")
    if where == "before":
        before = body_before(reading, said.hit.token("verb"))
        return before.referent if before is not None else None
    if where == "its":
        return its_owner(reading, said)
    if said.body is None:
        return None if _only_planned(reading, said) else worded(reading, said, ("new", "quoted"))
    body = said.body.referent
    if said.hit.rule.name in ("member.component", "member.party_of") and _is_assembly(body):
        return None  # "أكبر أحزاب مجلس النواب"
    aside = said.hit.rule.name == "member.contains" and _held_a_meeting(reading, said)
    if aside or shared(reading.document, said.body):
        return None
    concerned = body is not None and not words("concerned").isdisjoint(body.key.split())
    if said.hit.rule.name == "member.between" and (said.body.reason == NAMED or concerned):
        return None  # "المسار بين الاتحاد وإسرائيل", "المجموعة المعنية بالحدود بين البلدين" are no bodies of the two
    return body if body is not None and agrees(reading, said) else None


def _is_assembly(body: Referent | None) -> bool:
    """Whether parties are told of as in a parliament or a government, and are no members of it."""
    inside = set() if body is None else {word.removeprefix("ال") for word in body.key.split()}
    return not inside.isdisjoint({word.removeprefix("ال") for word in words("parliaments") | words("formed")})


def _only_planned(reading: Reading, said: Said) -> bool:
    """Whether a body without a name is only called for: "دعا إلى تشكيل تحالف عسكري يضم مصر والأردن"."""
    if not said.hit.has("new"):
        return False
    token, lists = said.hit.token("new"), word_lists("belonging.toml")
    near = [reading.document.tokens[i].norm for i in range(max(said.hit.skeleton.sentence.first, token - _CALLED), token)]
    founding = any(norm in lists["foundation"] for norm in near[-2:])
    return founding and any(is_in(norm, lists["no_fact"] | lists["plan"]) for norm in near)


def _members(reading: Reading, said: Said, body: Referent) -> list[Referent]:
    """The members a construction names; where it says "before", the state named last in the sentence."""
    if said.hit.rule.fields.get("members") == "before":
        sentence, token = said.hit.skeleton.sentence, said.hit.token("verb")
        states = [m for m in reading.within(sentence) if m.kind is Kind.COUNTRY and not _leads(reading, m)]
        before = [m for m in states if m.first < token]
        found = before[-1:] or [m for m in states if token < m.first <= token + 2][:1]
        return [state for m in found for state in states_of(m)]
    listed = [*said.hit.mentions("partner"), *said.hit.mentions("members")]
    if said.hit.rule.fields.get("persons") == "yes":
        people = [m.referent for m in listed if m.kind is Kind.PERSON and m.referent is not None]
        return people if _of_persons(body) else []
    if said.hit.rule.fields.get("persons") == "parties":
        offices = [m.post.of for m in listed if m.post is not None]
        return [of for of in offices if of is not None and of.type != M.Country and _of_persons(of)]
    if said.hit.rule.fields.get("persons") == "states":  # ministers sign and preside for their states
        if body.authority is None and body.type == M.Organization:
            return []  # a body at home, as like as not
        posts = [m.post.of for m in listed if m.post is not None]
        signers = [of for of in posts if of is not None and of.type == M.Country]
        return signers if len(signers) == len(listed) else []
    named = [state for m in listed if m.kind in _MEMBERS or _state(reading, m) for state in states_of(m)]
    return named + _seats(reading, listed, body) + _quoted(said)


def _held_a_meeting(reading: Reading, said: Said) -> bool:
    """ "الآلية تأسست على هامش مؤتمر الحركة، وتضم …": a body named for its meeting is no subject of another clause."""
    norms, verb = reading.document.norms, said.hit.token("verb")
    if said.body is None or not norms[verb].startswith("و") or norms[verb - 1] not in COMMAS:
        return False
    first = said.body.first
    before = (m for m in reading.starting(first - _CALLED, first) if m.kind is Kind.MEETING and "verb" not in m.tags)
    return any(meeting.last == first for meeting in before)


def _leads(reading: Reading, state: Mention) -> bool:
    """A state told only as the leader of a body: "التحالف الذي تقوده الولايات المتحدة"."""
    before = reading.document.tokens[state.first - 1].norm if state.first else ""
    return before in word_lists("belonging.toml")["led_by"]


def _of_persons(body: Referent) -> bool:
    """Whether persons join, leave or make up the body as its members: a party or a committee, not an employer or a club."""
    noun = fold(body.label_ar or body.key).split()[0].removeprefix("ال")
    return noun in words("of_persons")


def _state(reading: Reading, mention: Mention) -> bool:
    """An adjective that is the name of a state as well: "يضم المجلس السعودية وقطر"."""
    return mention.kind is Kind.NISBA and reading.document.tokens[mention.first].norm in words("state_adjectives")


def _role(said: Said) -> str | None:
    """The role that the construction, or the words on the kind of membership, give."""
    if (role := said.hit.rule.fields.get("role")) is not None or not said.hit.has("how"):
        return role
    return role_in(said.hit.match.group("how").split())


def _seats(reading: Reading, listed: list[Mention], body: Referent) -> list[Referent]:
    """The states whose capitals are named for them ("الذي يضم واشنطن وطوكيو"), if nothing but states is listed."""
    places = [m for m in listed if m.kind is Kind.PLACE]
    seats = [seat for m in places if (seat := of_capital(reading.document.tokens, m.first)) is not None]
    of_states = body.authority is not None and all(m.kind in (Kind.PLACE, Kind.COUNTRY) for m in listed)
    return [seat[2] for seat in seats] if of_states and len(seats) == len(places) else []


def _quoted(said: Said) -> list[Referent]:
    """Members that stand in quotation marks and are in no list ("حزب" may be left out: و"الجمهوري")."""
    if not said.hit.has("members"):
        return []
    start, end = said.hit.match.span("members")
    found = []
    for match in _MEMBER.finditer(said.hit.skeleton.text, start, end):
        if match.group("words") is None:
            continue
        words = match.group("words").strip()
        span = said.hit.skeleton.span(*match.span("words"))
        text = " ".join(said.hit.skeleton.reading.document.text[span.start : span.end].split())
        found.append(Referent(type_of(words.split()[0]), words, text, gloss(text), surfaces=(text,)))
    return found


def claims_of(said: Said, body: Referent, member: Referent, seen: set[str]) -> Iterator[Claim]:
    """The claims of one membership, if it has not been told before (`seen`)."""
    role = _role(said)
    if (frame := _frame(body, member, role, seen)) is None:
        return
    status = said.hit.rule.fields["status"]
    yield said.claim(frame, M.membershipStatus, _STATUS[status], "membership")
    if role is not None:
        yield said.claim(frame, M.membershipRole, role, "membership")
    for date in (*said.hit.mentions("date"), *said.hit.mentions("day")):
        if date.date is not None and date.date.start is not None:
            predicate = M.until if status == "leaving" else M.since
            yield said.claim(frame, predicate, date.date.start, "membership")
