"""What ties a sentence to a main meeting: words for its margins, or "during" before it."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, STOPS, Clause, words_of
from ingest.claims.side_meeting.parties import referent, tells, word_at
from ingest.mention import Kind, Reading
from ingest.mentions.meetings.lexicon import any_of
from ingest.mentions.meetings.naming.edges import is_edge
from ingest.mentions.meetings.scene import bare
from ingest.parts import Sentence, within
from ingest.sieve import Sieve
from kg.claim import Referent

_ITS = ("ها", "شه", "سه", "ته", "هما")   # of "هامشه", "كواليسه", "أروقته"
_on_margin = Sieve(lambda norm: tells(norm, "margin"))
_during = Sieve(lambda norm: tells(norm, "during"))
_marginal = Sieve(lambda norm: tells(norm, "margin") or bare(norm) in any_of("at_the_edge", "on_occasion"))


def may_tie(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence has a meeting or words for its margins: without them nothing ties it to a main meeting."""
    document = reading.document
    places = document.once("margins", lambda: document.sifted(_marginal))
    return bool(within(places, sentence)) or any(mention.kind is Kind.MEETING for mention in reading.within(sentence))


def margin_of(row: Clause, last: Referent | None) -> tuple[int | None, Referent | None]:
    """Where the words that tie to the main meeting stand, and the main meeting: named after them, or spoken of before."""
    for _, i in words_of(row.reading, row.sentence, "on the margins", _on_margin):
        if row.norm(i).endswith(_ITS):
            return i, _spoken_of(row, i) or last  # "شارك في المؤتمر، وعقد على هامشه لقاء مع فلان"
        for k in range(i + 1, min(i + 8, len(row.elements))):
            if row.norm(k) in COMMAS | STOPS:
                break
            if row.elements[k].kind is Kind.MEETING and not tells(word_at(row, k), "verb") and referent(row, k):
                return i, referent(row, k)
        return i, last
    for _, i in words_of(row.reading, row.sentence, "during a meeting", _during):
        if i + 2 >= len(row.elements) or _its_frame(row, i):
            continue
        following = row.elements[i + 1 + tells(row.norm(i + 1), "programme")].mention
        if following is None or following.kind is not Kind.MEETING:
            continue
        if following.referent is not None and "bilateral" not in following.tags:
            return i, following.referent
    if last is not None:
        for i in range(len(row.elements)):
            if is_hour(row, i):
                return i, last
    return None, None


def _spoken_of(row: Clause, at: int) -> Referent | None:
    """The meeting that the sentence has named last before "its margins"."""
    for i in range(at - 1, -1, -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind is Kind.MEETING and not tells(word_at(row, i), "verb"):
            return None if "bilateral" in mention.tags else mention.referent
    return None


def _its_frame(row: Clause, at: int) -> bool:
    """ "عقد المجلس اجتماعا في إطار الحوار مع فلان": the meeting is a session of what it is held within."""
    return tells(row.norm(at + 1), "frame") and any(tells(word_at(row, i), "noun") for i in range(max(0, at - 2), at))


def is_hour(row: Clause, at: int) -> bool:
    """ "قبيل انطلاق الأعمال": the hour of the main meeting, which ties to it like its margins."""
    return is_edge(row.reading.document.norms, row.elements[at].first) if row.elements[at].mention is None else False
