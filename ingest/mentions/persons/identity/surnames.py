"""Where a family name alone, or the given name with it, means a person the article has named in full."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import verb_forms
from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.persons.identity.holders import Holder, ordinals
from ingest.mentions.trie import splits
from ingest.mentions.words.courtesy import one_word_courtesies
from ingest.mentions.words.name_words import Word, shapes
from ingest.mentions.words.sayings import is_saying, subject_behind
from ingest.mentions.words.title_heads import Title
from ingest.names import parts, skeleton
from ingest.parts import Document
from kg.claim import Span

_FAMILY_FIRST = frozenset(f"country/{code}" for code in ("CN", "KR", "KP", "VN", "TW"))
_NAMES = (Word.GIVEN, Word.WEAK, Word.SERVANT, Word.LINK)
_NO_NAME = (Word.COMMON, Word.DERIVED, Word.DEFINITE, Word.MARK)


@cache
def leading() -> frozenset[str]:
    """Words behind which a word of the language is a family name if the article knows one: forms of address, "met"."""
    return frozenset(verb_forms()) | one_word_courtesies()


def families(holders: Iterable[Holder]) -> dict[str, list[Holder]]:
    """The last word of every full name, as it is and (with "~") as skeleton."""
    found: dict[str, list[Holder]] = {}
    for holder in holders:
        for surface in {*holder.surfaces}:
            own = parts(surface)
            if len(own) < 2 or own[-1].startswith(tuple(shapes("servant"))) or own[-1] in ordinals():
                continue
            bare = own[-1][2:] if own[-1].startswith("ال") and len(own[-1]) > 5 else own[-1]
            for form in {own[-1], bare, "~" + skeleton(own[-1]), *in_front(own, holder)}:
                group = found.setdefault(form, [])
                if holder not in group:
                    group.append(holder)
    return found


def in_front(own: Sequence[str], holder: Holder) -> tuple[str, ...]:
    """The family name where it stands first, as in China and Korea: "تشين" of "تشين قانغ"."""
    countries = {post.of.key for post in holder.posts.values() if post.of is not None}
    long = len(own[0]) > 2 or own[0] in shapes("short_family")
    return (own[0],) if long and not countries.isdisjoint(_FAMILY_FIRST) else ()


def stands(at: int, prefix: str, document: Document, names: Names, named: Collection[Holder]) -> bool:
    """Whether a word that is somebody's family name means him here.

    `named` are all persons of the article whose names have the word. One that is a given name too ("كيري") does if it is no
    part of another name; one that is a word of the language too ("سعيد") only as a subject.
    """
    word = names.words[at] if not prefix else Word.UNKNOWN
    if word not in (Word.GIVEN, Word.WEAK) or (not prefix and _with_second(at, document, names, named)):
        return True
    before = document.tokens[at - 1].norm if at else ""
    if is_saying(before) or (before in leading() and len(named) == 1):
        whole = names.forward(at)
        return whole is None or whole.last - whole.first == 1 or any(_bears(one, whole, document) for one in named)
    if len(named) != 1 or not at or names.words[at - 1] in _NAMES:
        return False
    name = names.forward(at)
    if name is not None and name.last - name.first > 1:
        return False
    return before in subject_behind() or word is Word.GIVEN


def _with_second(at: int, document: Document, names: Names, named: Collection[Holder]) -> bool:
    """Whether the last two words of a longer name stand here, no name before them: "قايد صالح" of "أحمد قايد صالح"."""
    if at < 1 or (at > 1 and names.words[at - 2] in _NAMES):
        return False
    two = [document.tokens[at - 1].norm, document.tokens[at].norm]
    owns = (fold(surface).split() for holder in named for surface in holder.surfaces)
    return any(len(own) > len(two) and own[-len(two):] == two for own in owns)


def _bears(holder: Holder, name: Name, document: Document) -> bool:
    """Whether a person's name has every word of another one: "جمال مبارك" is no second name of "خديجة الجمال"."""
    words = {word for surface in holder.surfaces for word in fold(surface).split()}
    return all(document.tokens[i].norm in words for i in range(name.first, name.last))


