"""A literal English gloss of a body's name that stands in no list, for readers without Arabic and for cross-language search.

Adjectives go in front, complements behind "of" or "on", what is joined by و behind "and": "اللجنة الوطنية للتنمية
المستدامة" → "National Committee of Sustainable Development". An adjective belongs to the noun it agrees with: a nationality
behind an annexation to its head ("وزارة الصحة الفلسطينية" → "Palestinian Ministry of Health"), a plural one to the people
before it. Phrases that mean more than their words ("قوات الأمن") are rows of kind "phrase"; what depends on the noun
("common market") is a row of kind "adjective of NOUN". A name with a word that `lexicon/glosses.tsv` lacks, or whose
adjective agrees with no noun, gets no gloss: half a translation would mislead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.bodies import heads as body_heads

_PLURALS = ("يين", "يون", "ين", "ون")
_CLITICS = ("و", "ل", "ب", "ول")
_LONGEST = 3  # words of the longest phrase
_WORLD = frozenset({"International", "World"})       # like a nationality they tell whose the whole body is
_OF_NATIONS = frozenset({"States", "Countries"})     # but a nationality behind them tells whose states they are


@dataclass(slots=True)
class _Part:
    """A noun of the name: its gloss with the adjectives before it, and what its adjectives have to agree with."""

    words: list[str]
    joint: str                # "of", "on", "and", or "" for the first
    feminine: bool
    plural: bool
    definite: bool
    adjectives: set[str] = field(default_factory=set)
    opens: bool = False       # behind "ل" a new annexation begins

    def add(self, adjective: str) -> None:
        if adjective not in self.adjectives and not self.words[-1].startswith(f"{adjective} "):
            self.words.insert(0, adjective)
            self.adjectives.add(adjective)


@cache
def _table(kind: str) -> dict[str, str]:
    return {fold(row["stem"]): row["gloss"] for row in read_tsv("glosses.tsv") if row["kind"] == kind}


@cache
def _ignored() -> frozenset[str]:
    return frozenset(fold(row["stem"]) for row in read_tsv("gloss_ignored.tsv"))


@lru_cache(maxsize=1 << 14)
def _stems(word: str) -> tuple[str, ...]:
    """A word without its clitics and article, as it is and without feminine or plural ending."""
    found = [word]
    for prefix in _CLITICS:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            found.append("ا" + rest if prefix.endswith("ل") and rest.startswith("ل") else rest)
    stems: list[str] = []
    for one in found:
        bare = one.removeprefix("ال")
        stems += [one, bare, bare.removesuffix("ه"), *(bare.removesuffix(p) for p in _PLURALS if bare.endswith(p))]
        stems += [bare.removesuffix(p) + "ي" for p in _PLURALS[:2] if bare.endswith(p)]
    return tuple(dict.fromkeys(stems))


def _look_up(word: str, kind: str) -> str | None:
    table = _table(kind)
    return next((table[stem] for stem in _stems(word) if stem in table), None)


def _phrase(words: list[str], at: int) -> tuple[str, int] | None:
    """The gloss of the longest phrase that begins at a word, and how many words it takes."""
    table = _table("phrase")
    for length in range(min(_LONGEST, len(words) - at), 1, -1):
        if not words[at + length - 1].startswith("ال"):
            continue  # "مجلس وزراء الصحة": not the council of ministers
        rest = [word.removeprefix("ال") for word in words[at + 1 : at + length]]
        for head in _stems(words[at]):
            found = table.get(" ".join((head, *rest)))
            if found is not None:
                return found, length
    return None


def _joined(word: str) -> bool:
    """Whether the word is joined by a و that is not its own ("والصناعة", but "وزراء")."""
    kinds = ("noun", "adjective", "nation")
    own = any(stem.startswith("و") and stem in _table(kind) for stem in _stems(word) for kind in kinds)
    return word.startswith("و") and not own


def _feminine(word: str) -> bool:
    """Whether a word is feminine, by its ending or by the list ("العليا", "السوق")."""
    return word.endswith(("ه", "ات")) or _look_up(word, "feminine") is not None


def _plural(english: str) -> bool:
    return english.endswith("s") and not english.endswith("ss")


def _noun(parts: list[_Part], word: str, english: str) -> bool:
    """Adds a noun; False where it follows a definite one without being joined or aimed at, and is rather an adjective."""
    joined = _joined(word)
    plain = word[1:] if joined else word
    on = plain.startswith("بال") and bool(parts)  # "اللجنة المعنية بالمياه"
    aimed = (plain.startswith("ل") and bool(parts)) or on
    if parts and not joined and not aimed and parts[-1].definite:
        return False
    joint = "" if not parts else "and" if joined else "on" if on else "of"
    definite = plain.startswith(("ال", "لل", "بال"))
    parts.append(_Part([english], joint, _feminine(plain), _plural(english), definite, opens=aimed))
    return True


def _adjective(parts: list[_Part], word: str, adjective: str, nation: bool) -> bool:
    """Puts an adjective to the noun it agrees with; False where it agrees with none."""
    last = parts[-1]
    if word in body_heads.words("arabs") or word.endswith(("ين", "ون")):
        last.add(adjective)
        return last.plural
    feminine = _feminine(word)
    head = next(p for p in reversed(parts) if p.opens or p is parts[0])
    fits_last = feminine if last.plural else last.feminine == feminine
    fits_head = feminine if head.plural else head.feminine == feminine
    if nation and fits_head and last.words[-1] not in _OF_NATIONS:
        head.add(adjective)
    elif fits_last:
        last.add(adjective)
    elif fits_head and head.joint != "and":
        head.add(adjective)
    else:
        return False
    return True


def _word(parts: list[_Part], word: str, after_adjective: bool) -> str:
    """Reads one word: "noun", "adjective", or "" where it cannot be understood."""
    nation = _look_up(word, "nation") if parts else None
    own = _look_up(word, f"adjective of {parts[-1].words[-1]}") if parts and not word.startswith(("و", "ل")) else None
    if own is not None:
        parts[-1].add(own)  # "فريق العمل": working
        return "adjective"
    adjective = nation or (_look_up(word, "adjective") if parts else None)
    if parts and word in body_heads.words("arabs") and parts[-1].plural:
        adjective = "Arab"
    glued = _joined(word) or word.startswith("ل")
    if adjective is not None and not glued:
        return "adjective" if _adjective(parts, word, adjective, nation is not None or adjective in _WORLD) else ""
    if adjective is not None and after_adjective and word.startswith("و"):
        parts[-1].words[0] += f" and {adjective}"  # "الاقتصادية والاجتماعية"
        return "adjective"
    english = _look_up(word, "noun")
    return "noun" if english is not None and _noun(parts, word, english) else ""


def gloss(name: str) -> str | None:
    """The gloss of a name, or None if a word of it is not known or cannot be placed."""
    words = [word for word in fold(name.replace('"', " ")).split() if word not in _ignored()]
    parts: list[_Part] = []
    index, before = 0, ""
    high, level = body_heads.words("high"), body_heads.words("level")
    while index < len(words):
        word, whole = words[index], _phrase(words, index)
        if parts and word in high and not level.isdisjoint(words[index + 1 : index + 2]):
            parts[-1].add("High Level")
            index, before = index + 2, "adjective"
        elif whole is not None and _noun(parts, word, whole[0]):
            index, before = index + whole[1], "noun"
        else:
            before = _word(parts, word, before == "adjective")
            if not before:
                return None
            index += 1
    english = " ".join(" ".join([p.joint, *p.words] if p.joint else p.words) for p in parts)
    return english if parts and len(words) > 1 else None
