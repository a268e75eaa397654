"""The bench of learning compares as it says it does, on songs small enough for every day.

What needs sound banks is skipped where none is installed; nothing is read from the web.
"""

from __future__ import annotations

import json
from pathlib import Path

import bench_learning
import learning_songs
import numpy as np
import pytest
from learning_baselines import BASELINES, CHANCE, LabelledSongs
from learning_features import SongNumbers
from learning_heads import draw, head_results
from learning_music import PART, Comparison, Parent, music_results, rendered_music
from learning_songs import WORDS, compose
from learning_tables import OURS, Result, tables
from sklearn.metrics import roc_auc_score
from sound_banks import BANKS, SoundBankError, Synthesizer

from core.features.cache import FeatureCache
from core.models.checkpoint import load_checkpoint
from core.paths import HOME_VARIABLE, resource


def song_numbers(rng: np.random.Generator, truth: np.ndarray) -> SongNumbers:
    """Numbers that tell the tags, with noise."""
    layers = []
    for width in (8, 12, 120):
        signal = np.tile(truth, width)[:, :width]
        layers.append((2.0 * signal + rng.normal(size=signal.shape)).astype(np.float32))
    return SongNumbers(*layers)


@pytest.fixture
def features(tmp_path: Path) -> Path:
    """A file of features of 120 songs by 24 artists, with four labels."""
    rng = np.random.default_rng(1)
    label = rng.integers(0, 4, 120).astype(np.int16)
    truth = np.eye(4)[label]
    numbers = song_numbers(rng, truth)
    group = np.array([f"album {number // 5}" for number in range(120)])
    path = tmp_path / "songs.npz"
    layers = rng.normal(size=(120, 160)).astype(np.float32)
    layers[:, 128:136] = numbers.hidden
    np.savez(path, layers=layers, mfcc=numbers.mfcc, label=label, group=group)
    return path


def test_songs_are_equal_for_equal_seeds_and_their_words_are_their_scores() -> None:
    songs = compose(5, 20)
    assert songs == compose(5, 20)
    assert songs != compose(6, 20)
    assert len({song.artist for song in songs}) == 4
    for song in songs:
        assert song.yes <= set(WORDS)
        assert ("drums" in song.yes) == any(part.is_drums for part in song.parts)
        assert all(part.notes for part in song.parts if part.volume > 0.8 and not part.is_drums)


def test_baselines_learn_and_leave_what_cannot_be_learned_to_chance(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 2, (60, 3)).astype(np.int8)
    numbers = song_numbers(rng, truth)
    states = truth[:40].copy()
    states[:, 2] = np.where(states[:, 2] == 1, 1, -1)  # a word without a no
    songs = LabelledSongs(numbers.rows(np.arange(40)), states, np.arange(40) // 2)
    for baseline in BASELINES:
        scores = baseline.scores(songs, numbers.rows(np.arange(40, 60)), tmp_path)
        assert (scores[:, 2] == CHANCE).all()
        assert all(roc_auc_score(truth[40:, tag], scores[:, tag]) > 0.75 for tag in (0, 1))
        again = baseline.scores(songs, numbers.rows(np.arange(40, 60)), tmp_path)
        np.testing.assert_array_equal(scores, again)


def test_a_draw_tests_on_other_artists(features: Path) -> None:
    with np.load(features) as arrays:
        groups = np.unique(arrays["group"], return_inverse=True)[1]
    drawn = draw(groups, 0)
    assert not set(groups[drawn.pool]) & set(groups[drawn.test])
    assert len(drawn.pool) + len(drawn.test) == len(groups)


def test_heads_are_compared_on_a_file_of_features(features: Path, tmp_path: Path) -> None:
    results = list(head_results(features, (20, 40), 2, tmp_path / "baselines"))
    ours = [result for result in results if result.system == OURS]
    assert [(result.draw, result.n_songs) for result in ours] == [
        (0, 20),
        (0, 40),
        (1, 20),
        (1, 40),
    ]
    assert all(result.wauc is not None and result.wauc > 0.6 for result in results)
    assert all(result.estimate is not None for result in ours)
    text = tables(results)
    assert "RhythmCap − best other" in text
    assert len({len(line) for line in text.splitlines() if line.startswith("| RhythmCap")}) <= 3


def test_a_table_says_how_far_ahead_of_the_best_other_system_we_are() -> None:
    results = [Result("p", "d", OURS, 10, 0, 0.75), Result("p", "d", "other", 10, 0, 0.7)]
    assert "+0.050" in tables([*results, Result("p", "d", "worse", 10, 0, 0.6)])


@pytest.mark.slow
def test_the_product_learns_from_rendered_songs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning_songs, "MIN_S", 4.0)
    monkeypatch.setattr(learning_songs, "MAX_S", 6.0)
    try:
        Synthesizer(BANKS["timgm6mb"]).close()
    except SoundBankError as error:
        pytest.skip(str(error))
    cache = FeatureCache(tmp_path / "cache")
    library = rendered_music("timgm6mb", 1, 20, tmp_path, cache)
    test = rendered_music("timgm6mb", 2, 5, tmp_path, cache)
    assert library.truth.shape == (20, len(WORDS))
    comparison = Comparison(library, test, 0.25, tmp_path, cache, "classifier", 1, 1)
    parent = Parent("from the starter", load_checkpoint(resource("starter.safetensors")))
    results = list(music_results(comparison, parent, (10,), PART))
    assert [result.system for result in results] == [OURS, *(b.name for b in BASELINES)]
    assert all(result.wauc is not None for result in results)


def test_the_bench_writes_tables_and_results(
    features: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    arguments = ["--quick", "--parts", "a", "--features", str(features)]
    arguments += ["--cache", str(tmp_path / "bench"), "--json", str(tmp_path / "all.json")]
    assert bench_learning.main(arguments) == 0
    assert "## (a) the head alone: songs" in capsys.readouterr().out
    assert json.loads((tmp_path / "all.json").read_text())[0]["system"] == OURS
