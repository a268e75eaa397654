"""The songs and words of one fine-tuning, and the card that its model will have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel
from core.training.labels import LabelMap
from core.training.linear_probe import ProbeSongs
from core.training.snapshot import network_songs, training_songs
from core.training.teach_words import SeenSongs, WordTeacher, rows_of_words


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """What is taught to whom.

    parent: in probe form. labels: of the songs with a decision that could be read, by audio hash;
    songs: their embeddings by the parent.
    """

    parent: TaggingModel
    labels: Labels
    songs: ProbeSongs
    label_map: LabelMap

    @property
    def states(self) -> NDArray[np.int8]:
        """Return the decisions on the taught words: (n_songs, n_words), -1 elsewhere."""
        return self.label_map.states(self.labels)

    @property
    def seen(self) -> SeenSongs:
        """Mark the songs that the parent, and the network in it, have learned from."""
        by_parent, by_network = training_songs(self.parent.card), network_songs(self.parent.card)
        return SeenSongs(self._marked(by_parent), self._marked(by_network))

    def _marked(self, songs: Collection[str]) -> NDArray[np.bool_]:
        return np.array([name in songs for name in self.labels.audio_hashes], dtype=np.bool_)

    def teacher(self) -> WordTeacher:
        """Return what teaches the words."""
        return WordTeacher(self.parent, self.labels, self.songs, self.label_map, self.seen)

    def card(self, name: str) -> ModelCard:
        """Return the card of a new model, before anything is known of how it learned."""
        words = self.label_map.words
        sizes = {
            **self.parent.card.sizes,
            "n_tags": len(words),
            "network_rows": list(rows_of_words(self.parent, self.label_map)),
        }
        return replace(self.parent.card, name=name, words=words, sizes=sizes)
