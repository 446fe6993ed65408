"""Whether two profiles of persons are one person."""

from __future__ import annotations

from kg.identity import spelling
from kg.identity.decision import UNRELATED, Decision, decide
from kg.identity.profile import Profile
from kg.identity.tables import weights

_LONG = 5  # consonant classes from which a family name alone is worth a comparison
_ORDER = ("name_equal", "name_skeleton", "name_near", "name_subset", "name_family")


def compare_names(one: str, other: str) -> str | None:
    """The best feature that two spellings of names give, or None where they are other names."""
    left, right = spelling.name_words(one), spelling.name_words(other)
    if not left or not right:
        return None
    if left == right:
        return "name_equal" if len(left) > 1 else "name_family"
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return "name_family" if spelling.agreement(short[0], long[-1]) == 2 else None
    grades = [spelling.agreement(a, b) for a, b in zip(short, long, strict=False)]
    if len(short) == len(long):
        if all(grade == 2 for grade in grades):
            return "name_skeleton"
        if grades.count(0) == 1 and sum(grades) == 2 * len(grades) - 2:
            return "name_near" if _varies(short, long, grades.index(0)) else None
        return "name_near" if grades.count(1) == 1 and grades.count(0) == 0 else None
    return "name_subset" if grades[0] == 2 and _within(short, long) else None


def _varies(one: tuple[str, ...], other: tuple[str, ...], place: int) -> bool:
    """Short names one consonant class apart (ينس / Jens) where the rest of the name is telling enough."""
    if any(word in spelling.everyday_words() for word in (one[place], other[place], one[-1], other[-1])):
        return False
    left, right = spelling.skeleton(one[place]), spelling.skeleton(other[place])
    telling = len(one) >= 3 or (place == 0 and len(spelling.skeleton(one[-1])) >= _LONG)
    return telling and left != right and spelling.distance(left, right) <= 1 and min(len(left), len(right)) >= 2


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of the shorter name occur in the longer one in the same order."""
    position = 0
    for word in short:
        while position < len(long) and spelling.agreement(word, long[position]) != 2:
            position += 1
        if position == len(long):
            return False
        position += 1
    return True


def compare(one: Profile, other: Profile) -> Decision:
    """The decision on two profiles of persons."""
    if one.get("ref") and other.get("ref"):
        return UNRELATED  # two mentions of an everyday name about which nothing else is known
    pairs = [(compare_names(a, b), a, b) for a in one.labels for b in other.labels]
    named = [(feature, a, b) for feature, a, b in pairs if feature]
    if not named:
        return decide(["name_differs"], weights("person")) if _others(one, other) else UNRELATED
    feature, a, b = min(named, key=lambda pair: _ORDER.index(pair[0]))
    found = [feature]
    common = spelling.everyday(a) or spelling.everyday(b)
    long = min(len(spelling.name_words(a)), len(spelling.name_words(b))) >= 3
    if common:
        found.append("common_long" if long else "common")
    elif feature != "name_near" or not any(word in spelling.everyday_words() for word in spelling.name_words(a)):
        found.append("rare")
    if common and feature == "name_family":
        found.append("family_common")
    countries, others = set(one.get("countries")), set(other.get("countries"))
    if countries & others or set(one.get("bodies")) & set(other.get("bodies")):
        found.append("country")
    elif countries and others:
        found.append("country_differs")
    elif (countries or others) and common and feature in ("name_equal", "name_skeleton"):
        found.append("country_one")
    offices, held = set(one.get("offices")), set(other.get("offices"))
    if offices & held:
        found.append("office")
    elif offices and held and common:
        found.append("office_differs")
    return decide(found, weights("person"))


def _others(one: Profile, other: Profile) -> bool:
    """Whether both have full names with clearly different given names: a shared family name joins no two of them."""
    firsts = [[words[0] for words in map(spelling.name_words, p.labels) if len(words) > 1] for p in (one, other)]
    pairs = [(a, b) for a in firsts[0] for b in firsts[1]]
    return bool(pairs) and all(_far(a, b) for a, b in pairs)


def _far(one: str, other: str) -> bool:
    known = one in spelling.everyday_words() and other in spelling.everyday_words()
    apart = spelling.distance(spelling.skeleton(one), spelling.skeleton(other)) > 1
    return spelling.agreement(one, other) == 0 and (known or apart)


def emit(profile: Profile) -> set[str]:
    """The blocking keys under which a person is found; vague mentions apart, so that they need not see each other."""
    return {f"vague|{key}" for key in _keys(profile)} if profile.get("ref") else _keys(profile)


def _keys(profile: Profile) -> set[str]:
    keys: set[str] = set()
    if profile.get("alone"):
        return keys
    for label in profile.labels:
        parts = spelling.skeletons(label)
        if len(parts) == 1:
            keys.add(f"family|{parts[0]}")
        elif parts:
            keys.add(f"ends|{parts[-1]}")
            keys.update(f"pair|{parts[0]}|{part}" for part in parts[1:])
            keys.add(f"last|{parts[-1]}|{parts[0][:1]}")
            if len(parts[-1]) >= _LONG:
                keys.add(f"long|{parts[-1]}")
            if not spelling.everyday(label):
                keys.update(f"loose|{parts[0]}|{form}" for form in _deletions(parts[-1]))
    return {f"person|{key}" for key in keys}


def lookup(profile: Profile) -> set[str]:
    """The blocking keys under which the other spellings of a person are sought."""
    keys = {key for key in _keys(profile) if not key.startswith("person|ends|")}
    for label in profile.labels if keys else ():
        parts = spelling.skeletons(label)
        if len(parts) == 1:
            keys.add(f"person|ends|{parts[0]}")
        elif parts:
            keys.add(f"person|family|{parts[-1]}")
    return keys if profile.get("ref") else {*keys, *(f"vague|{key}" for key in keys)}


def _deletions(word: str) -> set[str]:
    """The word and all forms with one letter less: two words that differ by one letter share one of them."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))} if len(word) >= 3 else {word}


def base(profile: Profile) -> tuple[int, int, str]:
    """Orders the names of one person: full names first, the shortest of them, then by letters."""
    best = min((len(parts) < 2, len(parts), " ".join(parts)) for parts in map(spelling.skeletons, profile.labels or ("",)))
    return int(best[0]), best[1], best[2]
