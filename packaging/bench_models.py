"""How quickly a library is tagged from cached spectrograms, and a second round of learning."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch
from bench_row import Row, at_least, medians_s

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.records import Labels
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, ready
from core.models.choi_lstm import PRESETS, ChoiConfig, ChoiLstm
from core.models.predict import predict_song
from core.training.hearing import hear_songs

RECIPE = RECIPES["thesis"]
N_SONGS, SONG_S = 12, 240.0
TIMES_REAL_TIME = 3000.0
N_TAGS = 63


def run() -> list[Row]:
    """Rows for both presets' tagging speed, and for hearing songs a second time."""
    with tempfile.TemporaryDirectory() as place:
        cache = FeatureCache(Path(place) / "cache")
        hashes = _cached_songs(cache)
        models = {name: _model(name, preset) for name, preset in PRESETS.items()}
        rows = [_tagging(name, model, cache, hashes) for name, model in models.items()]
        return [*rows, _second_hearing(models["thesis"], cache, hashes)]


def _cached_songs(cache: FeatureCache) -> list[str]:
    generator = np.random.default_rng(0)
    hashes = [f"{number:032x}" for number in range(N_SONGS)]
    for audio_hash in hashes:
        values = generator.normal(-8, 4, (96, RECIPE.frames_of(SONG_S))).astype(np.float32)
        cache.put(LogMel(values, RECIPE, audio_hash))
    return hashes


def _model(name: str, preset: ChoiConfig) -> TaggingModel:
    torch.manual_seed(0)
    config = replace(preset, n_tags=N_TAGS)
    words = tuple(f"word {number}" for number in range(N_TAGS))
    return ready(ModelCard(name, "choi_lstm", asdict(config), RECIPE, words), ChoiLstm(config))


def _tagging(name: str, model: TaggingModel, cache: FeatureCache, hashes: list[str]) -> Row:
    """Beside the plain network, one segment at a time, in float32."""

    def ours() -> None:
        for audio_hash in hashes:
            heard = cache.get(audio_hash, RECIPE)
            assert heard is not None
            predict_song(model, heard, taggram=False)

    def plain() -> None:
        heard = cache.get(hashes[0], RECIPE)
        assert heard is not None
        length = model.network.segment_frames
        with torch.inference_mode():
            for start in range(0, heard.values.shape[1] - length + 1, length):
                segment = torch.from_numpy(heard.values[None, :, start : start + length])
                model.network(segment)

    ours_s, plain_s = medians_s(ours, plain, repeats=3)
    fast, slow = N_SONGS * SONG_S / ours_s, SONG_S / plain_s
    return Row(
        f"tagging from cached spectrograms, sizes “{name}”",
        f"{fast:.0f} × real time", f"{slow:.0f} × (plain torch)", round(fast / slow, 2),
        f"≥ {TIMES_REAL_TIME:.0f} × real time", fast >= TIMES_REAL_TIME,
    )  # fmt: skip


def _second_hearing(model: TaggingModel, cache: FeatureCache, hashes: list[str]) -> Row:
    """What frozen sections make of the songs: computed the first time, kept for the second."""
    n = len(hashes)
    labels = Labels(
        np.arange(n), tuple(hashes), (Path("none"),) * n, ("",) * n, np.arange(1), ("kick",),
        np.ones((n, 1), dtype=np.int8), 1,
    )  # fmt: skip
    begun = time.perf_counter()
    hear_songs(model, labels, range(n), cache)
    first_s = time.perf_counter() - begun
    (second_s,) = medians_s(lambda: hear_songs(model, labels, range(n), cache), repeats=3)
    return at_least("hearing the songs for a second round of learning", second_s, first_s, 20.0)
