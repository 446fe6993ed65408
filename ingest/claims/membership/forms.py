"""The forms of the predicates of membership, made from the stems of `lexicon/member_verbs.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ingest.fold import fold
from ingest.lexicon import read_toml

_OBJECTS = ("ها", "ه", "هم")
_OWNERS = ("ها", "ه", "هما", "هم")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a predicate of membership: what it tells, of whom, and where its body stands.

    `suffix`: of a noun whose membership it is ("انضمامها"), of a verb the body it takes ("غادرتها").
    """

    name: str
    status: str
    member: str
    body: frozenset[str]
    through: str
    role: str | None
    strict: bool
    states: bool
    named: bool
    coalition: bool
    noun: bool = False
    participle: bool = False
    feminine: bool = False
    suffix: str = ""
    definite: bool = False

    @property
    def rule(self) -> str:
        return self.name.replace(" ", "_")


def _past(stem: str) -> Iterator[str]:
    weak = stem[-1] in "ىا"
    base = stem[:-1] if weak else stem
    yield from (stem, base + "ت", base + ("ي" if weak else "") + "ا", base + "تا", base + "وا")


def _present(stem: str) -> Iterator[str]:
    weak = stem[-1] in "ىيو"
    for first in "يت":
        for end in ("", "ان", "ا"):
            yield first + stem[1:] + end
        for end in ("ون", "وا"):
            yield first + (stem[1:-1] if weak else stem[1:]) + end


def _participle(stem: str) -> Iterator[str]:
    for article in ("", "ال"):
        yield from (article + stem + end for end in ("", "ا", "ة", "ون", "ين", "ان", "تان", "تين"))


@cache
def forms() -> dict[str, Form]:
    """Every form of every predicate; where two share one, the first keeps it."""
    found: dict[str, Form] = {}
    for row in read_toml("member_verbs.toml")["predicate"]:
        for word, form in _of(row, _predicate(row)):
            found.setdefault(fold(word), form)
    return found


def _predicate(row: dict[str, Any]) -> Form:
    body = frozenset(fold(word) for word in row["body"])
    return Form(
        row["name"], row["status"], fold(row["member"]), body, row.get("through", ""), row.get("role"),
        *(row.get(name, False) for name in ("strict", "states", "named", "coalition")),
    )


def _of(row: dict[str, Any], verb: Form) -> Iterator[tuple[str, Form]]:
    past = [word for stem in row["past"] for word in _past(stem)]
    present = [word for stem in row["present"] for word in _present(stem)]
    for word in [*past, *present, *("س" + word for word in present)]:
        finite = replace(verb, feminine=word.lstrip("س").startswith("ت") or word.endswith("ت"))
        yield word, finite
        if ("object" in verb.body and not verb.coalition) or verb.name == "precede":
            for suffix in _OBJECTS:
                yield word + suffix, replace(finite, suffix=suffix)
    for stem in row.get("participle", ()):
        for word in _participle(stem):
            yield word, replace(verb, participle=True, feminine=word.endswith(("ة", "تين", "تان")))
    for noun in row["noun"]:
        stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
        yield noun, replace(verb, noun=True)
        for article in ("ال", "لل", "بال"):
            yield article + noun, replace(verb, noun=True, definite=True)
        yield from ((stem + suffix, replace(verb, noun=True, suffix=suffix)) for suffix in _OWNERS)


def form(norm: str) -> Form | None:
    """The form that a word is, perhaps with a glued و, ف, ب or ل."""
    return forms().get(norm) or (forms().get(norm[1:]) if norm[:1] in ("و", "ف", "ب", "ل") else None)
