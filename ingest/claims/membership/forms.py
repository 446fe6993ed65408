"""The forms of the predicates of membership, made from the stems of `lexicon/member_verbs.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ingest import conjugation
from ingest.conjugation import Inflected, is_things
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
    past = [told for stem in row["past"] for told in conjugation.past(stem)]
    present = [told for stem in row["present"] for told in conjugation.present(stem) if not _is_short(told)]
    future = [told._replace(form="س" + told.form) for told in present]
    for told in [*past, *present, *future]:
        finite = replace(verb, feminine=told.gender == "f")
        yield told.form, finite
        if ("object" in verb.body and not verb.coalition) or verb.name == "precede":
            for suffix in _OBJECTS:
                yield told.form + suffix, replace(finite, suffix=suffix)
    for stem in row.get("participle", ()):
        for told in conjugation.participle(stem):
            for article in ("", "ال") if not is_things(told) else ():
                yield article + told.form, replace(verb, participle=True, feminine=told.gender == "f")
    for noun in row["noun"]:
        stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
        yield noun, replace(verb, noun=True)
        for article in ("ال", "لل", "بال"):
            yield article + noun, replace(verb, noun=True, definite=True)
        yield from ((stem + suffix, replace(verb, noun=True, suffix=suffix)) for suffix in _OWNERS)


def _is_short(told: Inflected) -> bool:
    """ "يعد" of "يعود" is mostly another word."""
    return told.cut and told.number == "s"


def form(norm: str) -> Form | None:
    """The form that a word is, perhaps with a glued و, ف, ب or ل."""
    return forms().get(norm) or (forms().get(norm[1:]) if norm[:1] in ("و", "ف", "ب", "ل") else None)
