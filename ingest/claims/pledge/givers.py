"""Who is the subject of a verb of promising or giving: behind it, before it, "his country", "the Qatari side"."""

from __future__ import annotations

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause
from ingest.claims.phrases import behind_insertion
from ingest.claims.pledge.row import Found, body_of, country_of, sums, tells
from ingest.claims.speaker import Memory, described, government
from ingest.claims.speech import openings
from ingest.claims.statement.subject import subject
from ingest.mention import Kind, Mention
from ingest.word_lists import is_in
from kg.claim import Referent

_SUBJECT = 12    # elements before a verb in which its subject stands
_FAR = 30        # elements before a verb in the plural in which its clause begins
_FIRST = 4       # elements at the head of a sentence in which its subject stands


def with_actor(
    row: Clause, at: int, kind: str, memory: Memory, person: Mention | None, money: int
) -> Found | None:
    """The verb at element `at` with its subject."""
    if tells(row.norm(at), "promises") and row.norm(at - 1) == ":":
        return None  # "الأونروا: تعهدات بنحو 100 مليون"
    told = row.elements[at - 1].mention if at else None
    named = told is not None and told.kind in ACTORS and told.prefix in ("", "و") and row.norm(at - 2) in openings()["that"]
    if kind == "give_future" and named and told is not None and told.referent is not None:
        return Found(at, kind, told.referent)  # "أن اليابان ستمنح لبنان …"
    if row.norm(at - 1) in sums()["his_country"] | sums()["his_body"]:
        own = _before(row, at, person)  # "بلاده ستمنح لبنان …": the one behind the verb receives
        return None if own is None else Found(at, kind, own)
    if (side := _side(row, at + 1) or on_behalf(row, at, money)) is not None:
        return Found(at, kind, side)
    found = subject(row, at + 1, memory)
    if found is not None and found.end <= money and found.how == "named":
        if row.norm(at + 1) in sums()["each"] and len(found.speakers) > 1:
            return Found(at, kind, found.speakers[0], tuple(found.speakers[1:]))  # "كل من قطر والعراق": each of them
        joint = described(row.text(at + 1, found.end)) if len(found.speakers) > 1 else None
        return Found(at, kind, joint or found.speakers[0])
    actor = _before(row, at, person)
    if actor is not None:
        return Found(at, kind, actor)
    if found is not None and found.end <= money and _body(row, at + 1):
        return Found(at, kind, found.speakers[0])
    if found is None and tells(row.norm(at), "announcing") and (speaker := _speaker(row, at)) is not None:
        return Found(at, kind, speaker)
    return None


def nation_of_gift(row: Clause, at: int) -> Referent | None:
    """The state whose gift is told by its adjective: "منحة يابانية بقيمة", "تعهد أمريكي بمبلغ"."""
    behind = row.elements[at + 1] if at + 1 < len(row.elements) else None
    if behind is None or behind.kind is not Kind.NISBA or behind.mention is None or not tells(row.norm(at), "nations_gift"):
        return None
    definite = row.reading.document.tokens[behind.first].norm.startswith("ال")
    return None if definite else behind.mention.referent


def heads_gift(row: Clause, at: int) -> bool:
    """Whether the gift of a nation is told by no verb: at the head of a headline or clause, or by the noun of promising."""
    headed = tells(row.norm(at), "pledge") or at == 0 or row.norm(at - 1) in COMMAS | {":"}
    return headed and nation_of_gift(row, at) is not None


def _side(row: Clause, at: int) -> Referent | None:
    """The state whose side or delegation begins at an element: "الجانب القطري"."""
    mention = row.elements[at + 1].mention if at + 1 < len(row.elements) else None
    side = mention is not None and mention.kind is Kind.NISBA and is_in(row.norm(at), sums()["side"])
    return mention.referent if side and mention is not None else None


