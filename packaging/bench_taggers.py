"""Every architecture's throughput in songs a minute, beside a plain loop over the same modules.

The plain loop is what one writes first: chunk by chunk, an STFT for each, float32. Scores must
agree: to 1e-4 in float32, to 2e-2 where the machine computes in bfloat16.
"""

from __future__ import annotations

import numpy as np
import torch
from bench_row import Row, medians_s
from numpy.typing import NDArray

from core.demo import RATE_HZ as DEMO_RATE_HZ
from core.demo import short_song
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import LogMel, log_mel
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES, build_network
from core.models.checkpoint import TaggingModel, ready
from core.models.device import has_bfloat16
from core.models.predict import predict_song
from core.models.public_taggers import PUBLIC_TAGGERS
from core.models.segments import padded, song_starts

SONG_S = 30.0
GOAL = 1.5
N_TAGS = 50
REPEATS = 2
TOLERANCES = {True: 2e-2, False: 1e-4}  # by whether the machine computes in bfloat16

Samples = NDArray[np.float32]


def run() -> list[Row]:
    """A row for each public architecture."""
    return [_row(row.name) for row in PUBLIC_TAGGERS]


def _row(name: str) -> Row:
    recipe = RECIPES[ARCHITECTURES[name].recipe]
    model, samples = _model(name, recipe), _song(recipe.rate_hz)
    ours_s, plain_s = medians_s(
        lambda: _ours(model, samples), lambda: _plain(model, samples), repeats=REPEATS
    )
    apart = float(np.abs(_ours(model, samples) - _plain(model, samples)).max())
    bound = TOLERANCES[has_bfloat16(model.device)]
    ratio = round(plain_s / ours_s, 2)
    return Row(
        f"{ARCHITECTURES[name].title}: songs of {SONG_S:.0f} s a minute (scores {apart:.0e} apart)",
        f"{60 / ours_s:.0f}",
        f"{60 / plain_s:.0f} (plain loop)",
        ratio,
        f"≥ {GOAL:g} ×, scores to {bound:g}",
        ratio >= GOAL and apart <= bound,
    )


def _model(name: str, recipe: FeatureRecipe) -> TaggingModel:
    torch.manual_seed(0)
    network = build_network(name, {"n_tags": N_TAGS}).eval()
    words = tuple(f"word {number}" for number in range(N_TAGS))
    return ready(ModelCard(name, name, {"n_tags": N_TAGS}, recipe, words), network)


def _song(rate_hz: int) -> Samples:
    """Composed music at the recipe's rate."""
    import soxr

    parts = [short_song(seed, "house", 6.0).mean(axis=1) for seed in range(5)]
    whole = soxr.resample(np.concatenate(parts), DEMO_RATE_HZ, rate_hz)
    return np.ascontiguousarray(whole[: int(SONG_S * rate_hz)], dtype=np.float32)


def _ours(model: TaggingModel, samples: Samples) -> NDArray[np.float32]:
    recipe = model.card.recipe
    values = samples[None] if recipe.is_waveform else log_mel(samples, recipe.rate_hz, recipe)
    return predict_song(model, LogMel(values, recipe, "bench"), taggram=False).scores


def _plain(model: TaggingModel, samples: Samples) -> NDArray[np.float32]:
    """The mean of the chunks' scores, each chunk with an STFT of its own."""
    recipe, network = model.card.recipe, model.network
    length, hop = network.segment_frames, recipe.hop_length
    whole = samples[None] if recipe.is_waveform else log_mel(samples, recipe.rate_hz, recipe)
    starts = song_starts(whole.shape[1], length, network.layout)
    scores = []
    for start in starts:
        if recipe.is_waveform:
            chunk = padded(whole, length, recipe)[0, start : start + length]
        else:
            _stft_again(samples[start * hop : (start + length) * hop], recipe)
            chunk = padded(whole, length, recipe)[:, start : start + length]
        with torch.inference_mode():
            features = network.reduction(torch.from_numpy(np.ascontiguousarray(chunk))[None])
            scores.append(torch.sigmoid(network.classifier(features))[0].numpy())
    return np.mean(scores, axis=0)


def _stft_again(samples: Samples, recipe: FeatureRecipe) -> None:
    """The chunk's own STFT; its edges differ from the song's, so its numbers are not used."""
    log_mel(samples, recipe.rate_hz, recipe)
