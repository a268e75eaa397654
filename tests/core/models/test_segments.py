"""Segments of long songs follow one another; of short ones there are some in between, too."""

from __future__ import annotations

import numpy as np

from core.models.segments import FEW_SEGMENTS, Layout, learning_starts, song_starts


def test_only_songs_of_few_segments_have_segments_in_between() -> None:
    long = (FEW_SEGMENTS + 3) * 64
    assert np.array_equal(
        learning_starts(long, 64, Layout.EVEN), song_starts(long, 64, Layout.EVEN)
    )
    short = learning_starts(200, 64, Layout.END_ALIGNED)
    assert set(song_starts(200, 64, Layout.END_ALIGNED)) < set(short.tolist())
