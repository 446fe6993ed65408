"""Predicates of membership with their arguments, in any order: who joins, leaves, is taken in or put out, what holds whom.

A predicate (`lexicon/member_verbs.toml`) is a verb in any of its forms, a participle or a verbal noun. What it tells is read
from the phrases of its clause (`ingest/claims/phrases.py`), so that adverbs, dates and insertions may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.claims.clause import COMMAS, STOPS, Clause, words_of
from ingest.claims.collective import owner
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import arguments, bodies, counted, nouns, others, presiding
from ingest.claims.membership.counted import MEMBERS
from ingest.claims.membership.forms import Form, form
from ingest.claims.membership.states import role_in, states_from, words
from ingest.claims.membership.told import Belonging, memberships
from ingest.claims.membership.unsure import is_weighed
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase, listed, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.sieve import Sieve
from ingest.word_lists import is_in
from kg.claim import Modality, Referent
from kg.vocabulary import M

may_tell = Sieve(form)
_FEW = 2
_GOVERNS = 4  # elements before "منح" in which a verb that governs it stands


def read(reading: Reading, sentence: Sentence, last: Belonging | None = None) -> Iterator[Belonging]:
    """Every membership that a predicate of a sentence tells; `last`: the one told last before it."""
    told: list[Belonging] = []
    for row, at in words_of(reading, sentence, "member verbs", may_tell):
        verb = form(row.norms[at])
        if verb is not None:
            told += _told_by(row, at, verb)
            if not told and last is not None and verb.states:
                told += others.likewise(row, at, verb, last)
    yield from told


def _told_by(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    if verb.definite:
        return nouns.controlled(row, at, verb)
    return nouns.read(row, at, verb) if verb.noun else _verb(row, at, verb)


def _verb(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    if _supposed(row, at):
        return
    found = phrases(row, at)
    if ("subject" in verb.body and verb.member != "object") or verb.name in ("contain", "gather"):
        yield from _contains(row, at, verb, found)
    elif verb.through == "presidency" or (verb.name == "observe" and presiding.shares(found)):
        yield from presiding.read(row, at, verb, found)
    elif verb.member == "object":
        yield from _puts_out(row, at, verb, found)
    else:
        yield from _goes(row, at, verb, found)


def _supposed(row: Clause, at: int) -> bool:
    """After "if", after أن unless "after", "since" or "before" it, or no verb at all: "على رأسها"."""
    if row.norm(at - 1).lstrip("و") in words()["no_verb_behind"]:
        return True
    if row.norm(at - 1) == "ان":
        return not is_in(row.norm(at - 2), words()["done_that"]) and _had_before(row, at) is None
    return any(is_in(row.norm(i), words()["not_done"]) for i in range(max(0, at - 2), at))


def _had_before(row: Clause, at: int) -> list[Mention] | None:
    """"سبق لقطر والإكوادور أن انسحبتا": who has done it before."""
    i = at - 2
    last = i
    while i >= 0 and row.elements[i].kind in MEMBERS:
        i -= 1
    while i >= 0 and is_in(row.norm(i), listed()["adverbs"]):
        i -= 1
    return states_from(row, i + 1, MEMBERS)[0] if last > i and is_in(row.norm(i), words()["happened"]) else None


def _modality(row: Clause, at: int) -> Modality:
    found = modality_of(row.reading, row.sentence, row.elements[at].first)
    if row.norm(at - 1) == "ان" and found is not Modality.DENIED:
        return Modality.ASSERTED  # "بعد أن", "سبق … أن"
    return found


def _goes(row: Clause, at: int, verb: Form, found: list[Phrase]) -> Iterator[Belonging]:
    role = _role(row, at, verb, found)
    if (verb.role == "observer" and role != "observer") or any(words()["not_members"] & set(p.nouns) for p in found):
        return
    body = bodies.resumed(row, at, found)
    if body is None and verb.states and verb.suffix:
        body = bodies.resumed_by(row, at, verb.suffix)
    if body is not None:
        members, end = arguments.bare_subject(row, found)
        behind = max((p.end for p in found), default=at + 1)
    else:
        members, end = _whole(row, at, verb, found)
        body, behind = _body(row, at, verb, found, members)
    shares = end + (row.norm(end) in words()["sharing"])
    if members and verb.role in ("leader", "chair", "co_chair") and row.norm(shares) in words()["sharing_with"]:
        joined, behind_them = states_from(row, shares + 1)  # "تقود إيطاليا بالاشتراك مع الولايات المتحدة مجموعة …"
        members, end = [*members, *joined], behind_them if joined else end
    members, end = _in_company(row, found, members, end)
    if body is None or not members or (verb.strict and not bodies.of_states(body) and not bodies.headed_by_states(members)):
        return
    if verb.coalition and body.type != M.Coalition:
        return
    if verb.states and any(m.kind is not Kind.COUNTRY for m in members):
        return
    modality, role = _modality(row, at), role or verb.role
    if role == "chair" and sum(len(states_of(m)) for m in members) > 1:
        role = "co_chair"
    if row.norm(at) in words()["to_grant"]:
        modality = _granting(row, at, modality)
    if modality is not Modality.DENIED:
        yield from memberships(row, at, verb, role, body, members, max(end, behind), modality)


def _granting(row: Clause, at: int, told: Modality) -> Modality:
    """How it is told where it may be a noun: "قررت المنظمة منح مصر العضوية", "رفضت منح …"."""
    near = [row.norm(i) for i in range(max(0, at - _GOVERNS), at)]
    near = near[max((i + 1 for i, norm in enumerate(near) if norm in STOPS | COMMAS), default=0) :]
    if any(is_in(norm, words()["no_fact"]) for norm in near):
        return Modality.DENIED
    return Modality.PLANNED if any(is_in(norm, words()["plan"]) for norm in near) else told


def _in_company(row: Clause, found: list[Phrase], members: list[Mention], end: int) -> tuple[list[Mention], int]:
    """The states that do it with those told of: "انضمت قطر إلى التحالف رفقة الكويت"; "إلى جانب" may tell of those in it."""
    if not all(m.kind is Kind.COUNTRY for m in members):
        return members, end
    for phrase in found:
        of_states = phrase.at >= 0 and row.elements[phrase.at].kind is Kind.COUNTRY
        if of_states and row.norm(phrase.begin) in words()["in_company"]:
            more, behind = states_from(row, phrase.at)
            members, end = [*members, *(m for m in more if m not in members)], max(end, behind)
    return members, end


def _whole(row: Clause, at: int, verb: Form, found: list[Phrase]) -> tuple[list[Mention], int]:
    """The members, and who comes along behind the verb."""
    if row.norm(at - 1) == "ان" and (had := _had_before(row, at)) is not None:
        return had, at + 1
    if verb.name == "precede" and verb.suffix:
        return counted.list_behind(row, at + 1)  # "بلدان سبقتها إلى صفوفه، من بينها …"
    if "object" in verb.body and (behind := _behind_body(row, found)) is not None:
        return arguments.members_of(row, behind)
    of_membership = words()[verb.through] if verb.through else frozenset()
    return arguments.subject(row, at, [p for p in found if p.at >= 0 or of_membership.isdisjoint(p.nouns)])


def _behind_body(row: Clause, found: list[Phrase]) -> Phrase | None:
    """The subject behind the body that is the object: "تقود تحالف القدرات البحرية النرويج والدنمارك"."""
    bare = [p for p in found if not p.prep and p.at >= 0]
    if len(bare) < _FEW or row.elements[bare[0].at].kind not in BODIES:
        return None
    return bare[1] if row.elements[bare[1].at].kind is Kind.COUNTRY and not row.elements[bare[1].at].prefix else None


def _body(row: Clause, at: int, verb: Form, found: list[Phrase], members: list[Mention]) -> tuple[Referent | None, int]:
    if verb.suffix and "object" in verb.body:
        if verb.states and presiding.object_is_meeting(row, at, verb.suffix):
            return None, at
        return owner(row.reading, row.elements[at].first, feminine=verb.suffix == "ها"), at + 1
    found = [p for p in found if p.at < 0 or all(row.elements[p.at].mention is not m for m in members)]
    body, behind = bodies.governed_body(row, at, verb, found, members)
    if body is None and verb.through and any(noun in words()["full_member"] for p in found for noun in p.nouns):
        return bodies.named_before(row, at), max(p.end for p in found)
    return body, behind


def _role(row: Clause, at: int, verb: Form, found: list[Phrase]) -> str | None:
    """The role that words of the clause give: "بصفة مراقب"."""
    nouns = [noun for p in found for noun in p.nouns]
    adverbs = [row.norm(i) for i in range(at + 1, found[-1].end if found else at + 1)]
    return role_in([*nouns, *adverbs])


def _puts_out(row: Clause, at: int, verb: Form, found: list[Phrase]) -> Iterator[Belonging]:
    """"طردت المجموعة روسيا", "طردت روسيا من المجموعة"."""
    body, behind = bodies.governed_body(row, at, verb, found)
    bare = [p for p in found if not p.prep and not arguments.is_time(row, p)]
    if any(p.at < 0 or row.elements[p.at].kind not in MEMBERS for p in bare):
        return  # "استبعدت تركيا الانسحاب من الحلف": something else is put out of the question
    if body is None and len(bare) >= _FEW:
        body, behind = bodies.body_in(row, bare[0]), bare[0].end
        bare = bare[1:]
    if body is None:
        return
    members, end = arguments.members_of(row, bare[0]) if bare else (arguments.before(row, at, MEMBERS)[0], behind)
    modality = _modality(row, at)
    if members and modality is not Modality.DENIED:
        yield from memberships(row, at, verb, None, body, members, max(end, behind), modality)


def _widens(row: Clause, at: int, verb: Form, found: list[Phrase]) -> Iterator[Belonging]:
    """"وسعت المجموعة عضويتها لتشمل مصر", "توسعت … لتضم مصر"."""
    body = bodies.widened(row, at)
    if body is None or not found or found[0].prep:
        return
    members, end = arguments.members_of(row, found[0])
    yield from memberships(row, at, replace(verb, status="joining"), None, body, members, end, Modality.ASSERTED)


def _contains(row: Clause, at: int, verb: Form, found: list[Phrase]) -> Iterator[Belonging]:
    if row.norm(at).startswith("ل") and verb.member == "object":
        yield from _widens(row, at, verb, found)
        return
    if is_weighed(row.reading, row.elements[at].first):
        return
    body, behind = bodies.containing(row, at, verb, found)
    if body is None or (verb.strict and not bodies.of_states(body)):
        return
    wanted = "" if verb.member == "object" else verb.member
    if any(p.prep == "بين" for p in found):
        wanted = "بين"  # "تجمع المجموعة بين دول الضفتين، وهي …"
    taken = [p for p in found if p.begin >= behind and p.prep.lstrip("و") == wanted and not arguments.is_time(row, p)]
    if not taken and not verb.participle and (past := arguments.past_relative(row, behind)) is not None:
        members, end = states_from(row, past, MEMBERS)  # "وتضم المجموعة التي أنشئت عام 2014 كلا من …"
        if len(members) >= _FEW and _modality(row, at) is not Modality.DENIED:
            yield from memberships(row, at, verb, None, body, members, end, _modality(row, at))
    if not taken:
        return
    members, end = arguments.members_of(row, taken[0], kinds=arguments.WITH_GROUPS)
    members, end = counted.counted_on(row, members, end)
    others = [*arguments.inserted(row, at, taken[0].begin), *arguments.along(row, found, taken[0].begin)]
    members = [*members, *(m for m in others if m not in members)] if members else []
    members = [m for m in members if m.referent != body]
    several = sum(len(states_of(m)) for m in members) >= _FEW or bodies.of_states(body)
    modality = _modality(row, at)
    if bodies.founded_as(row, at) in (Modality.DENIED, Modality.PLANNED):
        return  # what "would take in" others is not there
    if members and several and modality is not Modality.DENIED:
        yield from memberships(row, at, verb, None, body, members, max(end, at + 1), modality)


