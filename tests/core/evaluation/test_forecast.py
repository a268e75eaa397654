"""How many more songs: verdicts on tags that are easy, hard, unclear to the ear, and too few."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.evaluation.forecast import Fit, forecast_tags
from core.evaluation.forecast_records import KeptForecast, TagForecast, Verdict, csv_rows
from core.evaluation.kept_forecast import keep_forecast, kept_file, load_forecast
from core.jobs import Cancelled, SilentJob
from core.metrics.metric_records import Estimate

N_SONGS, N_ARTISTS = 160, 40


def make_songs(apart: float, seed: int = 0) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """Songs whose embedding tells the tag as well as `apart` says, in the first of ten numbers."""
    random = np.random.default_rng(seed)
    states = (random.random((N_SONGS, 1)) < 0.4).astype(np.int8)
    embedding = random.standard_normal((N_SONGS, 10))
    embedding[:, 0] += apart * states[:, 0]
    return embedding, states


def centroid_fit(embedding: NDArray[np.float64], states: NDArray[np.int8]) -> Fit:
    """Learn by the difference of the means."""

    def fit(rows: NDArray[np.int64]) -> NDArray[np.float64]:
        truth = states[rows, 0] == 1
        if truth.all() or not truth.any():
            return np.full((N_SONGS, 1), np.nan)
        own = embedding[rows]
        return (embedding @ (own[truth].mean(axis=0) - own[~truth].mean(axis=0)))[:, None]

    return fit


GROUPS = np.arange(N_SONGS) % N_ARTISTS


def test_a_tag_that_is_told_well_is_good_enough() -> None:
    embedding, states = make_songs(3.0)
    (found,) = forecast_tags(centroid_fit(embedding, states), states, GROUPS, ("kick",))
    assert found.verdict is Verdict.GOOD
    assert found.now.low is not None
    assert found.now.low > 0.9
    sizes = [size for size, _ in found.curve]
    assert sizes == sorted(sizes)
    assert found.sentence() == "Good enough: it is above .80 now."
    assert found.to_json()["verdict"] == "good"
    at, auc, low, high = found.line[-1]
    assert at == 2 * round(sizes[-1])
    assert low <= auc <= high


def test_a_tag_that_the_embedding_does_not_hold_gets_no_number_of_songs() -> None:
    embedding, states = make_songs(0.0)
    (found,) = forecast_tags(centroid_fit(embedding, states), states, GROUPS, ("kick",))
    assert found.verdict is Verdict.UNKNOWN
    assert found.more is None
    assert "cannot be told" in found.sentence()


def test_an_ear_that_contradicts_itself_needs_a_definition_and_not_songs() -> None:
    embedding, states = make_songs(0.6)
    random = np.random.default_rng(1)
    second = np.where(random.random(states.shape) < 0.45, 1 - states, states)
    twice = np.stack([states, second]).astype(np.int8)
    (found,) = forecast_tags(centroid_fit(embedding, states), states, GROUPS, ("kick",), twice)
    assert found.verdict is Verdict.DEFINITION
    sure = np.stack([states, states])
    (found,) = forecast_tags(centroid_fit(embedding, states), states, GROUPS, ("kick",), sure)
    assert found.verdict is not Verdict.DEFINITION


def test_few_songs_or_artists_make_no_curve() -> None:
    embedding, states = make_songs(3.0)
    few = np.where(np.arange(N_SONGS)[:, None] < 10, states, -1).astype(np.int8)
    (found,) = forecast_tags(centroid_fit(embedding, few), few, GROUPS, ("kick",))
    assert (found.verdict, found.curve, found.now.value) == (Verdict.UNKNOWN, (), None)
    assert found.now.reason is not None
    two_artists = np.arange(N_SONGS) % 2
    (found,) = forecast_tags(centroid_fit(embedding, states), states, two_artists, ("kick",))
    assert found.now.value is None


@pytest.mark.parametrize(("high", "words"), [(60, "It may be 8 to 60."), (None, "at least 8")])
def test_the_sentence_names_songs_artists_and_the_range(high: int | None, words: str) -> None:
    found = TagForecast("6/8", 12, (), Estimate(0.7), Estimate(0.75), Verdict.SONGS, 20, 8, high, 8)
    assert found.sentence().startswith(
        "Needs songs: about 20 more songs with it, from 8 artists, for .80."
    )
    assert words in found.sentence()


def test_it_stops_when_it_is_cancelled() -> None:
    class Stopped(SilentJob):
        def check(self) -> None:
            raise Cancelled

    embedding, states = make_songs(1.0)
    with pytest.raises(Cancelled):
        forecast_tags(centroid_fit(embedding, states), states, GROUPS, ("kick",), None, Stopped())


def test_a_forecast_is_kept_with_its_inputs_and_read_again() -> None:
    embedding, states = make_songs(1.0)
    (found,) = forecast_tags(centroid_fit(embedding, states), states, GROUPS, ("kick",))
    kept = KeptForecast((found,), "abc", "my ear", "2026-01-01T00:00:00+00:00", 160)
    path = kept_file(Path("/somewhere/library.db"), "my ear.safetensors")
    assert load_forecast(path) is None
    keep_forecast(path, kept)
    again = load_forecast(path)
    assert again is not None
    assert (again.inputs, again.by_name()["kick"].sentence()) == ("abc", found.sentence())
    assert again.tags[0].line == found.line
    path.write_text('{"format": "rhythmcap-forecast", "version": 1}')
    assert load_forecast(path) is None
    heads, row = csv_rows(again.tags)
    assert len(heads) == len(row)
    assert row[:2] == ("kick", str(found.n_yes))


def test_a_range_without_ends_is_not_told_in_numbers() -> None:
    auc = Estimate(0.7, 0.6, 0.8)
    found = TagForecast("kick", 12, (), auc, auc, Verdict.SONGS, 9, 0, None, 8)
    assert found.sentence().endswith("for .80. How many at most cannot be told yet.")
