"""Names told by their place in a list: "and the Tajik X, and the Kyrgyz Y", "both X and Y", an office and an unknown name.

What stands between such an opening and the end of an item of the list can only be a name, whatever its words mean elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.names.ends import is_particle
from ingest.mentions.words.courtesy import skip_honorifics
from ingest.mentions.words.name_words import Word, is_verbal, shapes, starts_phrase
from ingest.mentions.words.sayings import is_saying, is_telling
from ingest.mentions.words.title_heads import heads

_LONGEST = 4
_CLOSING = frozenset("،,؛;.)؟!")
_SURE = (Word.GIVEN, Word.WEAK, Word.SERVANT)
_MARKED = (*_SURE, Word.UNKNOWN)
_INNER = ([Word.UNKNOWN], [Word.GIVEN])  # behind a middle name: "باكاري يووا سيدو"
_LAST = (*_MARKED, Word.ARTICLE)
_PLAIN = (*_MARKED, Word.LINK, Word.LEAD, Word.ARTICLE, Word.TAIL, Word.DERIVED)


def closed_run(names: Names, at: int, prefix: str = "") -> Name | None:
    """The two to four words from a token to the end of its item, if they can be a name; `prefix` is glued to the first."""
    end = at
    while end < len(names.words) and end - at <= _LONGEST and not _closes(names, end, at):
        if not _may_be(names, end, at):
            return None
        end += 1
    run = range(at, end)
    fits = 2 <= len(run) <= _LONGEST and any(names.words[i] in _MARKED for i in run)
    return Name(at, end, prefix, True, len(run)) if fits else None


def held_name(names: Names, at: int) -> Name | None:
    """The name behind an office that begins with a given name and fills the item: "رئيس المجلس قربان قولي محمدوف و…"."""
    at = skip_honorifics(names.document, at)
    if at >= len(names.words) or names.words[at] not in _SURE or at in names.blocked:
        return None
    if is_verbal(names.document.tokens[at].norm):
        return None
    name = closed_run(names, at)
    return name if name is not None and all(names.words[i] in _PLAIN for i in range(at, name.last)) else None


def between(names: Names, name: Name, end: int) -> Name | None:
    """The name from where one begins up to an office behind it, where a rank stands before it: "السفير حمدي سند لوزا نائب
    وزير …"."""
    run = range(name.first, end)
    fits = names.words[end - 1] in _LAST and all(_may_be(names, i, name.first) for i in run)
    return Name(name.first, end, name.prefix, True, len(run)) if fits else None


def both(names: Names, taken: set[int]) -> Iterator[Name]:
    """The names behind "both": "ضم كلا من فاضل ميراني وبنكين ريكاني"."""
    tokens, each = names.document.tokens, shapes("both")
    for i in range(len(tokens) - 2):
        if tokens[i].norm.removeprefix("و") in each and tokens[i + 1].norm == "من":
            yield from _row(names, i + 2, taken)


def _row(names: Names, at: int, taken: set[int]) -> Iterator[Name]:
    """Names joined by "and", the first of which begins at a token."""
    tokens, prefix = names.document.tokens, ""
    while at < len(tokens):
        start = skip_honorifics(names.document, at) if not prefix else at
        if start >= len(tokens) or start in taken or names.sentence[start] != names.sentence[at]:
            return
        name = closed_run(names, start, prefix)
        plain = name is not None and all(names.words[i] in _PLAIN for i in range(start + bool(prefix), name.last))
        if name is None or not plain or starts_phrase(tokens[start].norm) or heads().openings(tokens[start].norm):
            return
        yield name
        at = name.last
        if at >= len(tokens) or tokens[at].norm[0] != "و" or len(tokens[at].norm) < 4:
            return
        prefix = "و"


def _closes(names: Names, at: int, first: int) -> bool:
    """Whether an item of a list ends before a token: a mark, a particle, or "and" glued to the next item."""
    norm = names.document.tokens[at].norm
    if names.sentence[at] != names.sentence[first] or norm in _CLOSING:
        return True
    return at - first >= 2 and ((norm[0] == "و" and len(norm) > 3) or is_particle(norm))


def _may_be(names: Names, at: int, first: int) -> bool:
    """Whether a word may stand in a name that only its place tells: no particle, no verb of saying, no other mention."""
    norm = names.document.tokens[at].norm
    if at in names.blocked or names.words[at] in (Word.MARK, Word.LATIN) or is_telling(norm):
        return False
    if names.words[at] in _SURE:
        return True
    surface = names.document.text[names.document.tokens[at].start]
    if is_particle(norm) and not (at == first and surface == "إ"):
        return False  # "إمام علي", but not "أمام"
    if at == first:
        return not norm.startswith("ال")
    inside = at == first + 1 and names.words[at] is Word.UNKNOWN and names.words[at + 1 : at + 2] in _INNER
    return not (is_saying(norm) or is_verbal(norm, known=inside))
