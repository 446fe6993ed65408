"""Who speaks: the subject of a verb of saying, the body behind a document, and the memory of who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, Element, actors, is_small_quote
from ingest.claims.speech import Verb, openings
from ingest.fold import fold
from ingest.mentions.mention import Kind, Mention
from kg.claim import Referent
from kg.vocabulary import M

_LONGEST_SUBJECT = 12  # elements
_NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.COUNTRY, Kind.GROUP, Kind.COALITION, Kind.PLACE})
_ISSUER = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.PERSON, Kind.TITLE, Kind.GROUP, Kind.COUNTRY})

_ENDING = ("adjunct", "that", "audience", "light")  # word lists that end a noun phrase


@dataclass(frozen=True, slots=True)
class Subject:
    """The speakers of one verb (several where joined by و), the first element after them, and how they were told.

    `how` is "named", "described" (a noun phrase that names nobody known), "document" or "back" (someone named before).
    """

    speakers: tuple[Referent, ...]
    end: int
    how: str


@dataclass(slots=True)
class Memory:
    """Who spoke last and which body issued the last document, as far as the article has been read."""

    spoken: list[tuple[Referent, str, int]] = field(default_factory=list)  # speaker, gender of the verb, sentence
    issuer: Referent | None = None
    topic: tuple[Referent, int] | None = None    # the actor who opened the sentence, and its index

    def note(self, speaker: Referent, gender: str, sentence: int) -> None:
        self.spoken.append((speaker, gender, sentence))
        del self.spoken[:-12]

    def last(self, verb: Verb | None, sentence: int) -> Referent | None:
        """The speaker of a verb without a subject: the last one whose verb had the same gender, unless a person was the
        subject of the sentence before and nobody spoke there."""
        topic = self.topic
        recent = self.spoken[-1] if self.spoken else None
        if topic is not None and (recent is None or recent[2] < topic[1]) and sentence - topic[1] <= 1:
            return topic[0]
        if verb is None or verb.participle:
            return recent[0] if recent else None
        for speaker, gender, _ in reversed(self.spoken):
            if gender == verb.gender:
                return speaker
        return recent[0] if recent else None


def named(mention: Mention, surface: str) -> Referent:
    """The referent of a mention; an office without a name is an actor known by that office alone."""
    if mention.referent is not None:
        return mention.referent
    return described(surface)


def described(surface: str) -> Referent:
    """A speaker known only by a description: "أعضاء التحالف", "مصدر دبلوماسي"."""
    return Referent(M.Actor, fold(surface), label_ar=surface, surfaces=(surface,))


def subject(clause: Clause, at: int, memory: Memory) -> Subject | None:
    """The subject that begins at element `at` (after its verb), or None where nobody is named there."""
    at = _skip_light(clause, at)
    row = clause.elements
    if at >= len(row) or row[at].norm in COMMAS | STOPS | {":"}:
        return None
    head = row[at]
    if head.mention is None and head.norm in QUOTES and is_small_quote(clause, at):
        return _quoted_name(clause, at)
    if head.mention is None and (head.norm in QUOTES or not head.norm[0].isalpha()):
        return None
    words = openings()
    if head.mention is None and head.norm in words["document"]:
        return document(clause, at, memory)
    if head.mention is not None and head.mention.prefix not in ("", "ال"):
        return None  # a preposition or conjunction: no subject
    if head.mention is not None and head.mention.kind in _NAMED | {Kind.TITLE}:
        return _from_mentions(clause, at, head.mention)
    return _from_words(clause, at, memory)


def _skip_light(clause: Clause, at: int) -> int:
    light = openings()["light"]
    row = clause.elements
    while at < len(row) and (row[at].norm in light or row[at].kind is Kind.DATE):
        at += 1
    return at


def _quoted_name(clause: Clause, at: int) -> Subject | None:
    end = clause.quote_end[at]
    people = actors(clause.elements[at + 1 : end])
    if people and people[0].referent is not None:
        return Subject((people[0].referent,), end + 1, "named")
    return None


def _from_mentions(clause: Clause, at: int, first: Mention) -> Subject:
    """One mention, its apposition ("وزير الخارجية، فلان"), and others joined to it by و."""
    row = clause.elements
    found = [first]
    i = at + 1
    while i < len(row) and len(found) < 6:
        mention = row[i].mention
        if mention is None or mention.kind not in _NAMED | {Kind.TITLE}:
            if _skips_to_name(clause, i, found[-1]):
                i += 1
                continue
            break
        if mention.prefix == "و":
            found.append(mention)
        elif mention.kind is Kind.PERSON and found[-1].kind in (Kind.TITLE, Kind.ORGANIZATION) and not mention.prefix:
            found[-1] = mention  # the name after its title
        elif not mention.prefix and mention.kind in (Kind.NISBA, Kind.COUNTRY, Kind.ORGANIZATION):
            pass                 # belongs to the phrase
        else:
            break
        i += 1
    tokens = clause.reading.document.tokens
    text = clause.reading.document.text
    speakers = tuple(named(m, text[tokens[m.first].start : tokens[m.last - 1].end].removeprefix(m.prefix)) for m in found)
    return Subject(tuple(dict.fromkeys(speakers)), i, "named")


def _skips_to_name(clause: Clause, i: int, before: Mention) -> bool:
    """A comma between an office and the name that follows it."""
    row = clause.elements
    following = row[i + 1].mention if i + 1 < len(row) else None
    return (row[i].norm in COMMAS and before.kind is Kind.TITLE and following is not None
            and following.kind is Kind.PERSON and not following.prefix)


def _from_words(clause: Clause, at: int, memory: Memory) -> Subject | None:
    """A noun phrase without a known head: a construct up to its first definite word, and the adjectives after it."""
    words = openings()
    row = clause.elements
    head = row[at].norm
    definite = head.startswith("ال") and len(head) > 4
    if not definite and head not in words["people"] and not _number_of_people(row, at):
        return None
    end = _phrase_end(clause, at, definite)
    person = next((e.mention for e in row[at:end] if e.mention is not None and e.mention.kind is Kind.PERSON), None)
    if person is not None and not person.prefix and person.referent is not None:
        return Subject((person.referent,), end, "named")
    after = row[end].mention if end < len(row) else None
    if after is not None and after.kind is Kind.PERSON and not after.prefix and after.referent is not None:
        return Subject((after.referent,), end + 1, "named")
    if definite and head in words["back"] and (last := memory.last(None, clause.sentence.index)) is not None:
        return Subject((last,), end, "back")
    return Subject((described(clause.text(at, end)),), end, "described")


def _number_of_people(row: tuple[Element, ...], at: int) -> bool:
    mention = row[at].mention
    return mention is not None and mention.kind is Kind.NUMBER and not mention.prefix


def _phrase_end(clause: Clause, at: int, definite: bool) -> int:
    words = openings()
    row = clause.elements
    i = at + 1
    closed = definite
    while i < len(row) and i - at < _LONGEST_SUBJECT:
        element = row[i]
        if element.norm in QUOTES and is_small_quote(clause, i):
            i = clause.quote_end[i] + 1
            closed = True
            continue
        if element.mention is not None:
            kind = element.mention.kind
            if kind is Kind.DATE or element.mention.prefix or (closed and kind is Kind.COUNTRY):
                break
            closed = True
        elif not element.norm[0].isalpha() or any(element.norm in words[name] for name in _ENDING):
            break
        elif element.norm.startswith("ال") or element.norm in words["same"]:
            closed = True
        elif closed and not element.norm.startswith("لل"):
            break
        i += 1
    return i


def document(clause: Clause, at: int, memory: Memory) -> Subject:
    """The body behind "بيان", "البلاغ": the one named with it, else the issuer of the last document."""
    row = clause.elements
    words = openings()
    i = at + 1
    while i < len(row) and i - at <= 6:
        element = row[i]
        if element.mention is not None and element.mention.kind in _ISSUER and element.mention.referent is not None:
            if element.mention.prefix in ("", "ل", "لل"):
                memory.issuer = element.mention.referent
                return Subject((element.mention.referent,), i + 1, "document")
            break
        if element.norm in COMMAS or element.norm in QUOTES or element.norm in words["that"] or element.norm == ":":
            break
        i += 1
    end = at + 1
    if memory.issuer is not None:
        return Subject((memory.issuer,), end, "document")
    return Subject((described(clause.text(at, end)),), end, "document")
