"""What speaks for a word, as colours over the picture: orange for it, blue against it.

Pure functions of arrays; the pane decides where the image goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from core.models.saliency_records import SaliencyMap

FOR, AGAINST = QColor("#ff9a2e"), QColor("#4aa8ff")  # on dark pictures, in both themes
MOST_ALPHA = 0.92
EVEN = 0.8  # below 1: what is weak is seen a little better
STRIP_PX = 16  # height of a map along time alone
MIDDLE, PERCENT = 50, 100  # of the slider of the strength

Values = NDArray[np.float32]
Span = tuple[float, float]


def strength_factor(percent: int) -> float:
    """Return what a map is multiplied by: a tenth to ten times, 1 in the middle of the slider."""
    return float(10.0 ** ((percent - MIDDLE) / MIDDLE))


def columns_of(found: SaliencyMap, view: Span, width_px: int) -> Values:
    """Return a value for every column of pixels, the mean where many frames fall into one.

    view: (start_s, end_s). 0 where the map has ended. (n_bands, width_px).
    """
    frame_s = found.saliency.frame_s
    n_frames = max(1, int((view[1] - view[0]) / frame_s / width_px))
    blocks = found.in_blocks(n_frames)
    middles_s = view[0] + (np.arange(width_px) + 0.5) * (view[1] - view[0]) / width_px
    indices = (middles_s / (frame_s * n_frames)).astype(np.int64)
    columns = blocks[:, np.clip(indices, 0, blocks.shape[1] - 1)]
    columns[:, indices >= blocks.shape[1]] = 0.0
    return columns


def rows_of(found: SaliencyMap, frequencies_hz: Values) -> NDArray[np.int64]:
    """Return which band of the map every band of the picture shows, −1 for none: (n_bands,)."""
    bands = found.saliency.frequencies_hz
    rows = np.round(np.interp(frequencies_hz, bands, np.arange(len(bands)))).astype(np.int64)
    beyond = frequencies_hz > bands[-1] * 1.03
    return np.where(beyond, -1, rows)


def overlay_image(
    found: SaliencyMap, frequencies_hz: Values, view: Span, width_px: int, factor: float
) -> QImage:
    """Return the colours over a picture: one row a band, the highest on top; along time one row.

    frequencies_hz: the middles of the picture's bands, ascending.
    """
    columns = columns_of(found, view, max(width_px, 1))
    if not found.saliency.is_over_time_only:
        rows = rows_of(found, frequencies_hz)
        columns = np.where((rows >= 0)[:, None], columns[rows], 0.0)
    strength = np.clip(np.abs(columns) * factor, 0.0, 1.0)[::-1]
    alpha = strength**EVEN * MOST_ALPHA * 255.0
    speaks_for = (columns >= 0)[::-1]
    pixels = np.zeros(alpha.shape, dtype=np.uint32)
    for colour, where in ((FOR, speaks_for), (AGAINST, ~speaks_for)):
        rgb = np.uint32((colour.red() << 16) | (colour.green() << 8) | colour.blue())
        pixels[where] = rgb
    pixels |= alpha.astype(np.uint32) << np.uint32(24)
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def value_at(found: SaliencyMap, second: float, frequency_hz: float) -> float:
    """Return the value under a point, −1 to 1; 0 outside the map."""
    frame = int(second / found.saliency.frame_s)
    if not 0 <= frame < found.shown.shape[1]:
        return 0.0
    if found.saliency.is_over_time_only:
        return float(found.shown[0, frame])
    [row] = rows_of(found, np.array([frequency_hz], np.float32)).tolist()
    return float(found.shown[row, frame]) if row >= 0 else 0.0
