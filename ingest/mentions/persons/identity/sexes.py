"""Whether the words beside a name tell of a woman or of a man, where a family name may be that of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.document import Document
from ingest.fold import fold
from ingest.mentions.persons.identity.holders import Holder
from ingest.mentions.words.courtesy import is_hers
from ingest.mentions.words.sayings import is_saying
from ingest.mentions.words.title_heads import Title
from ingest.word_lists import word_lists

if TYPE_CHECKING:
    from ingest.mentions.persons.phrases import Person

_HER, _HIM = "she", "he"


def of(document: Document, person: Person) -> str:
    """ "she", "he" or "" by the office, the courtesy and the relative beside a name. An office in the masculine may be hers
    too, one in the feminine is no man's."""
    tokens = document.tokens
    told = [_of_title(document, title) for title in person.titles]
    told += [before(tokens[i].norm) for i in range(person.first, person.name.first)]
    if person.first:
        told.append(_of_relative(tokens[person.first - 1].norm) or before(tokens[person.first - 1].norm))
    behind = [token.norm for token in tokens[person.last : person.last + 2]]
    behind = behind[1:] if behind[:1] == ["،"] else behind[:1]
    told += [_HER for word in behind if word in word_lists("left_out.toml")["hers"]]
    return _HER if _HER in told else _HIM if _HIM in told else ""


def before(norm: str) -> str:
    """What a verb of saying or a word of courtesy tells of the name right behind it: "قالت", "السيد"."""
    if is_saying(norm):
        return _HER if norm.endswith("ت") else "" if norm.lstrip("وف").startswith("ت") else _HIM
    return _HER if is_hers(norm) else _HIM if is_hers(norm + "ه") else ""


def chosen(group: Sequence[Holder], sex: str) -> list[Holder]:
    """Those whom a family name alone may mean behind what tells of a woman or a man. A relative bears the name of the one
    whose relative he is; but where a woman is meant, it is his wife."""
    own = [holder for holder in group if not holder.kin]
    if not sex:
        return own
    if sex == _HER:
        own = [holder for holder in own if holder.sex == _HER or not is_mans(holder.label)]  # "قالت أوربان" is not Viktor
    fitting = [holder for holder in own if holder.sex in ("", sex)]
    if sex == _HER:
        return [holder for holder in group if holder.kin and holder.sex == _HER] or fitting or own
    return fitting


def is_mans(label: str) -> bool:
    """Whether a given name is a man's, which no office tells: "رئيس الوزراء تيريزا" may be hers."""
    return fold(label).partition(" ")[0] in word_lists("left_out.toml")["men"]


def _of_title(document: Document, title: Title) -> str:
    if title.counterpart or title.head.form or title.head.kind == "led":
        return ""
    return _HER if document.tokens[title.first].norm.endswith("ه") else _HIM


def _of_relative(norm: str) -> str:
    """ "زوجته X", "زوجها X"."""
    word = norm.removeprefix("و").removesuffix("ها").removesuffix("ه")
    if word == norm.removeprefix("و"):
        return ""
    kin = word_lists("left_out.toml")["kin"]
    return _HIM if word in kin else _HER if word.endswith("ت") and word[:-1] + "ه" in kin else ""
