"""What stands between a predicate and its subject: circumstances, phrases with a preposition, insertions, the object."""

from __future__ import annotations

from ingest.claims.adjuncts import insertion
from ingest.claims.clause import ACTORS, COMMAS, DASHES, QUOTES, STOPS
from ingest.claims.participation.scene.lexicon import is_, words
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.speech import PRONOUNS
from ingest.mention import Kind

_NOUNS = 8  # elements of a phrase
_LOOSE = frozenset({Kind.DATE, Kind.PLACE, Kind.NUMBER, Kind.MEETING, Kind.NISBA})
_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})


def is_definite(norm: str) -> bool:
    return (norm.startswith("ال") and len(norm) > 3) or (norm.startswith("لل") and len(norm) > 3)


def opens_phrase(norm: str) -> bool:
    """A preposition, or a noun with one glued to it."""
    if is_(norm, "prepositions"):
        return True
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 4 else norm
    return len(word) > 3 and word[0] in "بل" and not is_(norm, "own_letter")


def past_phrase(scene: Scene, at: int) -> int:
    """The element behind a phrase whose first word stands at `at`: nouns up to a definite one, and its adjectives."""
    i, definite = at + 1 if is_(scene.norm(at), "prepositions") else at, False
    end = min(len(scene), at + _NOUNS)
    while i < end:
        mention, norm = scene.mention(i), scene.norm(i)
        if mention is not None:
            if is_owned(scene, i):
                i += 2 if scene.kind(i + 1) is not None else 3
                continue
            if definite and mention.kind in ACTORS and mention.prefix == "":
                return i
            if mention.kind in _PEOPLE and definite:
                return i
            definite, i = True, i + 1
        elif norm in COMMAS or norm in STOPS or norm in QUOTES or norm in DASHES or norm in "():":
            return i
        elif is_definite(norm) or (norm.endswith(PRONOUNS) and not scene.is_closed(i)) or is_(norm, "stage"):
            if definite and (is_(norm, "national") or is_(norm, "many") or not norm.startswith("ال")):
                return i
            definite, i = True, i + 1
        elif definite or (i > at and (opens_phrase(norm) or (is_(norm, "each") and scene.norm(i + 1) == "من"))):
            return i
        else:
            i += 1
    return i


def past_circumstance(scene: Scene, at: int) -> int:
    """The element behind whatever stands between a predicate and its subject, one step; the element itself if nothing."""
    if at >= len(scene):
        return at
    kind, norm = scene.kind(at), scene.norm(at)
    if kind is not None:
        mention = scene.mention(at)
        if is_owned(scene, at):
            return at
        oblique = mention is not None and mention.prefix[-1:] in ("ب", "ل", "ك") and mention.prefix != ""
        return at + 1 if kind in _LOOSE or oblique else at
    if norm == "(":
        return insertion(scene.row, at)
    if norm in COMMAS or norm in DASHES:
        end = insertion(scene.row, at)
        return end if end > at and not _is_actor(scene, at + 1) else at + 1
    if norm in QUOTES:
        behind = scene.mention(at - 1) is not None and at in scene.row.quote_end
        return scene.row.quote_end[at] + 1 if behind else at + 1
    if is_(norm, "adverbs") or (len(norm) > 3 and norm.endswith("يا") and norm not in words("many")):
        return at + 1
    if is_(norm, "manner"):
        return at + 2
    if opens_phrase(norm) or is_(norm, "stage"):
        return past_phrase(scene, at)
    return at


def _is_actor(scene: Scene, at: int) -> bool:
    return at < len(scene) and scene.kind(at) in ACTORS


def is_owned(scene: Scene, at: int) -> bool:
    """Whether a meeting is that of those named behind it: "مباحثات وزير خارجية قطر", "قمة قادة الحلف"."""
    mention = scene.mention(at)
    if mention is None or mention.kind is not Kind.MEETING or at + 1 >= len(scene):
        return False
    last = scene.skeleton.reading.document.tokens[mention.last - 1].norm
    governs = mention.last - mention.first == 1 and not is_definite(last) and last[-1] != "ا"
    behind = scene.norm(at + 1)
    named = _is_actor(scene, at + 1) and not scene.row.elements[at + 1].prefix
    return (named and (governs or is_(last, "many"))) or (governs and is_(behind, "many"))
