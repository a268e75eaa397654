"""The decisions a model learned from and its out-of-fold scores, packed to travel on its card."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.models.card import ModelCard


def labels_snapshot(
    labels: Labels, held_out: NDArray[np.bool_], by_network: Collection[str] = ()
) -> dict[str, Any]:
    """Pack the decisions a model is trained on to travel with its card (see read_states).

    held_out: songs it did not learn from, (n_songs,). by_network: see network_songs.
    """
    return {
        "digest": labels.digest,
        "codebook_version": labels.codebook_version,
        "tags": list(labels.tag_names),
        "counts": {name: list(counts) for name, counts in labels.counts().items()},
        "audio_hashes": list(labels.audio_hashes),
        "kept_back": np.flatnonzero(held_out).tolist(),
        "network_songs": sorted(by_network),
        "states": _packed(labels.states),
    }


def read_states(snapshot: dict[str, Any]) -> NDArray[np.int8]:
    """Unpack the decisions of a snapshot: int8 (n_songs, n_tags), 1 yes, 0 no, below 0 neither."""
    shape = len(snapshot["audio_hashes"]), len(snapshot["tags"])
    return _unpacked(snapshot["states"], np.dtype(np.int8), shape)


def pack_scores(scores: NDArray[np.float32]) -> str:
    """Pack out-of-fold scores, (n_songs, n_words), NaN for none, as float16."""
    return _packed(scores.astype(np.float16))


def read_out_of_fold(card: ModelCard) -> NDArray[np.float32] | None:
    """Unpack a card's out-of-fold scores: (songs of its snapshot, its words), NaN for none.

    None where the card has none, or odd ones.
    """
    packed = card.metrics.get("out_of_fold")
    if not isinstance(packed, str):
        return None
    shape = len(card.labels.get("audio_hashes", ())), len(card.words)
    try:
        return _unpacked(packed, np.dtype(np.float16), shape).astype(np.float32)
    except (ValueError, zlib.error):
        return None


def replace_learned(
    card: ModelCard, audio_hashes: Sequence[str], scores: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return a model's scores, (n_songs, n_words), honest also on songs that it has learned from.

    There its out-of-fold scores stand in; NaN where it has none of a word that it was taught.
    """
    learned = training_songs(card)
    seen = [row for row, audio_hash in enumerate(audio_hashes) if audio_hash in learned]
    if not seen:
        return scores
    scores = scores.copy()
    out_of_fold = read_out_of_fold(card)
    if out_of_fold is None:
        scores[seen] = np.nan
        return scores
    taught = taught_words(card)
    row_of = {audio_hash: row for row, audio_hash in enumerate(card.labels["audio_hashes"])}
    for row in seen:
        stored = row_of.get(audio_hashes[row])  # None: only its network has learned from the song
        scores[row, taught] = np.nan if stored is None else out_of_fold[stored, taught]
    return scores


def taught_words(card: ModelCard) -> NDArray[np.bool_]:
    """Mark the words that a model was taught last, (n_words,).

    All of them where it has learned from songs and its card keeps no out-of-fold scores. A word
    with one yes was taught, too, and has none.
    """
    out_of_fold, measured = read_out_of_fold(card), card.metrics.get("per_tag")
    if out_of_fold is None:
        return np.full(len(card.words), bool(training_songs(card)))
    names = measured if isinstance(measured, dict) else {}
    is_named = np.array([word in names for word in card.words], dtype=np.bool_)
    return np.asarray(np.isfinite(out_of_fold).any(axis=0) | is_named)


def training_songs(card: ModelCard) -> frozenset[str]:
    """Return the audio hashes of the songs that a model, or the network in it, was trained on."""
    return _learned_songs(card) | network_songs(card)


def network_songs(card: ModelCard) -> frozenset[str]:
    """Return the audio hashes of the user's songs by which a model's network was trained.

    What it makes of them knows their labels, also for whoever learns on top of it. Where the card
    does not say so, they are what a model learned from by gradients, or, without out-of-fold
    scores, in version 0.1.
    """
    stored = card.labels.get("network_songs")
    if isinstance(stored, list):
        return frozenset(map(str, stored))
    by_probe = card.settings.get("depth") == "classifier" and read_out_of_fold(card) is not None
    return frozenset() if by_probe else _learned_songs(card)


def _learned_songs(card: ModelCard) -> frozenset[str]:
    hashes, held_out = card.labels.get("audio_hashes", []), set(card.labels.get("kept_back", []))
    return frozenset(audio_hash for row, audio_hash in enumerate(hashes) if row not in held_out)


def _packed(values: NDArray[Any]) -> str:
    return base64.b64encode(zlib.compress(np.ascontiguousarray(values).tobytes(), 9)).decode()


def _unpacked(packed: str, dtype: np.dtype[Any], shape: tuple[int, int]) -> NDArray[Any]:
    """Raises ValueError or zlib.error where the text is no array of that shape."""
    raw = zlib.decompressobj().decompress(base64.b64decode(packed), shape[0] * shape[1] * 8 + 1)
    return np.frombuffer(raw, dtype=dtype).reshape(shape).copy()
