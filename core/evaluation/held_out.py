"""A learned model's scores of its own songs by models that had not learned from their artists."""

from __future__ import annotations

import functools

import numpy as np

from core.errors import ModelError
from core.library.records import ModelRow
from core.library.review_records import HeldOutScores
from core.library.store import Library
from core.model_store.registry import model_path
from core.models.card import read_card
from core.training.snapshot import read_out_of_fold, taught_words, training_songs


def use_held_out_scores(library: Library) -> None:
    """Have the library compare decisions with what models that did not know them make of a song."""
    library.search.use_held_out(functools.partial(held_out_scores, library))


def held_out_scores(library: Library, row: ModelRow) -> HeldOutScores | None:
    """Read a model's card; None where it has learned from no song of the library, or is not there.

    Songs of which it keeps no score, or of some words none, have NaN there.
    """
    try:
        card = read_card(model_path(row))
    except ModelError:  # whoever uses the model is told
        return None
    learned = training_songs(card)
    if not learned or len(card.words) != len(row.words):
        return None
    out_of_fold = read_out_of_fold(card)
    row_of = {audio_hash: index for index, audio_hash in enumerate(card.labels["audio_hashes"])}
    songs = sorted(library.songs.ids_of_hashes(sorted(learned)).items(), key=lambda item: item[1])
    scores = np.full((len(songs), len(card.words)), np.nan, np.float32)
    for index, (audio_hash, _song_id) in enumerate(songs):
        stored = row_of.get(audio_hash)  # None: only its network has learned from the song
        if out_of_fold is not None and stored is not None:
            scores[index] = out_of_fold[stored]
    ids = np.array([song_id for _audio_hash, song_id in songs], np.int64)
    return HeldOutScores(ids, scores, taught_words(card))
