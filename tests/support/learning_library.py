"""A library of judged songs whose features are cached, with a small model that predicts one tag."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import numpy as np

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import NewSong, State
from core.library.store import Library
from core.model_store.registry import add_file
from core.paths import folders

TAGS = ("low", "high")
N_SONGS = 32


def spectrogram(number: int, states: np.ndarray) -> np.ndarray:
    """A picture of about 150 frames that has the bands its tags say."""
    values = np.random.default_rng(number).normal(-12, 1, (96, 140 + number % 20))
    values[5:25] += 6 * states[0]
    values[60:80] += 6 * states[1]
    return values.astype(np.float32)


def tiny_model(folder: Path) -> Path:
    """A small network that predicts one of the two tags, badly."""
    import torch

    from core.models.card import ModelCard
    from core.models.checkpoint import save_checkpoint
    from core.models.choi_lstm import ChoiConfig, ChoiLstm

    torch.manual_seed(1)
    config = ChoiConfig(n_tags=1, n_mels=96, n_frames=64, channels=(6, 8),
                        pools=((4, 4), (4, 2)), hidden=16, classifier_hidden=16)  # fmt: skip
    card = ModelCard("starter", "choi_lstm", asdict(config), RECIPES["thesis"], ("low",))
    return save_checkpoint(folder, card, ChoiLstm(config))


def make_library() -> None:
    """Fill a new library where the program keeps the user's own."""
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        _fill(library)


def _fill(library: Library) -> None:
    """Add songs of 16 artists, all judged; their features lie in the cache, as after an import."""
    cache = FeatureCache(folders().features)
    states = np.random.default_rng(7).integers(0, 2, (N_SONGS, len(TAGS)))
    for number in range(N_SONGS):
        audio_hash = f"{number:032x}"
        cache.put(LogMel(spectrogram(number, states[number]), RECIPES["thesis"], audio_hash))
        library.songs.add(
            NewSong(audio_hash, Path(f"/music/{number}.flac"), 1000, 0.0, f"Song {number}",
                    f"Artist {number // 2}", "", None, 6.0, 44_100, 2)
        )  # fmt: skip
    details = library.codebook.find_category("details").id
    ids = library.songs.all_ids()
    for column, name in enumerate(TAGS):
        library.do(AddTag(name, details))
        tag = library.codebook.find(name).id
        for value, state in ((1, State.YES), (0, State.NO)):
            chosen = tuple(ids[states[:, column] == value].tolist())
            library.do(JudgeMany(chosen, tag, state))
    library.models.set_active(add_file(library, tiny_model(folders().models)).id)
