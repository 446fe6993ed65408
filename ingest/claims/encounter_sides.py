"""The two sides of a meeting told by a verb or verbal noun, read element by element.

The patterns of participation know the usual orders of words. Where they leave a meeting with fewer than two parties, its
subject and object are found here whatever circumstances stand between them: "استقبل فلان، في مقر الوزارة، فلانا",
"بحث فلان مع فلان", "لدى استقباله فلانا", "تسلم فلان أوراق اعتماد فلان", "والتقاه نظيره فلان".
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause
from ingest.claims.speech import verb_at
from ingest.claims.word_lists import is_in, word_lists
from ingest.mentions.mention import Kind, Mention

_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})
_BESIDE = frozenset({Kind.DATE, Kind.PLACE, Kind.NISBA, Kind.NUMBER})
_FAR = 26  # elements in which a side is looked for
_MOST = 8  # parties on one side
_PRONOUNS = ("ه", "ها", "هم", "هما")
_STRANGE = 3  # words of an office that is no mention


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts and whom it reaches; `received`: the first is the host. `last` is the element behind the construction."""

    subject: Mention | None
    others: tuple[Mention, ...]
    received: bool
    last: int
    needs_subject: bool = False  # the one spoken of before is the subject
    needs_object: bool = False  # the one spoken of before is the object


def tells(norm: str, name: str) -> bool:
    return is_in(norm, word_lists("encounters.toml")[name])


def sides(row: Clause, at: int, group: str) -> Sides | None:
    """The sides of the meeting whose verb or verbal noun is element `at`; `group` is the class of the verb."""
    word = row.reading.document.tokens[row.elements[at].first].norm
    if tells(word, "takes") or tells(word, "gives"):
        return _credentials(row, at, tells(word, "takes"))
    if group == "receive" and word.removeprefix("و").startswith(("استقبال", "باستقبال", "لاستقبال")):
        return _receiving(row, at)
    pronoun = word if word.endswith(_PRONOUNS) else row.norm(at + 1) if tells(row.norm(at + 1), "with_him") else ""
    if pronoun:
        return _with_pronoun(row, at, group, pronoun.endswith(("هم", "هما")))
    if group == "receive" and (passive := _received_by(row, at)) is not None:
        return passive
    before = _before(row, at)
    subject, start = (before, at + 1) if before is not None else _subject_behind(row, at)
    if start is None:
        return None
    needs_with = tells(word, "discuss") or group in ("confer", "gather")
    others, last = _others(row, start, needs_with)
    if not others and subject is not None and before is None and tells(row.norm(at - 1), "that_he"):
        others, last = _joined(row, start - 1)  # "قال إنه التقى فلانا"
        subject = None
    if not others:
        return None
    return Sides(subject, others, group == "receive", last, needs_subject=subject is None)


def _before(row: Clause, at: int) -> Mention | None:
    """The subject in front of its verb: "الرئيس فلان، قد التقى"."""
    i = at - 1
    verb = row.elements[at]
    if verb.mention is not None and verb.mention.prefix:
        return None  # "زار فلان تونس والتقى …"
    while i >= 0 and (row.norm(i) in COMMAS or tells(row.norm(i), "aside") or row.elements[i].kind is Kind.DATE):
        i -= 1
    mention = row.elements[i].mention if i >= 0 else None
    people = mention is not None and mention.kind in _PEOPLE and mention.prefix in ("", "و")
    return mention if people else None


def _subject_behind(row: Clause, at: int) -> tuple[Mention | None, int | None]:
    """The first actor behind the verb that no preposition governs, and where the object may begin."""
    i = _skip(row, at + 1)
    if i >= len(row.elements):
        return None, None
    named = _named(row, i)
    mention, i = (row.elements[i].mention, i) if named is None else (row.elements[named].mention, named)
    if mention is None or mention.kind not in ACTORS:
        return None, None
    if mention.prefix:
        return None, at + 1  # "والتقى بفلان": the subject was told before
    if mention.kind not in _PEOPLE:
        return None, None
    return mention, i + 1


def _named(row: Clause, at: int) -> int | None:
    """The person behind the words of an office that is no mention: "سلطان الدولة فلان"."""
    for i in range(at, min(len(row.elements), at + _STRANGE + 1)):
        element = row.elements[i]
        if element.kind is Kind.PERSON:
            return i if not element.prefix else None
        known = element.mention is not None and element.kind not in (Kind.NISBA, Kind.ORGANIZATION, Kind.COUNTRY, Kind.PLACE)
        if known or element.norm in COMMAS | STOPS or verb_at(element.norm) is not None or _closes(element.norm):
            return None
    return None


