"""How quickly a library is tagged, from spectrograms and from files; a second round of learning."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import soundfile
import torch
from bench_features import song_file, with_librosa
from bench_row import Row, at_least, medians_s
from numpy.typing import NDArray

from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
from core.features.prefetch import KnownSong
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.records import Labels
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.choi_lstm import PRESETS, ChoiConfig, ChoiLstm
from core.models.device import leave_one_core_free
from core.models.predict import predict_song, predict_songs
from core.training.config import FinetuneRequest
from core.training.finetune import finetune

RECIPE = RECIPES["thesis"]
N_SONGS, SONG_S = 12, 240.0
N_FRAMES = 1 + round(SONG_S * RECIPE.rate_hz) // RECIPE.hop_length
TIMES_REAL_TIME, FROM_FILES = 3000.0, 900.0
N_FILES = 10
N_TAGS = 63
N_LEARNED, EPOCHS = 24, 30


def run() -> list[Row]:
    """Rows for both presets' tagging speed, and for a second round of learning."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        models = {name: _model(name, preset) for name, preset in PRESETS.items()}
        cache = FeatureCache(folder / "cache")
        hashes = _cached_songs(cache)
        rows = [_tagging(name, model, cache, hashes) for name, model in models.items()]
        files = [_from_files(models["thesis"], folder, suffix) for suffix in ("mp3", "flac")]
        return [*rows, *files, _second_round(models["thesis"], folder)]


def _cached_songs(cache: FeatureCache) -> list[str]:
    generator = np.random.default_rng(0)
    hashes = [f"{number:032x}" for number in range(N_SONGS)]
    for audio_hash in hashes:
        values = generator.normal(-8, 4, (96, N_FRAMES)).astype(np.float32)
        cache.put(LogMel(values, RECIPE, audio_hash))
    return hashes


def _model(name: str, preset: ChoiConfig) -> TaggingModel:
    torch.manual_seed(0)
    config = replace(preset, n_tags=N_TAGS)
    words = tuple(f"word {number}" for number in range(N_TAGS))
    return to_inference(
        ModelCard(name, "choi_lstm", asdict(config), RECIPE, words), ChoiLstm(config)
    )


def _tagging(name: str, model: TaggingModel, cache: FeatureCache, hashes: list[str]) -> Row:
    """Predict cached songs, beside the plain network, one segment at a time, in float32."""

    def ours() -> None:
        for audio_hash in hashes:
            features = cache.get(audio_hash, RECIPE)
            assert features is not None
            predict_song(model, features, taggram=False)

    def plain() -> None:
        features = cache.get(hashes[0], RECIPE)
        assert features is not None
        _predict_plainly(model, features.values)

    ours_s, plain_s = medians_s(ours, plain, repeats=3)
    fast, slow = N_SONGS * SONG_S / ours_s, SONG_S / plain_s
    return Row(
        f"tagging from cached spectrograms, sizes “{name}”",
        f"{fast:.0f} × real time", f"{slow:.0f} × (plain torch)", round(fast / slow, 2),
        f"≥ {TIMES_REAL_TIME:.0f} × real time", fast >= TIMES_REAL_TIME,
    )  # fmt: skip


def _from_files(model: TaggingModel, folder: Path, suffix: str) -> Row:
    """Predict a library without cached spectrograms as the window does, beside librosa and the
    plain network, a segment at a time.
    """
    minutes = SONG_S / 60
    paths = [song_file(folder / f"{seed}.{suffix}", minutes, seed) for seed in range(N_FILES)]
    known, cache = FeatureCache(folder / "known"), FeatureCache(folder / "new")
    analyses = [analyse_song(path, known, recipes=()) for path in paths]
    songs = [KnownSong(song.path, song.audio_hash, song.stats) for song in analyses]

    def ours() -> None:
        cache.clear()
        with leave_one_core_free():
            assert len(list(predict_songs(model, songs, cache))) == N_FILES

    def plain() -> None:
        mel = np.log(np.maximum(with_librosa(paths[0]), 1e-10), dtype=np.float32)
        _predict_plainly(model, mel)

    ours_s, plain_s = medians_s(ours, plain, repeats=3)
    fast, slow = N_FILES * SONG_S / ours_s, SONG_S / plain_s
    return Row(
        f"tagging from {suffix.upper()} files, sizes “{model.card.name}”",
        f"{fast:.0f} × real time", f"{slow:.0f} × (librosa, plain torch)", round(fast / slow, 2),
        f"≥ {FROM_FILES:.0f} × real time", fast >= FROM_FILES,
    )  # fmt: skip


def _predict_plainly(model: TaggingModel, values: NDArray[np.float32]) -> None:
    length = model.network.segment_frames
    with torch.inference_mode():
        for start in range(0, values.shape[1] - length + 1, length):
            model.network(torch.from_numpy(values[None, :, start : start + length]))


def _second_round(model: TaggingModel, folder: Path) -> Row:
    """Train the classifier only, twice; the first round reads the files, the second the cache."""
    request = FinetuneRequest(
        name="bench", parent_name="thesis", depth="classifier", epochs=EPOCHS, seed=1,
        models_folder=folder / "models",
    )  # fmt: skip
    labels, cache = _recorded(folder / "songs"), FeatureCache(folder / "second cache")
    start_s = time.perf_counter()
    finetune(request, labels, model, cache)
    first_s = time.perf_counter() - start_s
    start_s = time.perf_counter()
    finetune(request, labels, model, cache)
    second_s = time.perf_counter() - start_s
    what = f"a second round of learning ({N_LEARNED} songs, words only), after the first"
    return at_least(what, second_s, first_s, 20.0)


def _recorded(folder: Path) -> Labels:
    """Write files of noise with random decisions."""
    folder.mkdir()
    generator = np.random.default_rng(1)
    hashes, paths = [], []
    for number in range(N_LEARNED):
        path = folder / f"{number}.flac"
        noise = generator.normal(0, 0.1, (int(SONG_S * 44_100), 2)).astype(np.float32)
        soundfile.write(path, noise, 44_100)
        hashes.append(analyse_song(path, FeatureCache(folder / "cache"), recipes=()).audio_hash)
        paths.append(path)
    states = generator.integers(0, 2, (N_LEARNED, 8)).astype(np.int8)
    return Labels(
        np.arange(N_LEARNED), tuple(hashes), tuple(paths),
        tuple(f"Artist {number // 2}" for number in range(N_LEARNED)), np.arange(8),
        tuple(f"tag {number}" for number in range(8)), states, 1,
    )  # fmt: skip
