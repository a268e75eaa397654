"""One system is recommended, in words, with its evidence; and no more than the songs allow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.experiments.decision_snapshot import count_since, write_snapshot
from core.experiments.recommendation import (
    FILE,
    TABLE,
    begun_digest,
    read_recommendation,
    recommend,
    weigh,
)
from core.experiments.recommendation_records import Recommendation, Verdict
from core.experiments.runner import Material
from core.experiments.small_plan import MAX_SONGS, TRIED, prospect, small_plan, tried_labels
from core.experiments.timed_systems import Pace, PaceBook
from core.jobs import Cancelled
from core.library.records import Labels
from core.messages import message
from core.metrics.metric_records import Estimate
from core.systems.catalogue import OWN, SYSTEMS
from tests.support.drawn_labels import bands, drawn_labels
from tests.support.made_up_results import DEEP, TIMBRE, choice, made_up
from tests.support.small_experiment import Fits, NoisyTruth, NoViews

OTHER = "embedding-prototypes"
OWN_NUMBER = (0.84, 0.80, 0.87)


@pytest.fixture
def paces(tmp_path: Path) -> PaceBook:
    return PaceBook(tmp_path, {OWN: [Pace(48, 1.234, 0.0021), Pace(20, 0.1, 0.5)]})


def text_of(found: Recommendation) -> str:
    return " ".join((found.headline, *found.sentences))


def test_own_way_stays_where_no_system_is_clearly_better(paces: PaceBook) -> None:
    numbers = {OWN: OWN_NUMBER, OTHER: (0.85, 0.81, 0.88)}
    found = weigh(made_up(numbers, {OTHER: (0.01, -0.02, 0.04)}), choice(), paces)
    assert (found.verdict, found.chosen) == (Verdict.GOOD, OWN)
    assert found.headline == (
        "RhythmCap's own way learns your tags as well as any of 7 other systems. Nothing to change."
    )
    assert found.corrected == Estimate(*OWN_NUMBER)  # it was not chosen by these numbers
    assert "84 (80–87) of 100 pairs: 61 songs by 24 artists, 7 tags" in text_of(found)
    assert "“A typical song for every tag”, but the difference may be chance" in text_of(found)
    assert "It takes 1.2 s to learn and 2 ms to score a song" in text_of(found)
    assert "91 instead of 84 of 100" in text_of(found)


def test_a_wide_range_is_no_equality(paces: PaceBook) -> None:
    found = weigh(made_up({OWN: OWN_NUMBER}, {OTHER: (0.01, -0.2, 0.22)}), choice(), paces)
    assert found.headline.startswith("None of 7 other systems is clearly better")


def test_a_tie_of_equal_systems_keeps_own_way(paces: PaceBook) -> None:
    same = {tried.variant.label: OWN_NUMBER for tried in TRIED}
    equal = dict.fromkeys(same, (0.0, 0.0, 0.0))
    found = weigh(made_up(same, equal), choice(), paces)
    assert (found.verdict, found.chosen) == (Verdict.GOOD, OWN)


def test_own_way_is_best_where_it_beats_all(paces: PaceBook) -> None:
    found = weigh(made_up({OWN: OWN_NUMBER}, {}), choice(), paces)
    assert found.verdict is Verdict.BEST
    assert "more than timbre" in text_of(found)


def test_a_better_system_is_recommended_without_its_luck(paces: PaceBook) -> None:
    results = made_up({OWN: OWN_NUMBER, TIMBRE: (0.93, 0.9, 0.95)}, {TIMBRE: (0.09, 0.05, 0.13)})
    found = weigh(results, choice(optimism=0.02), paces)
    assert (found.verdict, found.chosen, found.depth) == (Verdict.OTHER, TIMBRE, "")
    assert found.headline == "Better for your tags: Timbre alone (MFCCs)"
    assert found.corrected.value == pytest.approx(0.91)
    assert "in 91 (88–93) of 100 pairs" in text_of(found)
    assert "9 (5–13) of 100 pairs more" in text_of(found)
    assert "Your tags are about timbre" in text_of(found)
    assert "a comparison only" in text_of(found)


def test_a_difference_counts_only_if_all_ranges_hold_at_once(paces: PaceBook) -> None:
    results = made_up({OWN: OWN_NUMBER, OTHER: (0.89, 0.8, 0.93)}, {OTHER: (0.05, 0.01, 0.09)})
    assert weigh(results, choice(), paces).verdict is Verdict.OTHER
    found = weigh(results, choice(widening=1.4), paces)
    assert found.verdict is Verdict.GOOD
    assert found.evidence(OTHER).difference.low == pytest.approx(-0.006)


def test_what_can_be_learned_here_names_its_depth(paces: PaceBook) -> None:
    results = made_up({OWN: OWN_NUMBER, DEEP: (0.93, 0.9, 0.95)}, {DEEP: (0.09, 0.05, 0.13)})
    found = weigh(results, choice(), paces)
    assert found.depth == "temporal"
    assert "the button below" in text_of(found)


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        ((0.07, 0.03, 0.11), "91 instead of 84 of 100: too good"),
        ((0.07, -0.01, 0.15), "91 instead of 84 of 100: these songs cannot tell"),
        ((0.0, -0.03, 0.03), "91 instead of 84 of 100: these songs cannot tell"),
        ((0.0, -0.01, 0.01), "your tags are no matter of who plays"),
    ],
)
def test_that_who_plays_is_no_matter_is_said_only_where_the_range_is_narrow(
    paces: PaceBook, added: tuple[float, float, float], sentence: str
) -> None:
    found = weigh(made_up({OWN: OWN_NUMBER}, {}), choice(by_song=added), paces)
    assert sentence in text_of(found)
    assert found.evidence(OWN).by_song_gain == Estimate(*added)


def test_that_nothing_can_be_learned_is_not_said_where_another_system_can(paces: PaceBook) -> None:
    numbers = {OWN: (0.55, 0.44, 0.66), OTHER: (0.6, 0.54, 0.66)}
    results = made_up(numbers, {OTHER: (0.05, -0.02, 0.12)})
    assert weigh(results, choice(optimism=0.01), paces).verdict is Verdict.GOOD
    assert weigh(results, choice(optimism=0.05), paces).verdict is Verdict.NOTHING


def test_guessing_is_not_recommended(paces: PaceBook) -> None:
    found = weigh(made_up({OWN: (0.55, 0.44, 0.66)}, {}), choice(), paces)
    assert found.verdict is Verdict.NOTHING
    assert found.headline == "No system can learn these tags yet."


def test_one_artist_tells_nothing_and_says_why(paces: PaceBook) -> None:
    reason = message("metrics.few_artists", n=1, needed=5)
    results = made_up({}, {}, {tried.variant.label: reason for tried in TRIED})
    found = weigh(results, None, paces)
    assert found.verdict is Verdict.UNKNOWN
    assert found.sentences[0] == reason
    assert found.corrected.value is None


def test_a_system_that_cannot_learn_has_a_reason_and_does_not_count(paces: PaceBook) -> None:
    reason = message("training.no_temporal")
    found = weigh(made_up({OWN: OWN_NUMBER}, {}, {DEEP: reason}), choice(), paces)
    assert found.evidence(DEEP).reason == reason
    assert "all 6 other systems" in found.headline


def test_songs_without_artists_are_told(paces: PaceBook) -> None:
    found = weigh(made_up({OWN: OWN_NUMBER}, {}, by_artist=False), choice(), paces)
    assert message("experiments.artists_apart") in found.sentences
    assert "too good" not in text_of(found)


def test_what_is_kept_is_read_again_with_its_ids(paces: PaceBook) -> None:
    found = weigh(made_up({OWN: OWN_NUMBER}, {}), choice(), paces)
    again = Recommendation.from_json(json.loads(json.dumps(found.to_json())))
    assert again == found
    assert again.headline.id == "recommendation.best"
    assert again.evidence(TIMBRE).name.id == "recommendation.name_timbre"


# -- before it begins ---------------------------------------------------------------------------


def judged(n_songs: int, n_artists: int, **options: float) -> Labels:
    return drawn_labels(bands(n_artists, n_songs), **options)


@pytest.mark.parametrize(
    ("labels", "obstacle", "remedy"),
    [
        (judged(0, 1), "0 judged songs are too few", "Judge more songs"),
        (judged(8, 8), "8 judged songs are too few", "Judge more songs"),
        (judged(30, 1), "Artists among the judged songs: 1", "by more artists"),
        (judged(30, 10, share_yes=1.1), "No tag has both a yes and a no", "Say no, too"),
        (judged(30, 10, share_yes=0.06, seed=5), "No tag has 5 songs with it", "say no, too"),
    ],
)
def test_what_is_missing_is_told_before_anything_runs(
    labels: Labels, obstacle: str, remedy: str
) -> None:
    expected = prospect(labels)
    assert obstacle in expected.obstacle
    assert remedy in expected.remedy


def test_the_plan_is_as_large_as_the_songs_allow() -> None:
    assert small_plan(30).budgets == (5, 10, None)
    assert small_plan(100).budgets == (20, 50, None)
    assert not small_plan(100).has_frozen  # so that it takes no look at songs that are set aside
    assert [small_plan(n).n_repetitions for n in (40, 100, 200)] == [3, 2, 1]
    many = judged(MAX_SONGS + 50, 60)
    expected = prospect(many)
    assert (expected.n_songs, expected.n_used) == (MAX_SONGS + 50, MAX_SONGS)
    assert expected.expected_s > prospect(judged(40, 10)).expected_s > 0
    assert tried_labels(many).audio_hashes == tried_labels(many).audio_hashes


# -- the whole run, by systems that know the truth ----------------------------------------------


def material(labels: Labels, fits: Fits) -> Material:
    truth = dict(zip(labels.audio_hashes, labels.states.astype(float), strict=True))
    entries = {
        tried.variant.system: replace(
            SYSTEMS[tried.variant.system],
            make=lambda _parameters, noise=3.0 + number: NoisyTruth("one", noise, fits, truth),
        )
        for number, tried in enumerate(TRIED)
    }
    return Material(labels, NoViews(), "starter", "key", systems=entries)


def test_a_run_is_kept_goes_on_and_is_begun_anew_with_other_decisions(tmp_path: Path) -> None:
    labels, fits = judged(30, 10), Fits()
    plan = replace(small_plan(30), n_repetitions=1, n_folds=2, budgets=(5, None))
    fits.before = stop_at(20)
    with pytest.raises(Cancelled):
        recommend(material(labels, fits), tmp_path, plan=plan)
    assert read_recommendation(tmp_path) is None
    assert prospect(labels, begun=begun_digest(tmp_path)).begun
    fits.before = id
    found = recommend(material(labels, fits), tmp_path, plan=plan)
    n_cells = plan.n_cells
    assert fits.n_calls == n_cells + 1  # the one that was stopped
    assert found == read_recommendation(tmp_path)
    assert begun_digest(tmp_path) == ""
    assert (found.n_songs, found.n_artists, found.n_tags) == (30, 10, 3)
    assert found.n_decisions == int((labels.states >= 0).sum())
    assert found.evidence(OWN).score_s is not None
    assert found.evidence(OWN).by_song_gain.interval is not None
    assert (tmp_path / TABLE).read_text().count("\n") > len(TRIED)
    states = labels.states.copy()
    states[0] = np.where(states[0] == 1, 0, 1)
    changed = replace(labels, states=states)
    assert not prospect(changed, begun=begun_digest(tmp_path)).begun
    assert count_since(tmp_path, changed) == 3
    recommend(material(changed, fits), tmp_path, plan=plan)
    assert fits.n_calls == 2 * n_cells + 1
    assert count_since(tmp_path, changed) == 0


def stop_at(call: int) -> object:
    def before(number: int) -> None:
        if number == call:
            raise Cancelled

    return before


def test_decisions_since_are_counted_whatever_became_of_them(tmp_path: Path) -> None:
    labels = judged(20, 5)
    write_snapshot(tmp_path, labels)
    assert count_since(tmp_path, labels) == 0
    states = labels.states.copy()
    n_first = int((states[0] >= 0).sum())
    states[0] = -1  # taken back
    states[1, 0] = -2  # unsure now
    was_judged = int(labels.states[1, 0] >= 0)
    assert count_since(tmp_path, replace(labels, states=states)) == n_first + was_judged
    assert count_since(tmp_path / "elsewhere", labels) == 0


def test_what_is_damaged_counts_as_absent(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"format": "rhythmcap-recommendation", "version": 1}')
    assert read_recommendation(tmp_path) is None
    (tmp_path / FILE).write_text("[" * 100_000)
    assert read_recommendation(tmp_path) is None
    (tmp_path / "times.json").write_text("[1]")
    assert PaceBook.read(tmp_path).usual(OWN) is None
