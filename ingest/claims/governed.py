"""Whether the actor before a verb belongs to an adjunct, so that the subject stands behind the verb."""

from __future__ import annotations

from ingest.mention import Kind, Mention, Reading
from ingest.mentions.words.title_heads import had_been
from ingest.parts import Sentence
from ingest.pattern import Hit
from ingest.word_lists import word_lists

_MARKS = frozenset("،,")


def is_governed(hit: Hit, actor: Mention) -> bool:
    """"عضوا في الاتحاد الأوروبي، التقى …": the actor is no subject; neither is a body or state before a comma."""
    tokens = hit.skeleton.reading.document.tokens
    comma = actor.last < hit.token("verb") and tokens[actor.last].norm in _MARKS
    if comma and actor.kind not in (Kind.PERSON, Kind.TITLE):
        return True
    return in_adjunct(hit.skeleton.reading, hit.skeleton.sentence, actor)


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
