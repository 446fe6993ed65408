"""Parts told without a verb: "وإلى يساره فلان", "فلان على رأس وفد بلاده", "باستثناء مصر"."""

from __future__ import annotations

from ingest.claims.clause import COMMAS
from ingest.claims.participation.scene.lexicon import is_, uses, words
from ingest.claims.participation.scene.phrase import is_definite
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.participation.scene.subject import Subject, listed
from ingest.mention import Kind

_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})
_BACK = 24  # elements in front of "except" in which those who came are told


def tells(norm: str) -> bool:
    """Whether a word may tell of somebody's part without a verb."""
    word = norm.removeprefix("و").removeprefix("ب")
    return norm in words("head") or is_(norm, "but") or (word in words("beside") and word.endswith(("ه", "ها")))


def beside(scene: Scene, at: int) -> Subject | None:
    """Who is named as on somebody's right or left: "وإلى يساره فلان"."""
    norm = scene.norm(at)
    glued = norm.removeprefix("و").startswith("ب") and is_(norm.removeprefix("و")[1:], "beside")
    placed = norm in words("beside") and scene.norm(at - 1) in words("at_side")
    if not (glued or placed) or not norm.endswith(("ه", "ها")) or scene.kind(at + 1) not in _PEOPLE:
        return None
    return None if scene.row.elements[at + 1].prefix else listed(scene, at + 1)


def at_the_head(scene: Scene, at: int) -> Subject | None:
    """Who is told to be at the head of a delegation: "فلان على رأس وفد بلاده"."""
    placed = scene.norm(at) in words("head") and scene.norm(at - 1).removeprefix("و") == "علي"
    if not placed or not is_(scene.norm(at + 1), "delegation"):
        return None
    if at <= 2:
        return _fronted(scene, at + 2)
    i = at - 2
    while i >= 0 and (scene.norm(i) in COMMAS or scene.kind(i) in (Kind.DATE, Kind.PLACE) or is_(scene.norm(i), "adverbs")):
        i -= 1
    mention = scene.mention(i)
    if mention is None or mention.kind not in _PEOPLE or mention.referent is None:
        return None
    return Subject((mention,), at + 2)


def _fronted(scene: Scene, at: int) -> Subject | None:
    """ "وعلى رأس الوفد التونسي (جاء) فلان"."""
    i = at
    while i < len(scene) and (is_definite(scene.norm(i)) or scene.kind(i) in (Kind.NISBA, Kind.COUNTRY)):
        i += 1
    if i < len(scene) and any(use.group.comes for use in uses(scene.norm(i))):
        i += 1
    return listed(scene, i) if i < len(scene) and scene.kind(i) in _PEOPLE else None


def left_out(scene: Scene, at: int) -> Subject | None:
    """Who is excepted from all who came: "حضر جميع القادة باستثناء فلان"."""
    if not is_(scene.norm(at), "but") or at + 1 >= len(scene):
        return None
    return listed(scene, at + 1) if _all(scene, at, away=False) else None


def stayed_but(scene: Scene, at: int) -> Subject | None:
    """Who is excepted from all who stayed away: "غاب معظم القادة باستثناء فلان"."""
    if not is_(scene.norm(at), "but") or at + 1 >= len(scene):
        return None
    return listed(scene, at + 1) if _all(scene, at, away=True) else None


def _all(scene: Scene, at: int, away: bool) -> bool:
    """Whether all or most are told in front of "except" to have come, or to have stayed away."""
    front = range(max(0, at - _BACK), at)
    told = [use.group for i in front for use in uses(scene.norm(i)) if use.group.comes or use.group.role == "absent"]
    everybody = any(is_(scene.norm(i), "universal") for i in front)
    denied = any(is_(scene.norm(i), "denying") for i in front)
    if not everybody or not told:
        return False
    return told[-1].role == "absent" and not denied if away else any(group.comes for group in told)
