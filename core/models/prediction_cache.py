"""Predictions with their taggram, kept in the feature cache: a second look needs no torch.

Stored per song and model as two float32 arrays: "taggram2-KEY" with rows (start_s, window_s, one
score a word), "prefixes2-KEY" with rows (end_s, one score a word), and where the model can tell,
"ground-KEY" with the distance from what it learned from; KEY is a hash of the model's
file name. The library stores scores on its own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.models.prediction_records import Predictions, PrefixScores, Taggram

if TYPE_CHECKING:
    from core.features.cache import FeatureCache

# A change of what a network is given of a song takes a new number.
TAGGRAM, PREFIXES, GROUND = "taggram2", "prefixes2", "ground"


def load_predictions(
    cache: FeatureCache, audio_hash: str, model_file: Path, words: tuple[str, ...]
) -> Predictions | None:
    """Return what is cached of a song, if it is of as many words; None otherwise."""
    key, n_words = _key(model_file), len(words)
    taggram = cache.get_array(audio_hash, f"{TAGGRAM}-{key}")
    prefixes = cache.get_array(audio_hash, f"{PREFIXES}-{key}")
    if taggram is None or prefixes is None or not len(taggram) or not len(prefixes):
        return None
    if taggram.shape[1:] != (n_words + 2,) or prefixes.shape[1:] != (n_words + 1,):
        return None
    taggram, prefixes = np.array(taggram), np.array(prefixes)
    ground = cache.get_array(audio_hash, f"{GROUND}-{key}")
    return Predictions(
        model_id=model_file.stem,
        audio_hash=audio_hash,
        words=words,
        scores=prefixes[-1, 1:],
        taggram=Taggram(taggram[:, 0], float(taggram[0, 1]), taggram[:, 2:]),
        prefixes=PrefixScores(prefixes[:, 0], prefixes[:, 1:]),
        ground=float(ground[0]) if ground is not None and ground.shape == (1,) else None,
    )


def save_predictions(cache: FeatureCache, model_file: Path, predictions: Predictions) -> None:
    """Cache predictions that have a taggram; others are not worth it. Raises CacheError."""
    taggram, prefixes, key = predictions.taggram, predictions.prefixes, _key(model_file)
    if taggram is None:
        return
    windows = np.full_like(taggram.start_s, taggram.window_s)
    rows = np.column_stack([taggram.start_s, windows, taggram.scores]).astype(np.float32)
    cache.put_array(predictions.audio_hash, f"{TAGGRAM}-{key}", rows)
    rows = np.column_stack([prefixes.end_s, prefixes.scores]).astype(np.float32)
    cache.put_array(predictions.audio_hash, f"{PREFIXES}-{key}", rows)
    if predictions.ground is not None:
        distance = np.array([predictions.ground], dtype=np.float32)
        cache.put_array(predictions.audio_hash, f"{GROUND}-{key}", distance)


def _key(model_file: Path) -> str:
    return hashlib.blake2b(model_file.stem.encode(), digest_size=8).hexdigest()
