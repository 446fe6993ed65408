"""How many members a body has. Who comes to a meeting is never a member count. Constructions: `patterns/count.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from ingest.claims.collective import Said, agrees, among_states, body_before, its_owner, read
from ingest.claims.collective.coalition_names import NAMED
from ingest.claims.collective.focus import calling
from ingest.claims.figure.bounds import bound_of
from ingest.claims.membership.parts import whole
from ingest.claims.membership.sizes import Sized, in_clauses
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies.heads import words
from ingest.mentions.trie import splits
from ingest.word_lists import is_in, word_lists
from kg.claim import Claim, Modality, Referent
from kg.iri import Iri
from kg.vocabulary import M

_COMPARATORS = {"exactly": M.Exactly, "at_least": M.AtLeast, "about": M.About, "at_most": M.AtMost}
_NUMBERS = frozenset({Kind.NUMBER})
_NEAR = 14  # tokens in front of a number in which that to which those counted come is told
_BOUND = 9  # tokens in front of a number in which it is told that it is not exceeded
_STOPS = frozenset(".،؛:")
_MOST = Decimal(400)  # no body of states or organizations has more members


def extract(reading: Reading) -> Iterator[Claim]:
    """The member counts of an article, each once."""
    seen: set[str] = set()
    for said in read(reading, "count", _NUMBERS, calling):
        body = _body(said.hit.skeleton.reading, said)
        if body is None or said.modality is Modality.DENIED:
            continue
        if said.hit.rule.fields.get("definite") == "yes" and not _is_definite(reading, said):
            continue
        if said.modality is Modality.PLANNED and said.hit.rule.fields.get("standing") == "yes":
            said = replace(said, modality=Modality.ASSERTED)  # what the sentence plans is not the size of the body
        for number in [*said.hit.mentions("count"), *said.hit.mentions("second")]:
            if not _at_gathering(reading, sized := _sized(said, body, _bounded(reading, whole(reading, number)))):
                yield from _claims(sized, seen)
    for sized in in_clauses(reading):
        if not _at_gathering(reading, sized):
            yield from _claims(replace(sized, number=whole(reading, sized.number)), seen)


def _bounded(reading: Reading, number: Mention) -> Mention:
    """The number with the bound of a denied verb before its noun: "لا يتجاوز عدد أعضاء الاتحاد 12 دولة"."""
    quantity = number.quantity
    if quantity is None or quantity.comparator != "exactly":
        return number
    bound = bound_of(reading.document.norms[max(0, number.first - _BOUND) : number.first])
    return number if bound is None else replace(number, quantity=replace(quantity, comparator=bound))


def _at_gathering(reading: Reading, sized: Sized) -> bool:
    """Whether those counted come to a fair, a festival or games: "يجمع المهرجان 20 دولة عضوا في الاتحاد"."""
    document, first = reading.document, sized.number.first
    if not words("shows") & document.words:
        return False
    near = document.norms[max(0, first - _NEAR) : first]
    clause = takewhile(lambda norm: norm not in _STOPS, reversed(near))
    return any(norm in words("shows") for norm in clause)


def _sized(said: Said, body: Referent, number: Mention) -> Sized:
    end = said.hit.match.end("count")
    tail = said.hit.skeleton.text[end : end + 24].split("<")[0]
    of_members = bool(said.hit.rule.fields.get("unit"))
    return Sized(body, number, tail, of_members, said.modality, said.evidence, said.hit.rule.name)


def _alone_before(reading: Reading, said: Said, owner: Referent) -> bool:
    """Whether a body is the only one of the sentence right before: "تأسس المنتدى في القاهرة. ويضم 36 بلدا"."""
    number = said.hit.skeleton.sentence.index
    before = reading.document.sentences[number - 1] if number else None
    bodies = [] if before is None else [m.referent for m in reading.within(before) if m.kind in BODIES]
    return bool(bodies) and all(body == owner for body in bodies)


def _is_definite(reading: Reading, said: Said) -> bool:
    """Whether the number has the article: "دول الاتحاد السبع والعشرون"."""
    return all(reading.document.tokens[m.first].norm.startswith("ال") for m in said.hit.mentions("count"))


def _body(reading: Reading, said: Said) -> Referent | None:
    """The body that is counted: named in the construction, the one named last, or the only one of the article."""
    where = said.hit.rule.fields.get("body")
    if where is None:
        if said.body is not None and among_states(reading, said.body):
            said = replace(said, body=body_before(reading, said.body.first))
        body = said.body.referent if said.body is not None and not _pointed_at(reading, said.body) else None
        return body if body is not None and agrees(reading, said) else None
    if where == "its":
        owner = its_owner(reading, said)
        here = [m.referent for m in reading.within(said.hit.skeleton.sentence)]
        known = owner is not None and (owner.authority is not None or owner.type == M.Coalition or owner in here)
        return owner if known or (owner is not None and _alone_before(reading, said, owner)) else None
    before = body_before(reading, said.hit.token())
    if where == "kind":
        return before.referent if before is not None and _is_of_kind(said, before) else None
    if where == "article":
        councils = {
            m.referent.key: m.referent
            for m in reading.mentions
            if m.referent is not None and m.referent.authority == "org/gcc"
        }
        groups = {m.referent.key for m in reading.mentions if m.kind is Kind.GROUP and m.referent is not None}
        return next(iter(councils.values()), None) if len(councils) == 1 and len(groups) <= 2 else None
    return before.referent if before is not None else None


def _pointed_at(reading: Reading, body: Mention) -> bool:
    """Whether "this partnership" calls again a body that has another name."""
    return body.reason == NAMED and is_in(reading.document.tokens[body.first - 1].norm, word_lists("belonging.toml")["this"])


def _is_of_kind(said: Said, body: Mention) -> bool:
    """Whether the body named before is of the kind that is counted: "منظمة" is said of an organization by that noun."""
    kind = said.hit.match.group("kind")
    named = fold(body.referent.label_ar or "").split() if body.referent is not None else []
    noun = named[0].removeprefix("ال") if named else ""
    return noun != "" and any(rest in (noun, f"{noun}ا") for _, rest in splits(kind))


def _unit(sized: Sized) -> Iri | None:
    """The unit of a count, from its own unit word or from the construction."""
    number, body = sized.number, sized.body
    word = fold(number.quantity.unit or "") if number.quantity is not None else ""
    if not word and sized.tail.startswith(" ) "):
        word = sized.tail.split(maxsplit=2)[1]  # "البالغ عددها (42) دولة"
    states, organizations = _counts(word, "states"), _counts(word, "organizations")
    if not (states or organizations) and any(word.startswith(noun) for noun in words("organized")):
        return M.Organizations
    if organizations:
        return M.StatesAndOrganizations if states or _and_organizations(word) else M.Organizations
    if body.type == M.Coalition and not any(noun.removeprefix("ال") in words("states") for noun in word.split()):
        if not words("no_members_of").isdisjoint(noun.removeprefix("ال") for noun in word.split()):
            return None  # "المبادرة المؤلفة من عشر نقاط"
        return M.StatesAndOrganizations  # "members": coalitions take in both
    if states or _counts(word, "members") or sized.of_members:
        return M.StatesAndOrganizations if _and_organizations(sized.tail) else M.States
    return None


def _and_organizations(text: str) -> bool:
    return any(f"و{noun}" in text for noun in words("counts_organizations"))


def _counts(unit: str, what: str) -> bool:
    """Whether a unit has a noun by which states, organizations or members are counted."""
    return any(noun in unit for noun in words(f"counts_{what}"))


def _of_persons(body: Referent) -> bool:
    """Whether the "members" of a body are persons: parliaments, and bodies that no list knows."""
    name = fold(body.label_ar or "")
    unknown = body.authority is None and name.split()[0].removeprefix("ال") not in words("of_states_alone")
    return unknown or any(word in name for word in words("parliaments"))


def _claims(sized: Sized, seen: set[str]) -> Iterator[Claim]:
    body, quantity = sized.body, sized.number.quantity
    unit = _unit(sized)
    if (
        quantity is None
        or unit is None
        or quantity.unit == "%"
        or not 2 <= quantity.value <= _MOST
        or quantity.value != quantity.value.to_integral_value()
    ):
        return
    value = int(quantity.value)
    if not words("inner_parts").isdisjoint(fold(quantity.unit or "").split()):
        return  # "يضم التحالف خمسة فرق عمل"
    if unit != M.Organizations and not words("not_of_states").isdisjoint(fold(body.label_ar or "").split()):
        return
    if _counts(fold(quantity.unit or ""), "members") and _of_persons(body):
        return
    key = f"{body.key}|{value}|{unit}"
    if key in seen or body.type == M.ArmedGroup:
        return
    seen.add(key)
    comparator = _COMPARATORS.get(quantity.comparator, M.Exactly)
    frame = Referent(M.Count, key, slots=((M.topicCollective, body), (M.comparator, comparator), (M.unit, unit)))
    yield Claim(frame, M.memberCount, value, sized.modality, (sized.evidence,), 0.8, f"count.{sized.rule}")
