"""The two sides of a meeting told by a verb or verbal noun, read element by element.

The patterns of participation know the usual orders of words. Where they leave a meeting with fewer than two parties, its
subject and object are found here whatever circumstances stand between them: "استقبل فلان، في مقر الوزارة، فلانا",
"بحث فلان مع فلان", "لدى استقباله فلانا", "تسلم فلان أوراق اعتماد فلان", "والتقاه نظيره فلان".
"""

from __future__ import annotations

from functools import cache

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause
from ingest.claims.participation.encounter_received import received_by, receiving
from ingest.claims.participation.encounter_row import (
    FAR,
    PEOPLE,
    Sides,
    before_verb,
    behind_verb,
    is_kin,
    joined,
    named_at,
    skip,
    tells,
)
from ingest.claims.speech import PRONOUNS, verb_at
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.parties.going_on import GOES_ON
from ingest.word_lists import word_lists

_STRANGE = 3  # words of an office that is no mention


def sides(row: Clause, at: int, group: str) -> Sides | None:
    """The sides of the meeting whose verb or verbal noun is element `at`; `group` is the class of the verb."""
    word, listed = row.reading.document.tokens[row.elements[at].first].norm, word_lists("encounters.toml")
    if tells(word, "takes") or tells(word, "gives"):
        return _credentials(row, at, tells(word, "takes"))
    if group == "receive" and word.removeprefix("و").startswith(_receptions()):
        return receiving(row, at)
    if word.endswith(tuple(listed["to_meet"])):
        return _aimed_at(row, at)
    pronoun = word if word.endswith(PRONOUNS) else row.norm(at + 1) if tells(row.norm(at + 1), "with_him") else ""
    if pronoun:
        return _with_pronoun(row, at, group, pronoun)
    if group == "receive" and (passive := received_by(row, at)) is not None:
        return passive
    if group in ("meet", "gather") and row.norm(at + 1) in listed["delegation"]:
        others, last = _others(row, at + 2, False)
        return Sides(None, others, False, last) if others else None
    before = before_verb(row, at)
    subject, start = (before, at + 1) if before is not None else behind_verb(row, at)
    if start is None and tells(row.norm(skip(row, at + 1)), "with"):
        start = at + 1  # "حيث بحث مع فلان", "وتباحث كذلك مع فلان": the subject was told before
    if start is None:
        return None
    needs_with = tells(word, "discuss") or group in ("confer", "gather")
    others, last = _others(row, start, needs_with)
    if not others and subject is not None and before is None and (tells(row.norm(at - 1), "that_he") or _goes_on(row, at)):
        others, last = joined(row, start - 1)  # "قال إنه التقى فلانا", "ثم التقى فلانا"
        subject = None
    if not others:
        return None
    return Sides(subject, others, group == "receive", last, needs_subject=subject is None)


def _goes_on(row: Clause, at: int) -> bool:
    """Whether a verb of meeting goes on with the one before it, whose subject it shares."""
    mention = row.elements[at].mention
    return mention is not None and GOES_ON in mention.tags


@cache
def _receptions() -> tuple[str, ...]:
    """How the verbal noun of receiving begins."""
    return tuple(sorted(word_lists("encounters.toml")["reception"]))


def _others(row: Clause, start: int, needs_with: bool) -> tuple[tuple[Mention, ...], int]:
    """The other side: the first actor behind circumstances and appositions, with those linked to it."""
    i, end, strange, linked = start, min(len(row.elements), start + FAR), 0, False
    while i < end:
        reached = skip(row, i)
        if reached >= end:
            break
        element, norm = row.elements[reached], row.norm(reached)
        if element.mention is not None:
            if element.kind is Kind.MEETING or element.kind not in ACTORS:
                return (), start
            by = element.prefix.endswith("ب")
            if (linked or by or (not needs_with and element.prefix == "")) and not (strange and element.kind not in PEOPLE):
                return joined(row, reached)
            if element.kind is Kind.TITLE and row.norm(reached - 1) in COMMAS and needs_with:
                i = reached + 1  # an apposition of the subject
                continue
            if element.prefix or needs_with is False:
                return (), start
            i = reached + 1
            continue
        if tells(norm, "with"):
            linked, strange = True, 0
        elif tells(norm, "to") and tells(row.norm(reached + 1), "table"):
            reached += 1 + tells(row.norm(reached + 2), "one")  # "جلس فلان إلى طاولة واحدة مع علان"
        elif norm in STOPS or is_kin(norm) or tells(norm, "ends") or (verb_at(norm) is not None and not linked):
            return (), start
        else:
            strange += 1
            if strange > _STRANGE or not (linked or norm.startswith("ال")):
                return (), start
        i = reached + 1
    return (), start


def _with_pronoun(row: Clause, at: int, group: str, pronoun: str) -> Sides | None:
    """ "والتقاه نظيره فلان": who is named behind it is the subject, the pronoun means the one spoken of before."""
    guest: tuple[Mention, ...] = ()
    if tells(row.norm(at - 1), "relative"):
        who = next((row.elements[i].mention for i in range(at - 2, max(at - 5, -1), -1) if row.norm(i) not in COMMAS), None)
        if who is None or who.kind not in PEOPLE:
            return None
        guest = (who,)  # "الوزير فلان، الذي استقبله فلان"
    i = skip(row, at + 1 + tells(row.norm(at + 1), "with_him"))
    subject = row.elements[i].mention if i < len(row.elements) else None
    if subject is None or subject.kind not in PEOPLE or subject.prefix:
        return None
    one, two = not pronoun.endswith(("هم", "هما")), pronoun.endswith("هما")
    return Sides(subject, guest, group == "receive", i + 1, needs_object=one and not guest, needs_pair=two and not guest)


def _aimed_at(row: Clause, at: int) -> Sides | None:
    """ "توجه فلان إلى باريس للقاء نظيره فلان": the one who sets out is the subject."""
    named = named_at(row, at + 1)
    mention = None if named is None else row.elements[named].mention
    if named is None or mention is None or mention.kind not in PEOPLE or mention.prefix:
        return None
    others, last = joined(row, named)
    return Sides(None, others, False, last, needs_subject=True)


def _credentials(row: Clause, at: int, takes: bool) -> Sides | None:
    """ "تسلم الرئيس فلان أوراق اعتماد السفير فلان", "قدم السفير فلان أوراق اعتماده إلى الرئيس فلان"."""
    end = min(len(row.elements), at + FAR)
    paper = next((i for i in range(at + 1, end) if tells(row.norm(i), "credentials")), None)
    if paper is None:
        return None
    subject, _ = (before_verb(row, at), 0) if before_verb(row, at) is not None else behind_verb(row, at)
    i = paper + 1
    if not takes:
        i = next((k for k in range(i, min(len(row.elements), i + 8)) if tells(row.norm(k), "to")), len(row.elements)) + 1
    i = skip(row, i)
    mention = row.elements[i].mention if i < len(row.elements) else None
    if mention is None or mention.kind not in PEOPLE:
        return None
    others, last = joined(row, i)
    if takes:
        return Sides(subject, others, True, last, needs_subject=subject is None)
    return None if subject is None else Sides(others[0], (subject,), True, last)
