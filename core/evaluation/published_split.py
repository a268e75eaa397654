"""The sides of a data set's published split: what a model may learn from, what it is tested on."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.library.evaluation_rows import TEST
from core.library.records import Labels
from core.training.labels import select_songs


def without_test_side(labels: Labels, split: Mapping[int, str]) -> Labels:
    """Keep the songs of the other sides, and those that are not in the split.

    split: song ids to sides.
    """
    rows = [row for row, song in enumerate(labels.song_ids) if split.get(int(song)) != TEST]
    return select_songs(labels, np.array(rows, dtype=np.int64))


def only_test_side(labels: Labels, split: Mapping[int, str]) -> Labels:
    """Keep the songs of the test side only."""
    rows = [row for row, song in enumerate(labels.song_ids) if split.get(int(song)) == TEST]
    return select_songs(labels, np.array(rows, dtype=np.int64))
