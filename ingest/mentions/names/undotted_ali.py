"""Ali where the final ya is written without its dots, as in Egypt ("محمد على الحكيم"): spelled like "on"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest.document import Document
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.name_words import Word, shapes

_ON = "علي"  # folded
_NAMES = (Word.GIVEN, Word.SERVANT)
_ANOTHER = (*_NAMES, Word.ARTICLE)
_BEHIND_NAME = (*_ANOTHER, Word.UNKNOWN)
_NEAR = 4


def undotted_ali(document: Document, classes: list[Word], nisba: Collection[int]) -> None:
    """Makes "على" a given name between a given name, a courtesy or the adjective of an office and a name, where the article
    leaves out the dots of "في" too. Nisba: the adjectives of countries."""
    if not any(document.text[t.start : t.end] == "فى" for t in (document.tokens[i] for i in document.places.get("في", ()))):
        return
    for at in document.places.get(_ON, ()):
        if document.text[document.tokens[at].end - 1] == "ى" and _is_ali(document.norms, classes, at, nisba):
            classes[at] = Word.GIVEN


def _is_ali(norms: Sequence[str], classes: Sequence[Word], at: int, nisba: Collection[int]) -> bool:
    if not 0 < at < len(norms) - 1:
        return False
    behind = classes[at + 1]
    if classes[at - 1] is Word.GIVEN:
        return behind in _BEHIND_NAME
    titled = is_courtesy(norms[at - 1]) or at - 1 in nisba
    return titled and behind in _ANOTHER and not any(
        norm.removeprefix("و") in shapes("with_on") for norm in norms[max(at - _NEAR, 0) : at]  # "رد السفير على محمد"
    )
