"""Words of English and French without case and accents, and how a name has to be written to be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from ingest.lexicon import read_toml
from ingest.parts import Document, Sentence, Token

_ACRONYM = 6  # letters; longer words in capitals are headlines


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """Lower case, no accents, one kind of apostrophe."""
    apart = unicodedata.normalize("NFD", text.replace("’", "'").replace("œ", "oe").lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


def plain_tokens(document: Document, first: int, last: int) -> list[Token]:
    """The tokens of a stretch with their plain form as `norm`."""
    return [Token(t.index, t.start, t.end, plain(t.norm)) for t in document.tokens[first:last]]


def surface(document: Document, first: int, last: int) -> str:
    """The original text of tokens `first` to `last`, line ends as blanks."""
    return " ".join(document.text[document.tokens[first].start : document.tokens[last - 1].end].split())


def capital(document: Document, index: int) -> bool:
    """Whether a token is a word that begins with a capital letter."""
    token = document.tokens[index]
    return token.is_word and document.text[token.start].isupper()


def written_as(form: str, text: str) -> bool:
    """Whether text may be the name `form`: a capital where the name has one at its head, an acronym in capitals."""
    letters = [c for c in form if c.isalpha()]
    if len(letters) <= _ACRONYM and all(c.isupper() for c in letters):
        return all(c.isupper() for c in text if c.isalpha())
    return not form[:1].isupper() or text[:1].isupper()


@cache
def words(key: str) -> frozenset[str]:
    """A list of `latin_words.toml`, as written."""
    found: Sequence[str] = read_toml("latin_words.toml")[key]
    return frozenset(found)


def is_unreal(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence only asks, supposes or disputes what it tells: no fact can rest on it."""
    norms = [plain(token.norm) for token in document.tokens[sentence.first : sentence.last]]
    said = " ".join(norms)
    asked = any(norm == "?" for norm in norms[-2:])
    supposed = bool(norms) and norms[0] in words("unreal_heads")
    return asked or supposed or any(phrase in said for phrase in words("unreal"))
