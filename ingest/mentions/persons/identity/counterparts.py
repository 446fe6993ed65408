"""Counterparts without a name: "نظيره السويدي", "نظيريه السويدي والفنلندي" are holders of the office told before.

Each country named makes one holder of that office; who he is may be told elsewhere in the article. So does each behind an
office of two without names: "الرئيسان التركي والإيراني".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ingest.document import Document
from ingest.fold import fold
from ingest.mention import Kind, Mention, Post
from ingest.mentions.persons.identity.holders import Holder, is_copied
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.titles import posts as offices
from ingest.mentions.words.title_heads import Title
from kg.claim import Referent, Span
from kg.vocabulary import M

_INSERTED = 8  # tokens between somebody and "his counterpart": days, places, the margins of a meeting
_MOST = 5  # countries of one row


def mentions(
    title: Title, like: Title, found: Sequence[Mention], document: Document, holder: Callable[[Post], Holder | None]
) -> Iterator[Mention]:
    """One mention for every country behind "his counterpart(s)"; none where no country follows. `like` is the office told
    before, or the title itself if it is of two: then there must be two countries."""
    nations = document.once("nations by token", lambda: _nations(found))
    inside = (at for at in range(title.head_last, title.last) if at in nations)
    first = next(inside, title.last) if like is title else title.head_last  # "وزيري الخارجية الصيني والروسي"
    row = [*_row(first, nations, document)]
    if like is not title or len(row) == 2:
        yield from _holders(title, like, row, document, holder)


def _holders(
    title: Title, like: Title, row: Iterable[Mention], document: Document, holder: Callable[[Post], Holder | None]
) -> Iterator[Mention]:
    for number, region in enumerate(row):
        post = offices.listed(like, region, document)
        if post.of is None or post.of.type != M.Country:
            return
        known = holder(post)
        first, prefix, name = region.first, "و", region.name
        if number == 0:
            first, prefix = title.first, title.prefix
            name = Span(offices.title_span(title, document).start, region.name.end)
        if known is not None and known.referent is not None:
            reason = "counterpart named elsewhere"
            yield Mention(Kind.TITLE, first, region.last, name, known.referent, reason, prefix, post, coref=True)
            continue
        called, surface = post.label_ar, document.text[name.start : name.end]
        if like is title:  # "الرئيسين التركي": neither of them is called so
            called = surface = f"{called.partition(' (')[0]} {document.text[region.name.start : region.name.end]}"
        key = "title: " + (fold(called) if like is title else called)
        referent = Referent(M.Person, key, called, offices.english(post), None, (surface,))
        yield Mention(Kind.TITLE, first, region.last, name, referent, "counterpart without a name", prefix, post)


def _row(at: int, nations: Mapping[int, Mention], document: Document) -> Iterator[Mention]:
    """The nations that begin behind an office and those joined to them by "and"."""
    for number in range(_MOST):
        region = nations.get(at)
        if region is None or (number and not document.tokens[at].norm.startswith("وال")):
            return
        yield region
        at = region.last


def _nations(found: Sequence[Mention]) -> dict[int, Mention]:
    return {m.first: m for m in found if m.kind is Kind.NISBA and m.referent is not None}


class Antecedents:
    """The offices that "his counterpart" may take up, looked up by the family names of their holders."""

    def __init__(
        self, document: Document, persons: Sequence[Person], copied: Sequence[Title], sentences: Sequence[int]
    ) -> None:
        """`copied` are the titles that may be taken up, in order; `sentences` tells the sentence of each token."""
        self._document, self._copied, self._sentences = document, copied, sentences
        self._titles = frozenset([title.first for person in persons for title in person.titles])
        self._in_full: dict[str, Title] = {}  # of whoever is named with more than the family name
        self._beside: dict[str, Title] = {}
        known = {id(title) for title in copied}
        for person in persons:
            family = document.tokens[person.name.last - 1].norm
            spelled = [title for title in person.titles if title.extended]
            held = next((t for t in spelled if id(t) in known and not t.head.form), None)
            if held is not None and person.name.parts > 1:
                self._in_full.setdefault(family, held)
            own = next((t for t in spelled if not t.counterpart and is_copied(t)), None)
            if own is not None:
                self._beside.setdefault(family, own)

    def before(self, at: int) -> Title | None:
        """The office taken up at a token: of the person right in front, the last told in the sentence, that of whoever the
        sentence has called by the family name first ("والتقى بناني نظيره الروسي"), else the last told at all."""
        if (beside := self._office_beside(at)) is not None:
            return beside
        number = bisect_left(self._copied, at, key=lambda title: title.first)
        last = self._copied[number - 1] if number else None
        if last is not None and self._sentences[last.first] == self._sentences[at]:
            return last
        first = bisect_left(self._sentences, self._sentences[at])
        told = (self._in_full[norm] for norm in self._document.norms[first:at] if norm in self._in_full)
        return next(told, last)

    def _office_beside(self, before: int) -> Title | None:
        """ "X and his counterpart", "X met on the margins his counterpart": the office of the person named in front,
        wherever in the article it is told."""
        norms = self._document.norms
        at = before - 1
        if at >= 0 and norms[at] in COMMA:
            at -= 1
        for index in range(at, max(-1, at - _INSERTED), -1):
            if norms[index] in ".؛:؟!" or index in self._titles:
                break
            if (told := self._beside.get(norms[index])) is not None:
                return told
        return None
