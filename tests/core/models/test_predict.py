"""Predictions hear every second, silence behind short songs, and quarter steps along the song."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.features.recipe import RECIPES, FeatureRecipe
from core.jobs import Cancelled
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.choi_lstm import ChoiConfig, ChoiLstm
from core.models.predict import predict_song
from core.models.prediction_records import Taggram
from core.models.reduce_song import SEGMENTS_PER_BATCH
from core.models.segments import Layout, pad_to_segment, song_starts, taggram_starts

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


def test_a_short_song_is_followed_by_silence(model: TaggingModel) -> None:
    short = sound(50)
    silence = np.full((96, 14), math.log(1e-10), dtype=np.float32)
    filled = Features(np.concatenate([short.values, silence], axis=1))
    found, same = predict_song(model, short), predict_song(model, filled)
    assert np.array_equal(found.scores, same.scores)
    assert found.taggram is not None
    assert len(found.taggram.start_s) == 1


def test_silence_is_what_the_recipe_makes_of_it() -> None:
    for name, silence in (
        ("thesis", math.log(1e-10)),
        ("mel96-16k", -100.0),
        ("musicnn-2019", 0.0),
    ):
        assert pad_to_segment(sound(3).values, 5, RECIPES[name])[0, 4] == pytest.approx(silence)
    loud = np.full((96, 3), 10.0, dtype=np.float32)
    assert pad_to_segment(loud, 5, RECIPES["choi-msd"])[0, 4] == pytest.approx(-70.0)
    assert pad_to_segment(np.ones((1, 3), np.float32), 5, RECIPES["waveform-16k"])[0, 4] == 0


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
