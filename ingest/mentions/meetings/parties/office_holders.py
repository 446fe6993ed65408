"""The body whose ministers, delegates or experts meet: "اجتماع وزراء العدل العرب", "قمة لمسؤولين من دول المجموعة"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, body_of, words
from ingest.mentions.meetings.place.phrases import subject_at
from ingest.mentions.meetings.scene import Scene, Spot

_OFFICE = 6  # tokens from office holders to the body of theirs


def of_people(scene: Scene, spot: Spot) -> Mention | str | None:
    """ "اجتماع وزراء العدل العرب", "اجتماع المندوبين الدائمين لدى الجامعة": the body whose office holders meet."""
    first = subject_at(scene, spot)
    at = next((i for i in range(first, min(first + 3, spot.sentence.last)) if _office_holders(scene, i)), None)
    if at is None or (at > first and not (scene.norm(at).startswith("ل") or scene.norm(at - 1) in words("senior"))):
        return None
    if brings_together(scene, spot):
        return None
    for index in range(at + 1, min(at + _OFFICE, spot.sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None:
            aimed = mention.prefix == "ل" and mention.kind is Kind.COALITION  # "وزراء الخارجية للحوار 5+5"
            return mention if mention.kind in COLLECTIVES and (aimed or mention.prefix in ("", "ب")) else None
        if word in words("peoples"):
            return body_of()[word]
        inside = scene.at(index + 1)
        led = (inside is not None and inside.kind in COLLECTIVES) or scene.norm(index + 1) in words("states")
        if word in words("in_or_of") and led:
            continue  # "كبار الدبلوماسيين في التحالف", "مسؤولين من دول المنظمة"
        if not word.isalpha() or word in words("no_office") or scene.noun(index) is not None:
            return None
    return None


def brings_together(scene: Scene, spot: Spot) -> bool:
    """ "تجمع القمة قادة دول المجلس", "حضر الاجتماع وزراء المجلس": those behind a noun with the article are whom the
    verb brings together or tells of, and others may be with them."""
    named = spot.definite and not spot.possessive and not spot.verb
    if not named or spot.last >= spot.sentence.last or scene.at(spot.last) is not None:
        return False
    word = scene.norm(spot.last)
    return word in any_of("office_holders", "leaders", "ministers", "they") and word[0] != "ل"


def _office_holders(scene: Scene, index: int) -> bool:
    word = scene.norm(index).removeprefix("ل")
    word = "ا" + word if word.startswith("ل") else word  # "للمندوبين"
    return scene.at(index) is None and word in words("office_holders")
