"""A number of members that is told in parts: "يضم الحوار خمس دول من الشمال هي …، وخمس دول من الجنوب هي …" has ten."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from ingest.fold import fold
from ingest.mention import Kind, Mention, Reading
from ingest.word_lists import is_in, word_lists

_FAR = 30     # tokens between the numbers of two parts
_BEHIND = 8   # tokens behind a number in which it may be told that it is none of the parts
_STOPS = frozenset(".؛؟!")


def whole(reading: Reading, number: Mention) -> Mention:
    """The number with the parts that follow it, if those of the first are listed ("هي") before the next is told."""
    norms, lists = reading.document.norms, word_lists("belonging.toml")
    for mention in reading.starting(number.last, number.last + _FAR):
        between = norms[number.last : mention.first]
        if not _STOPS.isdisjoint(between):
            break
        joined = mention.prefix == "و" or norms[mention.first - 1] == "و"
        if mention.kind is not Kind.NUMBER or not joined or _noun(mention) != _noun(number):
            continue
        behind = takewhile(lambda norm: norm not in _STOPS, norms[mention.last : mention.last + _BEHIND])
        others = lists["no_members_yet"] | lists["looking_on"] | lists["part_of_those"]
        if lists["they_are"].isdisjoint(between) or any(is_in(norm, others) for norm in behind):
            break
        quantity, more = number.quantity, mention.quantity
        if quantity is None or more is None:
            break
        return replace(number, quantity=replace(quantity, value=quantity.value + more.value))
    return number


def _noun(number: Mention) -> str:
    """What a number counts, by the first letters that "دولة" and "دول" share."""
    unit = fold(number.quantity.unit or "") if number.quantity is not None else ""
    return unit[:3]
