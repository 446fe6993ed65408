"""What a pattern asks for, and that no match of a rule is lost by it."""

from __future__ import annotations

import re

import pytest

from ingest.document import read_document
from ingest.mentions import find
from ingest.pattern import load
from ingest.required import Reader
from ingest.skeleton import Skeleton
from tests.bench.bench_reading import samples

WORDS = {"host": ["يستضيف", "تستضيف"]}
MACROS = {"M": r"<M\d+>", "PT": r"<[PT]\d+>", "open": "قبل|بعد", "AT": "(?:في|ب) {M}", "B": r"<[OL]\d+>"}


@pytest.mark.parametrize(
    ("pattern", "musts"),
    [
        ("عقد {M}", [{"<M"}, {"عقد "}]),
        ("{words.host} {..4}(?P<meeting>{M})", [{"<M"}, {"يستضيف", "تستضيف"}]),
        ("كلمت?ه", [{"كلم"}]),
        ("(?:في )?{M}", [{"<M"}]),
        ("(?:في|خلال) {M}", [{"<M"}, {"في", "خلال"}]),
        ("(?:في|.) {M}", [{"<M"}]),
        ("(?!غدا)(?<!امس )(?=<M){AT}", [{"<M"}, {"في", "ب"}]),
        ("عقد|اجتمع", [{"عقد", "اجتمع"}]),
        ("عقد|", []),
        ("لم {open} عقد", []),
        ("[عغ]قد+ {0}", [{"قد"}]),
        (r"\(المغرب\)", [{"(المغرب)"}]),
        ("(?:ا|(?:بحث|نقاش))", []),
        ("(?:{M} و){2,4}", [{"<M"}]),
        ("(?:{M} و){0,4}", []),
    ],
)
def test_musts(pattern: str, musts: list[set[str]]) -> None:
    found = [set(must) for must in Reader(WORDS, MACROS).musts(pattern)]
    assert all(must in found for must in musts if min(map(len, must)) > 1)
    assert all(any(string in text for string in must) for must in found for text in _matching(pattern))


def _matching(pattern: str) -> list[str]:
    """Some texts in which a pattern matches."""
    expanded = pattern
    for name, text in {**MACROS, "words.host": "(?:يستضيف|تستضيف)", "..4": r"(?:\S+ ){0,4}?"}.items():
        expanded = expanded.replace("{" + name + "}", text)
    tried = [
        "عقد <M1>", "تستضيف غدا <M0>", "كلمه", "في <M0>", "قد بعد عقد", "لم قبل", "بعد عقد", "(المغرب)", "بحث",
        "<M1> و<M2> و", "ب <M3>", "عقد", "",
    ]
    return [text for text in tried if re.search(expanded, text)]


@pytest.mark.parametrize("name", ["participation", "membership", "founding", "count"])
def test_no_match_is_lost(name: str) -> None:
    for record in samples():
        reading = find(read_document(record))
        for sentence in reading.document.sentences:
            skeleton = Skeleton.of(reading, sentence)
            tried = set(load(name).worth_trying(skeleton.words, skeleton.text))
            for rule in load(name):
                named = rule.fields.get("meeting") == "named"  # matches without it are of no use
                assert rule in tried or (named and "<M" not in skeleton.text) or not rule.expression.search(skeleton.text)
