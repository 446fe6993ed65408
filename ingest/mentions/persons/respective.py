"""Holders told in the order of their states or offices: "وزيرا خارجية تونس ومصر X وY", "وزيري الخارجية والدفاع X وY".

As many names stand behind an office of several as it has states, or matters, joined by "and": the first name is of the
first of them, the second of the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from ingest.mention import Kind, Mention
from ingest.mentions.names.bounds import Name
from ingest.mentions.persons.phrases import COMMA, Person, Phrases
from ingest.mentions.titles.posts import portfolio
from ingest.mentions.words.courtesy import skip_honorifics
from ingest.mentions.words.title_heads import ACCUSATIVE, SEVERAL, Title, heads, title_words

_REASON = "list of holders of one office"
_SEVERAL = (*SEVERAL, ACCUSATIVE)  # "وزيرا" is one in the accusative as well
_MATTER = 4  # words between an office of several and the first of its states, or of one matter
_LANDS = frozenset({Kind.COUNTRY, Kind.NISBA})


def holders(phrases: Phrases) -> Iterator[Person]:
    """The holders of the offices of several, each with the state or the matter that is his."""
    for title in [*phrases.titles, *_of_two_presidents(phrases)]:
        if title.head.form not in _SEVERAL and not title.counterpart:
            continue
        lands = _lands(phrases, title)
        if len(lands) > 1:
            yield from _of_lands(phrases, title, lands)
        elif not title.counterpart:
            yield from _of_matters(phrases, title)


def _of_two_presidents(phrases: Phrases) -> Iterator[Title]:
    """ "رئيسي", which elsewhere means "main": an office of two only where their names are told behind it."""
    head = heads().get("رئيس")
    words = sorted(title_words()["of_two"])
    for prefix, word in product(("", "و", "ل", "ب"), words) if head is not None else ():
        for at in phrases.document.places.get(prefix + word, ()):
            own = replace(head, form="dual", singular="رئيس") if head is not None else None
            if own is not None and at not in phrases.title_at:
                yield Title(at, at + 1, at + 1, prefix, own, at + 1, False, False, False, False, (), None)


def _of_lands(phrases: Phrases, title: Title, lands: Sequence[Mention]) -> Iterator[Person]:
    for number, (name, land) in enumerate(zip(_names(phrases, lands[-1].last, len(lands)), lands, strict=False)):
        first = phrases.honorifics_before(name.first) if number else phrases.styles_before(title.first)
        yield Person(first, name.last, name, [], _REASON, title, land)


def _of_matters(phrases: Phrases, title: Title) -> Iterator[Person]:
    """ "وزيري الخارجية والدفاع التونسيين X وY", "رئيسي الجمهورية والحكومة X وY"."""
    offices, end = _parts(phrases, title)
    if len(offices) < 2:
        return
    for number, (name, office) in enumerate(zip(_names(phrases, end, len(offices)), offices, strict=False)):
        first = phrases.honorifics_before(name.first) if number else phrases.styles_before(title.first)
        yield Person(first, name.last, name, [office], _REASON)


def _lands(phrases: Phrases, title: Title) -> list[Mention]:
    """The states behind an office, each but the first with "and" or behind a comma."""
    tokens, starts, each = phrases.tokens, phrases.reader.starts, title_words()["of_each"]
    at, limit = title.head_last, min(len(tokens), title.head_last + _MATTER)
    while at < limit and (at < title.last or tokens[at].norm in each) and not _land(starts.get(at)):
        at += 1
    found: list[Mention] = []
    while at < len(tokens) and (land := starts.get(at)) is not None and land.kind in _LANDS:
        joined = tokens[at].norm.startswith("و") and ("و" in land.prefix or tokens[at].norm.startswith("وال"))
        if joined != bool(found) and not (found and tokens[at - 1].norm in COMMA):
            break
        found.append(land)
        at = land.last
        listed = starts.get(at + 1) if at + 1 < len(tokens) and tokens[at].norm in "،," else None
        at += listed is not None and listed.kind in _LANDS and len(found) > 0
    return found


def _land(mention: Mention | None) -> bool:
    return mention is not None and mention.kind in _LANDS


def _parts(phrases: Phrases, title: Title) -> tuple[list[Title], int]:
    """The offices of a title with several matters, and the token behind them and the adjective of their state."""
    tokens, starts = phrases.tokens, phrases.reader.starts
    noun = title.head.singular.split()[0] if title.head.singular else ""
    bounds, at = [title.first], title.head_last
    land: Mention | None = None
    while noun and at < min(len(tokens) - 1, title.head_last + 2 * _MATTER):
        mention, norm = starts.get(at), tokens[at].norm
        if mention is not None and mention.kind is Kind.NISBA and not norm.startswith("و"):
            land, at = mention, mention.last
            break
        if norm.startswith("وال") and _is_office(phrases, noun, at):
            bounds.append(at)
        elif not norm.startswith("ال") or mention is not None:
            break
        at += 1
    ends = [*bounds[1:], land.first if land is not None else at]
    inside = (land,) if land is not None else ()
    found: list[Title] = []
    for first, end in zip(bounds, ends, strict=True):
        head = heads().get(f"{noun} {tokens[first].norm[1:]}") if found else title.head
        head = replace(head or title.head, form=title.head.form, singular=noun if found else title.head.singular)
        last = first if found else title.head_last
        own = replace(title, first=first, last=end, safe=end, head=head, head_last=last, extended=True, inside=inside)
        found.append(replace(own, prefix="و" if found else title.prefix))
    return found, at


def _is_office(phrases: Phrases, noun: str, at: int) -> bool:
    """Whether a word behind "and" makes an office with the noun of the first: "(وزيري الخارجية) والدفاع"."""
    return portfolio(phrases.tokens, at) or heads().get(f"{noun} {phrases.tokens[at].norm[1:]}") is not None


def _names(phrases: Phrases, at: int, count: int) -> list[Name]:
    """So many full names, joined by "and" or by commas with an "and" before the last; none where there are more or fewer."""
    names, tokens, home = phrases.names, phrases.tokens, phrases.names.sentence
    start = at
    at += at < len(tokens) and tokens[at].norm in COMMA
    at = skip_honorifics(phrases.document, at)
    found: list[Name] = []
    name = names.forward(at) if at < len(tokens) and home[at] == home[start - 1] else None
    while name is not None and name.parts >= 2 and len(found) <= count:
        found.append(name)
        at = name.last
        if at >= len(tokens) or home[at] != home[start - 1]:
            break
        if tokens[at].norm in "،,":
            if len(found) == count:
                break
            name = names.forward(skip_honorifics(phrases.document, at + 1)) or names.forward(at + 1, clitics=True)
        else:
            name = names.forward(at, clitics=True)
            name = name if name is not None and name.prefix == "و" else None
    return found if len(found) == count else []


def without_states(title: Title, holders: Sequence[Person]) -> None:
    """Takes the states from an office of several that is held by more or fewer than these: whose each is, is not told."""
    lands = [mention for mention in title.inside if mention.kind in _LANDS]
    told = [person for person in holders if title in person.titles]
    if title.head.form in _SEVERAL and len(told) > 1 and len(lands) > 1 and len(lands) != len(told):
        left = tuple(mention for mention in title.inside if mention not in lands)
        for person in told:
            person.titles = [replace(held, inside=left) if held is title else held for held in person.titles]