def _closes(norm: str) -> bool:
    return tells(norm, "ends") or tells(norm, "with") or tells(norm, "opens") or norm == "و"


def _skip(row: Clause, at: int) -> int:
    """Past circumstances and forms of address, to the next actor or to what is none of these."""
    i, end = at, min(len(row.elements), at + _FAR)
    while i < end:
        element = row.elements[i]
        if element.kind in _BESIDE or (element.kind is Kind.COUNTRY and element.prefix):
            i += 1
        elif element.mention is not None:
            return i
        elif tells(element.norm, "opens"):
            i = _past_circumstance(row, i + 1)
        elif element.norm in COMMAS or tells(element.norm, "address") or tells(element.norm, "circumstance"):
            i += 1
        else:
            return i
    return i


def _past_circumstance(row: Clause, at: int) -> int:
    """Behind the noun of a circumstance: words up to the first definite one or mention, and definite words behind."""
    i, end = at, min(len(row.elements), at + 7)
    definite = False
    while i < end:
        element = row.elements[i]
        if element.mention is not None:
            owned = element.kind in (Kind.PLACE, Kind.COUNTRY, Kind.ORGANIZATION, Kind.TITLE, Kind.DATE, Kind.NISBA)
            if definite and element.kind not in _BESIDE:
                return i
            if not owned:
                return i
            if element.kind is Kind.TITLE and i > at and row.norm(i - 1) in COMMAS:
                return i
            definite, i = True, i + 1
        elif element.norm.startswith(("ال", "لل")) or element.norm.endswith("ه"):
            if definite and not element.norm.startswith("ال"):
                return i
            definite, i = True, i + 1
        elif definite or element.norm in COMMAS | STOPS or verb_at(element.norm) is not None or tells(element.norm, "with"):
            return i
        else:
            i += 1
    return i


def _others(row: Clause, start: int, needs_with: bool) -> tuple[tuple[Mention, ...], int]:
    """The other side: the first actor behind circumstances and appositions, with those joined to it."""
    i, end, strange, joined = start, min(len(row.elements), start + _FAR), 0, False
    while i < end:
        reached = _skip(row, i)
        if reached >= end:
            break
        element, norm = row.elements[reached], row.norm(reached)
        if element.mention is not None:
            if element.kind is Kind.MEETING or element.kind not in ACTORS:
                return (), start
            by = element.prefix.endswith("ب")
            if (joined or by or (not needs_with and element.prefix == "")) and not (strange and element.kind not in _PEOPLE):
                return _joined(row, reached)
            if element.kind is Kind.TITLE and row.norm(reached - 1) in COMMAS and needs_with:
                i = reached + 1  # an apposition of the subject
                continue
            if element.prefix or needs_with is False:
                return (), start
            i = reached + 1
            continue
        if tells(norm, "with"):
            joined, strange = True, 0
        elif norm in STOPS or tells(norm, "ends") or (verb_at(norm) is not None and not joined):
            return (), start
        else:
            strange += 1
            if strange > _STRANGE or not (joined or norm.startswith("ال")):
                return (), start
        i = reached + 1
    return (), start


def _joined(row: Clause, at: int) -> tuple[tuple[Mention, ...], int]:
    """An actor and those joined to it by و; appositions and what only tells of them are passed over."""
    found: list[Mention] = []
    i, wanted = at, True
    while i < len(row.elements) and len(found) < _MOST:
        element = row.elements[i]
        mention = element.mention
        if mention is not None and mention.kind in ACTORS:
            behind_title = bool(found) and found[-1].kind is Kind.TITLE and row.elements[i - 1].mention is found[-1]
            if behind_title and mention.kind is Kind.PERSON and not mention.prefix:
                found[-1] = mention
            elif wanted or mention.prefix == "و":
                if mention.kind in _PEOPLE or not found or found[-1].kind not in _PEOPLE:
                    found.append(mention)
            elif mention.kind in _PEOPLE and row.norm(i - 1) not in COMMAS:
                break
            wanted = False
        elif mention is not None and mention.kind not in _BESIDE:
            break
        elif mention is None and element.norm == "و":
            wanted = True
        elif mention is None and element.norm not in COMMAS and not tells(element.norm, "address"):
            break
        i += 1
    return tuple(found), i


