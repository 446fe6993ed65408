"""The body of which a predicate of membership tells.

It stands behind a preposition, as object or subject; a pronoun or a suffix means it; it is the noun of a relative clause, or
one without a name ("تحالف عسكري لدعم الشرعية في اليمن، ضم …").
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.collective import body_before, is_feminine, owner
from ingest.claims.membership.arguments import before, is_time
from ingest.claims.membership.forms import Form
from ingest.claims.membership.states import words
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase, listed
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.bodies.candidates import type_of
from ingest.mentions.bodies.gloss import gloss
from ingest.mentions.bodies.starts import head_at
from ingest.parts import Document
from ingest.tenses import is_present_form
from ingest.word_lists import is_in
from kg.claim import Modality, Referent
from kg.vocabulary import M

_BACK = 24   # elements back in which a body is spoken of, or a founding is told
_OPENING = 8 # elements at the head of a sentence in which a pronoun may mean a body named behind it
_NEW = 9     # words of a body that has no name
_WITHIN = 6  # elements of an insertion that says to whom a body belongs


def governed_body(
    row: Clause, at: int, verb: Form, found: list[Phrase], members: Sequence[Mention] = ()
) -> tuple[Referent | None, int]:
    """The body behind a preposition of the predicate, or the object of one that takes it so; none of the members."""
    besides = frozenset(m.referent for m in members if m.referent is not None)
    for phrase in found:
        prep = "ل" if phrase.prep in ("ل", "لل", "ول") else phrase.prep.lstrip("و") or "object"
        returns = verb.name == "return" and prep in words()["in_body"]
        seat = returns and any(words()["full_member"] & set(p.nouns) for p in found)
        if (prep not in verb.body and not seat) or (verb.through and not _through(row, verb, found, phrase)):
            continue
        if verb.named and phrase.at < 0:
            continue
        if any(row.norm(i) in words()["against"] for i in range(at + 1, phrase.begin)):
            break  # "تحالفت إيران وروسيا ضد المجموعة في مجلس الأمن"
        if (body := body_in(row, phrase, besides)) is not None and (prep != "object" or at < phrase.begin):
            return body, phrase.end
    return None, at


def body_in(row: Clause, phrase: Phrase, besides: frozenset[Referent] = frozenset()) -> Referent | None:
    """The body that a phrase is about, or means by a pronoun or a suffix."""
    if phrase.at >= 0:
        mention = row.elements[phrase.at].mention
        inside = all(_is_place_in(noun) for noun in phrase.nouns)
        return mention.referent if mention is not None and mention.kind in BODIES and inside else None
    meaning = words()["in_it"] | words()["out_of_it"] | listed()["with_pronoun"]
    if len(phrase.nouns) == 1 and (phrase.nouns[0] in meaning or _of_it(phrase.nouns[0])):
        return meant(row, phrase.end - 1, besides)
    return None


def _is_place_in(noun: str) -> bool:
    """Whether a noun stands between a preposition and the body that is meant: "إلى عضوية المنظمة", "لعضوية المجلس"."""
    return not listed()["places_in"].isdisjoint((noun, noun.removeprefix("ال"), noun[1:]))


def _of_it(noun: str) -> bool:
    """"اجتماعاته", "هياكلها": what is done within the body that the suffix means."""
    return any(noun.endswith(suffix) and noun.removesuffix(suffix) in listed()["places_in"] for suffix in ("ها", "ه"))


def _through(row: Clause, verb: Form, found: list[Phrase], body: Phrase) -> bool:
    """Whether the noun that a predicate needs stands before the body: "نالت مصر العضوية في المجموعة"."""
    nouns = (noun for p in found if p.begin <= body.begin for noun in p.nouns)
    return any(noun in words()[verb.through] for noun in nouns)


def meant(row: Clause, at: int, besides: frozenset[Referent] = frozenset()) -> Referent | None:
    """The body that a word with a suffix means ("إليها", "لعضويته"): the nearest before it that agrees."""
    token, feminine = row.elements[at].first, row.norm(at).endswith("ها")
    named = owner(row.reading, token, feminine=feminine, besides=besides)
    if named is not None or at > _OPENING:
        return named
    behind = Reading(row.reading.document, tuple(row.reading.starting(token, row.sentence.last)))
    return owner(behind, row.sentence.last, feminine=feminine, besides=besides)  # "بعدما خرجت منه قطر، بقي التحالف …"


def shared(document: Document, body: Mention) -> bool:
    """ "رؤساء كتل ومجموعة الأغلبية، المشكلة من …": what is told of them is not of the group alone."""
    before = document.tokens[body.first - 1].norm if body.first else ""
    return body.prefix == "و" and before in body_heads.words("sharing")


def containing(row: Clause, at: int, verb: Form, found: list[Phrase]) -> tuple[Referent | None, int]:
    """The body that contains, and the element behind it if it stands behind the predicate."""
    named, _ = before(row, at, BODIES, relative=verb.participle)
    if named and shared(row.reading.document, named[0]):
        return None, at
    if named and _agrees(row, named[0], verb):
        return named[0].referent, at
    bare = [p for p in found if not p.prep and not is_time(row, p)]
    first = bare[0] if bare else None
    mention = row.elements[first.at].mention if first is not None and first.at >= 0 else None
    if first is not None and mention is not None and mention.kind in BODIES and mention.referent and mention.prefix != "و":
        if row.norm(first.begin - 1) in words()["this"] and not mention.coref and mention.referent.authority is None:
            return None, at  # "هذه الشراكة": one called again that nobody knows
        of_membership = bool(first.nouns) and words()["membership"].issuperset(first.nouns)  # "تقتصر عضوية المجلس على …"
        if of_membership or (not first.nouns and _agrees(row, mention, verb)):
            return mention.referent, first.end
    if (again := _called_by_kind(row, at)) is not None:
        return again, at
    if verb.name in ("contain", "consist") and (new := new_body(row, at, verb)) is not None:
        return new, at
    if _heads_clause(row, at) and not verb.participle:
        return _spoken_of(row, at, verb), at
    return None, at


def _agrees(row: Clause, body: Mention, verb: Form) -> bool:
    """Whether the body may be the subject of the verb by its gender."""
    start = head_at(row.reading.document.tokens[body.first].norm)
    if start is None:
        return True
    feminine = start.head.noun.endswith("ه") or start.head.noun in words()["feminine_heads"]
    return feminine == verb.feminine


def _heads_clause(row: Clause, at: int) -> bool:
    """Whether a predicate stands at the head of its clause, so that its subject is one spoken of."""
    norm = row.norm(at - 1) if at else "."
    return norm in STOPS | COMMAS or row.norm(at).startswith("و") or norm in words()["being"]


def _spoken_of(row: Clause, at: int, verb: Form) -> Referent | None:
    """The body of which a founding is told before, or that spoken of last, if nothing else that contains stands nearer."""
    if (founded := _founded_before(row, at, verb)) is not None:
        return founded
    for i in range(at - 1, max(-1, at - _BACK), -1):
        mention = row.elements[i].mention
        if mention is None and is_in(row.norm(i), words()["not_a_body"]):
            return None
        if mention is not None and mention.kind is Kind.MEETING:
            return None
        if mention is not None and mention.kind in BODIES:
            break
    return owner(row.reading, row.elements[at].first, feminine=verb.feminine)


def _founded_before(row: Clause, at: int, verb: Form) -> Referent | None:
    """ "المجموعة تأسست … على هامش مؤتمر الحركة …، وتضم": beside the verb of founding, and not in the adjuncts behind it."""
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if row.norm(i) in STOPS:
            return None
        if is_in(row.norm(i), words()["came_to_be"]):
            front = i - 1
            while front > 0 and (row.norm(front) in COMMAS | {"قد"} or is_in(row.norm(front), words()["relative"])):
                front -= 1
            near = [row.elements[b].mention for b in (i + 1, front) if 0 <= b < len(row.elements)]
            bodies = [m for m in near if m is not None and m.kind in BODIES and not m.prefix.strip("وف")]
            return next((m.referent for m in bodies if _agrees(row, m, verb)), None)
    return None


def widened(row: Clause, at: int) -> Referent | None:
    """The body that has grown to take in whom the verb at an element names: "وسعت المجموعة عضويتها لتشمل مصر"."""
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if row.norm(i) in STOPS:
            return None
        if is_in(row.norm(i), words()["widens"]):
            between = row.elements[i + 1 : at]
            named = next((m for e in between if (m := e.mention) is not None and m.kind in BODIES and not m.prefix), None)
            denied = modality_of(row.reading, row.sentence, row.elements[i].first) is Modality.DENIED
            of_it = not words()["membership_grown"].isdisjoint(e.norm for e in between)
            grows = of_it or is_in(row.norm(i), words()["grows"])
            return named.referent if named is not None and grows and not denied else None
    return None


def _called_by_kind(row: Clause, at: int) -> Referent | None:
    """The body that "وهي تكتل اقتصادي يضم …" says something of."""
    being = next((i for i in range(at - 1, max(-1, at - 6), -1) if row.norm(i) in words()["being"]), None)
    if being is None or being == at - 1:
        return None
    body = named_before(row, being)
    small = row.norm(being + 1) in words()["small_bodies"]  # "… المنظمة. وهو فريق يضم …": not the organization
    large = body is not None and fold(body.label_ar or body.key).split()[0].removeprefix("ال") in words()["large_bodies"]
    return None if small and large else body


def new_body(row: Clause, at: int, verb: Form) -> Referent | None:
    """A body without a name, told by its noun and what it is for: "تحالف عسكري لدعم الشرعية في اليمن، ضم …".

    One that is not yet known is told of where it was so: what it "would take in" is none.
    """
    end = at
    while end and (is_in(row.norm(end - 1), words()["relative"]) or row.norm(end - 1) in COMMAS or row.norm(end - 1) == "("):
        end -= 1
    if end == 0:
        return None
    for i in range(end - 1, max(-1, end - _NEW), -1):
        norm = row.norm(i)
        if norm in STOPS | COMMAS or is_in(norm, words()["relative"]) or row.elements[i].kind in BODIES | {Kind.MEETING}:
            return None
        noun = norm.lstrip("وب")
        if noun.removeprefix("ال") in words()["new_bodies"] and end - i >= 2:
            if not (noun.startswith("ال") or verb.participle or not is_present_form(row.norm(at))):
                return None
            dated = next((k for k in range(i + 2, end) if row.elements[k].kind is Kind.DATE), end)
            if dated == end and any(row.norm(k) in words()["already"] for k in range(i + 1, end)):
                return None  # "المجلس قد درس"
            text = " ".join(row.text(i, dated).split())
            key = fold(text).strip()
            return Referent(type_of(key.split()[0]), key, text, gloss(text), surfaces=(text,))
    return None


def of_meeting(row: Clause, at: int) -> bool:
    """Whether it is rather a meeting that a suffix at an element means: "الاجتماع الذي تتولى رئاسته …"."""
    for i in range(at - 1, max(-1, at - _BACK), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in BODIES and not mention.prefix:
            return False
        if (mention is not None and mention.kind is Kind.MEETING) or is_in(row.norm(i), words()["not_a_body"]):
            return True
    return False


def of_states(body: Referent) -> bool:
    """Whether a body is one that is well known, a coalition, or a group for some work: no firm, no body at home."""
    named = body.key.split()
    at_work = named[0].removeprefix("ال") in words()["at_work"] and not words()["work"].isdisjoint(named)
    return body.authority is not None or body.type == M.Coalition or at_work


def headed_by_states(members: Sequence[Mention]) -> bool:
    """Whether several states preside, which they do over a body of states alone."""
    return len(members) > 1 and all(m.kind is Kind.COUNTRY for m in members)


def named_before(row: Clause, at: int) -> Referent | None:
    found = body_before(row.reading, row.elements[at].first)
    return found.referent if found is not None else None


def resumed(row: Clause, at: int, found: list[Phrase]) -> Referent | None:
    """The body of which a clause tells who joined it: "الحلف الذي انضمت إليه السويد", "أن الحلف، …، انضمت إليه السويد"."""
    pronoun = next((p for p in found if p.at < 0 and p.nouns and p.nouns[0] in listed()["with_pronoun"]), None)
    if pronoun is None:
        return None
    named, relative = before(row, at, BODIES)
    if not named or (body := named[0].referent) is None:
        return None
    feminine = any(row.norm(i).endswith("التي") for i in range(max(0, at - 3), at)) if relative else is_feminine(body)
    told = relative or any(not p.prep and p.at >= 0 and row.elements[p.at].kind is Kind.COUNTRY for p in found)
    return body if told and feminine == pronoun.nouns[0].endswith("ها") else None


def resumed_by(row: Clause, at: int, suffix: str) -> Referent | None:
    """The body of whose relative clause a verb with its pronoun is: "المجموعة، التابعة للتحالف، والتي يرأسها المغرب"."""
    named, relative = before(row, at, BODIES)
    if not relative or not named:
        return None
    where = row.where(named[0])
    nearer = range((where or 0) - 1, max(-1, (where or 0) - _WITHIN), -1)
    begin = next((i for i in nearer if i > 0 and (row.norm(i) in COMMAS or row.norm(i) in words()["part_of_it"])), None)
    outer = None if begin is None else _before_alias(row, begin - 1 - (row.norm(begin - 1) in COMMAS))
    for mention in (named[0], outer):
        body = mention.referent if mention is not None and mention.kind in BODIES else None
        if body is not None and is_feminine(body) == (suffix == "ها"):
            return body
    return None


def _before_alias(row: Clause, at: int) -> Mention | None:
    """What ends at an element; past its other name in quotes or brackets: "المجموعة (…)، التابعة للتحالف، التي …"."""
    if row.norm(at) in QUOTES or row.norm(at) == ")":
        opened = (i for i in range(at - 1, max(0, at - _WITHIN), -1) if row.norm(i) in QUOTES or row.norm(i) == "(")
        at = next(opened, 0) - 1
    return row.elements[at].mention if at >= 0 else None


def founded_as(row: Clause, at: int) -> Modality | None:
    """How a body is told that is only to be founded: "دعا إلى تشكيل تحالف يضم …" tells of none that is there."""
    for i in range(at - 1, max(-1, at - _NEW), -1):
        if row.norm(i) in STOPS | COMMAS:
            break
        if row.norm(i) in words()["foundation"]:
            supposed = any(is_in(row.norm(k), words()["no_fact"] | words()["plan"]) for k in range(max(0, i - 6), i))
            return Modality.PLANNED if supposed else modality_of(row.reading, row.sentence, row.elements[i].first)
    return None
