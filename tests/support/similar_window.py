"""A window whose model has listened to all songs but the last: three heaps that sound alike."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import torch

from core.features.cache import MIX
from core.features.recipe import RECIPES
from core.library.records import ModelRow, NewModel
from core.models.card import ModelCard
from core.models.checkpoint import save_checkpoint
from core.models.choi_lstm import ChoiLstm
from core.models.probe_form import keep_embedding
from rhythmcap_gui.app import Program
from tests.support.kept_embeddings import n_inputs, small_model
from tests.support.synthetic_songs import TINY

N_HEAPS = 3


def use_listened_model(program: Program, *, n_unknown: int = 1) -> ModelRow:
    """Put a small model in use; keep what it makes of songs 1, 2, …, those of a heap alike.

    Song n is of heap n % N_HEAPS. n_unknown: of the last songs nothing is kept.
    """
    library, cache = program.context.library, program.context.session.cache
    torch.manual_seed(1)  # the weights of small_model()
    card = ModelCard("small", "choi_lstm", asdict(TINY), RECIPES["thesis"], ("female", "drums"))
    library.models.folder.mkdir(parents=True, exist_ok=True)
    file = save_checkpoint(library.models.folder, card, ChoiLstm(TINY))
    model = small_model()
    rng = np.random.default_rng(2)
    middles = rng.normal(0, 4, (N_HEAPS, n_inputs(model)))
    ids = library.songs.all_ids().tolist()
    for song_id in ids[: len(ids) - n_unknown]:
        embedding = middles[song_id % N_HEAPS] + rng.normal(0, 1, n_inputs(model))
        audio_hash = library.songs.get(song_id).audio_hash
        cache.put_array(audio_hash, MIX, np.array([0, -1, 0.0, 1.0]))
        keep_embedding(cache, audio_hash, model, embedding.astype(np.float32))
    row = library.models.add(NewModel("small", "choi_lstm", file.name, card.words))
    library.models.set_active(row.id)
    library.predictions.put(
        row.id, {song: np.array([song / len(ids), 0.5], np.float32) for song in ids}
    )
    found = library.models.get(row.id)
    assert found is not None
    program.context.session.set_model(found)
    return found
