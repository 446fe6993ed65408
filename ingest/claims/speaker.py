"""Who speaks: the subject of a verb of saying, the body behind a document, and the memory of who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.claims.clause import COMMAS, QUOTES, Clause
from ingest.claims.speech import Verb, is_definite, openings
from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import of_capital
from kg.claim import Referent
from kg.vocabulary import M

_ISSUER = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.PERSON, Kind.TITLE, Kind.GROUP, Kind.COUNTRY})


_REMEMBERED = 4   # sentences for which the last speaker is remembered
_ISSUED = 8       # elements between "أصدر المجلس" and its document
_BODY = 15        # the same for a body that is called again by the head of its name


@dataclass(slots=True, unsafe_hash=True)
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
    issued: tuple[str, int] = ("", 0)  # the word of that document and the sentence in which it was told
    quoted: tuple[Referent, ...] = ()  # whom the last report had of somebody else: "نقلت الكاتبة عن فلان قوله"
    writer: tuple[tuple[Referent, ...], str] = ((), "")  # who had it of them, if a person, and the gender of the verb
    data: Referent | None = None  # the body whose data were told of last
    topic: tuple[Referent, int] | None = None    # the actor who opened the sentence, and its index

    def note(self, speakers: tuple[Referent, ...], gender: str, sentence: int) -> None:
        self.spoken.append((speakers, gender, sentence))
        del self.spoken[:-12]

    def issue(self, issuer: Referent, norm: str, sentence: int) -> None:
        self.issuer, self.issued = issuer, (norm, sentence)

    def issued_in(self, clause: Clause) -> None:
        """Remembers who issues a document: "أصدر المجلس توصية للقنوات"."""
        words = openings()
        if words["issues"].isdisjoint(clause.norms):
            return
        by = next(k for k in range(len(clause.elements)) if clause.norm(k) in words["issues"])
        paper = next((norm for norm in clause.norms[by + 1 : by + _ISSUED] if norm in words["document"]), "")
        mention = clause.elements[by + 1].mention if paper else None
        if mention is not None and mention.kind in _ISSUER and not mention.prefix and mention.referent is not None:
            self.issue(mention.referent, paper, clause.sentence.index)
        elif paper:
            self.issuer = None

    def forget_issuer(self, clause: Clause) -> None:
        """A sentence in which nobody speaks may tell of a new document: "طرح مستقلون مبادرة في بيان"."""
        words = openings()
        for i, norm in enumerate(clause.norms):
            new = norm in words["document"] and not norm.startswith("ال") and not norm.endswith(("ه", "ها", "هم"))
            if new and clause.norm(i - 1) in words["within"]:
                self.issuer = None

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

    def last_source(self) -> Referent | None:
        """The last unnamed source to speak."""
        heads = openings()["source_head"]
        told = (s[0] for s, _, _ in reversed(self.spoken) if len(s) == 1 and s[0].type == M.Actor)
        return next((one for one in told if not heads.isdisjoint(fold(one.label_ar or "").split()[:1])), None)

    def last_person(self, sentence: int, head: str = "") -> tuple[Referent, ...]:
        """The last who spoke and is no body: whom "معاليه" or "المتحدث" stands for, of the gender of that word."""
        woman = head.endswith("ها") or (head.startswith("ال") and head.endswith("ه"))
        other = "" if not head else "m" if woman else "f"
        near = (s for s in reversed(self.spoken) if sentence - s[2] <= 2 * _REMEMBERED and (not other or s[1] != other))
        return next((s[0] for s in near if s[0][0].type == M.Person or _may_be_person(s[0][0])), ())


def _may_be_person(speaker: Referent) -> bool:
    """Whether a speaker known by a description may be meant by "المسؤول": "مصدر أمني", not "مشروع القانون"."""
    head, words = _bare(speaker.label_ar or "")[:1], openings()
    no_person = words["no_person"] | words["things"] | words["document"]
    return speaker.type == M.Actor and bool(head) and head[0] not in no_person


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


def _issuer(clause: Clause, at: int, memory: Memory) -> Referent | None:
    """Whose a document is that is told without its issuer: of the last one, if it may be that one; a communiqué also of the
    body that spoke in the sentence before."""
    words, norm, sentence = openings(), clause.norm(at), clause.sentence.index
    told, when = memory.issued
    new = not is_definite(norm) and not norm.endswith(("ه", "ها", "هم")) and not is_definite("ا" + norm[1:])
    if memory.issuer is not None and not _is_other_document(memory.issuer, norm):
        same = (norm.removeprefix("لل") in words["study"]) == (told in words["study"]) or not told
        if same and (not new or sentence - when <= 1):
            return memory.issuer
    spoke = memory.spoken[-1] if memory.spoken else None
    body = spoke is not None and len(spoke[0]) == 1 and spoke[0][0].type not in (M.Person, M.Country, M.Actor)
    near = spoke is not None and sentence - spoke[2] == 1
    return spoke[0][0] if body and near and spoke is not None and norm in words["communique"] else None


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
                memory.issue(element.mention.referent, row[at].norm, clause.sentence.index)
                return Subject((element.mention.referent,), i + 1, "document")
            break
        if element.norm in COMMAS or element.norm in QUOTES or element.norm in words["that"] or element.norm == ":":
            break
        i += 1
    end = at + 1
    if clause.norm(end)[:1] == "ل" and clause.norm(end)[1:] in words["issuing_body"]:
        close = end + 1  # "بيان لقيادة الأركان"
        while close < min(len(row), end + 4) and (row[close].kind is Kind.NISBA or is_definite(clause.norm(close))):
            close += 1
        memory.issue(described(clause.text(end, close).removeprefix("ل")), row[at].norm, clause.sentence.index)
        assert memory.issuer is not None
        return Subject((memory.issuer,), close, "document")
    issued = is_definite(clause.norm(end)) and clause.norm(end) not in words["not_issuers"]
    if issued and not row[at].norm.startswith("ال"):
        close = end + 1  # "بيان المنظمتين", "بيان السفارة السعودية"
        while close < min(len(row), end + 4) and (row[close].kind is Kind.NISBA or is_definite(clause.norm(close))):
            close += 1
        return Subject((described(clause.text(end, close)),), close, "document")
    end += clause.norm(end) in words["of_document"]  # "البيان المشترك"
    if (issuer := _issuer(clause, at, memory)) is not None:
        return Subject((issuer,), end, "document")
    end += clause.norm(end).startswith("لل")
    text = clause.text(at, end)  # "وفقا لمقال": the preposition is no part of it
    if row[at].norm not in words["document"]:
        text = "ا" + text[1:] if text.startswith("لل") else text.removeprefix("ل")
    return Subject((described(text),), end, "document")
