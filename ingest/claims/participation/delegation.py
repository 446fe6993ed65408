"""For whom a delegation comes ("وفد دولة قطر", "الوفد الكويتي", "الوفد") and whom a verb says that somebody represents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.claims.participation import antecedent
from ingest.claims.participation.sides import expression, represented, with_side
from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import of_capital
from ingest.pattern import Hit, words_of
from ingest.skeleton import Skeleton
from kg.claim import Referent
from kg.vocabulary import M

Told = tuple[Referent, int]
"""For whom a delegation comes, and the sentence that tells it."""
_SPEAKS = frozenset({M.Country, M.Organization, M.Coalition})  # "الوفد العربي" comes for none of these


def _has_one(skeleton: Skeleton) -> bool:
    """Whether a sentence speaks of a delegation."""
    return not words_of("participation", "delegations").isdisjoint(skeleton.words)


def told_in(skeleton: Skeleton, before: Told | None) -> Told | None:
    """For whom the delegation that a sentence speaks of comes, else `before`; None where it speaks of several."""
    if not _has_one(skeleton):
        return before
    told = {*_told(skeleton, len(skeleton.text))}
    return before if not told else (told.pop(), skeleton.sentence.index) if len(told) == 1 else None


def sent(hit: Hit, people: Sequence[Mention], last: Told | None) -> list[Mention]:
    """The people of a hit, each with the state or body for which the hit says that he came.

    `last`: that of the delegation spoken of before, which "الوفد" alone means.
    """
    whole = _of_delegation(hit, None if last is None else last[0])
    if whole is not None:
        return [with_side(one, whole) if whole.type == M.Country or not _held(one) else one for one in people]
    if "companions" in hit.rule.fields:
        whose = _of_companions(hit, last)
        return [one if _held(one) else with_side(one, whose) for one in people]
    stated = _stated(hit) if "state" in hit.rule.fields else None
    if stated is None:
        return [*people]
    # The first is the one of whom the verb tells; others may have come for somebody else.
    return [with_side(one, stated) if at == 0 or one.post is None else one for at, one in enumerate(people)]


def _of_companions(hit: Hit, last: Told | None) -> Referent | None:
    """The state of those who accompany somebody: his own where the sentence names him, else that of the delegation of which
    the sentence before speaks."""
    head = antecedent.subject_before(hit, None)
    if head is None:
        return last[0] if last is not None and hit.skeleton.sentence.index - last[1] <= 1 else None
    own = represented(head)
    return own if own is not None and own.type == M.Country else None


def _held(one: Mention) -> bool:
    return one.post is not None and one.post.of is not None


def _of_delegation(hit: Hit, last: Referent | None) -> Referent | None:
    """For whom the delegation of a hit comes: the last told before the names, else the first behind them."""
    skeleton, match = hit.skeleton, hit.match
    if not _has_one(skeleton):
        return None
    at = match.start("actors") if hit.has("actors") else match.start()
    found = [*expression("DELEGATION_WORD").finditer(skeleton.text, match.start(), match.end())]
    front = [one for one in found if one.end() <= at]
    one = front[-1] if front else found[0] if found else None
    if one is None:
        return None
    bare = expression("DELEGATION_BARE").match(skeleton.text, one.start()) is not None
    told = _told(skeleton, one.start()) if bare else []  # "الوفد": that of the sentence spoken of last, else `last`
    return _of(skeleton, one) if not bare else told[-1] if told else last


def _told(skeleton: Skeleton, end: int) -> list[Referent]:
    """For whom the delegations come that are told up to a character of a sentence."""
    found = expression("DELEGATION_WORD").finditer(skeleton.text, 0, end)
    return [of for one in found if (of := _of(skeleton, one)) is not None]


def _of(skeleton: Skeleton, delegation: re.Match[str]) -> Referent | None:
    """For whom a delegation comes, as told right behind the word."""
    found = expression("DELEGATION_OF").match(skeleton.text, delegation.start())
    return None if found is None else _speaks(skeleton, int(found[1]))


def _stated(hit: Hit) -> Referent | None:
    """Whom a verb of representing has for its object, or one of sending for its subject: right beside it or its subject."""
    skeleton, match = hit.skeleton, hit.match
    for at in (match.end("verb") if hit.has("verb") else match.start(), match.start(), match.end("actors")):
        found = expression("STATE_AT").match(skeleton.text, at)
        if found is not None:
            return _speaks(skeleton, int(found[1]))
    return None


def _speaks(skeleton: Skeleton, number: int) -> Referent | None:
    mention = skeleton.mentions[number]
    if mention.kind is Kind.PLACE:  # a capital stands for its state
        capital = of_capital(skeleton.reading.document.tokens, mention.first)
        return None if capital is None else capital[2]
    of = mention.referent
    return of if of is not None and of.type in _SPEAKS else None
