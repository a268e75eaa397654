"""A song's waveform as an image: one column of pixels for each moment, coloured by brightness.

Dark sounds (low spectral centroid) are blue, bright ones (hi-hats, hiss) warm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from rhythmcap_gui.views.listening.picture_image import image_of

if TYPE_CHECKING:
    from core.features.picture_records import Overview

LOW_HZ, HIGH_HZ = 300.0, 6000.0
INKS = {
    True: ("#4f63c9", "#4f9fe0", "#63c7b8", "#f0cf6a"),
    False: ("#33459f", "#2f7fc0", "#2f9482", "#b07a1c"),
}
QUIETEST_PEAK = 0.05  # a song below it is not blown up to the full height


def waveform_image(overview: Overview, size: tuple[int, int], ground: str, *, dark: bool) -> QImage:
    """Draw the waveform at a size of (width, height) pixels, on a ground colour."""
    width, height = max(size[0], 1), max(size[1], 3)
    low, high, centroid = _columns(overview, width)
    peak = max(float(np.abs(low).max()), float(np.abs(high).max()), QUIETEST_PEAK)
    middle, reach = (height - 1) / 2, (height / 2 - 2) / peak
    top = np.floor(middle - high * reach)
    bottom = np.ceil(middle - low * reach)
    rows = np.arange(height)[:, None]
    inside = (rows >= top) & (rows <= bottom)
    pixels = np.where(inside, _inks(centroid, dark)[None, :], np.uint32(QColor(ground).rgb()))
    return image_of(pixels.astype(np.uint32))


def _columns(overview: Overview, width: int) -> tuple[NDArray[np.floating], ...]:
    """Return lowest, highest and mean centroid of the moments that fall on each pixel."""
    count = len(overview.low)
    starts = np.minimum(np.arange(width) * count // width, count - 1)
    if count <= width:
        return overview.low[starts], overview.high[starts], overview.centroid_hz[starts]
    low = np.minimum.reduceat(overview.low, starts)
    high = np.maximum.reduceat(overview.high, starts)
    sizes = np.diff(np.append(starts, count))
    return low, high, np.add.reduceat(overview.centroid_hz, starts) / sizes


def _inks(centroid_hz: NDArray[np.floating], dark: bool) -> NDArray[np.uint32]:
    """Return uint32 pixels (n,), on a logarithmic scale between LOW_HZ and HIGH_HZ."""
    ends = np.array([QColor(ink).getRgb()[:3] for ink in INKS[dark]], dtype=float)
    safe = np.maximum(np.nan_to_num(centroid_hz), 1.0)
    position = np.clip(np.log(safe / LOW_HZ) / np.log(HIGH_HZ / LOW_HZ), 0, 1) * (len(ends) - 1)
    channels = [np.interp(position, np.arange(len(ends)), ends[:, c]) for c in range(3)]
    red, green, blue = (np.round(channel).astype(np.uint32) for channel in channels)
    return np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue
