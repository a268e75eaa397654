"""What the baselines of the bench of learning are given: a parent's layers, and MFCC statistics.

The parent's own numbers, computed song by song without core.training, and librosa's MFCCs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.features.analyse import analyse_song, ensure_log_mel
from core.features.cache import FeatureCache
from core.models.checkpoint import TaggingModel, weights_digest
from core.models.reduce_song import SongInput, reduce_song
from core.models.segments import song_starts

Numbers = NDArray[np.float32]
MFCC_RATE_HZ, N_MFCC = 16_000, 20


@dataclass(frozen=True, slots=True)
class SongNumbers:
    """Numbers of some songs, one row a song. hidden: what the parent's last layer is given, mean
    over segments; pooled: what its reduction gives; mfcc: mean and spread of 20 MFCC and deltas.
    """

    hidden: Numbers
    pooled: Numbers
    mfcc: Numbers

    def rows(self, rows: NDArray[np.int64]) -> SongNumbers:
        """Take some songs."""
        return SongNumbers(*(getattr(self, field.name)[rows] for field in fields(self)))


def mfcc_statistics(path: Path) -> Numbers:
    """Compute mean and spread of 20 MFCC and their first two deltas: float32 (120,)."""
    import librosa

    samples, _ = librosa.load(path, sr=MFCC_RATE_HZ)
    cepstra = librosa.feature.mfcc(y=samples, sr=MFCC_RATE_HZ, n_mfcc=N_MFCC)
    rows = np.concatenate([cepstra, *(librosa.feature.delta(cepstra, order=n) for n in (1, 2))])
    return np.concatenate([rows.mean(axis=1), rows.std(axis=1)]).astype(np.float32)


def parent_layers(model: TaggingModel, path: Path, cache: FeatureCache) -> tuple[Numbers, Numbers]:
    """Run a song through the parent: (hidden, pooled), each the mean over its segments."""
    audio_hash = analyse_song(path, cache).audio_hash
    song = SongInput(ensure_log_mel(path, audio_hash, model.card.recipe, cache))
    network = model.network
    starts = song_starts(song.n_frames, network.segment_frames, network.layout)
    steps = reduce_song(model, song, starts)
    found: list[Numbers] = []

    def keep(_module: Any, arguments: tuple[torch.Tensor], _output: Any) -> None:
        found.append(arguments[0].float().mean(dim=0).cpu().numpy())

    handle = network.output.register_forward_hook(keep)
    try:
        with torch.inference_mode():
            features = torch.from_numpy(steps).to(model.device)
            if network.temporal is None:
                network.classifier(features)
            else:
                lengths = torch.tensor([len(steps)], device=model.device)
                network.classifier(network.vectors(features.unsqueeze(0), lengths))
    finally:
        handle.remove()
    return found[0], steps.mean(axis=0)


def song_numbers(
    model: TaggingModel, paths: Sequence[Path], cache: FeatureCache, folder: Path
) -> SongNumbers:
    """Compute the numbers of songs, or read what folder keeps of an earlier run."""
    digest = weights_digest([model.network])[:12]
    rows = [
        (*_kept(folder, path, f"layers-{digest}", lambda p: parent_layers(model, p, cache)),
         *_kept(folder, path, "mfcc", lambda p: (mfcc_statistics(p),)))
        for path in paths
    ]  # fmt: skip
    return SongNumbers(*(np.stack(column) for column in zip(*rows, strict=True)))


def _kept(folder: Path, path: Path, name: str, compute: Any) -> tuple[Numbers, ...]:
    file = folder / f"{path.stem}-{name}.npz"
    if not file.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(file, *compute(path))
    with np.load(file) as arrays:
        return tuple(arrays[key] for key in arrays.files)
