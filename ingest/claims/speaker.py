"""Who speaks: the subject of a verb of saying, the body behind a document, and the memory of who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.claims.clause import COMMAS, QUOTES, Clause
from ingest.claims.speech import Verb, is_definite, openings
from ingest.fold import fold
from ingest.mentions.countries import of_capital
from ingest.mentions.mention import Kind, Mention
from kg.claim import Referent
from kg.record import record
from kg.vocabulary import M

_ISSUER = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.PERSON, Kind.TITLE, Kind.GROUP, Kind.COUNTRY})


_REMEMBERED = 4   # sentences for which the last speaker is remembered
_BODY = 15        # the same for a body that is called again by the head of its name


@record
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

    # speakers, gender of their verb, sentence
    spoken: list[tuple[tuple[Referent, ...], str, int]] = field(default_factory=list)
    known: dict[str, Referent] = field(default_factory=dict)  # folded name part → the person of the article
    offices: dict[str, frozenset[str]] = field(default_factory=dict)  # key of a person → the bare words of the offices held
    issuer: Referent | None = None
    quoted: tuple[Referent, ...] = ()  # whom the last report had of somebody else: "نقلت الكاتبة عن فلان قوله"
    writer: tuple[tuple[Referent, ...], str] = ((), "")  # who had it of them, if a person, and the gender of the verb
    data: Referent | None = None  # the body whose data were told of last
    topic: tuple[Referent, int] | None = None    # the actor who opened the sentence, and its index

    def note(self, speakers: tuple[Referent, ...], gender: str, sentence: int) -> None:
        self.spoken.append((speakers, gender, sentence))
        del self.spoken[:-12]

    def last(self, verb: Verb | None, sentence: int) -> tuple[Referent, ...]:
        """The speakers of a verb without a subject: the last ones whose verb had the same gender, unless a person was the
        subject of the sentence before and nobody spoke there. Empty where nobody spoke in the last sentences, or one person
        did and the verb is of several."""
        topic = self.topic
        recent = self.spoken[-1] if self.spoken else None
        if topic is not None and (recent is None or recent[2] < topic[1]) and sentence - topic[1] <= 1:
            return (topic[0],)
        near = [s for s in self.spoken if sentence - s[2] <= _REMEMBERED]
        if verb is not None and verb.gender and near and near[-1][1] and verb.gender != near[-1][1]:
            near = [s for s in near if s[1] == verb.gender]
        found = near[-1][0] if near else ()
        return () if verb is not None and verb.number != "s" and is_alone(found) else found

    def last_body(self, head: str, sentence: int) -> Referent | None:
        """The last body to speak whose name begins with `head` (bare, folded) and goes on: whom "المجلس" stands for."""
        for speakers, _, told in reversed(self.spoken):
            if len(speakers) != 1 or sentence - told > _BODY or speakers[0].type in (M.Person, M.Country):
                continue
            names = (_bare(name) for name in (speakers[0].label_ar or "", *speakers[0].surfaces))
            if any(name[:1] == [head] and len(name) > 1 for name in names):
                return speakers[0]
        return None

    def last_named(self, sentence: int) -> tuple[Referent, ...]:
        """The same, unless it is an unnamed source: whom "النائب البرلماني ذاته" means."""
        last, source = self.last_person(sentence), openings()["a_source"]
        heads = (fold(s.label_ar or "").split()[:1] for s in last)
        return () if any(head and head[0] in source for head in heads) else last

    def last_person(self, sentence: int, head: str = "") -> tuple[Referent, ...]:
        """The last who spoke and is no body: whom "معاليه" or "المتحدث" stands for, of the gender of that word."""
        woman = head.endswith("ها") or (head.startswith("ال") and head.endswith("ه"))
        other = "" if not head else "m" if woman else "f"
        near = (s for s in reversed(self.spoken) if sentence - s[2] <= 2 * _REMEMBERED and (not other or s[1] != other))
        return next((s[0] for s in near if s[0][0].type in (M.Person, M.Actor)), ())


def _bare(text: str) -> list[str]:
    """The words of a name without conjunction, preposition and article, in order."""
    words = []
    for word in fold(text).split():
        for clitic in ("ولل", "وال", "لل", "ال", "بال", "ل", "ب"):
            if word.startswith(clitic) and len(word) - len(clitic) > 2:
                word = word[len(clitic) :]
                break
        words.append(word)
    return words


def bare_words(text: str) -> frozenset[str]:
    """The words of a title without conjunction, preposition and article."""
    return frozenset(_bare(text))


def named(mention: Mention, surface: str) -> Referent:
    """The referent of a mention; an office without a name is an actor known by that office alone."""
    if mention.referent is not None:
        return mention.referent
    return described(surface)


def described(surface: str) -> Referent:
    """A speaker known only by a description: "أعضاء التحالف", "مصدر دبلوماسي"."""
    return Referent(M.Actor, fold(surface), label_ar=surface, surfaces=(surface,))


def government(clause: Clause, mention: Mention) -> Referent | None:
    """The country for which a capital stands where it acts: "تعهدت الرياض"."""
    if mention.kind is not Kind.PLACE:
        return None
    found = of_capital(clause.reading.document.tokens, mention.first)
    return None if found is None else found[2]


def is_alone(speakers: tuple[Referent, ...]) -> bool:
    """Whether one single person speaks, so that a verb in the dual or plural is of others."""
    if len(speakers) != 1:
        return False
    head = _bare(speakers[0].label_ar or "")[:1]
    words = openings()
    described = bool(head) and (head[0] in words["alone"] or head[0] in words["masculine"])
    return speakers[0].type == M.Person or (speakers[0].type == M.Actor and described)


def _is_other_document(issuer: Referent, norm: str) -> bool:
    """Whether the last issuer is itself a document of another kind than `norm`: "التقرير" behind "الدراسة"."""
    first = fold(issuer.label_ar or "").split()[:1]
    return bool(first) and first[0] in openings()["document"] and first[0].removeprefix("ال") != norm.removeprefix("ال")


def document(clause: Clause, at: int, memory: Memory) -> Subject:
    """The body behind "بيان", "البلاغ": the one named with it, else the issuer of the last document."""
    row = clause.elements
    words = openings()
    i = at + 1
    while i < len(row) and i - at <= 6:
        element = row[i]
        if element.mention is not None and element.mention.kind in _ISSUER and element.mention.referent is not None:
            before = (clause.norm(i - 1), clause.norm(i - 2))
            beside = i == at + 1 or not words["issued_by"].isdisjoint(before) or before[0] in words["issuing"]
            if element.mention.prefix in ("ل", "لل") or (not element.mention.prefix and beside):
                memory.issuer = element.mention.referent
                return Subject((element.mention.referent,), i + 1, "document")
            break
        if element.norm in COMMAS or element.norm in QUOTES or element.norm in words["that"] or element.norm == ":":
            break
        i += 1
    end = at + 1
    issued = is_definite(clause.norm(end)) and clause.norm(end) not in words["not_issuers"]
    if issued and not row[at].norm.startswith("ال"):
        close = end + 1  # "بيان المنظمتين", "بيان السفارة السعودية"
        while close < min(len(row), end + 4) and (row[close].kind is Kind.NISBA or is_definite(clause.norm(close))):
            close += 1
        return Subject((described(clause.text(end, close)),), close, "document")
    end += clause.norm(end) in words["of_document"]  # "البيان المشترك"
    if memory.issuer is not None and not _is_other_document(memory.issuer, row[at].norm):
        return Subject((memory.issuer,), end, "document")
    end += clause.norm(end).startswith("لل")
    text = clause.text(at, end)  # "وفقا لمقال": the preposition is no part of it
    if row[at].norm not in words["document"]:
        text = "ا" + text[1:] if text.startswith("لل") else text.removeprefix("ل")
    return Subject((described(text),), end, "document")
