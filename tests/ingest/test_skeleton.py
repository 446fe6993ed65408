"""Sentence skeletons and the patterns over them, on readings whose mentions are set by hand."""

from __future__ import annotations

import hashlib
import re

import pytest

from ingest import pattern
from ingest.document import read_document
from ingest.mention import Kind, Mention, Reading
from ingest.skeleton import Skeleton
from kg.claim import ArticleRecord, Referent, Span
from kg.errors import UsageError
from kg.vocabulary import M

TEXT = "ويترأس سامي النوري وهند الراوي الاجتماع بالمغرب."
_TYPES = {Kind.PERSON: M.Person, Kind.MEETING: M.Meeting, Kind.COUNTRY: M.Country}


def reading(text: str, *places: tuple[Kind, str, str]) -> Reading:
    """A reading whose mentions are (kind, glued prefix, name as written after the prefix)."""
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar")
    document = read_document(record)
    mentions = []
    for kind, prefix, name in places:
        start = text.index(prefix + name)
        end = start + len(prefix + name)
        inside = [t.index for t in document.tokens if start <= t.start and t.end <= end]
        mentions.append(Mention(kind, inside[0], inside[-1] + 1, Span(start + len(prefix), end),
                                Referent(_TYPES[kind], name), "set by hand", prefix=prefix))
    return Reading(document, tuple(sorted(mentions, key=lambda m: m.first)))


@pytest.fixture
def sample() -> Skeleton:
    read = reading(TEXT, (Kind.PERSON, "", "سامي النوري"), (Kind.PERSON, "و", "هند الراوي"),
                   (Kind.MEETING, "", "الاجتماع"), (Kind.COUNTRY, "ب", "المغرب"))
    return Skeleton.of(read, read.document.sentences[0])


def test_mentions_become_placeholders_and_clitics_words(sample: Skeleton) -> None:
    assert sample.text == "ويتراس <P0> و <P1> <M2> ب <C3> ."


def test_span_leads_back_to_the_original_text(sample: Skeleton) -> None:
    at = sample.text.index("<P0>")
    span = sample.span(at, sample.text.index("<M2>") + 4)
    assert TEXT[span.start:span.end] == "سامي النوري وهند الراوي الاجتماع"


def test_every_element_has_its_own_place(sample: Skeleton) -> None:
    for match in re.finditer(r"\S+", sample.text):
        element = sample.element(match.start())
        assert sample.element(match.end() - 1) == element
        assert sample.starts[element] == match.start()


def test_mentions_between(sample: Skeleton) -> None:
    names = [m.referent.key for m in sample.mentions_between(0, len(sample.text)) if m.referent]
    assert names == ["سامي النوري", "هند الراوي", "الاجتماع", "المغرب"]
    assert sample.mentions_between(0, 3) == []


def test_the_chair_rules_catch_both_people(sample: Skeleton) -> None:
    rules = pattern.Rules(r for r in pattern.load("participation") if r.name == "chair.verb")
    (hit,) = pattern.hits(rules, sample)
    assert [m.referent.key for m in hit.mentions("actors") if m.referent] == ["سامي النوري", "هند الراوي"]
    assert [m.kind for m in hit.mentions("meeting")] == [Kind.MEETING]
    assert hit.mentions("other") == []


def test_a_chair_needs_a_meeting() -> None:
    read = reading("ويترأس سامي النوري الشركة.", (Kind.PERSON, "", "سامي النوري"))
    rules = pattern.Rules(r for r in pattern.load("participation") if r.name == "chair.verb")
    assert list(pattern.hits(rules, Skeleton.of(read, read.document.sentences[0]))) == []


def test_rule_names_are_unique_and_roles_known() -> None:
    rules = pattern.load("participation")
    assert len({r.name for r in rules}) == len(rules)
    known = {"host", "chair", "co_chair", "inviter", "attendee", "representative", "speaker", "absent"}
    assert {r.fields["role"] for r in rules} <= known


@pytest.mark.parametrize(("text", "reason"), [
    ('[[rule]]\nname = "a"\npattern = "{nothing}"', "unknown macro {nothing}"),
    ('[[rule]]\nname = "a"\npattern = "(("', "a: "),
])
def test_faulty_pattern_files_are_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch, text: str, reason: str) -> None:
    from pathlib import Path
    folder = Path(str(tmp_path))
    (folder / "faulty.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(pattern, "FOLDER", folder)
    with pytest.raises(UsageError, match=re.escape(reason)):
        pattern.checked("faulty")


def test_matching_is_linear_in_the_sentence() -> None:
    import time

    def cost(n: int) -> float:
        names = [f"سامي النوري{i}" for i in range(n)]
        text = "بمشاركة " + " و".join(names)
        rules = pattern.load("participation")
        read = reading(text, (Kind.PERSON, "", names[0]))
        skeleton = Skeleton.of(read, read.document.sentences[0])
        best = 9.0
        for _ in range(3):
            started = time.perf_counter()
            list(pattern.hits(rules, skeleton))
            best = min(best, time.perf_counter() - started)
        return best

    assert cost(800) < 12 * cost(100) + 0.02
