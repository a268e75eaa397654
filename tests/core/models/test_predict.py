"""Predictions hear every second, short songs repeated, and quarter steps along the song."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import log_mel
from core.jobs import Cancelled
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.choi_lstm import ChoiConfig, ChoiLstm
from core.models.predict import predict_song
from core.models.prediction_records import Taggram
from core.models.reduce_song import SEGMENTS_PER_BATCH
from core.models.segments import Layout, filled_frames, repeated, song_starts, taggram_starts

TINY = ChoiConfig(
    n_tags=2, n_mels=96, n_frames=64, channels=(4, 6), pools=((2, 4), None),
    hidden=8, classifier_hidden=8,
)  # fmt: skip
THESIS = RECIPES["thesis"]


@dataclass(frozen=True)
class Features:
    """As much of a LogMel as predicting looks at."""

    values: NDArray[np.float32]
    audio_hash: str = "abc"
    recipe: FeatureRecipe = THESIS


def sound(n_frames: int, seed: int = 0) -> Features:
    generator = np.random.default_rng(seed)
    return Features(generator.normal(-8, 4, (96, n_frames)).astype(np.float32))


@pytest.fixture(scope="module")
def model() -> TaggingModel:
    torch.manual_seed(5)
    card = ModelCard("tiny", "choi_lstm", asdict(TINY), THESIS, ("kick", "dark"))
    return to_inference(card, ChoiLstm(TINY))


@pytest.mark.parametrize("n_frames", [48, 63, 64, 65, 127, 128, 129, 1000])
@pytest.mark.parametrize("layout", list(Layout))
def test_segments_leave_no_frame_out(n_frames: int, layout: Layout) -> None:
    for starts in (song_starts(n_frames, 64, layout), taggram_starts(n_frames, 64)):
        covered = np.zeros(max(n_frames, 64), dtype=bool)
        for start in starts:
            covered[start : start + 64] = True
        assert covered[:n_frames].all()
        assert starts.tolist() == sorted(set(starts.tolist()))
        assert starts[-1] + 64 == max(n_frames, 64)


def test_a_song_is_whole_segments_and_one_aligned_to_the_end() -> None:
    assert song_starts(200, 64, Layout.END_ALIGNED).tolist() == [0, 64, 128, 136]
    assert song_starts(192, 64, Layout.END_ALIGNED).tolist() == [0, 64, 128]
    assert song_starts(200, 64, Layout.EVEN).tolist() == [0, 45, 91, 136]


def test_the_taggram_steps_by_a_quarter_segment(model: TaggingModel) -> None:
    found = predict_song(model, sound(200)).taggram
    assert found is not None
    hop_s = 256 / 12_000
    assert np.allclose(found.start_s[:4], np.arange(4) * 16 * hop_s)
    assert found.start_s[-1] == pytest.approx(136 * hop_s)
    assert found.window_s == pytest.approx(63 * hop_s)
    assert found.scores.shape == (len(found.start_s), 2)


def test_a_taggram_window_says_what_the_window_alone_would(model: TaggingModel) -> None:
    features = sound(200)
    taggram = predict_song(model, features).taggram
    assert taggram is not None
    alone = predict_song(model, Features(features.values[:, 32:96]))
    assert np.allclose(taggram.scores[2], alone.scores, atol=1e-3)


def test_the_prefixes_end_with_the_song(model: TaggingModel) -> None:
    found = predict_song(model, sound(200), taggram=False)
    assert found.taggram is None
    assert np.array_equal(found.prefixes.scores[-1], found.scores)
    assert found.prefixes.end_s.tolist() == sorted(found.prefixes.end_s.tolist())
    assert found.prefixes.end_s[-1] == pytest.approx(199 * 256 / 12_000)


def test_a_short_song_is_repeated(model: TaggingModel) -> None:
    short = sound(50)
    rounds = np.tile(short.values[:, :-1], (1, 60))[:, : filled_frames(50, 64, THESIS)]
    rounds[:, 49] = short.values[:, 49]
    looped = Features(rounds)
    found, same = predict_song(model, short), predict_song(model, looped)
    assert np.array_equal(found.scores, same.scores)
    assert found.taggram is not None
    assert len(found.taggram.start_s) == 1


@pytest.mark.parametrize("name", ["thesis", "mel96-16k", "musicnn-2019", "waveform-16k"])
def test_a_loop_once_is_nearly_the_same_loop_many_times(name: str) -> None:
    recipe, rate_hz = RECIPES[name], RECIPES[name].rate_hz
    n = 40 * recipe.hop_length
    period = np.random.default_rng(3).normal(size=n).cumsum().astype(np.float32)
    once = log_mel(period / 100, rate_hz, recipe) if not recipe.is_waveform else period[None]
    many = np.tile(period, 5)
    whole = log_mel(many / 100, rate_hz, recipe) if not recipe.is_waveform else many[None]
    length = whole.shape[1]
    looped = repeated(once, length, recipe)
    assert looped.shape == whole.shape
    apart = np.abs(looped - whole).mean(axis=0)
    assert float(np.median(apart)) < 0.01 * float(np.ptp(whole))


def test_what_fills_a_segment_is_left_as_it_is() -> None:
    values = np.arange(12, dtype=np.float32).reshape(2, 6)
    assert repeated(values, 6, RECIPES["thesis"]) is values
    assert repeated(values[:, :1], 3, RECIPES["thesis"]).tolist() == [[0] * 3, [6] * 3]


def test_the_same_sound_has_the_same_scores(model: TaggingModel) -> None:
    first, second = (predict_song(model, sound(1000)) for _ in range(2))
    assert np.array_equal(first.scores, second.scores)
    assert first.model_id == "tiny"
    assert first.words == ("kick", "dark")
    assert ((first.scores > 0) & (first.scores < 1)).all()


def test_the_taggram_comes_window_by_window_and_ends_as_without_parts(
    model: TaggingModel,
) -> None:
    parts: list[Taggram] = []
    whole = predict_song(model, sound(1000), on_part=parts.append)
    known = [int(np.isfinite(part.scores).all(axis=1).sum()) for part in parts]
    assert known == sorted(set(known)), "each part knows more than the one before"
    assert len(parts) > 3
    assert whole.taggram is not None
    assert np.allclose(parts[-1].scores, whole.taggram.scores, atol=1e-5)
    first = np.isfinite(parts[0].scores)
    assert np.allclose(parts[0].scores[first], whole.taggram.scores[first], atol=1e-5)
    silent = predict_song(model, sound(1000))
    assert silent.taggram is not None
    assert np.array_equal(silent.taggram.scores, whole.taggram.scores)


def test_a_cancel_is_felt_between_batches(model: TaggingModel) -> None:
    class Impatient:
        checks = 0

        def report(self, done: float, total: float, what: str = "") -> None: ...

        def check(self) -> None:
            self.checks += 1
            if self.checks > 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        predict_song(model, sound(64 * (SEGMENTS_PER_BATCH["cpu"] + 1)), job=Impatient())
