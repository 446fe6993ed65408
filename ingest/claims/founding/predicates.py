"""Foundings told with their date, read from a predicate and its phrases: "هذا التكتل الذي أطلق في باريس سنة 2008".

A verb of coming to be has the body as subject, before or behind it, or spoken of; a noun of founding has it as genitive, or
by a suffix. Words: `lexicon/founding.toml`. What has no name yet, and what is only planned: `patterns/founding.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ingest.claims.adjuncts import insertion
from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.collective import is_feminine, opened, owner
from ingest.claims.collective.focus import calling
from ingest.claims.founding.founders import told_by
from ingest.claims.founding.telling import Telling, made_again, words
from ingest.claims.membership.arguments import before, is_time
from ingest.claims.membership.bodies import of_states
from ingest.claims.membership.states import words as body_members
from ingest.claims.modality import modality_of
from ingest.claims.phrases import Phrase, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies.heads import words as body_words
from ingest.parts import Sentence, Zone, within
from ingest.tenses import is_present_form
from ingest.word_lists import is_in, sieve_of
from kg.claim import Modality, PartialDate, Referent, Span

_NAME = 2  # words of a name
_HEAD = 2  # elements before a noun at the head of a sentence, whose body follows
_LONG = 3   # letters of "لها"
_CUE = 9   # elements before a noun of founding in which its context is told


@cache
def is_formed(body: Referent, making: str) -> bool:
    """Whether it is a body that is formed anew and anew, and told with a word that does not mean founding proper."""
    proper = any(stem in making for stem in words()["proper"])
    return not proper and body.authority is None and body.key.split()[0] in body_words("formed")


_may_tell = sieve_of("founding.toml", "comes_to_be", "gives_birth", "making", "its_making")


def read(reading: Reading) -> Iterator[Telling]:
    """The foundings of an Arabic article that are told with their date."""
    if reading.document.language not in ("ar", "und"):
        return
    reading, document = calling(opened(reading)), reading.document
    places = document.once("founding words", lambda: document.sifted(_may_tell))
    for sentence in document.sentences if places else ():
        if sentence.zone is not Zone.BOILERPLATE and within(places, sentence):
            yield from _sentence(reading, sentence)


def _sentence(reading: Reading, sentence: Sentence) -> Iterator[Telling]:
    row = clause(reading, sentence)
    for at in range(len(row.elements)):
        norm = row.norm(at)
        if not norm:
            continue
        found: Telling | None = None
        if is_in(norm, words()["comes_to_be"]):
            found = _born(row, at)
        elif is_in(norm, words()["gives_birth"]):
            found = _given_birth(row, at)
        elif norm.lstrip("بو") in words()["making"] or norm in words()["its_making"]:
            found = _made(row, at)
        if found is not None:
            yield found


# ---------------------------------------------------------------------- verbs

def _born(row: Clause, at: int) -> Telling | None:
    found = phrases(row, at)
    if is_in(row.norm(at), words()["to_light"]) and not any(_tells_light(row, p) for p in found):
        return None
    if is_in(row.norm(at), words()["announced"]) and not any(words()["of_it"] & set(p.nouns) for p in found):
        return None
    if is_in(row.norm(at), words()["came"]) and not _came_of_initiative(row, at):
        return None
    date = _date(row, found) or _fronted(row, at) or _inserted(row, at)
    told = date is not None or (is_in(row.norm(at), words()["made_for"]) and _grounded(row, at, at, found))
    told = told or (is_in(row.norm(at), words()["only_made"]) and any(not p.prep for p in found))
    body = _subject(row, at, found) if told else None
    if body is None or row.norm(at - 1) == "ان":
        return None
    return _coming(row, at, found, body, date, "born")


def _came_of_initiative(row: Clause, at: int) -> bool:
    """"الإطار الذي جاء بمبادرة من البرتغال سنة 2001": not "اجتماع المجلس الذي جاء بمبادرة من …"."""
    named, relative = before(row, at, BODIES)
    body = named[0].referent if named and relative and row.norm(at + 1) in words()["on_initiative"] else None
    where = row.where(named[0]) if body is not None else None
    if body is None or where is None or is_feminine(body) != row.norm(at).endswith("ت"):
        return False
    norm = row.norm(where - 1).removeprefix("و") if where else "."
    heads = norm in COMMAS | STOPS or is_present_form(norm) or (len(norm) == _LONG and norm[0] in "يت")  # "يعد المنتدى"
    return heads and not named[0].prefix.strip("و")


def _tells_light(row: Clause, phrase: Phrase) -> bool:
    """"النور", also right behind the name of the body ("رأت المنظمة النور")."""
    return not words()["light"].isdisjoint(row.norm(i) for i in range(phrase.begin, phrase.end))


def _subject(row: Clause, at: int, found: list[Phrase]) -> Referent | None:
    """The body that came to be: behind the verb, before it, or spoken of."""
    bare = [p for p in found if not p.prep and not is_time(row, p) and not words()["light"] & set(p.nouns)]
    named, relative = before(row, at, BODIES)
    if relative and bare and bare[0].nouns and bare[0].nouns[0].endswith(("ها", "هم")):
        return None  # "دول المجلس، التي تأسس اتحادها الجمركي عام 2003"
    taken = is_in(row.norm(at), words()["with_object"])
    if named and (relative or not bare) and not (taken and bare and bare[0].begin < _dated(row, found)):
        return named[0].referent
    if bare and (len(bare) == 1 or taken) and bare[-1].at >= 0 and not bare[-1].nouns:  # "أطلق الجانبان هذا المنتدى"
        mention = row.elements[bare[-1].at].mention
        return mention.referent if mention is not None and mention.kind in BODIES and not mention.prefix else None
    heads = at == 0 or row.norm(at - 1) in STOPS | COMMAS | words()["particles"] or row.norm(at).startswith("و")
    if bare or not heads or not (row.norm(at).endswith("ت") or _known_before(row, at)):
        return None
    return owner(row.reading, row.elements[at].first, feminine=row.norm(at).endswith("ت"))


def _grounded(row: Clause, at: int, verb: int, found: list[Phrase]) -> bool:
    """Whether a relative clause of a body named there tells on what ground it was made: "التي أنشئت لمكافحة الفساد",
    "التي تم إنشاؤها بموجب الاتفاق", "الذي تأسس حديثا"."""
    named, relative = before(row, verb, BODIES)
    if not relative or not named or named[0].coref:
        return False
    if row.norm(at + 1) in words()["newly"] or told_by(row, found):
        return True
    return any(words()["grounds"] & {*p.nouns, p.prep} or _is_aim(p) for p in found)


def _is_aim(phrase: Phrase) -> bool:
    """"لمكافحة الفساد": not "لها", "للمرة الأولى"."""
    first = phrase.nouns[0] if phrase.nouns else ""
    return phrase.prep == "ل" and len(first) > _LONG


def _dated(row: Clause, found: list[Phrase]) -> int:
    """The element at which the date stands: in a relative clause an object stands before it."""
    return next((p.begin for p in found if p.at >= 0 and row.elements[p.at].kind is Kind.DATE), len(row.elements))


def _known_before(row: Clause, at: int) -> bool:
    """Whether a body is named in the sentence before a verb whose subject is not."""
    return any(e.kind in BODIES for e in row.elements[:at])


def _given_birth(row: Clause, at: int) -> Telling | None:
    """"التي تمخض عنها مسار برلين مطلع 2020": the noun of the relative clause came out of it."""
    found = phrases(row, at)
    date = _date(row, found)
    of_it = any(words()["of_it"] & set(p.nouns) for p in found)
    named, relative = before(row, at, BODIES)
    body = named[0].referent if named and relative and of_it else None
    return None if body is None or date is None else _coming(row, at, found, body, date, "given_birth")


# ---------------------------------------------------------------------- nouns

def _made(row: Clause, at: int) -> Telling | None:
    near = [row.norm(i) for i in range(max(0, at - _CUE), at)]
    if made_again(row.reading.document.norms, row.elements[at].first):
        return None
    if any(is_in(norm, words()["not_done"]) for norm in near) or not any(is_in(norm, words()["done"]) for norm in near):
        return None
    found = phrases(row, at)
    body = _of_whom(row, at, found)
    if body is None or (row.norm(at).lstrip("بو") in words()["doing"] and _does_something(row, at)):
        return None
    named = row.norm(at) not in words()["its_making"]
    proclaimed = named and any(is_in(row.norm(i), words()["proclaims"]) for i in range(at))
    date = _date(row, found) or (_only_date(row, at) if proclaimed else None)
    passive = is_in(row.norm(at - 1), words()["done_to"])
    if date is None and not proclaimed and not (passive and _grounded(row, at, at - 1, found)):
        return None
    return _coming(row, at, found, body, date, "making")


def _does_something(row: Clause, at: int) -> bool:
    """"قيام اللجنة بزيارة": what the body did, no founding."""
    reach = range(at + 1, min(at + _HEAD + 1, len(row.elements)))
    behind = next((i + 1 for i in reach if row.elements[i].kind in BODIES), at)
    norm, element = row.norm(behind), row.elements[behind] if behind < len(row.elements) else None
    mentioned = element is not None and element.prefix == "ب" and element.kind not in (Kind.PLACE, Kind.COUNTRY)
    return mentioned or (norm.startswith("ب") and len(norm) > _LONG)


def _of_whom(row: Clause, at: int, found: list[Phrase]) -> Referent | None:
    if row.norm(at) in words()["its_making"]:
        if of_another(row, at):
            return None
        named, relative = before(row, at - 1, BODIES)
        if relative and named and is_in(row.norm(at - 1), words()["done_to"]):
            return named[0].referent  # "المنظمة التي تم إنشاؤها"
        until = row.sentence.last if at <= _HEAD else 0  # "منذ نشأتها سنة 1960 لم تغير المنظمة …"
        body = owner(row.reading, row.elements[at].first, feminine=row.norm(at).endswith("ها"), until=until)
        here = any(e.mention is not None and e.mention.referent == body for e in row.elements)
        return body if body is not None and (here or of_states(body)) else None
    first = found[0] if found and not found[0].prep and found[0].at >= 0 and not found[0].nouns else None
    mention = row.elements[first.at].mention if first is not None else None
    return mention.referent if mention is not None and mention.kind in BODIES and not mention.prefix else None


def of_another(row: Clause, at: int) -> bool:
    """Whether a noun of founding with a suffix stands in the relative clause of what is no body: "وهي العملية التي جرى
    إطلاقها في 2023" """
    near = range(at - 1, max(-1, at - _CUE), -1)
    i = next((k for k in near if row.norm(k) in STOPS | COMMAS or row.norm(k) in body_members()["relative"]), -1)
    if i < 0 or row.norm(i) in STOPS | COMMAS:
        return False
    last = i = i - 1 - (row.norm(i - 1) in COMMAS)
    while i > 0 and row.elements[i].mention is None and row.norm(i).lstrip("ولب").startswith(("ال", "ل")):
        i -= 1
    if i == last or row.elements[i].kind not in BODIES:
        return i < last
    return not row.norm(i + 1).endswith(("ي", "يه")) and row.norm(i + 1) not in body_members()["added"]


