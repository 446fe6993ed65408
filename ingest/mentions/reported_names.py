"""Names of speakers that no list holds: what stands between a verb of saying with an office and "that" is the holder's name.

"قال والي ولاية الشمال نمر عبد الرحمن إن …": whatever the words mean elsewhere, here they can only be a name. In
"قالت مديرة المنظمة لإقليم المتوسط حنان بلخي إن …" a sure name ends the phrase although the office was read only in part.
"""

from __future__ import annotations

from ingest.mentions.courtesy import skip_honorifics
from ingest.mentions.names import Name, Names, is_particle
from ingest.mentions.sayings import THAT, is_saying, is_telling
from ingest.mentions.title_heads import Title, heads
from ingest.mentions.words import Word, is_second_half, is_verbal

_BRIDGE = 8     # tokens of an office that were not understood
_LONGEST = 4    # tokens of the longest such name
_TIME = frozenset({"اليوم", "امس", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"})
_MARKED = (Word.GIVEN, Word.WEAK, Word.UNKNOWN, Word.SERVANT, Word.DERIVED)
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
    if 2 <= end - at <= _LONGEST and all(_may_be(names, i, at) for i in range(at, end)):
        if any(names.words[i] in _MARKED for i in range(at, end)):
            parts = sum(names.words[i] not in (Word.LINK, Word.LEAD, Word.SERVANT) for i in range(at, end))
            return Name(at, end, "", True, max(2, parts))
    return _behind_bridge(names, at, end)


def _that(names: Names, at: int) -> int | None:
    """The token "that" a few words behind `at`, with neither a mark nor another verb or office between."""
    tokens = names.document.tokens
    for i in range(at, min(len(tokens), at + _BRIDGE + _LONGEST)):
        if names.sentence[i] != names.sentence[at]:
            return None
        norm = tokens[i].norm
        if norm in THAT:
            return i
        if names.words[i] in (Word.MARK, Word.LATIN) or is_saying(norm) or norm in _TIME:
            return None
    return None


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
        if name is None or name.last != end or name.parts < 2 or not name.sure or name.prefix:
            continue
        if names.words[first] not in (Word.GIVEN, Word.SERVANT, Word.WEAK):
            continue
        bridge = range(at, first)
        opened = any(tokens[i].norm.startswith(_BRIDGING) or is_particle(tokens[i].norm) or i in names.blocked for i in bridge[:2])
        clear = not any(heads().openings(tokens[i].norm) or is_verbal(tokens[i].norm) for i in bridge if i not in names.blocked)
        return name if opened and clear else None
    return None
