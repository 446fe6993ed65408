"""With which words patterns begin, and that no match of a rule is lost by it."""

from __future__ import annotations

import pytest

from ingest.document import read_document
from ingest.mentions import find
from ingest.openings import Openings, places
from ingest.pattern import load
from ingest.skeleton import Skeleton
from tests.bench.bench_reading import samples

WORDS = {"host": ["استضاف", "استضافت"], "seen": ["راي النور", "ابصر"]}
MACROS = {"C": r"<C\d+>", "ADV": "(?:غدا |امس )?", "LOOSE": "قمه|ندوه", "ANY": r"(?:\S+ ){0,4}?"}
OPENINGS = Openings(WORDS, MACROS)


@pytest.mark.parametrize(
    ("pattern", "some", "count"),
    [
        ("(?P<verb>{words.host}) {C}", {"استضاف", "واستضافت", "فلاستضاف"}, 18),
        ("(?<!ان )(?P<verb>{words.host}|{words.seen}) {C}", {"استضاف", "ابصر", "راي"}, 36),
        (r"{C} {words.host}", {"<C"}, 1),
        (r"(?:و )?<[CP]\d+> (?:في|من) ", None, 0),
        (r"(?<!\S)(?:و )?<[CP]\d+> ", {"و", "<C", "<P"}, 3),
        (r"(?<!\S)[وف]?(?:لم|لن) ", {"لم", "فلن"}, 6),
        (r"(?<!\S)[وف]?{words.host}", {"لاستضاف"}, 18),
        (r"(?<!\S){any.seen} ", {"راي", "ابصر"}, 2),
        (r"(?:^|(?<=، ))قال(?!\S)", {"قال"}, 1),
        (r"(?<!\S){ADV}{C}", {"غدا", "امس", "<C"}, 3),
        (r"(?<!\S)(?:ثم |(?=[وف])|(?<=قد ))(?={words.host} {C})(?P<verb>[^<\s]+)", {"ثم", "فاستضاف"}, 19),
        (r"(?=[وف]){words.host}", {"فاستضاف"}, 18),
        (r"(?<!\S)(?=قال|ابصر )\S+", None, 0),
        (r"(?<!\S)(?!{words.host})\S+", None, 0),
        (r"(?<!\S)قال", None, 0),
        ("قال {C}", None, 0),
        (r"(?<!\S){ADV}", None, 0),
        (r"(?<!\S){LOOSE} ", None, 0),
        ("{ANY}{C}", None, 0),
        (r"(?<!\S)[^<\s]+ ", None, 0),
        (r"(?<!\S)\d ", None, 0),
        ("(?:^|[.،] )قال ", None, 0),
    ],
)
def test_openings(pattern: str, some: set[str] | None, count: int) -> None:
    found = OPENINGS.of(pattern)
    assert (found is None) == (some is None)
    assert len(found or ()) == count
    assert (some or set()) <= (found or set())


def test_places() -> None:
    text = "قال <P0> و <P11> قال قال"
    assert places(text, ["قال"]) == [0, 17, 21]
    assert places(text, ["<P", "و"]) == [4, 9, 11]
    assert places(text, ["<C", "قا", "ال"]) == []


@pytest.mark.parametrize("name", ["participation", "membership", "founding", "count"])
def test_no_match_is_lost(name: str) -> None:
    for record in samples():
        reading = find(read_document(record))
        for sentence in reading.document.sentences:
            text = Skeleton.of(reading, sentence).text
            for rule in load(name):
                found = [match.span() for match in rule.matches(text, frozenset(text.split(" ")))]
                assert found == [match.span() for match in rule.expression.finditer(text)], rule.name
