"""Family names alone beside a verb that tells an office: "الجمالي تقلد منصب …", "وجاء روحاني رئيسا …".

A family name says who is meant only where the article names the person in full; so these are read when the full names are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.names.ends import is_particle
from ingest.mentions.persons.offices.led_bodies import leading
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.words.name_words import Word
from ingest.mentions.words.title_heads import title_words

_BETWEEN = 4  # tokens from a family name to the verb behind it: "، الذي سبق أن"
_FAMILY = (Word.UNKNOWN, Word.ARTICLE, Word.GIVEN, Word.WEAK)
REASON = "family name beside a verb of office"


def beside_verbs(document: Document, names: Names, persons: Sequence[Person], taken: set[int]) -> Iterator[Person]:
    """One phrase for each family name right before or behind such a verb."""
    full = {document.tokens[p.name.last - 1].norm for p in persons if p.name.parts >= 2}
    words = title_words()
    verbs = frozenset(w for effect in ("holding", "held", "been", "became", "when") for w in words[effect]) | leading()
    glued = frozenset("و" + verb for verb in verbs)
    for verb in document.where((verbs | glued) & document.words):
        for at in (_before(document, verb), verb + 1):
            if at is None or not 0 <= at < len(document.tokens) or at in taken or at in names.blocked:
                continue
            alone = names.sentence[at] == names.sentence[verb] and names.words[at] in _FAMILY
            if alone and document.tokens[at].norm in full:
                taken.add(at)
                yield Person(at, at + 1, Name(at, at + 1, "", False, 1), [], REASON)


def _before(document: Document, verb: int) -> int | None:
    """The word before a verb with a comma, a relative pronoun, "had been" between at most."""
    words = title_words()
    for at in range(verb - 1, max(-1, verb - 1 - _BETWEEN), -1):
        norm = document.tokens[at].norm
        if norm not in COMMA and norm not in words["relative"] and norm not in words["been"] and norm not in words["when"]:
            return None if is_particle(norm) else at
    return None
