from __future__ import annotations

from ingest.sieve import Sieve, Sieves


def test_a_sieve_asks_once_about_what_it_keeps_back() -> None:
    asked: list[str] = []

    def wanted(word: str) -> bool:
        asked.append(word)
        return word.startswith("و")

    sieve = Sieve(wanted)
    assert sorted(sieve(frozenset({"وقال", "قال", "وذكر"}))) == ["وذكر", "وقال"]
    assert sieve(frozenset({"وقال", "قال"})) == ["وقال"]
    assert asked.count("قال") == 1


def test_all_sieves_at_once() -> None:
    joined, long = Sieve(lambda word: word.startswith("و")), Sieve(lambda word: len(word) > 3)
    sieves = Sieves()
    assert sieves(frozenset({"قال", "وقال"})) == {}
    sieves.add(joined)
    assert sieves(frozenset({"قال", "وقال"})) == {joined: ["وقال"]}
    sieves.add(long)
    sieves.add(long)
    assert sieves(frozenset({"قال", "وقال"})) == {joined: ["وقال"], long: ["وقال"]}
    assert sieves(frozenset({"اجتماع", "من"})) == {joined: [], long: ["اجتماع"]}
