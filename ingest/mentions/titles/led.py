"""Leaders told by what they lead: "حزب … بزعامة X", "الحزب الذي يرأسه X", "الحكومة برئاسة X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.trie import splits
from ingest.mentions.words.name_words import has_article
from ingest.mentions.words.title_heads import Title, led_office, title_words

if TYPE_CHECKING:
    from ingest.mentions.titles.reader import Titles

_NEAR = 4
"""Tokens before "headed by" in which the body that is led stands."""
_FAR = 8
"""The same before "which he heads": the name of the body may be long."""
_FROM = "عن"
"""In front of a body that was left: in "انشق عن الحزب بقيادة X" it is those who split off that X leads."""
_GOVERNMENT = "Head of Government"


def led(titles: Titles, title: Title) -> Title | None:
    """The office of a leader, with the body; None where what is led is no body (a meeting, a delegation, a battle)."""
    norm, words = titles.tokens[title.first].norm, title_words()
    if (body := _body(titles, title.first)) and titles.tokens[body[0].first - 1].norm == _FROM:
        return None
    if norm.removeprefix(title.prefix) in words["cabinet"]:
        return title
    relative = norm[0] != "ب"
    if not relative and norm not in words["led_by"]:
        return replace(title, inside=_body(titles, title.first))
    end = title.first - relative
    if relative and (end < 1 or titles.tokens[end].norm not in words["relative"]):
        return None
    if relative and titles.tokens[end - 1].norm in "،,":
        end -= 1  # "الجيش، الذي يقوده X"
    presided = ("presided", "led_body") if title.head.label_en == "Leader" else ("presided",)
    nouns = presided if relative else ("government", "ruling") if norm in words["presided_by"] else ("led_body",)
    noun = _near(titles, end, nouns, _FAR if relative else _NEAR)
    presides = relative and any(verb in norm for verb in words["presides"])
    if noun is None or (presides and _is_of_sitting(titles, end)):
        return None
    if relative and title.head.label_en == "Leader" and noun not in words["presided"]:
        title = _called(title, "Commander")  # "الجيش الذي يقوده X"
    if not relative and noun in words["ruling"]:  # "مجلس السيادة برئاسة X"
        return replace(_called(title, "President"), inside=_ruled(titles, end))
    cabinet = tuple(words["cabinet"])
    governs = relative and any(token.norm.endswith(cabinet) for token in titles.tokens[max(0, end - _NEAR) : end])
    if governs or title.head.label_en == _GOVERNMENT:
        return _called(title, _GOVERNMENT)
    return replace(title, inside=_body(titles, end))


def _called(title: Title, label: str) -> Title:
    """The title of a leader as that of another label."""
    return replace(title, head=replace(title.head, label_en=label, singular=led_office(label).singular))


def _near(titles: Titles, end: int, nouns: Sequence[str], most: int) -> str | None:
    """The noun of a body that stands in the same sentence before a token, with no mark between."""
    words = frozenset[str]().union(*(title_words()[group] for group in nouns))
    for at in range(end - 1, max(-1, end - 1 - most), -1):
        if titles.home[at] != titles.home[end] or titles.tokens[at].norm in "،؛:.":
            return None
        said = {form for _, rest in splits(titles.tokens[at].norm) for form in (rest, rest.removeprefix("ال"))}
        if hit := said & words:
            return min(hit)
        if (said | {form.removesuffix("ا") for form in said}) & title_words()["gathering"]:
            return None  # "غاب رئيس المجلس عن القمة التي ترأسها X": the summit is presided over
    return None


def _is_of_sitting(titles: Titles, end: int) -> bool:
    """Whether the body that ends before a token is only named as that which meets: "اجتماع التحالف الذي ترأسه X"."""
    body = _body(titles, end)
    at = body[0].first - 1 if body else -1
    while at >= 0 and titles.home[at] == titles.home[end]:
        norm = titles.tokens[at].norm
        if norm.removeprefix("ال") in title_words()["gathering"] or norm in title_words()["gathering"]:
            return True
        if not norm.startswith("ال"):
            return False
        at -= 1  # "الاجتماع الوزاري الموسع للتحالف"
    return False


def _ruled(titles: Titles, end: int) -> tuple[()] | tuple[Mention]:
    """The body or the country that ends right before a token."""
    before = titles.ends.get(end)
    return _body(titles, end) or ((before,) if before is not None and before.kind in (Kind.COUNTRY, Kind.NISBA) else ())


def _body(titles: Titles, end: int) -> tuple[()] | tuple[Mention]:
    """The body that ends right before a token."""
    before = titles.ends.get(end)
    if before is None and has_article(titles.document, end - 1):
        before = titles.ends.get(end - 1)  # "جماعة أرغون اليهودية"
    return (before,) if before is not None and before.kind in COLLECTIVES else ()
