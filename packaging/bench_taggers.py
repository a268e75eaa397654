"""Every architecture's throughput in songs a minute, beside a plain loop over the same modules.

The plain loop is what one writes first: chunk by chunk, an STFT for each, float32, evaluate mode,
no gradients. Scores must agree: to 1e-4 in float32, to 2e-2 where the machine computes in
bfloat16. Weights are random, and the last layer is scaled so that the scores differ.
"""

from __future__ import annotations

from dataclasses import replace

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
from core.models.checkpoint import TaggingModel, to_inference
from core.models.device import has_bfloat16
from core.models.predict import predict_song
from core.models.public_taggers import PUBLIC_TAGGERS
from core.models.segments import song_starts

SONG_S = 30.0
GOAL = 1.5
N_TAGS = 50
REPEATS = 3
TOLERANCES = {True: 2e-2, False: 1e-4}  # by whether the machine computes in bfloat16

Samples = NDArray[np.float32]


def run() -> list[Row]:
    """A row for each public architecture."""
    return [_row(row.name) for row in PUBLIC_TAGGERS]


def _row(name: str) -> Row:
    recipe = RECIPES[ARCHITECTURES[name].recipe]
    samples = _song(recipe.rate_hz)
    whole = samples[None] if recipe.is_waveform else log_mel(samples, recipe.rate_hz, recipe)
    model = _model(name, recipe, whole)
    loudest = float(whole.max())
    ours_s, plain_s = medians_s(
        lambda: _ours(model, samples), lambda: _plain(model, samples, loudest), repeats=REPEATS
    )
    difference = float(np.abs(_ours(model, samples) - _plain(model, samples, loudest)).max())
    tolerance = TOLERANCES[has_bfloat16(model.device)]
    ratio = round(plain_s / ours_s, 2)
    title = ARCHITECTURES[name].title
    return Row(
        f"{title}: songs of {SONG_S:.0f} s a minute (scores {difference:.0e} apart)",
        f"{60 / ours_s:.0f}",
        f"{60 / plain_s:.0f} (plain loop)",
        ratio,
        f"≥ {GOAL:g} ×, scores to {tolerance:g}",
        ratio >= GOAL and difference <= tolerance,
    )


def _model(name: str, recipe: FeatureRecipe, whole: Samples) -> TaggingModel:
    """Make a network whose scores of the song's first chunk spread from 0 to 1."""
    torch.manual_seed(0)
    network = build_network(name, {"n_tags": N_TAGS}).eval()
    for parameter in network.parameters():
        if parameter.dim() > 1 and not parameter.any():  # Keras initialises gates with zeros
            torch.nn.init.xavier_uniform_(parameter)
    first = torch.from_numpy(whole[:, : network.segment_frames].copy())
    with torch.no_grad():
        features = network.reduction(first if recipe.is_waveform else first[None])
        logits = network.classifier(features)
        network.output.weight.div_(logits.std())
        network.output.bias.sub_(logits.mean()).div_(logits.std())
    words = tuple(f"word {number}" for number in range(N_TAGS))
    return to_inference(ModelCard(name, name, {"n_tags": N_TAGS}, recipe, words), network)


def _song(rate_hz: int) -> Samples:
    """Compose music at the recipe's rate."""
    import soxr

    parts = [short_song(seed, "house", 6.0).mean(axis=1) for seed in range(5)]
    whole = soxr.resample(np.concatenate(parts), DEMO_RATE_HZ, rate_hz)
    return np.ascontiguousarray(whole[: int(SONG_S * rate_hz)], dtype=np.float32)


def _ours(model: TaggingModel, samples: Samples) -> NDArray[np.float32]:
    recipe = model.card.recipe
    values = samples[None] if recipe.is_waveform else log_mel(samples, recipe.rate_hz, recipe)
    return predict_song(model, LogMel(values, recipe, "bench"), taggram=False).scores


def _plain(model: TaggingModel, samples: Samples, loudest: float) -> NDArray[np.float32]:
    """Average the chunks' scores. loudest: the song's largest value, for a recipe's top_db."""
    recipe, network = model.card.recipe, model.network
    length = network.segment_frames
    n_frames = len(samples) if recipe.is_waveform else 1 + len(samples) // recipe.hop_length
    scores = []
    for start in song_starts(n_frames, length, network.layout):
        if recipe.is_waveform:
            chunk = samples[start : start + length]
        else:
            chunk = _chunk_stft(samples, recipe, start, length)
        if recipe.top_db is not None:
            chunk = np.maximum(chunk, np.float32(loudest - recipe.top_db))
        with torch.no_grad():
            features = network.reduction(torch.from_numpy(np.ascontiguousarray(chunk))[None])
            scores.append(torch.sigmoid(network.classifier(features))[0].numpy())
    return np.asarray(np.mean(scores, axis=0))


def _chunk_stft(samples: Samples, recipe: FeatureRecipe, start: int, length: int) -> Samples:
    """Compute the chunk's frames from its samples and those that its first and last frame
    reach: the same numbers as of the whole song.
    """
    hop, before = recipe.hop_length, min(start, 1)
    reached = samples[(start - before) * hop : (start + length) * hop + recipe.n_fft // 2]
    unlimited = replace(recipe, top_db=None)
    return log_mel(reached, recipe.rate_hz, unlimited)[:, before : before + length]
