"""Reading takes time in proportion to the length of an article, whatever its shape.

Counted are executed lines of Python, not seconds: the same on every machine, however busy. `tests.bench.bench_reading` has
the seconds, up to articles of a megabyte.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from ingest.pipeline import process
from tests.bench.bench_reading import joined, record

LIMIT = 2.2
_OPENING = "انعقدت القمة العربية في المنامة يوم الخميس. "
_SCENE = "صافح وعانق وتبادل الحديث، وحضرها وقاطعها الوزير وجلس إلى يمينه الرئيس المصري عبد الفتاح السيسي و"


def _lines(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work executes."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def _unbroken(text: str) -> str:
    """The text as one sentence."""
    return re.sub(r"[.؟?!…\s]+", " ", text)


SHAPES: dict[str, Callable[[int], str]] = {
    "many articles": lambda size: joined(size),
    "one article again and again": lambda size: joined(size, different=1),
    "one sentence": lambda size: _unbroken(joined(size)),
    "one sentence of a scene": lambda size: _OPENING + _SCENE * (size // len(_SCENE.encode())),
    "one sentence in an open quotation": lambda size: "«" + _unbroken(joined(size)),
}

AGAIN = {
    "his office": "ويضم الوفد المرافق للملك وزير الخارجية سالم الراشد، ومدير مكتبه كريم العلوي ",
    "a journey": "تنعقد القمة في طوكيو وقالت الرئاسة إن الرئيس الكوري كيم سونغ هو لن يذهب إلى الصين ",
    "a conference of many": "ينعقد مؤتمر الأطراف (COP28) في دبي ",
    "two states": "لقاء تونس والدنمارك في ربع نهائي الكأس بالدوحة ",
    "who takes over": "انتخب سالم الراشد أمينا عاما للمجلس خلفا لكريم العلوي ",
    "a report that nothing ends": "سبق لقطر أن دعت لبنان إلى القمة ",
    "once a member": "وكانت تونس عضوا في منظمة الأقطار حتى عام 2018 ",
    "an encounter on the margins": "شارك الوزير في المؤتمر وعقد على هامشه لقاء مع نظيره المصري ",
    "an English meeting": "The minister met the children ",
}


def _name(number: int) -> str:
    """A name that no other number has."""
    syllables = ["ba", "do", "fe", "gi", "ho", "ku", "la", "me", "no", "pu", "ra", "se", "ti", "vo", "wa", "ze"]
    return "".join(syllables[number >> shift & 15] for shift in (0, 4, 8, 12)).capitalize()


def _all_new(size: int) -> str:
    """English news in which nobody is named twice."""
    told: list[str] = []
    while sum(map(len, told)) < size:
        first, second, third = (f"{_name(n)} {_name(n + 1)}" for n in range(6 * len(told), 6 * len(told) + 6, 2))
        told.append(
            f"Foreign Minister {first} of Morocco met {second}, secretary-general of the {_name(7 * len(told))} Council, on "
            f"Monday. Ambassador {third} took part in the meeting in Paris.\n\n"
        )
    return "".join(told)


SHAPES["an English article of new names"] = _all_new


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_work(shape: str) -> None:
    _check(shape, 25_000, SHAPES[shape])


@pytest.mark.parametrize("what", AGAIN)
def test_so_does_one_sentence_that_says_the_same_again_and_again(what: str) -> None:
    said = AGAIN[what]
    _check(what, 24_000, lambda size: said * (size // len(said.encode())))


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_so_do_long_texts(shape: str) -> None:
    _check(shape, 250_000, SHAPES[shape])


def _check(shape: str, size: int, text: Callable[[int], str]) -> None:
    language = "en" if text(100).isascii() else "ar"
    short, long = (replace(record(text(length)), language=language) for length in (size, 2 * size))
    process(short)  # lexicons and the forms of words are read on first use
    process(long)
    ratio = _lines(lambda: process(long)) / _lines(lambda: process(short))
    assert ratio <= LIMIT, f"{shape}: {ratio:.2f}"
