"""A gathering that its clause calls by a noun as well: "اجتمع القادة أمس في C في قمة استثنائية"."""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.scene import Scene, bare
from ingest.parts import Sentence

_CLAUSE = 30  # tokens behind a verb of gathering in which the noun stands


def called_so(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Does a noun without the article, behind "in" or "during", say what they met in? Then that tells the meeting."""
    for index in range(at + 1, min(at + _CLAUSE, sentence.last - 1)):
        word = scene.norm(index)
        if word in ".؛:" or bare(word) in words("relative") or bare(word) in words("other_clause_begins"):
            return False
        form = scene.noun(index) if scene.at(index) is None else None
        if form is None or form.noun.group in ("works", "session", "edition", "plural"):
            continue
        plain = not (form.definite or form.possessive or form.prefix) and scene.norm(index - 1) in words("in_a_meeting")
        return plain and _plain(scene, index + 1)
    return False


def _plain(scene: Scene, behind: int) -> bool:
    """No place, body or definite noun makes it a meeting that is known: "في قمة الرياض", "في اجتماع اللجنة"."""
    mention, word = scene.at(behind), scene.norm(behind)
    if mention is not None:
        return mention.kind in (Kind.DATE, Kind.NISBA) or mention.prefix == "ب"
    if bare(word) in any_of("previous", "following"):
        return False
    return word in "،." or word in adjectives() or not word.startswith(("ال", "لل"))
