"""Of whom else a membership is told than the predicate names: those who do likewise, who follow, who are in it with them."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import Clause, clause
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import arguments
from ingest.claims.membership.counted import MEMBERS
from ingest.claims.membership.forms import Form
from ingest.claims.membership.states import states_from, words
from ingest.claims.membership.told import Belonging, memberships
from ingest.claims.modality import modality_of
from ingest.claims.phrases import listed, phrases
from ingest.mention import Kind, Reading
from ingest.parts import Sentence
from ingest.word_lists import is_in
from kg.claim import Modality


def read(reading: Reading, sentence: Sentence, told: list[Belonging]) -> Iterator[Belonging]:
    """Who follows those of whom a sentence tells, or is in a body with them."""
    if told:
        row = clause(reading, sentence)
        yield from followers(row, told)
        yield from partners(row, told)


def likewise(row: Clause, at: int, verb: Form, last: Belonging) -> Iterator[Belonging]:
    """"فازت كذلك الجزائر والسودان": a seat in the body told of last."""
    near = [row.norm(i) for i in range(max(0, at - 1), at + 4)]
    if verb.noun or last.status != verb.status or words()["likewise"].isdisjoint(near):
        return
    found = phrases(row, at)
    members, end = arguments.subject(row, at, found)
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    alone = not any(p.prep in ("ب", "علي") for p in found) and all(m.kind is Kind.COUNTRY for m in members)
    if members and alone and modality is not Modality.DENIED:
        yield from memberships(row, at, verb, None, last.body, members, end, modality)


def followers(row: Clause, told: list[Belonging]) -> Iterator[Belonging]:
    """"لحقت بوركينا فاسو بمالي التي كانت السباقة إلى مغادرتها": who does as another did."""
    for at in range(len(row.elements)):
        if not told or not is_in(row.norm(at), words()["follows"]):
            continue
        found = phrases(row, at)
        bare = [p for p in found if not p.prep]
        led = {m.referent for p in found if p.prep == "ب" and p.at >= 0 for m in states_from(row, p.at)[0]}
        if any(p.prep == "ب" and p.at < 0 and p.nouns[0] in listed()["with_pronoun"] for p in found):
            led = {told[-1].member}  # "ولحقت بها السويد"
        members = arguments.members_of(row, bare[0])[0] if bare else []
        for first in [b for b in told if b.member in led][:1]:
            span = row.span(at, found[-1].end) or first.evidence
            for state in (one for m in members for one in states_of(m)):
                yield Belonging(first.body, state, first.status, None, None, first.modality, span, f"{first.status}.follows")


def partners(row: Clause, told: list[Belonging]) -> Iterator[Belonging]:
    """"انسحب حزب الأمل من الائتلاف، تاركا شريكيه حزب البناء وحزب العمل": who is in it with the one told of."""
    for at in range(len(row.elements)):
        if told and row.norm(at) in words()["partners"]:
            members, end = states_from(row, at + 1, MEMBERS)
            span = row.span(at, end) or told[0].evidence
            for state in (one for m in members for one in states_of(m)):
                yield Belonging(told[0].body, state, "member", None, None, Modality.ASSERTED, span, "member.partners")
