"""Sums in a row of givers: "تعهد البنك 4 مليارات دولار، وفرنسا 550 مليون", "التعهدات كالتالي: …"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause
from ingest.claims.pledge.nation import nation_of_body
from ingest.claims.speaker import government
from ingest.cues import words
from ingest.fold import fold
from ingest.mention import Kind, Mention, Quantity, Reading
from ingest.word_lists import is_in, word_lists
from kg.claim import Referent
from kg.vocabulary import M

_SERVICE = 16  # elements behind a verb of putting in which "at the disposal" stands
_STATE = frozenset({"Minister", "President", "Secretary", "Chancellor", "Ambassador", "King", "Emir", "Prince", "Sultan"})
_THOUSAND = 1000
_MILLION = 1_000_000
_LIST = 40   # elements of a list of givers
_NEAR = 4    # elements before a bare number in which a verb of giving makes it a sum
_BEFORE = 60  # tokens before a sentence in which the promises that it shares out are told


@dataclass(frozen=True, slots=True)
class Found:
    """The verb that promises, its class in `lexicon/pledges.toml`, and who promises."""

    at: int
    kind: str
    actor: Referent
    others: tuple[Referent, ...] = ()   # who gives as much each


@cache
def sums() -> dict[str, frozenset[str]]:
    """The word lists of `lexicon/pledges.toml`."""
    return word_lists("pledges.toml")


def tells(norm: str, name: str) -> bool:
    """Whether a word is in a list of that file, perhaps with a glued و or ف."""
    return is_in(norm, sums()[name])


def but_for(row: Clause, money: int) -> bool:
    """Whether something kept the sum from being given: "كانت ستتعهد بخمسين مليونا لولا الضغوط"."""
    reach = range(money + 1, min(money + _LIST, len(row.elements)))
    behind = takewhile(lambda norm: norm not in STOPS, (row.norm(i) for i in reach))
    return any(norm in words("but_for") for norm in behind)


def in_a_row(row: Clause, money: int, last: Found | None) -> Found | None:
    """A giver right before his sum: under the verb of the sum before ("تعهد البنك 4 مليارات دولار، وفرنسا 550 مليون"), in a
    list that a noun of promises opens ("التعهدات كالتالي: ألمانيا 100 مليون"), or at its head
    ("تصدرت … قائمة المانحين بـ")."""
    at, mention = _giver(row, money)
    if mention is None or mention.referent is None:
        return None
    behind_it = tells(row.norm(at - 1), "tolls")  # "جاء في مقدمة المانحين الولايات المتحدة بـ"
    ranked = behind_it or any(tells(row.norm(i), "tolls") for i in range(at + 1, money))
    leads = sums()["leads"] | (sums()["stands"] if ranked else frozenset())
    lead = any(is_in(row.norm(i), leads) for i in range(max(0, at - 2 * (1 + behind_it)), at)) and at < money - 1
    first = row.norm(at - 1) in sums()["opens_row"] or lead
    before = row.norm(at - 1)
    follows = mention.prefix == "و" or before in COMMAS | sums()["followed_by"] or tells(before, "next_giver")
    if last is not None and follows and not first:
        return Found(at, last.kind, mention.referent)
    if (first or follows) and (lead or _opened(row, at)):
        return Found(at, "promise", mention.referent)
    return None


def of_one_subject(row: Clause, verb: int, giver: int) -> bool:
    """Whether a giver is one of those who are the subject right behind a verb."""
    between = range(verb + 1, giver)
    return verb < giver and all(
        row.elements[i].kind in ACTORS or row.norm(i) in sums()["each"] or row.norm(i) in ("من", "و") for i in between
    )


def his_own(row: Clause, money: int, found: Found | None) -> Found | None:
    """"تعهدت فرنسا بـ50 مليونا، وإيطاليا بـ20 مليون يورو": whoever stands between comma and sum gives it."""
    at, mention = _giver(row, money)
    if found is None or mention is None or mention.prefix != "و" or mention.referent is None:
        return found
    return Found(at, found.kind, mention.referent) if row.norm(at - 1) in COMMAS else found


def for_the_state(row: Clause, found: Found) -> Found:
    """The state of the minister or head of state who announces its money, or the body of its official; one who donates
    does so himself."""
    if found.kind not in ("announce", "promise", "give_future"):
        return found
    for i in range(max(0, found.at - 12), min(len(row.elements), found.at + 6)):
        mention = row.elements[i].mention
        if mention is not None and mention.referent == found.actor:
            for_whom = state_of(mention) or _led_body(mention)
            if for_whom is not None:
                return replace(found, actor=for_whom)
    state = row.reading.once("states of persons", 0, lambda: _states(row.reading)).get(found.actor)
    if state is None:
        state = row.reading.once("bodies of persons", 0, lambda: _bodies(row.reading)).get(found.actor)
    return found if state is None else replace(found, actor=state)


def _bodies(reading: Reading) -> dict[Referent, Referent]:
    """The body that each person of an article leads, by the first office that tells it."""
    led: dict[Referent, Referent] = {}
    for mention in reading.mentions:
        body = _led_body(mention) if mention.kind is Kind.PERSON else None
        if mention.referent is not None and body is not None:
            led.setdefault(mention.referent, body)
    return led


def country_of(row: Clause, person: Mention | None) -> Referent | None:
    """The country that somebody calls his own: "بلاده", by his office here or elsewhere in the article."""
    if person is None:
        return None
    offices = (person.post, *person.posts)  # "المشرف على المركز فلان، رئيس الوفد السعودي": of the state by the second
    state = next((post.of for post in offices if post and post.of is not None and post.of.type == M.Country), None)
    if state is not None:
        return state
    known = row.reading.once("states of persons", 0, lambda: _states(row.reading))
    return None if person.referent is None else known.get(person.referent) or nation_of_body(row.reading, person)


def body_of(row: Clause, person: Mention | None) -> Referent | None:
    """The body that somebody calls his own: "مؤسسته", by his office here or elsewhere in the article."""
    if person is None or person.referent is None:
        return None
    told = [person, *(m for m in row.reading.mentions if m.kind is Kind.PERSON and m.referent == person.referent)]
    owners = (m.post.of for m in told if m.post is not None)
    return next((of for of in owners if of is not None and of.type == M.Organization), None)


def puts_at_service(row: Clause, at: int) -> bool:
    """ "ستضع 10 ملايين يورو تحت تصرف المشاريع": a verb of putting, with "at the disposal" behind it in its clause."""
    near = range(at + 1, min(len(row.elements), at + _SERVICE))
    return tells(row.norm(at), "puts") and any(row.norm(i) in sums()["at_service"] for i in near)


def follows_last(row: Clause) -> bool:
    """Whether a sentence goes on with the next giver: "وتلتها بريطانيا بـ160 مليون"."""
    return tells(row.norm(0), "next_giver")


def _states(reading: Reading) -> dict[Referent, Referent]:
    """For which state each minister or head of state of an article speaks, as told first."""
    found: dict[Referent, Referent] = {}
    for mention in reading.mentions:
        if mention.kind is Kind.PERSON and mention.referent is not None and (state := state_of(mention)) is not None:
            found.setdefault(mention.referent, state)
    for mention in reading.mentions:  # an envoy has a country too, though he does not speak for it everywhere
        of = mention.post.of if mention.kind is Kind.PERSON and mention.post is not None else None
        if mention.referent is not None and of is not None and of.type == M.Country:
            found.setdefault(mention.referent, of)
    return found


def state_of(mention: Mention) -> Referent | None:
    """The state for which the minister or head of state of a mention speaks."""
    post = mention.post
    if post is None or post.former or post.of is None or post.of.type != M.Country:
        return None
    return post.of if _STATE.intersection((post.label_en or "").split()) else None


def _led_body(mention: Mention) -> Referent | None:
    """The body for which its official speaks: the bank of its vice president, the union of its envoy."""
    post = mention.post
    if post is None or post.former or post.of is None or post.of.type not in (M.Organization, M.Coalition):
        return None
    return post.of


def _giver(row: Clause, money: int) -> tuple[int, Mention | None]:
    """The actor whom nothing but "about", "the sum of" or "the list of donors" parts from the sum, and its element."""
    at = money - 1
    while at > 0 and (row.norm(at) in sums()["before_sum"] or tells(row.norm(at), "tolls")):
        at -= 1
    mention = row.elements[at].mention if at >= 0 else None
    if mention is not None and mention.kind is Kind.PLACE and (state := government(row, mention)) is not None:
        mention = replace(mention, kind=Kind.COUNTRY, referent=state)  # "وجاكرتا بخمسين مليونا"
    followed = row.norm(at - 1) in sums()["followed_by"]
    if mention is None or mention.kind not in ACTORS or (mention.prefix.endswith(("ل", "ب")) and not followed):
        return at, None
    return at, mention


def starts_another(row: Clause, at: int) -> bool:
    """Whether the next giver of a row stands at an element, with his sum behind him."""
    at_sum = at + 1
    while row.norm(at_sum) in sums()["before_sum"]:
        at_sum += 1
    behind = row.elements[at_sum : at_sum + 1]
    return row.elements[at].prefix == "و" and bool(behind) and behind[0].kind in (Kind.MONEY, Kind.NUMBER)


def same_currency(row: Clause, at: int, mention: Mention, money: Mention) -> Mention:
    """The mention at an element; a bare number right behind the next giver is of the currency of the sum before it."""
    if mention.kind is not Kind.NUMBER or mention.quantity is None or money.quantity is None:
        return mention
    bare = _is_bare_sum(row, at, mention.quantity)
    return mention if not bare else replace(
        mention, kind=Kind.MONEY, quantity=replace(mention.quantity, currency=money.quantity.currency)
    )


def _is_bare_sum(row: Clause, at: int, quantity: Quantity) -> bool:
    """Whether a number is a sum without its currency, behind another sum."""
    large = quantity.value >= _MILLION
    if large and _alike(row, at):
        return True
    giver = _giver(row, at)[1]
    if giver is None and _share(row, at):
        return True
    unit = fold(quantity.unit or "و")
    if unit[0] != "و" and unit not in sums()["purpose"]:
        return False  # "ومصر بمليون لقاح"
    near = [row.norm(i) for i in range(at - 1, max(-1, at - _NEAR), -1)]
    if large and any(tells(norm, "promise") or tells(norm, "give_future") for norm in near):
        return True  # "وقالت الوزيرة إن روما ستسهم بـ16 مليونا"
    return giver is not None and giver.prefix == "و" and quantity.value >= _THOUSAND


def _share(row: Clause, at: int) -> bool:
    """Whether a number is a share of the sum before it, with its giver behind: "منها 130 مليونا من بريطانيا"."""
    behind = row.elements[at + 2].mention if at + 2 < len(row.elements) else None
    given = row.norm(at + 1) == "من" and behind is not None and behind.kind in ACTORS
    return given and any(row.norm(i) in sums()["of_which"] for i in range(max(0, at - _SERVICE), at))


def _alike(row: Clause, at: int) -> bool:
    """Whether a bare number is of the currency told before: "بمليار مماثل", "مليار ونصف المليار من العملة نفسها"."""
    if row.norm(at + 1) in sums()["alike"]:
        return True
    near = {row.norm(at + 2), row.norm(at + 3)}
    return row.norm(at + 1) == "من" and not near.isdisjoint(sums()["currency"])


def _opened(row: Clause, at: int) -> bool:
    """Whether a noun of promises opens the list in which element `at` stands."""
    marks = range(at - 1, max(-1, at - _LIST), -1)
    opening = next((i for i in marks if row.norm(i) in sums()["opens_row"]), None)
    if opening is None or row.norm(opening - 1) in sums()["each"]:
        return False
    if any(tells(row.norm(i), "tolls") for i in range(max(0, opening - 4), opening)):
        return True
    first = row.elements[0].first
    before = row.reading.document.norms[max(0, first - _BEFORE) : row.elements[opening].first]
    shared_out = any(tells(row.norm(i), "shared_out") for i in range(opening))
    return shared_out and any(tells(norm, "tolls") for norm in before)  # "وتوزعت على النحو الآتي: …"


def in_the_present(row: Clause, money: int) -> Found | None:
    """"ألمانيا تقدم 60 مليون يورو لدعم اللاجئين": a headline in the present."""
    verb = money - 1
    while verb > 0 and row.norm(verb) in sums()["before_sum"]:
        verb -= 1  # "فرنسا تتبرع بمبلغ"
    mention = row.elements[verb - 1].mention if verb > 0 and tells(row.norm(verb), "gives_now") else None
    if mention is None or mention.kind not in ACTORS or mention.referent is None or mention.prefix not in ("", "و"):
        return None
    return Found(verb, "give_future", mention.referent)


def lender(row: Clause, begin: int, end: int) -> Referent | None:
    """The bank or fund among the parties of an agreement on a loan."""
    for element in row.elements[begin:end]:
        if element.mention is not None and element.kind is Kind.ORGANIZATION:
            noun = row.reading.document.tokens[element.first].norm
            if is_in(noun, sums()["lender"]):
                return element.mention.referent
        official = None if element.mention is None else _led_body(element.mention)
        if official is not None and not sums()["lender"].isdisjoint(fold(official.label_ar or "").split()[:1]):
            return official  # "مع نائب رئيس بنك الاستثمار الأوروبي"
    return None


def partner(row: Clause, at: int) -> Referent | None:
    """"اتفاقية مع قطر، لاستثمار ...": the partner of the agreement gives."""
    i = at - 1 - (row.norm(at - 1) in COMMAS)
    mention = row.elements[i].mention if i > 0 else None
    if mention is None or mention.kind not in ACTORS or row.norm(i - 1) != "مع":
        return None
    return mention.referent
