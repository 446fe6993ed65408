"""Names as folded words, for looking entities up however they are spelled."""

from __future__ import annotations

import re

from ingest.fold import fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ARTICLE = re.compile(r"^(?:ال|لل|el-|al-)(?=\w{2})")
_EMPTY = frozenset({"the", "of", "في", "من", "و", "de", "la", "le", "du"})


def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name: folded, lower-case, without the article "ال" and words that distinguish nothing."""
    words = (_ARTICLE.sub("", word) for word in _WORD.findall(fold(name).casefold()))
    return tuple(word for word in words if word not in _EMPTY)
