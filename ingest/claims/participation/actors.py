"""Who a construction speaks of: the members of its lists.

A list is a row of items between separators. An item may be a title with a name and further words; one actor speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from re import Pattern
from re import compile as compile_pattern

from ingest.claims.participation.sides import sided, with_side
from ingest.claims.participation.words import one_of
from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import of_capital
from ingest.pattern import Hit, load, macro, words_of
from kg.vocabulary import M

_PLACEHOLDER = compile_pattern(r"<[A-Z](\d+)>")
ACTORS = frozenset({Kind.PERSON, Kind.TITLE, Kind.COUNTRY, Kind.GROUP, Kind.ORGANIZATION, Kind.COALITION})
NAMED = (Kind.PERSON, Kind.TITLE)
_BODIES = (Kind.ORGANIZATION, Kind.COALITION)
_STATES = (Kind.COUNTRY, *_BODIES)
_LANDS = (Kind.COUNTRY, Kind.NISBA)


@dataclass(slots=True)
class _Item:
    """The mentions between two separators, and the words that separate them from the item before.

    `office`: the words before the first mention make it somebody's country or body ("رئيس دولة <C>"); `side`: they make it
    that for which the one behind it came ("عن <C> <P>"). `delegate`: the first two are a state and who comes from it
    ("وزراء خارجية مصر <P> و <C> <P>", "وزراء بينهم <N> <P>").
    """

    gap: str
    mentions: list[Mention]
    office: bool = False
    side: bool = False
    delegate: bool = False

    def head(self, nisba: bool) -> Mention | None:
        """The actor who speaks for the item: the name behind a title, else the first."""
        actors = [m for m in self.mentions if m.kind in ACTORS]
        if nisba and not actors:
            actors = [m for m in self.mentions if m.kind is Kind.NISBA]
        if not actors:
            return None
        if self.delegate:
            return with_side(self.mentions[1], self.mentions[0].referent)
        person = next((m for m in actors if m.kind is Kind.PERSON), actors[0])
        if self.side and actors[0].kind in _STATES and person is not actors[0]:
            return with_side(person, actors[0].referent)
        return person if actors[0].kind is Kind.TITLE or self.side else actors[0]


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(macro("participation", "SEPARATOR"))


@cache
def _joined() -> Pattern[str]:
    return compile_pattern(rf"(?<!\S){macro('participation', 'CONJ')}")


def listed(hit: Hit, group: str, nisba: bool = False) -> list[Mention]:
    """The actors of a list: one for every item, without appositions, names in brackets and what only tells of an item."""
    if not hit.has(group):
        return []
    found: list[Mention] = []
    before: _Item | None = None
    pairs = "pairs" in hit.rule.fields
    for item in _items(hit, group):
        item.side = item.side or pairs
        if "ثم" in item.gap.split() and hit.rule.name.startswith("bilateral"):
            break  # "met X, then Y": another meeting
        if "capitals" in hit.rule.fields:
            item.mentions = [_state(hit, mention) for mention in item.mentions]
        head = item.head(nisba)
        if head is None:
            continue
        if before is not None and (named := _named_behind(before, item, found)) is not None:
            found[-1] = named
            continue
        if before is not None and found and _is_further_office(item, head, found[-1]):
            found[-1] = head
            before = item
            continue
        if before is not None and not _is_new(before, item, head, found):
            continue
        if before is not None and before.office and head.kind is Kind.PERSON and "و" not in item.gap:
            found.pop()  # "the president of state C, X": X is meant
        found.append(head)
        before = item
    return sided(hit, group, [m for m in found if m.referent is not None])


def holding(people: Iterable[Mention], office: str | None) -> list[Mention]:
    """Those who hold an office that begins so (an expression); all if no office is asked for."""
    if office is None:
        return [*people]
    wanted = compile_pattern(fold(office) + r"(?!\w)")
    return [p for p in people if any(not post.former and wanted.match(fold(post.surface)) for post in p.posts)]


def unheld(mentions: Iterable[Mention]) -> frozenset[str]:
    """The names of the rules that speak of the holders of an office which nobody in an article holds."""
    holders = [mention for mention in mentions if mention.posts]
    return frozenset([name for name, office in _offices_asked_for().items() if not holding(holders, office)])


@cache
def _offices_asked_for() -> dict[str, str]:
    return {rule.name: rule.fields["post"] for rule in load("participation") if "post" in rule.fields}


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
    lead = text[start : places[0].start()]
    sides, pairs = "sides" in hit.rule.fields, "pairs" in hit.rule.fields
    side = _is_side(lead or text[max(start - 6, 0) : start], sides)
    item = _Item("", [hit.skeleton.mentions[int(places[0].group(1))]], _names_office(lead), side)
    for one, two in pairwise(places):
        gap = text[one.end() + 1 : two.start()]
        mention = hit.skeleton.mentions[int(two.group(1))]
        nations = item.mentions[-1].kind is mention.kind is Kind.NISBA and gap in ("", "- ", "– ")
        delegation = pairs and gap.startswith(_listed("and_delegation"))  # "ترأس الوفد السعودي فلان والوفد الجزائري فلان"
        if nations or delegation or _separator().search(text, one.end() + 1, two.end()):
            yield item
            item = _Item(gap.strip(), [mention], _names_office(gap), _is_side(gap, sides))
        else:
            pair = not item.mentions[1:] and item.mentions[0].kind in _LANDS and mention.kind is Kind.PERSON
            item.delegate = item.delegate or (pair and _honours().fullmatch(gap) is not None)
            item.mentions.append(mention)
    yield item


@cache
def _honours() -> Pattern[str]:
    return compile_pattern(macro("participation", "HON"))


def _names_office(words: str) -> bool:
    return any(word.removeprefix("و") in one_of("OFFICES") for word in words.split())


def _is_side(words: str, sides: bool) -> bool:
    """Whether what follows is that for which somebody came: "عن مصر فلان", and in a list by sides "من مصر فلان"."""
    last = words.split()[-1:]
    return last in (["عن"], ["وعن"]) or (sides and last in (["من"], ["ومن"]))


@cache
def _listed(name: str) -> tuple[str, ...]:
    """A list of words or phrases with which something may begin or end."""
    return tuple(words_of("participation", name))


@cache
def _which() -> tuple[str, ...]:
    return tuple(f"{word} " for word in words_of("participation", "relative"))


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


def _is_further_office(item: _Item, head: Mention, last: Mention) -> bool:
    """Whether an office without a name and of no state is the first of those of the one behind it: "the deputy prime
    minister and minister of X, N"."""
    second = item.gap == "و" and head.kind in NAMED and head.post is not None
    if not second or last.kind is not Kind.TITLE or last.post is None:
        return False
    of_state = last.post.of is not None and last.post.of.type == M.Country
    return not of_state and fold(last.post.surface).startswith(_listed("second_office"))


