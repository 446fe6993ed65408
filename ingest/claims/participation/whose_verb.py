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
from ingest.word_lists import word_lists

_CLAUSE = 7  # tokens in front of a predicate among which its clause begins
_NAME = 4  # letters of a name that is no mention
_ENDS = frozenset("،,؛:")
_TEAM = 9  # tokens between a team without an article and what is told of it
_AND = 3  # tokens in front of a predicate among which its verb stands: "وقال في كلمته"


def is_of_another(hit: Hit, meeting: Mention) -> bool:
    """Whether the pronoun of a verb behind a meeting is feminine, and no word of that meeting is, or means a team."""
    at = hit.token("verb")
    norms = hit.skeleton.reading.document.norms
    named = hit.has("meeting") and meeting.last <= at
    after, presides = meeting.last if named else hit.skeleton.sentence.first, hit.rule.fields["role"] == "chair"
    if presides and norms[at] in _with_pronoun() and _is_of_team(hit.skeleton, at, after):
        return True
    if not named or norms[at].removeprefix("و") not in _with_her():
        return False
    its_words, works = norms[meeting.first : meeting.last], words_of("participation", "works")
    return not any(norm.endswith(("ه", "ات")) or any(word in norm for word in works) for norm in its_words)


def _is_of_team(skeleton: Skeleton, at: int, after: int) -> bool:
    """ "منذ انتخب الاتحاد مفوضية جديدة يرأسها فلان": a clause behind a noun without an article is told of it."""
    norms, teams = skeleton.reading.document.norms, word_lists("scene.toml")["team"]
    for i in range(at - 1, max(after, at - _TEAM) - 1, -1):
        if norms[i] in _ENDS or norms[i] in words_of("participation", "relative"):
            return False
        if norms[i] in teams and norms[i].endswith("ه") == norms[at].endswith("ها"):
            return not any(m.first <= i < m.last for m in skeleton.mentions)
    return False


@cache
def _with_pronoun() -> frozenset[str]:
    return words_of("participation", "chair_it") | words_of("participation", "run_it")


@cache
def _with_her() -> frozenset[str]:
    return frozenset(norm for norm in _with_pronoun() if norm.endswith("ها"))


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
