"""Names of speakers that no list holds: what stands between a verb of saying with an office and "that" is the holder's name.

"قال والي ولاية الشمال نمر عبد الرحمن إن …": whatever the words mean elsewhere, here they can only be a name. In
"قالت مديرة المنظمة لإقليم المتوسط حنان بلخي إن …" a sure name ends the phrase although the office was read only in part.
"""

from __future__ import annotations

from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.names.ends import is_particle
from ingest.mentions.words.courtesy import skip_honorifics
from ingest.mentions.words.name_words import Word, is_second_half, is_verbal, shapes, starts_phrase
from ingest.mentions.words.sayings import is_saying, is_telling, that
from ingest.mentions.words.title_heads import Title, heads

_BRIDGE = 8     # tokens of an office that were not understood
_AHEAD = 14     # tokens from a comma behind the name to "that"
_LONGEST = 4    # tokens of the longest such name
_LONGEST_FULL = 6   # of one that begins with a given name
_MARKED = (Word.GIVEN, Word.WEAK, Word.UNKNOWN, Word.SERVANT)
_JOINING = (Word.LINK, Word.LEAD, Word.SERVANT)
_BRIDGING = ("لل", "ل", "بال", "ب", "وال", "ال")


def reported_name(names: Names, title: Title, opens: int) -> Name | None:
    """The name at the end of the words between an office and "that"; `opens` is where the phrase of the office begins."""
    tokens = names.document.tokens
    if not title.extended and not title.head.bare:
        return None
    if not opens or not is_saying(tokens[opens - 1].norm) or names.sentence[opens - 1] != names.sentence[title.first]:
        return None
    at = skip_honorifics(names.document, title.last)
    end = _that(names, at)
    if end is None:
        return None
    plain = not starts_phrase(tokens[at].norm) or names.words[at] in (Word.GIVEN, Word.SERVANT)
    run = range(at, end)
    plain = plain and (tokens[end].norm in that() or names.words[at] in _MARKED)
    fits = plain and 2 <= len(run) <= _LONGEST and all(_may_be(names, i, at) for i in run)
    if fits and any(names.words[i] in _MARKED for i in run):
        return Name(at, end, "", True, max(2, sum(names.words[i] not in _JOINING for i in run)))
    return _behind_bridge(names, at, end) if tokens[end].norm in that() else None


def reported_before(names: Names, end: int, comma: bool = True) -> Name | None:
    """ "قال نبيل وزاع، الأمين العام …": all words between a verb of saying and the comma before an office."""
    tokens = names.document.tokens
    at = end
    while at > 0 and end - at < _LONGEST_FULL and not is_saying(tokens[at - 1].norm):
        at -= 1
    if end - at < 2 or not at or not is_saying(tokens[at - 1].norm) or names.sentence[at - 1] != names.sentence[end - 1]:
        return None
    at = skip_honorifics(names.document, at)
    given = names.words[at] in (Word.GIVEN, Word.SERVANT)
    if not 2 <= end - at <= (_LONGEST_FULL if given else _LONGEST) or not (given or comma):
        return None
    if names.words[at] not in _MARKED or starts_phrase(tokens[at].norm):
        return None
    return Name(at, end, "", True, 2) if all(_may_be(names, i, at) for i in range(at, end)) else None


def _that(names: Names, at: int) -> int | None:
    """The token "that" a few words behind `at`, with neither a mark nor another verb or office between."""
    tokens = names.document.tokens
    for i in range(at, min(len(tokens), at + _BRIDGE + _LONGEST)):
        if names.sentence[i] != names.sentence[at]:
            return None
        norm = tokens[i].norm
        if norm in that():
            return i
        if norm in "،,":
            return i if i > at and _said_behind(names, i + 1) else None
        if names.words[i] in (Word.MARK, Word.LATIN) or is_saying(norm) or norm in shapes("days"):
            return None
    return None


def _said_behind(names: Names, at: int) -> bool:
    """ "قال … إريك دياو، لوكالة الأنباء، إن": only a circumstance stands between the comma and "that"."""
    for token in names.document.tokens[at : at + _AHEAD]:
        if token.norm in that():
            return True
        if is_saying(token.norm) or is_telling(token.norm):
            return False
    return False


def _may_be(names: Names, at: int, first: int) -> bool:
    """Whether a word may stand in such a name: no particle, no participle, with the article only behind another word."""
    norm = names.document.tokens[at].norm
    if at in names.blocked or is_particle(norm) or is_telling(norm) or (is_verbal(norm) and at > first):
        return False
    article = norm.startswith("ال") and len(norm) > 4
    if article and at == first:
        return False
    if norm.endswith(("ته", "تها", "تهم")) and len(norm) > 4:
        return False
    paired = at > first and (names.words[at - 1] is Word.SERVANT or is_second_half(norm))
    return not (article and names.words[at] is Word.DEFINITE and not paired and at + 1 < first + 2)


def _behind_bridge(names: Names, at: int, end: int) -> Name | None:
    """A sure full name right before "that", behind words that go on with the office: prepositional phrases, adjectives."""
    tokens = names.document.tokens
    for first in range(at + 1, end - 1):
        name = names.forward(first)
        given = names.words[first] in (Word.GIVEN, Word.SERVANT)
        if name is not None and given and name.parts >= 2 and not name.prefix and name.last == end - 1:
            return None  # "وصف … أسامة حماد الوفد بأنه": an object stands behind the name
        if name is None or name.last != end or name.parts < 2 or name.prefix:
            continue
        if names.words[first] not in (Word.GIVEN, Word.SERVANT, Word.WEAK):
            continue
        bridge = [tokens[i].norm for i in range(at, first) if i not in names.blocked]
        opened = len(bridge) < first - at or any(n.startswith(_BRIDGING) or is_particle(n) for n in bridge[:2])
        clear = not any(heads().openings(norm) or is_verbal(norm) for norm in bridge)
        return name if opened and clear else None
    return None
