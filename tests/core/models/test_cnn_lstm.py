"""The starter's network: no level, no padding, no more of a song for playing it again."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pytest
import torch

from core.errors import SoundError
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel, log_mel
from core.models.card import ModelCard, read_card
from core.models.checkpoint import TaggingModel, load_checkpoint, to_inference
from core.models.cnn_lstm import CnnLstm, CnnLstmConfig, config_from
from core.models.predict import predict_song
from core.paths import resource

THESIS = RECIPES["thesis"]
RATE_HZ = 12_000
STARTER = resource("starter.safetensors")
SIX_DB = 10.0 ** (-6.0 / 20.0)


@pytest.fixture(scope="module")
def starter() -> TaggingModel:
    """The starter that the program comes with."""
    return load_checkpoint(STARTER)


def piece(seconds: float = 25.0, seed: int = 3) -> np.ndarray:
    """Make a few plucked notes, some noise between them."""
    rng = np.random.default_rng(seed)
    n = round(seconds * RATE_HZ)
    made = 1e-3 * rng.standard_normal(n)
    for at in range(0, n - RATE_HZ, RATE_HZ // 3):
        time = np.arange(RATE_HZ) / RATE_HZ
        pitch = 220.0 * 2.0 ** (rng.integers(0, 13) / 12.0)
        made[at : at + RATE_HZ] += 0.2 * np.sin(2 * np.pi * pitch * time) * np.exp(-4 * time)
    return made.astype(np.float32)


def scores(model: TaggingModel, samples: np.ndarray) -> np.ndarray:
    values = log_mel(samples, RATE_HZ, THESIS)
    return predict_song(model, LogMel(values, THESIS, "abc"), taggram=False).scores


def test_the_level_moves_no_score(starter: TaggingModel) -> None:
    loud = scores(starter, piece())
    for gain in (SIX_DB, SIX_DB**4, 4.0):
        assert np.abs(scores(starter, piece() * np.float32(gain)) - loud).max() < 0.05


def test_a_song_again_and_again_scores_as_it_does_once(starter: TaggingModel) -> None:
    once = piece(60.0)
    assert np.abs(scores(starter, np.tile(once, 10)) - scores(starter, once)).max() < 0.1


def test_silence_behind_a_song_changes_little(starter: TaggingModel) -> None:
    once = piece(30.0)
    longer = np.concatenate([once, np.zeros(20 * RATE_HZ, np.float32)])
    assert np.abs(scores(starter, longer) - scores(starter, once)).max() < 0.2


@pytest.mark.parametrize("seconds", [2.0, 5.0, 8.0])
def test_a_short_loop_scores_as_the_same_loop_again_and_again(
    starter: TaggingModel, seconds: float
) -> None:
    loop = piece(seconds)
    noise = 0.1 * np.random.default_rng(4).standard_normal(len(loop)).astype(np.float32)
    many = scores(starter, np.tile(loop, round(30.0 / seconds)))
    apart, far = (np.abs(scores(starter, sound) - many) for sound in (loop, noise))
    assert apart.max() < 0.25
    assert apart.mean() < 0.2 * far.mean()


@pytest.mark.parametrize("seconds", [0.5, 0.9])
def test_a_sound_too_short_to_judge_gets_a_reason(starter: TaggingModel, seconds: float) -> None:
    with pytest.raises(SoundError, match="shorter than 1 s"):
        scores(starter, piece(seconds + 1.0)[: round(seconds * RATE_HZ)])


@pytest.mark.parametrize("amplitude", [0.0, 1.5e-5])
def test_silence_gets_a_reason(starter: TaggingModel, amplitude: float) -> None:
    noise = np.random.default_rng(1).uniform(-amplitude, amplitude, 10 * RATE_HZ)
    with pytest.raises(SoundError, match="silent"):
        scores(starter, noise.astype(np.float32))


@pytest.mark.parametrize("name", ["mel96-16k", "choi-msd", "musicnn-2019", "waveform-16k"])
def test_silence_is_known_in_every_recipe(name: str) -> None:
    from core.models.sound_check import is_silent

    recipe = RECIPES[name]
    quiet = np.zeros(2 * RATE_HZ, np.float32)
    assert is_silent(log_mel(quiet, RATE_HZ, recipe), recipe)
    assert not is_silent(log_mel(piece(2.0) * np.float32(0.05), RATE_HZ, recipe), recipe)


def test_what_follows_a_short_sound_is_left_out_of_its_features() -> None:
    torch.manual_seed(2)
    reduction = CnnLstm(CnnLstmConfig(n_tags=2)).eval().reduction
    values = torch.from_numpy(log_mel(piece(4.0), RATE_HZ, THESIS))
    values = values[:, : values.shape[1] // 16 * 16]
    silence = torch.full((96, 470 - values.shape[1]), float(np.log(1e-10)))
    both = reduction(torch.cat([values, silence], 1).unsqueeze(0))
    alone = reduction(values.unsqueeze(0))
    assert torch.nn.functional.cosine_similarity(both, alone).item() > 0.98
    assert not reduction(silence.unsqueeze(0)).any()


def test_the_starter_fits_in_eight_megabytes_and_says_what_it_knows() -> None:
    card = read_card(STARTER)
    assert STARTER.stat().st_size < 8e6
    assert card.architecture == "cnn_lstm"
    assert "no sung words" in card.description
    assert card.metrics["roc_auc_instruments"] >= 0.85
    for bank in card.settings["sound_banks"]:
        assert bank["licence"]
        assert bank["package"]
    assert [b["name"] for b in card.settings["sound_banks"] if b["use"] == "test only"]


@pytest.mark.parametrize(
    "sizes",
    [{"hidden": 0}, {"channels": (4,)}, {"n_mels": 4}, {"direct": 1}, {"pools": (100_001,) * 4}],
)
def test_impossible_sizes_are_refused(sizes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"size|channels|straight|small"):
        replace(CnnLstmConfig(), **sizes)


def test_sizes_survive_a_card() -> None:
    config = CnnLstmConfig(n_tags=3, channels=(4, 8), pools=(2, 2))
    stored = {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(config).items()}
    assert config_from(stored) == config
    card = ModelCard("tiny", "cnn_lstm", stored, THESIS, ("a", "b", "c"))
    model = to_inference(card, CnnLstm(config))
    assert scores(model, piece(12.0)).shape == (3,)
