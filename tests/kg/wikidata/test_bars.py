"""The measured bars of linking: spellings, namesakes, calibration, and the mentions of the read articles."""

from __future__ import annotations

import pytest

from kg.wikidata import snapshot
from kg.wikidata.matcher import Matcher, calibrated
from tests.bench import bench_wikidata, linking_gold
from tests.bench.linking_samples import calibration_error, samples

MATCHER = Matcher(snapshot.read())


def test_arabic_spellings() -> None:
    count, first, five = bench_wikidata.variants(MATCHER)
    assert count >= 400
    assert first >= 0.97
    assert five >= 0.98


def test_spellings_of_persons_by_sound_alone() -> None:
    count, first, five = bench_wikidata.variants(Matcher(bench_wikidata.without_arabic(snapshot.read())))
    assert count >= 400
    assert first >= 0.93
    assert five >= 0.98


def test_no_namesake_is_linked_by_itself() -> None:
    count, wrong = bench_wikidata.homonyms(MATCHER)
    assert count >= 80
    assert wrong == []


def test_spellings_are_linked_by_themselves() -> None:
    """With the right country known, a spelling met in print is accepted, not only put first."""
    found = bench_wikidata.spellings(MATCHER)
    counts = bench_wikidata.counted(bench_wikidata.pick_ours(MATCHER, found), 1.0)
    assert counts.precision >= 0.99
    assert counts.recall >= 0.92


def test_scores_keep_their_promise() -> None:
    held = [(calibrated(raw) / 100, right) for raw, right in samples(MATCHER, 31)]
    assert len(held) > 500
    assert calibration_error(held) <= 0.05


def test_calibration_is_monotone() -> None:
    scores = [calibrated(step / 200) for step in range(201)]
    assert scores == sorted(scores)
    assert 0 <= scores[0] <= scores[-1] <= 100


@pytest.mark.skipif(
    not (linking_gold.SHARED / "gold").exists(), reason="the annotated articles (../shared/gold) are not here"
)
@pytest.mark.parametrize("by_sound", [False, True])
def test_mentions_of_the_read_articles(by_sound: bool) -> None:
    matcher = Matcher(bench_wikidata.without_arabic(snapshot.read())) if by_sound else MATCHER
    counts = linking_gold.evaluate(matcher)
    assert counts.linkable > 200
    assert counts.precision >= 0.99, counts.wrong
    assert counts.wrong_type == 0
    assert counts.recall >= (0.90 if by_sound else 0.96), counts.missed
    assert counts.nil_f1 >= 0.95
    assert calibration_error([(score / 100, right) for score, right in counts.scored]) <= 0.05


def test_queries_stay_fast_at_forty_thousand_items() -> None:
    measured = bench_wikidata.speed(snapshot.read(), queries=100)
    # The bar is 20 ms on a quiet machine; the median leaves room for a busy one.
    assert measured["query median ms"] <= 20
    assert measured["memory MB"] <= 250
