"""Who joins or leaves a body: verbs and verbal nouns in all their forms, with subject and body in any order.

"قبل أن تنسحب منها باماكو في مايو 2022 ثم نيامي", "بعد انضمام توغو إليه", "يصبح انسحابها نافذا". Stems and words:
`lexicon/belonging.toml`. A noun is a fact only where the words around it tell that it came about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.collective.focus import states_of
from ingest.claims.collective.runs import runs
from ingest.claims.membership.entered import REACH, entered
from ingest.claims.membership.forms import Form, form
from ingest.claims.membership.states import run_before, states_before, states_from, words
from ingest.claims.modality import modality_of
from ingest.mentions.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.sieve import Sieve
from ingest.word_lists import is_in
from kg.claim import Modality, Referent, Span

_CUE = 7      # elements before a noun in which its context is told
_GOVERNS = 4  # elements before a noun in which a word makes a fact of it


@dataclass(frozen=True, slots=True)
class Belonging:
    """A membership told in a clause: the body, a state, what is told of it, when, and the words."""

    body: Referent
    member: Referent
    status: str
    role: str | None
    date: Mention | None
    modality: Modality
    evidence: Span
    rule: str


_may_join = Sieve(form)


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """Every joining and leaving of a sentence."""
    document = reading.document
    places = document.once("joins", lambda: document.where(frozenset(_may_join(document.words))))
    if not any(sentence.first <= at < sentence.last for at in places):
        return
    row = clause(reading, sentence)
    for at in range(len(row.elements)):
        verb = form(row.norm(at)) if row.norm(at) else None
        if verb is not None:
            yield from _noun(row, at, verb) if verb.noun else _verb(row, at, verb)


# ---------------------------------------------------------------------- verbs

def _verb(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    if _supposed(row, at):
        return
    body, behind = entered(row, at, verb)
    if body is None:
        return
    members, end = _after(row, at, verb)
    if not members:
        members, end = states_before(row, at) or _same(row, at), behind
    if not members:
        return
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    if row.norm(at - 1) == "ان" and is_in(row.norm(at - 2), words()["done_that"]):
        modality = Modality.ASSERTED
    if modality is Modality.DENIED:
        return
    yield from _told(row, at, verb, body, members, max(end, behind), modality)


def _same(row: Clause, at: int) -> list[Mention]:
    """The subject that goes on behind "and": "انضمت قطر إلى أوبك عام 1961 وغادرتها في 2019"."""
    if not row.norm(at).startswith("و"):
        return []
    for i in range(at - 1, max(-1, at - 14), -1):
        mention = row.elements[i].mention
        if row.norm(i) in STOPS or row.norm(i) == "؛":
            break
        if mention is not None and mention.kind is Kind.COUNTRY:
            found = run_before(row, i)
            begin = i - len(found)
            verb = form(row.norm(begin)) if begin >= 0 and row.norm(begin) else None
            return found if verb is not None and not verb.noun else []
    return []


def _supposed(row: Clause, at: int) -> bool:
    """After "if", or after أن unless "after", "since" or "before" it."""
    before = row.norm(at - 1)
    if before == "ان":
        return not is_in(row.norm(at - 2), words()["done_that"])
    return any(is_in(row.norm(i), words()["not_done"]) for i in range(max(0, at - 2), at))


def _after(row: Clause, at: int, verb: Form) -> tuple[list[Mention], int]:
    """The states behind a verb, past adverbs, dates and the body."""
    for i in range(at + 1, min(len(row.elements), at + REACH)):
        norm, mention = row.norm(i), row.elements[i].mention
        if mention is None:
            passed = norm in words()["aside"] | words()[verb.into] | words()[verb.it] or norm in "\"“«»”()"
            if not passed:
                return [], at
            continue
        governed = row.norm(i - 1) in words()[verb.into] or mention.prefix not in ("", "و")
        if mention.kind is Kind.COUNTRY and not governed:
            return states_from(row, i)
        if mention.kind is Kind.COUNTRY or mention.kind not in BODIES | {Kind.DATE}:
            return [], at
    return [], at


# ---------------------------------------------------------------------- nouns

def _noun(row: Clause, at: int, verb: Form) -> Iterator[Belonging]:
    members, end = states_from(row, _first_of_list(row, at + 1)) if not verb.suffix else (_owners(row, at, verb), at + 1)
    if not members or (members[0].prefix not in ("", "و") and not verb.suffix):
        return
    body, behind = entered(row, end - 1, verb)
    governed = is_in(row.norm(at - 1), words()["done_that"]) or row.norm(at).startswith("ب")
    if body is None and governed and not verb.suffix:
        body, behind = _named_before(row, at, end), end
    if body is None or behind - end > 6:
        return
    modality = context(row, at, behind, leaving=verb.status == "leaving")
    if modality is not None:
        yield from _told(row, at, verb, body, members, behind, modality)


def _named_before(row: Clause, at: int, end: int) -> Referent | None:
    """The body that the clause has named before "بعد انضمام مصر وتونس", where nothing but a mark or a date follows."""
    behind = row.elements[end] if end < len(row.elements) else None
    if behind is not None and behind.kind is not Kind.DATE and behind.norm not in STOPS | COMMAS | {"في", "عام"}:
        return None
    bodies = [e.mention for e in row.elements[max(0, at - 12) : at] if e.kind in BODIES and e.mention is not None]
    return bodies[-1].referent if bodies else None


def _first_of_list(row: Clause, at: int) -> int:
    while row.norm(at) in words()["before_list"]:
        at += 1
    return at


def _owners(row: Clause, at: int, verb: Form) -> list[Mention]:
    """The states whose joining "انضمامها" is: the list named last before it, of two for "هما"."""
    begin = max(0, at - 22)
    for i in range(at - 1, begin - 1, -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind is Kind.COUNTRY:
            found = run_before(row, i)
            number = sum(len(states_of(m)) for m in found)
            return found if number == {"ه": 1, "هما": 2}.get(verb.suffix, number) else []
        if mention is not None and mention.kind in BODIES and mention.prefix in ("", "و"):
            return []
        if row.norm(i) in STOPS:
            return []
    if begin:
        return []
    before = row.reading.starting(max(row.elements[0].first - 30, 0), row.elements[0].first)
    states = [m for m in before if m.kind is Kind.COUNTRY]
    return next(runs(row.reading.document.tokens, states), []) if at <= 4 else []


def _stem(norm: str) -> str:
    """A word without what is glued before and behind it: "وتحفظه" is "تحفظ"."""
    if norm in words()["no_fact"]:
        return norm
    for glued in ("و", "ف", "ب", "ل", "وب", "ول"):
        if norm.startswith(glued) and norm[len(glued):] in words()["no_fact"]:
            return norm[len(glued):]
    for suffix in ("هما", "ها", "هم", "ه"):
        if norm.endswith(suffix) and len(norm) > len(suffix) + 2:
            return norm.removesuffix(suffix)
    return norm.removeprefix("ال")


def context(row: Clause, at: int, behind: int, *, leaving: bool) -> Modality | None:
    """How a noun of joining is told, by the words before it and some behind the body. To agree to a joining is none."""
    near = [row.norm(i) for i in range(max(0, at - _CUE), at)]
    if row.norm(at).lstrip("و").startswith("ب") and (at <= 1 or is_in(row.norm(at - 2), words()["widened"])):
        return Modality.ASSERTED  # "وبانضمام كرواتيا …، ارتفع"
    if any(_stem(norm) in words()["no_fact"] for norm in near):
        return None
    for back, norm in enumerate(reversed(near)):
        if norm in STOPS | COMMAS:
            break
        if is_in(norm, words()["plan"]):
            return Modality.PLANNED if leaving else None
        if is_in(norm, words()["fact"]) and back < _GOVERNS:
            return Modality.ASSERTED
    after = [row.norm(i) for i in range(behind, min(len(row.elements), behind + 4))]
    if any(norm in words()["fact"] for norm in after):
        return Modality.ASSERTED
    dated = row.elements[behind].mention if behind < len(row.elements) else None
    dated = dated or (row.elements[behind + 1].mention if behind + 1 < len(row.elements) else None)
    return Modality.ASSERTED if dated is not None and dated.kind is Kind.DATE and near[-1:] != ["قبل"] else None


# ---------------------------------------------------------------------- what is told

def _told(
    row: Clause, at: int, verb: Form, body: Referent, members: list[Mention], end: int, modality: Modality
) -> Iterator[Belonging]:
    """The memberships of a construction, and of the states that go on with it ("ثم نيامي في ديسمبر 2023")."""
    while members:
        date, behind = date_at(row, end)
        first = min([at, *(i for i, e in enumerate(row.elements) if e.mention is members[0])])
        span = row.span(first, max(behind, end)) or Span(row.sentence.start, row.sentence.end)
        for member in members:
            for state in states_of(member):
                yield Belonging(body, state, verb.status, None, date, modality, span, f"{verb.status}.verb")
        members, end = _going_on(row, behind)


def date_at(row: Clause, end: int) -> tuple[Mention | None, int]:
    for i in range(end, min(len(row.elements), end + 4)):
        mention = row.elements[i].mention
        if mention is not None:
            return (mention, i + 1) if mention.kind is Kind.DATE else (None, end)
        if row.norm(i) in STOPS | COMMAS:
            break
    return None, end


def _going_on(row: Clause, end: int) -> tuple[list[Mention], int]:
    i = end
    while i < min(len(row.elements), end + 6) and (row.norm(i) in COMMAS or row.norm(i) in words()["aside"]):
        i += 1
    begin = i
    while i < min(len(row.elements), begin + 4) and row.norm(i) in words()["and_then"] | words()["before_list"]:
        i += 1
    if i == begin or row.norm(begin) not in words()["and_then"]:
        return [], end
    mention = row.elements[i].mention if i < len(row.elements) else None
    if mention is None or mention.kind is not Kind.COUNTRY or mention.prefix not in ("", "و"):
        return [], end
    return states_from(row, i)
