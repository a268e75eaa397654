"""What learning is compared with: the systems' classifiers, on the same songs.

They learn from numbers (n_songs, n_features) and states, 1 yes, 0 no, -1 not judged, and score
other songs. A tag without a yes and a no cannot be learned and scores CHANCE.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from learning_features import SongNumbers
from numpy.typing import NDArray

from core.systems.classifiers import (
    Classifier,
    Prototypes,
    logistic_regression,
    nearest_neighbours,
)
from core.systems.system import Scores, States

CHANCE = 0.5
VERSION = b"2"  # counts up when the classifiers give other scores


@dataclass(frozen=True, slots=True)
class LabelledSongs:
    """Songs to learn from. groups: a number per artist, (n_songs,)."""

    numbers: SongNumbers
    states: States
    groups: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A system with a name. layers: the fields of SongNumbers it is given, side by side."""

    name: str
    layers: tuple[str, ...]
    classifier: Classifier

    def scores(self, songs: LabelledSongs, test: SongNumbers, folder: Path) -> Scores:
        """Learn, and score the test songs: (n_test, n_tags); kept in a folder for the next run."""
        train_input, test_input = (
            np.hstack([getattr(numbers, layer) for layer in self.layers])
            for numbers in (songs.numbers, test)
        )
        arrays = (train_input, songs.states, songs.groups, test_input)
        contents = (np.ascontiguousarray(array).tobytes() for array in arrays)
        parts = [VERSION, self.name.encode(), *contents]
        file = folder / f"{hashlib.blake2b(b''.join(parts), digest_size=16).hexdigest()}.npy"
        if not file.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            score = self.classifier.fit(train_input, songs.states, songs.groups)
            np.save(file, np.nan_to_num(score(test_input), nan=CHANCE))
        scores: Scores = np.load(file)
        return scores


BASELINES: tuple[Baseline, ...] = (
    Baseline("logistic regression, hidden layer", ("hidden",), logistic_regression()),
    Baseline("logistic regression, hidden + pooled", ("hidden", "pooled"), logistic_regression()),
    Baseline("logistic regression, MFCC statistics", ("mfcc",), logistic_regression()),
    Baseline("5 nearest neighbours, hidden layer", ("hidden",), nearest_neighbours()),
    Baseline("prototypes, hidden layer", ("hidden",), Prototypes()),
)
