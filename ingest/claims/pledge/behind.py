"""The giver who stands behind the sum: "20 مليون دولار تعهدت بها قطر", "خصص مبلغ 35 مليون دولار من قبل اليابان"."""

from __future__ import annotations

from ingest.claims.clause import ACTORS, STOPS, Clause
from ingest.claims.pledge.row import Found, sums, tells
from ingest.mention import Kind, Mention

_VERB = 6     # elements behind a sum in which the verb may stand
_PASSIVE = 7  # elements before a sum in which a passive may stand
_TOLLS = 14   # elements before a sum in which promises are told
_AGENT = 10   # elements behind a sum in which the agent may stand


def giver(row: Clause, money: int) -> Found | None:
    """Who gives the sum at an element, told behind it."""
    return _relative(row, money) or _agent(row, money) or _from(row, money)


def given_by(row: Clause, money: int, last: Found | None) -> Found | None:
    """"…، فضلا عن 7 ملايين يورو مقدمة من فنلندا": in a row of promises, with its own giver behind it."""
    given = last is not None and row.norm(money + 1) in sums()["given"] and row.norm(money + 2) == "من"
    mention = _actor(row, money + 3) if given else None
    if last is None or mention is None or mention.referent is None:
        return None
    return Found(money, last.kind, mention.referent)


def _relative(row: Clause, money: int) -> Found | None:
    """"مبلغ 20 مليون دولار الذي تعهدت به قطر", "خصصتها الكويت"."""
    for i in range(money + 1, min(len(row.elements), money + _VERB)):
        norm = row.norm(i)
        if norm in STOPS or row.elements[i].kind is Kind.MONEY:
            return None  # "720 مليون دولار، منها 100 مليون قدمتها قطر": the nearer sum
        for kind in ("promise", "allot", "give", "gives_now"):
            bare = tells(norm, kind) and row.norm(i + 1) in sums()["it"]
            stem = next((norm.removesuffix(end) for end in ("ها", "ه") if norm.endswith(end)), "")
            if (bare or (stem and tells(stem, kind))) and (mention := _actor(row, i + 1 + bare)) is not None:
                return Found(i, kind, mention.referent) if mention.referent is not None else None
    return None


def _from(row: Clause, money: int) -> Found | None:
    """"تشمل التعهدات 200 مليون دولار من الإمارات"."""
    mention = _actor(row, money + 2) if row.norm(money + 1) == "من" else None
    near = [row.norm(i) for i in range(max(0, money - _TOLLS), money)]
    told = any(tells(norm, "tolls") for norm in near)
    told = told or (any(n in sums()["of_which"] for n in near) and any(tells(n, "promise") for n in near))
    if mention is None or mention.referent is None or not told or any(tells(row.norm(i), "received") for i in range(money)):
        return None
    return Found(money, "promise", mention.referent)


def _agent(row: Clause, money: int) -> Found | None:
    """A passive with its agent: "رصدت 30 مليون يورو من طرف فرنسا"."""
    verb = next((i for i in range(money - 1, max(-1, money - _PASSIVE), -1) if _is_passive(row, i)), None)
    if verb is None:
        return None
    for i in range(money + 1, min(len(row.elements) - 2, money + _AGENT)):
        if row.norm(i) in STOPS:
            return None
        mention = _actor(row, i + 2) if row.norm(i) == "من" and row.norm(i + 1) in sums()["by"] else None
        if mention is not None:
            return Found(verb, "allot", mention.referent) if mention.referent is not None else None
    return None


def _is_passive(row: Clause, at: int) -> bool:
    """Whether a passive of setting aside stands at an element: "رصدت", "تم تخصيص"."""
    return tells(row.norm(at), "allot") or (tells(row.norm(at), "giving_of") and tells(row.norm(at - 1), "passive"))


def source(row: Clause, begin: int, money: int) -> Found | None:
    """"تلقت الوكالة تعهدا من النرويج": who takes a promise does not give; whoever it comes from does, if named."""
    for i in range(begin, money - 1):
        mention = row.elements[i + 1].mention
        if row.norm(i) == "من" and mention is not None and mention.kind in ACTORS and mention.referent is not None:
            return Found(begin, "promise", mention.referent)
    return None


def _actor(row: Clause, at: int) -> Mention | None:
    element = row.elements[at] if at < len(row.elements) else None
    return element.mention if element is not None and element.kind in ACTORS and not element.prefix else None
