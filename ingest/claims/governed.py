"""Whether the actor before a verb belongs to an adjunct, so that the subject stands behind the verb."""

from __future__ import annotations

from ingest.mention import Kind, Mention, Reading
from ingest.mentions.words.title_heads import had_been
from ingest.parts import Sentence
from ingest.pattern import Hit
from ingest.word_lists import word_lists

_MARKS = frozenset("،,")
_SUBJECTS = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION, Kind.PERSON, Kind.TITLE})
_INSERTED = 25  # tokens of an insertion between a subject and its verb


def is_governed(hit: Hit, actor: Mention) -> bool:
    """"عضوا في الاتحاد الأوروبي، التقى …": the actor is no subject; neither is a body or state before a comma."""
    tokens = hit.skeleton.reading.document.tokens
    comma = actor.last < hit.token("verb") and tokens[actor.last].norm in _MARKS
    if comma and actor.kind not in (Kind.PERSON, Kind.TITLE):
        return True
    return in_adjunct(hit.skeleton.reading, hit.skeleton.sentence, actor)


def outside_insertion(hit: Hit, actor: Mention) -> Mention | None:
    """The one behind whom an insertion begins in which an actor before a verb stands: "إن الكويت، إلى جانب هولندا وتركيا،
    ستستضيف"."""
    reading, sentence = hit.skeleton.reading, hit.skeleton.sentence
    norms = reading.document.norms
    if actor.last >= hit.token("verb") or norms[actor.last] not in _MARKS:
        return None
    back = range(actor.first - 1, max(sentence.first, actor.first - _INSERTED), -1)
    comma = next((i for i in back if norms[i] in _MARKS), None)
    opens = "" if comma is None else norms[comma + 1]
    if comma is None or not (opens.startswith("ال") or opens in word_lists("left_out.toml")["inserted"]):
        return None
    if next(reading.starting(comma + 1, comma + 2), None) is not None:
        return None  # "مصر، الأردن، تركيا": a list
    subject = next((m for m in hit.skeleton.mentions if m.last == comma and m.kind in _SUBJECTS and not m.prefix), None)
    return None if subject is None or in_adjunct(reading, sentence, subject) else subject


def in_adjunct(reading: Reading, sentence: Sentence, actor: Mention) -> bool:
    """"في مقر السفير الياباني التقى …": a preposition governs the actor, or the noun that it belongs to."""
    tokens, first = reading.document.tokens, sentence.first
    words = word_lists("encounters.toml")
    if actor.prefix.lstrip("وف") in ("ب", "ل", "ك"):
        return True
    before = tokens[actor.first - 1].norm if actor.first > first else ""
    if had_been(reading.document, actor.first):
        return True
    if before in words["governing"] or before in words["at_place"]:
        return True
    possessed = before.isalpha() and not before.startswith(("ال", "و")) and before not in words["clause_opening"]
    return possessed and actor.first - 1 > first and tokens[actor.first - 2].norm in words["governing"]
