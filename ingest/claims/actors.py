"""Who a construction speaks of: the members of a list, the one meant by a pronoun, the two parties named before.

A list is a row of items between separators. An item may be a title with a name and further words; one actor speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from re import Pattern
from re import compile as compile_pattern

from ingest.claims.modality import is_present_form
from ingest.claims.speech import verb_at
from ingest.fold import fold
from ingest.mentions.countries import of_capital
from ingest.mentions.mention import Kind, Mention
from ingest.pattern import Hit, macro
from ingest.skeleton import Skeleton
from kg.vocabulary import M

_PLACEHOLDER = compile_pattern(r"<[A-Z](\d+)>")
_OBLIQUE = frozenset("بلك")
_ACTORS = frozenset({Kind.PERSON, Kind.TITLE, Kind.COUNTRY, Kind.GROUP, Kind.ORGANIZATION, Kind.COALITION})
_NAMED = (Kind.PERSON, Kind.TITLE)
_OFFICE = 4  # words of an office that is no mention, before its holder


@dataclass(slots=True)
class _Item:
    """The mentions between two separators, and the words that separate them from the item before.

    `office`: the words before the first mention make it somebody's country or body ("رئيس دولة <C>").
    """

    gap: str
    mentions: list[Mention]
    office: bool = False

    def head(self, nisba: bool) -> Mention | None:
        """The actor who speaks for the item: the name behind a title, else the first."""
        actors = [m for m in self.mentions if m.kind in _ACTORS or (nisba and m.kind is Kind.NISBA)]
        if not actors:
            return None
        if actors[0].kind is Kind.TITLE:
            return next((m for m in actors if m.kind is Kind.PERSON), actors[0])
        return actors[0]


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(macro("participation", "SEPX"))


@cache
def _joined() -> Pattern[str]:
    return compile_pattern(rf"(?<!\S){macro('participation', 'CONJ')}")


def listed(hit: Hit, group: str, nisba: bool = False) -> list[Mention]:
    """The actors of a list: one for every item, without appositions, names in brackets and what only tells of an item."""
    if not hit.has(group):
        return []
    found: list[Mention] = []
    before: _Item | None = None
    for item in _items(hit, group):
        if "capitals" in hit.rule.fields:
            item.mentions = [_state(hit, mention) for mention in item.mentions]
        head = item.head(nisba)
        if head is None:
            continue
        if before is not None and (named := _named_behind(before, item, found)) is not None:
            found[-1] = named
            continue
        if before is not None and not _is_new(before, item, head, found):
            continue
        if before is not None and before.office and head.kind is Kind.PERSON and "و" not in item.gap:
            found.pop()  # "the president of state C, X": X is meant
        found.append(head)
        before = item
    return [m for m in found if m.referent is not None]


def holding(people: list[Mention], office: str | None) -> list[Mention]:
    """Those who hold an office that begins so (an expression); all if no office is asked for."""
    if office is None:
        return people
    wanted = compile_pattern(fold(office) + r"(?!\w)")
    return [p for p in people if any(not post.former and wanted.match(fold(post.surface)) for post in p.posts)]


def _state(hit: Hit, mention: Mention) -> Mention:
    """The state for which its capital stands ("at the request of Moscow")."""
    capital = of_capital(hit.skeleton.reading.document.tokens, mention.first) if mention.kind is Kind.PLACE else None
    return mention if capital is None else replace(mention, kind=Kind.COUNTRY, referent=capital[2])


def _items(hit: Hit, group: str) -> Iterator[_Item]:
    text = hit.skeleton.text
    start, end = hit.match.span(group)
    places = list(_PLACEHOLDER.finditer(text, start, end))
    if not places:
        return
    item = _Item("", [hit.skeleton.mentions[int(places[0].group(1))]], _names_office(text[start : places[0].start()]))
    for one, two in pairwise(places):
        gap = text[one.end() + 1 : two.start()]
        mention = hit.skeleton.mentions[int(two.group(1))]
        nations = item.mentions[-1].kind is mention.kind is Kind.NISBA and gap in ("", "- ", "– ")
        if nations or _separator().search(gap):
            yield item
            item = _Item(gap.strip(), [mention], _names_office(gap))
        else:
            item.mentions.append(mention)
    yield item


def _names_office(words: str) -> bool:
    return any(word.removeprefix("و") in _offices() for word in words.split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(macro("participation", "OFFICES").split("|"))


def _named_behind(before: _Item, item: _Item, found: Sequence[Mention]) -> Mention | None:
    """The name of an office that the list has without one: "the minister; X", "the ambassador in C and D X"."""
    if not found or found[-1].kind is not Kind.TITLE or found[-1] not in before.mentions:
        return None
    first = item.mentions[0]
    if not item.gap.strip("،؛, ") and first.kind is Kind.PERSON:
        return first
    if item.gap == "و" and first.kind is Kind.COUNTRY and len(item.mentions) > 1 and item.mentions[1].kind is Kind.PERSON:
        return item.mentions[1]
    return None


def _is_new(before: _Item, item: _Item, head: Mention, found: Sequence[Mention]) -> bool:
    last = found[-1]
    comma_only = not _joined().search(f"{item.gap} ")
    told_of = item.gap.strip("،,؛() ")
    if comma_only and told_of and last.kind is Kind.PERSON and head.kind not in _NAMED:
        return False  # "X, accompanied by members of B, and …"
    if head.kind is Kind.TITLE and last.kind is Kind.PERSON and comma_only:
        return False  # "X, minister of Y, and …"
    if item.gap == "(" and head.kind is last.kind:
        return False  # the same name in another form
    trailing = before.mentions[-1]
    # "رئيس جمعية بلدان C1 و C2": what is coordinated is the C, not the head of the item
    return not (trailing is not last and trailing.kind is head.kind and head.kind not in _NAMED and item.gap == "و")


def is_straight(skeleton: Skeleton, mention: Mention) -> bool:
    """Whether a mention may be the subject of a clause: it stands first, behind a stop, a particle or a verb."""
    if set(mention.prefix) & _OBLIQUE:
        return False
    before = _before_phrase(skeleton, mention)
    first = skeleton.sentence.first
    if before <= first:
        return True
    norm = skeleton.reading.document.tokens[before].norm
    plain = norm.removeprefix("و")
    if not norm[0].isalnum() or norm in _subject_after() or plain in _subject_after() or verb_at(norm) is not None:
        return True
    titles = [m for m in skeleton.mentions if m.last == mention.first and m.kind is Kind.TITLE]
    if titles:  # a title and a name behind it
        return is_straight(skeleton, titles[0])
    # "X التقى": a present, or a verb that begins its clause
    return is_present_form(norm) or (before - 1 >= first and _stops(skeleton, before - 1))


def _before_phrase(skeleton: Skeleton, mention: Mention) -> int:
    """The token before a name and the definite words of an office that is no mention ("المرشد الروحي فلان")."""
    tokens, at = skeleton.reading.document.tokens, mention.first - 1
    nations = {m.first for m in skeleton.mentions if m.kind is Kind.NISBA}
    while mention.kind is Kind.PERSON and mention.first - at <= _OFFICE and at > skeleton.sentence.first:
        norm = tokens[at].norm
        if norm in _subject_after() or not (at in nations or norm.startswith(("ال", "لل"))):
            break
        at -= 1
    return at


def _stops(skeleton: Skeleton, index: int) -> bool:
    norm = skeleton.reading.document.tokens[index].norm
    return not norm[0].isalnum() or norm in _subject_after()


@cache
def _subject_after() -> frozenset[str]:
    return frozenset(macro("participation", "SUBJECT_AFTER").split("|"))


def topic_of(skeleton: Skeleton, before: Mention | None) -> Mention | None:
    """The person a sentence speaks of, whom the next sentence may leave unnamed: its first subject, or the one before."""
    here = [m for m in skeleton.mentions if m.kind in _NAMED and m.referent is not None]
    return next((m for m in here if is_straight(skeleton, m)), None if here else before)


def subject_before(hit: Hit, topic: Mention | None) -> Mention | None:
    """The one spoken of before the verb: the nearest person or office in the sentence that no preposition governs.

    Where the sentence has none and begins with a verb, the one the sentence before speaks of.
    """
    at = hit.token("verb")
    if _has_noun_subject(hit, at):
        return None
    here = [m for m in hit.skeleton.mentions if m.last <= at and m.kind in _NAMED and m.referent is not None]
    straight = [m for m in here if is_straight(hit.skeleton, m)]
    if straight:
        return straight[-1]
    if here:
        return None
    bodies = [m for m in hit.skeleton.mentions if m.last <= at and m.kind in _ACTORS and m.referent is not None]
    bodies = [m for m in bodies if is_straight(hit.skeleton, m)]
    if bodies:
        return bodies[-1]
    return topic if _is_implicit(hit) else None


def body_before(hit: Hit) -> list[Mention]:
    """The country or body that is the subject before the verb, if no person comes between."""
    at = hit.token("verb")
    before = [m for m in hit.skeleton.mentions if m.last <= at and m.kind in _ACTORS and m.referent is not None]
    straight = [m for m in before if is_straight(hit.skeleton, m)]
    return straight[-1:] if straight and straight[-1].kind not in _NAMED else []


def _is_implicit(hit: Hit) -> bool:
    """Whether the sentence begins with a verb whose subject was told before: "وأكد خلال ندوة …"."""
    sentence, tokens = hit.skeleton.sentence, hit.skeleton.reading.document.tokens
    if all(tokens[i].norm in _openers() for i in range(sentence.first, hit.token("verb"))):
        return True  # "وأجرى محادثات مع", "كما التقى"
    if sentence.last - sentence.first < 2 or verb_at(tokens[sentence.first].norm) is None:
        return False
    following = tokens[sentence.first + 1].norm
    return not following[0].isalnum() or following in _openers()


@cache
def _openers() -> frozenset[str]:
    return frozenset(macro("participation", "OPENERS").split("|"))


def _has_noun_subject(hit: Hit, at: int) -> bool:
    """Whether a noun that is no mention stands right before a verb as its subject ("الحكومة تجري مباحثات")."""
    before = at - 1
    if before < hit.skeleton.sentence.first or any(m.first <= before < m.last for m in hit.skeleton.mentions):
        return False
    norm = hit.skeleton.reading.document.tokens[before].norm.removeprefix("و")
    return norm.startswith("ال") and norm not in _subject_after() and norm not in ("الذي", "التي", "الذين")


def two_before(hit: Hit, earlier: Sequence[Mention]) -> list[Mention]:
    """The two parties a dual pronoun means: the last two different people named before it."""
    at = hit.token("verb") if not hit.has("meeting") else hit.token("meeting")
    here = [m for m in hit.skeleton.mentions if m.last <= at and m.kind in _NAMED and m.referent is not None]
    pair: list[Mention] = []
    office = fold(hit.match.group("office")) if hit.has("office") else ""
    for mention in [*reversed(here), *reversed(earlier)]:
        if office and (mention.post is None or office not in fold(mention.post.surface)):
            continue  # "both ministers": the two last named as ministers
        if all(mention.referent != other.referent for other in pair):
            pair.append(mention)
        if len(pair) == 2:
            return pair[::-1]
    return []


def country_of(speaker: Mention) -> list[Mention]:
    """The country a person speaks for ("his country"), as the mention of the person with that country for referent."""
    if speaker.post is None or speaker.post.of is None or speaker.post.of.type != M.Country:
        return []
    return [replace(speaker, kind=Kind.COUNTRY, referent=speaker.post.of, post=None)]