def on_behalf(row: Clause, at: int, money: int) -> Referent | None:
    """For whom somebody promises: "تعهد بوريل باسم الاتحاد الأوروبي", "نيابة عن"."""
    for i in range(at + 1, money - 1):
        named = row.norm(i) == "عن" and row.norm(i - 1) in sums()["standing_in"]
        mention = row.elements[i + 1].mention if named or row.norm(i) in sums()["in_the_name"] else None
        if mention is not None and mention.kind in ACTORS - {Kind.PERSON} and not mention.prefix:
            return mention.referent
    return None


def _speaker(row: Clause, at: int) -> Referent | None:
    """Who says what stands before "معلنا …" in a sentence: the first who acts in it."""
    for i in range(min(at, _FIRST)):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in ACTORS:
            leads = mention.prefix in ("", "و") and row.norm(i - 1) not in sums()["governing"]
            return mention.referent if leads and row.norm(at - 1) in COMMAS else None
    return None


def _body(row: Clause, at: int) -> bool:
    """Whether a described giver begins at `at`: a noun of people or bodies, not a thing given."""
    norm = row.norm(at)
    if norm in openings()["people"] or norm in sums()["givers"]:
        return True
    return norm.startswith("ال") and row.norm(at + 1).endswith(("ون", "ين"))


def _before(row: Clause, at: int, person: Mention | None) -> Referent | None:
    """The subject before its verb: the nearest actor of the clause; for "his country" that of the last person."""
    if (several := _several(row, at)) is not None:
        return several
    i, least, tongue = at, max(-1, at - _SUBJECT), openings()["tongue"]
    while (i := i - 1) > least:
        inside = behind_insertion(row, i) if row.norm(i) in COMMAS else -1
        if inside >= 0 and row.norm(inside + 3) in tongue:
            i = inside  # "قالت فرنسا، على لسان وزيرها، إنها ستساهم"
        mention, norm = row.elements[i].mention, row.norm(i)
        if i < at - 1 and norm in sums()["opens_clause_bare"]:
            whole = row.norm(i + 1) in sums()["each"]
            return described(row.text(i + 1, at)) if whole else None  # "إن كل دولة عضو ستقدم": no other is the subject
        if (side := _side(row, i - 1)) is not None:
            return side
        if norm in sums()["his_country"]:
            return country_of(row, person)
        if norm in sums()["his_body"]:
            return body_of(row, person)
        if mention is not None and (row.norm(i - 1) in sums()["governing"] or row.elements[i - 1].kind is Kind.MEETING):
            continue
        if mention is not None and mention.kind in ACTORS | {Kind.PLACE} and mention.prefix in ("", "و", "ف"):
            actor: Referent | None = government(row, mention) if mention.kind is Kind.PLACE else mention.referent
            return actor
        if i == at - 1 and norm in sums()["who"] and row.norm(i - 1).startswith("ال"):
            return described(row.text(i - 1, i))  # "المانحين الذين تعهدوا"
        if i == at - 1 and norm.startswith("ال") and len(norm) > 4:
            start = _phrase_start(row, at)
            start += tells(row.norm(start), "announce") and start < i
            both = norm in sums()["both"]  # "الجانبان": nobody is told
            return None if both else described(row.text(start, at))  # nobody known, yet the subject: "الدولة سترصد"
        if norm in STOPS or (norm in COMMAS and not _in_apposition(row, i)):
            return None
    return None


def _several(row: Clause, at: int) -> Referent | None:
    """Who are many at the head of the clause of a verb in the plural: "المشاركون في المؤتمر الذي نظمته C تعهدوا"."""
    if not row.norm(at).endswith("وا") or row.norm(at - 1) in sums()["who"]:
        return None
    bounds = STOPS | openings()["that"]
    head = next((i + 1 for i in range(at - 1, max(-1, at - _FAR), -1) if row.norm(i) in bounds), 0)
    object_of = row.norm(head).startswith("ال") and row.norm(head).endswith("ين") and head > 0  # "أن المانحين …"
    people = [i for i in range(head, at) if row.norm(i).startswith("ال") and row.norm(i).endswith("ون")]
    people = [head, *people] if object_of and row.norm(head - 1) in openings()["that"] else people
    return described(row.text(head, head + 1)) if people == [head] else None


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
