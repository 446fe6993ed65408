"""Whether two spots speak of a meeting of one body, by key and by name."""

from __future__ import annotations

from ingest.fold import fold
from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene
from ingest.mentions.meetings.traits import Reading, Traits, body_key, stem


def same_body(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    details = reading.details
    mine, other = body_key(details), candidate.body_key
    if mine is None or other is None:
        return 0.0
    if mine == other:
        return 1.0
    numbered = details.edition is not None and details.edition[0] in candidate.editions
    if candidate.headline and numbered and reading.spot.noun.lemma in candidate.lemmas:
        return 0.0  # a headline calls a body by a shorter name
    if details.body is not None and candidate.body is not None:
        one, two = _name_words(details.body), _name_words(candidate.body)
        alike = candidate.headline and reading.spot.noun.lemma in candidate.lemmas
        if alike and two and two[0] in one[1:] and len(set(two) & set(one)) > 1:
            return 0.4  # a headline gives the coalition for its small group
        if one and two and one[0] == two[0] and _is_within(one) != _is_within(two):
            return None  # "لجنة المتابعة للجنة العليا" and the committee itself
        if one and two and one[0] == two[0] and (set(one) <= set(two) or set(two) <= set(one)):
            return 1.0  # "لجنة التنمية", "اللجنة الوطنية للتنمية المستدامة"
        if len(one) > 2 and len(two) > 2 and one[:2] == two[:2]:
            return 0.4  # "الرابطة الوطنية للسلاح", "الرابطة الوطنية للأسلحة": one or two bodies
    return None


def _is_within(words_of_name: list[str]) -> bool:
    """ "لجنة المتابعة للجنة العليا": whether the word for a body stands in its name again."""
    return not {words_of_name[0], words_of_name[0].removeprefix("ل")}.isdisjoint(words_of_name[1:])  # "لل" + "جنة"


def _name_words(mention: Mention) -> list[str]:
    label = mention.referent.label_ar if mention.referent is not None else None
    found = [stem(word) for word in fold(label or "").split()]
    return found[1:] if len(found) > 2 and found[0] in words("body_titles") else found
