"""Undoes copying damage in the matching view of a text: transposed lam-alef, words glued together, "و" written apart.

Only the folded form of a token changes; its place in the original stays, and evidence quotes the original. Some PDF
copies turn the ligature لا into ال. A double alef before lam (االجتماع) proves it and is always undone. Any other ال may or
may not be damage (خالل for خلال, but also قال): it is undone only in a line that has at least two such proofs, and only to
a word that the article itself uses elsewhere or that stands in lamalef.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ingest import glued_names
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.sieve import Sieve

Piece = tuple[int, int, str]  # start, end, folded form

_PROOF = "اال"
_PROOFS_NEEDED = 2
_LONGEST = 20  # letters; no Arabic word with its clitics is longer, and the candidates grow with the square
_MAY_BE_GLUED = re.compile(r"[ىة][\u0621-\u063a\u0641-\u064a]{2}")  # what every match has, found in a tenth of the time
_SHORTEST_NAME = 4  # letters before the article; fewer may be clitics
# "وزير الخارجية و الوفد المرافق له": some papers set a space behind "and", which belongs to the word behind it.
_AND = "و"
_SPACES = re.compile(r"[ \u00a0]+(?=[\u0621-\u063a\u0641-\u064a]{2})")  # a letter alone is of a list or an abbreviation
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_ARTICLES = ("", "ال", "لل")
_SUFFIXES = ("", "ه", "ها", "هم", "هما", "نا", "ات", "ين", "ان", "ون", "يه", "ي", "ا", "تها", "ته", "تهم")
_PLAIN_SUFFIXES = ("", "ه", "ها", "هم", "نا", "ين", "ون")  # fewer: a known word is left alone, so the test is strict


def _listed(kind: str) -> list[str]:
    """The words of a class of the lexicon, as they are spelled."""
    return [row["word"] for row in read_tsv("lamalef.tsv") if row["class"] == kind]


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Folded words with lam-alef, and words whose ال is right."""
    return frozenset(map(fold, _listed("lam_alef"))), frozenset(map(fold, _listed("plain")))


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """ى and ة only end words; before another letter two words are glued. ى is trusted only after some particles, because
    some papers type it for ي."""
    particles = "|".join(_listed("glued"))
    return re.compile(rf"(?<![\w])(?:([وف]?(?:{particles}))|(\w{{2,}}ة))(?=[\u0621-\u063a\u0641-\u064a]{{2}})")


@lru_cache(maxsize=1)
def _glued_article() -> re.Pattern[str]:
    """A particle and a word with the article."""
    return re.compile(rf"([وف]?(?:{'|'.join(map(fold, _listed('glued_article')))}))(ال\w{{3,}})")


