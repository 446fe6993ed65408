"""Who founded a body together, and so belongs to it: "وقعت مصر وتونس، …، معاهدة تأسيس المنظمة", "أعلنت … عن تأسيس الجبهة".

Two or more that found it are its members; one alone may have founded it for others. Words: `lexicon/belonging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import QUOTES, Clause, words_of
from ingest.claims.collective import owner
from ingest.claims.collective.focus import states_of
from ingest.claims.membership import arguments, bodies
from ingest.claims.membership.counted import MEMBERS
from ingest.claims.membership.states import states_from, words
from ingest.claims.membership.told import Belonging
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase, phrases
from ingest.fold import fold
from ingest.mention import BODIES, Mention, Reading
from ingest.parts import Sentence
from ingest.word_lists import is_in, sieve_of
from kg.claim import Modality, Referent

_FEW = 2
_BACK = 30   # elements before the deed in which a founding may name the body
may_tell = sieve_of("belonging.toml", "founds", "agrees_to_found")


def read(reading: Reading, sentence: Sentence) -> Iterator[Belonging]:
    """The founding members that a sentence tells."""
    for row, at in words_of(reading, sentence, "founders", may_tell):
        yield from _founders(row, at)


def _founders(row: Clause, at: int) -> Iterator[Belonging]:
    found = phrases(row, at)
    body, members, behind = _by_whom(row, at, found)
    end = behind
    if body is None:
        body, end = _founded(row, at, found)
        members, behind = arguments.subject(row, at, found, acting=True)
    if body is None or row.norm(at - 1) == "ان":
        return
    states = [state for m in members for state in states_of(m) if state != body]
    with_others = is_in(row.norm(at), words()["shares_founding"]) and bodies.of_states(body)  # "ساهمت قطر في تأسيس …"
    if len(states) < (1 if with_others else _FEW) or not _has_members(body):
        return
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    where = row.where(members[0])
    span = row.span(at if where is None else min(at, where), max(end, behind))
    if modality in (Modality.DENIED, Modality.PLANNED) or span is None:
        return
    for state in states:
        yield Belonging(body, state, "member", "founding_member", None, modality, span, "member.founded_together")


def _founded(row: Clause, at: int, found: list[Phrase]) -> tuple[Referent | None, int]:
    """The body that is founded: the object, behind a noun of founding, or one without a name that the sentence has named."""
    direct = is_in(row.norm(at), words()["founds"])
    for n, phrase in enumerate(found):
        if (mention := _of_its_charter(row, found[max(0, n - 1) : n + 1], found[n + 1 : n + 2])) is not None:
            return mention.referent, found[n + 1].end + (row.norm(found[n + 1].end) in QUOTES)
        if not (words()["no_fact"] | words()["plan"]).isdisjoint(phrase.nouns):
            continue  # "أعلنتا رفض إنشاء الحلف"
        founding = _is_deed(phrase)
        mention = row.elements[phrase.at].mention if phrase.at >= 0 else None
        is_object = direct and not phrase.prep and not phrase.nouns and phrase is not found[0]
        if mention is not None and mention.kind in BODIES and (founding or is_object):
            return mention.referent, phrase.end + (row.norm(phrase.end) in QUOTES)
        if phrase.prep == "علي" and phrase.at < 0 and not words()["its_foundation"].isdisjoint(phrase.nouns[:1]):
            return owner(row.reading, row.elements[phrase.begin].first, feminine=phrase.nouns[0].endswith("ها")), phrase.end
        if founding and mention is None and any(noun in words()["unnamed_body"] for noun in phrase.nouns):
            return _named_by_founding(row, at), phrase.end
    return None, at


def _of_its_charter(row: Clause, told: list[Phrase], behind: list[Phrase]) -> Mention | None:
    """The body that a deed founds: "ميثاق النيل المؤسس | لاتحاد النهر", "الوثيقة التأسيسية | للمجلس"."""
    phrase = told[-1]
    if not behind or behind[0].begin != phrase.end or behind[0].at < 0 or behind[0].nouns:
        return None
    deed = any(p.nouns and p.nouns[0].removeprefix("ال") in words()["deed"] for p in told)
    mention = row.elements[behind[0].at].mention
    founding = row.norm(phrase.end - 1) in words()["founding_adjectives"]
    founded = mention is not None and mention.kind in BODIES and mention.prefix == "ل"
    return mention if deed and founding and founded else None


def _is_deed(phrase: Phrase) -> bool:
    """Whether a phrase is about founding itself: "معاهدة إنشاء الاتحاد", not "رسالة بشأن إنشاء …", "صندوق تأسيس …"."""
    first = next((n for n, noun in enumerate(phrase.nouns) if noun in words()["foundation"]), None)
    if first is None or (phrase.prep and phrase.prep not in words()["founds_by"]):
        return False
    return words()["deed"].issuperset(noun.removeprefix("ال") for noun in phrase.nouns[:first])


def _has_members(body: Referent) -> bool:
    """Whether states belong to what they found: not to a firm, a fund or a university."""
    head = (body.label_ar or body.key).split()[0].removeprefix("ال")
    return body.authority is not None or fold(head) not in words()["no_states"] | words()["owned"]


def _by_whom(row: Clause, at: int, found: list[Phrase]) -> tuple[Referent | None, list[Mention], int]:
    """"أنشئت المجموعة سنة 2009 على يد البرازيل وروسيا": the body is the subject, the founders stand behind "by"."""
    by = [p for p in found if p.at >= 0 and (not words()["by_hand_of"].isdisjoint(p.nouns) or _among(row, at, p))]
    bare = [p for p in found if not p.prep and p.at >= 0 and row.elements[p.at].kind in BODIES]
    named = arguments.before(row, at, BODIES)[0]
    mention = row.elements[bare[0].at].mention if bare else named[0] if named else None
    if not by or mention is None:
        return None, [], at
    members, end = states_from(row, by[0].at, MEMBERS)
    return mention.referent, members, end


def _among(row: Clause, at: int, phrase: Phrase) -> bool:
    """ "أنشئ المجلس سنة 2004 بين مصر والأردن": right behind the deed, its day or its body, not "بعد الحرب بين …"."""
    before = phrase.begin - 1 if row.norm(phrase.begin) == phrase.prep else phrase.begin - 2
    beside = before == at or (before > at and row.elements[before].mention is not None)
    return phrase.prep == "بين" and not phrase.nouns and beside


def _named_by_founding(row: Clause, at: int) -> Referent | None:
    """The body whose founding the sentence tells: "يعود تأسيس المجلس إلى 1981، حين اتفقت …"."""
    for i in range(at - 1, max(0, at - _BACK), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in BODIES and row.norm(i - 1) in words()["foundation"]:
            return mention.referent
    return None
