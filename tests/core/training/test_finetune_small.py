"""Learning from little, and from libraries that have something odd about them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.library.records import Labels
from core.messages import message
from core.models.checkpoint import load_checkpoint
from core.models.predict import predict_song, song_embedding
from core.models.probe_form import embedding_key, probe_form
from core.training.embeddings import MAX_WEAK, weak_rows
from core.training.finetune_records import FinetuneResult
from core.training.labels import select_songs
from core.training.snapshot import read_out_of_fold
from tests.support.synthetic_songs import (
    RECIPE,
    TAGS,
    LearningRound,
    make_round,
    synthetic_labels,
)

LOW = TAGS.index("low")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("learning")


@pytest.fixture(scope="module")
def labels(folder: Path) -> Labels:
    return synthetic_labels(FeatureCache(folder / "cache"))


def rows_with(labels: Labels, n_yes: int, n_no: int) -> np.ndarray:
    """Choose songs by their decision on “low”."""
    yes, no = (np.flatnonzero(labels.states[:, LOW] == state) for state in (1, 0))
    return np.sort(np.concatenate([yes[:n_yes], no[:n_no]]))


def only_low(labels: Labels) -> Labels:
    """Leave the decisions on “low” only."""
    states = np.full_like(labels.states, -1)
    states[:, LOW] = labels.states[:, LOW]
    return replace(labels, states=states)


def scores_of(outcome: FinetuneResult, labels: Labels, cache: FeatureCache) -> np.ndarray:
    """Score all songs on “low” by the model that was saved."""
    model, scores = load_checkpoint(outcome.model_path), []
    for audio_hash in labels.audio_hashes:
        song = cache.get(audio_hash, RECIPE)
        assert song is not None
        scores.append(predict_song(model, song, taggram=False).scores[model.words.index("low")])
    return np.array(scores)


def low_round(folder: Path, labels: Labels, n_yes: int, n_no: int) -> LearningRound:
    chosen = only_low(select_songs(labels, rows_with(labels, n_yes, n_no)))
    return make_round(folder, chosen, "classifier")


# -- few ------------------------------------------------------------------------------------


def test_one_yes_and_one_no_are_learned_and_nothing_is_claimed(
    folder: Path, labels: Labels
) -> None:
    learning_round = low_round(folder, labels, 1, 1)
    outcome = learning_round.run()
    assert outcome.n_train == 2
    assert outcome.wauc_after is None
    assert outcome.after["low"].auc is None
    assert message("training.nothing_measured") in outcome.notes
    answer = scores_of(outcome, learning_round.labels, learning_round.cache)
    truth = learning_round.labels.states[:, LOW]
    assert answer[truth == 1] > answer[truth == 0]
    out_of_fold = read_out_of_fold(outcome.card)
    assert out_of_fold is not None
    assert np.isnan(out_of_fold).all()


def test_a_word_of_one_yes_is_taught_beside_others_and_alone_not_measured(
    folder: Path, labels: Labels
) -> None:
    states = labels.states.copy()
    states[:, 1], states[7, 1] = 0, 1
    outcome = make_round(folder, replace(labels, states=states), "classifier").run()
    assert outcome.left_out == ()
    assert set(outcome.after) == set(TAGS)
    assert outcome.after["high"].auc is None
    assert outcome.after["low"].auc is not None
    assert outcome.wauc_after is not None


@pytest.mark.parametrize("n_songs", [2, 3, 5, 9])
def test_few_songs_give_whole_models_with_scores_that_are_numbers(
    folder: Path, labels: Labels, n_songs: int
) -> None:
    chosen = select_songs(labels, rows_with(labels, (n_songs + 1) // 2, n_songs // 2))
    outcome = make_round(folder, chosen, "classifier").run()
    assert outcome.n_train == n_songs
    for values in load_file(outcome.model_path).values():
        assert bool(values.isfinite().all())
    answer = scores_of(outcome, labels, FeatureCache(folder / "cache"))
    assert ((answer > 0) & (answer < 1)).all()


@pytest.mark.parametrize("depth", ["temporal", "everything"])
def test_too_few_songs_to_go_deeper_teach_the_words_and_say_so(
    folder: Path, labels: Labels, depth: str
) -> None:
    reports = []
    chosen = select_songs(labels, np.arange(20))
    outcome = make_round(folder, chosen, depth).run(reports.append)
    assert outcome.depth == "classifier"
    assert reports == []
    assert message("training.too_few_to_deepen", n_songs=20) in outcome.notes
    assert outcome.card.settings["depth"] == "classifier"
    assert outcome.card.settings["depth_chosen"] == depth
    assert outcome.card.settings["epochs_done"] == 0
    plain = make_round(folder, chosen, "classifier").run()
    assert plain.after == outcome.after


# -- artists ----------------------------------------------------------------------------------


def test_one_artist_is_measured_by_song_and_the_result_says_so(
    folder: Path, labels: Labels
) -> None:
    """Twelve yes and twelve no of Ludwig van Beethoven."""
    chosen = only_low(select_songs(labels, rows_with(labels, 12, 12)))
    chosen = replace(chosen, artists=("Ludwig van Beethoven",) * 24)
    outcome = make_round(folder, chosen, "classifier").run()
    assert outcome.measured_by == "songs"
    assert (outcome.n_train, outcome.n_measured) == (24, 24)
    assert outcome.wauc_after is not None
    assert outcome.wauc_after > 0.85
    answer = message("training.measured_by_song")
    assert answer in outcome.notes
    assert answer in outcome.card.description
    assert outcome.after["low"].n_artists == 1
    assert outcome.means["wauc"].interval is None, "of one artist nothing follows for others"


def test_one_artist_can_not_go_deeper_and_still_learns(folder: Path, labels: Labels) -> None:
    alone = replace(labels, artists=("Ludwig van Beethoven",) * len(labels.artists))
    outcome = make_round(folder, alone, "temporal").run()
    assert outcome.depth == "classifier"
    assert outcome.measured_by == "songs"
    assert message("training.too_few_to_deepen", n_songs=40) in outcome.notes


def test_songs_without_artist_are_learned(folder: Path, labels: Labels) -> None:
    unknown = replace(labels, artists=("",) * len(labels.artists))
    outcome = make_round(folder, unknown, "classifier").run()
    assert outcome.n_measured == len(labels.artists)
    assert outcome.wauc_after is not None
    assert outcome.wauc_after > 0.85


# -- decisions --------------------------------------------------------------------------------


def test_only_yes_is_an_error_that_says_what_to_do(folder: Path, labels: Labels) -> None:
    undecided = replace(labels, states=np.where(labels.states == 0, -1, 1).astype(np.int8))
    with pytest.raises(TrainingError, match="nothing to learn yet") as caught:
        make_round(folder, undecided).run()
    n_yes = int((undecided.states[:, LOW] == 1).sum())
    assert f"low: {n_yes} yes, no song judged no" in caught.value.detail
    assert caught.value.remedy


def test_without_any_decision_nothing_is_read_and_the_error_is_the_same(
    folder: Path, labels: Labels
) -> None:
    blank = replace(labels, states=np.full_like(labels.states, -1))
    with pytest.raises(TrainingError, match="nothing to learn yet"):
        make_round(folder, blank).run()
    with pytest.raises(TrainingError, match="nothing to learn yet"):
        make_round(folder, select_songs(labels, np.array([], np.int64))).run()


def test_an_own_word_with_yes_only_is_left_out_by_name(folder: Path, labels: Labels) -> None:
    states = labels.states.copy()
    states[:, 1] = np.where(states[:, 1] == 1, 1, -1)
    outcome = make_round(folder, replace(labels, states=states), "classifier").run()
    assert [name for name, _ in outcome.left_out] == ["high"]
    assert "high" not in outcome.card.words


def test_unjudged_songs_teach_a_word_of_yes_only_where_its_owner_wants_that(
    folder: Path, labels: Labels
) -> None:
    """The no of “low” are not judged; what they were is found all the same."""
    states = labels.states.copy()
    states[:, LOW] = np.where(states[:, LOW] == 1, 1, -1)
    tag_id = int(labels.tag_ids[LOW])
    weak = replace(labels, states=states, weak_no=frozenset({tag_id}))
    outcome = make_round(folder, weak, "classifier").run()
    assert outcome.left_out == ()
    answer = scores_of(outcome, labels, FeatureCache(folder / "cache"))
    truth = labels.states[:, LOW]
    assert answer[truth == 1].min() > answer[truth == 0].max()
    assert outcome.after["low"].auc is None, "without a no there is nothing to measure"


def one_yes_word(labels: Labels) -> Labels:
    """Judge the yes of “low” only, which takes other songs for a weak no."""
    states = np.full_like(labels.states, -1)
    states[:, LOW] = np.where(labels.states[:, LOW] == 1, 1, -1)
    return replace(labels, states=states, weak_no=frozenset({int(labels.tag_ids[LOW])}))


def test_undecided_songs_are_embedded_for_a_weak_no_whether_they_were_predicted_or_not(
    tmp_path: Path,
) -> None:
    """All of a library that was never predicted, or a part: the model is the same."""
    answers = []
    for home, n_predicted in ((tmp_path / "never", 0), (tmp_path / "partly", 7)):
        cache = FeatureCache(home / "cache")
        labels = one_yes_word(synthetic_labels(cache))
        learning_round = make_round(home, labels, "classifier")
        probe = probe_form(load_checkpoint(learning_round.parent_path))
        for row in np.flatnonzero(labels.states[:, LOW] < 0)[:n_predicted]:
            song_embedding(probe, labels.paths[row], labels.audio_hashes[row], cache)
        outcome = learning_round.run()
        assert outcome.left_out == outcome.skipped == ()
        assert outcome.n_train == len(labels.paths)
        answers.append(load_file(outcome.model_path))
    assert all(torch.equal(value, answers[1][name]) for name, value in answers[0].items())


def test_songs_for_a_weak_no_are_a_bounded_number_chosen_by_audio_hash(labels: Labels) -> None:
    n_songs = MAX_WEAK + 40
    hashes = [hashlib.blake2b(bytes([n % 251, n // 251]), digest_size=16) for n in range(n_songs)]
    states = np.full((n_songs, len(TAGS)), -1, np.int8)
    states[:20, LOW], states[3] = 1, -2
    weak = replace(
        labels, states=states, audio_hashes=tuple(h.hexdigest() for h in hashes),
        weak_no=frozenset({int(labels.tag_ids[LOW])}),
    )  # fmt: skip
    chosen = weak_rows(weak)
    assert len(chosen) == MAX_WEAK
    assert set(range(20)) & set(chosen.tolist()) == ({3} & set(chosen.tolist()))
    largest = max(weak.audio_hashes[row] for row in chosen)
    others = set(range(n_songs)) - set(chosen.tolist()) - (set(range(20)) - {3})
    assert all(weak.audio_hashes[row] > largest for row in others)
    nobody = replace(weak, weak_no=frozenset({int(labels.tag_ids[1])}))
    assert not len(weak_rows(nobody)), "a word without a yes is not taught"
    assert not len(weak_rows(replace(weak, weak_no=frozenset())))


def test_undecided_songs_that_cannot_be_read_are_listed_and_the_rest_is_learned(
    tmp_path: Path,
) -> None:
    labels = one_yes_word(synthetic_labels(FeatureCache(tmp_path / "cache")))
    row = int(np.flatnonzero(labels.states[:, LOW] < 0)[0])
    hashes = list(labels.audio_hashes)
    hashes[row] = "e" * 32
    outcome = make_round(tmp_path, replace(labels, audio_hashes=tuple(hashes)), "classifier").run()
    assert [path for path, _ in outcome.skipped] == [labels.paths[row]]
    assert outcome.n_train == len(labels.paths) - 1


# -- songs that are not as they were ------------------------------------------------------------


def test_songs_that_cannot_be_read_are_skipped_and_listed(folder: Path, labels: Labels) -> None:
    gone = replace(labels, audio_hashes=("e" * 32, *labels.audio_hashes[1:]))
    outcome = make_round(folder, gone, "classifier").run()
    assert [path for path, _ in outcome.skipped] == [Path("/music/0.flac")]
    assert outcome.skipped[0][1]
    assert outcome.n_train == outcome.n_measured == len(labels.paths) - 1
    rest = make_round(folder, select_songs(labels, np.arange(1, 40)), "classifier").run()
    one, two = load_file(outcome.model_path), load_file(rest.model_path)
    assert all(bool((one[name] == two[name]).all()) for name in one)


def test_no_readable_song_is_an_error_with_the_reasons(folder: Path, labels: Labels) -> None:
    gone = replace(labels, audio_hashes=tuple(f"{n:030x}ff" for n in range(40)))
    with pytest.raises(TrainingError) as caught:
        make_round(folder, gone, "classifier").run()
    assert "/music/7.flac: " in caught.value.detail


def test_a_word_whose_only_no_cannot_be_read_is_left_out(folder: Path, labels: Labels) -> None:
    states = labels.states.copy()
    states[:, 1], states[0, 1] = 1, 0
    gone = replace(labels, states=states, audio_hashes=("e" * 32, *labels.audio_hashes[1:]))
    outcome = make_round(folder, gone, "classifier").run()
    assert [name for name, _ in outcome.left_out] == ["high"]


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_an_embedding_that_is_no_number_is_skipped_with_its_reason(
    tmp_path: Path, number: float
) -> None:
    labels = synthetic_labels(cache := FeatureCache(tmp_path / "cache"))
    learning_round = make_round(tmp_path, labels, "classifier")
    probe = probe_form(load_checkpoint(learning_round.parent_path))
    broken = np.zeros(probe.network.classifier.in_features, np.float32)
    broken[3] = number
    cache.put_array(labels.audio_hashes[5], embedding_key(probe), broken)
    outcome = learning_round.run()
    assert outcome.skipped == ((labels.paths[5], message("training.not_finite")),)
    assert outcome.n_train == 39
    for values in load_file(outcome.model_path).values():
        assert bool(values.isfinite().all())


def test_songs_that_all_sound_the_same_teach_nothing_and_break_nothing(tmp_path: Path) -> None:
    labels = synthetic_labels(cache := FeatureCache(tmp_path / "cache"))
    learning_round = make_round(tmp_path, labels, "classifier")
    probe = probe_form(load_checkpoint(learning_round.parent_path))
    same = np.ones(probe.network.classifier.in_features, np.float32)
    for audio_hash in labels.audio_hashes:
        cache.put_array(audio_hash, embedding_key(probe), same)
    outcome = learning_round.run()
    auc = outcome.after["low"].auc
    assert auc is not None
    assert abs(auc - 0.5) < 0.15
