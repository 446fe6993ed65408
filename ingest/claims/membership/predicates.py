"""States that are said to be members: "مصر والأردن، وكلها دول أعضاء في …", "ستباشر الجزائر عهدتها كعضو بالمجلس", "لم يبق في
المجموعة سوى تشاد". The body stands behind the noun, or is meant by it ("فيها"). Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import COMMAS, DASHES, QUOTES, STOPS, Clause, words_of
from ingest.claims.collective import body_before
from ingest.claims.collective.focus import states_of
from ingest.claims.membership.arguments import subject
from ingest.claims.membership.bodies import meant, of_states
from ingest.claims.membership.governed import held
from ingest.claims.membership.states import role_in, run_before, states_from, words
from ingest.claims.membership.told import Belonging, date_at
from ingest.claims.modality import modality_of
from ingest.claims.phrases import listed, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.word_lists import is_in, sieve_of
from kg.claim import Modality, Referent, Span

_SUBJECT = 12   # elements back in which the subject of "as a member" stands
_OWNER = 24     # elements back in which who is meant by a pronoun stands
_SORT = 4       # words on the sort of a member


may_tell = sieve_of("belonging.toml", "member", "as_member", "but")


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """Every predicate of membership of a sentence."""
    for row, at in words_of(reading, sentence, "is a member", may_tell):
        norm = row.norms[at]
        if is_in(norm, words()["but"]):
            yield from _remaining(row, at)
        elif norm in words()["as_member"] or (norm in words()["member"] and row.norm(at - 1) in words()["as"]):
            yield from _as_member(row, at)
        elif norm in words()["member"]:
            yield from _members(row, at)


def _told(
    row: Clause, at: int, end: int, body: Referent, states: list[Mention], status: str, rule: str
) -> Iterator[Belonging]:
    """The memberships that a noun of members tells of these states."""
    modality = Modality.ASSERTED if status == "leaving" else modality_of(row.reading, row.sentence, row.elements[at].first)
    modality = held(row.reading, row.sentence, states[0].first, modality)
    if modality is Modality.DENIED:
        return
    begin = row.where(states[0])
    span = row.span(at if begin is None else min(begin, at), end) or Span(row.sentence.start, row.sentence.end)
    since = date_at(row, end)[0] if status != "leaving" and _dated(row, end) else None
    role = role_in([row.norm(i) for i in range(at + 1, min(end, at + 2 + _SORT))])
    for mention in states:
        for state in states_of(mention):
            if state != body:
                yield Belonging(body, state, status, role, since, modality, span, f"{status}.{rule}")


def _body_behind(row: Clause, at: int) -> tuple[Referent | None, int]:
    """The body that a noun of members is governed by, past words on the sort: "عضو غير دائم بالمجلس"."""
    for i in range(at + 1, min(len(row.elements), at + 2 + _SORT)):
        norm, mention = row.norm(i), row.elements[i].mention
        if mention is not None and mention.kind is Kind.DATE:
            continue  # "عضوا في مارس 2024 في الحلف"
        if mention is not None:
            inside = mention.prefix in ("ب", "ل") or row.norm(i - 1) in words()["inside"]
            return (mention.referent, i + 1) if mention.kind in BODIES and inside else (None, at)
        if norm in words()["in_it"]:
            return meant(row, i), i + 1
        if norm in STOPS or norm in COMMAS or is_in(norm, words()["relative"]):
            break
    return None, at


def _members(row: Clause, at: int) -> Iterator[Belonging]:
    body, end = _body_behind(row, at)
    if body is None and (_dated(row, end := _sort_end(row, at)) or _which(row, at, end)):
        body = _spoken_of(row, at)  # "وتونس عضو منذ 2015"
    if body is None and row.norm(at - 2) in words()["as"] and _is_full(row, at):
        body, end = _spoken_of(row, at), _sort_end(row, at)  # "حضر رئيسها القمة بصفة بلاده عضوا كامل العضوية"
    if body is None:
        return
    i = at - 1
    if is_in(row.norm(i), words()["it_is"] | words()["its_staying"]):
        yield from _subject_before(row, at, end, body)
        return
    while i >= 0 and (row.norm(i) in words()["member_nouns"] or row.elements[i].kind is Kind.NUMBER):
        i -= 1
    denied = past_copula = False
    while i >= 0 and (row.norm(i) in words()["copula"] or row.norm(i) in words()["no_more"]):
        past_copula = True
        denied = denied or row.norm(i) in words()["no_more"]
        i -= 1
    while i >= 0 and (row.norm(i) in COMMAS | DASHES | QUOTES or row.norm(i) == ")"):
        past_copula = True
        i -= 1
    if i >= 0 and not denied and row.elements[i].kind is not Kind.COUNTRY:
        yield from _becoming(row, at, end, body)
        return
    if i < 0 or denied:
        return
    found = run_before(row, i)
    before = row.norm(i - len(found))
    each = any(row.norm(k) in words()["each"] for k in range(i + 1, at))
    several = each or row.norm(at) in words()["several_members"]
    if several and not past_copula and is_in(before, words()["becomes"]):
        yield from _becoming(row, at, end, body)  # "أصبحت مصر وتونس عضوين منذ …"
        return
    if several and not (past_copula and sum(len(states_of(m)) for m in found) > 1):
        return
    if before in ("ولا", "لا"):
        return  # "ليست تركيا ولا لبنان عضوين"
    if is_in(before, words()["no_more"]):
        if row.norm(i - len(found) - 1) == "لم":  # "لم تعد … عضوا"
            yield from _told(row, at, end, body, found, "leaving", "no_more")
        return
    members = found if several else found[-1:]
    yield from _told(row, at, end, body, members, "member", "predicate")
    while (other := _also_in(row, end)) is not None:
        yield from _told(row, at, other[1], other[0], members, "member", "predicate")
        end = other[1]


def _is_full(row: Clause, at: int) -> bool:
    """Whether "member" is followed by what only a member can be: "عضو كامل العضوية"."""
    return not words()["sorts_of_full"].isdisjoint((row.norm(at + 1), row.norm(at + 2)))


def _dated(row: Clause, end: int) -> bool:
    """Whether it is told since when: "عضوا منذ 2015", "عضوا كاملا في يناير 2025"."""
    follows = row.elements[end + 1].kind if row.norm(end) in words()["inside"] and end + 1 < len(row.elements) else None
    return row.norm(end) in words()["since"] or follows is Kind.DATE


def _which(row: Clause, at: int, end: int) -> bool:
    """Whether it is told which member somebody is, and no more: "أعلنت مصر أنها العضو السابع."."""
    named = row.norm(at) in words()["nth"] and end == at + 2 and row.norm(at + 1).startswith("ال")
    return named and is_in(row.norm(at - 1), words()["it_is"]) and row.norm(end) in STOPS | COMMAS


def _spoken_of(row: Clause, at: int) -> Referent | None:
    """The body of states that is spoken of."""
    found = body_before(row.reading, row.elements[at].first)
    body = None if found is None else found.referent
    return body if body is not None and of_states(body) else None


def _subject_before(row: Clause, at: int, end: int, body: Referent) -> Iterator[Belonging]:
    """Whose "وأنها عضو", "مع بقائها عضوا" it is: the subject of the clause before."""
    for i in range(at - 2, max(-1, at - _OWNER), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind is Kind.COUNTRY and mention.prefix in ("", "و", "ف"):
            before = row.norm(i - 1) if i else "."
            heads = before in STOPS | COMMAS or is_in(before, listed()["clause_heads"]) or mention.reason == "his country"
            if heads or _may_be_verb(before):
                yield from _told(row, at, end, body, [mention], "member", "pronoun")
                return
        if row.norm(i) in STOPS:
            return


def _may_be_verb(norm: str) -> bool:
    """Whether a word before a state may be its verb: no preposition and no noun with the article."""
    return norm.isalpha() and not norm.startswith(("ال", "لل", "بال")) and not is_in(norm, listed()["prepositions"])


def _becoming(row: Clause, at: int, end: int, body: Referent) -> Iterator[Belonging]:
    """"أصبحت كندا، بحسب بيان، عضوا في المنظمة": the subject of a verb of becoming, past what stands between."""
    verb = next((i for i in range(at - 1, max(-1, at - _SUBJECT), -1) if is_in(row.norm(i), words()["becomes"])), None)
    if verb is None or row.norm(verb - 1) == "ان":
        return
    found = [p for p in phrases(row, verb) if p.end <= at]
    members, _ = subject(row, verb, found)
    if members and all(m.kind is Kind.COUNTRY for m in members):
        yield from _told(row, at, end, body, members, "joining", "becomes")


def _also_in(row: Clause, at: int) -> tuple[Referent, int] | None:
    """One more body: "العضو العشرين في منطقة اليورو والسابع والعشرين في فضاء شنغن"."""
    if not row.norm(at).startswith("وال"):
        return None
    body, end = _body_behind(row, at)
    return None if body is None else (body, end)


def _as_member(row: Clause, at: int) -> Iterator[Belonging]:
    """The subject of a clause that does something "as a member"."""
    body, end = _body_behind(row, at)
    state: Mention | None = None
    for i in range(at - 1, max(-1, at - _SUBJECT), -1):
        element = row.elements[i]
        if row.norm(i) in STOPS or row.norm(i) in COMMAS:
            break
        if is_in(row.norm(i), words()["no_fact"] | words()["wishes"]):
            return
        if element.kind in BODIES and body is None and element.mention is not None:
            body, end = element.mention.referent, _sort_end(row, at)
        elif element.kind is Kind.COUNTRY and element.prefix in ("", "و") and row.norm(i - 1) not in words()["governing"]:
            state = element.mention
            break
        elif element.mention is not None and element.kind not in (Kind.DATE, Kind.NUMBER, Kind.PLACE):
            break
    if body is None and state is not None and _is_full(row, at):
        body, end = _spoken_of(row, at), _sort_end(row, at)  # "بحضور غانا لأول مرة كعضو كامل العضوية"
    if state is not None and body is not None and not is_in(row.norm(i - 1), words()["wishes"]):
        yield from _told(row, at, end, body, [state], "member", "as_member")


def _sort_end(row: Clause, at: int) -> int:
    """The end of the words on the sort of a member: "كعضو مراقب", "بصفة عضو كامل العضوية"."""
    ends = STOPS | COMMAS | words()["since"] | words()["inside"] | words()["governing"]
    end = at + 1
    while end < min(len(row.elements), at + 1 + _SORT) and row.norm(end) and row.norm(end) not in ends:
        end += 1
    return end


def _remaining(row: Clause, at: int) -> Iterator[Belonging]:
    """Who alone is left in a body: "لم يبق في المجموعة سوى موريتانيا وتشاد"."""
    i = at + 1
    while row.norm(i) in words()["before_list"]:
        i += 1
    if i >= len(row.elements) or row.elements[i].kind is not Kind.COUNTRY:
        return
    states, end = states_from(row, i)
    verb = next((k for k in range(at - 1, max(-1, at - 9), -1) if row.norm(k) in words()["remains"]), None)
    body = left_in(row, verb, at) if verb is not None else None
    if verb is None or body is None:
        return
    span = row.span(verb, end) or Span(row.sentence.start, row.sentence.end)
    for state in (one for mention in states for one in states_of(mention)):
        yield Belonging(body, state, "member", None, None, Modality.ASSERTED, span, "member.remaining")


def left_in(row: Clause, verb: int, end: int) -> Referent | None:
    """The body in which somebody is left, or that contains nobody else."""
    contains = is_in(row.norm(verb), words()["contain"])
    for i in range(max(verb - 2, 0), end):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in BODIES:
            inside = contains or mention.prefix == "ب" or row.norm(i - 1) in words()["inside"]
            return mention.referent if inside else None
    return None
