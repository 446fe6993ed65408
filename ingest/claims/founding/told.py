"""How a body came to be, read clause by clause: the verb or noun, the body before, behind or meant by it, and when.

"المنتدى، الذي أحدث في شتنبر 2011، …", "وقد أنشئت في العام 1996", "منذ نشأتها بروما سنة 1990", "وكان تأسيس التحالف قد أعلن في
ديسمبر 2015". Only where it is told when. Words: `lexicon/founding.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.adjuncts import past
from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, clause
from ingest.claims.collective import opened, owner
from ingest.claims.collective.focus import calling
from ingest.claims.founding.telling import Telling
from ingest.claims.modality import modality_of
from ingest.mentions.body_heads import words as body_words
from ingest.mentions.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence, Zone
from ingest.sieve import Sieve
from ingest.word_lists import is_in, word_lists
from kg.claim import Modality, Referent, Span

_WHEN = 12     # elements behind a verb in which its date stands
_NEAR = 7      # the same behind a noun
_HEAD = 2      # elements before a noun at the head of a sentence, whose body follows: "منذ نشأتها سنة 1960 …"
_MONTH = 7     # letters of a date that names no day: what sets off on a day is a meeting
_FOUNDERS = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.COUNTRY, Kind.GROUP, Kind.PERSON})


def _words(name: str) -> frozenset[str]:
    return word_lists("founding.toml")[name]


def is_formed(body: Referent) -> bool:
    """Whether it is a body that is formed anew and anew, not founded."""
    return body.authority is None and body.key.split()[0] in body_words("formed")


def _tells(norm: str) -> bool:
    return is_in(norm, _words("born") | _words("made") | _words("saw") | _words("founding") | _words("its_founding"))


_may_tell = Sieve(_tells)


def read(reading: Reading) -> Iterator[Telling]:
    """Every founding told with its time in the sentences of an Arabic article."""
    if reading.document.language not in ("ar", "und"):
        return
    reading = calling(opened(reading))
    document = reading.document
    places = document.once("comes to be", lambda: document.where(frozenset(_may_tell(document.words))))
    for sentence in document.sentences:
        if sentence.zone is not Zone.BOILERPLATE and any(sentence.first <= at < sentence.last for at in places):
            yield from _sentence(reading, sentence)


def _sentence(reading: Reading, sentence: Sentence) -> Iterator[Telling]:
    row = clause(reading, sentence)
    for at in range(len(row.elements)):
        norm = row.norm(at)
        if not norm or not _tells(norm):
            continue
        if is_in(norm, _words("founding") | _words("its_founding")):
            found = _noun(row, at)
        else:
            found = _verb(row, at)
        if found is not None and not is_formed(found.body):
            yield found


# ---------------------------------------------------------------------- verbs

def _verb(row: Clause, at: int) -> Telling | None:
    end = at + 1
    if is_in(row.norm(at), _words("saw")):
        between = end + (end < len(row.elements) and row.elements[end].kind in BODIES)
        behind = between
        while row.norm(behind) in _words("light") | _words("to_light"):
            behind += 1
        if not is_in(row.norm(behind - 1), _words("light")):
            return None
        end = end if between > end else behind
    if is_in(row.norm(at - 1), _words("not_done")) and not is_in(row.norm(at - 2), frozenset({"بعد", "منذ"})):
        return None
    body, first, end = _subject(row, at, end)
    if body is None:
        return None
    telling = _telling(row, body, first, end, _WHEN, "verb")
    sets_off = is_in(row.norm(at), _words("sets_off"))
    return None if telling is None or (sets_off and len(str(telling.date)) > _MONTH) else telling


def _subject(row: Clause, at: int, end: int) -> tuple[Referent | None, int, int]:
    """The body that comes to be: behind the verb, before it, or spoken of; with the first and last element of the whole."""
    alike = is_in(row.norm(at), _words("made"))
    behind = end if alike else past(row, end)
    while row.norm(behind) in _words("this") or row.norm(behind) in QUOTES:
        behind += 1
    element = row.elements[behind] if behind < len(row.elements) else None
    if element is not None and element.kind in BODIES and not element.prefix and element.mention is not None:
        return (None, at, end) if alike else (element.mention.referent, at, end)
    if alike and row.norm(end).startswith("ال") and (made := _object(row, end + 1)) is not None:
        return made[0], at, made[1]
    if not _no_object(row, end):
        return None, at, end
    i = at - 1
    while i >= 0 and row.norm(i) in _words("before_verb"):
        i -= 1
    between = {row.norm(k) for k in range(i + 1, at)}
    before = row.elements[i].mention if i >= 0 else None
    if before is not None and before.kind in BODIES and not row.norm(at).startswith("و"):
        bare = not between & (_words("relative") | _words("perfect"))
        governed = bool(before.prefix) or bool(row.norm(i - 1))
        return (None, at, end) if bare and (alike or governed) else (before.referent, i, end)
    spoken_of = bool(between & _words("perfect")) or row.norm(at).startswith("و") or at == 0 or row.norm(at - 1) in COMMAS
    if alike or not spoken_of or between & _words("relative"):
        return None, at, end
    feminine = row.norm(at).endswith("ت")
    return owner(row.reading, row.elements[at].first, feminine=feminine), at, end


def _object(row: Clause, at: int) -> tuple[Referent, int] | None:
    """The body that somebody makes, called again: "وأطلق الجانبان هذا المنتدى"."""
    element = row.elements[at + 1] if row.norm(at) in _words("this") and at + 1 < len(row.elements) else None
    if element is None or element.kind not in BODIES or element.mention is None or element.mention.referent is None:
        return None
    return element.mention.referent, at + 2


def _no_object(row: Clause, at: int) -> bool:
    element = row.elements[at] if at < len(row.elements) else None
    if element is None or element.kind is Kind.DATE or element.prefix in ("ب", "في"):
        return True
    return element.mention is None and (element.norm in _words("no_object") or element.norm in QUOTES | STOPS)


# ---------------------------------------------------------------------- nouns

def _noun(row: Clause, at: int) -> Telling | None:
    if not is_in(row.norm(at - 1), _words("done")):
        return None
    if is_in(row.norm(at), _words("its_founding")):
        until = row.sentence.last if at <= _HEAD else 0
        body = owner(row.reading, row.elements[at].first, feminine=row.norm(at).endswith("ها"), until=until)
        return None if body is None else _telling(row, body, at, at + 1, _NEAR, "noun")
    mention = row.elements[at + 1].mention if at + 1 < len(row.elements) else None
    if mention is None or mention.kind not in BODIES or mention.prefix or mention.referent is None:
        return None
    return _telling(row, mention.referent, at, at + 2, _NEAR, "noun")


# ---------------------------------------------------------------------- what is told

def _telling(row: Clause, body: Referent, first: int, end: int, reach: int, rule: str) -> Telling | None:
    date, behind = _when(row, end, reach, strict=rule == "noun")
    if date is None or date.date is None:
        return None
    predicate = end - 1 if rule == "verb" else first
    modality = modality_of(row.reading, row.sentence, row.elements[max(predicate, 0)].first)
    if modality is Modality.DENIED:
        return None
    founder, last = _by(row, end, behind)
    span = row.span(first, last) or Span(row.sentence.start, row.sentence.end)
    return Telling(body, modality, span, f"founding.told_{rule}", date.date.start, founder, None)


def _when(row: Clause, at: int, reach: int, *, strict: bool) -> tuple[Mention | None, int]:
    """The date behind a verb, before anything that begins a clause; behind a noun (`strict`) past known words alone."""
    for i in range(at, min(len(row.elements), at + reach)):
        norm, mention = row.norm(i), row.elements[i].mention
        if mention is not None and mention.kind is Kind.DATE and mention.date is not None and mention.date.start is not None:
            return mention, i + 1
        if norm in COMMAS and i == at:
            continue
        ends = norm in STOPS | COMMAS | _words("ends") or (norm and i > at and _tells(norm))
        if ends and not (strict and norm in _words("told")):
            break
        if strict and mention is None and norm not in _words("told") and norm not in QUOTES:
            break
        if mention is not None and mention.kind is Kind.MEETING and strict:
            break
    return None, at


def _by(row: Clause, at: int, end: int) -> tuple[Referent | None, int]:
    """The founder named by "بمبادرة من", "على يد" around the date."""
    for i in range(at, min(len(row.elements), end + 4)):
        if row.norm(i) in STOPS:
            break
        mention = row.elements[i].mention
        if mention is None or mention.kind not in _FOUNDERS:
            continue
        k = i - 1 - (row.norm(i - 1) in _words("from"))
        if row.norm(k) in _words("by"):
            return mention.referent, max(end, i + 1)
    return None, end