# ---------------------------------------------------------------------- dates and claims

def _date(row: Clause, found: list[Phrase]) -> PartialDate | None:
    """The date of a clause; one behind "after the war" is that of the war."""
    for k, phrase in enumerate(found):
        of_event = k > 0 and found[k - 1].prep.lstrip("و") in words()["after"] and found[k - 1].nouns
        mention = row.elements[phrase.at].mention if phrase.at >= 0 and not of_event else None
        if mention is not None and mention.kind is Kind.DATE and (date := _start(mention)) is not None:
            return date
    return None


def _inserted(row: Clause, at: int) -> PartialDate | None:
    """The date between commas right behind a verb: "تأسست، سنة 1945، الجامعة"."""
    inside = row.elements[at + 1 : insertion(row, at + 1)] if row.norm(at + 1) in COMMAS else ()
    return next((d for e in inside if e.kind is Kind.DATE and (d := _start(e.mention)) is not None), None)


def _fronted(row: Clause, at: int) -> PartialDate | None:
    """The date at the head of the clause: "وفي عام 1994 أُطلقت المجموعة"."""
    head = row.norm(at - 2).lstrip("و") if at > 1 else "."
    heads = at == 1 or head in STOPS | COMMAS or (head in words()["in"] and (at == 2 or row.norm(at - 3) in STOPS | COMMAS))
    return _start(row.elements[at - 1].mention) if at and heads and row.elements[at - 1].kind is Kind.DATE else None


