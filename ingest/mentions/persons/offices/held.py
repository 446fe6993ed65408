"""Offices told away from the name: "X، الذي يشغل منصب …", "تقلد X منصب …", "X بصفته …", "عمل X كمستشار …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.titles.reader import Titles
from ingest.mentions.words.name_words import is_adverb
from ingest.mentions.words.sayings import is_saying
from ingest.mentions.words.title_heads import (
    ACCUSATIVE,
    POSSESSED,
    Title,
    denied,
    office_nouns,
    stands_in,
    title_words,
    verb_of_being,
)

_REACH = 14     # tokens before the office in which the verb of holding stands
_BESIDE = 3     # tokens between a name and the verb behind it: "، الذي كان"
_AS = 2         # tokens between a name and "in his capacity as"


@dataclass(slots=True, unsafe_hash=True)
class _Holding:
    """Who holds an office, whether it is over, and the verb that tells it (None where "in his capacity as" does)."""

    person: Person
    over: bool
    told: int | None


def bind_held(
    document: Document, persons: Sequence[Person], titles: Sequence[Title], sentences: Sequence[int]
) -> list[Title]:
    """Gives persons the offices that a verb of holding or "as" connects with them; returns the titles bound so."""
    words = title_words()
    ends = {person.last: person for person in persons}
    bound: list[Title] = []
    for title in titles:
        before = document.tokens[title.first - 1].norm if title.first else ""
        accusative = title.head.form == ACCUSATIVE
        compound = title.head_last - title.first > 1 and (title.head.form == POSSESSED or accusative)
        if title.head.kind in ("job", "led", "counterpart") or not title.first or not (title.extended or compound):
            continue
        if stands_in(title, document.tokens):
            continue  # "فلان، ممثلا الرئيس": for whom he comes
        at = title.first - 1
        if before in words["as"] and not title.prefix:
            holding = _beside(document, ends, at, sentences)
        elif before in words["held_office"] and before[0] == "ب" and at in ends:
            holding = _Holding(ends[at], False, None)  # "… X بمهام أمين سر اللجنة"
        elif before in words["for_office"]:
            holding = _chosen(document, ends.get(at))
        elif before in words["held_office"] or title.prefix == "ك":
            holding = _held(document, ends, title.first - (before in words["held_office"]), sentences)
        elif before.removeprefix("و") in words["been"] and (accusative or not title.head.definite) and not title.prefix:
            holding = _had_been(document, ends, at, sentences)
        elif accusative and before in words["own_election"] and not title.prefix:
            holding = _elected(document, ends, at, sentences)
        elif accusative and not title.prefix:
            holding = _become(document, ends, title.first, sentences)
        else:
            continue
        if holding is not None:
            former = title.former or holding.over
            holding.person.titles.append(replace(title, former=former, extended=True, told=holding.told))
            bound.append(title)
    return bound


def _last_before(ends: Mapping[int, Person], at: int, reach: int, sentences: Sequence[int]) -> Person | None:
    """The person whose phrase ends last in the words before a token of its sentence."""
    near = (ends[end] for end in range(at, at - reach - 1, -1) if end in ends)
    return next((person for person in near if sentences[person.first] == sentences[at]), None)


def _beside(document: Document, ends: Mapping[int, Person], at: int, sentences: Sequence[int]) -> _Holding | None:
    """The person named right before "in his capacity as"."""
    near = _last_before(ends, at, _AS, sentences)
    beside = near is not None and all(document.tokens[i].norm in COMMA for i in range(near.last, at))
    return _Holding(near, False, None) if near is not None and beside else None


def _held(document: Document, ends: Mapping[int, Person], at: int, sentences: Sequence[int]) -> _Holding | None:
    """Who holds the office before token `at`."""
    words, tokens = title_words(), document.tokens
    for verb in range(at - 1, max(-1, at - _REACH), -1):
        if sentences[verb] != sentences[at]:
            return None
        norm = tokens[verb].norm.removeprefix("و") if len(tokens[verb].norm) > 3 else tokens[verb].norm
        if norm in words["own_taking"] and verb and tokens[verb - 1].norm in words["upon"]:
            return _beside(document, ends, verb - 1, sentences)
        follows = norm in words["succeeding"]
        if not follows and norm not in words["holding"] and norm not in words["held"]:
            continue
        if denied(document, verb):
            return None
        behind = [ends[end] for end in range(verb + 1, at + 1) if end in ends and verb < ends[end].first]
        if len(behind) == 2 and (follows or document.norms[behind[1].first - 1] in words["instead_of"]):
            return _Holding(behind[0], False, verb)  # "خلف X Y في منصب", "عين X خلفا لY في منصب"
        if follows:
            return None
        front = None if behind else _in_front(document, ends, verb, sentences)
        begins = verb if front is None else front.first
        earlier = [*range(max(0, verb - 2), verb), *range(max(0, begins - 2), begins)]
        over = norm in words["held"] or any(tokens[i].norm.removeprefix("و") in words["been"] for i in earlier)
        holder = behind[0] if len(behind) == 1 else front
        return _Holding(holder, over, verb) if holder is not None else None
    return None


def _chosen(document: Document, person: Person | None) -> _Holding | None:
    """ "انتخب X لمنصب الأمين العام": only the verb, the name and the office; not who looks for one "for the post of"."""
    verb = -1 if person is None else person.first - 1
    if person is None or verb < 0 or document.norms[verb].removeprefix("و") not in title_words()["holding"]:
        return None
    return None if denied(document, verb) else _Holding(person, False, verb)


def _had_been(document: Document, ends: Mapping[int, Person], at: int, sentences: Sequence[int]) -> _Holding | None:
    """The person who "had been" what follows: "X، الذي كان", "X عندما كان" with nobody else named before in the sentence."""
    words = title_words()
    if denied(document, at):
        return None
    before = document.tokens[at - 1].norm if at else ""
    person: Person | None = None
    if before in words["when"]:
        opening = bisect_left(sentences, sentences[at])
        near = [ends[end] for end in range(opening + 1, at) if end in ends]
        close = [p for p in near if at - 1 - p.last <= 1]
        person = close[0] if close else near[0] if len(near) == 1 else None
    elif before in words["relative"] or (before in COMMA and document.tokens[at].norm[0] == "و"):  # "X، وكان وزيرا"
        person = _in_front(document, ends, at, sentences)
    return _Holding(person, True, at) if person is not None else None


def _elected(document: Document, ends: Mapping[int, Person], at: int, sentences: Sequence[int]) -> _Holding | None:
    """Who is meant by "قال فلان، إثر انتخابه رئيسا": the one right before it, who says something."""
    words = title_words()
    led = at - (document.norms[at - 1] in words["again"])
    if led < 1 or document.norms[led - 1] not in words["upon"]:
        return None  # "رفض تعيينه وزيرا"
    held = _beside(document, ends, led - 1, sentences)
    says = held is not None and held.person.first > 0 and is_saying(document.norms[held.person.first - 1])
    return _Holding(held.person, False, at) if held is not None and says else None


def _become(document: Document, ends: Mapping[int, Person], at: int, sentences: Sequence[int]) -> _Holding | None:
    """Who "was", "came as" or "works as" the office in the accusative at a token, right behind his name."""
    person = ends.get(at)
    verb = None if person is None else verb_of_being(document, person.first, sentences)
    if person is None or not verb:
        return _held(document, ends, at, sentences)
    return _Holding(person, verb in title_words()["been"], person.first - 1)


def _in_front(document: Document, ends: Mapping[int, Person], verb: int, sentences: Sequence[int]) -> Person | None:
    """The person right before a verb, with a comma, a relative pronoun or "had been" between at most."""
    words = title_words()
    near = _last_before(ends, verb, _BESIDE + 1, sentences)
    if near is None:
        return None
    between = [document.tokens[i].norm for i in range(near.last, verb)]
    loose = all(norm in COMMA or norm in words["been"] or norm in words["relative"] for norm in between)
    return near if loose else None


def bind_taken(reader: Titles, persons: Sequence[Person], sentences: Sequence[int]) -> None:
    """Gives persons the office whose noun is the object of a verb of taking or holding it: "تولى X رئاسة الحكومة"."""
    document, words = reader.document, title_words()
    ends = {person.last: person for person in persons}
    nouns = document.sifted(office_nouns().opening)
    for at in nouns:
        person = ends.get(at)
        verb = (_behind_time(reader, at) if person is None else person.first) - 1
        if verb < 0 or sentences[verb] != sentences[at]:
            continue
        norm = document.tokens[verb].norm
        norm = norm if norm in words["taking_office"] else norm.removeprefix("و")
        if norm not in words["taking_office"] or denied(document, verb):
            continue
        holder = person or _in_front(document, ends, verb, sentences)
        title = reader.over(at) if holder is not None else None
        if holder is None or title is None or (norm in words["handed"] and _handed(document, title.last)):
            continue
        over = norm in words["held"] or document.tokens[verb - 1].norm in words["been"]
        holder.titles.append(replace(title, former=title.former or over, told=verb))


def _behind_time(reader: Titles, at: int) -> int:
    """Where a time or "officially" begins that ends before a token, else the token: "تسلم أمس قيادة القوة"."""
    norm = reader.document.tokens[at - 1].norm if at else ""
    if norm in title_words()["manner"] or is_adverb(norm):
        return at - 1
    return reader.days.get(at, at)


def _handed(document: Document, at: int) -> bool:
    """Whether behind the office stands the thing that is received: "تسلم X … دعوة"."""
    norm = document.tokens[at].norm if at < len(document.tokens) else ""
    thing = len(norm) > 2 and norm.endswith(("ه", "ا")) and not norm.startswith("ال")
    return thing and norm not in title_words()["manner"] and norm not in title_words()["since"]


def bind_lead(document: Document, persons: Sequence[Person], titles: Sequence[Title], sentences: Sequence[int]) -> None:
    """ "أكد وزير الصحة أن …. وقال كريم بناني في …": the lead tells the office, the next sentence the name.

    Only where the lead names nobody, nobody in the article holds an office of a state, and the name stands alone.
    """
    ruling = [t for p in persons for t in p.titles if t.head.kind == "state"]
    free = [t for t in titles if t.head.kind == "state" and t.extended and not t.prefix and not t.former and not t.inside]
    if ruling or not free or free[0].head.form:
        return
    title = free[0]
    after = [p for p in persons if sentences[p.first] > sentences[title.first]]
    person = min(after, key=lambda p: p.first, default=None)
    lead = sentences[title.first]
    if person is None or any(sentences[p.first] <= lead for p in persons) or sentences[person.first] != lead + 1:
        return
    if person.titles or person.like is not None or person.name.parts < 2 or person.first != person.name.first:
        return
    opens = person.first > 0 and is_saying(document.tokens[person.first - 1].norm)
    first = opens and (person.first == 1 or sentences[person.first - 2] != sentences[person.first])
    if first and not _described(document, person.last):
        person.titles.append(replace(title))


def _described(document: Document, at: int) -> bool:
    """Whether behind a name it is told who he is: "، وهو طبيب"."""
    tokens, words = document.tokens, title_words()
    if at < len(tokens) and tokens[at].norm in COMMA:
        at += 1
    return at < len(tokens) and (tokens[at].norm in words["relative"] or tokens[at].norm in words["being"])
