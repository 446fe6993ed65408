"""Names as they may begin behind a title only: with the article, with "ould", with a given name of two common words."""

from __future__ import annotations

from itertools import pairwise

from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.names.ends import is_particle
from ingest.mentions.names.slots import Place, odd_opening
from ingest.mentions.words.name_words import (
    Word,
    is_compound_head,
    is_family,
    is_given,
    is_second_half,
    is_status,
    is_verbal,
    shapes,
    starts_phrase,
)
from ingest.mentions.words.sayings import is_saying, that

_MARKS = frozenset("،,.؛)")
_SHORTEST = 4
"""Letters of the shortest common word that is taken for the family name of "الوزير ناصر جودة"."""


def behind_title(
    names: Names, at: int, told: bool, apart: bool, dual: bool, place: Place = Place.FREE
) -> Name | None:
    """The name that begins at a token behind a title.

    `told` if the title says more than its head, `apart` if it cannot go on, `dual`
    if two names are due, `place` whether a verb governs the title.
    """
    if at >= len(names.words) or at in names.blocked:
        return None
    name = names.forward(at, place=place) or (_behind_initials(names, at) if told else None)
    if name is None and told and odd_opening(names.document, names.words, at, place):
        rest = names.forward(at + 1, place=place)
        name = Name(at, rest.last, "", rest.sure, rest.parts + 1) if rest is not None else None
    if name is not None:
        return _with_family(names, name, apart) if told and name.parts == 1 and name.last == at + 1 else name
    if at + 1 >= len(names.words) or names.sentence[at] != names.sentence[at + 1]:
        return None
    norm, word, following = names.document.tokens[at].norm, names.words[at], names.words[at + 1]
    if is_compound_head(norm) and is_second_half(names.document.tokens[at + 1].norm):
        rest = names.forward(at + 2)  # "أسد الله أسدي"
        family = at + 2 < len(names.words) and at + 2 not in names.blocked and names.words[at + 2] is Word.ARTICLE
        alone = Name(at, at + 3, "", True, 2) if family else None  # "فتح الله السجلماسي"
        return Name(at, rest.last, "", True, rest.parts + 1) if rest is not None else alone
    if not told:
        return None
    free = at + 1 not in names.blocked
    if norm in shapes("ben") and following is Word.UNKNOWN and place is Place.RULED:
        rest = names.forward(at + 1, place=place)  # "الوزير البريطاني بن والاس"
        return Name(at, rest.last, "", True, rest.parts + 1) if rest is not None else None
    if norm in shapes("ould") and free and following in (Word.UNKNOWN, Word.DERIVED, Word.GIVEN, Word.ARTICLE):
        rest = names.forward(at + 1)
        return Name(at, rest.last if rest is not None else at + 2, "", True, rest.parts if rest is not None else 1)
    if is_status(norm):
        return names.forward(at + 1)  # "الجنرال المتقاعد فلان"
    halved = names.document.tokens[at - 1].norm in ("-", "–")
    if halved and word is Word.ARTICLE and norm.endswith(("ي", "يه")) and not is_given(norm[2:]):
        return names.forward(at + 1, place=place)  # "الكاتب الباسكي- القشتالي فلان"
    family = word is Word.ARTICLE or (dual and word is Word.DEFINITE)
    if family and following in (Word.UNKNOWN, Word.GIVEN, Word.SERVANT) and (apart or dual or is_given(norm[2:])):
        rest = names.forward(at + 1)
        opens = rest is None or starts_phrase(names.document.tokens[at + 1].norm)
        if apart and not (opens or dual or is_family(norm)) and rest is not None and rest.parts > 1 and norm.endswith("ي"):
            return rest if following is Word.GIVEN else None  # "الطبيب، المارتنيكي فلان بن فلان": where he comes from
        return None if rest is None or opens else Name(at, rest.last, "", rest.sure, rest.parts + 1)
    return None


def _behind_initials(names: Names, at: int) -> Name | None:
    """A name that begins with one or two initials, perhaps with dots."""
    start, tokens = at, names.document.tokens
    for _ in range(2):
        if start + 1 < len(tokens) and tokens[start].norm in shapes("initials"):
            start += 2 if tokens[start + 1].norm == "." else 1
    rest = names.forward(start) if start > at and names.sentence[min(start, len(tokens) - 1)] == names.sentence[at] else None
    if rest is None or is_verbal(tokens[rest.first].norm) or starts_phrase(tokens[rest.first].norm):
        return None
    return Name(at, rest.last, "", rest.sure, rest.parts + 1)


def _family(names: Names, at: int) -> bool:
    """An unknown word behind a common one that closes a name of three parts, by the mark or particle behind it."""
    norm = names.document.tokens[at].norm
    word = names.words[at]
    if word not in (Word.UNKNOWN, Word.ARTICLE) or is_verbal(norm) or starts_phrase(norm) or is_saying(norm):
        return False
    if at + 1 >= len(names.words) or names.words[at + 1] is Word.MARK:
        return True
    after = names.document.tokens[at + 1].norm
    return _closes(after) or (is_particle(after) and after not in shapes("tells_more"))


def _closes(norm: str) -> bool:
    """Whether a mark or "that" closes the name in front of it."""
    return norm in _MARKS or norm in that()


def _with_family(names: Names, name: Name, apart: bool = False) -> Name:
    """With a common word behind a given name of one word, if the phrase ends there: "وزير الخارجية ناصر جودة في"."""
    at = name.last
    tokens = names.document.tokens
    shut = at + 1 >= len(tokens) or _closes(tokens[at + 1].norm)
    given = names.words[name.first] in (Word.WEAK, Word.GIVEN) and at < len(tokens) and at not in names.blocked
    if apart and shut and given and names.words[at] is Word.UNKNOWN:
        return Name(name.first, at + 1, name.prefix, name.sure, 2)  # "رئيس المفوضية، عمر توراي."
    unknown = apart and names.words[name.first] is Word.UNKNOWN and not is_verbal(tokens[name.first].norm)
    if not (unknown or is_given(tokens[name.first].norm)) or at >= len(tokens) or at in names.blocked:
        return name
    norm = tokens[at].norm
    plain = names.words[at] is Word.COMMON and not norm.startswith(("ال", "لل"))
    if not plain or is_particle(norm) or is_saying(norm) or is_verbal(norm) or starts_phrase(norm):
        return name
    rest = names.forward(at + 1)
    if rest is not None and rest.parts == 1 and rest.last == at + 2 and _family(names, at + 1):
        return Name(name.first, at + 2, name.prefix, name.sure, 3)  # "السفير حمدي سند لوزا"
    if unknown:  # "وزير الخارجية، الشيخ أمادو سار، …"
        comma = at + 1 < len(tokens) and tokens[at + 1].norm in "،,"
        return Name(name.first, at + 1, name.prefix, name.sure, 2) if comma else name
    if len(norm) < _SHORTEST - apart:
        return name
    after = tokens[at + 1].norm if at + 1 < len(tokens) else "."
    ends = at + 1 >= len(tokens) or names.words[at + 1] is Word.MARK or is_particle(after) or after.startswith("و")
    closed = _closes(after) and norm[-1] not in "اه"  # "سفير لبنان رامي عدوان، ..."
    twice = closed or sum(a.norm == tokens[name.first].norm and b.norm == norm for a, b in pairwise(tokens)) > 1
    return Name(name.first, at + 1, name.prefix, name.sure, 2) if ends and twice else name
