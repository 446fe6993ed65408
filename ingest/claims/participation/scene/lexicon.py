"""The predicates of a meeting's scene: which words tell what somebody did there.

The words are in `lexicon/scene_verbs.tsv`, what they say in `lexicon/scene.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from ingest import conjugation
from ingest.claims.speech import PRONOUNS
from ingest.claims.speech import verbs as speech_verbs
from ingest.fold import fold
from ingest.lexicon import read_toml, read_tsv
from ingest.word_lists import with_and, word_lists

_FILE = "scene.toml"
_NONE = "-"
_GLUED: Final[dict[str, frozenset[str]]] = {}  # word lists, also with the conjunctions that may be glued to them
VERBS = ("past", "present")


@dataclass(frozen=True, slots=True)
class Group:
    """What the predicates of one meaning say of their subject, and what ties them to a meeting (`lexicon/scene.toml`)."""

    name: str
    role: str
    denied: str
    ties: frozenset[str]
    near: bool
    sentence: bool
    object: frozenset[str]
    within: frozenset[str]
    without: frozenset[str]
    own: bool
    both: bool
    close: bool
    bare: bool
    bound: bool
    named: bool
    calls: bool
    comes: bool
    says: bool
    stands_for: bool
    subject: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Use:
    """A word as predicate of a group: a verb ("past", "present"), a "noun", a "participle"; `pronoun` is glued to it."""

    group: Group
    form: str
    pronoun: str = ""


@cache
def groups() -> dict[str, Group]:
    made = {}
    for name, told in read_toml(_FILE)["group"].items():
        made[name] = _group(name, told)
    return made


def _group(name: str, told: Mapping[str, Any]) -> Group:
    def listed(key: str) -> frozenset[str]:
        return words(told[key]) if key in told else frozenset()

    def is_told(key: str) -> bool:
        return bool(told.get(key, False))

    return Group(
        name, told["role"], told.get("denied", ""), frozenset(fold(tie) for tie in told["ties"]),
        near=told.get("reach") == "near", sentence=told.get("reach") == "sentence",
        object=listed("object"), within=listed("within"), without=listed("without"),
        own=is_told("own"), both=is_told("both"), close=is_told("close"),
        bare=is_told("bare"), bound=is_told("bound"), named=is_told("named"),
        calls=is_told("calls"), comes=is_told("comes"), says=is_told("says"), stands_for=is_told("stands_for"),
        subject=told.get("subject", "own"),
        kinds=frozenset(told.get("kinds", "P T C O L G N").split()),
    )


def words(name: str) -> frozenset[str]:
    return word_lists(_FILE)[name]


@cache
def _forms() -> dict[str, tuple[Use, ...]]:
    """Folded form → its uses."""
    found: dict[str, dict[str, Use]] = {}
    for row in read_tsv("scene_verbs.tsv"):
        group = groups()[row["group"]]
        for form, kind in _of_row(row):
            found.setdefault(fold(form), {}).setdefault(group.name, Use(group, kind))
    saying = next(group for group in groups().values() if group.says)
    for form, verb in speech_verbs().items():
        if not verb.participle and verb.lemma not in words("not_said"):
            found.setdefault(form, {}).setdefault(saying.name, Use(saying, "present" if verb.present else "past"))
    return {form: tuple(uses.values()) for form, uses in found.items()}


def _of_row(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if row["past"] != _NONE:
        yield from ((told.form, "past") for told in conjugation.past(row["past"]))
    if row["present"] != _NONE:
        yield from ((told.form, "present") for told in conjugation.present(row["present"]))
    if row["noun"] != _NONE:
        yield row["noun"], "noun"
    if row["participle"] != _NONE:
        yield from ((told.form, "participle") for told in conjugation.participle(row["participle"]))


@lru_cache(maxsize=1 << 14)
def uses(norm: str) -> tuple[Use, ...]:
    """What a word may tell, with or without a glued و ف س ل and an object pronoun."""
    if is_(norm, "which") or is_(norm, "prepositions"):
        return ()
    for word, to_come in _bare(norm):
        found = [use for use in _read(word) if not to_come or use.form == "present"]
        if found:
            return tuple(found)
    return ()


def _read(word: str) -> tuple[Use, ...]:
    found = _forms().get(word)
    if found is not None:
        return found
    if not word.endswith(PRONOUNS):
        return ()
    for pronoun in filter(word.endswith, PRONOUNS):
        stem = word.removesuffix(pronoun)
        told = _forms().get(stem) or (_forms().get(stem[:-1] + "ي") if stem.endswith("ا") else None)
        if told is not None:
            return tuple(Use(use.group, use.form, pronoun) for use in told if use.form in VERBS)
    return ()


def _bare(norm: str) -> Iterator[tuple[str, bool]]:
    """A word as it is and without what is glued to it, and whether that makes it one still to come."""
    yield norm, False
    word = norm
    if word[:1] in ("و", "ف") and len(word) > 2:
        word = word[1:]
        yield word, False
    if word[:1] in ("س", "ل") and len(word) > 3 and word[1] in "يت":
        yield word[1:], True


@lru_cache(maxsize=1 << 14)
def is_verb(norm: str) -> bool:
    return any(use.form in VERBS for use in uses(norm))


def is_(norm: str, name: str) -> bool:
    """Whether a word, with or without a glued conjunction, stands in a list."""
    return norm in _glued(name)


def _glued(name: str) -> frozenset[str]:
    try:
        return _GLUED[name]
    except KeyError:
        return _GLUED.setdefault(name, with_and(words(name)))
