"""Who said what: one statement for each report of somebody's words, with the reported words as evidence.

A report ends where the next one in the sentence begins; a quotation that is still open runs on to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ingest.claims.clause import Clause, clause
from ingest.claims.speaker import Memory, bare_words
from ingest.claims.speech import openings, verb_at
from ingest.claims.statement.ending import content
from ingest.claims.statement.reporting import cues
from ingest.claims.statement.sources import Cue
from ingest.claims.statement.verbless import alone
from ingest.document import Zone
from ingest.mention import Kind, Reading
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import M

# Share of statements of this kind that were right on read articles.
_CONFIDENCE = {"named": 0.93, "document": 0.85, "described": 0.8, "back": 0.85, "continued": 0.82, "source": 0.82}


def extract(reading: Reading) -> Iterator[Claim]:
    """The statements of an article, in the order of the text."""
    if reading.document.language != "ar":
        return
    memory = Memory(known=_known(reading), offices=_offices(reading))
    meeting: tuple[Referent, Referent, int] | None = None   # speaker, meeting, paragraph
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        row = clause(reading, sentence)
        headline = sentence.zone is Zone.TITLE
        memory.issued_in(row)
        found = list(cues(row, Memory(known=memory.known) if headline else memory))
        if not found and not headline and (quoted := alone(row, memory)) is not None:
            found = [quoted]
        for number, cue in enumerate(found):
            span = content(row, found, number)
            if span is None:
                continue
            at = _meeting(row, cue)
            for speaker in cue.speakers:
                if at is not None:
                    meeting = (speaker, at, sentence.paragraph)
                here = meeting[1] if meeting and meeting[0] == speaker and meeting[2] == sentence.paragraph else None
                yield _claim(reading, speaker, here, span, cue)
        if not headline and not found:
            memory.forget_issuer(row)
            _remember_topic(row, memory)


def _known(reading: Reading) -> dict[str, Referent]:
    """The parts of the names of the persons of an article, so that a bare surname finds its bearer."""
    tokens = reading.document.tokens
    known: dict[str, Referent] = {}
    for mention in reading.mentions:
        if mention.kind is Kind.PERSON and mention.referent is not None and not mention.coref:
            for token in tokens[mention.first : mention.last]:
                if mention.name.start <= token.start < mention.name.end and len(token.norm) > 3:
                    known.setdefault(token.norm, mention.referent)
    return known


def _offices(reading: Reading) -> dict[str, frozenset[str]]:
    """The bare words of the offices that each person of the article is told to hold, and the keys of whose they are."""
    offices: dict[str, frozenset[str]] = {}
    tokens, text = reading.document.tokens, reading.document.text
    for mention in reading.mentions:
        if mention.kind is Kind.PERSON and mention.referent is not None and mention.post is not None:
            key, name = mention.referent.key, mention.name
            around = text[tokens[mention.first].start : name.start] + text[name.end : tokens[mention.last - 1].end]
            told = bare_words(mention.post.surface) | bare_words(around)  # "فلان، السفير الممثل الدائم"
            of = frozenset() if mention.post.of is None else frozenset({mention.post.of.key})
            offices[key] = offices.get(key, frozenset()) | told | of
    return offices


def _meeting(row: Clause, cue: Cue) -> Referent | None:
    """The meeting at which the words fell: told as a circumstance between the verb and the words, or at the head of the
    sentence."""
    words = openings()
    first = row.norm(0)
    fronted = first in words["at_meeting"] or (first[:1] == "و" and first[1:] in words["at_meeting"])
    for i in range(0 if fronted else cue.begin, cue.content):
        element = row.elements[i]
        if i < cue.begin and (element.norm in words["that"] or (element.norm and verb_at(element.norm) is not None)):
            return None
        if element.norm in words["relative"]:
            return None
        if element.kind is Kind.MEETING and element.mention is not None and _is_circumstance(row, i):
            return element.mention.referent
    return None


def _is_circumstance(row: Clause, i: int) -> bool:
    """Whether the meeting at element `i` tells where something was said: "خلال القمة", "لدى افتتاح المؤتمر"."""
    words = openings()
    if row.elements[i].prefix.endswith("ب"):
        return row.norm(i - 1) not in words["taking_part"]
    k = i - 1
    while k > i - 4 and row.norm(k) in words["meeting_part"]:
        k -= 1
    governed = row.norm(k - 1) in words["taking_part"] and row.norm(k - 2) not in words["at_meeting"]
    before = row.norm(k)
    return (before in words["at_meeting"] or (before[:1] == "و" and before[1:] in words["at_meeting"])) and not governed


def _remember_topic(row: Clause, memory: Memory) -> None:
    """The actor at the head of a sentence in which nobody speaks may be the one who speaks in the next; so may the one
    behind "جاء ذلك في تغريدة لفلان"."""
    if row.norm(0) in openings()["came"] and row.norm(1) in openings()["came_this"]:
        for element in row.elements[2:]:
            mention = element.mention
            if mention is not None and mention.kind is Kind.PERSON and mention.referent:
                memory.topic = (mention.referent, row.sentence.index)
                return
    for element in row.elements[:8]:
        mention = element.mention
        if mention is not None and mention.kind is Kind.PERSON and mention.prefix in ("", "و") and mention.referent:
            memory.topic = (mention.referent, row.sentence.index)
            return


def _claim(reading: Reading, speaker: Referent, meeting: Referent | None, span: Span, cue: Cue) -> Claim:
    slots: list[tuple[Iri, Slot]] = [(M.topicSpeaker, speaker)]
    key = f"{speaker.type}|{speaker.key}|{span.start}"
    if meeting is not None:
        slots.append((M.topicMeeting, meeting))
        key += f"|{meeting.key}"
    frame = Referent(M.Statement, key, slots=tuple(slots))
    confidence = _CONFIDENCE[cue.how] - (0.05 if cue.intro not in ("that", "colon", "source", "before") else 0.0)
    words = reading.document.text[span.start : span.end]
    denied = cue.verb is not None and cue.verb.act == "deny"  # then the speaker says that the content is not so
    modality = Modality.DENIED if denied else Modality.REPORTED
    return Claim(frame, M.statedContent, words, modality, (span,), float(round(Decimal(confidence), 2)),
                 f"statement.{cue.how}_{cue.intro}", attributed_to=speaker)