def _is_new(before: _Item, item: _Item, head: Mention, found: Sequence[Mention]) -> bool:
    if item.gap.endswith(_listed("each_of")):
        return True
    last = found[-1]
    comma_only = not _joined().search(f"{item.gap} ")
    told_of = item.gap.strip("،,؛() ")
    if comma_only and told_of and last.kind is Kind.PERSON and head.kind not in NAMED:
        return False  # "X, accompanied by members of B, and …"
    named = last.kind is Kind.ORGANIZATION and head.kind is Kind.COUNTRY and told_of not in one_of("STATES")
    if comma_only and told_of and named:
        return False  # "the Free Union, Horizons of Tunisia, …": the country is part of a name that is no mention
    if comma_only and told_of.startswith(_which()):
        return False  # "X, who met Y apart"
    if head.kind is Kind.TITLE and last.kind in (Kind.PERSON, Kind.COUNTRY) and comma_only:
        return False  # "X, minister of Y, and …", "Saudi Arabia, chair of the summit, and …"
    if item.gap.endswith("(") and head.kind is Kind.COUNTRY and last.kind in NAMED:
        return False  # "X (Tunis)": whence he is
    office = fold(last.post.surface).split() if last.kind is Kind.TITLE and last.post is not None else []
    if head.kind in _BODIES and not words_of("participation", "accredited_to").isdisjoint(office[1:-1]):
        return False  # "delegate to the FAO, the IFAD and the WFP"
    if item.gap == "(" and head.kind is last.kind:
        return False  # the same name in another form
    trailing = before.mentions[-1]
    # "رئيس جمعية بلدان C1 و C2": what is coordinated is the C, not the head of the item
    return not (trailing is not last and trailing.kind is head.kind and head.kind not in NAMED and item.gap == "و")
