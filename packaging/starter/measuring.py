"""Measure a starter on recordings of a bank it was never trained on, and its promises."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.metrics.tag_metrics import per_tag, summary
from core.models.cnn_lstm import CnnLstm
from starter.recordings import Recordings
from starter.training import song_features
from starter.truth import INSTRUMENT_WORDS, WORDS


@torch.no_grad()
def score_songs(
    network: CnnLstm, recordings: Recordings, device: str
) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Score whole recordings: (n, n_words), and what is true of them."""
    songs = song_features(network, recordings, device, None)
    scores = []
    for song in songs:
        vectors = network.temporal(song.unsqueeze(0))[:, -1]
        scores.append(torch.sigmoid(network.classifier(vectors))[0].cpu().numpy())
    return np.stack(scores), recordings.all_song_states()


def measure(network: CnnLstm, recordings: Recordings, device: str) -> dict[str, Any]:
    """Return what a card holds: the summary, each word, and the mean AUC of the instruments."""
    scores, states = score_songs(network, recordings, device)
    tags = per_tag(WORDS, states, scores)
    areas = [tags[word].auc for word in INSTRUMENT_WORDS if word in tags]
    known = [area for area in areas if area is not None]
    return asdict(summary(WORDS, states, scores)) | {
        "roc_auc_instruments": float(np.mean(known)) if known else None,
        "per_tag": {word: tag.to_json() for word, tag in tags.items()},
    }
