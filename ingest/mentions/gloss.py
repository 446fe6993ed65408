"""A literal English gloss of a body's name that stands in no list, for readers without Arabic and for cross-language search.

Adjectives go in front, complements behind "of": "اللجنة الوطنية للتنمية المستدامة" → "National Committee of Sustainable
Development". What depends on the noun ("common market", "joint committee") is a row of kind "adjective of NOUN". A name with
a word that `lexicon/glosses.tsv` lacks gets no gloss: half a translation would mislead.
"""

from __future__ import annotations

from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv

_PLURALS = ("يين", "يون", "ين", "ون")


@cache
def _table(kind: str) -> dict[str, str]:
    return {fold(row["stem"]): row["gloss"] for row in read_tsv("glosses.tsv") if row["kind"] == kind}


@cache
def _ignored() -> frozenset[str]:
    return frozenset(fold(row["stem"]) for row in read_tsv("gloss_ignored.tsv"))


def _stems(word: str) -> list[str]:
    """A word without its clitics and article, as it is and without feminine or plural ending."""
    found = [word]
    for prefix in ("و", "ل", "ب", "ول"):
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            found.append("ا" + rest if prefix.endswith("ل") and rest.startswith("ل") else rest)
    stems: list[str] = []
    for one in found:
        bare = one.removeprefix("ال")
        stems += [one, bare, bare.removesuffix("ه"), *(bare.removesuffix(p) for p in _PLURALS if bare.endswith(p))]
        stems += [bare.removesuffix(p) + "ي" for p in _PLURALS[:2] if bare.endswith(p)]
    return list(dict.fromkeys(stems))


def _look_up(word: str, kind: str) -> str | None:
    table = _table(kind)
    return next((table[stem] for stem in _stems(word) if stem in table), None)


def gloss(name: str) -> str | None:
    """The gloss of a name, or None if a word of it is not known."""
    words = [word for word in fold(name.replace('"', " ")).split() if word not in _ignored()]
    parts: list[list[str]] = []
    index = 0
    while index < len(words):
        word = words[index]
        if word == "رفيع" and words[index + 1 : index + 2] == ["المستوي"]:
            _add(parts, "High Level")
            index += 2
            continue
        adjective = (_look_up(word, f"adjective of {parts[-1][-1]}") or _look_up(word, "adjective")) if parts else None
        if adjective is not None:
            _add(parts, adjective)
        elif (noun := _look_up(word, "noun")) is not None:
            parts.append([noun])
        else:
            return None
        index += 1
    return " of ".join(" ".join(part) for part in parts) if parts and len(words) > 1 else None


def _add(parts: list[list[str]], adjective: str) -> None:
    """An adjective goes in front of the noun it follows in Arabic; the last one comes first."""
    if parts:
        parts[-1].insert(0, adjective)
