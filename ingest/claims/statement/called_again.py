"""Those who are called by a part of their name: "المعهد" after "المعهد الدولي للتنمية", "البحر" after "عبد المحسن البحر"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from ingest.claims.clause import Clause
from ingest.claims.speaker import Memory, Subject, described
from ingest.claims.speech import openings, verb_at
from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mention import BODIES, Kind, Mention, Post, Reading
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.words.name_words import is_common, is_given, is_listed
from kg.claim import Referent
from kg.vocabulary import M

_OFFICE = 3        # words of an office that none but its holder has
_PARTS = 4         # parts of a name before the family name
_CLITIC = ("ال", "وال", "لل", "بال", "و", "ب", "ل")  # no name no list holds is told by a word that begins so


def body_called(clause: Clause, at: int, memory: Memory) -> Referent | None:
    """The body that the definite noun at element `at` calls again: the last one of that head to speak, else to be named."""
    head = clause.norm(at).removeprefix("ال")
    words = openings()
    joined = clause.norm(at + 1).startswith("وال")  # "الكاتب والباحث فلان"
    if joined or head in words["alone"] | words["some_of"] or head in words["masculine"] - words["body"]:
        return None
    spoke = memory.last_body(head, clause.sentence.index)
    if spoke is not None:
        return spoke
    named = clause.reading.once("heads of bodies", 0, lambda: _heads(clause.reading)).get(head, [])
    before = bisect_left(named, clause.elements[at].first, key=lambda one: one[0])
    return named[before - 1][1] if before else None


def body_of_kind(head: str, adjective: str, clause: Clause, memory: Memory) -> Referent | None:
    """The body that spoke last, called again by its head and its kind: "المنظمة الحقوقية" behind "منظمة العفو"."""
    if adjective not in openings()["kinds"] or not head.startswith("ال") or not memory.spoken:
        return None
    body = memory.last_body(head[2:], clause.sentence.index)
    return body if memory.spoken[-1][0] == (body,) else None


def same_body(clause: Clause, at: int, memory: Memory) -> Subject | None:
    """The body that spoke last in this sentence, called again at element `at`: "قالت النقابة إن ...، وطالبت النقابة بـ"."""
    here = memory.spoken[-1] if memory.spoken else None
    if here is None or here[2] != clause.sentence.index or at >= len(clause.elements) or len(here[0]) != 1:
        return None
    mention = clause.elements[at].mention
    if mention is not None:
        return Subject(here[0], at + 1, "back") if mention.referent == here[0][0] and not mention.prefix else None
    head = clause.norm(at).removeprefix("ال")
    again = clause.norm(at).startswith("ال") and memory.last_body(head, clause.sentence.index) == here[0][0]
    return Subject(here[0], at + 1, "back") if again else None


def _heads(reading: Reading) -> dict[str, list[tuple[int, Referent]]]:
    """First word of a body's name, without the article → where it is so named, in the order of the text."""
    found: dict[str, list[tuple[int, Referent]]] = {}
    tokens = reading.document.tokens
    for mention in reading.mentions:
        named = mention.kind in BODIES and not mention.coref and mention.last - mention.first > 1
        if named and mention.referent is not None:
            head = tokens[mention.first].norm.removeprefix(fold(mention.prefix)).removeprefix("ال")
            found.setdefault(head, []).append((mention.first, mention.referent))
    return found


def person_called(clause: Clause, at: int) -> Referent | None:
    """Somebody whom no list made a person, introduced before with his given name, at whose family name we are."""
    wanted, reading = clause.norm(at), clause.reading
    introduced = reading.once(f"introduced as {wanted}", 0, lambda: _introduced(reading, wanted))
    return None if introduced is None or introduced[0] >= clause.elements[at].first else introduced[1]


def _introduced(reading: Reading, wanted: str) -> tuple[int, Referent] | None:
    """The token of a family name that stands behind a given name for the first time, and who is so called."""
    tokens, links = reading.document.tokens, openings()["name_links"]
    for k in reading.document.places.get(wanted, ()):
        first = k
        while first > 0 and k - first < _PARTS and _is_part(reading, first - 1, first):
            first -= 1
        while first < k and tokens[first].norm in links:
            first += 1
        if first < k:
            return k, described(reading.document.text[tokens[first].start : tokens[k].end])
    return None


