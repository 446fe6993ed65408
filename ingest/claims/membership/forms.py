"""The forms of the verbs of joining and leaving, made from the stems of `lexicon/belonging.toml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_toml


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb of joining: what it tells, whether it is a noun, and the suffix of a noun ("انضمامها").

    `through`: the words of which one stands between the verb and the body ("نالت العضوية الكاملة في …").
    """

    status: str
    into: str
    it: str
    noun: bool
    suffix: str = ""
    through: str = ""


@cache
def forms() -> dict[str, Form]:
    """Every form of every verb."""
    found: dict[str, Form] = {}
    for row in read_toml("belonging.toml")["verb"]:
        verb = Form(row["status"], row["into"], row["it"], noun=False, through=row.get("with", ""))
        past = [stem + end for stem in row["past"] for end in ("", "ت", "ا", "تا", "وا", "ن")] + row["past_feminine"]
        bare = [stem[1:] for stem in row["present"]]
        present = [first + stem + end for stem in bare for first in "يت" for end in ("", "ان", "ا", "ون", "وا")]
        for word in [*past, *present, *("س" + word for word in present)]:
            found[fold(word)] = verb
            if verb.into == "object":
                for suffix in ("ها", "ه"):  # "غادرتها"
                    found[fold(word + suffix)] = replace(verb, suffix=suffix)
        for noun in row["noun"]:
            for suffix in ("", "ها", "ه", "هما", "هم"):
                found[fold(noun + suffix)] = replace(verb, noun=True, suffix=suffix)
    return found


def form(norm: str) -> Form | None:
    """The form that a word is, perhaps with a glued و, ف, ب or ل."""
    return forms().get(norm) or (forms().get(norm[1:]) if norm[:1] in ("و", "ف", "ب", "ل") else None)
