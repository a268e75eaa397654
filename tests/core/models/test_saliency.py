"""A map shows what a network looks at, and adds up to what it says."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import ModelError, SoundError
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.jobs import Cancelled
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.choi_lstm import ChoiConfig, ChoiLstm
from core.models.occlusion import SILENCE, Patches, occlusion
from core.models.saliency import gradient_times_input
from core.models.saliency_records import strongest
from tests.support.hand_made_network import HIGH, LOW, BandMeans, BandNetwork, band_model

THESIS = RECIPES["thesis"]
SILENT_VALUE = float(np.log(THESIS.floor))
PATCHES = Patches(n_mels=10, seconds=0.4)


def sound(n_frames: int, seed: int = 0) -> LogMel:
    generator = np.random.default_rng(seed)
    values = generator.normal(-8, 4, (96, n_frames)).astype(np.float32)
    return LogMel(values, THESIS, "")


def real_model() -> TaggingModel:
    torch.manual_seed(5)
    config = ChoiConfig(
        n_tags=2, n_mels=96, n_frames=64, channels=(4, 6), pools=((2, 4), None),
        hidden=8, classifier_hidden=8,
    )  # fmt: skip
    card = ModelCard("tiny", "choi_lstm", {}, THESIS, ("kick", "dark"))
    return to_inference(card, ChoiLstm(config))


def logit(values: np.ndarray, column: int) -> float:
    return 0.5 * float(values[(LOW, HIGH)[column]].mean()) + 3.0


@pytest.mark.parametrize("n_frames", [64, 128, 150, 60])
def test_a_gradient_map_is_where_the_network_looks_and_sums_to_its_logit(n_frames: int) -> None:
    """Above silence: segments that overlap, and a sound that is repeated, too."""
    song = sound(n_frames)
    found = gradient_times_input(band_model(), song, "high")
    assert found.values.shape == song.values.shape
    assert found.values.dtype == np.float32
    outside = np.delete(found.values, np.r_[HIGH], axis=0)
    assert not outside.any()
    assert (found.values[HIGH] > 0).any(axis=0).all(), "every frame counts"
    of_silence = 0.5 * SILENT_VALUE + 3.0
    assert float(found.values.sum()) == pytest.approx(found.logit - of_silence, rel=1e-4)


def test_a_gradient_map_weighs_overlapping_segments_as_the_network_does() -> None:
    song = sound(100)  # segments at 0 and 36
    found = gradient_times_input(band_model(), song, "low").values[LOW]
    times = np.ones(100)
    times[36:64] = 2  # in both
    wanted = 0.5 * (song.values[LOW] - SILENT_VALUE) * times / (2 * 64 * 10)
    assert found == pytest.approx(wanted, rel=1e-4)


def test_occlusion_loses_what_the_patches_hold() -> None:
    song = sound(64)
    found = occlusion(band_model(), song, "low", patches=Patches(10, 0.4, fill=SILENCE))
    width = round(0.4 * 12_000 / 256)
    assert found.logit == pytest.approx(logit(song.values, 0), rel=1e-4)
    assert np.abs(np.delete(found.values, np.r_[LOW], axis=0)).max() < 1e-5
    first = 0.5 * (song.values[LOW, :width] - SILENT_VALUE).sum() / (64 * 10)
    assert found.values[LOW, :width] == pytest.approx(np.full((10, width), first), rel=1e-3)


def test_occlusion_by_the_mean_finds_the_loud_part() -> None:
    values = np.full((96, 64), -12.0, np.float32)
    values[HIGH, 38:57] += 8
    found = occlusion(band_model(), LogMel(values, THESIS, ""), "high", patches=PATCHES).values
    assert found[75, 45] > 0.05
    assert (found[HIGH, :19] < 0).all()
    assert np.abs(found[LOW]).max() < 1e-5


def test_a_region_is_judged_alone_and_drawn_at_its_place() -> None:
    song, hop_s = sound(200), 256 / 12_000
    span_s = (100 * hop_s, 164 * hop_s)
    cut = LogMel(song.values[:, 100:164].copy(), THESIS, "")
    for found, alone in (
        (gradient_times_input(band_model(), song, "low", span_s),
         gradient_times_input(band_model(), cut, "low")),
        (occlusion(band_model(), song, "low", span_s, PATCHES),
         occlusion(band_model(), cut, "low", patches=PATCHES)),
    ):  # fmt: skip
        assert found.values.shape == (96, 200)
        assert found.logit == alone.logit
        assert np.array_equal(found.values[:, 100:164], alone.values)
        assert not found.values[:, :100].any()
        assert not found.values[:, 164:].any()


def test_maps_of_a_real_network_have_its_logit() -> None:
    """The first frames matter: the slope is that of the logit, checked by a small step."""
    model, song = real_model(), sound(130)
    found = gradient_times_input(model, song, "dark")
    assert np.isfinite(found.values).all()
    assert found.values.any()
    covered = occlusion(model, song, "dark", patches=Patches(48, 2.0))
    assert covered.logit == pytest.approx(found.logit, abs=1e-4)
    step = 1e-3
    nearer = song.values + np.float32(step) * (SILENT_VALUE - song.values)
    moved = occlusion(model, LogMel(nearer, THESIS, ""), "dark", patches=Patches(96, 9.0)).logit
    assert (found.logit - moved) / step == pytest.approx(float(found.values.sum()), rel=0.1)


def test_a_job_is_cancelled_between_batches() -> None:
    class Stopped:
        def report(self, done: float, total: float, what: str = "") -> None: ...

        def check(self) -> None:
            raise Cancelled

    for method in (gradient_times_input, occlusion):
        with pytest.raises(Cancelled):
            method(band_model(), sound(64), "low", job=Stopped())


def test_what_cannot_be_drawn_says_so() -> None:
    model = band_model()
    cepstra = ModelCard("cepstra", "choi_lstm", {}, RECIPES["mfcc"], ("low", "high"))
    with pytest.raises(ModelError, match="no spectrogram"):
        gradient_times_input(
            TaggingModel(cepstra, model.network, model.inference_reduction, "cpu"),
            sound(64), "low",
        )  # fmt: skip
    with pytest.raises(SoundError):
        occlusion(model, LogMel(np.full((96, 64), SILENT_VALUE, np.float32), THESIS, ""), "low")
    with pytest.raises(ValueError, match="tuple"):
        occlusion(model, sound(64), "brass")


def test_a_network_without_gradients_is_occluded_only() -> None:
    class Elsewhere(nn.Module):
        """As one that runs in another process."""

        def forward(self, segments: Tensor) -> Tensor:
            return BandMeans()(segments.detach())

    network = BandNetwork()
    network.reduction = Elsewhere()
    model = to_inference(band_model().card, network)
    with pytest.raises(ModelError, match="occlusion"):
        gradient_times_input(model, sound(64), "low")
    assert occlusion(model, sound(64), "low", patches=PATCHES).values.any()


def test_the_strongest_points_make_a_mask() -> None:
    values = np.array([[4.0, 3.0, -9.0], [2.0, 1.0, 0.0]], np.float32)
    assert strongest(values, 0.4).tolist() == [[1, 0, 0], [0, 0, 0]]
    assert strongest(values, 0.7).tolist() == [[1, 1, 0], [0, 0, 0]]
    assert strongest(values, 1.0).tolist() == [[1, 1, 0], [1, 1, 0]]
    assert not strongest(-np.abs(values)).any()
