"""Who presides over a body or shares its presidency: "تقاسمت الرباط رئاسة المنتدى مع هولندا ثم كندا"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import STOPS, Clause
from ingest.claims.collective import is_feminine
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import arguments, bodies
from ingest.claims.membership.counted import MEMBERS
from ingest.claims.membership.forms import Form
from ingest.claims.membership.states import states_from, words
from ingest.claims.membership.told import Belonging, memberships
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase
from ingest.mention import BODIES, Kind
from kg.claim import Modality, Referent

_BACK = 24   # elements back in which the one presided over is spoken of


def read(row: Clause, at: int, verb: Form, found: list[Phrase]) -> Iterator[Belonging]:
    """"تقاسمت الرباط رئاسة المنتدى مع هولندا ثم كندا", "تتسلم أنقرة الرئاسة الدورية للمجموعة"."""
    body, end = _presided(row, found)
    handed_on = any(p.prep in ("ل", "لل") and p.at >= 0 and row.elements[p.at].kind is Kind.COUNTRY for p in found)
    if body is None or handed_on:
        return
    rest = [p for p in found if not _of_office(p)]
    members, behind = arguments.subject(row, at, rest, acting=True)
    if members and all(m.referent == body for m in members):
        members, behind = arguments.bare_subject(row, rest)  # "فريق العمل الذي تشارك في رئاسته كل من …"
    others = [p for p in found if p.prep in words()["sharing_with"] and p.at >= 0]
    with_them = [m for p in others for m in states_from(row, p.at, MEMBERS)[0]] + arguments.along(row, found, at)
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    members = [m for m in members if m.referent != body]
    if not bodies.of_states(body) and not bodies.headed_by_states(members):
        return
    if not members or modality is Modality.DENIED:
        return
    several = sum(len(states_of(m)) for m in members) > 1
    shared = verb.role in ("co_chair", "observer") or bool(with_them) or several
    shared = shared or any(not words()["shared"].isdisjoint(p.nouns) for p in found)
    yield from memberships(row, at, verb, "co_chair" if shared else verb.role, body, [*members, *with_them],
                     max([end, behind, *(states_from(row, p.at, MEMBERS)[1] for p in others)]), modality)


def shares(found: list[Phrase]) -> bool:
    """Whether it is the presidency in which somebody takes part: "يشارك في رئاسته كل من …"."""
    return any(p.prep == "في" and _of_office(p) for p in found)


def _of_office(phrase: Phrase) -> bool:
    """Whether a phrase is about the presidency, and not about who has it."""
    return any(noun in words()["presidency"] for noun in phrase.nouns)


def _is_the_office(phrase: Phrase) -> bool:
    """Whether it is the presidency that is had: not "الرد على رئاسة …", "رسالة من رئاسة …", "تنظيم حفل تسليم رئاسة …"."""
    first = next(n for n, noun in enumerate(phrase.nouns) if noun in words()["presidency"])
    inside = not phrase.prep or phrase.prep in words()["in_body"]
    return inside and words()["of_office"].issuperset(phrase.nouns[:first])


def _presided(row: Clause, found: list[Phrase]) -> tuple[Referent | None, int]:
    """The body whose presidency the phrases tell."""
    for k, phrase in enumerate(found):
        if not _of_office(phrase):
            continue
        if not _is_the_office(phrase):
            return None, 0
        if phrase.at >= 0:
            mention = row.elements[phrase.at].mention
            return (mention.referent if mention is not None and mention.kind in BODIES else None), phrase.end
        follows = found[k + 1] if k + 1 < len(found) else None
        if follows is not None and follows.prep in ("ل", "لل") and follows.at >= 0:
            mention = row.elements[follows.at].mention
            return (mention.referent if mention is not None and mention.kind in BODIES else None), follows.end
        if phrase.nouns[0].endswith(("ها", "ته")):
            noun = phrase.end - len(phrase.nouns)  # behind its preposition: "يشترك في رئاستها"
            return (None if bodies.of_meeting(row, noun) else bodies.meant(row, noun)), phrase.end
        if any(noun in words()["by_turns"] for noun in phrase.nouns):
            return bodies.named_before(row, phrase.begin), phrase.end
    return None, 0


def object_is_meeting(row: Clause, at: int, suffix: str) -> bool:
    """Whether a meeting that agrees stands nearer than a body that does: "أول اجتماع للمجموعة ترأسه مصر وتونس"."""
    feminine = suffix == "ها"
    for i in range(at - 1, max(-1, at - _BACK), -1):
        mention = row.elements[i].mention
        if row.norm(i) in STOPS or mention is None:
            continue
        if mention.kind in BODIES and mention.referent is not None and is_feminine(mention.referent) == feminine:
            return False
        if mention.kind is Kind.MEETING:
            noun = row.reading.document.norms[mention.first]
            return noun.endswith(("ه", "ات")) == feminine
    return False
