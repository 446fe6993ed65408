"""Which body is joined or left: behind the preposition of the verb, its object, meant by a word ("إليها"), spoken of before.

Stems and words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from ingest.claims.clause import STOPS, Clause
from ingest.claims.collective import body_before, owner
from ingest.claims.membership.forms import Form, form
from ingest.claims.membership.states import words
from ingest.mentions.mention import BODIES, Kind
from kg.claim import Referent

REACH = 14   # elements behind a verb in which its subject and the body stand


def entered(row: Clause, at: int, verb: Form) -> tuple[Referent | None, int]:
    """The body that is joined or left, and the element behind it."""
    if verb.into == "object" and not verb.noun:
        return _object(row, at, verb)
    body, end = _governed(row, at, verb)
    return _full_member(row, at, verb) if body is None and verb.through else (body, end)


def _governed(row: Clause, at: int, verb: Form) -> tuple[Referent | None, int]:
    """The body behind the preposition of a verb, or a word that means it."""
    for i in range(at + 1, min(len(row.elements), at + REACH)):
        norm, mention = row.norm(i), row.elements[i].mention
        if norm in STOPS or norm == "؛" or (norm and (found := form(norm)) is not None and not found.noun):
            break
        if not _through(row, at, i, verb):
            continue
        if norm in words()[verb.it] and (body := meant(row, i)) is not None:
            return body, i + 1
        if mention is None or mention.kind not in BODIES or mention.referent is None:
            continue
        before = row.norm(i - 1) if row.norm(i - 1) not in "\"“«(" else row.norm(i - 2)
        if before in words()[verb.into] or mention.prefix in ("ل", "ب", "وب", "ول"):
            return (mention.referent, i + 1) if _own(verb, before, mention.prefix) else (None, i)
    return None, at


def _object(row: Clause, at: int, verb: Form) -> tuple[Referent | None, int]:
    """The body that is left without a preposition: "غادرتها قطر", "غادرت قطر المنظمة"."""
    if verb.suffix:
        return owner(row.reading, row.elements[at].first, feminine=verb.suffix == "ها"), at + 1
    for i in range(at + 1, min(len(row.elements), at + 6)):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in BODIES:
            return (mention.referent, i + 1) if not mention.prefix and i > at + 1 else (None, at)
        if mention is not None and mention.kind not in (Kind.COUNTRY, Kind.DATE):
            break
        if mention is None and row.norm(i) not in words()["aside"]:
            break
    return None, at


def _full_member(row: Clause, at: int, verb: Form) -> tuple[Referent | None, int]:
    """The body named last, where the membership is had without its name: "ستنال مصر وإيران العضوية الكاملة"."""
    behind = range(at + 1, min(len(row.elements), at + REACH))
    noun = next((i for i in behind if row.norm(i) in words()["full_member"]), None)
    before = body_before(row.reading, row.elements[at].first) if noun is not None else None
    return (before.referent, noun + 1) if before is not None and noun is not None else (None, at)


def _through(row: Clause, at: int, body: int, verb: Form) -> bool:
    """Whether the noun that a verb of having needs stands before the body: "نالت مصر العضوية في المجموعة"."""
    return not verb.through or any(row.norm(i) in words()[verb.through] for i in range(at + 1, body))


def _own(verb: Form, before: str, prefix: str) -> bool:
    """Whether the preposition is one of the verb: nobody leaves "to" a body."""
    if verb.into == "out_of":
        return prefix in ("", "و")
    return prefix in ("ل", "ب") or before in words()["into"] | words()[verb.into]


def meant(row: Clause, at: int) -> Referent | None:
    """The body that a word with a suffix means ("إليها", "لعضويته"): the nearest before it that agrees."""
    return owner(row.reading, row.elements[at].first, feminine=row.norm(at).endswith("ها"))
