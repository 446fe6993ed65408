"""Speakers told by a noun: the name beside it, whom it calls again, or the body whose data they are."""

from __future__ import annotations

from bisect import bisect_left

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, clause, is_small_quote
from ingest.claims.speaker import Memory, Subject, described
from ingest.claims.speech import is_definite, openings, verb_at
from ingest.claims.statement.noun_phrase import is_people, may_be_name, phrase_end
from ingest.fold import fold
from ingest.mention import BODIES, Kind
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.words.name_words import Word, classify, is_listed, starts_phrase
from kg.claim import Referent
from kg.vocabulary import M

_APART = 12    # elements between a description and the name that stands by it
_CALLING = 8   # tokens between a person's calling and the name
_DATA = 5      # elements between data and the body that gathered them


def apposed(clause: Clause, at: int) -> int | None:
    """The person between commas behind a description: "الخبير المتخصص في شؤون البحر، فلان، من"."""
    words, row = openings(), clause.elements
    i = at - 1
    while (i := i + 1) < min(len(row) - 2, at + _APART):
        norm = row[i].norm
        if norm in QUOTES and is_small_quote(clause, i):
            i = clause.quote_end[i]
            continue
        if norm in COMMAS:
            person = row[i + 1].kind is Kind.PERSON and not row[i + 1].prefix and clause.norm(i + 2) in COMMAS
            return i + 1 if person else None
        if norm in words["that"] or norm in QUOTES | STOPS or norm == ":" or (norm and verb_at(norm) is not None):
            return None
    return None


def one_word_name(clause: Clause, at: int) -> bool:
    """Whether a single word that can only be a name stands behind a calling: "قال الباحث فيلر إن"."""
    norm, words, follows = clause.norm(at), openings(), clause.norm(at + 1)
    if len(norm) < 4 or not may_be_name(clause, at) or starts_phrase(norm) or norm.startswith(("ال", "لل", "وال")):
        return False
    opened = follows in words["that"] or follows == ":" or follows in COMMAS or follows in words["about"] | words["in"]
    return opened and classify(norm, norm) in (Word.UNKNOWN, Word.GIVEN) and verb_at(norm) is None


def called_again(row: Clause, at: int, memory: Memory) -> Referent | None:
    """Whom a definite noun alone calls again: who was introduced with that calling, or "أسرة فلان" for "الأسرة"."""
    head, words = row.norm(at).removeprefix("ال"), openings()
    if head not in words["calling"]:
        return None if head not in words["relation"] else _relation(row, at, head)
    if row.norm(at + 1) in words["in"] and is_definite(row.norm(at + 2)):
        return None  # "الباحث في العلوم الإنسانية": somebody new
    callings = row.reading.once("callings", 0, lambda: _callings(row))
    introduced = [who for place, who in callings.get(head, ()) if place < row.elements[at].first]
    last = memory.last_person(row.sentence.index, row.norm(at))
    if len(last) != 1 or last == memory.quoted:
        return introduced[-1] if introduced else None
    if last[0] in introduced or _introduced_as(row, head, last[0]):
        return last[0]
    other = any(who == last[0] for told in callings.values() for _, who in told) or memory.offices.get(last[0].key)
    if introduced and other:
        return introduced[-1]
    return None if _is_source(last[0]) else last[0]


def called_by_field(row: Clause, at: int, memory: Memory) -> Referent | None:
    """Whom a calling with its field calls again, where the words follow at once: "وقال الباحث السياسي إن"."""
    words, follows = openings(), row.norm(at + 2)
    opened = any(follows in words[name] for name in ("that", "on", "to", "about", "circumstance"))
    if not opened and follows not in COMMAS and not follows.startswith("ب"):
        return None
    callings = row.reading.once("callings", 0, lambda: _callings(row))
    told = callings.get(row.norm(at).removeprefix("ال"), ())
    introduced = [who for place, who in told if place < row.elements[at].first]
    last = memory.last_person(row.sentence.index, row.norm(at))
    return introduced[-1] if introduced and last[:1] != (introduced[-1],) else called_again(row, at, memory)


def somebody_else(row: Clause, at: int) -> bool:
    """Whether a noun is told with whose it is, so that it calls nobody again: "المتحدث باسم الاتحاد", "القيادي في حماس"."""
    if f"{row.norm(at)} {row.norm(at + 1)}" in openings()["governing"]:
        return True
    of = row.elements[at + 2] if at + 2 < len(row.elements) else None
    return row.norm(at + 1) in openings()["in"] and of is not None and of.kind in BODIES


