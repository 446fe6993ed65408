"""Two parties who meet on the margins of another meeting: one fact for each pair of named parties.

A construction has a verb or noun of meeting, at least two parties and words that tie it to a main meeting ("على هامش",
"بموازاة", or "خلال" / "في" with the main meeting). Rounds of talks without parties give nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.claims.clause import STOPS, Clause, clause
from ingest.claims.side_meeting.called_off import called_off
from ingest.claims.side_meeting.going_on import going_on, in_a_later_clause, is_besides, is_to_be, other_clause
from ingest.claims.side_meeting.margin import is_hour, margin_of, may_tie
from ingest.claims.side_meeting.parties import (
    PARTIES,
    all_before,
    behind_insertion,
    fronted_partner,
    in_brackets,
    just_before,
    listed,
    met_by,
    nations_of,
    object_behind,
    person_behind,
    referent,
    tells,
    with_whom,
    word_at,
)
from ingest.claims.side_meeting.same_subject import his_meeting, of_the_same, subject_after, subject_before, to_him
from ingest.claims.side_meeting.told import Found, claims
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.meetings import SideMention
from ingest.parts import Zone
from ingest.sieve import Sieve
from kg.claim import Claim, Referent

_FAR = 30    # elements between a verb and the preposition of its partner
_TALKS = 12  # elements between a light verb and its noun
_ON = 80     # elements after a meeting in which a sentence may go on with another
_may_begin = Sieve(lambda norm: tells(norm, "verb") or tells(norm, "noun"))


def extract(reading: Reading) -> Iterator[Claim]:
    """The side meetings of an article, one frame a pair, in the order of the text."""
    if reading.document.language != "ar":
        return
    last: Referent | None = None   # the main meeting spoken of so far
    people: list[Mention] = []     # the persons named last, for "الوزيران"
    seen: dict[frozenset[str], Referent] = {}
    before: Found | None = None   # what the sentence before told
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        row = clause(reading, sentence)
        margin, main = margin_of(row, last) if may_tie(reading, sentence) else (None, None)
        told = [*_constructions(row, people, margin, main)]
        told = told or ([*further(row, before)] if before is not None else [])
        off = [*called_off(row, margin, main, told[-1] if told else before)]
        nouns = {found.at for found in off}
        told = [found for found in told if found.at not in nouns]
        for found in (*told, *off):
            yield from claims(row, found, seen)
        before = told[-1] if told else None
        for mention in reading.within(sentence):
            if mention.referent is not None:
                if mention.kind is Kind.MEETING and "bilateral" not in mention.tags:
                    last = last or mention.referent
                elif mention.kind is Kind.PERSON:
                    people = [*[p for p in people if p.referent != mention.referent], mention][-6:]


def _constructions(row: Clause, people: Sequence[Mention], margin: int | None, main: Referent | None) -> Iterator[Found]:
    """The first construction of a sentence, and those that go on with the same subject ("ثم التقى فلانا")."""
    if margin is None:
        return
    first: Found | None = None
    document = row.reading.document
    telling = document.once("words of side meetings", lambda: frozenset(document.sifted(_may_begin)))
    for at, element in enumerate(row.elements):
        if first is None and element.first not in telling and not isinstance(element.mention, SideMention):
            continue
        if first is not None and at > first.at + _ON:
            return
        if at == margin or (main is not None and referent(row, at) == main):
            continue
        if first is not None:
            found = going_on(row, at, margin, main, first)
        else:
            first = found = _at(row, at, margin, main, people)
        if found is not None and (at > margin or not in_a_later_clause(row, at, margin)):
            yield found


def further(row: Clause, before: Found) -> Iterator[Found]:
    """"كما التقى فلانا", "وفي لقاء آخر، بحث مع فلان": one more on the margins that the sentence before has told of."""
    first, *rest = row.reading.document.norms[row.sentence.first : row.sentence.first + 9]
    apart = any(tells(norm, "apart") for norm in rest[:4])
    again = tells(first, "further") or any(tells(norm, "also") for norm in rest)
    if not (again or (tells(first.removeprefix("و"), "during") and apart)):
        return
    for at in range(min(8, len(row.elements))):
        word = word_at(row, at)
        if tells(row.norm(at), "light_verb") and (again or apart):
            yield from _further_talks(row, at, before)
            return
        with_him = tells(first, "further") and row.norm(at + 1) == "مع"   # "كما بحث مع فلان"
        if not tells(word, "verb") or (at == 0 and not again) or (tells(word, "discuss") and not (apart or with_him)):
            continue
        him = tells(row.norm(at + 1), "he")
        if (whom := of_the_same(row, at, before.left)) is not None:
            found: Found | None = Found(before.left[:1], whom, at, at, before.main, "further")
        else:
            found = _of_him(row, at, at, before.main, before.left) if him else _with_verb(row, at, at, before.main)
        if found is None or not found.right:
            partner = _partner(row, at)
            right = listed(row, (at if partner is None else partner) + 1)[0]
            found = Found(before.left[:1], right, at, at, before.main, "further")
        if found.left and found.right and (again or apart):
            yield replace(found, margin=at, rule="further")
        return


def _further_talks(row: Clause, verb: int, before: Found) -> Iterator[Found]:
    """"كما أجرى الوزير، في اليوم ذاته، مباحثات مع كل من فلان وفلان"."""
    noun = next((i for i in range(verb + 1, min(len(row.elements), verb + _TALKS)) if tells(word_at(row, i), "noun")), None)
    partner = _partner(row, noun) if noun is not None else None
    right = listed(row, partner + 1)[0] if partner is not None else ()
    if right:
        yield Found(before.left[:1], right, verb, verb, before.main, "further")


def _at(row: Clause, at: int, margin: int, main: Referent | None, people: Sequence[Mention]) -> Found | None:
    word = word_at(row, at)
    found = None
    if not word or _of_its_own(row, at) or (tells(word, "discuss") and not _beside(row, margin)):
        return None
    if tells(word, "verb") and tells(row.norm(at + 1), "he"):  # "والتقى سموه فلانا": the one person told of so far
        found = _of_him(row, at, margin, main, people if len({p.referent for p in people}) == 1 else ())
    elif tells(word, "verb"):
        found = _with_verb(row, at, margin, main)
    elif tells(word, "noun") and (tells(row.norm(at - 1), "its_margin") or not tells(row.norm(at - 1), "margin")):
        found = _with_noun(row, at, margin, main, people)
    found = found or _told_before(row, at, margin, main)
    return found if found is not None and found.left and found.right else None


def _of_him(row: Clause, at: int, margin: int, main: Referent | None, him: Sequence[Mention]) -> Found:
    """"التقى سموه فلانا", "تباحث معاليه مع فلان": he who was told of meets others."""
    partner = _partner(row, at)
    begin = at + 2 if partner is None else partner + 1
    begin = object_behind(row, margin + 1) if margin == begin else begin
    return Found(tuple(him[-1:]), listed(row, begin)[0], at, margin, main, "of_him")


def _told_before(row: Clause, at: int, margin: int, main: Referent | None) -> Found | None:
    """Talks whose sides were told before: "وجرى اللقاء على هامش القمة"."""
    mention = row.elements[at].mention
    two = mention.partners if isinstance(mention, SideMention) else ()
    before = len(two) == 2 and all(party.first < row.sentence.first for party in two)
    return Found(two[:1], two[1:], at, margin, main, "both") if before else None


def _beside(row: Clause, margin: int) -> bool:
    return tells(row.norm(margin), "margin") or is_hour(row, margin)


def _of_its_own(row: Clause, at: int) -> bool:
    """Is this the mention of a gathering, which is a meeting of its own though it is on the margins of another?"""
    mention = row.elements[at].mention
    named = mention is not None and mention.kind is Kind.MEETING and mention.referent is not None
    return named and mention is not None and "aside" in mention.tags


def _with_verb(row: Clause, at: int, margin: int, main: Referent | None) -> Found | None:
    """"التقى فلان فلانا", "فلان يلتقي نظيره فلانا", "تباحث فلان مع فلان"."""
    told = just_before(row, at)
    after, end = listed(row, at + 1)
    if tells(word_at(row, at), "verb_of_two"):
        two = all_before(row, at)[-2:]
        return Found(two[:1], two[1:], at, margin, main, "dual_verb")
    if (same := subject_before(row, at, margin)) is not None:
        return Found(*same, at, margin, main, "subject_before")
    partner = _partner(row, at)
    left = told or after
    if partner is not None and (told or partner >= end):
        right, _ = listed(row, partner + 1)
        if left and right:
            return Found(left[:1], right, at, margin, main, "verb_with")
    if after and not told and (other := behind_insertion(row, end)) is not None:
        return Found(after[:1], (other,), at, margin, main, "verb_with")
    if told and after:
        return Found(told[:1], after, at, margin, main, "subject_verb")
    if len(after) >= 2:
        return Found(after[:1], after[1:], at, margin, main, "verb_subject_object")
    if after and margin >= end - 1:  # the object after the margin: "استقبل فلان على هامش القمة فلانا"
        return Found(after, listed(row, object_behind(row, margin + 1))[0], at, margin, main, "verb_subject_object")
    if told and at < margin <= at + 2:  # "فلان قد التقى على هامش القمة فلانا"
        return Found(told[:1], listed(row, person_behind(row, margin + 1))[0], at, margin, main, "subject_verb")
    if told:
        return None
    if margin == at + 2 and row.elements[margin].norm.endswith(("ها", "ه")):  # "حيث التقى على هامشها فلانا"
        behind = listed(row, margin + 1)[0]
        if len(behind) == 2 and not behind[1].prefix:  # "والتقى على هامشها فلان فلانا"
            return Found(behind[:1], behind[1:], at, margin, main, "verb_subject_object")
        return Found(all_before(row, at)[-1:], behind, at, margin, main, "subject_before")
    if at < margin <= at + 2:  # "والتقى على هامش القمة فلان فلانا", "واجتمع على هامش القمة فلان بفلان"
        begin = object_behind(row, margin + 1)
        both = with_whom(row, begin, partner) if partner is not None else met_by(row, begin)
        return None if both is None else Found(*both, at, margin, main, "verb_subject_object")
    return None


def _partner(row: Clause, at: int) -> int | None:
    """Where "مع" stands after a verb of meeting, before another such verb."""
    for i in range(at + 1, min(len(row.elements), at + _FAR)):
        if tells(row.norm(i), "with"):
            return i
        word = word_at(row, i)
        another = tells(word, "verb") and (word.startswith("و") or not tells(word, "discuss"))
        if another or other_clause(row, i) or is_besides(row, i):
            return None
        if row.norm(i).startswith("و") and tells(row.norm(i), "light_verb"):  # "التقى فلانا وعقد مباحثات مع فلان"
            return None
    return None


def _with_noun(
    row: Clause, at: int, margin: int, main: Referent | None, people: Sequence[Mention]
) -> Found | None:
    """"أجرى فلان مباحثات مع فلان", "مباحثات بين فلان وفلان", "مباحثات مغربية بحرينية", "سيعقد الوزيران لقاء"."""
    if any(tells(row.norm(i), "cancel") for i in range(max(0, at - 8), at)):
        return None
    if (his := his_meeting(row, at, people)) is not None:
        return Found(*his, at, margin, main, "his")
    if len(nations := nations_of(row, at)) >= 2:
        return Found(nations[:1], nations[1:], at, margin, main, "nations")
    if tells(row.norm(margin), "margin") and (met := met_by(row, at + 1)) is not None:
        return Found(*met, at, margin, main, "noun_with")
    for i in range(at + 1, min(len(row.elements), at + 14)):
        if row.norm(i) in STOPS or is_to_be(row, i):
            break
        if row.norm(i) in ("بين", "وبين"):
            if tells(row.norm(i - 1), "jointly"):
                return None  # "اجتماعها الأول برئاسة مشتركة بين فلان وفلان"
            parties, _ = listed(row, i + 1)
            return Found(parties[:1], parties[1:], at, margin, main, "noun_between")
        on_margin = tells(row.norm(margin), "margin")
        if on_margin and tells(row.norm(i), "brought") and len(parties := listed(row, i + 1)[0]) > 1:
            return Found(parties[:1], parties[1:], at, margin, main, "noun_between")
        if any(tells(row.norm(i), name) for name in ("with", "brought_together", "included")):
            right, end = listed(row, i + 1)
            left = to_him(row, at, people) or _subject(row, at, i) or subject_after(row, at, end)
            return Found(left, right, at, margin, main, "noun_with")
    verb = next((i for i in range(at - 1, max(-1, at - 20), -1) if tells(row.norm(i), "light_verb")), None)
    here = [m for m in all_before(row, at) if m.kind is Kind.PERSON]
    if word_at(row, at).endswith("هما") and (margin > at or len(here) >= 2):  # "وجاء اجتماعهما على هامش القمة"
        two = [*people, *here][-2:]
        return Found(tuple(two[:1]), tuple(two[1:]), at, margin, main, "both") if len(two) == 2 else None
    if tells(row.norm(at + 1), "brought_both"):  # "في لقاء جمعهما على هامش القمة، اتفق الرئيسان فلان وفلان"
        pair = listed(row, object_behind(row, max(margin, at) + 1))[0]
        return Found(pair[:1], pair[1:2], at, margin, main, "both") if len(pair) == 2 else None
    if verb is None:
        return None
    if (fronted := fronted_partner(row, verb, at)) is not None:
        return Found(*fronted, at, margin, main, "noun_with")
    if any(tells(row.norm(i), "both") for i in range(max(0, verb - 3), at)) and len(people) >= 2:
        return Found((people[-2],), (people[-1],), at, margin, main, "both")
    parties, _ = listed(row, verb + 1)
    if not parties and verb == at - 1 and tells(row.norm(verb), "brought"):
        parties, _ = listed(row, at + 1)  # "جمع لقاء فلانا وفلانا على هامش القمة"
    if not parties and verb == at - 1:  # "جمع لقاء على هامش القمة فلانا وفلانا"
        first = next((i for i in range(margin + 1, min(margin + 8, len(row.elements))) if row.elements[i].is_actor), at)
        parties, _ = listed(row, first)
    if not parties:
        parties = in_brackets(row, verb, at)
    return Found(parties[:1], parties[1:], at, margin, main, "verb_noun") if len(parties) >= 2 else None


def _subject(row: Clause, noun: int, partner: int) -> tuple[Mention, ...]:
    """The party whose talks they are: after the noun ("لقاء فلان مع"), after its verb, or before the verb."""
    for i in range(noun + 1, min(partner, noun + 4)):
        if tells(row.norm(i), "light_verb_of_it"):  # "لقاء عقده فلان مع فلان"
            return listed(row, i + 1)[0][:1]
    own, _ = listed(row, noun + 1)
    if own and row.elements[noun + 1].mention is not None:
        return own[:1]
    for i in range(noun - 1, max(-1, noun - 16), -1):
        if tells(row.norm(i), "light_verb"):
            after, _ = listed(row, i + 1)
            if after or just_before(row, i):
                return after[:1] or just_before(row, i)
    told = [e.mention for e in row.elements[max(0, noun - 12) : noun] if e.kind in PARTIES and e.mention is not None]
    subject = [m for m in told if m.prefix in ("", "و") and m.kind is Kind.PERSON]
    return tuple(subject[-1:])
