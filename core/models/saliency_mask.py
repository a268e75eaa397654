"""From a map to the gains that let only its strongest points be heard."""

from __future__ import annotations

import numpy as np

from core.features.masked_song import SongMask
from core.models.saliency_records import Saliency, box_mean, strongest

EDGE_BANDS, EDGE_S = 3, 0.06  # over which the edges of the mask are soft


def song_mask(found: Saliency, share: float) -> SongMask:
    """Keep the points that hold `share` of all that speaks for the word; soft at their edges.

    Outside the map's region there is nothing.
    """
    mask = strongest(found.smoothed(), share)
    n_frames = max(1, round(EDGE_S / found.frame_s)) if found.frame_s else 1
    n_bands = EDGE_BANDS if len(mask) > 1 else 1
    soft = box_mean(box_mean(mask, n_bands).T, n_frames).T
    values = np.ascontiguousarray(soft, dtype=np.float32)
    return SongMask(values, found.frame_s, found.recipe)
