"""Ministers, leaders or delegates who are told in front of a meeting as those who hold it, and the body that they are of."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, body_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said_bare

_BETWEEN = 4  # tokens behind a meeting in which "between" stands


def they_meet(scene: Scene, spot: Spot) -> bool:
    """ "سيجتمعون", "عندما يلتقون": a verb in the plural, whose subject stands in front of it."""
    return bool(spot.verb) and bare(scene.norm(spot.first)).removeprefix("س") in words("plural_gather")


def between_leaders(scene: Scene, spot: Spot) -> bool:
    """ "الاجتماع الأول بين قادة البلدان الثلاثة", "لقاء بين رؤساء A وB وC": leaders of states, and more than two of them."""
    for index in range(spot.last, min(spot.last + _BETWEEN, spot.sentence.last - 2)):
        if scene.norm(index) != "بين" or scene.norm(index + 1) not in words("leaders_of_states"):
            continue
        if scene.norm(index + 2) in any_of("states", "state_nouns"):
            return True
        states = [m for m in scene.between(index + 2, min(index + 12, spot.sentence.last)) if m.kind is Kind.COUNTRY]
        return len(states) > 2 and states[0].first == index + 2
    return False


def people_before(scene: Scene, spot: Spot, name: str) -> Mention | str | bool:
    """Ministers or leaders who are the subject: "يناقش وزراء الخارجية … في اجتماع"; their body, or True if none is named."""
    inside = scene.norm(spot.first - 1) in words("within") or spot.possessive in ("هم", "هما") or spot.prefix == "ب"
    inside = inside or spot.noun.group == "gathered" or they_meet(scene, spot)  # "كلف قادة المنظمة، المجتمعون في …"
    held = said_bare(scene, max(spot.first - 16, spot.sentence.first), spot.first, "they_hold")
    if not (inside or held) or (spot.definite and not spot.possessive and spot.noun.group != "gathered"):
        return False
    first = max(spot.first - 26, spot.sentence.first - 1)
    for index in range(spot.first - 1, first, -1) if said_bare(scene, first, spot.first, name) else ():
        if scene.norm(index) in ".؛:" or (scene.noun(index) and index < spot.first - 1):
            return False
        if bare(scene.norm(index)) in words(name) and scene.norm(index + 1) not in words("heads_of_others"):
            near = 2 if bare(scene.norm(index)) in words("members_of") else 8  # not "أعضاء من اللجنة"
            for at in range(index + 1, index + near):
                mention = scene.at(at)
                if mention is not None and mention.kind in COLLECTIVES:
                    return mention
                if scene.norm(at) in words("peoples"):
                    return body_of()[scene.norm(at)]
            return True
    return False