def _only_date(row: Clause, at: int) -> PartialDate | None:
    """The one date of a sentence, if no relative clause or other clause behind the noun at an element has it."""
    ends = words()["other_clauses"]
    end = next((i for i in range(at + 1, len(row.elements)) if is_in(row.norm(i), ends)), len(row.elements))
    if any(e.kind is Kind.DATE for e in row.elements[end:]) and not any(e.kind is Kind.DATE for e in row.elements[:end]):
        return None
    dates = [d for e in row.elements if e.kind is Kind.DATE and (d := _start(e.mention)) is not None]
    return dates[0] if len(dates) == 1 else None


def _start(mention: Mention | None) -> PartialDate | None:
    return mention.date.start if mention is not None and mention.date is not None else None


def _coming(
    row: Clause, at: int, found: list[Phrase], body: Referent, date: PartialDate | None, rule: str
) -> Telling | None:
    modality = modality_of(row.reading, row.sentence, row.elements[at].first)
    if modality in (Modality.DENIED, Modality.PLANNED):
        return None
    span = row.span(at, found[-1].end if found else at + 1) or Span(row.sentence.start, row.sentence.end)
    if is_formed(body, row.norm(at)) or (body.authority is None and len(body.key.split()) < _NAME):
        return None  # no name of its own, or one that is formed anew and anew
    return Telling(body, modality, span, f"founding.{rule}", date, told_by(row, found), None)