def _with_pronoun(row: Clause, at: int, group: str, plural: bool) -> Sides | None:
    """ "والتقاه نظيره فلان": who is named behind it is the subject, the pronoun means the one spoken of before."""
    guest: tuple[Mention, ...] = ()
    if tells(row.norm(at - 1), "relative"):
        who = next((row.elements[i].mention for i in range(at - 2, max(at - 5, -1), -1) if row.norm(i) not in COMMAS), None)
        if who is None or who.kind not in _PEOPLE:
            return None
        guest = (who,)  # "الوزير فلان، الذي استقبله فلان"
    i = _skip(row, at + 1 + tells(row.norm(at + 1), "with_him"))
    subject = row.elements[i].mention if i < len(row.elements) else None
    if subject is None or subject.kind not in _PEOPLE or subject.prefix:
        return None
    return Sides(subject, guest, group == "receive", i + 1, needs_object=not plural and not guest)


def _received_by(row: Clause, at: int) -> Sides | None:
    """ "استقبل فلان من قبل فلان": the verb is passive."""
    end = min(len(row.elements), at + _FAR)
    by = next((i for i in range(at + 2, end) if row.norm(i) == "من" and tells(row.norm(i + 1), "by")), None)
    if by is None or any(row.norm(i) in STOPS or tells(row.norm(i), "ends") for i in range(at + 1, by)):
        return None
    guest = _before(row, at) or _subject_behind(row, at)[0]
    i = _skip(row, by + 2)
    host = row.elements[i].mention if i < len(row.elements) else None
    if guest is None or host is None or host.kind not in _PEOPLE:
        return None
    return Sides(host, (guest,), True, i + 1)


def _receiving(row: Clause, at: int) -> Sides | None:
    """ "لدى استقباله فلانا", "خلال استقباله من قبل فلان", "حظي فلان باستقبال من فلان", "خص فلان فلانا باستقبال"."""
    i = at + 1
    word = row.reading.document.tokens[row.elements[at].first].norm
    if not word.endswith(_PRONOUNS) and row.norm(i) != "من":
        told = [e.mention for e in row.elements[max(0, at - _FAR) : at] if e.kind in _PEOPLE and e.mention is not None]
        two = [m for m in told if m.prefix in ("", "و")][-2:]
        return Sides(two[0], (two[1],), True, at + 1) if len(two) == 2 else None
    if row.norm(i) == "له" or row.norm(i) == "لها":
        return None
    if row.norm(i) == "من":
        i += 1 + tells(row.norm(i + 1), "by")
        i = _skip(row, i)
        host = row.elements[i].mention if i < len(row.elements) else None
        if host is None or host.kind not in _PEOPLE:
            return None
        return Sides(host, (), True, i + 1, needs_object=True)
    i = _skip(row, i)
    guest = row.elements[i].mention if i < len(row.elements) else None
    if guest is None or guest.kind not in ACTORS or guest.prefix not in ("", "ل"):
        return None
    others, last = _joined(row, i)
    host = _told_behind(row, last) if at <= 2 else None
    return Sides(host, others, True, last, needs_subject=host is None)


def _told_behind(row: Clause, start: int) -> Mention | None:
    """ "ولدى استقباله فلانا، أكد فلان …": the host is the subject of the clause behind the comma."""
    comma = next((i for i in range(start - 1, min(len(row.elements), start + 8)) if row.norm(i) in COMMAS), None)
    if comma is None or row.elements[min(comma + 1, len(row.elements) - 1)].mention is not None:
        return None
    i = _skip(row, comma + 2)
    mention = row.elements[i].mention if i < len(row.elements) else None
    return mention if mention is not None and mention.kind in _PEOPLE and not mention.prefix else None


def _credentials(row: Clause, at: int, takes: bool) -> Sides | None:
    """ "تسلم الرئيس فلان أوراق اعتماد السفير فلان", "قدم السفير فلان أوراق اعتماده إلى الرئيس فلان"."""
    end = min(len(row.elements), at + _FAR)
    paper = next((i for i in range(at + 1, end) if tells(row.norm(i), "credentials")), None)
    if paper is None:
        return None
    subject, _ = (_before(row, at), 0) if _before(row, at) is not None else _subject_behind(row, at)
    i = paper + 1
    if not takes:
        i = next((k for k in range(i, min(len(row.elements), i + 8)) if tells(row.norm(k), "to")), len(row.elements)) + 1
    i = _skip(row, i)
    mention = row.elements[i].mention if i < len(row.elements) else None
    if mention is None or mention.kind not in _PEOPLE:
        return None
    others, last = _joined(row, i)
    if takes:
        return Sides(subject, others, True, last, needs_subject=subject is None)
    return None if subject is None else Sides(others[0], (subject,), True, last)
