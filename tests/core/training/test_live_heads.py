"""Live heads: as good as a full round, exact after undo, deaf to what is not a decision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.jobs import Cancelled
from core.library.records import CELL_NOT_JUDGED, Labels
from core.metrics.measure import measure
from core.models.probe_form import probe_network
from core.training.embeddings import embed_songs
from core.training.folds import make_folds
from core.training.labels import map_labels, select_songs, sorted_songs
from core.training.linear_probe import LinearProbe, ProbeSongs
from core.training.live_heads import LiveHeads
from core.training.live_round import CALIBRATION, USUAL_SCALE, carried_scales, learned_states
from core.training.live_share import choose_share
from core.training.live_space import LiveSpace, read_live_space
from core.training.snapshot import labels_snapshot
from core.training.training_set import TrainingSet
from tests.support.drawn_labels import bands, drawn_labels
from tests.support.kept_embeddings import keep, n_inputs, small_model

UNSURE = -2
N_SONGS, N_TAGS = 60, 4


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[LiveSpace, Labels]:
    return drawn_library(tmp_path_factory.mktemp("live"), N_SONGS)


def drawn_library(folder: Path, n_songs: int) -> tuple[LiveSpace, Labels]:
    """Songs of 20 artists whose tags depend on a few directions of their embeddings."""
    rng, model = np.random.default_rng(3), small_model()
    factors = rng.normal(size=(n_songs, 6))
    embeddings = factors @ rng.normal(size=(6, n_inputs(model))) + rng.normal(
        size=(n_songs, n_inputs(model))
    )
    cache, songs = keep(folder, model, embeddings)
    labels = replace(
        drawn_labels(bands(20, n_songs), N_TAGS),
        song_ids=np.array(sorted(songs)),
        audio_hashes=tuple(songs[number] for number in sorted(songs)),
        tag_names=("low", "brass", "own", "other"),
        states=np.where(rng.random((n_songs, N_TAGS)) < 0.15, -1, factors[:, :N_TAGS] > 0.5).astype(
            np.int8
        ),
    )
    space = read_live_space(model, labels, cache)
    assert space is not None
    return space, labels


def fitted(space: LiveSpace, labels: Labels) -> LiveHeads:
    heads = LiveHeads(space, labels)
    heads.refit()
    return heads


def all_scores(heads: LiveHeads) -> dict[int, bytes]:
    return {tag: heads.scores((tag,)).tobytes() for tag in heads.words}


def of_song(labels: Labels, row: int) -> dict[int, int]:
    return dict(zip(labels.tag_ids.tolist(), labels.states[row].tolist(), strict=True))


def unjudged(labels: Labels) -> Labels:
    return replace(labels, states=np.full_like(labels.states, CELL_NOT_JUDGED))


# -- as a full round ------------------------------------------------------------------------


def test_decisions_replayed_in_order_reach_the_score_of_a_full_round(tmp_path: Path) -> None:
    _, labels = drawn_library(tmp_path, 150)
    model, learned_from = small_model(), np.arange(100)
    cache = FeatureCache(tmp_path / "cache")
    known = replace(labels, states=labels.states.copy())
    known.states[100:] = CELL_NOT_JUDGED
    space = read_live_space(model, known, cache)
    assert space is not None
    begun = replace(known, states=known.states.copy())
    begun.states[30:] = CELL_NOT_JUDGED
    share = choose_share(space, begun)
    assert share == 0.0  # the fresh network knows nothing
    heads = LiveHeads(space, begun, share=share)
    for row in learned_from[30:].tolist():
        heads.decide(int(labels.song_ids[row]), of_song(labels, row))
        heads.refit()
    round_scores = full_round(model, known, cache, space)
    live_scores = heads.scores(tuple(labels.tag_ids.tolist()), np.arange(100, 150))
    truth, alone = labels.states[100:], np.arange(50)
    wauc = [
        measure(labels.tag_names, truth, scores, alone).means["wauc"].value
        for scores in (round_scores, live_scores)
    ]
    assert wauc[0] is not None
    assert wauc[1] == pytest.approx(wauc[0], abs=0.01)
    assert wauc[1] > 0.8


def full_round(model, labels: Labels, cache, space: LiveSpace) -> NDArray[np.float32]:  # type: ignore[no-untyped-def]
    """What a full round makes of the last fifty songs."""
    labels = sorted_songs(labels)
    embeddings = embed_songs(model, labels, cache)
    labels = select_songs(labels, embeddings.rows)
    label_map = map_labels(labels, model.words)
    songs = ProbeSongs(embeddings.values, embeddings.reference)
    teacher = TrainingSet(model, labels, songs, label_map).teacher()
    layer = teacher.layer(teacher.judge(make_folds(labels, 1, n_folds=5, n_repeats=1)))
    logits = layer.logits(space.of_rows(np.arange(100, 150)))
    return (1 / (1 + np.exp(-logits))).astype(np.float32)


def test_a_live_word_is_the_probe_of_the_full_round(library: tuple[LiveSpace, Labels]) -> None:
    space, labels = library
    heads, rows = fitted(space, labels), np.arange(N_SONGS)
    songs = ProbeSongs(space.of_rows(rows), np.zeros((0, space.embeddings.shape[1]), np.float32))
    blocks = probe_network(space.parent).blocks
    probe = LinearProbe(songs, blocks, labels.states, np.zeros(N_TAGS, np.bool_))
    weights, bias = probe.fit()
    expected = songs.embeddings[:, : len(weights)] @ weights.numpy()[:, 2] + float(bias[2])
    word = heads.words[int(labels.tag_ids[2])]
    got = (songs.embeddings @ word.weight + word.bias - USUAL_SCALE.offset) / USUAL_SCALE.slope
    assert np.allclose(got, expected, atol=0.02)


@pytest.mark.parametrize("n_songs", [60, 400])
def test_songs_left_out_with_their_artist_are_judged_as_if_refitted(
    tmp_path: Path, n_songs: int
) -> None:
    space, labels = drawn_library(tmp_path, n_songs)
    heads, tag = fitted(space, labels), int(labels.tag_ids[3])
    song_ids, logits = heads.held_out(tag)
    artist = np.flatnonzero(space.groups == space.groups[0])
    without = replace(labels, states=labels.states.copy())
    without.states[artist] = CELL_NOT_JUDGED
    word = fitted(space, without).words[tag]
    refitted = space.of_rows(artist) @ word.weight + word.bias
    judged = np.isin(space.song_ids[artist], song_ids)
    approximate = logits[np.isin(song_ids, space.song_ids[artist])]
    assert np.abs(approximate - refitted[judged]).max() < 0.35
    own = space.of_rows(artist) @ heads.words[tag].weight + heads.words[tag].bias
    assert np.abs(own[judged] - refitted[judged]).max() > 1.0  # what is left out is much


# -- undo -----------------------------------------------------------------------------------

Act = tuple[int, int, int]
ACTS = st.lists(
    st.tuples(
        st.integers(0, N_SONGS - 1), st.integers(0, N_TAGS - 1), st.sampled_from([1, 0, -1, UNSURE])
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=6, deadline=None)
@given(acts=ACTS)
def test_undo_leaves_nothing_behind(library: tuple[LiveSpace, Labels], acts: list[Act]) -> None:
    space, labels = library
    heads, former = fitted(space, labels), []
    states = labels.states.copy()
    for row, column, state in acts:
        former.append((all_scores(heads), row, states[row].copy()))
        states[row, column] = state
        heads.decide(int(space.song_ids[row]), of_song(replace(labels, states=states), row))
        heads.refit()
    anew = fitted(space, replace(labels, states=states))
    assert anew.words.keys() == heads.words.keys()
    for tag, word in anew.words.items():
        assert np.allclose(word.weight, heads.words[tag].weight, atol=1e-6)
        assert anew.n_decisions == heads.n_decisions
    for scores, row, before in reversed(former):
        states[row] = before
        heads.decide(int(space.song_ids[row]), of_song(replace(labels, states=states), row))
        heads.refit()
        assert all_scores(heads) == scores


# -- what is not learned from ----------------------------------------------------------------


def test_only_touched_words_change(library: tuple[LiveSpace, Labels]) -> None:
    space, labels = library
    heads = fitted(space, labels)
    before, song = all_scores(heads), of_song(labels, 5)
    first, second = labels.tag_ids[:2].tolist()
    song[first] = 1 - max(song[first], 0)
    heads.decide(int(space.song_ids[5]), song)
    assert heads.refit() == (first,)
    assert all_scores(heads)[first] != before[first]
    assert all_scores(heads)[second] == before[second]


@pytest.mark.parametrize("state", [CELL_NOT_JUDGED, UNSURE])
def test_what_is_not_judged_or_unsure_teaches_nothing(
    library: tuple[LiveSpace, Labels], state: int
) -> None:
    space, labels = library
    masked = replace(labels, states=labels.states.copy())
    masked.states[:30, 2] = state
    word = fitted(space, masked).words[int(labels.tag_ids[2])]
    assert word.judged.min() >= 30
    assert np.array_equal(word.rows, word.judged)


def test_one_yes_alone_is_not_learned_but_beside_a_weak_no(
    library: tuple[LiveSpace, Labels],
) -> None:
    space, labels = library
    lonely = replace(labels, states=labels.states.copy())
    lonely.states[:, 3] = CELL_NOT_JUDGED
    lonely.states[4, 3] = 1
    tag = int(labels.tag_ids[3])
    assert tag not in fitted(space, lonely).words
    weak = fitted(space, replace(lonely, weak_no=frozenset({tag})))
    scores = weak.scores((tag,))[:, 0]
    assert scores.argmax() == 4
    assert len(weak.words[tag].rows) == N_SONGS
    heads = fitted(space, labels)
    heads.decide(int(space.song_ids[4]), {tag: 1})
    assert tag in heads.words


def test_a_word_that_loses_its_last_no_is_forgotten(library: tuple[LiveSpace, Labels]) -> None:
    space, labels = library
    two = unjudged(labels)
    two.states[0, 0], two.states[1, 0] = 1, 0
    heads, tag = fitted(space, two), int(labels.tag_ids[0])
    assert tag in heads.words
    assert heads.n_decisions == 2
    heads.decide(int(space.song_ids[1]), {})
    assert heads.refit() == (tag,)
    assert not heads.words
    assert heads.n_decisions == 1


def test_songs_without_an_embedding_and_strange_tags_are_passed_over(
    library: tuple[LiveSpace, Labels], tmp_path: Path
) -> None:
    space, labels = library
    heads = fitted(space, labels)
    heads.decide(9999, {int(labels.tag_ids[0]): 1})
    assert heads.refit() == ()
    heads.decide(int(space.song_ids[0]), of_song(labels, 0) | {4711: 1})
    assert heads.refit() == ()
    cache, _ = keep(tmp_path, space.parent, np.zeros((0, n_inputs(space.parent))))
    assert read_live_space(space.parent, labels, cache) is None


def test_a_retired_tag_is_a_column_less(library: tuple[LiveSpace, Labels]) -> None:
    space, labels = library
    fewer = replace(
        labels,
        tag_ids=labels.tag_ids[1:],
        tag_names=labels.tag_names[1:],
        states=labels.states[:, 1:],
    )
    every, some = fitted(space, labels), fitted(space, fewer)
    assert some.words.keys() == every.words.keys() - {int(labels.tag_ids[0])}
    tag = int(labels.tag_ids[2])
    assert all_scores(some)[tag] == all_scores(every)[tag]


def test_a_cancelled_fit_goes_on_where_it_was(library: tuple[LiveSpace, Labels]) -> None:
    space, labels = library

    class Stopping:
        n_checks = 0

        def report(self, done: float, total: float, what: str = "") -> None: ...

        def check(self) -> None:
            self.n_checks += 1
            if self.n_checks == 3:
                raise Cancelled

    heads = LiveHeads(space, labels)
    with pytest.raises(Cancelled):
        heads.refit(Stopping())
    assert len(heads.words) == 2
    assert len(heads.refit()) == 2
    assert all_scores(heads) == all_scores(fitted(space, labels))


# -- what the last round hands over -----------------------------------------------------------


def test_the_calibration_of_the_last_round_is_carried_over() -> None:
    card = small_model().card
    assert carried_scales(card).of("low") == USUAL_SCALE
    kept = replace(card, metrics={CALIBRATION: {"low": [2.0, 0.5], "brass": [1.0, 0.1]}})
    scales = carried_scales(kept)
    assert (scales.of("low").slope, scales.of(None).slope) == (2.0, 1.5)


def test_decisions_of_the_last_round_are_not_counted(library: tuple[LiveSpace, Labels]) -> None:
    space, labels = library
    half = select_songs(labels, np.arange(30))
    snapshot = labels_snapshot(half, np.zeros(30, np.bool_))
    card = replace(space.parent.card, labels=snapshot)
    learned = learned_states(card, labels)
    assert np.array_equal(learned[:30], labels.states[:30])
    assert (learned[30:] == CELL_NOT_JUDGED).all()
