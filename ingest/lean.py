"""A skeleton without the circumstances, numbers and commas that papers put between a verb and those it tells of.

"ترأس، أمس الثلاثاء بالرباط، الوزير فلان الاجتماع" says of its people what "ترأس الوزير فلان الاجتماع" says: patterns about
people are read on the shorter sentence, and what they match stands for the longer one in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate

from ingest.skeleton import Skeleton
from ingest.word_lists import word_lists

_DAY = r"(?:هذا )?(?:\( )?<D\d+>(?: \))?"
_SPOT = r"(?:ب|في) <W\d+>"
_BULLETS = re.compile(r"(?<= )[•▪●◦·■](?= )")
_TITLE = 8  # letters of a title in a skeleton
_TITLE_END = re.compile(r"<T\d+> ?\Z")
_PERSON = re.compile(r"<P(\d+)>")
_NUMBERED = re.compile(r"<M\d+> (ال <X\d+>)(?= )")
"""A meeting with its number: "القمة الـ 29"."""
_COMMAS = ("،", ",")


def _any(name: str) -> str:
    """The words of a list as an expression."""
    return "|".join(sorted(word_lists("phrases.toml")[name]))


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=\S) ، (?:(?:{_DAY}|{_SPOT}|{_any('here')}) ){{1,4}}،(?= (?!و |ثم ))"  # "، أمس بالرباط،"
        rf"|(?<=[^\s،.]) {_DAY}(?= )"  # "شارك أمس فلان"
        rf"|(?<=\S) {_SPOT}(?= <[PT]\d)"  # "قال بالرباط فلان"
    )


@cache
def _listed() -> re.Pattern[str]:
    head = rf"(?:ال\S+ )?(?:{_any('following')})\S+ (?:(?:{_any('whose_names')}) )?"
    return re.compile(
        rf"(?<=\S) (?:{head}: (?:\d{{1,2}} )?(?:[-–•] )?"  # "الدول التالية: - <C>"
        r"|(?<= من ): (?:\d{1,2} )?(?:[-–•] )?|(?<= : )(?:\d{1,2} )?[-–•] )(?=<|ال\S+ <|و )"  # "كل من: - <P>"
        r"|(?<=\S) \d{1,2} (?=[-–] <)"  # "؛ 2 - <P>"
    )


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(rf"<P(\d+)> [،,](?= (?!و|(?:{_any('opens_another')}) |[<.،]))")


def lean(skeleton: Skeleton) -> Skeleton:
    """The skeleton without days and places between its parts; the same if it has none."""
    return skeleton.reading.once("lean skeleton", skeleton.sentence.index, lambda: _made(skeleton))


def _made(skeleton: Skeleton) -> Skeleton:
    gone: set[int] = set()
    text = skeleton.text
    if " , " in text:
        skeleton = replace(skeleton, text=text.replace(" , ", " ، "), words=skeleton.words | {"،"})
        text = skeleton.text
    if " : " in text:
        text, skeleton = _unlisted(skeleton, gone)
    told = "<D" in text or "<W" in text or not word_lists("phrases.toml")["here"].isdisjoint(skeleton.words)
    for found in _loose().finditer(text) if told else ():
        if _parts_two(skeleton, found):
            continue
        gone.update(range(skeleton.element(found.start() + 1), skeleton.element(found.end() - 1) + 1))
    if "> ،" in text or "> ," in text:
        gone.update(_closing_commas(skeleton))
    for found in _NUMBERED.finditer(text) if "> ال <X" in text else ():
        gone.update(range(skeleton.element(found.start(1)), skeleton.element(found.end() - 1) + 1))
    if not gone:
        return skeleton
    words = skeleton.text.split(" ")
    kept = [number for number in range(len(words)) if number not in gone]
    starts = [0, *accumulate([len(words[number]) + 1 for number in kept])]
    return Skeleton(
        skeleton.reading, skeleton.sentence, " ".join(words[number] for number in kept), skeleton.mentions,
        tuple(starts[: len(kept)]), tuple(skeleton.firsts[n] for n in kept), tuple(skeleton.lasts[n] for n in kept),
        skeleton.words,
    )


def _unlisted(skeleton: Skeleton, gone: set[int]) -> tuple[str, Skeleton]:
    """Takes the marks of a list out: what stands between its verb and the first item, and the numbers of the items."""
    text = _BULLETS.sub("-", skeleton.text)
    for found in _listed().finditer(text):
        gone.update(range(skeleton.element(found.start() + 1), skeleton.element(found.end() - 1) + 1))
    if text != skeleton.text:
        skeleton = replace(skeleton, text=text, words=skeleton.words | {"-"})
    return text, skeleton


def _parts_two(skeleton: Skeleton, found: re.Match[str]) -> bool:
    """Whether a day stands between two people, who would read as one: "دعا أمير قطر العام الماضي الرئيس فلانا"."""
    before = _TITLE_END.search(skeleton.text[max(0, found.start() - _TITLE) : found.start() + 1])
    behind = _PERSON.match(skeleton.text, found.end() + 1) if before is not None else None
    return behind is not None and skeleton.mentions[int(behind.group(1))].post is not None


def _closing_commas(skeleton: Skeleton) -> Iterator[int]:
    """The commas that close a name set off from its office: "ترأس وزير الخارجية، فلان، الاجتماع"."""
    tokens = skeleton.reading.document.tokens
    for found in _closed().finditer(skeleton.text):
        person = skeleton.mentions[int(found.group(1))]
        if any(tokens[at].norm in _COMMAS for at in range(person.first, person.last)):
            yield skeleton.element(found.end() - 1)
