"""Of what a verb tells, by its pronoun and by the verb in front of it.

"أقر المؤتمر إنشاء أمانة يرأسها فلان": what is headed is feminine, not the conference. "استقبل الملك فلانا، وقال في كلمته":
the second verb has the subject of the first, not its object.
"""

from __future__ import annotations

from functools import cache

from ingest.mention import Kind, Mention
from ingest.mentions.words.name_words import is_common, is_verbal
from ingest.pattern import Hit, words_of
from ingest.skeleton import Skeleton

_CLAUSE = 7  # tokens in front of a predicate among which its clause begins
_NAME = 4  # letters of a name that is no mention
_AND = 3  # tokens in front of a predicate among which its verb stands: "وقال في كلمته"


def is_of_another(hit: Hit, meeting: Mention) -> bool:
    """Whether the pronoun of a verb behind a meeting is feminine, and no word of that meeting is."""
    at = hit.token("verb")
    norms = hit.skeleton.reading.document.norms
    if not hit.has("meeting") or meeting.last > at or norms[at].removeprefix("و") not in _with_her():
        return False
    named, works = norms[meeting.first : meeting.last], words_of("participation", "works")
    return not any(norm.endswith(("ه", "ات")) or any(word in norm for word in works) for norm in named)


@cache
def _with_her() -> frozenset[str]:
    lists = ("chair_it", "run_it")
    return frozenset(norm for name in lists for norm in words_of("participation", name) if norm.endswith("ها"))


def subject_of_first(skeleton: Skeleton, at: int) -> Mention | None:
    """The person who receives or meets others at the head of the sentence, where a verb is joined to that by "and"."""
    norms, first = skeleton.reading.document.norms, skeleton.sentence.first
    if norms[first].removeprefix("و") not in _with_object():
        return None
    if not any(norms[i].startswith("و") and norms[i - 1] in ("،", ",") for i in range(max(first + 2, at - _AND), at + 1)):
        return None
    told = [m for m in skeleton.mentions if m.kind is Kind.PERSON and first < m.first < at and m.referent is not None]
    return told[0] if len(told) > 1 and not told[0].prefix else None


@cache
def _with_object() -> frozenset[str]:
    return words_of("participation", "receive") | words_of("participation", "meet_one")


def has_subject(skeleton: Skeleton, at: int, after: int) -> bool:
    """ "قال المتحدث إن غوتيريش سيعقد اجتماعا": whether a clause that begins behind a token has a subject of its own, who is
    nobody known by name, and not the one who speaks."""
    norms = skeleton.reading.document.norms
    that = next((i for i in range(at - 1, max(after - 1, at - 1 - _CLAUSE), -1) if norms[i] in ("ان", "بان", "وان")), at)
    if that + 1 >= at:
        return False
    name = that + 1 + is_verbal(norms[that + 1])
    named = name < at and _may_be_name(norms[name])
    return named and not any(m.first <= name < m.last for m in skeleton.mentions)


def _may_be_name(norm: str) -> bool:
    return len(norm) >= _NAME and norm.isalpha() and not is_common(norm) and not is_verbal(norm)
