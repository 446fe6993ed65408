"""What is told of a body or a team, not of a meeting: "انضمت إليها مصر", "وفريق يقوده فلان"."""

from __future__ import annotations

from ingest.claims.clause import COMMAS
from ingest.claims.participation.scene.lexicon import is_
from ingest.claims.participation.scene.scene import Scene
from ingest.mention import COLLECTIVES, Kind

_FAR = 80  # elements in front of a verb of joining in which what is joined is looked for
_MEMBERSHIP = 6  # elements behind a verb of joining in which it is told of what
_TEAM = 9  # elements between a team without an article and what is told of it


def is_of_team(scene: Scene, at: int) -> bool:
    """ "وفريق فني يقوده فلان", "أمانة مقرها تونس يرأسها فلان": a clause behind a noun without an article is told of it."""
    if scene.norm(at)[:1] == "و":
        return False
    for i in range(at - 1, max(-1, at - _TEAM), -1):
        if scene.norm(i) in COMMAS or scene.is_meeting(i):
            return False
        if scene.mention(i) is None and is_(scene.norm(i), "team"):
            return True
    return False


def is_of_body(scene: Scene, verb: int) -> bool:
    """ "تأسست المجموعة …، ثم انضمت إليها مصر", "صندوق تساهم فيه قطر بمليون دولار": what is joined may be a
    body, and what one gives money to is no meeting."""
    if is_(scene.norm(verb), "gives"):
        ends = next((i for i in range(verb, len(scene)) if scene.norm(i) in COMMAS), len(scene))
        return any(scene.kind(i) is Kind.MONEY for i in range(verb, ends))
    if not is_(scene.norm(verb), "joins"):
        return False
    if any(is_(scene.norm(i).lstrip("ل"), "membership") for i in range(verb, min(verb + _MEMBERSHIP, len(scene)))):
        return True
    for i in range(verb - 1, max(-1, verb - _FAR), -1):
        if scene.is_meeting(i) or scene.kind(i) in COLLECTIVES:
            return not scene.is_meeting(i)
    return False
