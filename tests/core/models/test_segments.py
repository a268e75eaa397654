"""Segments of long songs follow one another; of short ones there are some in between, too."""

from __future__ import annotations

import numpy as np

from core.models.segments import FEW_SEGMENTS, Layout, song_starts, training_starts


def test_only_songs_of_few_segments_have_segments_in_between() -> None:
    long = (FEW_SEGMENTS + 3) * 64
    assert np.array_equal(
        training_starts(long, 64, Layout.EVEN), song_starts(long, 64, Layout.EVEN)
    )
    short = training_starts(200, 64, Layout.END_ALIGNED)
    assert set(song_starts(200, 64, Layout.END_ALIGNED)) < set(short.tolist())
