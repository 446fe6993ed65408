"""Money that somebody announces or promises to give: actor, amount, currency, purpose.

A sum is a pledge where a verb of promising, of giving to come or of setting aside governs it, or where somebody announces or
decides the giving. Sums paid, aimed at, asked for, expected, or that tell a price or a volume of trade are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import ACTORS, COMMAS, QUOTES, STOPS, Clause, clause
from ingest.claims.modality import is_supposed, modality_of
from ingest.claims.pledge.row import (
    Found,
    for_the_state,
    his_own,
    in_a_row,
    in_the_present,
    same_currency,
    starts_another,
    sums,
    tells,
)
from ingest.claims.speaker import Memory, described, government
from ingest.claims.speech import openings
from ingest.claims.statement.subject import subject
from ingest.document import Zone
from ingest.mentions.mention import Kind, Mention, Quantity, Reading
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import M

_REACH = 14      # elements between the verb and the sum
_BACK = 6        # elements between going back on a promise and its noun, or a word of contrast
_PURPOSE = 16    # elements of the purpose
_AFTERWARDS = 40  # elements behind the sum in which a promise is taken back


def extract(reading: Reading) -> Iterator[Claim]:
    """The pledges of an article, in the order of the text; one sum told twice is one pledge."""
    if reading.document.language != "ar":
        return
    memory = Memory()
    told: set[tuple[str, str, str]] = set()
    person: Mention | None = None
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        row = clause(reading, sentence)
        last: Found | None = None
        money: Mention | None = None
        for at, element in enumerate(row.elements):
            mention = element.mention
            if mention is None:
                continue
            if mention.kind is Kind.PERSON:
                person = mention
            mention = same_currency(row, at, mention, money) if last is not None and money is not None else mention
            if mention.kind is not Kind.MONEY or mention.quantity is None:
                continue
            money = mention
            governed = his_own(row, at, _governed(row, at, memory, person))
            more = _more(row, at, last)
            found = in_a_row(row, at, last) or governed or in_the_present(row, at) or more
            last = found
            if found is None:
                continue
            found = for_the_state(row, found)
            claim = _claim(row, at, mention, mention.quantity, found)
            quantity = mention.quantity
            key = (f"{found.actor.type}|{found.actor.key}", str(quantity.value.normalize()), str(quantity.currency))
            if claim is not None and (key not in told or more is not None):
                told.add(key)
                yield claim


def _governed(row: Clause, money: int, memory: Memory, person: Mention | None) -> Found | None:
    """The verb that promises the sum at element `money`, with its subject."""
    giving, loan = row.norm(money - 1) == "عن", False  # "أعلنت بريطانيا عن 30 مليون جنيه"
    raised = False   # "مساهمته", "مساهمة بلاده"
    own: Referent | None = None   # "تقديم بلاده …": the country of the one who announces
    for i in range(money - 1, max(-1, money - _REACH - 1), -1):
        element, norm = row.elements[i], row.norm(i)
        if element.kind is Kind.MONEY or norm in STOPS or tells(norm, "not_pledged") or tells(norm, "received"):
            return None
        if element.mention is not None:
            continue
        giving = giving or tells(norm, "giving")
        loan = loan or tells(norm, "loan")
        following = row.elements[i + 1].mention
        if tells(norm, "giving_of") and following is not None and following.kind in ACTORS and not following.prefix:
            own = following.referent
        if norm in sums()["his_country"] and tells(row.norm(i - 1), "giving"):
            own = None if person is None or person.post is None else person.post.of
        his = norm in sums()["gift"] and row.norm(i + 1) in sums()["his_country"]
        raised = raised or his or norm in sums()["own_gift"]
        if tells(norm, "aim") and (partner := _partner(row, i)) is not None:
            return Found(i, "agreement", partner)
        if loan and tells(norm, "sign"):
            lender = _lender(row, i + 1, money)
            return None if lender is None else Found(i, "announce", lender)
        if raised and tells(norm, "raise"):
            return _with_actor(row, i, "announce", memory, person, money)
        for kind in ("promise", "give_future", "allot", "give", "announce"):
            if tells(norm, kind) and (giving or kind != "announce") and (loan or kind != "give"):
                if any(tells(row.norm(k), "received") for k in range(max(0, i - 4), i)):
                    return _source(row, i, money)
                if own is None and row.norm(i + 1) in sums()["his_country"]:
                    own = None if person is None or person.post is None else person.post.of
                    if own is None:
                        return None
                if own is not None:
                    return Found(i, kind, own)
                return _with_actor(row, i, kind, memory, person, money)
    return None


def _more(row: Clause, money: int, last: Found | None) -> Found | None:
    """"50 مليون دولار للسودان و30 مليونا لليمن": one more sum of the same giver."""
    mention = row.elements[money].mention
    besides = any(tells(row.norm(i), "besides") for i in range(max(0, money - 2), money))
    joined = mention is not None and (mention.prefix.startswith("و") or row.norm(money - 1) == "و" or besides)
    if last is None or not joined:
        return None
    for i in range(money - 1, max(-1, money - _BACK), -1):
        other = row.elements[i].mention
        if other is not None and other.kind is Kind.MONEY:
            return last
        if row.norm(i) in STOPS:
            break
    return None


def _source(row: Clause, begin: int, money: int) -> Found | None:
    """"تلقت الوكالة تعهدا من النرويج": who takes a promise does not give; whoever it comes from does, if named."""
    for i in range(begin, money - 1):
        mention = row.elements[i + 1].mention
        if row.norm(i) == "من" and mention is not None and mention.kind in ACTORS and mention.referent is not None:
            return Found(begin, "promise", mention.referent)
    return None


def _lender(row: Clause, begin: int, end: int) -> Referent | None:
    """The bank or fund among the parties of an agreement on a loan."""
    for element in row.elements[begin:end]:
        if element.mention is not None and element.kind is Kind.ORGANIZATION:
            noun = row.reading.document.tokens[element.first].norm
            if noun in sums()["lender"]:
                return element.mention.referent
    return None


def _partner(row: Clause, at: int) -> Referent | None:
    """"اتفاقية مع قطر، لاستثمار ...": the partner of the agreement gives."""
    i = at - 1 - (row.norm(at - 1) in COMMAS)
    mention = row.elements[i].mention if i > 0 else None
    if mention is None or mention.kind not in ACTORS or row.norm(i - 1) != "مع":
        return None
    return mention.referent


def _with_actor(
    row: Clause, at: int, kind: str, memory: Memory, person: Mention | None, money: int
) -> Found | None:
    told = row.elements[at - 1].mention if at else None
    named = told is not None and told.kind in ACTORS and told.prefix in ("", "و") and row.norm(at - 2) in openings()["that"]
    if kind == "give_future" and named and told is not None and told.referent is not None:
        return Found(at, kind, told.referent)  # "أن اليابان ستمنح لبنان …"
    if row.norm(at - 1) in sums()["his_country"] and (own := _before(row, at, person)) is not None:
        return Found(at, kind, own)  # "بلاده ستمنح لبنان …": the one behind the verb receives
    found = subject(row, at + 1, memory)
    if found is not None and found.end <= money and found.how == "named":
        joint = described(row.text(at + 1, found.end)) if len(found.speakers) > 1 else None
        return Found(at, kind, joint or found.speakers[0])
    actor = _before(row, at, person)
    if actor is not None:
        return Found(at, kind, actor)
    if found is not None and found.end <= money and _body(row, at + 1):
        return Found(at, kind, found.speakers[0])
    return None


def _body(row: Clause, at: int) -> bool:
    """Whether a described giver begins at `at`: a noun of people or bodies, not a thing given."""
    norm = row.norm(at)
    if norm in openings()["people"] or norm in sums()["givers"]:
        return True
    return norm.startswith("ال") and row.norm(at + 1).endswith(("ون", "ين"))


def _before(row: Clause, at: int, person: Mention | None) -> Referent | None:
    """The subject before its verb: the nearest actor of the clause; for "his country" that of the last person."""
    for i in range(at - 1, max(-1, at - 12), -1):
        mention, norm = row.elements[i].mention, row.norm(i)
        if norm in sums()["his_country"]:
            return None if person is None or person.post is None else person.post.of
        if mention is not None and (row.norm(i - 1) in sums()["governing"] or row.elements[i - 1].kind is Kind.MEETING):
            continue
        if mention is not None and mention.kind in ACTORS | {Kind.PLACE} and mention.prefix in ("", "و", "ف"):
            actor: Referent | None = government(row, mention) if mention.kind is Kind.PLACE else mention.referent
            return actor
        if i == at - 1 and norm.startswith("ال") and len(norm) > 4:
            return described(row.text(_phrase_start(row, at), at))  # nobody known, yet the subject: "الدولة سترصد"
        if norm in STOPS or (norm in COMMAS and not _in_apposition(row, i)):
            return None
    return None


def _phrase_start(row: Clause, at: int) -> int:
    """Where the noun phrase before element `at` begins: after أن or a mark, at most five words back."""
    words = openings()
    i = at - 1
    while i > 0 and at - i < 5:
        before = row.norm(i - 1)
        if not before or not before[0].isalpha() or before in words["that"] or before in words["adjunct"]:
            break
        i -= 1
    return i


def _in_apposition(row: Clause, comma: int) -> bool:
    """"قد" or a pronoun particle after the comma: the subject stands before an insertion."""
    return row.norm(comma + 1) in openings()["that"] or row.norm(comma + 1) == "قد"


def _claim(row: Clause, money: int, mention: Mention, quantity: Quantity, found: Found) -> Claim | None:
    token = row.elements[found.at].first
    modality = modality_of(row.reading, row.sentence, token)
    if modality is Modality.DENIED or _is_withdrawn(row, found.at, money):
        return None
    supposed = is_supposed(row.reading, row.sentence, token)
    if modality is Modality.PLANNED and not supposed and found.kind in ("give_future", "announce"):
        modality = Modality.ASSERTED  # giving to come is what is announced
    slots: list[tuple[Iri, Slot]] = [(M.topicActor, found.actor), (M.amount, quantity.value)]
    if quantity.currency:
        slots.append((M.currency, quantity.currency))
    end = _purpose_end(row, money)
    purpose = row.text(money + 1, end)
    if purpose:
        slots.append((M.pledgePurpose, " ".join(purpose.split())))
    span = row.span(min(found.at, _first(row, found)), end) or row.reading.span(mention)
    frame = Referent(M.Pledge, f"{found.actor.type}|{found.actor.key}|{quantity.value.normalize()}|{mention.name.start}",
                     slots=tuple(slots))
    status = M.Promised if found.kind == "promise" else M.Announced
    return Claim(frame, M.pledgeStatus, status, modality, (Span(span.start, span.end),), 0.85, f"pledge.{found.kind}")


def _first(row: Clause, found: Found) -> int:
    """The element of the giver where it stands before its verb."""
    for i in range(found.at - 1, max(-1, found.at - 12), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.referent == found.actor:
            return i
    return found.at


def _is_withdrawn(row: Clause, at: int, money: int) -> bool:
    """"تراجعت قطر عن تعهدها", "وعدت …، لكنها تراجعت": the one who promised has gone back on it."""
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if row.norm(i) in COMMAS | STOPS:
            break
        if tells(row.norm(i), "withdrawn"):
            return row.norm(at - 1) in sums()["goes_back"] or i == at - 1
    for i in range(money + 1, min(money + _AFTERWARDS, len(row.elements))):
        if row.norm(i) in STOPS:
            return False
        if _is_but(row, i) or row.norm(i) in sums()["next"]:
            return any(tells(row.norm(k), "withdrawn") for k in range(i + 1, i + _BACK))
    return False


def _is_but(row: Clause, at: int) -> bool:
    """A word of contrast, or what came next: "لكنها", "إلا أن", "قبل أن"."""
    return tells(row.norm(at), "but") or (tells(row.norm(at), "but_that") and row.norm(at + 1) in openings()["that"])


def _purpose_end(row: Clause, money: int) -> int:
    """The end of the words after the sum that tell what it is for."""
    i = money + 1
    while i < len(row.elements) and i - money <= _PURPOSE:
        norm = row.norm(i)
        ends = norm in ("و", "(", ")", "-", ":") or (norm and norm in STOPS | COMMAS | QUOTES)
        if ends or starts_another(row, i) or (norm and _is_but(row, i)):
            break
        i += 1
    return i
