"""What a model heard in a song, kept in the feature cache: a second look needs no torch."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.models.prediction_records import Predictions


def recall(
    cache: FeatureCache, audio_hash: str, model_file: Path, words: tuple[str, ...]
) -> Predictions | None:
    """The predictions kept for a song, if they are of these words; None otherwise."""
    from core.models.prediction_records import Predictions, PrefixScores, Taggram

    key = _key(model_file)
    gram = cache.get_array(audio_hash, f"taggram-{key}")
    prefixes = cache.get_array(audio_hash, f"prefixes-{key}")
    wide = len(words)
    if gram is None or prefixes is None or not len(gram) or not len(prefixes):
        return None
    if gram.shape[1:] != (wide + 2,) or prefixes.shape[1:] != (wide + 1,):
        return None
    gram, prefixes = np.array(gram), np.array(prefixes)
    return Predictions(
        model_id=model_file.stem,
        audio_hash=audio_hash,
        words=words,
        scores=prefixes[-1, 1:],
        taggram=Taggram(gram[:, 0], float(gram[0, 1]), gram[:, 2:]),
        prefixes=PrefixScores(prefixes[:, 0], prefixes[:, 1:]),
    )


def keep(cache: FeatureCache, model_file: Path, heard: Predictions) -> None:
    """Keep predictions with their taggram. Raises CacheError."""
    if heard.taggram is None:
        return
    gram, prefixes, key = heard.taggram, heard.prefixes, _key(model_file)
    window = np.full_like(gram.start_s, gram.window_s)
    rows = np.column_stack([gram.start_s, window, gram.scores]).astype(np.float32)
    cache.put_array(heard.audio_hash, f"taggram-{key}", rows)
    rows = np.column_stack([prefixes.end_s, prefixes.scores]).astype(np.float32)
    cache.put_array(heard.audio_hash, f"prefixes-{key}", rows)


def _key(model_file: Path) -> str:
    return hashlib.blake2b(model_file.stem.encode(), digest_size=8).hexdigest()
