"""Whether two profiles of countries, places, organizations or coalitions are one thing."""

from __future__ import annotations

from functools import cache

from kg.identity import spelling, tables
from kg.identity.decision import UNRELATED, Decision, decide
from kg.identity.profile import Profile
from kg.identity.tables import weights


def _words(label: str) -> list[str]:
    """The folded words of a label; "and" before an article counts as little as the article, glued or not."""
    found = (word[1:] if word.startswith("وال") and len(word) > 5 else word for word in spelling.words(label))
    return [word for word in found if word != "و"]


@cache
def _classes() -> dict[str, str]:
    return {word: row["class"] for row in tables.rows("synonyms.tsv") for word in row["words"].split()}


@cache
def meaning(label: str) -> frozenset[str]:
    """The words of a label with synonyms as one and filler words dropped, articles stripped."""
    classes = _classes()
    found = (classes.get(word, classes.get(spelling.bare(word), spelling.bare(word))) for word in _words(label))
    return frozenset(word for word in found if word)


@cache
def plain(label: str) -> str:
    """The folded words of a label without articles, in order."""
    return " ".join(spelling.bare(word) for word in _words(label) if word not in ("the", "la", "le", "les", "l"))


def compare(one: Profile, other: Profile) -> Decision:
    """The decision on two profiles of one kind."""
    found: list[str] = []
    if one.get("alone") or other.get("alone"):
        return UNRELATED  # a bare "the ministry" names a body only inside its article
    if set(one.get("authority")) & set(other.get("authority")):
        found.append("authority")
    elif {plain(a) for a in one.labels} & {plain(b) for b in other.labels}:
        found.append("label_equal")
    elif {meaning(a) for a in one.labels if meaning(a)} & {meaning(b) for b in other.labels if meaning(b)}:
        found.append("words_equal")
    else:
        return UNRELATED
    if one.get("authority") and other.get("authority") and "authority" not in found:
        found.append("authority_differs")
    return decide(found, weights("body"))


def emit(profile: Profile) -> set[str]:
    """The blocking keys of a body: its labels as sets of meaning words."""
    if profile.get("alone"):
        return set()
    keys = {f"{profile.kind}|{' '.join(sorted(meaning(label)))}" for label in profile.labels}
    keys |= {f"{profile.kind}|{plain(label)}" for label in profile.labels}
    return keys | {f"{profile.kind}|{authority}" for authority in profile.get("authority")}


def base(profile: Profile) -> tuple[int, int, str]:
    """Orders the names of one body: by length, then by letters."""
    best = min((len(plain(label)), plain(label)) for label in profile.labels or ("",))
    return 0, best[0], best[1]
