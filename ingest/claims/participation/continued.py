"""Whose second verb it is: "زار فلان القاهرة، وترأس القمة" has one subject for both.

Only where nobody else can be meant: no object behind the first verb of whom a clause tells, no new subject behind "أن".
"""

from __future__ import annotations

from ingest.claims.modality import modality_of
from ingest.claims.participation.actors import NAMED
from ingest.claims.participation.antecedent import straight_before
from ingest.claims.speech import openings
from ingest.mention import Mention
from ingest.pattern import words_of
from ingest.skeleton import Skeleton
from ingest.tenses import is_present_form
from kg.claim import Modality

_NEAR = 1  # sentences in front of a verb without a subject, in the last of which that was spoken of
_HER_OWN = "ت"  # ends a past and begins a present told of her


def subject_of(skeleton: Skeleton, verb: int) -> Mention | None:
    """The person who is the subject of the clause in front of a verb without one."""
    nearest = next(straight_before(skeleton, verb), None)
    if nearest is None or nearest.kind not in NAMED or not _agrees(skeleton, nearest, verb):
        return None
    others = [m for m in skeleton.mentions if m.kind in NAMED and nearest.last <= m.first < verb and m.last <= verb]
    return None if _is_of_another_clause(skeleton, nearest, verb, others) else nearest


def topic_for(skeleton: Skeleton, verb: int, topic: Mention | None) -> Mention | None:
    """The person of whom the sentence before speaks, for the verb that begins the next: "وصل فلان. وترأس القمة"."""
    document = skeleton.reading.document
    if topic is None or topic.kind not in NAMED or not _agrees(skeleton, topic, verb):
        return None
    told = next((s for s in reversed(document.sentences[: skeleton.sentence.index]) if s.first <= topic.first), None)
    return topic if told is not None and skeleton.sentence.index - told.index <= _NEAR else None


def _agrees(skeleton: Skeleton, person: Mention, verb: int) -> bool:
    """Whether a finite verb has the gender that somebody's office tells; `antecedent.may_do` takes nouns too ("ترؤسه")."""
    if person.post is None or not person.post.surface:
        return True
    norm = skeleton.reading.document.norms[verb].lstrip("وف").removeprefix("س")
    is_hers = norm.endswith(_HER_OWN) or (norm.startswith(_HER_OWN) and norm not in words_of("participation", "his_though"))
    return is_hers == person.post.surface.split()[0].endswith(("ة", "ه"))


def _is_of_another_clause(skeleton: Skeleton, person: Mention, verb: int, others: list[Mention]) -> bool:
    """Whether a clause in front of the verb has a subject of its own, or tells of somebody else."""
    document, that = skeleton.reading.document, openings()["that"]
    relative = words_of("participation", "relative")
    for at in range(person.last, verb):
        norm = document.norms[at].lstrip("وف")
        told_of_other = any(other.last <= at for other in others)
        if norm in relative and (told_of_other or at > person.last + 1):
            return True  # "هنأ الرئيس الوزير الذي نجح وترأس القمة"
        if norm not in that and norm.removeprefix("ب") not in that:
            continue
        if norm.endswith(("ه", "ها")) and not told_of_other:
            continue  # "قال فلان إنه زار القاهرة وترأس القمة"
        mine = is_present_form(document.norms[at + 1]) and not told_of_other
        if not mine or modality_of(skeleton.reading, skeleton.sentence, at + 1) is Modality.DENIED:
            return True  # "قال فلان إن الملك زار القاهرة وترأس القمة", "نفى فلان أن يكون زارها وترأس القمة"
    return False
