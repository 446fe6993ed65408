from __future__ import annotations

import pytest

from ingest.candidates import Candidates, Conditions

RULES = Candidates(
    [
        Conditions(),
        Conditions(needs=frozenset({"عقد", "انعقد"})),
        Conditions(needs=frozenset({"عقد"}), musts=(("الرباط", "مراكش"), ("<P",))),
        Conditions(musts=(("في",), ("الرباط",))),
        Conditions(needs=frozenset({"عقد"}), of_meeting=True),
        Conditions(musts=(("رباط",),)),
    ]
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [0]),
        ("قال <P0>", [0]),
        ("انعقد <M0>", [0, 1]),
        ("عقد <M0>", [0, 1, 4]),
        ("عقد <P0> الاجتماع", [0, 1]),
        ("عقد <P0> اجتماعا بالرباط", [0, 1, 2, 5]),
        ("عقد <P0> اجتماعا في مراكش", [0, 1, 2]),
        ("عقد اجتماع بالرباط", [0, 1, 5]),
        ("كان في الرباط", [0, 3, 5]),
    ],
)
def test_candidates(text: str, numbers: list[int]) -> None:
    assert RULES.of(frozenset(text.split(" ")), text) == numbers


def test_no_conditions() -> None:
    assert Candidates([]).of(frozenset(), "") == []