def ends_pair(at: int, document: Document) -> bool:
    """Whether a word behind a name closes a pair with "and", even if it may be a word of the language: "برئاسة هاموند
    وكيري،"."""
    tokens = document.tokens
    closed = at + 1 >= len(tokens) or not tokens[at + 1].norm[0].isalnum()
    return closed and tokens[at].norm[0] == "و"


def given_before(
    at: int, document: Document, words: Sequence[Word], holder: Holder, taken: set[int]
) -> tuple[int, str, bool]:
    """Where a name begins whose family name stands at a token, its clitics, and whether it is all of the name.

    "مع تيريزا ماي" of "تيريزا ماي"; "فكي محمد" of "موسى فكي محمد", "ولد الغزواني" of "محمد ولد الشيخ الغزواني".
    """
    tokens = document.tokens
    surfaces = [fold(surface).split() for surface in set(holder.surfaces)]
    tails = ((own[cut:], cut == 0) for own in surfaces for cut in range(len(own) - 1))
    for tail, whole in sorted(tails, key=lambda found: (-len(found[0]), not found[1], found[0])):
        first = at - len(tail) + 1
        if first < 0 or tail[-1] != tokens[at].norm or not taken.isdisjoint(range(first, at)):
            continue
        if [tokens[i].norm for i in range(first + 1, at)] != tail[1:-1]:
            continue
        for prefix, rest in splits(tokens[first].norm):
            if rest == tail[0]:
                return first, prefix, whole
    if at and words[at - 1] is Word.LINK and at - 1 not in taken and any(tokens[at - 1].norm in own for own in surfaces):
        return at - 1, "", False
    return at, "", False


def chains(document: Document, words: Sequence[Word], holders: Sequence[Holder], named: Sequence[Mention]) -> list[Mention]:
    """A name of descent alone, "ولد عبد العزيز" or "بن عبد الرحمن", or one of a servant, "عبد المهدي", which means the one
    whose full name ends so."""
    tails: dict[tuple[str, ...], dict[int, Holder]] = {}
    given: set[tuple[str, ...]] = set()
    for holder in holders:
        for own in (fold(surface).split() for surface in holder.surfaces):
            at = next((i for i in range(1, len(own) - 2) if own[i] in _descent()), _servant(own))
            if at < len(own):  # with one word behind it, that word is the family name
                tails.setdefault(tuple(own[at:]), {})[id(holder)] = holder
            given |= {tuple(own[:1]), tuple(own[:2])}
    tails = {tail: bearers for tail, bearers in tails.items() if tail not in given}  # "عبد الله الثاني" is another
    taken = {i for mention in named for i in range(mention.first, mention.last)}
    made = []
    for tail, bearers in tails.items():
        for first in document.places.get(tail[0], ()) if len(bearers) == 1 else ():
            last = first + len(tail)
            whole = tuple(token.norm for token in document.tokens[first:last]) == tail
            alone = not first or first - 1 in taken or words[first - 1] in _NO_NAME
            if whole and alone and taken.isdisjoint(range(first, last)) and words[last : last + 1] != [Word.LINK]:
                (holder,) = bearers.values()
                span = Span(document.tokens[first].start, document.tokens[last - 1].end)
                made.append(Mention(Kind.PERSON, first, last, span, holder.referent, "name of descent alone", coref=True))
                insort(holder.places, first)
    return made


def _servant(own: Sequence[str]) -> int:
    """Where "عبد المهدي" or "عبدالمهدي" begins at the end of a name, behind another: its length if it does not."""
    if len(own) > 2 and own[-2] in shapes("servant"):
        return len(own) - 2
    return len(own) - 1 if len(own) > 1 and own[-1].startswith(tuple(shapes("servant_of"))) else len(own)


def titled(short: Sequence[Mention], alone: Sequence[Title]) -> list[Mention]:
    """Family names with the office right before them: "الرئيس السيسي", "ورئيس الوزراء الكاظمي" are one phrase each."""
    ends = {end: title for title in alone if not title.head.form for end in (title.last, title.safe)}
    made = []
    for mention in short:
        title = ends.get(mention.first) or ends.get(mention.last)
        if title is not None and not mention.prefix and title.first < title.head_last <= mention.first:
            mention = replace(mention, first=title.first, prefix=title.prefix)
        made.append(mention)
    return made


@cache
def _descent() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in read_tsv("name_particles.tsv") if row["kind"] == "link")