def holder_called(reading: Reading, title: Mention) -> Referent | None:
    """The one person of the article who is told to hold an office: "الرئيس التونسي" where only "الرئيس فلان" is one.

    Nobody where two are told to hold it, and where the office and the person are of different countries or bodies.
    """
    if title.post is None or title.post.former or title.post.designate:
        return None
    held = reading.once("holders of offices", 0, lambda: _holders(reading))
    office, of = _office(title.post), None if title.post.of is None else title.post.of.key
    # "الرئيس" of a country may be told without it and "رئيس الحزب" with its party's name, but "وزير الخارجية" alone may be
    # another country's.
    loose = " " not in office
    told = fold(title.post.surface)
    bare = len(told.split()) == len(office.split())  # not "وزير الخارجية الجيبوتي", of a state that no list knows
    body = of is None and bare and office.split()[-1] in body_heads.heads()
    of_state = of is None or (title.post.of is not None and title.post.of.type == M.Country)
    fits = [who for place, surface, who in held.get(office, ())
            if (of is not None and place == of) or body or surface == told  # "المتحدث باسمها فلان" is of another body
            or (loose and place is None and (of_state or told.startswith(surface + " ")))]
    return fits[0] if fits and all(who == fits[0] for who in fits) else None


def is_superior(reading: Reading, mention: Mention) -> bool:
    """Whether a name behind "مستشار الرئيس" is the president's, since the article calls its bearer so elsewhere."""
    if mention.post is None or mention.referent is None:
        return False
    words = fold(mention.post.surface).split()
    inner = next((k for k in range(1, len(words)) if words[k - 1] in openings()["serving"]), 0)
    if not inner:
        return False
    told = reading.once("offices told", 0, lambda: _told(reading)).get(mention.referent.key, frozenset())
    return any(office[:1] == (words[inner],) for office in told)


def _told(reading: Reading) -> dict[str, frozenset[tuple[str, ...]]]:
    """Key of a person → the words of the offices the article tells with the name."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for mention in reading.mentions:
        if mention.kind is Kind.PERSON and mention.post is not None and mention.referent is not None:
            found.setdefault(mention.referent.key, set()).add(tuple(fold(mention.post.surface).split()))
    return {key: frozenset(offices) for key, offices in found.items()}


def office_called(reading: Reading, text: str) -> Referent | None:
    """The one person of the article whose office is told in these words, or in more that begin so."""
    words = tuple(fold(text).split())
    if len(words) < _OFFICE:
        return None
    offices = reading.once("words of offices", 0, lambda: _offices(reading))
    fits = {who.key: who for told, who in offices if told[: len(words)] == words}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _offices(reading: Reading) -> list[tuple[tuple[str, ...], Referent]]:
    """The words of every office told with its holder."""
    held = ((m.post, m.referent) for m in reading.mentions if m.kind is Kind.PERSON)
    return [(tuple(fold(p.surface).split()), who) for p, who in held if p is not None and not p.former and who is not None]


def _office(post: Post) -> str:
    """The bare noun of an office: "الرئيس التونسي" is a president, "وزير الخارجية" a minister of something."""
    words = [_same_office().get(word, word) for word in fold(post.surface).split()]
    return words[0].removeprefix("ال") if words[0].startswith("ال") else " ".join(w.removeprefix("ال") for w in words[:2])


@cache
def _same_office() -> dict[str, str]:
    return {fold(word): fold(other) for word, other in read_toml("speech.toml")["same_office"].items()}


@cache
def _with_god() -> tuple[str, ...]:
    """How names begin that are written as one word with a name of God: "عبدالمحسن"."""
    return tuple(f"{word}ال" for word in openings()["servant"])


def _holders(reading: Reading) -> dict[str, list[tuple[str | None, str, Referent]]]:
    """Office → the persons who hold it now, each with the key of the country or body, where it is told, and its words."""
    found: dict[str, list[tuple[str | None, str, Referent]]] = {}
    for mention in reading.mentions:
        post = mention.post
        if mention.kind is Kind.PERSON and post is not None and not post.former and mention.referent is not None:
            place = None if post.of is None else post.of.key
            found.setdefault(_office(post), []).append((place, fold(post.surface), mention.referent))
    return found


def _is_part(reading: Reading, at: int, end: int) -> bool:
    """Whether a token belongs to the name that goes on at token `end`."""
    norm, words = reading.document.tokens[at].norm, openings()
    bare = norm.isalpha() and len(norm) > 2 and not norm.startswith(_CLITIC)
    unknown = bare and not is_listed(norm) and not is_common(norm)
    servant = norm in words["servant"] or norm.startswith(_with_god())
    behind = at > 0 and reading.document.tokens[at - 1].norm in words["servant"]
    links = norm in words["name_links"] and end > at
    return is_given(norm) or (unknown and verb_at(norm) is None) or servant or behind or links