def _is_source(speaker: Referent) -> bool:
    """Whether a speaker has no name, as "مصدر أمني" and "أعضاء اللجنة"."""
    first = fold(speaker.label_ar or "").split()[:1]
    return speaker.type != M.Person and (not first or is_people(first[0]) or is_listed(first[0]))


def _introduced_as(row: Clause, head: str, speaker: Referent) -> bool:
    """Whether somebody no list made a person was introduced with a calling."""
    tokens = row.reading.document.tokens
    names = fold(speaker.label_ar or "").split()
    if not names or _is_source(speaker):
        return False
    for token in tokens[: row.elements[0].first]:
        before = tokens[max(0, token.index - _CALLING) : token.index] if token.norm == names[0] else ()
        if any(t.norm.endswith(head) for t in before):
            return True
    return False


def _callings(row: Clause) -> dict[str, list[tuple[int, Referent]]]:
    """Calling → the persons introduced with it, in the order of the text."""
    found: dict[str, list[tuple[int, Referent]]] = {}
    tokens, before, words = row.reading.document.tokens, 0, openings()
    for mention in row.reading.mentions:
        if mention.kind is not Kind.PERSON or mention.referent is None or mention.coref:
            continue
        place = (mention.first, mention.referent)
        if tokens[mention.first - 1].norm in words["written_by"]:
            for head in words["writer"]:
                found.setdefault(head, []).append(place)
        for k in range(mention.last - 1, max(before, mention.first - _CALLING) - 1, -1):
            norm = tokens[k].norm
            head = norm.removeprefix("و").removeprefix("ال")
            if head in words["calling"]:
                found.setdefault(head, []).append(place)
            if norm in words["about"] or norm in words["that"] or verb_at(norm) is not None:
                break  # "نقلت الكاتبة عن فلانة"
        before = mention.last
    return found


def _relation(row: Clause, at: int, head: str) -> Referent | None:
    """The last phrase of an indefinite head that tells whose it is."""
    document = row.reading.document
    forms = (head, "و" + head)
    places = row.reading.once(f"places of {head}", 0, lambda: [t.index for t in document.tokens if t.norm in forms])
    before = bisect_left(places, row.elements[at].first)
    if not before:
        return None
    earlier = places[before - 1]
    other = clause(row.reading, document.sentence_at(earlier))
    k = other.beginning(earlier)
    if k is None or other.elements[k].mention is not None:
        return None
    end = whose_end(other, k)
    return described(other.text(k, end).removeprefix("و" if other.norm(k) != head else "")) if end > k + 1 else None


def whose_end(row: Clause, at: int) -> int:
    """Where a phrase like "عائلة الرئيس الراحل فلان" ends: with the name, if one stands in it."""
    end = phrase_end(row, at, definite=False)
    elements = row.elements
    if end < len(elements) and elements[end].kind is Kind.PERSON and not elements[end].prefix:
        return end + 1
    return end


def data_of(row: Clause, at: int, memory: Memory) -> Subject | None:
    """The body whose data speak: "بيانات حديثة لمعهد الإحصاء", "أرقام صادرة عن البنك"; "البيانات" are the last told of."""
    words = openings()
    if is_definite(row.norm(at)):
        return Subject((memory.data,), at + 1, "document") if memory.data is not None else None
    for i in range(at + 1, min(len(row.elements), at + _DATA)):
        element = row.elements[i]
        if element.mention is not None:
            beside = not element.prefix and (i == at + 1 or row.norm(i - 1) in words["issued_by"])
            theirs = element.prefix in ("ل", "لل") or beside
            if element.kind is not Kind.ORGANIZATION or not theirs or element.mention.referent is None:
                return None
            memory.data = element.mention.referent
            return Subject((memory.data,), i + 1, "document")
        if element.norm[:1] == "ل" and element.norm[1:] in body_heads.heads():
            end = phrase_end(row, i, definite=False)
            memory.data = described(row.text(i, end).removeprefix("ل"))
            return Subject((memory.data,), end, "document")
        if element.norm in words["that"] or not element.norm[0].isalpha() or element.norm in words["to"]:
            return None
    return None
