"""Goods that somebody announces or promises to give: weapons, vaccines, aid in kind. Constructions: `patterns/pledge.toml`.

Sums of money are read by `pledge.py`; a sentence with a sum in it is left to that module. "Support" alone is no pledge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ingest.claims.clause import clause
from ingest.claims.collective import Said, read
from ingest.claims.pledge import withdrawn
from ingest.claims.pledge.row import state_of
from ingest.claims.speaker import described
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.lands.countries import of_capital
from kg.claim import Claim, Modality, Referent, Span
from kg.vocabulary import M

_WORTH = 12   # tokens behind the goods in which their worth is told
_STATUS = {"promised": M.Promised, "announced": M.Announced, "withdrawn": M.Withdrawn}


def extract(reading: Reading) -> Iterator[Claim]:
    """The goods pledged in an article: the first telling of each actor."""
    seen: set[str] = set()
    for said in read(reading, "pledge"):
        actor = _actor(reading, said)
        if actor is None or said.modality is Modality.DENIED or _money(reading, said):
            continue
        key = "some" if said.hit.has("some") else actor.key
        if key in seen:
            continue
        seen.add(key)
        yield _claim(reading, said, actor)


def _actor(reading: Reading, said: Said) -> Referent | None:
    """Who gives: the actor named, a number of states in the words of the text, or the country of the person named last."""
    if said.hit.has("his"):
        people = [m for m in reading.starting(0, said.hit.token("his")) if m.kind is Kind.PERSON and m.post is not None]
        return people[-1].post.of if people and people[-1].post is not None else None
    if said.hit.has("some"):
        span = said.hit.span("some")
        return described(reading.document.text[span.start : span.end])
    return next((state_of(m) or _state(reading, m) for m in said.hit.mentions("actor")), None)


def _state(reading: Reading, mention: Mention) -> Referent | None:
    """The actor, or the state whose capital stands for it ("تعهدت برلين"); no other place gives."""
    if mention.kind is not Kind.PLACE:
        return mention.referent
    capital = of_capital(reading.document.tokens, mention.first)
    return None if capital is None else capital[2]


def _money(reading: Reading, said: Said) -> bool:
    """Whether a sum is told with the goods: then what is given is worth it."""
    apart = said.hit.rule.fields.get("apart") == "yes"   # the sum of another stands before them
    first, last = said.hit.token("actor" if apart else "verb"), said.hit.token("goods") + _WORTH
    return any(m.kind is Kind.MONEY for m in reading.starting(first, min(last, said.hit.skeleton.sentence.last)))


def _claim(reading: Reading, said: Said, actor: Referent) -> Claim:
    span = said.hit.span("goods")
    goods = " ".join(reading.document.text[span.start : span.end].split())
    key = f"{actor.type}|{actor.key}|goods|{span.start}"
    frame = Referent(M.Pledge, key, slots=((M.topicActor, actor), (M.pledgePurpose, goods)))
    status = _STATUS[said.hit.rule.fields["status"]]
    evidence: tuple[Span, ...] = (said.evidence,)
    modality, rule = said.modality, said.hit.rule.name
    if modality is Modality.PLANNED and status != M.Withdrawn:
        modality = Modality.ASSERTED  # giving to come is what is announced
    row = clause(reading, said.hit.skeleton.sentence)
    goods_at = bisect_right(row.elements, said.hit.token("goods"), key=lambda element: element.last)
    back = None if status == M.Withdrawn else withdrawn.afterwards(row, goods_at)
    if back is not None:
        status, modality, rule = M.Withdrawn, withdrawn.held(row, back), "withdrawn"
        evidence += withdrawn.words(row, back)
    return Claim(frame, M.pledgeStatus, status, modality, evidence, 0.75, f"pledge.goods_{rule}")
