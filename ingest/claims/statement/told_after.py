"""Words told before their speaker: "...", قال فلان; "...، يضيف المتحدث، ..."; "كما يقول فلان، فإن ...".

The verb stands behind the words, and nothing it could open follows its subject.
"""

from __future__ import annotations

from ingest.claims.clause import COMMAS, DASHES, QUOTES, STOPS, Clause
from ingest.claims.speaker import Subject
from ingest.claims.speech import Verb, is_definite, openings
from ingest.claims.statement.noun_phrase import is_people
from ingest.claims.statement.sources import Cue
from ingest.mention import Kind

_WORDS = 4      # elements of the shortest clause that is told before its speaker
_QUOTED = 3     # the same for a quotation
_SHORT = 6      # the same for a circumstance that an interrupting verb follows: "ومن هذا المنطلق، يضيف فلان، ..."
_AHEAD = 16     # elements in which the verb between two marks may open its words after all


def told_before(clause: Clause, at: int, verb: Verb, found: Subject, spoken: bool) -> Cue | None:
    """The words before a verb at `at` with its subject behind it; `spoken` if something was reported before."""
    if clause.elements[at].norm != verb.form or not verb.intro & {"that", "colon"} or found.end <= at:
        return None
    if found.how == "document" or (found.how == "described" and not _speaks(clause, at, found)):
        return None
    likewise = clause.norm(at - 1) in openings()["likewise"]
    if likewise and at == 1:
        return _ahead(clause, found, verb)
    before = at - 1 - likewise
    if likewise and clause.norm(before) in COMMAS and clause.norm(before - 1) in openings()["contrast"]:
        return None  # "...، لكن، كما قالت الوكالة، لا بد": the words follow
    if before < 0 or _opens(clause, found.end):
        return None
    quote = before - (clause.norm(before) in COMMAS)
    if quote >= _QUOTED and clause.norm(quote) in QUOTES:
        begin = next((opened for opened, closed in clause.quote_end.items() if closed == quote), None)
        if begin is None and quote not in clause.quote_end:
            begin = 0  # the quotation began in a sentence before
        if begin is not None and quote - begin > _QUOTED:
            return Cue(begin, begin, found.speakers, "named", "before", verb, end=quote)
        return None
    if clause.norm(before) not in COMMAS | DASHES:
        return None
    joined = clause.norm(found.end + 1)[:1] in tuple("وف") and clause.norm(0) not in openings()["condition"]
    if _interrupts(clause, verb, found.end) and not (joined and before >= _WORDS and not spoken):
        circumstance = joined or _circumstance(clause) or (clause.norm(0)[1:] in openings()["adjunct"] and before < _SHORT)
        begin = at if spoken or circumstance else 0
        return Cue(begin, found.end + 1 if begin else 0, found.speakers, "named", "before", verb)
    if spoken or before < _WORDS or not _ends(clause, found.end):
        return None
    return None if _circumstance(clause) else Cue(0, 0, found.speakers, "named", "before", verb, end=before)


def _interrupts(clause: Clause, verb: Verb, end: int) -> bool:
    """ "هذه الخطوة، تقول الوزيرة، ستمكن ...": whether a verb with its subject, told between two marks, interrupts the clause
    that is said; what follows opens neither the words of the verb, nor more about the subject, nor a circumstance."""
    words = openings()
    if not verb.present or verb.act not in ("say", "add") or clause.norm(end) not in COMMAS | DASHES:
        return False
    start = end + 1
    if start + _QUOTED > len(clause.elements) or clause.elements[start].kind in (Kind.TITLE, Kind.PERSON, Kind.DATE):
        return False
    first = clause.norm(start)
    closed = ("that", "adjunct", "circumstance", "audience", "relative", "people", "calling", "to", "on", "about")
    if is_definite(first) or first.startswith(("وال", "لل", "بال")) or any(first in words[name] for name in closed):
        return False
    ahead = range(start, min(len(clause.elements), start + _AHEAD))
    governs = words["that"].union(*(words[kind] for kind in verb.intro & {"to", "on", "about"}))
    return first not in QUOTES and not any(clause.norm(k) in COMMAS and clause.norm(k + 1) in governs for k in ahead)


def _speaks(clause: Clause, at: int, found: Subject) -> bool:
    """Whether a speaker known only by a description is a person or a voice."""
    head = clause.norm(at + 1)
    return is_people(head.removeprefix("ال")) or head in openings()["back"]


def _ahead(clause: Clause, found: Subject, verb: Verb) -> Cue | None:
    """ "كما يقول فلان، فإن ...": the words follow in the same sentence."""
    so = clause.norm(found.end + 1)
    if clause.norm(found.end) in COMMAS and so in openings()["so"]:
        return Cue(0, found.end + 1, found.speakers, "named", "before", verb)
    return None


def _opens(clause: Clause, at: int) -> bool:
    """Whether words that were said open right behind the subject."""
    norm = clause.norm(at)
    return norm in openings()["that"] or norm == ":" or norm in QUOTES


def _ends(clause: Clause, at: int) -> bool:
    """Whether the clause of the verb ends behind its subject, perhaps after a short circumstance: "في كلمة له"."""
    words = openings()
    if at >= len(clause.elements) or clause.norm(at) in COMMAS | STOPS:
        return True
    for k in range(at, min(at + 7, len(clause.elements))):
        norm = clause.norm(k)
        if norm in words["that"] or norm == ":" or norm in QUOTES:
            return False
        if norm in COMMAS | STOPS:
            return clause.norm(at) in words["circumstance"] or clause.norm(at) in words["audience"]
    short = len(clause.elements) - at <= 7
    return short and (clause.norm(at) in words["circumstance"] or clause.norm(at) in words["audience"])


def _circumstance(clause: Clause) -> bool:
    """Whether the sentence begins with a circumstance, so that what stands before the verb is no clause of its own."""
    words = openings()
    first = clause.norm(0)
    bare = first[1:] if first[:1] in "وف" and len(first) > 3 else first
    starts = ("adjunct", "circumstance", "connective", "before_verb", "source", "adverbial")
    token = clause.reading.document.tokens[clause.elements[0].first].norm
    glued = token[:1] in "بل" and not token.startswith(("بل", "لا", "لم", "لن", "لي")) and len(token) > 3
    opened = glued or any(first in words[name] or bare in words[name] for name in starts)
    return opened or clause.elements[0].kind is Kind.DATE
