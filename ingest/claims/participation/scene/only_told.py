"""Whether a meeting is named only as what something else is about, or is on the eve or the anniversary of.

"شارك فلان في ندوة حول القمة", "في الاحتفال بمرور عام على القمة", "حضر مأدبة عشاء عشية القمة".
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.claims.participation.background import is_talked_of
from ingest.claims.participation.scene.lexicon import words
from ingest.mention import Kind, Mention
from ingest.pattern import words_of
from ingest.skeleton import Skeleton
from ingest.word_lists import is_in

_YEARS = 5  # tokens between "مرور" and the meeting
_MEAL = 8  # tokens in front of the eve in which the meal is told


def is_only_told(skeleton: Skeleton, at: int, meeting: Mention) -> bool:
    """Whether what the predicate at a token is told of is not the meeting that its clause names behind it."""
    norms, first = skeleton.reading.document.norms, meeting.first
    if not at < first < skeleton.sentence.last:
        return False
    front = norms[first - 1]
    if front in words("about_it") or is_talked_of(skeleton, meeting, at):
        return True
    if front in words("eve"):
        return _has(norms[max(at, first - _MEAL) : first], "meal")
    return _has(norms[max(at + 1, first - _YEARS) : first], "anniversary")


def is_of_another(skeleton: Skeleton, at: int, meeting: Mention) -> bool:
    """Whether the pronoun of a verb behind a meeting means what is told in front of it: a meal on its eve, a session on it.

    "أقام عشاء عشية القمة … حضره فلان", "عقد البرلمان جلسة حول القمة حضرها فلان", "ندوة عن القمة شارك فيها فلان".
    """
    norms, first = skeleton.reading.document.norms, meeting.first
    if not skeleton.sentence.first < first < at:
        return False
    talked_of = is_talked_of(skeleton, meeting, skeleton.sentence.first)
    if talked_of or norms[first - 1] in words("about_it"):
        behind = norms[meeting.last]
        if behind in words("expecting") or behind in words_of("participation", "relative"):
            return False  # "ندوة حول القمة التي شارك فيها فلان"
        return talked_of or any(m.kind is Kind.MEETING and first - _MEAL < m.last < first for m in skeleton.mentions)
    if norms[first - 1] not in words("eve"):
        return False
    return _has(norms[max(skeleton.sentence.first, first - _MEAL) : first], "meal")


def _has(row: Sequence[str], name: str) -> bool:
    return any(is_in(norm, words(name)) for norm in row)
