"""Counterparts without a name: "نظيره السويدي", "نظيريه السويدي والفنلندي" are holders of the office told before.

Each country named makes one holder of that office; who he is may be told elsewhere in the article. So does each behind an
office of two without names: "الرئيسان التركي والإيراني".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from ingest.document import Document
from ingest.fold import fold
from ingest.mentions import offices
from ingest.mentions.holders import Holder, is_copied
from ingest.mentions.mention import Kind, Mention, Post
from ingest.mentions.person_phrases import COMMA, Person
from ingest.mentions.title_heads import Title
from kg.claim import Referent, Span
from kg.vocabulary import M

_INSERTED = 8  # tokens between somebody and "his counterpart": days, places, the margins of a meeting
_MOST = 5  # countries of one row


def mentions(
    title: Title, like: Title, found: Sequence[Mention], document: Document, holder: Callable[[Post], Holder | None]
) -> Iterator[Mention]:
    """One mention for every country behind "his counterpart(s)"; none where no country follows. `like` is the office told
    before, or the title itself if it is of two: then there must be two countries."""
    nations = (m.first for m in found if m.kind is Kind.NISBA and title.head_last <= m.first <= title.last)
    first = next(nations, title.last) if like is title else title.head_last  # "وزيري الخارجية الصيني والروسي"
    row = [*_row(first, found, document)]
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


def _row(at: int, found: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The nations that begin behind an office and those joined to them by "and"."""
    nations = {m.first: m for m in found if m.kind is Kind.NISBA and m.referent is not None}
    for number in range(_MOST):
        region = nations.get(at)
        if region is None or (number and not document.tokens[at].norm.startswith("وال")):
            return
        yield region
        at = region.last


def antecedent(
    document: Document, persons: Sequence[Person], copied: Sequence[Title], before: int, sentences: Sequence[int]
) -> Title | None:
    """The office that "his counterpart" takes up: of the person right in front, the last told in the sentence, that of
    whoever the sentence has called by the family name first ("والتقى بناني نظيره الروسي"), else the last told at all."""
    if (beside := _office_beside(document, persons, before)) is not None:
        return beside
    at = bisect_left(copied, before, key=lambda title: title.first)
    last = copied[at - 1] if at else None
    if last is not None and sentences[last.first] == sentences[before]:
        return last
    first = bisect_left(sentences, sentences[before])
    return _of_family(document, persons, copied, range(first, before)) or last


def _of_family(
    document: Document, persons: Sequence[Person], copied: Sequence[Title], places: range
) -> Title | None:
    """The office of the first person whom some tokens call by the family name."""
    families: dict[str, Title] = {}
    known = {id(title) for title in copied}
    for person in persons:
        held = next((t for t in person.titles if id(t) in known and t.extended and not t.head.form), None)
        if held is not None and person.name.parts > 1:
            families.setdefault(document.tokens[person.name.last - 1].norm, held)
    return next((families[norm] for norm in document.norms[places.start : places.stop] if norm in families), None)


def _office_beside(document: Document, persons: Sequence[Person], before: int) -> Title | None:
    """ "X and his counterpart", "X met on the margins his counterpart": the office of the person named in front, wherever in
    the article it is told."""
    at = before - 1
    if at >= 0 and document.tokens[at].norm in COMMA:
        at -= 1
    for index in range(at, max(-1, at - _INSERTED), -1):
        if document.tokens[index].norm in ".؛:؟!" or any(t.first == index for p in persons for t in p.titles):
            break
        if (told := _office_of(document.tokens[index].norm, persons, document)) is not None:
            return told
    return None


def _office_of(family: str, persons: Sequence[Person], document: Document) -> Title | None:
    own = [p for p in persons if document.tokens[p.name.last - 1].norm == family]
    held = [t for p in own for t in p.titles if not t.counterpart and t.extended and is_copied(t)]
    return held[0] if held else None
