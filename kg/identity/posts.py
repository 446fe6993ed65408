"""Whether two profiles of posts are one post: the same body, and the same title or the same one-of-a-kind office."""

from __future__ import annotations

from functools import cache

from kg.identity import tables
from kg.identity.bodies import plain
from kg.identity.decision import UNRELATED, Decision, decide
from kg.identity.profile import Profile
from kg.identity.tables import weights


@cache
def single_offices() -> frozenset[str]:
    """Offices of which a state or body has one at a time."""
    return frozenset(row["class"] for row in tables.rows("offices.tsv") if row["single"] == "yes")


def compare(one: Profile, other: Profile) -> Decision:
    """The decision on two profiles of posts."""
    found = []
    if _titles(one, other) & _titles(other, one):
        found.append("label_equal")
    elif set(one.get("offices")) & set(other.get("offices")) & single_offices():
        found.append("office")
    else:
        return UNRELATED
    if set(one.get("bodies")) & set(other.get("bodies")):
        found.append("body")
    elif one.get("bodies") or other.get("bodies"):
        return UNRELATED
    return decide(found, weights("post"))


def _titles(profile: Profile, other: Profile) -> set[str]:
    """The titles to compare: the Arabic ones where both have some, for the English may be no more than a class word."""
    return {plain(a) for a in (profile.get("ar") if profile.get("ar") and other.get("ar") else profile.labels)}


def emit(profile: Profile) -> set[str]:
    """The blocking keys of a post: its body with its title or office."""
    names = {plain(label) for label in profile.labels} | (set(profile.get("offices")) & single_offices())
    return {f"post|{body}|{name}" for body in profile.get("bodies") for name in names}


def base(profile: Profile) -> tuple[int, int, str]:
    """Orders the titles of one post: one-of-a-kind offices by their class, others by length and letters."""
    single = sorted(set(profile.get("offices")) & single_offices())
    title = single[0] if single else min((len(plain(label)), plain(label)) for label in profile.labels or ("",))[1]
    return not single, len(title), " ".join((*profile.get("bodies"), title))