def repair(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The tokens of `text` with glued words split and, in damaged lines, transposed lam-alefs undone in the folded form."""
    split = list(_split_glued(text, pieces)) if _MAY_BE_GLUED.search(text) and _glued().search(text) else list(pieces)
    words = _words_of(split)
    if _AND in words:
        split = list(_joined(text, split))
        words = _words_of(split)
    if _with_office(words):
        split = list(_split_offices(split))
        words = _words_of(split)
    if glued_names.has_glued(words):
        split = list(glued_names.split(split))
        words = _words_of(split)
    if not _proofs(words):
        return split
    damaged = _damaged_lines(text, split)
    own_words = {norm for i, (_, _, norm) in enumerate(split) if not damaged[i]}
    return list(_repaired(split, damaged, own_words))


def _words_of(pieces: Sequence[Piece]) -> frozenset[str]:
    return frozenset([norm for _, _, norm in pieces])


def _split_glued(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    pattern = _glued()
    for start, end, norm in pieces:
        glued = pattern.match(text, start, end) if norm[0].isalpha() else None
        if glued is None:
            yield start, end, norm
        else:
            yield start, glued.end(), fold(text[start : glued.end()])
            yield glued.end(), end, fold(text[glued.end() : end])


def _joined(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The tokens, each "and" that stands alone joined to the word behind it on its line."""
    ahead: Piece | None = None
    for piece in pieces:
        if ahead is not None and (between := _SPACES.match(text, ahead[1])) and between.end() == piece[0]:
            piece = ahead[0], piece[1], _AND + piece[2]
        elif ahead is not None:
            yield ahead
        ahead = piece if piece[2] == _AND else None
        if ahead is None:
            yield piece
    if ahead is not None:
        yield ahead


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    """Folded words with the article that are offices on their own."""
    rows = [row for row in read_tsv("titles.tsv") if row["bare"] == "yes"]
    return frozenset("ال" + fold(form) for row in rows for form in row["forms"].split("|") if " " not in form)


def _glued_office(norm: str) -> int:
    """Where an office begins that is glued to a name before it; 0 if none is."""
    at = norm.rfind("ال")
    return at if at >= _SHORTEST_NAME and norm[at:] in _offices() else 0


_with_office = Sieve(_glued_office)
_proofs = Sieve(lambda norm: _PROOF in norm)


def _split_offices(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """ "سبايسرالمتحدث": an office glued to the name before it."""
    for start, end, norm in pieces:
        at = _glued_office(norm)
        if at and end - start == len(norm):
            yield start, start + at, norm[:at]
            yield start + at, end, norm[at:]
        else:
            yield start, end, norm


def _damaged_lines(text: str, pieces: Sequence[Piece]) -> list[bool]:
    """For each token whether its line holds at least two proofs of damage."""
    line_of: list[int] = []
    proofs: dict[int, int] = {}
    line = 0
    before = 0
    for start, _, norm in pieces:
        if "\n" in text[before:start]:
            line += 1
        before = start
        line_of.append(line)
        proofs[line] = proofs.get(line, 0) + (_PROOF in norm)
    return [proofs[n] >= _PROOFS_NEEDED for n in line_of]


def _repaired(pieces: Sequence[Piece], damaged: Sequence[bool], own_words: set[str]) -> Iterator[Piece]:
    for i, (start, end, norm) in enumerate(pieces):
        if _PROOF in norm:
            norm = norm.replace(_PROOF, "الا").replace("الاا", "الا")
        if not damaged[i]:
            yield start, end, norm
            continue
        glued = _glued_article().fullmatch(norm)
        if glued is not None and end - start == len(norm):
            yield start, start + glued.end(1), glued[1]
            yield start + glued.end(1), end, _best(glued[2], own_words)
            continue
        if norm in ("ال", "وال") and i + 1 < len(pieces) and pieces[i + 1][2][0].isalpha() and pieces[i + 1][0] > end:
            norm = norm.replace("ال", "لا")
        yield start, end, _best(norm, own_words)


def _best(norm: str, own_words: set[str]) -> str:
    """The likeliest undamaged form; the word itself where it is known or nothing better is."""
    if "ال" not in norm or len(norm) > _LONGEST or norm in own_words or _known(norm, plain=True):
        return norm
    candidates = _swapped(norm)
    for candidate in candidates:
        if candidate in own_words:
            return candidate
    return next((c for c in candidates if _known(c, plain=False)), norm)


def _swapped(norm: str) -> list[str]:
    """`norm` with one ال turned into لا, then with two; last places first, so that an article is turned last."""
    places = [m.start() for m in re.finditer("ال", norm)]
    once = [_turn(norm, k) for k in reversed(places)]
    twice = [_turn(one, k) for one in once for k in reversed([m.start() for m in re.finditer("ال", one)])]
    return [c for c in (*once, *twice) if c != norm]


def _turn(word: str, k: int) -> str:
    return word[:k] + "لا" + word[k + 2 :]


def _known(word: str, *, plain: bool) -> bool:
    """Whether the word, less conjunction, article and suffix, stands in the list."""
    lam_alef, protected = _words()
    suffixes = _PLAIN_SUFFIXES if plain else _SUFFIXES
    for clitic in _CLITICS:
        if not word.startswith(clitic):
            continue
        for article in _ARTICLES:
            if not word.startswith(clitic + article):
                continue
            stem = word[len(clitic) + len(article) :]
            stems = (stem[: len(stem) - len(s)] for s in suffixes if len(stem) > len(s) and stem.endswith(s))
            if any(s in lam_alef or (plain and s in protected) for s in stems):
                return True
    return False
