"""Who presides over a body, told by the noun: "رئاستها المشتركة مع بريطانيا لفريق العمل", "وهي اليوم برئاسة تشاد".

The verbs are in `presiding.py`. Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import COMMAS, STOPS, Clause, words_of
from ingest.claims.collective import owner
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import bodies
from ingest.claims.membership.states import states_from, words
from ingest.claims.membership.told import Belonging
from ingest.claims.modality import modality_of
from ingest.claims.phrases import listed, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.word_lists import is_in, sieve_of
from kg.claim import Modality, Referent, Span

_OWNER = 14   # elements before "رئاستها" in which the state stands
_OFFICE = 4   # elements behind "as" in which the body stands

may_tell = sieve_of("belonging.toml", "its_presidency", "under_presidency", "acting_as")


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """Every presidency of a sentence that a noun tells."""
    for row, at in words_of(reading, sentence, "presidencies", may_tell):
        if row.norm(at) in words()["under_presidency"]:
            yield from _under(row, at)
        elif is_in(row.norm(at), words()["acting_as"]):
            yield from _as_chair(row, at)
        elif is_in(row.norm(at), words()["its_presidency"]):
            yield from _fallen_to(row, at)
            if row.norm(at + 1) in words()["shared"]:
                yield from _shared(row, at)


def _told(row: Clause, at: int, end: int, body: Referent, states: list[Mention], *, shared: bool) -> Iterator[Belonging]:
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    several = shared or sum(len(states_of(m)) for m in states) > 1
    if modality is Modality.DENIED or not bodies.of_states(body):
        return
    span = row.span(at, end) or Span(row.sentence.start, row.sentence.end)
    for state in (one for mention in states for one in states_of(mention)):
        role = "co_chair" if several else "chair"
        yield Belonging(body, state, "member", role, None, modality, span, "member.preside_noun")


def _under(row: Clause, at: int) -> Iterator[Belonging]:
    """"وهي اليوم برئاسة تشاد": said of the body spoken of."""
    i = at - 1
    while i >= 0 and _is_light(row, i):
        i -= 1
    states, end = states_from(row, _list(row, at + 1))
    if i < 0 or bodies.of_meeting(row, i) or not (is_in(row.norm(i), words()["being"] | words()["becomes"])) or not states:
        return
    feminine = row.norm(i).endswith(("هي", "ت"))
    body = owner(row.reading, row.elements[i].first, feminine=feminine)
    if body is not None and all(m.kind is Kind.COUNTRY for m in states):
        yield from _told(row, at, end, body, states, shared=False)


def _as_chair(row: Clause, at: int) -> Iterator[Belonging]:
    """"تستضيف مصر، بصفتها رئيسة المجموعة، …": the state that does so, before it or behind the verb."""
    if not is_in(row.norm(at + 1), words()["chair_noun"]):
        return
    last = min(len(row.elements), at + 2 + _OFFICE)
    where = next((i for i in range(at + 2, last) if row.norm(i) not in words()["chair_words"]), last)
    body = row.elements[where].mention if where < last else None
    if body is None or body.kind not in BODIES or body.referent is None or body.prefix not in ("", "ل"):
        return
    state = _who_acts(row, at) if at > 1 else _who_does(row, where + 1)
    if state is not None and not _in_doubt(row, state, at):
        shared = any(row.norm(i) in words()["chair_together"] for i in range(at + 1, where))
        yield from _told(row, at, where + 1, body.referent, [state], shared=shared)


def _in_doubt(row: Clause, state: Mention, at: int) -> bool:
    """ "لا تتحدث فرنسا بصفتها رئيسة …", "تطمح تركيا إلى العمل بصفتها رئيسة …": it is not said that she is."""
    where = row.where(state)
    begin = at if where is None else min(where, at)
    return any(is_in(row.norm(i), words()["wishes"] | words()["denied"]) for i in range(max(0, begin - 2), at))


def _who_acts(row: Clause, at: int) -> Mention | None:
    """The state that is spoken of before "as chair"; nobody if a person stands nearer."""
    for i in range(at - 1, max(-1, at - _OWNER), -1):
        mention = row.elements[i].mention
        if row.norm(i) in STOPS or (mention is not None and mention.kind in (Kind.PERSON, Kind.TITLE)):
            return None
        governed = mention is not None and (mention.prefix not in ("", "و") or row.norm(i - 1) in listed()["prepositions"])
        if mention is not None and mention.kind is Kind.COUNTRY and not governed:
            return mention
    return None


def _who_does(row: Clause, comma: int) -> Mention | None:
    """The state behind the verb: "بصفتها رئيسة المجموعة، دعت مصر إلى …"."""
    subject = row.elements[comma + 2].mention if row.norm(comma) in COMMAS and comma + 2 < len(row.elements) else None
    return subject if subject is not None and subject.kind is Kind.COUNTRY and not subject.prefix else None


def _is_light(row: Clause, at: int) -> bool:
    adverb = is_in(row.norm(at), listed()["adverbs"]) and not is_in(row.norm(at), words()["being"])
    return adverb or row.elements[at].kind is Kind.DATE


def _list(row: Clause, at: int) -> int:
    while row.norm(at) in words()["before_list"] | words()["shared"]:
        at += 1
    return at


def _fallen_to(row: Clause, at: int) -> Iterator[Belonging]:
    """"تعود رئاسته إلى كندا والمغرب", "آلت رئاستها إلى تشاد"."""
    if not is_in(row.norm(at - 1), words()["falls_to"]) or row.norm(at - 2) == "ان":
        return
    found = [p for p in phrases(row, at) if p.prep == "الي" and p.at >= 0]
    to = next((p for p in found if row.elements[p.at].kind is Kind.COUNTRY), None)
    body = None if bodies.of_meeting(row, at) else bodies.meant(row, at)
    if to is not None and body is not None:
        states, end = states_from(row, to.at)
        yield from _told(row, at - 1, end, body, states, shared=False)


def _shared(row: Clause, at: int) -> Iterator[Belonging]:
    """"رئاستها المشتركة مع الولايات المتحدة لفريق العمل": the state before it, and with whom."""
    found = phrases(row, at)
    of = next((p for p in found if p.prep in ("ل", "لل") and p.at >= 0 and row.elements[p.at].kind in BODIES), None)
    others = next((p for p in found if p.prep in words()["sharing_with"] and p.at >= 0), None)
    body = None if of is None else row.elements[of.at].mention
    own = _owner(row, at)
    if of is None or body is None or body.referent is None or own is None:
        return
    partners = [] if others is None else states_from(row, others.at)[0]
    yield from _told(row, at, of.end, body.referent, [own, *partners], shared=True)


def _owner(row: Clause, at: int) -> Mention | None:
    for i in range(at - 1, max(-1, at - _OWNER), -1):
        if row.elements[i].kind is Kind.COUNTRY:
            return row.elements[i].mention
        if row.norm(i) in STOPS:
            break
    return None
