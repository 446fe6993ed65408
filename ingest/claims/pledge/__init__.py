"""Money that somebody announces or promises to give: actor, amount, currency, purpose.

A sum is a pledge where a verb of promising, of giving to come or of setting aside governs it, or where somebody announces or
decides the giving; where that is taken back, it is told as withdrawn. Sums paid, aimed at, asked for, expected, or that tell
a price or a volume of trade are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause, clause
from ingest.claims.phrases import behind_insertion
from ingest.claims.pledge import behind, bound, changed, withdrawn
from ingest.claims.pledge.claiming import claim_of
from ingest.claims.pledge.givers import heads_gift, nation_of_gift, on_behalf, with_actor
from ingest.claims.pledge.row import (
    Found,
    but_for,
    country_of,
    follows_last,
    for_the_state,
    his_own,
    in_a_row,
    in_the_present,
    lender,
    of_one_subject,
    partner,
    puts_at_service,
    same_currency,
    state_of,
    sums,
    tells,
)
from ingest.claims.pledge.table import Table
from ingest.claims.pledge.withdrawn import Pledges
from ingest.claims.speaker import Memory, government
from ingest.claims.speech import openings
from ingest.document import Zone
from ingest.mention import Kind, Mention, Quantity, Reading
from kg.claim import Claim, Referent

_REACH = 14      # elements between the verb and the sum
_BACK = 6        # elements between two sums of one giver


def extract(reading: Reading) -> Iterator[Claim]:
    """The pledges of an article, in the order of the text; one sum told twice is one pledge."""
    if reading.document.language != "ar" or not any(mention.kind is Kind.MONEY for mention in reading.mentions):
        return
    memory, told, table = Memory(), Pledges(), Table()
    person: Mention | None = None
    chain: Found | None = None   # who gives the sum before, past sums of nobody known
    money: Mention | None = None
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        row = clause(reading, sentence)
        table.go_on(row)
        last: Found | None = None    # who gives the sum before
        if not follows_last(row) and not table.is_open:
            chain = money = None
        for at, element in enumerate(row.elements):
            mention = element.mention
            if mention is None:
                continue
            if mention.kind is Kind.PERSON or (mention.kind is Kind.TITLE and state_of(mention) is not None):
                person = mention
            mention = same_currency(row, at, mention, money) if chain is not None and money is not None else mention
            if mention.kind is not Kind.MONEY or mention.quantity is None:
                continue
            money = mention
            if changed.is_old(row, at, promised=chain is not None) or bound.ends_range(row, at) or changed.has_been(row, at):
                continue
            small = changed.grown_from(row, at)
            quantity = bound.at_least(row, at) or mention.quantity
            change = changed.read(row, at, promised=chain is not None)
            if change is not None and (change.told or small is None):
                actor = with_actor(row, change.at, "promise", memory, person, at) or last
                chain = _changed(row, at, change, told, actor, chain) or chain
                continue
            if but_for(row, at):
                continue
            governed = his_own(row, at, _governed(row, at if small is None else small, memory, person))
            more = _more(row, at, last)
            in_row = in_a_row(row, at, chain)
            if in_row is not None and governed is not None and of_one_subject(row, governed.at, in_row.at):
                in_row = None  # "قطر بمليار، وتعهدت كل من الكويت وتركيا بمئة مليون"
            found_by = table.giver(row, at) or behind.given_by(row, at, chain) or in_row or governed
            last = found_by or in_the_present(row, at) or behind.giver(row, at) or more or _goes_on(row, at, last)
            if last is not None:
                last = chain = for_the_state(row, last)
                _tell(row, at, mention, quantity, last, told, more is not None)
        if not any(mention.kind is Kind.MONEY for mention in reading.within(sentence)):
            _take_back(row, memory, person, told)
    yield from told.claims


def _tell(
    row: Clause, at: int, mention: Mention, quantity: Quantity, giver: Found, told: Pledges, more: bool
) -> None:
    """Adds the pledge of a giver, and of each who gives as much."""
    for found in (giver, *(replace(giver, actor=other, others=()) for other in giver.others)):
        claim = claim_of(row, at, mention, quantity, found)
        if claim is not None:
            told.add(_key(found, quantity), claim, more)


def _key(found: Found, quantity: Quantity) -> tuple[str, str, str]:
    return f"{found.actor.type}|{found.actor.key}", str(quantity.value.normalize()), str(quantity.currency)


def _changed(
    row: Clause, at: int, change: changed.Change, told: Pledges, found: Found | None, chain: Found | None
) -> Found | None:
    """A sum to which its giver, or the one who gave last, has brought his pledge: it takes the place of the old."""
    if not change.told or but_for(row, at) or withdrawn.held(row, change.at) not in withdrawn.HELD:
        return None
    giver = told.last_giver() if found is None else for_the_state(row, found).actor
    if change.own and chain is not None and giver != chain.actor:
        return None  # what another gives was not promised before
    mention = row.elements[at].mention
    if giver is None or mention is None or mention.quantity is None:
        return None
    now = Found(change.at, "announce", giver)
    claim = claim_of(row, at, mention, mention.quantity, now)
    if claim is not None:
        told.change(giver, _key(now, mention.quantity), claim)
    return now


def _take_back(row: Clause, memory: Memory, person: Mention | None, told: Pledges) -> None:
    """A sentence without a sum in which a promise told before is taken back: "ثم تراجعت كندا عن تعهدها"."""
    taken = withdrawn.alone(row) if told.claims else None
    if taken is None:
        return
    found = with_actor(row, taken[1], "promise", memory, person, len(row.elements))
    if found is not None:
        giver = for_the_state(row, found).actor
        told.withdraw(giver, withdrawn.held(row, taken[0]), withdrawn.words(row, taken[0]))


def _governed(row: Clause, money: int, memory: Memory, person: Mention | None) -> Found | None:
    """The verb that promises the sum at element `money`, with its subject."""
    giving, loan = row.norm(money - 1) == "عن" or _bare_object(row, money), False  # "أعلنت بريطانيا عن 30 مليون جنيه"
    up_to = raised = False   # raised: "مساهمته", "مساهمة بلاده"
    own: Referent | None = None   # "تقديم بلاده …": the country of the one who announces
    for i in _backwards(row, money):
        element, norm = row.elements[i], row.norm(i)
        up_to = up_to or bound.is_up_to(row, i, money)
        if up_to and norm in openings()["that"]:
            return None
        if bound.is_up_to(row, i, money):
            continue
        if raised and (verb := _raises(row, i, money)) is not None:
            return with_actor(row, verb, "announce", memory, person, money)
        if element.kind is Kind.MONEY or norm in STOPS or tells(norm, "not_pledged") or tells(norm, "received"):
            return None
        if element.mention is not None:
            continue
        giving = giving or tells(norm, "giving")
        if norm in sums()["grant"] and _is_noun(row, i):
            continue
        loan = loan or tells(norm, "loan")
        following = row.elements[i + 1].mention
        own = nation_of_gift(row, i) or own
        if own is not None and heads_gift(row, i):
            return Found(i, "promise" if tells(norm, "pledge") else "announce", own)
        if tells(norm, "giving_of") and following is not None and following.kind in ACTORS and not following.prefix:
            own = following.referent
        if norm in sums()["his_country"] and tells(row.norm(i - 1), "giving"):
            own = country_of(row, person)
        his = norm in sums()["gift"] and row.norm(i + 1) in sums()["his_country"]
        raised = raised or his or norm in sums()["own_gift"]
        if tells(norm, "aim") and (with_whom := partner(row, i)) is not None:
            return Found(i, "agreement", with_whom)
        if loan and tells(norm, "sign"):
            bank = lender(row, i + 1, money)
            return None if bank is None else Found(i, "announce", bank)
        for kind in ("promise", "give_future", "allot", "give", "announce"):
            told = tells(norm, kind) or (kind == "give_future" and puts_at_service(row, i))
            if told and (giving or kind != "announce") and (loan or kind != "give"):
                if _gathered(row, i):
                    return None
                if any(tells(row.norm(k), "received") for k in range(max(0, i - 4), i)):
                    return behind.source(row, i, money)
                if own is None and row.norm(i + 1) in sums()["his_country"] and (own := country_of(row, person)) is None:
                    return None
                if own is not None:
                    return Found(i, kind, on_behalf(row, i, money) or own)
                return with_actor(row, i, kind, memory, person, money)
    return None


def _raises(row: Clause, at: int, money: int) -> int | None:
    """The verb that raises what is given, or by which it is made known: "كشفت كندا عن زيادة مساعداتها إلى …"."""
    if tells(row.norm(at), "raise"):
        return at
    if not tells(row.norm(at), "raising"):
        return None
    i = at - 1 - (row.norm(at - 1) == "عن")
    i -= i > 0 and row.elements[i].mention is not None
    return i if i >= 0 and row.norm(money - 1) in sums()["up_to"] and tells(row.norm(i), "announce") else None


def _gathered(row: Clause, at: int) -> bool:
    """Whether pledges are those of all: "جمع المؤتمر، …، تعهدات بقيمة …"."""
    if not tells(row.norm(at), "promises"):
        return False
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if row.norm(i) in STOPS:
            return False
        if tells(row.norm(i), "gathers"):
            return True
    return False


def _is_noun(row: Clause, at: int) -> bool:
    """Whether giving is a noun: "قررت بريطانيا منح الأردن قرضا", "وافقت على منح الأردن قرضا"."""
    i = at - 1 - (row.elements[at - 1].kind in ACTORS)
    return tells(row.norm(i), "announce") or row.norm(at - 1) in sums()["governing"]


def _bare_object(row: Clause, money: int) -> bool:
    """"أعلنت ألمانيا خمسة ملايين يورو إضافية": nothing but the subject is between verb and sum."""
    subject_of = row.elements[money - 1].mention if money > 1 else None
    gives = subject_of is not None and (subject_of.kind in ACTORS or government(row, subject_of) is not None)
    bare = subject_of is not None and gives and not subject_of.prefix and not row.elements[money].prefix
    return bare and tells(row.norm(money - 2), "announce")


def _backwards(row: Clause, money: int) -> Iterator[int]:
    """The elements before a sum, without the insertions between them and the verb."""
    i, steps = money - 1, 0
    while i >= 0 and steps < _REACH:
        yield i
        steps += 1
        inside = behind_insertion(row, i) if row.norm(i) in COMMAS else -1
        i = inside if inside >= 0 else i - 1


def _goes_on(row: Clause, money: int, last: Found | None) -> Found | None:
    """ "بلاده ستقدم 500 مليون يوان، وستتبرع بمبلغ 3 ملايين دولار": he who gives the sum before gives this one too."""
    if last is None:
        return None
    for i in range(money - 1, max(-1, money - _BACK), -1):
        if row.elements[i].mention is not None or row.norm(i) in STOPS or row.norm(i) in COMMAS:
            return None
        if tells(row.norm(i), "give_future"):
            return replace(last, at=i, kind="give_future", others=()) if row.norm(i).startswith("و") else None
    return None


def _more(row: Clause, money: int, last: Found | None) -> Found | None:
    """"50 مليون دولار للسودان و30 مليونا لليمن": one more sum of the same giver."""
    mention = row.elements[money].mention
    besides = any(tells(row.norm(i), "besides") for i in range(max(0, money - 2), money))
    joined = mention is not None and (mention.prefix.startswith("و") or row.norm(money - 1) == "و" or besides)
    if last is None or not joined:
        return None
    comma = row.norm(money - 1 - (row.norm(money - 1) == "و")) in COMMAS
    apart = comma and row.norm(money + 1) in sums()["alike"] | sums()["purpose"]
    for i in range(money - 1, max(-1, money - (_REACH if apart else _BACK)), -1):
        other = row.elements[i].mention
        if other is not None and other.kind is Kind.MONEY:
            return last
        if row.norm(i) in STOPS:
            break
    return None
