"""Which songs are learned from and tested: the same for all, and never both."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import numpy as np
import pytest

from core.errors import ExperimentError
from core.experiments.plan import BY_SONG, FOLDS, FROZEN, Cell, Variant
from core.experiments.protocol import Division, Trials, labelling_order, make_division
from core.library.records import Labels
from core.training.labels import select_songs, sorted_songs
from tests.support.drawn_labels import bands, drawn_labels, shuffled
from tests.support.small_experiment import PLAN, SONGS

FROZEN_PLAN = replace(PLAN, frozen_share=0.25, by_song=True)
SOME = Variant("good")


def artists(labels: Labels) -> set[str]:
    return set(labels.artists)


def test_a_division_does_not_depend_on_the_order_and_can_be_kept() -> None:
    division = make_division(sorted_songs(SONGS), FROZEN_PLAN, {})
    other = make_division(sorted_songs(shuffled(SONGS)[0]), FROZEN_PLAN, {})
    assert division == other
    assert Division.from_json(json.loads(json.dumps(division.to_json()))) == division
    assert make_division(SONGS, replace(FROZEN_PLAN, seeds=(1,)), {}) != division


def test_no_artist_is_learned_from_and_tested() -> None:
    trials = Trials(SONGS, make_division(SONGS, FROZEN_PLAN, {}))
    tested = []
    for cell in FROZEN_PLAN.cells(3, 2):
        learned, test = trials.learned_from(cell, unlabelled=True), trials.tested(cell)
        assert not set(learned.audio_hashes) & set(test.audio_hashes)
        assert (test.states == -1).all()
        if cell.kind != BY_SONG:
            assert not artists(learned) & artists(test)
        if cell.kind == FOLDS and cell.budget is None and cell.variant == SOME:
            tested += test.audio_hashes
    frozen = trials.tested(Cell(SOME, None, 0, FROZEN)).audio_hashes
    assert sorted([*tested, *frozen, *frozen]) == sorted(SONGS.audio_hashes * 2)


def test_frozen_songs_are_in_no_other_cell() -> None:
    trials = Trials(SONGS, make_division(SONGS, FROZEN_PLAN, {}))
    frozen = trials.division.frozen
    assert 5 <= len(frozen) <= 15
    for cell in FROZEN_PLAN.cells(3, 2):
        assert not frozen & set(trials.learned_from(cell, unlabelled=True).audio_hashes)
        is_tested = bool(frozen & set(trials.tested(cell).audio_hashes))
        assert is_tested == (cell.kind == FROZEN)


def test_the_test_songs_of_a_split_are_frozen() -> None:
    sides = dict.fromkeys(SONGS.audio_hashes[:6], "test")
    division = make_division(SONGS, replace(PLAN, split="s"), sides)
    assert division.frozen == set(SONGS.audio_hashes[:6])
    with pytest.raises(ExperimentError, match="test song"):
        make_division(SONGS, replace(PLAN, split="s"), {})


def test_a_budget_holds_the_smaller_ones() -> None:
    trials = Trials(SONGS, make_division(SONGS, PLAN, {}))
    labelled = []
    for budget in (2, 5, 9, None):
        cell = Cell(SOME, budget, 0, FOLDS, 0, 1)
        songs = trials.learned_from(cell, unlabelled=True)
        judged = (songs.states >= 0).any(axis=1)
        names = {name for name, own in zip(songs.audio_hashes, judged, strict=True) if own}
        assert budget is None or len(names) == budget
        assert set(trials.learned_from(cell, unlabelled=False).audio_hashes) == names
        labelled.append(names)
    for small, large in itertools.pairwise(labelled):
        assert small < large


def test_tags_get_a_yes_and_a_no_early_and_the_rest_is_chance() -> None:
    labels = drawn_labels(bands(10, 60), n_tags=4, share_yes=0.1)
    rows = list(range(60))
    orders = [labelling_order(labels, rows, np.random.default_rng(seed)) for seed in range(2)]
    for order in orders:
        first = labels.states[order[:6]]
        assert (first == 1).any(axis=0).all()
        assert (first == 0).any(axis=0).all()
        assert sorted(order.tolist()) == rows
    assert orders[0].tolist() != orders[1].tolist()


def test_one_artist_is_divided_by_song_and_few_songs_not_at_all() -> None:
    division = make_division(replace(SONGS, artists=("Solo",) * 40), FROZEN_PLAN, {})
    assert (division.by_artist, division.by_song, division.n_folds) == (False, {}, 3)
    with pytest.raises(ExperimentError, match="too few"):
        make_division(select_songs(SONGS, np.arange(3)), PLAN, {})
